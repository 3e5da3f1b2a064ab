"""Every language has every text of ``en.json``, with the same placeholders, and every label."""

import re
from pathlib import Path

import pytest

from learning_roadmap.model import all_labels
from learning_roadmap.strings import LANGUAGES, Strings, english, load_strings
from learning_roadmap.strings.catalogue import texts_in
from learning_roadmap.strings.own_words import PLACEHOLDER

OTHERS = [language for language in LANGUAGES if language != "en"]
CJK = r"[\u3400-\u9fff]"
# A title in another language, or quotation marks, may stand beside Chinese without a space.
LATIN_BESIDE_CHINESE = re.compile(rf"{CJK}[A-Za-z0-9]|[A-Za-z0-9%]{CJK}")
# Within Chinese, these have full-width forms. A period after a number belongs to it.
HALF_WIDTH = re.compile(rf"{CJK}[,;:?!()]|[,;:?!()]{CJK}|{CJK}\.(?!ics)")


def text_of(value: object) -> str:
    return value if isinstance(value, str) else " ".join(value.values()) if isinstance(value, dict) else ""


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_is_translated(language: str) -> None:
    keys, expected = set(texts_in(language)), {*english(), *(f"labels.{word}" for word in all_labels())}
    missing = "\n".join(f"{key}: {english().pattern(key, dict.fromkeys(english().placeholders(key), 2))}" for key in english() if key not in keys)
    assert not missing, f"write these texts in {language}.json:\n{missing}"
    assert sorted(expected - keys) == [], f"write these labels in {language}.json"
    assert sorted(keys - expected) == [], f"delete these texts from {language}.json"


@pytest.mark.parametrize("language", OTHERS)
def test_translations_have_the_same_placeholders_and_forms(language: str) -> None:
    original = texts_in("en")
    for key, text in texts_in(language).items():
        if key in original:
            assert isinstance(text, str) == isinstance(original[key], str), key
            assert set(PLACEHOLDER.findall(text_of(text))) == set(PLACEHOLDER.findall(text_of(original[key]))), key
            assert isinstance(text, str) or "other" in text, key
            assert text_of(text).strip() or key.endswith(("separator", "sentences")), key


def test_chinese_has_spaces_beside_latin_letters_and_full_width_punctuation() -> None:
    texts = {key: PLACEHOLDER.sub("“”", text_of(text)) for key, text in texts_in("zh").items()}
    assert [f"{key}: {text}" for key, text in texts.items() if LATIN_BESIDE_CHINESE.search(text) or HALF_WIDTH.search(text)] == []


def test_counts_and_dates_have_a_space_beside_chinese() -> None:
    """A date begins with a number, and ends in Chinese."""
    texts = {key: text_of(text) for key, text in texts_in("zh").items()}
    beside = re.compile(rf"{CJK}\{{(?:count|hours|date)\}}|\{{count\}}{CJK}")
    assert [f"{key}: {text}" for key, text in texts.items() if beside.search(text) and key not in COUNTS_IN_WORDS] == []


# Here the value is a count with its unit, which itself ends or begins in Chinese.
COUNTS_IN_WORDS = frozenset({"client.dashboard.plan.advice.hours", "client.dashboard.plan.advice.hours_or_date"})


def test_a_language_without_a_singular_has_one_form() -> None:
    chinese = load_strings(language="zh")
    assert [chinese.text("pages.counts.topics", count=count) for count in (1, 2)] == ["1 个主题", "2 个主题"]
    assert (chinese.language, english().language) == ("zh", "en")
    assert chinese.label("must read") == "必读"


def test_a_text_that_a_language_lacks_is_english() -> None:
    assert set(english()) <= set(load_strings(language="zh"))


def test_a_site_can_reword_a_language(tmp_path: Path) -> None:
    file = tmp_path / "own.json"
    file.write_text('{"labels": {"book": "书"}, "pages": {"counts": {"topics": {"other": "{count} 项"}}}}', encoding="utf-8")
    strings = load_strings(file, all_labels(), "zh")
    assert (strings.label("book"), strings.label("course"), strings.text("pages.counts.topics", count=1)) == ("书", "课程", "1 项")


def test_plural_forms_are_chosen_by_the_count() -> None:
    strings = Strings({"a": {"other": "{count} other"}, "b": {"one": "one", "other": "{count} other"}})
    assert [strings.text(key, count=count) for key in "ab" for count in (1, 2)] == ["1 other", "2 other", "one", "2 other"]

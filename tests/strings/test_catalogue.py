"""The catalogue of texts: looking up, plural forms, and custom strings of a site."""

import json
from pathlib import Path

import pytest

from learning_roadmap.diagnostics.problem import ProblemsFound
from learning_roadmap.strings import Strings, UnknownText, load_strings
from learning_roadmap.strings.own_words import own_texts

TEXTS = {
    "pages.home.title": "Home of {name}",
    "pages.home.topics": {"one": "{count} topic", "other": "{count} topics"},
    "client.toast.undo": "Undo",
}


def own_file(folder: Path, content: object) -> Path:
    file = folder / "words.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content, indent="\t"), encoding="utf-8")
    return file


def problems_of(folder: Path, content: object) -> list[str]:
    with pytest.raises(ProblemsFound) as raised:
        own_texts(own_file(folder, content), TEXTS)
    return [str(problem).partition("words.json:")[2] for problem in raised.value.problems]


def test_an_unknown_key_and_missing_or_unused_values_are_errors() -> None:
    strings = Strings(TEXTS)
    with pytest.raises(UnknownText, match=r"unknown text 'pages\.home\.titel'"):
        strings.text("pages.home.titel")
    with pytest.raises(UnknownText, match=r"needs the values \['name'\], not \[\]"):
        strings.text("pages.home.title")
    with pytest.raises(UnknownText, match=r"needs the values \['count'\], not \['count', 'name'\]"):
        strings.text("pages.home.topics", count=1, name="x")


def test_values_are_not_scanned_for_placeholders() -> None:
    assert Strings(TEXTS).text("pages.home.title", name="{name} {0}") == "Home of {name} {0}"


def test_custom_strings_replace_only_their_own_keys(tmp_path: Path) -> None:
    strings = load_strings(own_file(tmp_path, {"client": {"toast": {"undo": "Rückgängig"}}}))
    assert strings.section("client")["toast"]["undo"] == "Rückgängig"  # type: ignore[index]
    assert set(strings) == set(load_strings())


def test_custom_plural_forms_may_omit_the_number(tmp_path: Path) -> None:
    forms = {"one": "un sujet", "other": "{count} sujets"}
    strings = Strings({**TEXTS, **own_texts(own_file(tmp_path, {"pages": {"home": {"topics": forms}}}), TEXTS)})
    assert [strings.text("pages.home.topics", count=count) for count in (1, 2)] == ["un sujet", "2 sujets"]


def test_every_invalid_string_is_reported_at_its_line(tmp_path: Path) -> None:
    wrong = {
        "pages": {
            "home": {"titel": "a", "title": "{nmae}", "topics": "topics"},
            "house": "x",
        },
        "client": {"toast": {"undo": {"one": "a", "other": "b"}}},
    }
    found = problems_of(tmp_path, wrong)
    assert [(problem.split(" ")[0], problem.split(" ")[-1]) for problem in found] == [
        ("4:4:", "[STR-KEY]"),
        ("5:4:", "[STR-PLACEHOLDER]"),
        ("5:4:", "[STR-PLACEHOLDER]"),
        ("6:4:", "[STR-SHAPE]"),
        ("8:3:", "[STR-KEY]"),
        ("12:4:", "[STR-SHAPE]"),
    ]
    assert "did you mean 'pages.home.title'?" in found[0]
    assert "missing placeholder {name}" in found[1] and "unknown placeholder {nmae}" in found[2]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("{", "1:2: [STR-SYNTAX]"),
        ("[]", "1:1: [STR-SYNTAX]"),
        ("[" * 100_000, "1:1: [STR-SYNTAX]"),
        ('{"pages": "x"}', "1:2: [STR-SHAPE]"),
        ('{"client": {"toast": {"undo": 1}}}', "1:23: [STR-SHAPE]"),
        ('{"client": {"toast": {"undo": "\\ud800"}}}', "1:23: [STR-SHAPE]"),
        ('{"a": ' * 500 + "1" + "}" * 500, "1:1: [STR-SYNTAX]"),
        ('{"pages": {"home": {"topics": {"one": "x"}}}}', "1:21: [STR-SHAPE]"),
        ('{"pages": {"home": {"topics": {"one": "x", "other": "{amount}"}}}}', "1:21: [STR-PLACEHOLDER]"),
    ],
    ids=[
        "open brace",
        "a list",
        "nested too deep",
        "text for a group",
        "a number",
        "half a character",
        "500 levels",
        "one plural form",
        "unknown placeholder in a plural form",
    ],
)
def test_invalid_string_files_are_reported(tmp_path: Path, content: str, code: str) -> None:
    place, _, code = code.partition(" ")
    assert [(problem.startswith(f"{place} error: "), problem.endswith(code)) for problem in problems_of(tmp_path, content)] == [(True, True)]

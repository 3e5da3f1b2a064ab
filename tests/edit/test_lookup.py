"""What a word means: an id as typed or a name, never something near when an entry is to be changed, and never one of two."""

import pytest

from learning_roadmap import edit
from learning_roadmap.diagnostics.problem import ProblemsFound
from tests.edit.test_edit import TEXT, after, read

TWINS = TEXT.replace("- id: book\n  title: A book", "- id: book\n  title: Steam").replace("title: Coil fold", "title: kneading")


def refused(text: str, change: str, *arguments: object, **options: object) -> str:
    with pytest.raises(ProblemsFound) as found:
        after(change, *arguments, text=text, **options)
    return str(found.value)


def said(text: str, change: str, *arguments: object) -> tuple[str, ...]:
    work = edit.EditSession(read(text))
    getattr(edit, change)(work, *arguments)
    return work.finish(reformat=True).messages


@pytest.mark.parametrize("change", ["retire", "rename", "merge", "split", "move"])
def test_a_name_of_two_things_means_neither(change: str) -> None:
    more = {"rename": ["X"], "merge": ["kneading"], "split": [["A", "B"]], "move": ["more"]}.get(change, [])
    words = refused(TWINS, change, "Steam", *more)
    assert "[REF-AMBIGUOUS] 'Steam' can mean more than one entry: topic 'steam' (Steam), resource 'book' (Steam)" in words
    assert "such as topic:steam" in words


def test_an_id_that_is_the_title_of_another_is_asked_about() -> None:
    text = TEXT.replace("title: Kneading\n      also: [Working the dough]", "title: By hand").replace("title: Coil fold", "title: Kneading")
    assert "topic 'kneading' (By hand), topic 'coil' (Kneading)" in refused(text, "retire", "kneading")
    assert "topic 'kneading' (By hand) is retired" in said(text, "retire", "topic:kneading")
    assert "topic 'coil' (Kneading) is retired" in said(text, "retire", "Kneading")


def test_an_id_means_its_entry_when_that_is_called_so_too() -> None:
    assert "topic 'steam' (Steam) is retired" in said(TWINS, "retire", "steam")
    assert "resource 'book' (Steam) is retired" in said(TWINS, "retire", "resource:book")


@pytest.mark.parametrize("words", ["knead-ing", "Kneadings", "The kneading", "Working dough", "Ten  loave", "topic:book", "nothing", "", " "])
def test_what_is_only_near_is_never_changed(words: str) -> None:
    assert "[REF-UNKNOWN]" in refused(TEXT, "retire", words)


def test_capitals_and_spaces_do_not_matter() -> None:
    assert "topic 'kneading' (Kneading) is retired" in said(TEXT, "retire", " working  the DOUGH ")


def test_what_is_near_is_offered() -> None:
    assert "did you mean 'kneading' (Kneading)" in refused(TEXT, "retire", "The kneading")


def test_an_addition_may_name_its_place_loosely_but_not_by_nothing() -> None:
    work = edit.EditSession(read(TEXT))
    edit.add(work, "topic", "Poolish", "Basics!", needs=[{"topic": "Kneadings"}])
    assert work.messages == ["new topic 'poolish' (Poolish) in section 'basics' (Basics)"]
    odd = read(TEXT.replace("title: Steam", "title: '!!!'"))
    for words in ("", "???"):
        with pytest.raises(ProblemsFound, match="--in"):
            edit.add(edit.EditSession(odd), "topic", "Poolish", words)


def test_many_of_one_name_are_not_all_listed() -> None:
    many = "".join(f"- {{id: tip-{number}, title: Rest}}\n" for number in range(20))
    assert "and 12 more" in refused(TEXT + "tips:\n" + many, "retire", "rest")


@pytest.mark.parametrize(
    ("change", "arguments", "words"),
    [
        ("rename", ("steam", "Vapour"), "topic 'steam' (Steam) is now called 'Vapour'"),
        ("move", ("steam", "more"), "topic 'steam' (Steam) is now in section 'more' (More)"),
        ("merge", ("steam", "coil"), "topic 'steam' (Steam) is now part of topic 'coil' (Coil fold)"),
        ("split", ("steam", ["A", "B"]), "topic 'steam' (Steam) is now topic 'a' (A) and topic 'b' (B)"),
    ],
)
def test_what_was_changed_is_said_with_kind_id_and_title(change: str, arguments: tuple[object, ...], words: str) -> None:
    assert words in said(TEXT, change, *arguments)

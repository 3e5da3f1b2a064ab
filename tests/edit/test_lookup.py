"""Finding an entry by id or name: never a similar one, and never one of several, if it is to be changed."""

import pytest

from learning_roadmap import edit
from learning_roadmap.diagnostics.problem import ProblemsFound
from tests.edit.bread import TEXT, messages, read, refused

TWINS = TEXT.replace("- id: book\n  title: A book", "- id: book\n  title: Steam").replace("title: Coil fold", "title: kneading")


@pytest.mark.parametrize("change", ["retire", "rename", "merge", "split", "move"])
def test_a_name_of_two_entries_is_ambiguous(change: str) -> None:
    more = {"rename": ["X"], "merge": ["kneading"], "split": [["A", "B"]], "move": ["more"]}.get(change, [])
    words = refused(TWINS, change, "Steam", *more)
    assert "'Steam' can mean more than one entry: topic 'steam' (Steam), resource 'book' (Steam) — " in words
    assert "such as topic:steam [REF-AMBIGUOUS]" in words


def test_an_id_that_is_the_title_of_another_entry_is_ambiguous() -> None:
    text = TEXT.replace("title: Kneading\n      also: [Working the dough]", "title: By hand").replace("title: Coil fold", "title: Kneading")
    assert "topic 'kneading' (By hand), topic 'coil' (Kneading)" in refused(text, "retire", "kneading")
    assert "topic 'kneading' (By hand) is retired" in messages(text, "retire", "topic:kneading")
    assert "topic 'coil' (Kneading) is retired" in messages(text, "retire", "Kneading")


def test_an_id_wins_if_its_entry_also_has_that_title() -> None:
    assert "topic 'steam' (Steam) is retired" in messages(TWINS, "retire", "steam")
    assert "resource 'book' (Steam) is retired" in messages(TWINS, "retire", "resource:book")


@pytest.mark.parametrize("words", ["knead-ing", "Kneadings", "The kneading", "Working dough", "Ten  loave", "topic:book", "nothing", "", " "])
def test_a_similar_name_is_never_taken(words: str) -> None:
    assert "[REF-UNKNOWN]" in refused(TEXT, "retire", words)


def test_case_and_spaces_are_ignored() -> None:
    assert "topic 'kneading' (Kneading) is retired" in messages(TEXT, "retire", " working  the DOUGH ")


def test_similar_names_are_suggested() -> None:
    assert "did you mean 'kneading' (Kneading)" in refused(TEXT, "retire", "The kneading")


def test_an_addition_accepts_a_similar_section_name_but_not_an_empty_one() -> None:
    work = edit.EditSession(read(TEXT))
    edit.add(work, "topic", "Poolish", "Basics!", needs=[{"topic": "Kneadings"}])
    assert work.messages == ["new topic 'poolish' (Poolish) in section 'basics' (Basics)"]
    odd = read(TEXT.replace("title: Steam", "title: '!!!'"))
    for words in ("", "???"):
        with pytest.raises(ProblemsFound, match="--in"):
            edit.add(edit.EditSession(odd), "topic", "Poolish", words)


def test_a_long_list_of_ambiguous_entries_is_shortened() -> None:
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
def test_messages_name_kind_id_and_title(change: str, arguments: tuple[object, ...], words: str) -> None:
    assert words in messages(TEXT, change, *arguments)

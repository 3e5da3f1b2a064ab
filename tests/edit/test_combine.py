"""Nothing goes in silence when an entry is merged or split: needs stand once, marks stay, and what is lost is said."""

import pytest

from learning_roadmap import edit
from learning_roadmap.diagnostics.problem import ProblemsFound
from learning_roadmap.model import Roadmap
from learning_roadmap.model.index import RoadmapIndex
from tests.edit.test_edit import TEXT, after, read
from tests.edit.test_lookup import refused, said


def needs(roadmap: Roadmap, id: str) -> list[tuple[str, str | None]]:
    return [(need.topic, need.reason) for need in RoadmapIndex(roadmap).topics[id].needs]


def needing(steam: str, coil: str) -> str:
    text = TEXT.replace("title: Steam", f"title: Steam\n      needs:\n      - {steam}")
    return text.replace("title: Coil fold", f"title: Coil fold\n        needs:\n        - {coil}")


def test_a_need_of_both_stands_once() -> None:
    text = needing("{topic: kneading, reason: why one}", "{topic: kneading, reason: why two}")
    assert needs(after("merge", "steam", "coil", text=text), "coil") == [("kneading", "why two")]
    assert "dropped from 'coil': another reason for the prerequisite 'kneading': why one" in said(text, "merge", "steam", "coil")
    text = needing("{topic: kneading, reason: why one}", "{topic: kneading}")
    assert needs(after("merge", "steam", "coil", text=text), "coil") == [("kneading", "why one")]


def test_who_needed_both_needs_the_heir_once() -> None:
    text = TEXT.replace("- {topic: folding}\n      - {topic: kneading}", "- {topic: folding, reason: one}\n      - {topic: kneading, reason: two}")
    assert needs(after("merge", "folding", "kneading", text=text), "proving") == [("kneading", "two")]
    assert any("another reason for the prerequisite 'kneading': one" in line for line in said(text, "merge", "folding", "kneading"))


def test_a_part_that_is_an_heir_needs_the_other_part() -> None:
    assert needs(after("split", "kneading", ["Folding", "Rubbing"]), "folding") == [("rubbing", "it is the idea")]


def test_marks_stay_and_a_doubt_about_optional_is_said() -> None:
    more = "- {id: other, title: Other book, kind: course, preferred: true, purpose: to read, provider: X}\n"
    text = TEXT.replace("milestones:", f"{more}papers:\n- {{id: p1, title: P one, must_read: true}}\n- {{id: p2, title: P two}}\nmilestones:")
    assert after("merge", "other", "book", text=text).resources[0].preferred
    assert after("merge", "p1", "p2", text=text).papers[0].must_read
    assert "dropped from 'other': kind: course" in said(text, "merge", "other", "book")
    text = TEXT.replace("title: Steam", "title: Steam\n      optional: true")
    assert "topic 'coil' (Coil fold) stays required, although 'steam' was optional" in said(text, "merge", "steam", "coil")
    assert "topic 'steam' (Steam) stays optional, although 'coil' was required" in said(text, "merge", "coil", "steam")


def test_a_field_that_the_heir_has_already_is_said_to_be_lost() -> None:
    text = TEXT.replace("title: Steam", "title: Steam\n      hours: 3")
    assert "dropped from 'steam': hours: 3.0" in said(text, "merge", "steam", "kneading")


def test_what_no_part_of_a_split_has_is_said() -> None:
    lines = said(TEXT, "split", "kneading", ["A", "B"])
    assert "dropped from 'kneading': hours: 2.0" in lines and "dropped from 'kneading': other names: Working the dough" in lines


@pytest.mark.parametrize("part", ["Steam", "steam", "STEAM", "topic:steam"])
def test_a_part_that_is_there_is_taken(part: str) -> None:
    roadmap = after("split", "kneading", [part, "Rubbing"])
    assert [topic.id for topic in RoadmapIndex(roadmap).topics.values() if topic.title.casefold() == "steam"] == ["steam"]
    assert roadmap.history[-1].into == ("steam", "rubbing")
    assert any(line.startswith("topic 'steam' (Steam) already exists") for line in said(TEXT, "split", "kneading", [part, "Rubbing"]))


@pytest.mark.parametrize("parts", [["Steam", "steam"], ["New one", "new  ONE"], ["A", "B", "a"]])
def test_a_part_is_named_once(parts: list[str]) -> None:
    assert "Error: --into: [EDIT-INTO] a split needs at least two different parts" in refused(TEXT, "split", "kneading", parts)


def test_a_part_whose_name_two_have_is_asked_about() -> None:
    text = TEXT.replace("title: Coil fold", "title: Proving")
    with pytest.raises(ProblemsFound, match=r"Error: --into: .*topic 'coil'"):
        edit.split(edit.EditSession(read(text)), "steam", ["Proving", "New"])

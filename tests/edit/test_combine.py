"""Merging and splitting entries: prerequisites are kept once, flags stay, and what is lost is reported."""

import re

import pytest

from learning_roadmap import edit
from learning_roadmap.diagnostics.problem import ProblemsFound
from learning_roadmap.model import Roadmap
from learning_roadmap.model.index import RoadmapIndex
from tests.edit.bread import TEXT, after, messages, read, refused


def needs(roadmap: Roadmap, id: str) -> list[tuple[str, str | None]]:
    return [(need.topic, need.reason) for need in RoadmapIndex(roadmap).topics[id].needs]


def with_needs(steam: str, coil: str) -> str:
    text = TEXT.replace("title: Steam", f"title: Steam\n      needs:\n      - {steam}")
    return text.replace("title: Coil fold", f"title: Coil fold\n        needs:\n        - {coil}")


def test_a_prerequisite_of_both_topics_is_kept_once() -> None:
    text = with_needs("{topic: kneading, reason: why one}", "{topic: kneading, reason: why two}")
    assert needs(after("merge", "steam", "coil", text=text), "coil") == [("kneading", "why two")]
    assert "dropped from 'coil': another reason for the prerequisite 'kneading': why one" in messages(text, "merge", "steam", "coil")
    text = with_needs("{topic: kneading, reason: why one}", "{topic: kneading}")
    assert needs(after("merge", "steam", "coil", text=text), "coil") == [("kneading", "why one")]


def test_a_topic_that_required_both_requires_the_successor_once() -> None:
    text = TEXT.replace("- {topic: folding}\n      - {topic: kneading}", "- {topic: folding, reason: one}\n      - {topic: kneading, reason: two}")
    assert needs(after("merge", "folding", "kneading", text=text), "proving") == [("kneading", "two")]
    assert any("another reason for the prerequisite 'kneading': one" in line for line in messages(text, "merge", "folding", "kneading"))


def test_a_successor_with_the_removed_topic_as_prerequisite_requires_the_other_successor() -> None:
    assert needs(after("split", "kneading", ["Folding", "Rubbing"]), "folding") == [("rubbing", "it is the idea")]


def test_flags_are_kept_and_a_conflict_about_optional_is_reported() -> None:
    more = "- {id: other, title: Other book, kind: course, preferred: true, purpose: to read, provider: X}\n"
    text = TEXT.replace("milestones:", f"{more}papers:\n- {{id: p1, title: P one, must_read: true}}\n- {{id: p2, title: P two}}\nmilestones:")
    assert after("merge", "other", "book", text=text).resources[0].preferred
    assert after("merge", "p1", "p2", text=text).papers[0].must_read
    assert "dropped from 'other': kind: course" in messages(text, "merge", "other", "book")
    text = TEXT.replace("title: Steam", "title: Steam\n      optional: true")
    assert "topic 'coil' (Coil fold) stays required, although 'steam' was optional" in messages(text, "merge", "steam", "coil")
    assert "topic 'steam' (Steam) stays optional, although 'coil' was required" in messages(text, "merge", "coil", "steam")


def test_a_value_that_the_successor_already_has_is_reported_as_dropped() -> None:
    text = TEXT.replace("title: Steam", "title: Steam\n      hours: 3")
    assert "dropped from 'steam': hours: 3.0" in messages(text, "merge", "steam", "kneading")


def test_values_that_no_successor_gets_are_reported() -> None:
    lines = messages(TEXT, "split", "kneading", ["A", "B"])
    assert "dropped from 'kneading': hours: 2.0" in lines and "dropped from 'kneading': other names: Working the dough" in lines


@pytest.mark.parametrize("part", ["Steam", "steam", "STEAM", "topic:steam"])
def test_an_existing_entry_can_be_a_successor_of_a_split(part: str) -> None:
    roadmap = after("split", "kneading", [part, "Rubbing"])
    assert [topic.id for topic in RoadmapIndex(roadmap).topics.values() if topic.title.casefold() == "steam"] == ["steam"]
    assert roadmap.history[-1].into == ("steam", "rubbing")
    assert any(line.startswith("topic 'steam' (Steam) already exists") for line in messages(TEXT, "split", "kneading", [part, "Rubbing"]))


@pytest.mark.parametrize("parts", [["Steam", "steam"], ["New one", "new  ONE"], ["A", "B", "a"]])
def test_successors_of_a_split_must_differ(parts: list[str]) -> None:
    assert re.search(r"Error: --into: a split needs at least two different parts .*\[EDIT-INTO\]", refused(TEXT, "split", "kneading", parts))


def test_an_ambiguous_successor_is_refused() -> None:
    text = TEXT.replace("title: Coil fold", "title: Proving")
    with pytest.raises(ProblemsFound, match=r"Error: --into: .*topic 'coil'"):
        edit.split(edit.EditSession(read(text)), "steam", ["Proving", "New"])

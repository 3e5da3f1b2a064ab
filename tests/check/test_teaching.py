"""What a learner misses is said with names and numbers, once for many, and only where a roadmap keeps such data."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from learning_roadmap.check.teaching import MAX_LISTED, teaching_problems
from learning_roadmap.datafile import parse
from learning_roadmap.datafile.write import write_roadmap
from learning_roadmap.model import Roadmap, RoadmapIndex
from learning_roadmap.text.decode import decode
from tests.paths import ROOT
from tests.strategies import roadmaps

TODAY = date(2026, 11, 21)
TOP = "format: 2\nid: bread\ntitle: Bread\nhours_per_week: 10\nphases:\n- id: p1\n  title: Dough\n  duration: 2-3 weeks\n  sections:\n"


def section(id: str, *topics: str, more: str = "") -> str:
    return f"  - id: {id}\n    title: S {id}\n{more}    topics:\n" + "".join(f"    - {{{topic}}}\n" for topic in topics)


def said(text: str, today: date | None = TODAY) -> dict[str, list[str]]:
    """The messages by code."""
    messages: dict[str, list[str]] = {}
    for problem in teaching_problems(parse(decode(text.encode(), "x.yml"), Path("x.yml")), today):
        messages.setdefault(problem.code, []).append(problem.message)
    return messages


def test_the_chain_that_implies_a_prerequisite_is_named() -> None:
    needs = ["id: a, title: A", "id: b, title: B, needs: [{topic: a}]", "id: c, title: C, needs: [{topic: b}]"]
    text = TOP + section("s1", *needs, "id: d, title: D, needs: [{topic: a}, {topic: c}]")
    assert said(text) == {"MAP-IMPLIED": ["'d' needs 'a' already because of 'c' → 'b' → 'a'"]}
    assert said(TOP + section("s1", *needs, "id: d, title: D, needs: [{topic: c}]")) == {}
    twice = said(TOP + section("s1", *needs, "id: d, title: D, needs: [{topic: c}, {topic: c}]"))
    assert twice == {"MAP-IMPLIED": ["'c' is listed twice under the 'needs' of 'd'"]}


def test_prerequisites_of_a_section_count_for_its_topics() -> None:
    first = section("s1", "id: a, title: A, start: true", "id: b, title: B, needs: [{topic: a}]")
    text = TOP + first + section("s2", "id: c, title: C", "id: d, title: D, needs: [{topic: a}]", more="    needs: [{topic: b}]\n")
    assert said(text) == {"MAP-IMPLIED": ["'d' needs 'a' already because of 'b' → 'a'"]}
    assert said(text.replace("    needs: [{topic: b}]\n", ""))["MAP-ORPHAN"] == [
        "the topic 'c' has no prerequisite and is not marked as a starting point"
    ]


def test_many_of_one_sort_are_one_problem() -> None:
    full = [f"id: full-{at}, title: F{at}, summary: S" for at in range(MAX_LISTED + 2)]
    text = TOP + section("s1", *full, *(f"id: t{at}, title: T{at}" for at in range(MAX_LISTED + 1)))
    (message,) = said(text)["MAP-FIELD"]
    assert message.startswith(f"{MAX_LISTED + 1} topics have no summary, among them 't0', 't1'")
    assert said(text.replace("summary: S", "also: [x]", 4)) == {}, "most have none, so that it is no lack"


@pytest.mark.parametrize(("hours", "is_said"), [(10, True), (14, True), (15, False), (37, False), (38, True)])
def test_hours_are_compared_with_the_duration(hours: int, is_said: bool) -> None:
    text = TOP + section("s1", f"id: a, title: A, hours: {hours - 4}", "id: b, title: B, hours: 4", "id: c, title: C, hours: 99, optional: true")
    messages = said(text).get("MAP-HOURS", [])
    assert bool(messages) is is_said
    assert all(f"take {hours} hours" in message and message.endswith("but its duration is 2-3 weeks") for message in messages)
    assert "MAP-HOURS" not in said(text.replace("hours_per_week: 10\n", ""))
    assert "MAP-HOURS" not in said(text.replace(", hours: 4", ""))


def test_a_check_is_old_after_a_year() -> None:
    text = TOP + section("s1", "id: a, title: A") + (
        "resources:\n- id: r\n  title: R\n  kind: book\n  url: https://example.org/\n  checked: {on: 2026-11-01, in: x}\n"
        "  parts:\n  - {id: one, title: One, at: one, checked: {on: 2025-11-21, in: x}}\n"
    )  # fmt: skip
    assert said(text) == {}
    assert said(text, date(2026, 11, 22)) == {"MAP-CHECKED": ["'r' was last checked more than a year ago"]}
    assert said(text, None) == {}


def test_nothing_is_said_of_a_roadmap_without_such_data() -> None:
    assert said((ROOT / "tests/data/example/content/roadmap.yml").read_text("utf-8")) == {}


@pytest.mark.slow
@settings(deadline=None, max_examples=50)
@given(roadmaps())
def test_any_roadmap_can_be_judged(roadmap: Roadmap) -> None:
    index = RoadmapIndex(roadmap)
    for problem in teaching_problems(parse(decode(write_roadmap(roadmap).encode(), "x.yml"), Path("x.yml")), TODAY):
        assert problem.line > 1
    assert {topic.id for topic in index.topics.values()} >= {need.topic for topic in index.topics.values() for need in index.needs_of(topic)}

"""`roadmap path`: what to learn for a goal."""

import json
from pathlib import Path

import pytest

from tests.command import roadmap
from tests.paths import GUITAR, GUITAR_DATA

CAMPFIRE = """\
Path to A campfire evening (project)
6 topics, 36 hours
Builds on: Fretting; Counting beats
Needs nothing before it: Minor chords; Major chords; Strumming; Singing along

  1. Minor chords, 4 hours
     for Chord changes: the fingers change between chords that they know
  2. Major chords, 6 hours
     for Chord changes: the fingers change between chords that they know
  3. Chord changes, 8 hours
     for A song with three chords: the rhythm must not stop between two chords
  4. Strumming, 6 hours
     for A song with three chords: the chords are played as a pattern of strokes
  5. A song with three chords, 6 hours
  6. Singing along, 6 hours

Then:
  - A campfire evening (project), 4 hours
"""


def path(*arguments: str) -> str:
    done = roadmap("path", *arguments, cwd=GUITAR)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_topics_come_in_order_with_hours_and_reasons() -> None:
    assert path("campfire-evening", "--known", "fretting", "--known", "counting") == CAMPFIRE


@pytest.mark.parametrize("goal", ["campfire-evening", "A campfire evening", " a  CAMPFIRE evening "])
def test_a_goal_is_named_by_its_id_or_title(goal: str) -> None:
    assert path(goal).startswith("Path to A campfire evening (project)\n")


def test_a_goal_is_named_by_an_alternative_name(tmp_path: Path) -> None:
    data = tmp_path / "roadmap.yml"
    data.write_text(GUITAR_DATA.read_text("utf-8").replace("title: Posture\n", "title: Posture\n      also: [Sitting upright, Tuning]\n"), "utf-8")
    assert path("sitting  upright", "--data", str(data)).startswith("Path to Posture (topic)\n")
    assert path("tuning", "--data", str(data)).startswith("Path to Tuning (topic)\n"), "a title comes first"
    assert "did you mean 'Sitting upright'?" in roadmap("path", "siting upright", "--data", str(data), cwd=GUITAR).stderr


@pytest.mark.parametrize(("known", "count"), [("strumming", 7), ("open-chords", 5), ("chords", 4), ("beginnings", 7), ("Singing along", 8)])
def test_what_is_known_is_left_out_with_all_that_it_contains(known: str, count: int) -> None:
    assert len(json.loads(path("campfire-evening", "--known", known, "--format", "json"))["topics"]) == count


def test_json() -> None:
    values = json.loads(path("one-performance", "--known", "beginnings", "--known", "major-chords", "--format", "json"))
    reason = "a barre moves the shapes of open chords along the neck"
    assert values == {
        "goal": {"id": "one-performance", "kind": "goal", "title": "One performance"},
        "topics": [
            {
                "id": "minor-chords",
                "title": "Minor chords",
                "hours": 4,
                "phase": "accompaniment",
                "section": "chords",
                "needed_for": [{"topic": "barre-chords", "reason": reason}],
            },
            {"id": "barre-chords", "title": "Barre chords", "hours": 12, "phase": "accompaniment", "section": "chords", "needed_for": []},
        ],
        "tasks": [{"id": "recording", "kind": "project", "title": "A recording", "hours": 6}],
        "hours": 16,
        "untimed": 0,
        "builds_on": ["fretting", "first-melody", "major-chords"],
        "next": ["minor-chords"],
    }


def test_a_choice_says_which_alternatives_are_taken_and_a_done_project_is_one() -> None:
    text = path("first-year")
    assert "Where some of several entries are enough, the path takes those that add the\nfewest hours.\n" in text
    assert "(1 has no hours)" in text, "the guitar itself"
    assert "A recording (project)" in text and "campfire" not in text
    done = path("first-year", "--known", "campfire-evening")
    assert done.splitlines()[1] == "1 topic without hours"
    assert "project" not in done


def test_nothing_is_left() -> None:
    assert path("tuning", "--known", "tuning").splitlines()[1] == "No topics are left to learn."
    assert path("one-minute-changes", "--known", "chord-changes").splitlines() == [
        "Path to One-minute changes (exercise)",
        "No topics are left to learn.",
        "Builds on: Chord changes",
        "",
        "To do:",
        "  - One-minute changes (exercise), 2 hours",
    ]


def test_lines_fit_a_terminal_of_80_columns() -> None:
    for goal in ("campfire-evening", "first-year", "music"):
        assert max(map(len, path(goal).splitlines())) <= 80


@pytest.mark.parametrize(
    ("goal", "message", "fix"),
    [
        ("camp-fire-evening", "unknown entry 'camp-fire-evening' [REF-UNKNOWN]", "did you mean 'campfire-evening'?"),
        ("guitar", "unknown entry 'guitar' [REF-UNKNOWN]", ""),
    ],
)
def test_an_unknown_goal_is_an_error_with_a_suggestion(goal: str, message: str, fix: str) -> None:
    done = roadmap("path", goal, cwd=GUITAR)
    assert done.returncode == 1 and message in done.stderr and fix in done.stderr


def test_a_title_that_several_entries_have_is_ambiguous(tmp_path: Path) -> None:
    data = tmp_path / "roadmap.yml"
    data.write_text(GUITAR_DATA.read_text("utf-8").replace("title: A recording\n", "title: Tuning\n"), "utf-8")
    done = roadmap("path", "tuning!", "--data", data, cwd=tmp_path)
    assert "REF-UNKNOWN" in done.stderr
    done = roadmap("path", "TUNING", "--data", data, cwd=tmp_path)
    assert "'TUNING' can mean more than one entry: topic 'tuning', project 'recording' [REF-AMBIGUOUS]" in done.stderr
    assert "= help: use the id, such as tuning\n" in done.stderr
    assert roadmap("path", "tuning", "--data", data, cwd=tmp_path).stdout.startswith("Path to Tuning (topic)"), "an id is exact"


def test_a_goal_without_topics_says_what_to_use(tmp_path: Path) -> None:
    data = tmp_path / "roadmap.yml"
    data.write_text(GUITAR_DATA.read_text("utf-8").replace("    covers: [choosing]\n", "").replace("    covers:\n    - choosing\n", ""), "utf-8")
    done = roadmap("path", "own-guitar", "--data", data, cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("Error: GOAL: the goal 'own-guitar' names nothing to learn or do [REF-KIND]")
    assert "= help: use a topic, " in done.stderr

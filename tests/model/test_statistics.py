"""The figures of a roadmap are right, on the command line and as JSON."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from learning_roadmap.cli.main import main
from learning_roadmap.datafile import load
from learning_roadmap.model import RoadmapIndex, Statistics, statistics

TEXT = """\
format: 2
id: bread
title: Bread
hours_per_week: 4
phases:
- id: dough
  title: Dough
  duration: 2-3 weeks
  named:
  - {document: d, line: 2, words: Dough}
  sections:
  - id: basics
    title: Basics
    topics:
    - {id: flour, title: Flour, start: true, summary: What it is., level: beginner, hours: 1.5}
    - id: kneading
      title: Kneading
      hours: 0.5
      needs: [{topic: flour}]
      topics:
      - {id: by-hand, title: By hand, hours: 2, read: [{resource: book}], check: [{ask: Why?, answer: So.}]}
      - {id: by-machine, title: By machine, hours: 30, optional: true}
    practice:
    - {id: loaf, title: A loaf, hours: 4}
  - id: one-of-them
    title: One of them
    choose_one: true
    topics:
    - {id: rye, title: Rye, hours: 2}
    - {id: wheat, title: Wheat, hours: 3, papers: [gluten]}
- id: oven
  title: Oven
  duration: 1 week
  sections:
  - id: heat
    title: Heat
    topics:
    - {id: steam, title: Steam, hours: 8}
    - {id: stone, title: Stone}
resources:
- {id: book, title: A book, kind: book, url: 'https://example.org/', checked: {on: 2026-11-21, in: x}}
- {id: other, title: Other, kind: book}
papers:
- {id: gluten, title: On gluten, doi: 10.1000/182}
documents:
- id: d
  title: D
  file: d.md
  outline:
  - line: 2
    kind: phase
    text: Dough
    items:
    - {line: 3, kind: duration, text: 1 month}
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "bread.yml"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def figures(data: Path) -> Statistics:
    return statistics(RoadmapIndex(load(data).roadmap))


def test_shares_are_counted(figures: Statistics) -> None:
    shares = {f"{coverage.of} {coverage.name}": (coverage.count, coverage.total, coverage.percent) for coverage in figures.coverage}
    assert shares == {
        "topics summary": (1, 8, 12), "topics level": (1, 8, 12), "topics hours": (6, 7, 85), "topics prerequisite_or_start": (4, 8, 50),
        "topics read": (1, 7, 14), "topics check": (1, 7, 14), "topics papers": (1, 7, 14), "papers identifier": (1, 1, 100),
        "papers address": (1, 1, 100), "papers checked": (0, 1, 0), "resources address": (1, 2, 50), "resources access": (0, 2, 0),
        "resources checked": (1, 2, 50), "sections practice": (1, 3, 33),
    }  # fmt: skip
    counts = figures.counts
    assert (counts["topics"], counts["counted_topics"], counts["prerequisites"], counts["questions"], counts["practice"]) == (8, 7, 1, 1, 1)


def test_a_phase_takes_its_required_topics_and_exercises_and_the_longest_of_a_choice(figures: Statistics) -> None:
    dough, oven = figures.phases
    assert (dough.hours, dough.weeks, dough.duration, dough.stated) == (1.5 + 0.5 + 2 + 4 + 3, 2.75, "2-3 weeks", (("d", "1 month"),))
    assert not dough.is_contradictory and dough.timed.percent == 100
    assert (oven.hours, oven.weeks, oven.timed.count, oven.timed.total) == (8, 2, 1, 2)
    assert not oven.is_contradictory, "undecided while a topic has no hours"


def test_the_command_prints_them(data: Path) -> None:
    done = CliRunner().invoke(main, ["stats", "--data", str(data)])
    assert done.exit_code == 0
    assert "topics with prerequisite or start            4 of     8   50 %" in done.output
    assert "Dough: 11 hours, 2.8 weeks; duration 2-3 weeks; d: 1 month\n" in done.output
    assert "Oven: 8 hours, 2.0 weeks; 1 of 2 topics have no hours; duration 1 week\n" in done.output
    figures = json.loads(CliRunner().invoke(main, ["stats", "--json", "--data", str(data)]).output)
    assert figures["coverage"][0] == {"of": "topics", "name": "summary", "count": 1, "total": 8, "percent": 12}
    assert figures["phases"][0]["weeks"] == 2.75 and figures["counts"]["papers"] == 1

"""A data file of format 1 becomes one of format 2, with every link, comment and line end."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from learning_roadmap.cli.main import main
from learning_roadmap.datafile import load, migrate
from learning_roadmap.diagnostics import ProblemsFound
from learning_roadmap.model.index import RoadmapIndex
from learning_roadmap.text.decode import decode

FORMER = """\
# mine
format: 1
id: bread
title: Bread

phases:

- id: dough
  title: Dough
  sections:

  - id: basics
    title: Basics
    topics:
    - id: kneading
      title: Kneading
      level: Beginner
      resources: [video]
    # by hand
    - id: folding
      title: Folding
      papers: [gluten]
      topics:
      - id: coil
        title: Coil fold

resources:
- id: book
  title: A book
  kind: book
  # all of it
  topics: [kneading, coil]
- id: video
  title: A video
  kind: course
  topics: [kneading]

papers:
- id: gluten
  title: On gluten
  topics: [folding, kneading]
"""


def migrated(text: str, path: Path) -> str:
    return migrate(decode(text.encode(), "bread.yml"), path).text.raw.decode()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "bread.yml"
    path.write_bytes(FORMER.encode())
    return path


def run(*arguments: str, data: Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, [*arguments, "--data", str(data)])
    return result.exit_code, result.output


def test_links_are_stored_on_the_topics_in_the_order_in_which_they_were_shown(data: Path) -> None:
    assert run("migrate", data=data) == (0, f"{data}: written.\n")
    index = RoadmapIndex(load(data).roadmap)
    assert index.material_of == {"kneading": ("video", "book", "gluten"), "folding": ("gluten",), "coil": ("book",)}
    assert index.topics_of == {"book": ("kneading", "coil"), "video": ("kneading",), "gluten": ("kneading", "folding")}
    assert index.topics["kneading"].level == "beginner"
    text = data.read_text("utf-8")
    assert "      read:\n      - {resource: video}\n      - {resource: book}\n" in text
    assert "# mine\nformat: 2\n" in text and "    # by hand\n    - id: folding\n" in text and "# all of it\n" in text
    assert run("fmt", "--check", data=data)[0] == 0


def test_a_second_time_changes_nothing(data: Path) -> None:
    assert run("migrate", "--check", data=data)[0] == 1 and data.read_text("utf-8") == FORMER
    assert run("migrate", "--dry-run", data=data)[0] == 0 and data.read_text("utf-8") == FORMER
    run("migrate", data=data)
    once = data.read_bytes()
    assert run("migrate", data=data) == (0, f"{data}: nothing to change.\n") and data.read_bytes() == once
    assert run("migrate", "--check", data=data) == (0, f"{data}: format 2.\n")


def test_line_ends_and_byte_order_mark_stay(data: Path) -> None:
    data.write_bytes(b"\xef\xbb\xbf" + FORMER.replace("\n", "\r\n").encode())
    run("migrate", data=data)
    written = data.read_bytes()
    assert written.startswith(b"\xef\xbb\xbf") and written.count(b"\n") == written.count(b"\r\n") > 10


def test_another_command_names_the_command(data: Path) -> None:
    code, output = run("check", data=data)
    assert code == 1 and output.count("[SCH-") == 1
    assert ":2:9: error: the file has the former format 1 [SCH-VERSION]" in output and "run 'roadmap migrate'" in output


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("topics: [folding, kneading]", "topics: [folding, resting]", 41, "unknown topic 'resting'"),
        ("resources: [video]", "resources: [film]", 18, "unknown resource 'film'"),
        ("level: Beginner", "level: for all", 17, "'for all' is not a valid level"),
        ("title: Folding", "titel: Folding", 21, "unknown field 'titel'"),
    ],
)
def test_nothing_is_dropped_to_make_a_file_valid(old: str, new: str, line: int, message: str, tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound) as caught:
        migrated(FORMER.replace(old, new), tmp_path / "bread.yml")
    assert any(problem.line == line and message in problem.message for problem in caught.value.problems), str(caught.value)


def test_a_newer_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound, match="unknown format version '3'"):
        migrated(FORMER.replace("format: 1", "format: 3"), tmp_path / "bread.yml")


def test_the_new_format_is_no_change_for_learners(data: Path, tmp_path: Path) -> None:
    former = tmp_path / "former.yml"
    former.write_bytes(data.read_bytes())
    run("migrate", data=data)
    assert run("diff", str(former), data=data) == (0, "Nothing changes for learners.\n")
    assert run("check", "--base", str(former), "--sources", str(data.parent), data=data)[0] == 0

"""What a change means for learners, as text, JSON and Markdown."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from learning_roadmap.cli.main import main
from learning_roadmap.diff import CHANGE_FORMATS, Change, Sort
from tests.edit.bread import TEXT


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.yml").write_text(TEXT, encoding="utf-8")
    (tmp_path / "new.yml").write_text(TEXT, encoding="utf-8")
    assert run("fmt").exit_code == 0
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--data", "new.yml"])


def test_every_kind_of_change_is_reported(folder: Path) -> None:
    for arguments in (
        ("add", "topic", "Scoring", "--in", "Heat"),
        ("rename", "steam", "Steam and vapour"),
        ("move", "proving", "--to", "basics"),
        ("merge", "coil", "--into", "letter", "--reason", "one lesson"),
    ):
        assert run(*arguments).exit_code == 0
    path = folder / "new.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("hours: 2", "hours: 3"), encoding="utf-8")
    assert run("diff", "old.yml").stdout == (
        "New (1):\n  topic 'Scoring' in Oven ▸ Heat\n\n"
        "Removed (1):\n  topic 'Coil fold' in Dough ▸ Basics ▸ Folding: merged into 'Letter fold'; learners' ticks move there (one lesson)\n\n"
        "Renamed (1):\n  topic 'Steam' is now 'Steam and vapour'\n\n"
        "Moved (1):\n  topic 'Proving': from Dough ▸ More to Dough ▸ Basics\n\n"
        "Changed (3):\n  topic 'Kneading': hours: 2 → 3\n  topic 'Letter fold': other names: added Coil fold\n"
        "  topic 'Steam and vapour': other names: added Steam\n"
    )
    found = json.loads(run("diff", "old.yml", "--format", "json").stdout)
    assert [change["id"] for change in found] == ["scoring", "coil", "steam", "proving", "kneading", "letter", "steam"]


def test_gaining_or_losing_subtopics_reports_what_happens_to_ticks(folder: Path) -> None:
    for arguments in (("add", "topic", "Slap <b>", "--in", "kneading"), ("move", "coil", "--to", "basics"), ("move", "letter", "--to", "basics")):
        assert run(*arguments).exit_code == 0
    said = run("diff", "old.yml").stdout
    assert (
        "Subtopics (2):\n  topic 'Kneading' now has subtopics: learners' ticks move to Slap <b>\n"
        "  topic 'Folding' no longer has subtopics: it starts with the state of Coil fold, Letter fold\n"
    ) in said
    assert "Slap <b>" not in run("diff", "old.yml", "--format", "markdown").stdout
    checked = run("check", "--base", "old.yml")
    assert "warning: 'kneading' now has subtopics: learners' ticks of it move to 'Slap <b>' [ID-SUBTOPICS]" in checked.stderr
    assert "warning: 'folding' no longer has subtopics: it starts with the state of 'Coil fold', 'Letter fold' [ID-LEAF]" in checked.stderr
    # A subtopic more or less is no such thing.
    (folder / "between.yml").write_bytes((folder / "new.yml").read_bytes())
    assert run("add", "topic", "Fourth", "--in", "kneading").exit_code == 0
    assert "ID-SUBTOPICS" not in run("check", "--base", "between.yml").stderr
    assert "Subtopics" not in run("diff", "between.yml").stdout


def test_changes_of_order_history_and_every_field_are_reported(folder: Path) -> None:
    path = folder / "new.yml"
    text = (
        path.read_text(encoding="utf-8").replace("kind: book", "kind: course\n  url: https://example.org/").replace("title: Bread", "title: Cake", 1)
    )
    text = text.replace("reason: it is the idea", "reason: another").replace("into: [kneading]}", "into: [folding]}")
    text = text.replace("      - id: coil\n        title: Coil fold\n      - id: letter\n        title: Letter fold\n",
                        "      - id: letter\n        title: Letter fold\n      - id: coil\n        title: Coil fold\n")  # fmt: skip
    path.write_text(text.replace("file: d.md", "file: e.md"), encoding="utf-8")
    said = run("diff", "old.yml").stdout
    for words in (
        "roadmap 'Bread' is now 'Cake'", "topic 'Folding': order of its topics", "kind: book → course", "address: (nothing) → https://example.org/",
        "prerequisites: Kneading (it is the idea) → Kneading (another)", "tombstone: merged kneading → merged folding",
        "document 'D': file: d.md → e.md",
    ):  # fmt: skip
        assert words in said, said


def test_changes_of_one_entry_are_told_together_and_of_lists_and_long_texts_only_what_differs(folder: Path) -> None:
    long = "A dough is folded over itself several times, so that its net of gluten becomes strong, and it is then left alone"
    assert run("set", "kneading", "summary", f"{long} for an hour.").exit_code == 0
    for name in ("Working", "Handling"):
        assert run("set", "kneading", "also", name, "--add").exit_code == 0
    (folder / "old.yml").write_bytes((folder / "new.yml").read_bytes())
    for arguments in (("summary", f"{long} for a night."), ("hours", "4"), ("also", "Stretching", "--add"), ("also", "Working", "--remove")):
        assert run("set", "kneading", *arguments).exit_code == 0
    assert run("diff", "old.yml").stdout == (
        "Changed (1):\n  topic 'Kneading':\n    other names: Working → Stretching\n"
        "    summary: … then left alone for an hour. → … then left alone for a night.\n    hours: 2 → 4\n"
    )
    assert "- topic 'Kneading':\n  - other names: Working → Stretching\n" in run("diff", "old.yml", "--format", "markdown").stdout
    changes = json.loads(run("diff", "old.yml", "--format", "json").stdout)
    assert [change["added"] for change in changes] == [["Stretching"], [], []] and changes[1]["before"] == f"{long} for an hour."


def test_what_many_entries_share_is_told_once() -> None:
    new = [Change(Sort.NEW, f"t{number}", "topic", f"T{number}", ("P", "S")) for number in range(12)]
    hours = [Change(Sort.CHANGED, f"t{number}", "topic", f"T{number}", (), "hours", "", str(number)) for number in range(11)]
    other = [Change(Sort.CHANGED, "t1", "topic", "T1", (), "hours", "1", "2"), Change(Sort.MOVED, "t1", "topic", "T1", (), "", "P", "P ▸ S")]
    titles = ", ".join(f"'T{number}'" for number in range(10))
    assert CHANGE_FORMATS["text"]([*new, *other, *hours]) == (
        f"New (12):\n  12 topics in P ▸ S: {titles} and 2 more\n\nMoved (1):\n  topic 'T1': from P to P ▸ S\n\n"
        f"Changed (11):\n  11 entries now have 'hours': {titles} and 1 more\n  topic 'T1': hours: 1 → 2"
    )
    assert CHANGE_FORMATS["text"](hours[:10]).count("\n") == 10


def test_changes_that_learners_do_not_see_are_not_reported(folder: Path) -> None:
    path = folder / "new.yml"
    path.write_text("# a comment\n" + path.read_text(encoding="utf-8").replace("words: Folding", "words: 'Folding'"), encoding="utf-8")
    assert run("diff", "old.yml").stdout == "Nothing changes for learners.\n"


def test_markdown_output_contains_no_markup_of_the_data(folder: Path) -> None:
    evil = "@everyone #1 <img src=x> [a](https://evil.example) `x` ![y](z) :tada: ::error:: | https://evil.example"
    path = folder / "new.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("title: Steam", f"title: '{evil}'"), encoding="utf-8")
    shown = run("diff", "old.yml", "--format", "markdown").stdout
    line = next(line for line in shown.split("\n") if line.startswith("- "))
    assert not set("@#<>[]()`!:|/") & set(line.replace("&#", "").replace(";", "").removeprefix("- ").replace("&", ""))
    assert "everyone" in line


def test_an_entry_removed_without_a_tombstone_is_reported(folder: Path) -> None:
    path = folder / "new.yml"
    text = path.read_text(encoding="utf-8").replace("    topics:\n    - id: steam\n      title: Steam\n", "")
    path.write_text(text.replace("[kneading, steam]", "[kneading]"), encoding="utf-8")
    assert "topic 'Steam' in Oven ▸ Heat: removed without a tombstone" in run("diff", "old.yml").stdout

"""Commands that run at the same time all change the file, or say that they did not. So does one beside an editor."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from learning_roadmap.cli.edit import change
from learning_roadmap.cli.main import main
from learning_roadmap.cli.replacement import replacing
from learning_roadmap.datafile import load
from learning_roadmap.diagnostics import ProblemsFound
from learning_roadmap.edit import EditSession, rename
from tests.command import reports
from tests.families import IS_ALL

COUNT = 200 if IS_ALL else 5
DATA = """# yaml-language-server: $schema=roadmap.schema.json
format: 2
id: bread
title: Bread

tips:
- id: rest-well
  title: Rest well
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "roadmap.yml"
    path.write_text(DATA, "utf-8")
    return path


@pytest.mark.slow
def test_no_parallel_edit_is_lost(data: Path) -> None:
    commands = [
        subprocess.Popen(
            [sys.executable, "-c", "from learning_roadmap.cli.main import main; main()", "add", "tip", f"Tip {number}", "--data", str(data)],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )
        for number in range(COUNT)
    ]  # fmt: skip
    errors = [command.communicate()[1] for command in commands]
    assert [command.returncode for command in commands] == [0] * COUNT, errors
    assert {tip.title for tip in load(data).roadmap.tips} == {"Rest well", *(f"Tip {number}" for number in range(COUNT))}
    assert [path.name for path in data.parent.iterdir()] == ["roadmap.yml"]


def test_a_change_in_an_editor_is_not_overwritten(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def operation(session: EditSession) -> None:
        rename(session, "rest-well", "Rest")
        data.write_text(DATA + "- {id: mine, title: Mine}\n", "utf-8")

    with pytest.raises(SystemExit):
        change(data, False, False, operation)
    output = capsys.readouterr()
    assert "mine" in data.read_text("utf-8") and "the file was changed while this command was running" in output.err
    assert "now called" not in output.out and "written." not in output.out


def test_a_file_that_appears_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    with replacing(tmp_path / "new.yml") as replace:
        (tmp_path / "new.yml").write_text("theirs", "utf-8")
        with pytest.raises(ProblemsFound, match="changed while"):
            replace(b"ours")
    assert (tmp_path / "new.yml").read_text("utf-8") == "theirs"


@pytest.mark.parametrize(("error", "says"), [(28, "No space left on device — free some space"), (13, "Permission denied — you need permission")])
def test_a_failed_write_names_the_file_and_reports_nothing_as_done(data: Path, monkeypatch: pytest.MonkeyPatch, error: int, says: str) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(error, os.strerror(error), "/somewhere/.roadmap.yml.x1")

    monkeypatch.setattr("tempfile.mkstemp" if error == 13 else "os.fsync", fail)
    done = CliRunner().invoke(main, ["add", "tip", "Sleep", "--data", str(data)])
    assert done.exit_code == 1 and reports(done.stderr, says) and f"{data}: " in done.stderr and ":1:1" not in done.stderr
    assert "Sleep" not in done.stdout and data.read_text("utf-8") == DATA
    assert [path.name for path in data.parent.iterdir()] == ["roadmap.yml"]


def test_a_new_file_has_the_permissions_that_the_user_wants(tmp_path: Path) -> None:
    document = tmp_path / "notes.md"
    document.write_text("# Notes\n## Phase 1: A\n- b\n", "utf-8")
    mask = os.umask(0o077)
    try:
        CliRunner().invoke(main, ["import", str(document), "--data", str(tmp_path / "roadmap.yml")])
    finally:
        os.umask(mask)
    assert (tmp_path / "roadmap.yml").stat().st_mode & 0o777 == 0o600

"""An error in the command line is located at the option or argument that is wrong, never at a line of a file."""

import re
import shutil
from pathlib import Path

import pytest

from tests.command import roadmap
from tests.paths import EXAMPLE, EXAMPLE_DATA

# Options and arguments that are wrong, the location that is printed, and the code.
WRONG_OPTIONS = {
    "phase": ("guide --phase nowhere", "--phase", "REF-UNKNOWN"),
    "document of a guide": ("guide --document nowhere", "--document", "REF-UNKNOWN"),
    "site": ("guide --site javascript:alert(1)", "--site", "URL"),
    "base of a check": ("check --base nowhere", "--base", "BASE"),
    "base of a diff": ("diff nowhere", "BASE", "BASE"),
    "folder without documents": ("import --sources empty", "--sources", "SRC-NONE"),
    "folder that does not exist": ("sources --sources nowhere", "--sources", "SRC-NONE"),
    "document that does not exist": ("import nowhere.md", "FILES", "FILE"),
    "export into another folder": ("export content", "DIR", "EXPORT-FOLDER"),
    "export into a file": ("export notes.txt", "DIR", "EXPORT-FOLDER"),
    "export below a file": ("export notes.txt/site", "DIR", "EXPORT-FOLDER"),
    "export into the pages": ("export pages/site --pages pages", "DIR", "EXPORT-FOLDER"),
    "pages of an export": ("export site --pages nowhere", "--pages", "FILE"),
    "configuration of an export": ("export site --config nowhere.yml", "--config", "FILE"),
    "project in a file": ("init notes.txt", "DIR", "INIT-EXISTS"),
    "project below a file": ("init notes.txt/new", "DIR", "INIT-EXISTS"),
    "document of a project": ("init new --document nowhere.md", "--document", "FILE"),
    "title of a project": ("init new --title=", "--title", "SCH-TITLE"),
    "id of a project": ("init new --id Wrong", "--id", "SCH-ID"),
    "source of a project": ("init new --install-from nowhere", "--install-from", "SCH-INSTALL-FROM"),
    "event": ("suggestion nowhere.json --out out", "EVENT", "FILE"),
    "forms": ("suggestion event.json --out out --forms empty", "--forms", "FORM-NONE"),
    "parent": ("add topic New --in nowhere", "--in", "REF-UNKNOWN"),
    "parent of another kind": ("add topic New --in deep-learning", "--in", "REF-KIND"),
    "reference": ("add resource New --kind book --topic nowhere", "--topic", "REF-UNKNOWN"),
    "item of a list": ("add paper New --author=", "--author", "SCH-AUTHORS"),
    "title of an entry": ("add topic= --in regularization", "TITLE", "SCH-TITLE"),
    "entry": ("rename nowhere New", "ENTRY", "REF-UNKNOWN"),
    "new title": ("rename dropout=", "TITLE", "SCH-TITLE"),
    "entry with parts": ("retire regularization", "ENTRY", "EDIT-PARTS"),
    "reason": ("retire dropout --reason=", "--reason", "SCH-REASON"),
    "new parent": ("move dropout --to nowhere", "--to", "REF-UNKNOWN"),
    "move into itself": ("move regularization --to regularization", "--to", "EDIT-PLACE"),
    "move into its own part": ("move regularization --to dropout", "--to", "EDIT-PLACE"),
    "move a phase into another entry": ("move deep-learning --to regularization", "--to", "EDIT-PLACE"),
    "move before itself": ("move dropout --before dropout", "--before", "EDIT-PLACE"),
    "move after itself": ("move dropout --after dropout", "--after", "EDIT-PLACE"),
    "move after nothing": ("move dropout --after=", "--after", "REF-UNKNOWN"),
    "merge into itself": ("merge dropout --into dropout", "--into", "EDIT-INTO"),
    "merge into its own part": ("merge regularization --into dropout", "--into", "EDIT-INTO"),
    "merge into another kind": ("merge dropout --into deep-learning", "--into", "REF-KIND"),
    "goal of a path": ("path nowhere", "GOAL", "REF-UNKNOWN"),
    "goal that is a resource": ("path google-colab", "GOAL", "REF-KIND"),
    "known topic": ("path dropout --known nowhere", "--known", "REF-UNKNOWN"),
    "known resource": ("path dropout --known google-colab", "--known", "REF-KIND"),
    "one part": ("split dropout --into One", "--into", "EDIT-INTO"),
    "part without a title": ("split dropout --into One --into=", "--into", "SCH-TITLE"),
}
COMMANDS_WITH_DATA = (
    *("add paper New", "check", "diff nowhere", "export site", "fmt", "guide", "import --check", "links"),
    *("path a", "rename a b", "retire a"),
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLE / "content", tmp_path / "content")
    (tmp_path / "empty").mkdir()
    (tmp_path / "pages").mkdir()
    (tmp_path / "notes.txt").write_text("", "utf-8")
    event = '{"issue": {"number": 1, "title": "New", "body": "", "labels": [{"name": "suggestion: topic"}]}}'
    (tmp_path / "event.json").write_text(event, "utf-8")
    return tmp_path


def arguments(line: str) -> list[str]:
    """The words of a command line. A last ``=`` without an option is an empty argument."""
    return [word for part in line.split() for word in ([part[:-1], ""] if part.endswith("=") and not part.startswith("-") else [part])]


@pytest.mark.parametrize(("line", "location", "code"), WRONG_OPTIONS.values(), ids=WRONG_OPTIONS)
def test_an_error_names_the_option_or_argument(project: Path, line: str, location: str, code: str) -> None:
    done = roadmap(*arguments(line), cwd=project)
    assert done.returncode == 1
    assert re.match(rf"Error: {re.escape(location)}: .* \[{code}\]\n", done.stderr), done.stderr
    assert (project / "content" / "roadmap.yml").read_bytes() == EXAMPLE_DATA.read_bytes()


@pytest.mark.parametrize("line", COMMANDS_WITH_DATA)
def test_a_missing_data_file_is_an_error_of_its_option(project: Path, line: str) -> None:
    done = roadmap(*line.split(), "--data", "nowhere.yml", cwd=project)
    assert done.returncode == 1
    assert done.stderr.startswith("Error: --data: file not found: 'nowhere.yml' [FILE]"), done.stderr
    assert "change to the folder of your roadmap" in done.stderr and "roadmap init" in done.stderr


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("chekc", "Error: unknown command 'chekc' — did you mean 'check'?"),
        ("xyzzy", "Error: unknown command 'xyzzy' — 'roadmap --help' lists all commands"),
        ("add topik", "Error: 'topik' is not a kind of entry — did you mean 'topic'?"),
        ("check --bas HEAD", "'--bas'. Did you mean '--base'?"),
    ],
)
def test_the_nearest_command_or_option_is_suggested(tmp_path: Path, line: str, message: str) -> None:
    done = roadmap(*line.split(), cwd=tmp_path)
    assert done.returncode == 2 and message in done.stderr

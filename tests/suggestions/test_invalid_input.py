"""Invalid titles and invalid form files get a reply, never a traceback."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from learning_roadmap.cli.main import main
from tests.suggestions.forms import apply_suggestion, event, reply_text, write_event

MINE = "I wrote it and anyone may use it"


@pytest.mark.parametrize("title", ["Constructor", "one\ntwo", "x" * 4_001])
def test_a_document_with_an_invalid_title_gets_a_reply(project: Path, title: str) -> None:
    result = apply_suggestion(project, event("document", title=title, licence=MINE, text="# X\n\n- a\n"))
    assert result.exit_code == 1 and "Error: Title: " in result.stderr and "[SCH-" in result.stderr
    assert "- **Title**: " in reply_text(project)


@pytest.mark.parametrize("title", ["Constructor", "one\ntwo", "x" * 4_001])
@pytest.mark.parametrize("change", ["Rename", "Split", "Merge"])
def test_a_fix_with_invalid_titles_gets_a_reply(project: Path, title: str, change: str) -> None:
    apply_suggestion(project, event("fix", entry="Dropout", change=change, to=f"{title}\nother"))
    assert reply_text(project)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"a: [", "FORM-NONE"), (b"a: \xff", "ENC-UTF8"), (b"", "FORM-NONE"), (b"- a", "FORM-NONE"), (b"[" * 5_000, "FORM-NONE"),
        (b"labels: ['suggestion: topic']", "FORM-NONE"), (b"labels: ['suggestion: topic']\nbody: 1", "FORM-NONE"),
        (b"labels: ['suggestion: topic']\nbody: [{id: a}]", "FORM-NONE"), (b"labels: 7", "FORM-NONE"), (b"a: 2001-99-99", "FORM-NONE"),
    ],
)  # fmt: skip
def test_an_invalid_form_file_is_reported(project: Path, content: bytes, code: str) -> None:
    (project / "forms").mkdir()
    (project / "forms" / "odd.yml").write_bytes(content)
    write_event(project, event("topic", title="X", place="Dropout"))
    result = CliRunner().invoke(main, ["suggestion", "event.json", "--out", "out", "--forms", "forms"])
    assert isinstance(result.exception, SystemExit) and result.exit_code == 1 and f"[{code}]" in result.stderr
    assert reply_text(project).startswith("This could not be applied automatically")

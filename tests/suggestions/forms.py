"""Events as GitHub makes them of our forms, and the command that applies them."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from learning_roadmap.cli.main import main
from learning_roadmap.suggestions.form import IssueForm
from learning_roadmap.suggestions.form_files import read_forms
from tests.paths import ROOT

FORMS = read_forms(ROOT / ".github" / "ISSUE_TEMPLATE")
FENCED = {"document": {"text"}}


def body(form: IssueForm, /, **given: str) -> str:
    """The text of an issue: each answer under its label."""
    parts = []
    for field in form.fields:
        value = given.get(field.id, "_No response_")
        if field.id in FENCED.get(form.kind, ()):
            value = f"```markdown\n{value}\n```"
        parts.append(f"### {field.label}\n\n{value}")
    return "\r\n\r\n".join(parts).replace("\r\n", "\n").replace("\n", "\r\n")


def event(form: str, /, whole: str | None = None, **given: str) -> str:
    """The event of a label being put on an issue."""
    labels = [{"name": f"suggestion: {form}"}, {"name": "approved"}]
    issue = {"number": 7, "title": "Topic: $(id)", "labels": labels, "body": body(FORMS[form], **given) if whole is None else whole}
    return json.dumps({"action": "labeled", "label": {"name": "approved"}, "issue": issue})


def write_event(folder: Path, content: str) -> Path:
    path = folder / "event.json"
    path.write_text(content, encoding="utf-8")
    return path


def apply_suggestion(project: Path, content: str) -> Result:
    write_event(project, content)
    result = CliRunner().invoke(main, ["suggestion", "event.json", "--out", "out"])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def reply_text(project: Path, name: str = "comment.md") -> str:
    return (project / "out" / name).read_text(encoding="utf-8")

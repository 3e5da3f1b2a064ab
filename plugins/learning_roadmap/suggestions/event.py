"""The GitHub event of an issue. All of its content is untrusted."""

import json
from dataclasses import dataclass
from pathlib import Path

from learning_roadmap.diagnostics import Place, Problem, ProblemsFound
from learning_roadmap.suggestions.form import LABEL
from learning_roadmap.text import MEBIBYTE, read_text


@dataclass(frozen=True)
class Suggestion:
    """The content of an issue that was created with a form.

    Attributes:
        kind: of the form, such as ``topic``.
        number: of the issue.
    """

    kind: str
    number: int
    title: str
    text: str

    @property
    def name(self) -> str:
        """The issue's name in messages."""
        return f"issue #{self.number}"


def read_event(path: Path) -> Suggestion:
    """The suggestion in an event's file.

    Raises:
        ProblemsFound: when the file is not the event of an issue that was created with one of the forms.
    """
    text = "\n".join(read_text(path, 4 * MEBIBYTE).lines)
    try:
        event = json.loads(text)
        issue = event["issue"]
        labels = [str(label["name"]) for label in issue["labels"]]
        number, title, body = issue["number"], issue["title"], issue["body"] or ""
    except (ValueError, KeyError, TypeError, RecursionError):
        raise _no_event(path, "the file is not the event of an issue") from None
    if type(number) is not int or number < 1 or not isinstance(title, str) or not isinstance(body, str):
        raise _no_event(path, "the file is not the event of an issue")
    kinds = [label.removeprefix(LABEL) for label in labels if label.startswith(LABEL)]
    if len(kinds) != 1:
        fix = "keep only the label of its form, or open a new issue with a form"
        raise _no_event(path, f"expected one label that begins with '{LABEL}', found {len(kinds)}", fix)
    return Suggestion(kinds[0], number, title, body)


def _no_event(path: Path, message: str, fix: str = "use the event file of the labelled issue") -> ProblemsFound:
    return ProblemsFound([Problem(Place(path.name), "FORM-EVENT", message, fix)])

"""An issue form as GitHub defines it, and its answers in the text of an issue.

Source: GitHub documentation, "Syntax for GitHub's form schema": each answer follows a heading of level 3 with the
field's label, and a skipped one is ``_No response_``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from learning_roadmap.diagnostics import Place, Problem, ProblemsFound, excerpt

NO_ANSWER = "_No response_"
# What people write into a field that they need not fill in.
NOTHING = frozenset({"-", "--", "—", "–", "/", "n/a", "na", "none", "none.", "nothing", "no"})
FENCE = re.compile(r"\A(`{3,})[a-z]*\n(.*)\n\1\Z", re.DOTALL)
# GitHub puts a label on each issue of a form: this prefix and the kind of the form.
LABEL = "suggestion: "


@dataclass(frozen=True)
class IssueField:
    """A field of a form."""

    id: str
    label: str
    is_required: bool
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class IssueForm:
    """A form: its kind, such as ``topic``, and its fields in order."""

    kind: str
    fields: tuple[IssueField, ...]


def answers(form: IssueForm, text: str, place: str) -> dict[str, str]:
    """The answers by the ids of their fields. Skipped ones are empty, and so is "none" in a field that may be.

    The last field takes the rest of the text, so that it can contain a document with headings.

    Raises:
        ProblemsFound: with every field that is missing, appears twice, is empty, or is not one of its choices.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    problems: list[Problem] = []
    values: dict[str, str] = {}
    starts: list[int] = []
    next_line = 0
    for field in form.fields:
        heading = f"### {field.label}"
        start = next((line_number for line_number in range(next_line, len(lines)) if lines[line_number].rstrip() == heading), None)
        if start is None:
            fix = "edit the issue and restore the heading of the form, or open a new issue"
            problems.append(Problem(Place(place), "FORM-FIELD", f"the field '{field.label}' is missing", fix))
            continue
        starts.append(start)
        next_line = start + 1
    if problems:
        raise ProblemsFound(problems)
    for field, start, end in zip(form.fields, starts, [*starts[1:], len(lines)], strict=True):
        value = "\n".join(lines[start + 1 : end]).strip()
        values[field.id] = "" if value == NO_ANSWER or (not field.is_required and value.casefold() in NOTHING) else value
        problems += _problems_of_answer(field, values[field.id], lines[: starts[-1]], Place(place, start + 1))
    if problems:
        raise ProblemsFound(problems)
    return values


def _problems_of_answer(field: IssueField, value: str, before_last: list[str], location: Place) -> Iterator[Problem]:
    def problem(message: str, fix: str) -> Problem:
        return Problem(location, "FORM-FIELD", message, fix)

    if sum(line.rstrip() == f"### {field.label}" for line in before_last) > 1:
        yield problem(f"the heading '{field.label}' appears twice", "edit the issue, and do not use the form's headings in your text")
    if field.is_required and not value:
        yield problem(f"the field '{field.label}' is empty", "edit the issue, and fill it in")
    if field.options and value and value not in field.options:
        yield problem(f"'{excerpt(value)}' is not one of the choices for '{field.label}'", f"choose one of: {', '.join(field.options)}")


def rows(value: str) -> list[str]:
    """The lines of an answer that are not blank, without bullets.

    >>> rows("- a\\n\\n* b: c")
    ['a', 'b: c']
    """
    return [row for line in value.split("\n") if (row := re.sub(r"^\s*[-*+]\s+", "", line).strip())]


def unfenced(value: str) -> str:
    """The text inside the code fence that GitHub puts around an answer.

    >>> unfenced("```markdown\\n# A\\n```")
    '# A'
    """
    fence = FENCE.match(value)
    return fence[2] if fence else value

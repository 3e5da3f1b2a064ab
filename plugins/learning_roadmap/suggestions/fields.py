"""Locate problems in the fields of a form: people see the form, not the data file."""

from dataclasses import replace

from learning_roadmap.diagnostics import EntryField, FormAnswer, Option, Problem
from learning_roadmap.suggestions.form import IssueForm

# The form field for each option of the commands.
FIELD_OF = {
    "TITLE": "title", "--in": "place", "--need": "needs", "--read": "resources", "--topic": "topics", "--hours": "hours", "--url": "url",
    "--author": "authors", "--provider": "provider", "--year": "year", "--summary": "summary", "--also": "also", "--kind": "kind",
    "ENTRY": "entry", "CHANGE": "change", "FIELD": "change", "VALUE": "to", "--to": "to", "--into": "to", "--reason": "reason",
}  # fmt: skip


def located_in_form(problem: Problem, form: IssueForm, answers: dict[str, str]) -> Problem:
    """The problem, located in a field of the form if one fits, with a fix for somebody who has only a browser."""
    if problem.code == "DUP-NAME":
        problem = replace(problem, fix="if it is the same, close the issue; otherwise, edit it and choose another title")
    labels = {field.id: field.label for field in form.fields}
    match problem.location:
        case Option(name):
            id = "to" if form.kind == "fix" and name == "TITLE" else FIELD_OF.get(name, "")
        case EntryField() if form.kind == "fix":
            id = "to" if answers["to"] else "entry"
        case EntryField() if problem.code.startswith("URL"):
            id = "url"
        case EntryField(_, name):
            id = name if name in labels else "title"
        case _:
            id = ""
    return replace(problem, location=FormAnswer(labels[id])) if id in labels else problem

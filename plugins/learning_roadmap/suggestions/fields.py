"""Which field of a form a problem is about: people know the form, not the file that comes of it."""

from dataclasses import replace

from learning_roadmap.datafile import examine, placed_entries
from learning_roadmap.diagnostics import Problem
from learning_roadmap.suggestions.form import Form
from learning_roadmap.text import decode

# Which field stands behind what the commands call their options.
FIELD_OF = {
    "TITLE": "title", "--in": "place", "--need": "needs", "--resource": "resources", "--topic": "topics", "--hours": "hours", "--url": "url",
    "--authors": "authors", "--provider": "provider", "--year": "year", "--summary": "summary", "--also": "also", "--kind": "kind",
    "ID": "entry", "--to": "to", "--into": "to",
}  # fmt: skip
RESULT = "the result"


def named(problem: Problem, form: Form, given: dict[str, str], text: str | None) -> Problem:
    """The problem, said of a field of the form. ``text`` is the data file with the new entry in it, where there is one."""
    labels = {field.id: field.label for field in form.fields}
    if problem.file != RESULT:
        id = FIELD_OF.get(problem.file, "")
    elif form.kind == "fix":
        id = "to" if given["to"] else "entry"
    elif problem.code.startswith("URL"):
        id = "url"
    else:
        id = _field_at(text or "", (problem.line, problem.column))
        id = id if id in labels else "title"
    return replace(problem, file=labels[id], line=1, column=1) if id in labels else problem


def _field_at(text: str, mark: tuple[int, int]) -> str:
    """The field of the entry that stands at a place of the data file."""
    tree = examine(decode(text.encode(), RESULT)).tree
    entries = [entry.block for entry in placed_entries(tree)] if tree is not None else []
    holders = [block for block in entries if block.mark <= mark]
    if not holders:
        return ""
    nearest = max(holders, key=lambda block: block.mark)
    before = [(at, name) for name, at in nearest.keys_at.items() if at <= mark]
    return max(before)[1] if before else ""

"""The texts about a suggestion: title, body and comment of its pull request, and the reply to an issue that is refused."""

from collections.abc import Sequence

from learning_roadmap.diagnostics import ROOM, Problem, escaped, excerpt, fitting
from learning_roadmap.diff import Change, Sort, changes_as_markdown
from learning_roadmap.suggestions.event import Suggestion

WARNINGS_ROOM = ROOM // 3  # the share of a comment that warnings may take
MAX_EXCERPT = 600

# How a title names a change. The most important change is named.
LABELS = {Sort.GONE: "retire", Sort.RENAMED: "rename", Sort.MOVED: "move", Sort.NEW: "add",
          Sort.REGROUPED: "change subtopics of", Sort.CHANGED: "change"}  # fmt: skip


def title(suggestion: Suggestion, changes: Sequence[Change]) -> str:
    """The title of the pull request and its commit: fixed words, a kind and an id.

    It contains no text from the form, because GitHub acts on commands in titles, such as "fixes #3", "[skip ci]" or "@name".
    """
    order = list(LABELS)
    first = min(changes, key=lambda change: (change.kind != suggestion.kind and change.kind != "document", order.index(change.sort)))
    return excerpt(f"Suggestion #{suggestion.number}: {LABELS[first.sort]} {first.kind} {first.id}", 120)


def body(suggestion: Suggestion) -> str:
    """The text of the pull request."""
    return f"Closes #{suggestion.number}. Created from its form.\n\nThe comment below lists the changes for learners.\n"


def comment(changes: Sequence[Change], warnings: Sequence[Problem]) -> str:
    """The changes for learners, and warnings to review."""
    warning_list = f"\n## Warnings\n\n{_bullets(warnings, WARNINGS_ROOM)}\n" if warnings else ""
    return f"## What changes for learners\n\n{changes_as_markdown(changes, ROOM - len(warning_list))}\n{warning_list}"


def refusal(problems: Sequence[Problem]) -> str:
    """The reply to an issue that could not be applied."""
    what_next = "Edit the issue, and ask a maintainer to add the label 'approved' again."
    if all(problem.code == "FORM-PERSON" for problem in problems):
        what_next = "You need not do anything: a maintainer answers here."
    return f"This could not be applied automatically:\n\n{_bullets(problems)}\n\n{what_next} Nothing has been changed.\n"


def _bullets(problems: Sequence[Problem], room: int = ROOM) -> str:
    return fitting([f"- {_describe(problem)}" for problem in problems], room)


def _describe(problem: Problem) -> str:
    file, message, fix = (escaped(excerpt(text, MAX_EXCERPT)) for text in (problem.file, problem.message, problem.fix))
    return f"**{file}**: {message} — {fix}"

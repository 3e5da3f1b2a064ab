"""What a suggestion came to, in words: the title and text of a pull request, and the answer under the issue."""

from collections.abc import Sequence

from learning_roadmap.diagnostics import ROOM, Problem, escaped, excerpt, fitting
from learning_roadmap.diff import Change, Sort, changes_as_markdown
from learning_roadmap.suggestions.event import Suggestion

WARNINGS = ROOM // 3  # what they may take of a comment's room
LONG = 600

# What a title calls a change; what tells most stands first.
CALLED = {Sort.GONE: "end of", Sort.RENAMED: "new title of", Sort.MOVED: "new place of", Sort.NEW: "new",
          Sort.REGROUPED: "new subtopics of", Sort.CHANGED: "change of"}  # fmt: skip


def title(suggestion: Suggestion, changes: Sequence[Change]) -> str:
    """One line for the pull request and its commit, of our own words, a kind and an id.

    The host searches it for commands, such as "fixes #3", "[skip ci]" or "@name": no word of the form is in it.
    """
    order = list(CALLED)
    first = min(changes, key=lambda change: (change.kind != suggestion.kind and change.kind != "document", order.index(change.sort)))
    return excerpt(f"Suggestion #{suggestion.number}: {CALLED[first.sort]} {first.kind} {first.id}", 120)


def body(suggestion: Suggestion) -> str:
    """The text of the pull request."""
    return f"Made of #{suggestion.number} by its form. Closes #{suggestion.number}.\n\nThe comment below says what changes for learners.\n"


def comment(changes: Sequence[Change], warnings: Sequence[Problem]) -> str:
    """What changes for learners, and what a person should look at."""
    noted = f"\n## To look at\n\n{_list(warnings, WARNINGS)}\n" if warnings else ""
    return f"## What changes for learners\n\n{changes_as_markdown(changes, ROOM - len(noted))}\n{noted}"


def refusal(problems: Sequence[Problem]) -> str:
    """The answer under an issue that could not be carried out."""
    return (
        f"This could not be carried out by itself:\n\n{_list(problems)}\n\n"
        "Edit the issue, and ask a maintainer to put the label “approved” on again. Nothing was changed so far.\n"
    )


def _list(problems: Sequence[Problem], room: int = ROOM) -> str:
    return fitting([f"- {_said(problem)}" for problem in problems], room)


def _said(problem: Problem) -> str:
    file, message, fix = (escaped(excerpt(text, LONG)) for text in (problem.file, problem.message, problem.fix))
    return f"**{file}**: {message} — {fix}"

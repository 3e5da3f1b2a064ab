"""What a suggestion came to, in words: the title and text of a pull request, and the answer under the issue."""

from collections.abc import Sequence

from mkdocs_roadmap.changes import Change
from mkdocs_roadmap.changes.words import as_markdown
from mkdocs_roadmap.problems import Problem, escaped, excerpt
from mkdocs_roadmap.suggestions.applying import Applied
from mkdocs_roadmap.suggestions.event import Suggestion


def title(suggestion: Suggestion, applied: Applied) -> str:
    """One line for the pull request and its commit. Titles are shown as text, yet are searched for commands such as "fixes"."""
    return f"{excerpt(applied.said[-1] if applied.said else suggestion.kind, 100)} (from #{suggestion.number})"


def body(suggestion: Suggestion) -> str:
    """The text of the pull request."""
    return f"Made of #{suggestion.number} by its form. Closes #{suggestion.number}.\n\nThe comment below says what changes for learners.\n"


def comment(changes: Sequence[Change], warnings: Sequence[Problem]) -> str:
    """What changes for learners, and what a person should look at."""
    noted = "".join(f"- {_said(warning)}\n" for warning in warnings)
    return f"## What changes for learners\n\n{as_markdown(changes)}\n" + (f"\n## To look at\n\n{noted}" if noted else "")


def refusal(problems: Sequence[Problem]) -> str:
    """The answer under an issue that could not be carried out."""
    found = "".join(f"- {_said(problem)}\n" for problem in problems)
    return (
        f"This could not be carried out by itself:\n\n{found}\n"
        "Edit the issue, and ask a maintainer to take the label “approved” off and put it on again. Nothing was changed so far.\n"
    )


def _said(problem: Problem) -> str:
    return f"**{escaped(problem.file)}**: {escaped(problem.message)} — {escaped(problem.fix)}"

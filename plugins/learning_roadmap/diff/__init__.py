"""What changed between two states of a roadmap, as a learner sees it."""

from learning_roadmap.diff.compare import Change, Sort, compare
from learning_roadmap.diff.words import CHANGE_FORMATS, changes_as_markdown

__all__ = [
    "CHANGE_FORMATS",
    "Change",
    "Sort",
    "changes_as_markdown",
    "compare",
]

"""What changed between two states of a roadmap, as a learner sees it."""

from learning_roadmap.diff.compare import Change, Sort, compare
from learning_roadmap.diff.words import STYLES, as_markdown

__all__ = [
    "STYLES",
    "Change",
    "Sort",
    "as_markdown",
    "compare",
]

"""What changed between two states of a roadmap, as a learner sees it."""

from learning_roadmap.diff.compare import Change, compare
from learning_roadmap.diff.words import STYLES

__all__ = ["STYLES", "Change", "compare"]

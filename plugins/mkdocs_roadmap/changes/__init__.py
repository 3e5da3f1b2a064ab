"""What changed between two states of a roadmap, as a learner sees it."""

from mkdocs_roadmap.changes.compare import Change, compare
from mkdocs_roadmap.changes.words import STYLES

__all__ = ["STYLES", "Change", "compare"]

"""Source documents: Markdown in any dialect, read as typed items with their lines."""

from learning_roadmap.sources.line_rules import BLANK, CHOICES
from learning_roadmap.sources.reader import Dropped, Reading, read_document

__all__ = [
    "BLANK",
    "CHOICES",
    "Dropped",
    "Reading",
    "read_document",
]

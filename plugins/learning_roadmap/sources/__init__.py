"""Source documents: Markdown in any dialect is read as an outline of typed items with their lines."""

from learning_roadmap.sources.outline_node import Dropped
from learning_roadmap.sources.reader import Reading, read_document
from learning_roadmap.sources.rules.items import BLANK, CHOICE

__all__ = [
    "BLANK",
    "CHOICE",
    "Dropped",
    "Reading",
    "read_document",
]

"""Bring documents into a roadmap: split items into single things, match them, place what is new."""

from learning_roadmap.merge.draft import Draft, Node
from learning_roadmap.merge.importer import import_documents, read_sources
from learning_roadmap.merge.match import names_of
from learning_roadmap.merge.mentions import COVERED, members
from learning_roadmap.merge.provenance_index import appears, covers
from learning_roadmap.merge.report import Report

__all__ = [
    "COVERED",
    "Draft",
    "Node",
    "Report",
    "appears",
    "covers",
    "import_documents",
    "members",
    "names_of",
    "read_sources",
]

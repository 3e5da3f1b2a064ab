"""The data file: YAML text to a roadmap and back, with positions and nothing lost."""

from learning_roadmap.datafile.canonical import canonical
from learning_roadmap.datafile.edit import Editor
from learning_roadmap.datafile.entries import Placed, placed_entries, records, subtopics, texts
from learning_roadmap.datafile.load import MAX_BYTES, DataFile, examine, load, parse
from learning_roadmap.datafile.messages import ID_FIX, explain, position, words_for
from learning_roadmap.datafile.schema import schema_text
from learning_roadmap.datafile.tree import Block, Items, Mark, TreeReader, collector_paused
from learning_roadmap.datafile.write import one_line, to_plain, write_roadmap

__all__ = [
    "ID_FIX",
    "MAX_BYTES",
    "Block",
    "DataFile",
    "Editor",
    "Items",
    "Mark",
    "Placed",
    "TreeReader",
    "canonical",
    "collector_paused",
    "examine",
    "explain",
    "load",
    "one_line",
    "parse",
    "placed_entries",
    "position",
    "records",
    "schema_text",
    "subtopics",
    "texts",
    "to_plain",
    "words_for",
    "write_roadmap",
]

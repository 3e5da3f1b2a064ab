"""The data file: YAML text to a roadmap and back, with positions and without loss."""

from learning_roadmap.datafile.canonical import canonical, create, deviation_of, rewrite
from learning_roadmap.datafile.collector import collector_paused
from learning_roadmap.datafile.connections import Connections, are_correct
from learning_roadmap.datafile.editable import EditableEntry, EditableRoadmap, Need, Plain, ProvenanceFields, current_day
from learning_roadmap.datafile.entries import Placed, field_at, placed_entries, records, references, subtopics, text_of, texts
from learning_roadmap.datafile.integrity import unencrypted_address, unencrypted_addresses
from learning_roadmap.datafile.line_parts import quoted
from learning_roadmap.datafile.load import FORMER_FORMATS, MAX_BYTES, DataFile, examine, load, load_with_gaps, parse
from learning_roadmap.datafile.messages import explain
from learning_roadmap.datafile.migrate import migrate
from learning_roadmap.datafile.quick_tree import quick_tree
from learning_roadmap.datafile.rejection import ID_FIX, rejections
from learning_roadmap.datafile.repairs import number_of_hours, value_edit
from learning_roadmap.datafile.schema import schema_text
from learning_roadmap.datafile.tree import Block, Items, Mark, Record, position, walk
from learning_roadmap.datafile.tree_reader import TreeReader
from learning_roadmap.datafile.write import one_line, to_plain, write_roadmap

__all__ = [
    "FORMER_FORMATS",
    "ID_FIX",
    "MAX_BYTES",
    "Block",
    "Connections",
    "DataFile",
    "EditableEntry",
    "EditableRoadmap",
    "Items",
    "Mark",
    "Need",
    "Placed",
    "Plain",
    "ProvenanceFields",
    "Record",
    "TreeReader",
    "are_correct",
    "canonical",
    "collector_paused",
    "create",
    "current_day",
    "deviation_of",
    "examine",
    "explain",
    "field_at",
    "load",
    "load_with_gaps",
    "migrate",
    "number_of_hours",
    "one_line",
    "parse",
    "placed_entries",
    "position",
    "quick_tree",
    "quoted",
    "records",
    "references",
    "rejections",
    "rewrite",
    "schema_text",
    "subtopics",
    "text_of",
    "texts",
    "to_plain",
    "unencrypted_address",
    "unencrypted_addresses",
    "value_edit",
    "walk",
    "write_roadmap",
]

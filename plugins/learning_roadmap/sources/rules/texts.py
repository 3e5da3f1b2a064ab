"""Rules for lines of text: goals, durations, labels over lists, opening and closing words."""

import re

from learning_roadmap.model import ItemKind as Kind
from learning_roadmap.sources.blocks import Style
from learning_roadmap.sources.line import Line
from learning_roadmap.sources.outline_node import LABEL_RANK
from learning_roadmap.sources.rule import RuleList, Step
from learning_roadmap.sources.rules.labels import OPTIONAL, is_label, without_colon

TEXT_RULES = RuleList()
TEXT_KINDS = frozenset({Kind.SUMMARY, Kind.OUTCOME, Kind.CLOSING, Kind.INTRODUCTION})


def _take_fact(line: Line, names: str, kind: Kind) -> bool:
    """Whether a line of text states a fact about its group: `Name: value`. Sets the line's kind and text if so."""
    match = re.match(rf"(?:{names})\s*:\s*(.+)$", line.text, re.IGNORECASE)
    if match:
        line.node.kind, line.text = kind, match[1]
    return match is not None


@TEXT_RULES.line(Step.READ, Style.TEXT, example="**Goal:** Understand the mathematics.")
def goal(line: Line) -> bool:
    """`Goal:` or `Objective:` states the goal of the group above it."""
    return _take_fact(line, "goals?|objective", Kind.GOAL)


@TEXT_RULES.line(Step.READ, Style.TEXT, example="*Duration: 6-8 weeks*")
def duration(line: Line) -> bool:
    """`Duration:` or `Time:` states how long it takes."""
    return _take_fact(line, "duration|time", Kind.DURATION)


@TEXT_RULES.line(Step.READ, Style.TEXT, example="*Last updated: January 15, 2026*")
def updated(line: Line) -> bool:
    """`Last updated:` states the date of the whole document."""
    if not _take_fact(line, "last updated|updated", Kind.UPDATED):
        return False
    line.outline.updated, line.closes_groups = line.text, True
    return True


@TEXT_RULES.line(Step.READ, Style.TEXT, example="You can build and deploy a model.")
def text_of_group(line: Line) -> bool:
    """Text under a summary, an outcome, an overview or a conclusion belongs to it."""
    if line.inherited not in TEXT_KINDS:
        return False
    line.node.kind = line.inherited
    return True


@TEXT_RULES.line(Step.READ, Style.TEXT, example="Happy learning!")
def closing(line: Line) -> bool:
    """Text after the last heading or list closes the document."""
    if line.is_after_last_list:
        line.node.kind, line.closes_groups = Kind.CLOSING, True
    return line.is_after_last_list


@TEXT_RULES.line(Step.READ, Style.TEXT, example="*From zero to job-ready*")
def tagline(line: Line) -> bool:
    """A line in italics right under the title is the tagline."""
    nodes = line.outline.nodes
    is_tagline = line.block.italic and bool(nodes) and nodes[-1].kind is Kind.TITLE
    if is_tagline:
        line.node.kind = Kind.TAGLINE
    return is_tagline


@TEXT_RULES.line(Step.READ, Style.TEXT, example="**Topics to learn**")
def label(line: Line) -> bool:
    """A line in bold, or with a colon at its end, over a list is a section."""
    is_over_list = line.is_before_list and (line.block.bold or is_label(line.text))
    if is_over_list:
        node, line.text = line.node, without_colon(line.text)
        node.kind, node.rank, node.optional = Kind.SECTION, LABEL_RANK, bool(OPTIONAL.search(line.text))
        node.list_kind = line.list_kind_of(OPTIONAL.sub("", line.text))
    return is_over_list


@TEXT_RULES.line(Step.READ, Style.TEXT, example="A roadmap for beginners.")
def introduction(line: Line) -> None:
    """Text before the first heading or list introduces the document."""
    if not line.is_in_group:
        line.node.kind = Kind.INTRODUCTION

"""Rules for the finished outline: the kind of a line can depend on the lines below and beside it."""

from learning_roadmap.model import UNITS
from learning_roadmap.model import ItemKind as Kind
from learning_roadmap.sources.outline_node import Dropped, Outline, OutlineNode, walk_nodes
from learning_roadmap.sources.rule import RuleList
from learning_roadmap.sources.rules.labels import is_label, without_colon

OUTLINE_RULES = RuleList()
# Lines that describe a group and are not items of it.
ABOUT_GROUP = frozenset({Kind.DURATION, Kind.GOAL, Kind.UPDATED, Kind.TAGLINE, Kind.INTRODUCTION, Kind.PROSE, Kind.CLOSING})


@OUTLINE_RULES.outline(example="## Table of contents\n- [Phase 1](#phase-1)")
def empty_contents(outline: Outline) -> None:
    """A heading over nothing but a table of contents is left out with it."""

    def remove(nodes: list[OutlineNode]) -> None:
        for node in list(nodes):
            remove(node.items)
            if node.is_heading and node.list_kind is Kind.HEADING and not node.items:
                nodes.remove(node)
                outline.dropped.append(Dropped(node.line, node.text, "table of contents"))

    remove(outline.nodes)


@OUTLINE_RULES.outline(example="- Key concepts:\n  - Vectors")
def label_item(outline: Outline) -> None:
    """An item with a colon at its end and items under it is a label; among topics, it is a section."""
    for node in outline.walk():
        if node.is_list_item and node.items and is_label(node.text):
            node.kind = Kind.SECTION if node.list_kind is None and node.kind is Kind.TOPIC else Kind.LABEL
            node.text = without_colon(node.text).rstrip()


@OUTLINE_RULES.outline(example="- Coursera\n  - Deep Learning Specialization")
def item_over_items(outline: Outline) -> None:
    """An item that is no topic and has items under it is a label for them."""
    for node in reversed(list(outline.walk())):  # inner items are decided first
        is_group = node.is_list_item and any(item.kind not in ABOUT_GROUP for item in node.items)
        if is_group and node.kind not in (Kind.TOPIC, Kind.PRACTICE, Kind.SECTION):
            node.kind = Kind.LABEL


@OUTLINE_RULES.outline(example="## Mathematics\n- Vectors\n## Programming\n- Python")
def phases_without_name(outline: Outline) -> None:
    """If no heading says "phase", the outermost headings that stand side by side over topics are the phases."""
    if any(node.is_heading and node.kind in UNITS for node in outline.walk()):
        return
    sections = (node for node in outline.walk() if node.is_heading and node.kind is Kind.SECTION and node.list_kind is None)
    candidates = [node for node in sections if _has_topics(node)]
    ranks = [node.rank for node in candidates if node.rank is not None]
    outermost = min((rank for rank in ranks if ranks.count(rank) > 1), default=None)
    for node in candidates:
        if node.rank == outermost:
            node.kind = Kind.PHASE


def _has_topics(node: OutlineNode) -> bool:
    return any(item.kind is Kind.TOPIC and not item.items for item in walk_nodes(node.items))

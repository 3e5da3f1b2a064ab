"""The outline of a document while it is read: a tree of nodes, converted to outline items at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from learning_roadmap.diagnostics import Problem
from learning_roadmap.model import ItemKind as Kind
from learning_roadmap.model import OutlineItem

# The rank is the depth of a line. A line belongs to the nearest line above it with a smaller rank.
HEADING_RANKS = range(1, 7)  # the level of a heading
LABEL_RANK = 7  # "Key concepts:" over a list: inside every heading, outside every list
ITEM_RANK = 10  # plus the depth of the item's list


@dataclass
class OutlineNode:
    """A line that becomes an outline item.

    Attributes:
        rank: its depth; None for text, which contains no other lines.
        list_kind: the kind of the items under it; None when it does not say.
    """

    line: int
    text: str
    rank: int | None = None
    kind: Kind = Kind.PROSE
    list_kind: Kind | None = None
    number: str | None = None
    level: str | None = None
    optional: bool = False
    url: str | None = None
    items: list[OutlineNode] = field(default_factory=list)

    @property
    def is_heading(self) -> bool:
        return self.rank in HEADING_RANKS

    @property
    def is_list_item(self) -> bool:
        return self.rank is not None and self.rank > ITEM_RANK

    def freeze(self) -> OutlineItem:
        """The finished outline item."""
        return OutlineItem(
            line=self.line,
            kind=self.kind,
            text=self.text,
            number=self.number,
            level=self.level,
            optional=self.optional,
            url=self.url,
            items=tuple(item.freeze() for item in self.items),
        )


@dataclass(frozen=True)
class Dropped:
    """A line without content about the field, and the reason why it was left out."""

    line: int
    text: str
    reason: str


@dataclass
class Outline:
    """The outline of the part of a document that was read so far."""

    nodes: list[OutlineNode] = field(default_factory=list)
    title: str | None = None
    level: str | None = None
    updated: str | None = None
    dropped: list[Dropped] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)

    def walk(self) -> Iterator[OutlineNode]:
        """Every node in reading order."""
        return walk_nodes(self.nodes)


def walk_nodes(nodes: Iterable[OutlineNode]) -> Iterator[OutlineNode]:
    """The nodes and all nodes below them, in reading order."""
    for node in nodes:
        yield node
        yield from walk_nodes(node.items)

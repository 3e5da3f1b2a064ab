"""A document's tree while it is being read; finished, it is frozen as outline items."""

from __future__ import annotations

from dataclasses import dataclass, field

from learning_roadmap.model import ItemKind as Kind
from learning_roadmap.model import OutlineItem

STATED = frozenset({Kind.DURATION, Kind.GOAL, Kind.UPDATED, Kind.TAGLINE, Kind.INTRODUCTION, Kind.PROSE, Kind.CLOSING})


@dataclass
class Draft:
    """One line on its way to an outline item.

    Attributes:
        rank: how deep it may hold others: headings 1 to 6, labels 7, list items from 10.
        context: what the items under it are; None when it does not say.
        settled: its kind is known and does not depend on what it holds.
    """

    line: int
    text: str
    rank: int = 0
    kind: Kind = Kind.TOPIC
    context: Kind | None = None
    number: str | None = None
    level: str | None = None
    optional: bool = False
    url: str | None = None
    heading: int = 0
    is_item: bool = False
    settled: bool = False
    unit: bool = False
    items: list[Draft] = field(default_factory=list)

    def holds_topics(self) -> bool:
        return any(item.holds_topics() if item.items else item.kind is Kind.TOPIC for item in self.items)

    def freeze(self) -> OutlineItem:
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


def settle(drafts: list[Draft]) -> None:
    """Give every draft that holds others its kind: groups under headings, parents among topics."""
    for draft in drafts:
        settle(draft.items)
        if draft.settled or not draft.items:
            continue
        parts = [item for item in draft.items if item.kind not in STATED]
        if draft.is_item and draft.text.endswith(":"):
            draft.kind = Kind.SECTION if draft.context is None and draft.kind is Kind.TOPIC else Kind.LABEL
            draft.text = draft.text.rstrip(":").rstrip()
        elif draft.is_item and parts and draft.kind is not Kind.TOPIC and draft.kind is not Kind.PRACTICE:
            draft.kind = Kind.LABEL


def settle_phases(roots: list[Draft]) -> None:
    """Where no heading says "phase", the outermost headings that stand side by side over topics are the phases."""
    depth = {draft.heading for draft in _walk(roots) if draft.unit}
    if depth:
        return
    for level in range(1, 7):
        side_by_side = [
            draft for draft in _walk(roots)
            if draft.heading == level and draft.kind is Kind.SECTION and draft.context is None and draft.holds_topics()
        ]  # fmt: skip
        if len(side_by_side) > 1:
            for draft in side_by_side:
                draft.kind = Kind.PHASE
            return


def _walk(drafts: list[Draft]) -> list[Draft]:
    return [found for draft in drafts for found in (draft, *_walk(draft.items))]

"""Chapters in a document's own order: headings are chapters and parts, lists stay nested, each topic is where it is named first."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TypeVar

from learning_roadmap.guide.chapters import Chapter, Part, Row
from learning_roadmap.guide.options import Options
from learning_roadmap.model import (
    HEADINGS,
    TICKED_LINES,
    UNITS,
    Document,
    Entry,
    ItemKind,
    OutlineItem,
    Practice,
    Project,
    RoadmapIndex,
    Topic,
    prefix_of,
    walk_outline,
)

NamedT = TypeVar("NamedT", bound=Entry)
# The title and introduction of a document contain all of it; they are not chapters.
OUTER_ITEMS = frozenset({ItemKind.TITLE, ItemKind.INTRODUCTION})
MAX_LEVEL = 3


def document_chapters(index: RoadmapIndex, document: Document, options: Options) -> list[Chapter]:
    """The chapters of a document with topics, exercises or projects."""
    return list(_DocumentOrder(index, document, options).chapters())


def line_texts(items: Iterable[OutlineItem], kind: ItemKind) -> tuple[str, ...]:
    """The texts of the lines of a kind."""
    return tuple(item.text for item in items if item.kind is kind)


def unwrapped(items: Iterable[OutlineItem]) -> Iterator[OutlineItem]:
    """The items below a document's title and introduction, and below a heading that contains its units."""
    for item in items:
        holds_units = item.kind in HEADINGS - UNITS and any(inner.kind in UNITS for inner in item.items)
        if item.items and (item.kind in OUTER_ITEMS or holds_units):
            yield from unwrapped(item.items)
        else:
            yield item


def _is_heading(item: OutlineItem) -> bool:
    return item.kind in HEADINGS or (bool(item.items) and item.kind not in TICKED_LINES)


class _DocumentOrder:
    def __init__(self, index: RoadmapIndex, document: Document, options: Options) -> None:
        self._index = index
        self._options = options
        self._document = document
        self._seen: set[str] = set()

    def chapters(self) -> Iterator[Chapter]:
        for is_heading, run in groupby(unwrapped(self._document.outline), key=_is_heading):
            items = list(run)
            if not is_heading:
                # Topics without a heading get the document's title.
                candidates = [Chapter(self._document.title, tuple(self._parts("", 1, None, items)))]
            else:
                candidates = [self._chapter(item) for item in items]
            yield from (chapter for chapter in candidates if any(not part.is_empty for part in chapter.parts))

    def _chapter(self, item: OutlineItem) -> Chapter:
        durations = line_texts(item.items, ItemKind.DURATION)
        facts = (item.level, *durations, self._options.text("topic.optional") if item.optional else None)
        goal = " ".join(line_texts(item.items, ItemKind.GOAL))
        parts = tuple(self._parts("", 1, item, item.items))
        return Chapter(_title(item), parts, tuple(fact for fact in facts if fact), goal, ", ".join(durations))

    def _parts(self, title: str, level: int, head: OutlineItem | None, items: Iterable[OutlineItem]) -> Iterator[Part]:
        """The part directly below a heading, then those of the headings in it, without empty ones."""
        items = list(items)
        listed = [item for item in items if not _is_heading(item)]
        rows = (*([] if head is None else self._named(head)), *self._rows(listed))
        others = [*([] if head is None else [head]), *walk_outline(listed)]
        practice, projects = tuple(self._new(others, Practice)), tuple(self._new(others, Project))
        own = Part(title, level, rows, practice, projects, optional=head is not None and head.optional and level > 1)
        inner = [part for item in items if _is_heading(item) for part in self._parts(_title(item), min(level + 1, MAX_LEVEL), item, item.items)]
        if not own.is_empty or (inner and title and inner[0].level > level):
            yield own
        yield from inner

    def _rows(self, items: Iterable[OutlineItem]) -> Iterator[Row]:
        """The topics of a list. Lines below a topic are its parts here; a line without a topic is printed as text if it has topics below."""
        for item in items:
            named_rows = self._named(item)
            inner = tuple(self._rows(item.items))
            if named_rows:
                yield Row(named_rows[0].title, named_rows[0].topic, inner)
                yield from named_rows[1:]
            elif inner:
                yield Row(item.text, None, inner)

    def _named(self, item: OutlineItem) -> list[Row]:
        return [Row(topic.title, topic) for topic in self._new([item], Topic)]

    def _new(self, items: Iterable[OutlineItem], kind: type[NamedT]) -> Iterator[NamedT]:
        for item in items:
            for entry in self._index.named_at.get((self._document.id, item.line), ()):
                if isinstance(entry, kind) and entry.id not in self._seen:
                    self._seen.add(entry.id)
                    yield entry


def _title(item: OutlineItem) -> str:
    """A heading as the document writes it, with its number or unit."""
    return prefix_of(item) + item.text

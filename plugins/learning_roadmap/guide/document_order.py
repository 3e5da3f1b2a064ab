"""A document's own order: its headings are chapters and parts, its lists stay nested, and each topic stands where it is named first."""

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

Found = TypeVar("Found", bound=Entry)
# A document's own title and introduction hold the whole of it; they are no part to walk through.
AROUND = frozenset({ItemKind.TITLE, ItemKind.INTRODUCTION})
DEEPEST = 3


def document_chapters(index: RoadmapIndex, document: Document, options: Options) -> list[Chapter]:
    """The chapters of a document that hold topics, exercises or projects."""
    return list(_Walk(index, document, options).chapters())


def said_of(items: Iterable[OutlineItem], kind: ItemKind) -> tuple[str, ...]:
    """What lines of a kind say of what they stand under."""
    return tuple(item.text for item in items if item.kind is kind)


def unwrapped(items: Iterable[OutlineItem]) -> Iterator[OutlineItem]:
    """The items below a document's title, below its introduction, and below a heading around its units."""
    for item in items:
        holds_units = item.kind in HEADINGS - UNITS and any(inner.kind in UNITS for inner in item.items)
        if item.items and (item.kind in AROUND or holds_units):
            yield from unwrapped(item.items)
        else:
            yield item


def _is_heading(item: OutlineItem) -> bool:
    return item.kind in HEADINGS or (bool(item.items) and item.kind not in TICKED_LINES)


class _Walk:
    def __init__(self, index: RoadmapIndex, document: Document, options: Options) -> None:
        self._index = index
        self._options = options
        self._document = document
        self._seen: set[str] = set()

    def chapters(self) -> Iterator[Chapter]:
        for is_heading, run in groupby(unwrapped(self._document.outline), key=_is_heading):
            items = list(run)
            if not is_heading:
                # Topics without a heading: they stand under the document's name.
                found = [Chapter(self._document.title, tuple(self._parts("", 1, None, items)))]
            else:
                found = [self._chapter(item) for item in items]
            yield from (chapter for chapter in found if any(not part.is_empty for part in chapter.parts))

    def _chapter(self, item: OutlineItem) -> Chapter:
        facts = (item.level, *said_of(item.items, ItemKind.DURATION), self._options.text("topic.optional") if item.optional else None)
        goal = " ".join(said_of(item.items, ItemKind.GOAL))
        return Chapter(_title(item), tuple(self._parts("", 1, item, item.items)), tuple(fact for fact in facts if fact), goal)

    def _parts(self, title: str, level: int, head: OutlineItem | None, items: Iterable[OutlineItem]) -> Iterator[Part]:
        """What stands under a heading, then what stands under the headings in it; none that is empty all through."""
        items = list(items)
        listed = [item for item in items if not _is_heading(item)]
        rows = (*([] if head is None else self._named(head)), *self._rows(listed))
        others = [*([] if head is None else [head]), *walk_outline(listed)]
        practice, projects = tuple(self._new(others, Practice)), tuple(self._new(others, Project))
        own = Part(title, level, rows, practice, projects, optional=head is not None and head.optional and level > 1)
        inner = [part for item in items if _is_heading(item) for part in self._parts(_title(item), min(level + 1, DEEPEST), item, item.items)]
        if not own.is_empty or (inner and title and inner[0].level > level):
            yield own
        yield from inner

    def _rows(self, items: Iterable[OutlineItem]) -> Iterator[Row]:
        """The topics of a list. What stands under a line that names one is a part of it here; another line that holds some is printed as it is."""
        for item in items:
            named = self._named(item)
            inner = tuple(self._rows(item.items))
            if named:
                yield Row(named[0].title, named[0].topic, inner)
                yield from named[1:]
            elif inner:
                yield Row(item.text, None, inner)

    def _named(self, item: OutlineItem) -> list[Row]:
        return [Row(topic.title, topic) for topic in self._new([item], Topic)]

    def _new(self, items: Iterable[OutlineItem], kind: type[Found]) -> Iterator[Found]:
        for item in items:
            for entry in self._index.named_at.get((self._document.id, item.line), ()):
                if isinstance(entry, kind) and entry.id not in self._seen:
                    self._seen.add(entry.id)
                    yield entry


def _title(item: OutlineItem) -> str:
    """A heading as the document writes it, with its number or unit."""
    return prefix_of(item) + item.text

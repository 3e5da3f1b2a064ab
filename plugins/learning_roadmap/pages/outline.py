"""A document's outline prepared for its page: headings, lists, and the entries that each line links to."""

import re
from dataclasses import dataclass, field
from itertools import groupby

from learning_roadmap.model import HEADINGS, TICKED_LINES, Document, Entry, FormField, ItemKind, OutlineItem, kind_of, prefix_of, walk_outline
from learning_roadmap.pages.page import Heading
from learning_roadmap.pages.view import View

# Lines that describe their parent or the document.
PARAGRAPHS = frozenset(
    {
        ItemKind.TITLE, ItemKind.TAGLINE, ItemKind.INTRODUCTION, ItemKind.DURATION, ItemKind.GOAL,
        ItemKind.UPDATED, ItemKind.CLOSING, ItemKind.PROSE,
    }
)  # fmt: skip
# Blanks and boxes of form fields, as documents write them.
FORM_BLANK = re.compile(r"\[[ xX]?\]|_{3,}")
FORM_CHOICE = re.compile(r"\[[ xX]?\]([^\[\]]+)")


@dataclass(frozen=True)
class OutlineLine:
    """A line as it is printed.

    Attributes:
        shape: ``heading``, ``paragraph`` or ``item`` (of a list).
        level: of the heading, 2 to 6.
        anchor: the element's id; None if an earlier item of the same line has it.
        entries: the entries of the roadmap that it names.
    """

    item: OutlineItem
    shape: str
    level: int
    anchor: str | None
    prefix: str
    entries: tuple[Entry, ...]
    runs: list[tuple[str, list["OutlineLine"]]] = field(default_factory=list)

    @property
    def label(self) -> str:
        """The text of a form field, without its blank or boxes."""
        return FORM_BLANK.split(self.item.text)[0].rstrip(" :") or self.item.text

    @property
    def choices(self) -> list[str]:
        """The boxes of a form field; none for a blank."""
        return [choice.strip() for choice in FORM_CHOICE.findall(self.item.text)]

    @property
    def ticked(self) -> list[Entry]:
        """The entries that get a box."""
        return [entry for entry in self.entries if kind_of(entry).is_ticked_in_documents]

    @property
    def linked(self) -> list[Entry]:
        """The entries that get a link. Fields of a form get none, because the form has one."""
        return [entry for entry in self.entries if not kind_of(entry).is_ticked_in_documents and not isinstance(entry, FormField)]


class OutlineReader:
    """Converts one document's outline to lines of its page."""

    def __init__(self, document: Document, view: View) -> None:
        self._document = document
        self._seen: set[int] = set()
        self._entries = self._assign(view)

    def runs(self) -> list[tuple[str, list[OutlineLine]]]:
        """Consecutive lines of the same shape, so that a template can print one list for them."""
        return self._runs(self._document.outline, 2, listed=False)

    def _runs(self, items: tuple[OutlineItem, ...], level: int, listed: bool) -> list[tuple[str, list[OutlineLine]]]:
        lines = [self._node(item, level, listed) for item in items]
        return [(shape, list(run)) for shape, run in groupby(lines, key=lambda line: line.shape)]

    def _node(self, item: OutlineItem, level: int, listed: bool) -> OutlineLine:
        anchor = None if item.line in self._seen else f"line-{item.line}"
        self._seen.add(item.line)
        if item.kind in PARAGRAPHS and not item.items:
            shape = "paragraph"
        # Outside of lists, a line with inner items is a heading.
        elif not listed and (item.kind in HEADINGS or (item.items and item.kind not in TICKED_LINES)):
            shape = "heading"
        else:
            shape = "item"
        entries = self._entries.get(id(item), ())
        line = OutlineLine(item, shape, min(level, 6), anchor, prefix_of(item), entries)
        inner_level = level + 1 if shape == "heading" and item.kind is not ItemKind.TITLE else level
        line.runs.extend(self._runs(item.items, inner_level, listed or shape == "item"))
        return line

    def _assign(self, view: View) -> dict[int, tuple[Entry, ...]]:
        """The entries of each item, by the item's ``id()``. If a line has several items, their wording decides."""
        by_line: dict[int, list[OutlineItem]] = {}
        for item in walk_outline(self._document.outline):
            by_line.setdefault(item.line, []).append(item)
        entries_of_item: dict[int, tuple[Entry, ...]] = {}
        for items in by_line.values():
            for entry in view.named_by(self._document.id, items[0]):
                for item in self._items_for(entry, items):
                    entries_of_item[id(item)] = (*entries_of_item.get(id(item), ()), entry)
        return entries_of_item

    def _items_for(self, entry: Entry, items: list[OutlineItem]) -> list[OutlineItem]:
        if len(items) == 1:
            return items
        words = {source.words for source in entry.named if (source.document, source.line) == (self._document.id, items[0].line)}
        return [item for item in items if item.text in words] or items[:1]


def headings(runs: list[tuple[str, list[OutlineLine]]], depth: int = 2) -> tuple[Heading, ...]:
    """The table of contents of an outline, ``depth`` levels deep."""
    contents: list[Heading] = []
    for shape, lines in runs:
        for line in lines if shape == "heading" else ():
            if line.item.kind is ItemKind.TITLE:
                contents.extend(headings(line.runs, depth))
            elif line.anchor:
                inner = headings(line.runs, depth - 1) if depth > 1 else ()
                contents.append(Heading(line.prefix + line.item.text, line.anchor, line.level, inner))
    return tuple(contents)

"""The bookmarks of a file, as Typst writes them: each with its title, its place, and the ones next to it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from learning_roadmap.guide.links import decoded
from learning_roadmap.guide.objects import Objects, PartFile, reference_in, string_end

PLACE = re.compile(rb"\[(\d+) 0 R/XYZ \S+ (\S+) \S+\]")
COUNT = re.compile(rb"/Count (-?\d+)")
PARENT = re.compile(rb"/Parent \d+ 0 R")
TITLE = b"/Title"


@dataclass(frozen=True)
class Heading:
    """A bookmark.

    Attributes:
        level: from 1.
        page: the number of the page's object.
        top: the height on that page.
    """

    title: str
    level: int
    page: int
    top: float


def headings_of(part: PartFile) -> tuple[list[Heading], int]:
    """The bookmarks of a part, in order, and the number of its pages."""
    pages = COUNT.search(part[reference_in(part[part.root], b"Pages")])
    assert pages
    outlines = reference_in(part[part.root], b"Outlines")
    return [*headings_below(part, outlines)] if outlines else [], int(pages[1])


def headings_below(objects: Objects | PartFile, parent: int, level: int = 1) -> Iterator[Heading]:
    """The bookmarks below one, or below the root of all, in order."""
    item = _entry(objects[parent], b"First")
    while item:
        body = objects[item]
        start = body.index(TITLE) + len(TITLE)
        title = decoded(body[start : string_end(body, start)])
        place = PLACE.match(objects[_entry(body, b"Dest")])
        assert place
        yield Heading(title, level, int(place[1]), float(place[2]))
        yield from headings_below(objects, item, level + 1)
        item = _entry(body, b"Next")


def _entry(body: bytes, name: bytes) -> int:
    """A reference before or after the title of a bookmark."""
    for text in (body.partition(TITLE)[0], body[body.rfind(b"/Dest") :] if b"/Dest" in body else b""):
        if match := re.search(rb"/%s (\d+) 0 R" % name, text):
            return int(match[1])
    return 0


def add_bookmarks(objects: Objects, root: int, added: int) -> None:
    """Add the bookmarks below another root."""
    last, first = _entry(objects[root], b"Last"), _entry(objects[added], b"First")
    item = first
    while item:
        objects[item] = PARENT.sub(b"/Parent %d 0 R" % root, objects[item], count=1)
        item = _entry(objects[item], b"Next")
    objects[last] = objects[last].replace(TITLE, b"/Next %d 0 R/Title" % first, 1)
    objects[first] = objects[first].replace(TITLE, b"/Prev %d 0 R/Title" % last, 1)
    count = sum(int(match[1]) for match in (COUNT.search(objects[root]), COUNT.search(objects[added])) if match)
    head = (_entry(objects[root], b"First"), _entry(objects[added], b"Last"), count)
    objects[root] = b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % head

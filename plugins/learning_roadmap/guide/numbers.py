"""Write the numbers of pages, which are known when all parts of a guide are laid out, in the places that were left for them.

A link to pages has as many zeros in its text as a number has room for. The structure tree says which marked content of a page is
the text of which link.
"""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from learning_roadmap.guide.guide import NotPrintable
from learning_roadmap.guide.join import JoinedFile, JoinedPage
from learning_roadmap.guide.links import Link, encoded
from learning_roadmap.guide.objects import reference_in
from learning_roadmap.guide.page_content import FONT, PageContent
from learning_roadmap.guide.structure import contents_on, parent_of

FIELD, PLACE, PAGE = "field:", "place:", "page:"
# What the names of the places begin with that the contents list.
HEADING = "heading-"
KID = re.compile(rb"\d+ 0 R|null")
SECTION = re.compile(rb"/Font<<")


@dataclass(frozen=True)
class Target:
    """The place that a page number refers to."""

    page_number: int
    left: float
    top: float


@dataclass(frozen=True)
class Slot:
    """A link whose text ends with a page number.

    Attributes:
        names: the places; each page is named once. Links with the same places share one list, which the first of them fills.
        at: which of the pages this link is for.
        title: of a line with the number at its right end; empty in running text, where the words before the number move with it.
        element: the number of its structure element.
        contents: the marked content that is the text.
    """

    link: Link
    page: JoinedPage
    names: Sequence[str]
    at: int
    title: str
    element: int
    contents: Sequence[int]


class PageNumbers:
    """The page numbers of a file."""

    def __init__(self, joined: JoinedFile, digits: int, footer_shift: Callable[[int], float]) -> None:
        """Find the links and places.

        Args:
            digits: how many zeros stand in the place of a number.
            footer_shift: how far the number of a page moves to the right, as a part of the room that it leaves.
        """
        self._joined, self._footer_shift = joined, footer_shift
        self._digits = digits
        self._targets: dict[str, Target] = {}
        self._slots: dict[int, list[Slot]] = {}
        self._lists: dict[str, list[str]] = {}
        # A link that continues on another page has a slot on both, but only one number.
        self._unwritten: dict[int, Slot] = {}
        for number, page in enumerate(joined.pages, 1):
            self._find(page, number)
        by_page = {page.number: number for number, page in enumerate(joined.pages, 1)}
        for position, heading in enumerate(joined.headings()):
            self._targets[f"{HEADING}{position}"] = Target(by_page[heading.page], 0, heading.top)

    def _find(self, page: JoinedPage, number: int) -> None:
        removed: list[Link] = []
        for link in page.links:
            if not link.address.startswith((b"(field:", b"(place:", b"(page:", b"<")):
                continue
            address = link.text()
            if address.startswith(PAGE):
                self._add_slot(link, page, number, json.loads(address.removeprefix(PAGE)))
            elif address.startswith((PLACE, FIELD)):
                name = address.removeprefix(PLACE) if address.startswith(PLACE) else json.loads(address.removeprefix(FIELD))["name"]
                left, _, _, top = link.rectangle
                self._targets.setdefault(name, Target(number, left, top))
                if address.startswith(PLACE):
                    removed.append(link)
        self._joined.remove_links(page, removed)

    def _add_slot(self, link: Link, page: JoinedPage, number: int, reference: dict[str, Any]) -> None:
        names = self._lists.setdefault(reference["list"], []) if "list" in reference else []
        if not names:
            names += reference.get("names", ())
        element = self._joined.elements[link.key]
        contents = [*contents_on(self._joined.objects, element, page.number)]
        slot = Slot(link, page, names, reference.get("at", 0), reference.get("title", ""), element, contents)
        self._slots.setdefault(number, []).append(slot)
        self._unwritten[element] = slot

    def write(self, font: int) -> None:
        """Write all numbers, with the font of the form fields.

        Raises:
            NotPrintable: when a number has no place of its own, because a page has another form than expected.
        """
        objects = self._joined.objects
        for number, page in enumerate(self._joined.pages, 1):
            if page.key is None:  # a blank page
                continue
            contents = reference_in(objects[page.number], b"Contents")
            content = PageContent(_stream(self._joined, contents), self._digits)
            if not content.write_footer(number, self._footer_shift(number)):
                raise NotPrintable(f"the number of page {number} has no place")
            self._write_slots(number, content)
            objects.set_stream(contents, content.edited())
            resources = reference_in(objects[page.number], b"Resources")
            if FONT.encode() not in objects[resources]:
                objects[resources] = SECTION.sub(b"/Font<<%s %d 0 R" % (FONT.encode(), font), objects[resources])
        for element, slot in self._unwritten.items():
            raise NotPrintable(f"a reference to {', '.join(slot.names)} has no place for its page number (structure element {element})")

    def _write_slots(self, number: int, content: PageContent) -> None:
        unused = []
        for slot in self._slots.get(number, ()):
            targets = self._targets_of(slot)
            if slot.at >= len(targets):
                unused.append(slot)
                content.remove(slot.contents)
                self._unwritten.pop(slot.element, None)
                continue
            target = targets[slot.at]
            if (
                content.write_number(slot.contents, target.page_number, moves_words=not slot.title)
                and self._unwritten.pop(slot.element, None) is None
            ):
                raise NotPrintable(f"a reference to {', '.join(slot.names)} on page {number} has two places for its page number")
            self._lead(slot, target)
        if unused:
            self._remove(unused)

    def _remove(self, slots: Sequence[Slot]) -> None:
        """Remove links on a page with their text."""
        page, objects = slots[0].page, self._joined.objects
        assert page.key is not None
        elements = self._joined.elements[page.key]
        kids = KID.findall(objects[elements])
        for slot in slots:
            for position in slot.contents:
                kids[position] = b"null"
        self._joined.remove_links(page, [slot.link for slot in slots])
        objects[elements] = b"[%s]" % b" ".join(kids)

    def _targets_of(self, slot: Slot) -> list[Target]:
        """The places that a reference names, in order, one on each page."""
        unknown = [name for name in slot.names if name not in self._targets]
        if unknown:
            raise NotPrintable(f"a reference leads to {', '.join(unknown)}, which is nowhere")
        by_page = {self._targets[name].page_number: self._targets[name] for name in reversed(slot.names)}
        return [by_page[page_number] for page_number in sorted(by_page)]

    def _lead(self, slot: Slot, target: Target) -> None:
        """Lead a link to its page."""
        link, objects = slot.link, self._joined.objects
        if slot.names[0].startswith(HEADING):
            self._joined.add_contents_line(parent_of(objects, slot.element))
        words = f"{slot.title}, page {target.page_number}" if slot.title else f"page {target.page_number}"
        page = self._joined.pages[target.page_number - 1].number
        place = b"[%d 0 R/XYZ %g %g 0]" % (page, round(target.left, 2), round(target.top, 2))
        objects[link.number] = b"%s/F 4/StructParent %d/Dest%s/Contents%s>>" % (link.head, link.key, place, encoded(words))


def _stream(joined: JoinedFile, number: int) -> bytes:
    return joined.objects.read_stream(number)

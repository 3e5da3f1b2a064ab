"""Write the numbers of pages, which are known when all parts of a guide are laid out, in the places that were left for them.

A link to pages has as many zeros in its text as a number has room for. The structure tree says which marked content of a page is
the text of which link.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pikepdf import Array, Name, String

from learning_roadmap.guide.guide import NotPrintable
from learning_roadmap.guide.join import AddedPart, JoinedFile
from learning_roadmap.guide.own_links import FIELD, PAGE
from learning_roadmap.guide.page_content import FONT, PageContent

# What the names of the places begin with that the contents list.
HEADING = "heading-"


@dataclass(frozen=True)
class Target:
    """The place that a page number refers to.

    Attributes:
        page: the page, as the file's number for it.
    """

    page: tuple[int, int]
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

    annotation: Any
    page: Any
    names: Sequence[str]
    at: int
    title: str
    element: tuple[int, int]
    contents: Sequence[int]


class PageNumbers:
    """The page numbers of a file."""

    def __init__(self, joined: JoinedFile) -> None:
        self._joined = joined
        self._targets: dict[str, Target] = {}
        self._slots: dict[tuple[int, int], list[Slot]] = {}
        self._lists: dict[str, list[str]] = {}
        # A link that continues on another page has a slot on both, but only one number.
        self._unwritten: dict[tuple[int, int], Slot] = {}
        # The numbers of pages by the file's own numbers.
        self._numbers: dict[tuple[int, int], int] = {}

    def find(self, part: AddedPart) -> None:
        """Find the references and places of a part."""
        for place in part.links.places:
            self._targets.setdefault(place.name, Target(part.pages[place.page].objgen, place.left, place.top))
        for description, page, annotation in part.links_to(FIELD):
            left, _, _, top = map(float, annotation.Rect)
            self._targets.setdefault(description["name"], Target(page.objgen, left, top))
        for reference, page, annotation in part.links_to(PAGE):
            self._add_slot(annotation, page, reference)

    def _add_slot(self, annotation: Any, page: Any, reference: dict[str, Any]) -> None:
        names = self._lists.setdefault(reference["list"], []) if "list" in reference else []
        if not names:
            names += reference.get("names", ())
        element = self._joined.elements[int(annotation.StructParent)]
        contents = [*_contents_on(element, page)]
        slot = Slot(annotation, page, names, reference.get("at", 0), reference.get("title", ""), element.objgen, contents)
        self._slots.setdefault(page.objgen, []).append(slot)
        self._unwritten[slot.element] = slot

    def _remove(self, page: Any, annotations: Sequence[Any]) -> None:
        """Remove links with their elements."""
        if not annotations:
            return
        gone = {annotation.objgen for annotation in annotations}
        page.Annots = Array([annotation for annotation in page.Annots if annotation.objgen not in gone])
        self._joined.remove_elements([int(annotation.StructParent) for annotation in annotations])

    def write(self, font: Any, digits: int, footer_shift: Callable[[int], float]) -> None:
        """Write all numbers, when all parts have been added.

        Args:
            font: of the form fields.
            digits: how many zeros stand in the place of a number.
            footer_shift: how far the number of a page moves to the right, as a part of the room that it leaves.

        Raises:
            NotPrintable: when a number has no place of its own, because a page has another form than expected.
        """
        pages = self._joined.pages
        self._numbers = {page.objgen: number for number, page in enumerate(pages, 1)}
        for position, heading in enumerate(self._joined.headings()):
            self._targets[f"{HEADING}{position}"] = Target(heading.page.objgen, 0, heading.top)
        for number, page in enumerate(pages, 1):
            stream = _stream(page)
            if not stream:  # a blank page
                continue
            content = PageContent(stream, digits)
            if not content.write_footer(number, footer_shift(number)):
                raise NotPrintable(f"the number of page {number} has no place")
            self._write_slots(number, content, pages)
            page.Contents = self._joined.file.make_stream(content.edited())
            page.Resources.Font[FONT] = font
        for element, slot in self._unwritten.items():
            raise NotPrintable(f"a reference to {', '.join(slot.names)} has no place for its page number (structure element {element[0]})")

    def _write_slots(self, number: int, content: PageContent, pages: Sequence[Any]) -> None:
        unused = []
        for slot in self._slots.get(pages[number - 1].objgen, ()):
            targets = self._targets_of(slot)
            if slot.at >= len(targets):
                unused.append(slot)
                content.remove(slot.contents)
                self._unwritten.pop(slot.element, None)
                continue
            target = targets[slot.at]
            target_number = self._numbers[target.page]
            if content.write_number(slot.contents, target_number, moves_words=not slot.title) and self._unwritten.pop(slot.element, None) is None:
                raise NotPrintable(f"a reference to {', '.join(slot.names)} on page {number} has two places for its page number")
            self._lead(slot, target, target_number, pages[target_number - 1])
        if unused:
            parents = self._joined.elements[int(unused[0].page.StructParents)]
            for position in (position for slot in unused for position in slot.contents):
                parents[position] = None
            self._remove(unused[0].page, [slot.annotation for slot in unused])

    def _targets_of(self, slot: Slot) -> list[Target]:
        """The places that a reference names, in order, one on each page."""
        unknown = [name for name in slot.names if name not in self._targets]
        if unknown:
            raise NotPrintable(f"a reference leads to {', '.join(unknown)}, which is nowhere")
        by_page = {self._numbers[self._targets[name].page]: self._targets[name] for name in reversed(slot.names)}
        return [by_page[page_number] for page_number in sorted(by_page)]

    def _lead(self, slot: Slot, target: Target, number: int, page: Any) -> None:
        """Lead a link to its page."""
        annotation = slot.annotation
        if slot.names[0].startswith(HEADING):
            self._joined.add_contents_line(self._joined.elements[int(annotation.StructParent)].P)
        annotation.Dest = Array([page, Name.XYZ, round(target.left, 2), round(target.top, 2), 0])
        annotation.Contents = String(f"{slot.title}, page {number}" if slot.title else f"page {number}")


def _contents_on(element: Any, page: Any) -> Iterator[int]:
    """The marked content of an element on a page: on its own page as numbers, on others as records."""
    for kid in element.K:
        if isinstance(kid, int):
            if element.Pg.objgen == page.objgen:
                yield kid
        elif "/MCID" in kid and kid.get("/Pg", element.get("/Pg")).objgen == page.objgen:
            yield int(kid.MCID)


def _stream(page: Any) -> bytes:
    contents = page.Contents
    return b"\n".join(part.read_bytes() for part in contents) if isinstance(contents, Array) else bytes(contents.read_bytes())

"""Write the numbers of pages, which are known when all parts of a guide are laid out, in the places that were left for them.

A link to pages has as many zeros in its text as a number has room for. The structure tree says which marked content of a page is
the text of which link.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pikepdf import Array, Name, String

from learning_roadmap.guide.form_font import DIGIT_WIDTH, digit_codes
from learning_roadmap.guide.join import JoinedFile, headings

FIELD, PLACE, PAGE = b"field:", b"place:", b"page:"
FONT = "/Digits"
# What the names of the places begin with that the contents list.
HEADING = "heading-"
MARKED = re.compile(rb"/\w+<</MCID (\d+)[^\n]*>>BDC(.*?)\nEMC", re.DOTALL)
FOOTER = re.compile(rb"(/Artifact<<[^\n]*/Subtype/Footer[^\n]*>>BDC\n)(.*?)(\nEMC)", re.DOTALL)
# One text with its place, colour, font, size and characters.
TEXT = re.compile(rb"q 1 0 0 -1 (\S+) (\S+ cm.*?Tr)/\w+ (\S+) Tf(.*?Tm)(\[?\(.*?\)\]?T[Jj])", re.DOTALL)


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
        names: the places; each page is named once.
        at: which of the pages this link is for.
        title: of a line with the number at its right end; empty in running text, where the words before the number move with it.
        contents: the marked content that is the text.
    """

    annotation: Any
    page: Any
    names: Sequence[str]
    at: int
    title: str
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
        self._zeros = re.compile(rb"^\[?\((\\\d\d\d\\\d\d\d|\\\d\d\d[^\\]|\\\d\d\d\\.|..)\1{%d}\)\]?T[Jj]$" % (digits - 1), re.DOTALL)
        self._targets: dict[str, Target] = {}
        self._slots: dict[int, list[Slot]] = {}
        pages = list(joined.file.pages)
        for number, page in enumerate(pages, 1):
            self._find(page.obj, number)
        by_page = {page.obj.objgen: number for number, page in enumerate(pages, 1)}
        for position, heading in enumerate(headings(joined.file)):
            self._targets[f"{HEADING}{position}"] = Target(by_page[heading.page.objgen], 0, heading.top)

    def _find(self, page: Any, number: int) -> None:
        removed = []
        for annotation in page.get("/Annots", []):
            action = annotation.get("/A")
            if action is None or not (address := bytes(action.get("/URI", b""))).startswith((FIELD, PLACE, PAGE)):
                continue
            if address.startswith(PAGE):
                reference = json.loads(address.removeprefix(PAGE))
                element = self._joined.elements[int(annotation.StructParent)]
                contents = [*_contents_on(element, page)]
                self._slots.setdefault(number, []).append(Slot(annotation, page, reference["names"], reference["at"], reference["title"], contents))
                continue
            name = address.removeprefix(PLACE).decode() if address.startswith(PLACE) else json.loads(address.removeprefix(FIELD))["name"]
            left, _, _, top = map(float, annotation.Rect)
            self._targets.setdefault(name, Target(number, left, top))
            if address.startswith(PLACE):
                removed.append(annotation)
        self._remove(page, removed)

    def _remove(self, page: Any, annotations: Sequence[Any]) -> None:
        """Remove links with their elements."""
        if not annotations:
            return
        gone = {annotation.objgen for annotation in annotations}
        page.Annots = Array([annotation for annotation in page.Annots if annotation.objgen not in gone])
        self._joined.remove_elements([int(annotation.StructParent) for annotation in annotations])

    def write(self, font: Any) -> None:
        """Write all numbers, with the font of the form fields."""
        pages = list(self._joined.file.pages)
        for number, page in enumerate(pages, 1):
            content = _content(page.obj)
            changed = self._with_footer(content, number)
            if slots := self._slots.get(number):
                changed = self._with_numbers(changed, slots, pages)
            if changed != content:
                page.obj.Contents = self._joined.file.make_stream(changed)
                page.obj.Resources.Font[FONT] = font

    def _with_footer(self, content: bytes, number: int) -> bytes:
        """The content with the page's own number; on the first page without."""

        def written(match: re.Match[bytes]) -> bytes:
            return match[1] + self._with_number(match[2], str(number), self._footer_shift(number)) + match[3] if number > 1 else b""

        return FOOTER.sub(written, content)

    def _with_numbers(self, content: bytes, slots: Sequence[Slot], pages: Sequence[Any]) -> bytes:
        texts: dict[int, bytes] = {}
        marked = {int(match[1]): match for match in MARKED.finditer(content)}
        unused = []
        for slot in slots:
            targets = [*{self._targets[name].page_number: self._targets[name] for name in reversed(slot.names)}.values()]
            targets.sort(key=lambda target: target.page_number)
            if slot.at >= len(targets):
                unused.append(slot)
                texts |= dict.fromkeys(slot.contents, b"")
                continue
            target = targets[slot.at]
            texts |= self._slot_texts(slot, str(target.page_number), marked)
            self._lead(slot, target, pages[target.page_number - 1].obj)
        if unused:
            parents = self._joined.elements[int(slots[0].page.StructParents)]
            for number in (number for slot in unused for number in slot.contents):
                parents[number] = None
            self._remove(unused[0].page, [slot.annotation for slot in unused])
        return MARKED.sub(lambda match: texts.get(int(match[1]), match[0]), content)

    def _slot_texts(self, slot: Slot, number: str, marked: dict[int, re.Match[bytes]]) -> dict[int, bytes]:
        """The marked content of a slot, with the number."""
        texts: dict[int, bytes] = {}
        is_written = False
        for position in reversed(slot.contents):
            match = marked[position]
            head, body = match[0][: match.start(2) - match.start()], match[2]
            has_zeros = not is_written and any(self._zeros.match(text[5]) for text in TEXT.finditer(body))
            if has_zeros:
                body, is_written = self._with_number(body, number, 1), True
            elif is_written and not slot.title:
                body = TEXT.sub(lambda text: self._moved(text, len(number), 1), body)
            texts[position] = head + body + b"\nEMC"
        return texts

    def _with_number(self, body: bytes, number: str, shift: float) -> bytes:
        """Content with a number in the place of its zeros."""

        def written(text: re.Match[bytes]) -> bytes:
            if not self._zeros.match(text[5]):
                return text[0]
            moved = self._moved(text, len(number), shift)
            codes = b"".join(b"%04x" % digit_codes()[digit] for digit in number)
            return re.sub(rb"/\w+ (\S+) Tf", FONT.encode() + rb" \1 Tf", moved[: -len(text[5])]) + b"<" + codes + b">Tj"

        return TEXT.sub(written, body)

    def _moved(self, text: re.Match[bytes], length: int, shift: float) -> bytes:
        """A text, moved into the room that a shorter number leaves."""
        left = float(text[1]) + shift * (self._digits - length) * DIGIT_WIDTH * float(text[3])
        return b"q 1 0 0 -1 %.3f " % left + text[0][text.start(2) - text.start() :]

    def _lead(self, slot: Slot, target: Target, page: Any) -> None:
        """Lead a link to its page."""
        annotation = slot.annotation
        if slot.names[0].startswith(HEADING):
            self._joined.add_contents_line(self._joined.elements[int(annotation.StructParent)].P)
        del annotation.A
        annotation.Dest = Array([page, Name.XYZ, round(target.left, 2), round(target.top, 2), 0])
        annotation.Contents = String(f"{slot.title}, page {target.page_number}" if slot.title else f"page {target.page_number}")


def _contents_on(element: Any, page: Any) -> Iterator[int]:
    """The marked content of an element on a page: on its own page as numbers, on others as records."""
    for kid in element.K:
        if isinstance(kid, int):
            if element.Pg.objgen == page.objgen:
                yield kid
        elif "/MCID" in kid and kid.get("/Pg", element.get("/Pg")).objgen == page.objgen:
            yield int(kid.MCID)


def _content(page: Any) -> bytes:
    contents = page.Contents
    return b"\n".join(part.read_bytes() for part in contents) if isinstance(contents, Array) else bytes(contents.read_bytes())

"""The pages of a guide or poster as one file: its parts, with page numbers, form fields and bookmarks."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from pikepdf import ObjectStreamMode, Pdf

from learning_roadmap.cache import Cache, key_of
from learning_roadmap.guide.edition import Data
from learning_roadmap.guide.fonts import FontBook
from learning_roadmap.guide.form_fields import add_fields
from learning_roadmap.guide.form_font import field_font
from learning_roadmap.guide.join import Heading, JoinedFile, headings
from learning_roadmap.guide.numbers import HEADING, PageNumbers
from learning_roadmap.guide.parts import GuidePart, front_part, front_titles, later_parts
from learning_roadmap.guide.typeset import free_memory, typeset

# After so many bytes of PDF, the typesetter's memory is freed: it keeps about ten times as much.
MEMORY_LIMIT = 1_500_000


@dataclass(frozen=True)
class _LaidOutPart:
    """A part that is laid out.

    Attributes:
        begins_left: whether its first page is only there to make the second one a left one.
    """

    part: GuidePart
    pdf: bytes
    headings: Sequence[Heading]
    begins_left: bool


def typeset_poster(data: Data, fonts: FontBook) -> bytes:
    """A poster as PDF.

    Raises:
        typst.TypstError: when a text cannot be printed.
    """
    with Pdf.open(BytesIO(typeset(data, data["codes"], "poster.typ", fonts))) as file:
        return _finished(JoinedFile(file))


def typeset_guide(data: Data, fonts: FontBook, cache: Cache | None = None, code: str = "") -> bytes:
    """A guide as PDF.

    Args:
        cache: has the parts that earlier guides laid out.
        code: the key of the code, the layout, the libraries and the fonts, which all parts depend on.

    Raises:
        typst.TypstError: when a text cannot be printed.
    """
    later = [*_later_parts(data, fonts, cache, code)]
    # The first part is laid out last, because it lists the headings of the others.
    front = front_part(data, _contents(data, later))
    pdf = typeset(front.data, (), "main.typ", fonts)
    free_memory(fonts)
    is_two_sided = data["two_sided"]
    with Pdf.open(BytesIO(pdf)) as file:
        joined = JoinedFile(file)
        while later:
            laid_out = later.pop(0)
            if is_two_sided and laid_out.part.begins_right and len(file.pages) % 2:
                joined.add_blank_page()
            with Pdf.open(BytesIO(laid_out.pdf)) as part:
                joined.add(part, skipped=int(laid_out.begins_left))
        numbers = PageNumbers(joined, front.data["digits"], lambda page: float(page % 2) if is_two_sided else 0.5)
        font = field_font(file)
        numbers.write(font)
        return _finished(joined, font)


def _later_parts(data: Data, fonts: FontBook, cache: Cache | None, code: str) -> Iterator[_LaidOutPart]:
    # A phase begins on a right-hand page, so the pages before the first one do not matter.
    pages = size = 0
    for part in later_parts(data):
        if part.begins_right:
            pages += pages % 2
        begins_left = bool(data["two_sided"] and pages % 2)
        printed = {**part.data, "begins_left": begins_left}
        key = key_of(code, json.dumps([printed, part.codes]))
        cached = cache.get("guide-part", key) if cache else None
        pdf = cached or typeset(printed, part.codes, "main.typ", fonts)
        with Pdf.open(BytesIO(pdf)) as file:
            bookmarks = headings(file)
            pages += len(file.pages) - int(begins_left)
        if not cached:
            size += len(pdf)
            if cache:
                cache.put("guide-part", key, pdf)
        if size > MEMORY_LIMIT:
            free_memory(fonts)
            size = 0
        yield _LaidOutPart(part, pdf, bookmarks, begins_left)


def _contents(data: Data, later: Sequence[_LaidOutPart]) -> list[Data]:
    """The headings that the contents list, each with the name of its place."""
    listed = [(title, 1, True) for title in front_titles(data)]
    for laid_out in later:
        listed += [(heading.title, heading.level, heading.level <= laid_out.part.contents_depth) for heading in laid_out.headings]
    return [
        {"title": title, "level": level, "place": f"{HEADING}{position}"}
        for position, (title, level, is_listed) in enumerate(listed)
        if is_listed
    ]  # fmt: skip


def _finished(joined: JoinedFile, font: object = None) -> bytes:
    add_fields(joined.file, joined.elements, font or field_font(joined.file))
    joined.finish()
    target = BytesIO()
    joined.file.save(target, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate, compress_streams=True)
    return target.getvalue()

"""The pages of a guide or poster as one file: its parts, with page numbers, form fields and bookmarks."""

from collections.abc import Iterable, Iterator
from io import BytesIO

from pikepdf import ObjectStreamMode, Pdf

from learning_roadmap.cache import Cache
from learning_roadmap.guide.edition import Data
from learning_roadmap.guide.fonts import FontBook
from learning_roadmap.guide.form_fields import Form
from learning_roadmap.guide.form_font import field_font
from learning_roadmap.guide.join import JoinedFile, headings
from learning_roadmap.guide.numbers import HEADING, PageNumbers
from learning_roadmap.guide.part_files import PartFiles
from learning_roadmap.guide.parts import GuidePart, front_part, front_titles, later_parts, page_style
from learning_roadmap.guide.typeset import free_memory, typeset

# What Typst writes.
PDF_VERSION = "1.7"
# A heading, its level, and whether the contents list it.
_Heading = tuple[str, int, bool]


def typeset_poster(data: Data, fonts: FontBook) -> bytes:
    """A poster as PDF.

    Raises:
        typst.TypstError: when a text cannot be printed.
    """
    joined = JoinedFile()
    form = Form(joined.file, joined.elements, field_font(joined.file))
    with Pdf.open(BytesIO(typeset(data, data["codes"], "poster.typ", fonts))) as file:
        form.add(joined.add_first(file))
    return _finished(joined, form)


def typeset_guide(data: Data, fonts: FontBook, cache: Cache | None = None, code: str = "") -> bytes:
    """A guide as PDF.

    Args:
        cache: has the parts that earlier guides laid out.
        code: the key of the code, the layout, the libraries and the fonts, which all parts depend on.

    Raises:
        typst.TypstError: when a text cannot be printed.
    """
    is_two_sided = data["two_sided"]
    style = page_style(data)
    joined = JoinedFile()
    font = field_font(joined.file)
    form = Form(joined.file, joined.elements, font)
    numbers = PageNumbers(joined)
    listed: list[_Heading] = [(title, 1, True) for title in front_titles(data)]
    with PartFiles(fonts, cache, code) as files:
        # Each part is joined while the following ones are laid out.
        for part, begins_left, pdf in _later_parts(data, style, files, joined):
            if is_two_sided and part.begins_right and len(joined.file.pages) % 2:
                joined.add_blank_page(len(joined.file.pages))
            with Pdf.open(BytesIO(pdf)) as file:
                listed += [(heading.title, heading.level, heading.level <= part.contents_depth) for heading in headings(file)]
                added = joined.add(file, skipped=int(begins_left))
            numbers.find(added)
            form.add(added)
    # The first part is laid out last, because it lists the headings of the others.
    front = front_part(data, style, _contents(listed))
    pdf = typeset(front.data, (), "main.typ", fonts)
    free_memory(fonts)
    with Pdf.open(BytesIO(pdf)) as file:
        added = joined.add_first(file)
    if is_two_sided and data["chapters"] and len(added.pages) % 2:
        joined.add_blank_page(len(added.pages))
    numbers.find(added)
    form.add(added)
    numbers.write(font, style["digits"], lambda page: float(page % 2) if is_two_sided else 0.5)
    return _finished(joined, form)


def _later_parts(data: Data, style: Data, files: PartFiles, joined: JoinedFile) -> Iterator[tuple[GuidePart, bool, bytes]]:
    """The files of the parts but the first one, and whether the first page of each is only there to make the second one a left one."""
    parts = [*later_parts(data, style)]
    # Those after the phases first: they are the largest, and need most memory when the joined file is still small. With two sides,
    # their margins depend on the number of pages before them. A phase begins on a right-hand page, so it does not matter for one.
    independent = [number for number, part in enumerate(parts) if part.begins_right or not data["two_sided"]]
    waiting = {number: files.lay_out(parts[number].data, parts[number].codes) for number in sorted(independent, key=lambda n: parts[n].begins_right)}
    files.free_memory()
    for number, part in enumerate(parts):
        if number in waiting:
            yield part, False, waiting.pop(number).result()
        else:
            begins_left = bool(len(joined.file.pages) % 2)
            yield part, begins_left, files.lay_out({**part.data, "begins_left": begins_left}, part.codes).result()


def _contents(listed: Iterable[_Heading]) -> list[Data]:
    """The headings that the contents list, each with the name of its place."""
    return [
        {"title": title, "level": level, "place": f"{HEADING}{position}"}
        for position, (title, level, is_listed) in enumerate(listed)
        if is_listed
    ]  # fmt: skip


def _finished(joined: JoinedFile, form: Form) -> bytes:
    form.finish()
    joined.finish()
    target = BytesIO()
    joined.file.save(target, min_version=PDF_VERSION, fix_metadata_version=False, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return target.getvalue()

"""The pages of a guide or poster as one file: its parts, with page numbers, form fields and bookmarks."""

from collections.abc import Iterable
from concurrent.futures import Future
from io import BytesIO
from pathlib import Path

from pikepdf import ObjectStreamMode, Pdf

from learning_roadmap.cache import Cache
from learning_roadmap.guide.edition import Data
from learning_roadmap.guide.fonts import FontBook
from learning_roadmap.guide.form_fields import Form
from learning_roadmap.guide.form_font import field_font
from learning_roadmap.guide.join import AddedPart, JoinedFile, headings
from learning_roadmap.guide.numbers import HEADING, PageNumbers
from learning_roadmap.guide.part_files import PartFiles
from learning_roadmap.guide.parts import front_part, front_titles, later_parts, page_style
from learning_roadmap.guide.typeset import typeset

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
    style = page_style(data)
    # The first part is at position 0.
    parts = dict(enumerate(later_parts(data, style), 1))
    book = _Book(data["two_sided"])
    laid_out: dict[int, Future[Path]] = {}

    def front_data() -> Data:
        listed = [(title, 1, True) for title in front_titles(data)]
        for position, part in parts.items():
            listed += _headings(laid_out[position].result(), part.contents_depth)
        return front_part(data, style, _contents(listed)).data

    with PartFiles(fonts, cache, code) as files:
        # With two sides, margins depend on the number of pages before a part. A phase begins on a right-hand page, so it does not matter for one.
        dependent = [position for position in parts if book.is_two_sided and not parts[position].begins_right]
        # Those after the phases first: they are the largest, so that both threads end at about the same time.
        for position in sorted(parts.keys() - dependent, key=lambda position: (parts[position].begins_right, position)):
            laid_out[position] = files.lay_out(parts[position].data, parts[position].codes)
        front = files.lay_out(front_data) if not dependent else None
        # Each part is joined while others are laid out.
        for position in [*laid_out]:
            book.add(position, laid_out[position].result(), parts[position].begins_right)
        for position in dependent:
            begins_left = book.has_odd_pages
            laid_out[position] = files.lay_out({**parts[position].data, "begins_left": begins_left}, parts[position].codes)
            book.add(position, laid_out[position].result(), skipped=int(begins_left))
        path = (front or files.lay_out(front_data)).result()
        files.free_memory()
        book.add_first(path, is_followed_by_phase=bool(data["chapters"]))
        book.write_numbers(style["digits"])
    return _finished(book.joined, book.form)


class _Book:
    """A guide that is being joined."""

    def __init__(self, is_two_sided: bool) -> None:
        self.is_two_sided = is_two_sided
        self.joined = JoinedFile()
        self._font = field_font(self.joined.file)
        self.form = Form(self.joined.file, self.joined.elements, self._font)
        self._numbers = PageNumbers(self.joined)
        self._waiting: dict[int, AddedPart] = {}
        self._next = 1

    @property
    def has_odd_pages(self) -> bool:
        """Whether the next page is a left one, in a guide with two sides."""
        return self.is_two_sided and len(self.joined.pages) % 2 == 1

    def add(self, position: int, path: Path, begins_right: bool = False, skipped: int = 0) -> None:
        """Add any part but the first one, without its first pages if some are to be skipped."""
        if begins_right and self.has_odd_pages:
            self.joined.add_blank_page(position - 1)
        with Pdf.open(path) as file:
            self._waiting[position] = self.joined.add(file, position, skipped)
        # In the order of pages, because what is printed twice is found at its first place.
        while added := self._waiting.pop(self._next, None):
            self._fill(added)
            self._next += 1

    def add_first(self, path: Path, is_followed_by_phase: bool) -> None:
        """Add the first part, whose title and language are those of the file."""
        with Pdf.open(path) as file:
            added = self.joined.add_first(file)
        if self.is_two_sided and is_followed_by_phase and len(added.pages) % 2:
            self.joined.add_blank_page(0)
        self._fill(added)

    def _fill(self, added: AddedPart) -> None:
        self._numbers.find(added)
        self.form.add(added)

    def write_numbers(self, digits: int) -> None:
        """Write the numbers of pages, when all parts are added."""
        self._numbers.write(self._font, digits, lambda page: float(page % 2) if self.is_two_sided else 0.5)


def _headings(path: Path, contents_depth: int) -> list[_Heading]:
    with Pdf.open(path) as file:
        return [(heading.title, heading.level, heading.level <= contents_depth) for heading in headings(file)]


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

"""The options of a study guide."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from learning_roadmap.strings import Strings, english


class PaperSize(StrEnum):
    A4 = "a4"
    LETTER = "us-letter"


class Notes(StrEnum):
    """What the room for notes looks like."""

    LINES = "lines"
    SPACE = "space"
    NONE = "none"


@dataclass(frozen=True)
class Options:
    """The options of a study guide.

    Attributes:
        day: the date on the cover and of the file, if it has one.
        phase: id of the only phase to print.
        document: id of the document whose order replaces that of the map; not together with ``phase``.
        two_sided: whether chapters begin on right-hand pages and the inner margin is wider.
        large: whether to use large print.
        site: address of the published site, with a slash at its end; None for no links to it.
        pages: ids of the phases with a page there, and the page's address relative to ``site``.
        fonts: folders with fonts for characters that the guide's own fonts lack.
        strings: the texts of the guide.
        answers: whether to print the answers to the questions.
        sources: whether to print the lines of the documents that mention each topic.
        notes: the room for notes after each section, and on what is left of the last page of a chapter.
    """

    day: date | None
    phase: str | None = None
    document: str | None = None
    paper: PaperSize = PaperSize.A4
    two_sided: bool = False
    large: bool = False
    site: str | None = None
    pages: tuple[tuple[str, str], ...] = ()
    fonts: tuple[Path, ...] = ()
    strings: Strings = field(default_factory=english)
    answers: bool = True
    sources: bool = False
    notes: Notes = Notes.LINES

    def text(self, key: str, /, **values: object) -> str:
        """A text of the guide."""
        return self.strings.text(f"guide.{key}", **values)

    def label(self, word: str) -> str:
        """A label, in the site's own wording if it has one."""
        return self.strings.label(word)

    def __post_init__(self) -> None:
        if self.phase is not None and self.document is not None:
            raise ValueError("phase and document cannot be combined")

"""What can be asked of a study guide."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from learning_roadmap.strings import Strings, english


class PaperSize(StrEnum):
    A4 = "a4"
    LETTER = "us-letter"


@dataclass(frozen=True)
class Options:
    """What can be asked of a study guide.

    Attributes:
        day: the date on the cover, and that of the file.
        phase: id of the only phase that is wanted.
        document: id of the document whose own order is followed instead of the map's; not together with ``phase``.
        two_sided: phases begin on right-hand pages, and the inner margin is wider.
        large: large print.
        site: address of the published site, with a slash at its end; none, and nothing points there.
        pages: the id of each phase that has a page there, with the page's address from ``site`` on.
        fonts: folders with fonts for signs that the guide's own have not.
        strings: the texts of the guide.
    """

    day: date
    phase: str | None = None
    document: str | None = None
    paper: PaperSize = PaperSize.A4
    two_sided: bool = False
    large: bool = False
    site: str | None = None
    pages: tuple[tuple[str, str], ...] = ()
    fonts: tuple[Path, ...] = ()
    strings: Strings = field(default_factory=english)

    def text(self, key: str, /, **values: object) -> str:
        """A text of the guide."""
        return self.strings.text(f"guide.{key}", **values)

    def label(self, word: str) -> str:
        """What the site calls a kind of entry, or a mark."""
        return self.strings.label(word)

    def __post_init__(self) -> None:
        if self.phase is not None and self.document is not None:
            raise ValueError("phase and document cannot be combined")

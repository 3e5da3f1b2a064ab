"""What can be asked of a study guide."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Paper(StrEnum):
    A4 = "a4"
    LETTER = "us-letter"


@dataclass(frozen=True)
class Options:
    """What can be asked of a study guide.

    Attributes:
        day: the date on the cover, and that of the file.
        phase: id of the only phase that is wanted.
        document: id of the document whose own order is followed instead of the map's.
        two_sided: phases begin on right-hand pages, and the inner margin is wider.
        large: large print.
        site: address of the published site, with a slash at its end; none, and nothing points there.
    """

    day: date
    phase: str | None = None
    document: str | None = None
    paper: Paper = Paper.A4
    two_sided: bool = False
    large: bool = False
    site: str | None = None

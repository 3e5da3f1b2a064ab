"""A study guide, and how to get one. Cheap to import: only ``make_guide`` loads what typesets."""

from dataclasses import dataclass

from learning_roadmap.guide.options import Options
from learning_roadmap.model import RoadmapIndex

GUIDE_FILE = "study-guide.pdf"
"""The path of the guide in a site."""


class NotPrintable(Exception):
    """The pages could not be laid out, for a reason that no substitute mends."""


@dataclass(frozen=True)
class Guide:
    """A finished guide.

    Attributes:
        pdf: the file.
        warnings: what could not be printed as it stands in the data.
    """

    pdf: bytes
    warnings: tuple[str, ...]


def make_guide(index: RoadmapIndex, options: Options) -> Guide:
    """The study guide of a roadmap.

    Raises:
        KeyError: when the options name a phase or document that is not there.
        NotPrintable: when the pages cannot be laid out.
    """
    # Here and not above: a site whose guide is in the cache needs neither the typesetter nor the PDF library.
    from learning_roadmap.guide.compile import compile_guide

    return compile_guide(index, options)

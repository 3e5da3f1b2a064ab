"""A study guide, a poster, and the functions that make them. Cheap to import: only these functions load the typesetter."""

from dataclasses import dataclass

from learning_roadmap.cache import Cache
from learning_roadmap.guide.options import Options
from learning_roadmap.model import RoadmapIndex

GUIDE_FILE = "study-guide.pdf"
"""The path of the guide in a site."""

POSTER_FILE = "roadmap-poster.pdf"
"""The path of the poster in a site."""


class NotPrintable(Exception):
    """The pages could not be laid out, for a reason other than a missing glyph."""


@dataclass(frozen=True)
class Guide:
    """A finished guide or poster.

    Attributes:
        pdf: the file.
        warnings: texts that could not be printed exactly.
    """

    pdf: bytes
    warnings: tuple[str, ...]


def make_guide(index: RoadmapIndex, options: Options, cache: Cache | None = None) -> Guide:
    """The study guide of a roadmap.

    Args:
        cache: has the parts that earlier guides laid out.

    Raises:
        KeyError: when the options name an unknown phase or document.
        NotPrintable: when the pages cannot be laid out.
    """
    # Imported here, because a site with a cached guide needs neither the typesetter nor the PDF library.
    from learning_roadmap.guide.compile import compile_guide

    return compile_guide(index, options, cache)


def make_poster(index: RoadmapIndex, options: Options) -> Guide:
    """The whole roadmap on one page.

    Raises:
        NotPrintable: when the page cannot be laid out.
    """
    from learning_roadmap.guide.compile import compile_poster

    return compile_poster(index, options)

"""The fold-out page with the picture of the map: how large it is, and which phases stand in which of its columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from learning_roadmap.guide.options import Options, PaperSize

POINTS_PER_MM = 72 / 25.4
# Width and height in millimetres, the smallest first: two, four and eight sheets of the guide's paper.
SIZES = {
    PaperSize.A4: ((420.0, 297.0), (594.0, 420.0), (841.0, 594.0)),
    PaperSize.LETTER: ((431.8, 279.4), (558.8, 431.8), (863.6, 558.8)),
}
MARGIN, GUTTER, HEAD = 15.0, 8.0, 26.0
# The height in millimetres that a picture may have among other text; a higher one is folded out.
INLINE = 225.0
TEXT_WIDTH = 168.0
MAX_COLUMNS = 8
# In points. Scaled to a single sheet, the fold-out page of two still has letters of 6 points.
SMALLEST, SMALLEST_LARGE = 8.5, 14.0


@dataclass(frozen=True)
class FoldOut:
    """A page.

    Attributes:
        width, height: in millimetres.
        unit: of the picture, in points.
        columns: the first slice of each column, and the one after its last.
    """

    width: float
    height: float
    unit: float
    columns: tuple[tuple[int, int], ...]


def fold_out(width: float, heights: Sequence[float], font_size: float, options: Options) -> FoldOut | None:
    """The smallest page on which the picture can be read; None if it needs none, or if no page is large enough.

    Args:
        width: of each slice of the picture, in its units, like ``heights`` and ``font_size``.
    """
    smallest = SMALLEST_LARGE if options.large else SMALLEST
    inline = TEXT_WIDTH / width
    if sum(heights) * inline <= INLINE and font_size * inline * POINTS_PER_MM >= smallest * 0.8:
        return None
    for page in SIZES[options.paper]:
        best = max(_arrangements(page, width, heights), key=lambda arrangement: arrangement.unit)
        if best.unit * font_size >= smallest:
            return best
    return None


def _arrangements(page: tuple[float, float], width: float, heights: Sequence[float]) -> Iterator[FoldOut]:
    room_x, room_y = page[0] - 2 * MARGIN, page[1] - 2 * MARGIN - HEAD
    for count in range(1, min(MAX_COLUMNS, len(heights)) + 1):
        columns = balanced(heights, count)
        highest = max(sum(heights[first:last]) for first, last in columns)
        unit = min((room_x - (count - 1) * GUTTER) / count / width, room_y / highest)
        yield FoldOut(*page, unit * POINTS_PER_MM, columns)


def balanced(heights: Sequence[float], count: int) -> tuple[tuple[int, int], ...]:
    """Consecutive heights in at most ``count`` columns, of which the highest is as low as it can be.

    >>> balanced([1, 2, 3, 4], 2)
    ((0, 3), (3, 4))
    """
    low, high = max(heights), sum(heights)
    while high - low > 1e-3 * high:
        middle = (low + high) / 2
        low, high = (low, middle) if len(_filled(heights, middle)) <= count else (middle, high)
    return tuple(_filled(heights, high))


def _filled(heights: Sequence[float], limit: float) -> list[tuple[int, int]]:
    """Each column as full as the limit allows."""
    columns: list[tuple[int, int]] = []
    first, height = 0, 0.0
    for number, added in enumerate(heights):
        if height + added > limit and number > first:
            columns.append((first, number))
            first, height = number, 0.0
        height += added
    return [*columns, (first, len(heights))]

"""What a picture consists of: boxes, lines, and slices that can stand on different pages."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import hypot

from learning_roadmap.model import Phase, Section
from learning_roadmap.picture.dot import Point
from learning_roadmap.picture.style import Style

# Around the picture, for strokes at its edge.
MARGIN = 2
ARROW_LENGTH, ARROW_WIDTH = 7, 6


@dataclass(frozen=True)
class Box:
    """A phase or a section in the picture.

    Attributes:
        x, y: of the upper left corner.
        lines: the title.
        topics: how many topics count.
    """

    entry: Phase | Section
    x: int
    y: int
    width: int
    height: int
    lines: tuple[str, ...]
    topics: int

    def moved(self, x: int, y: int) -> "Box":
        """The same box, further right and down."""
        return replace(self, x=self.x + x, y=self.y + y)


@dataclass(frozen=True)
class Line:
    """A line from an entry to one that needs it: the points of a cubic Bézier curve."""

    needed: str
    by: str
    points: tuple[Point, ...]

    def moved(self, x: int, y: int) -> "Line":
        """The same line, further right and down."""
        return replace(self, points=tuple(Point(point.x + x, point.y + y) for point in self.points))

    def heights(self) -> tuple[int, int]:
        """The least and the greatest height of its points; it is between them."""
        heights = [point.y for point in self.points]
        return min(heights), max(heights)


@dataclass(frozen=True)
class PhaseBox:
    """A phase, its sections and the lines between them."""

    box: Box
    sections: tuple[Box, ...]
    lines: tuple[Line, ...]

    def moved(self, x: int, y: int) -> "PhaseBox":
        """The same phase, further right and down."""
        return PhaseBox(self.box.moved(x, y), tuple(section.moved(x, y) for section in self.sections), tuple(line.moved(x, y) for line in self.lines))


@dataclass(frozen=True)
class Slice:
    """A phase and all lines in or beside it, in the picture's coordinates, and the part of the picture that shows them."""

    phase: PhaseBox
    lines: tuple[Line, ...]
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Layout:
    """A picture: its size, its phases in the order in which they follow each other, and the lines between them."""

    style: Style
    width: int
    height: int
    phases: tuple[PhaseBox, ...]
    lines: tuple[Line, ...]

    def slices(self) -> Iterator[Slice]:
        """The picture in slices that can stand on different pages: each phase with the space above it."""
        top = -MARGIN
        lines = [(line, *line.heights()) for line in self.lines]
        for phase in self.phases:
            bottom = phase.box.y + phase.box.height + (MARGIN if phase is self.phases[-1] else 1)
            passing = tuple(line for line, first, last in lines if first < bottom and last > top)
            yield Slice(phase, (*phase.lines, *passing), -MARGIN, top, self.width + 2 * MARGIN, bottom - top)
            top = bottom


def arrow(points: tuple[Point, ...]) -> tuple[tuple[float, float], ...]:
    """The corners of the head of an arrow at the end of a line, its tip first."""
    end = points[-1]
    before = next((point for point in reversed(points) if point != end), Point(end.x, end.y - 1))
    length = hypot(end.x - before.x, end.y - before.y)
    x, y = (end.x - before.x) / length, (end.y - before.y) / length
    base_x, base_y = end.x - ARROW_LENGTH * x, end.y - ARROW_LENGTH * y
    side_x, side_y = ARROW_WIDTH / 2 * -y, ARROW_WIDTH / 2 * x
    return (end.x, end.y), (base_x + side_x, base_y + side_y), (base_x - side_x, base_y - side_y)

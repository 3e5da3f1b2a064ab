"""Small roadmaps to draw, and measures of a drawing."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from learning_roadmap.model import Roadmap, RoadmapIndex
from learning_roadmap.picture import Box, Layout
from learning_roadmap.picture.dot import Point

# Odd, so that lines that cross in their middle do not do it between two steps.
STEPS = 23


def index_of(phases: Mapping[str, Sequence[str]], needs: Mapping[str, Sequence[str]] | None = None, title: str = "") -> RoadmapIndex:
    """A roadmap of these phases with their sections, each with one topic; ``needs`` says which sections need which."""
    data = [
        {
            "id": phase,
            "title": title or phase.title(),
            "sections": [
                {
                    "id": section,
                    "title": title or section.title(),
                    "topics": [
                        {"id": f"t-{section}", "title": section, "needs": [{"topic": f"t-{other}"} for other in (needs or {}).get(section, ())]}
                    ],
                }
                for section in sections
            ],
        }
        for phase, sections in phases.items()
    ]
    return RoadmapIndex(Roadmap.model_validate({"format": 2, "id": "x", "title": "X", "phases": data}))


def boxes(layout: Layout) -> list[Box]:
    """The boxes of all sections."""
    return [box for phase in layout.phases for box in phase.sections]


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes have an area in common."""
    return abs(2 * one.x + one.width - 2 * other.x - other.width) < one.width + other.width and (
        abs(2 * one.y + one.height - 2 * other.y - other.height) < one.height + other.height
    )


def crossings(layout: Layout) -> int:
    """How many times two lines without a common end cross."""
    lines = [(line, list(_polyline(line.points))) for line in (*layout.lines, *(line for phase in layout.phases for line in phase.lines))]
    return sum(
        any(_cross(a, b, c, d) for a, b in pairwise(one) for c, d in pairwise(other))
        for (first, one), (second, other) in combinations(lines, 2)
        if not {first.needed, first.by} & {second.needed, second.by}
    )


def _polyline(points: Sequence[Point]) -> Iterator[tuple[float, float]]:
    for at in range(0, len(points) - 1, 3):
        curve = points[at : at + 4]
        for step in range(STEPS + 1):
            t = step / STEPS
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            yield (
                sum(weight * point.x for weight, point in zip(weights, curve, strict=True)),
                sum(weight * point.y for weight, point in zip(weights, curve, strict=True)),
            )


def _cross(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float], d: tuple[float, float]) -> bool:
    def side(p: tuple[float, float], q: tuple[float, float], r: tuple[float, float]) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0

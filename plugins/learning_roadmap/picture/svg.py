"""A layout as SVG to stand in a page. All colours are classes, so that the page's style decides for each scheme, and on paper."""

from collections.abc import Callable, Iterable, Iterator
from html import escape
from math import hypot

from learning_roadmap.model import Phase, Section, kind_of
from learning_roadmap.picture.dot import Point
from learning_roadmap.picture.layout import Box, Layout
from learning_roadmap.picture.text_lines import ELLIPSIS

# Around the picture, for strokes at its edge.
MARGIN = 2
ARROW_LENGTH, ARROW_WIDTH = 7, 6
# The tick of what is done, in a square of 11 units.
TICK = "l3 4 6-9"
COUNT_ROOM = 44
TICK_ROOM = 14

Address = Callable[[Phase | Section], str]


def svg(layout: Layout, address: Address, topics: Callable[[int], str]) -> str:
    """The picture as an SVG element without ids, so that it can stand in a page more than once.

    It is hidden from screen readers and not in the tab order: a page has the same as a list.

    Args:
        address: of the page of a phase or section.
        topics: a number of topics in words.
    """
    style = layout.style
    lines = [line.points for line in layout.all_lines()]
    parts = [
        f'<svg class="rm-picture-{style.name}" viewBox="{-MARGIN} {-MARGIN} {layout.width + 2 * MARGIN} {layout.height + 2 * MARGIN}"',
        f' width="{layout.width + 2 * MARGIN}" height="{layout.height + 2 * MARGIN}" font-size="{style.font_size}" aria-hidden="true">',
    ]
    for phase in layout.phases:
        room = (style.head or phase.box.width) - 2 * style.pad
        parts += _node(phase.box, layout, room, phase.box.y + style.pad, address, topics)
    if lines:
        parts.append(f'<path class="rm-picture-lines" d="{"".join(map(_curve, lines))}"/>')
        parts.append(f'<path class="rm-picture-arrows" d="{"".join(map(_arrow, lines))}"/>')
    for phase in layout.phases:
        for box in phase.sections:
            parts += _node(box, layout, box.width - 2 * style.pad, box.y + 3, address, topics)
    return "".join((*parts, "</svg>"))


def _node(box: Box, layout: Layout, room: int, top: int, address: Address, topics: Callable[[int], str]) -> Iterator[str]:
    style, kind = layout.style, kind_of(box.entry).name
    size, line_height = (style.title_size, style.title_height) if kind == "phase" else (style.font_size, style.line_height)
    x = box.x + style.pad
    # With a target, the theme leaves the click to the browser: it expects the address of a link to be a string, and here it is not.
    yield f'<a class="rm-node rm-node-{kind}" data-rm-node="{kind}:{escape(box.entry.id)}" href="{escape(address(box.entry))}" '
    yield 'target="_self" tabindex="-1">'
    if box.lines and box.lines[-1].endswith(ELLIPSIS):
        yield f"<title>{escape(box.entry.title)}</title>"
    yield f'<rect class="rm-node-box" x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="6"/>'
    yield f'<text font-size="{size}">' if size != style.font_size else "<text>"
    yield from (f'<tspan x="{x}" y="{top + size + line_height * number}">{escape(line)}</tspan>' for number, line in enumerate(box.lines))
    yield "</text>"
    if box.topics:
        # Below the title of a phase; at the lower end of a section.
        y = (top + line_height * len(box.lines) if kind == "phase" else box.y + box.height - style.bar_room) + 8
        width = room - COUNT_ROOM - TICK_ROOM
        for name, length in (("track", width), ("fill", 0)):
            yield f'<rect class="rm-node-{name}" x="{x}" y="{y}" width="{length}" height="5" rx="2"/>'
        yield f'<path class="rm-node-tick" d="M{x + width + 3} {y + 1}{TICK}"/>'
        yield f'<text class="rm-node-count" x="{x + room}" y="{y + 6}" font-size="{style.small_size}" text-anchor="end">{escape(topics(box.topics))}</text>'
    yield "</a>"


def _curve(points: Iterable[Point]) -> str:
    start, *rest = points
    return f"M{start.x} {start.y}C{' '.join(f'{point.x} {point.y}' for point in rest)}"


def _arrow(points: tuple[Point, ...]) -> str:
    """The head of an arrow at the end of a line."""
    end = points[-1]
    before = next((point for point in reversed(points) if point != end), Point(end.x, end.y - 1))
    length = hypot(end.x - before.x, end.y - before.y)
    x, y = (end.x - before.x) / length, (end.y - before.y) / length
    base_x, base_y = end.x - ARROW_LENGTH * x, end.y - ARROW_LENGTH * y
    side_x, side_y = ARROW_WIDTH / 2 * -y, ARROW_WIDTH / 2 * x
    corners = (end.x, end.y), (base_x + side_x, base_y + side_y), (base_x - side_x, base_y - side_y)
    return f"M{'L'.join(f'{round(corner_x)} {round(corner_y)}' for corner_x, corner_y in corners)}Z"

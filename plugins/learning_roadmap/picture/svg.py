"""A layout as SVG in a page. All colours are classes, so that the page's style decides for each scheme, and on paper."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape

from learning_roadmap.model import Phase, Section, kind_of
from learning_roadmap.picture.dot import Point
from learning_roadmap.picture.drawing import Box, Layout, Slice, arrow
from learning_roadmap.picture.style import Style
from learning_roadmap.picture.text_lines import ELLIPSIS

# The tick of what is done, in a square of 11 units.
TICK = "l3 4 6-9"
XLINK = "http://www.w3.org/1999/xlink"
COUNT_ROOM = 44
TICK_ROOM = 14
# More sources than this are a number instead of dots.
MOST_DOTS = 6
DOT_DISTANCE = 9
# As many colours follow each other.
HUES = 12

Address = Callable[[Phase | Section], str]


@dataclass(frozen=True)
class NodeFacts:
    """What is written below the bar of a phase or section.

    Attributes:
        phase: the number of the phase, from 1, which decides its colour.
        hours: how many it takes; 0 if that is not known.
        time: the hours in words.
        named, documents: how many of the documents name it.
        sources: the same in words; empty if there is nothing to agree on.
    """

    phase: int
    hours: float
    time: str
    named: int
    documents: int
    sources: str


Facts = Callable[[Phase | Section], NodeFacts | None]


def no_facts(_: Phase | Section) -> NodeFacts | None:
    """Nothing to write below a bar."""
    return None


def hue(number: int) -> int:
    """The colour of a phase, by its number from 1.

    >>> hue(1), hue(12), hue(13)
    (1, 12, 1)
    """
    return (number - 1) % HUES + 1


def svg(layout: Layout, address: Address, topics: Callable[[int], str], facts: Facts = no_facts) -> str:
    """The picture as HTML: an SVG element for each phase, one below the other, so that a page can break between them.

    It is hidden from screen readers and not in the tab order: a page has the same as a list.

    Args:
        address: of the page of a phase or section.
        topics: a number of topics in words.
        facts: what is written below a bar, if anything is.
    """
    slices = "".join("".join(_slice(slice, layout.style, address, topics, facts)) for slice in layout.slices())
    return f'<div class="rm-picture-{layout.style.name}" aria-hidden="true">{slices}</div>'


def _slice(slice: Slice, style: Style, address: Address, topics: Callable[[int], str], facts: Facts) -> Iterator[str]:
    shown = facts(slice.phase.box.entry)
    yield f'<svg viewBox="{slice.x} {slice.y} {slice.width} {slice.height}" width="{slice.width}" height="{slice.height}" '
    if shown:
        yield f'class="rm-hue-{hue(shown.phase)}" '
    yield f'font-size="{style.font_size}" xmlns:xlink="{XLINK}">'
    yield from _node(slice.phase.box, style, address, topics, facts)
    if slice.lines:
        yield f'<path class="rm-picture-lines" d="{"".join(_curve(line.points) for line in slice.lines)}"/>'
        yield f'<path class="rm-picture-arrows" d="{"".join(_arrow(line.points) for line in slice.lines)}"/>'
    for box in slice.phase.sections:
        yield from _node(box, style, address, topics, facts)
    yield "</svg>"


def _node(box: Box, style: Style, address: Address, topics: Callable[[int], str], facts: Facts) -> Iterator[str]:
    kind = kind_of(box.entry).name
    is_phase = isinstance(box.entry, Phase)
    size, line_height = (style.title_size, style.title_height) if is_phase else (style.font_size, style.line_height)
    x, y = box.x + style.pad, box.y + (style.pad if is_phase else 3)
    room = ((style.head if is_phase else 0) or box.width) - 2 * style.pad
    # Not href: Material assigns to the property of that name on every element that has one, and in SVG it cannot be assigned to.
    yield f'<a class="rm-node rm-node-{kind}" data-rm-node="{kind}:{escape(box.entry.id)}" '
    yield f'xlink:href="{escape(address(box.entry))}" tabindex="-1">'
    if box.lines and box.lines[-1].endswith(ELLIPSIS):
        yield f"<title>{escape(box.entry.title)}</title>"
    yield f'<rect class="rm-node-box" x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="6"/>'
    yield f'<text font-size="{size}">'
    yield from (f'<tspan x="{x}" y="{y + size + line_height * number}">{escape(line)}</tspan>' for number, line in enumerate(box.lines))
    yield "</text>"
    if box.topics:
        # Below the title of a phase; at the lower end of a section.
        bar = (y + line_height * len(box.lines) if is_phase else box.y + box.height - style.bar_room - style.facts_room) + 8
        length = room - COUNT_ROOM - TICK_ROOM
        yield f'<rect class="rm-node-track" x="{x}" y="{bar}" width="{length}" height="5" rx="2"/>'
        yield f'<rect class="rm-node-fill" x="{x}" y="{bar}" width="0" height="5" rx="2"/>'
        yield f'<path class="rm-node-tick" d="M{x + length + 3} {bar + 1}{TICK}"/>'
        yield f'<text class="rm-node-count" x="{x + room}" y="{bar + 6}" font-size="{style.small_size}" text-anchor="end">'
        yield f"{escape(topics(box.topics))}</text>"
        if style.facts_room and (shown := facts(box.entry)):
            yield from _facts(shown, x, bar + 6 + style.facts_room, room, style)
    yield "</a>"


def _facts(facts: NodeFacts, x: int, y: int, room: int, style: Style) -> Iterator[str]:
    """The hours on the left; on the right a dot for each document, filled if it names the entry."""
    if facts.time:
        yield f'<text class="rm-node-hours" data-hours="{facts.hours:g}" x="{x}" y="{y}" font-size="{style.small_size}">{escape(facts.time)}</text>'
    if not facts.sources:
        return
    if facts.documents > MOST_DOTS:
        yield f'<text class="rm-node-sources" x="{x + room}" y="{y}" font-size="{style.small_size}" text-anchor="end">'
        yield f"<title>{escape(facts.sources)}</title>{facts.named}/{facts.documents}</text>"
        return
    yield f'<g class="rm-node-sources"><title>{escape(facts.sources)}</title>'
    for number in range(facts.documents):
        kind = "named" if number < facts.named else "silent"
        yield f'<circle class="rm-dot-{kind}" cx="{x + room - 3 - DOT_DISTANCE * (facts.documents - 1 - number)}" cy="{y - 4}" r="3"/>'
    yield "</g>"


def _curve(points: Iterable[Point]) -> str:
    start, *rest = points
    return f"M{start.x} {start.y}C{' '.join(f'{point.x} {point.y}' for point in rest)}"


def _arrow(points: tuple[Point, ...]) -> str:
    return f"M{'L'.join(f'{round(x)} {round(y)}' for x, y in arrow(points))}Z"

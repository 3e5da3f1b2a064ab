"""Where everything in the picture is: the phases below each other, the sections of each in layers inside."""

from collections.abc import Iterator

from learning_roadmap.model import Phase, RoadmapIndex
from learning_roadmap.picture.dot import Arrangement, Placement, place
from learning_roadmap.picture.drawing import Box, Layout, Line, PhaseBox
from learning_roadmap.picture.section_graph import Needs, SectionGraph, in_topological_order
from learning_roadmap.picture.style import Style
from learning_roadmap.picture.text_lines import BOLD, text_lines


def layout(index: RoadmapIndex, graph: SectionGraph, style: Style) -> Layout:
    """The picture of a roadmap that has phases.

    Raises:
        NoGraphviz: when the library cannot be loaded.
    """
    phases = {phase.id: _phase_box(index, graph.inside[phase.id], phase, number, style) for number, phase in enumerate(index.roadmap.phases, 1)}
    order = in_topological_order(graph.phases)
    # Each phase has the whole width, so each is a layer.
    placement = place(
        [[id] for id in order],
        [(needed, id) for id, needs in graph.phases.items() for needed in needs],
        {id: (phase.box.width, phase.box.height) for id, phase in phases.items()},
        Arrangement(is_column=True, box_gap=style.lane, layer_gap=style.phase_gap, straight=1000),
    )
    placed = tuple(phases[id].moved(*_corner(placement, phases[id].box)) for id in order)
    return Layout(style, placement.width, placement.height, placed, _lines(placement))


def _phase_box(index: RoadmapIndex, needs: Needs, phase: Phase, number: int, style: Style) -> PhaseBox:
    """A phase with its sections, at the origin."""
    title_room = (style.head or style.width) - 2 * style.pad
    title = text_lines(f"{number} {phase.title}", title_room / (style.title_size * style.letters * BOLD), style.title_lines)
    head_height = style.pad + len(title) * style.title_height + style.bar_room + style.facts_room
    text_room = (style.box - 2 * style.pad) / (style.font_size * style.letters)
    texts = {section.id: text_lines(section.title, text_room, style.lines) for section in phase.sections}
    box_height = max(map(len, texts.values()), default=0) * style.line_height + style.bar_room + style.facts_room + 6
    inner = _best_placement(needs, (style.box, box_height), style) if phase.sections else Placement(0, 0, {}, {})
    if style.head:
        height = max(head_height, inner.height + 2 * style.pad)
        x, y = style.head, (height - inner.height) // 2
    else:
        height = head_height + inner.height + 2 * style.pad
        x, y = (style.width - inner.width) // 2, head_height + style.pad
    sections = [Box(section, 0, 0, style.box, box_height, texts[section.id], len(index.leaves_of(section))) for section in phase.sections]
    return PhaseBox(
        Box(phase, 0, 0, style.width, height, title, len(index.leaves_of(phase))),
        tuple(box.moved(*_corner(inner, box)).moved(x, y) for box in sections),
        tuple(line.moved(x, y) for line in _lines(inner)),
    )


def _best_placement(needs: Needs, size: tuple[int, int], style: Style) -> Placement:
    """A placement of a phase's sections that is not too wide, with as many of them in a layer as can be.

    Fewer in a layer are better only if they save a whole row. From left to right they fit unless they depend on
    each other in a long chain; from top to bottom they always fit.
    """
    edges = [(needed, id) for id, all_needed in needs.items() for needed in all_needed]
    sizes = dict.fromkeys(needs, size)
    best: Placement | None = None
    for is_column in (False, True) if style.head and edges else (True,):
        box_gap, layer_gap = (style.column_gap, style.row_gap) if is_column else (style.row_gap, style.column_gap)
        arrangements = [Arrangement(is_column, box_gap, layer_gap, straight) for straight in (0, 1)]
        last_layers: list[list[str]] = []
        for limit in _halved(min(len(needs), style.columns) if is_column else len(needs)):
            layers = layers_of(needs, limit)
            if not is_column and len(layers) > style.columns:
                break
            # Each layer from top to bottom is a row, so only fewer of them can save one.
            if layers == last_layers or (is_column and best and len(layers) >= len(last_layers)):
                continue
            last_layers = layers
            placements = [place(layers, edges, sizes, arrangement) for arrangement in arrangements]
            placement = min(placements, key=lambda placement: (placement.width > style.room, placement.height))
            if placement.width <= style.room and (best is None or placement.height <= best.height - size[1]):
                best = placement
        if best:
            return best
    return placement


def _halved(number: int) -> Iterator[int]:
    """The number, half of it, and so on down to 1: few tries, however many sections there are."""
    while number:
        yield number
        number //= 2


def layers_of(needs: Needs, limit: int) -> list[list[str]]:
    """The nodes of an acyclic graph in layers of at most ``limit``: each in the first one with room after all that it needs.

    >>> layers_of({"a": (), "b": ("a",), "c": ()}, 2)
    [['a', 'c'], ['b']]
    """
    layers: list[list[str]] = []
    layer_of: dict[str, int] = {}
    for id in in_topological_order(needs):
        number = max((layer_of[other] + 1 for other in needs[id]), default=0)
        while number < len(layers) and len(layers[number]) == limit:
            number += 1
        if number == len(layers):
            layers.append([])
        layers[number].append(id)
        layer_of[id] = number
    return layers


def _corner(placement: Placement, box: Box) -> tuple[int, int]:
    centre = placement.centres[box.entry.id]
    return centre.x - box.width // 2, centre.y - box.height // 2


def _lines(placement: Placement) -> tuple[Line, ...]:
    return tuple(Line(needed, id, points) for (needed, id), points in placement.routes.items())

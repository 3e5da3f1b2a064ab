"""Positions of boxes and routes of lines, by Graphviz. Only this module knows the library, and loads it when it is first used."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

# Graphviz measures sizes in inches and positions in points.
POINTS = 72
# How many layers all lines together may pass.
MAX_SPANS = 120
NUMBER = re.compile(r"-?[\d.]+(?:e[+-]?\d+)?")


class NoGraphviz(ImportError):
    """Graphviz cannot be loaded: there is no wheel with it for this system."""


@dataclass(frozen=True)
class Point:
    x: int
    y: int


@dataclass(frozen=True)
class Placement:
    """Where boxes and lines are; the origin is the upper left corner.

    Attributes:
        centres: of the boxes, by id.
        routes: of the lines, by both ids: the points of a cubic Bézier curve.
    """

    width: int
    height: int
    centres: Mapping[str, Point]
    routes: Mapping[tuple[str, str], tuple[Point, ...]]


@dataclass(frozen=True)
class Arrangement:
    """How layers of boxes are placed.

    Attributes:
        is_column: whether the layers follow each other from top to bottom; else from left to right.
        box_gap: the distance of boxes in a layer.
        layer_gap: the distance of layers.
        straight: how much the first boxes of all layers should be in line.
    """

    is_column: bool
    box_gap: int
    layer_gap: int
    straight: int


def place(
    layers: Sequence[Sequence[str]], edges: Sequence[tuple[str, str]], sizes: Mapping[str, tuple[int, int]], arrangement: Arrangement
) -> Placement:
    """Place boxes in layers, so that lines are short and rarely cross.

    Args:
        layers: the ids in each layer.
        edges: pairs of ids, the first one in an earlier layer than the second.
        sizes: width and height of each box. Where the lines would pass too many layers, only the short ones get a route.

    Raises:
        NoGraphviz: when the library cannot be loaded.
    """
    try:
        from pygraphviz import AGraph
    except (ImportError, OSError) as error:
        raise NoGraphviz(str(error)) from error
    # Names of our own, because Graphviz interprets some. From left to right, a layer begins at its lower end.
    edges = _few(layers, edges)
    in_order = [id for layer in layers for id in (layer if arrangement.is_column else reversed(layer))]
    names = {id: f"n{number}" for number, id in enumerate(in_order)}
    graph = AGraph(
        directed=True,
        strict=False,
        rankdir="TB" if arrangement.is_column else "LR",
        # Beside boxes of the whole width, right angles need the least room.
        splines="ortho" if arrangement.is_column and all(len(layer) == 1 for layer in layers) else "spline",
        nodesep=arrangement.box_gap / POINTS,
        ranksep=arrangement.layer_gap / POINTS,
    )
    # Nothing is written in the boxes, so that no font of the system matters.
    graph.node_attr.update(shape="box", fixedsize="true", label="")
    graph.edge_attr.update(arrowhead="none")
    for id, name in names.items():
        width, height = sizes[id]
        graph.add_node(name, width=width / POINTS, height=height / POINTS)
    for layer in layers:
        # The more lines there are, the longer Graphviz takes for each subgraph; a layer of one box needs none.
        if len(layer) > 1:
            graph.add_subgraph([names[id] for id in layer], rank="same")
    # Lines that are not drawn keep the layers in their order.
    for before, after in pairwise(layers):
        graph.add_edge(names[before[0]], names[after[0]], style="invis", weight=arrangement.straight)
    for number, (start, end) in enumerate(edges):
        graph.add_edge(names[start], names[end], key=f"e{number}")
    graph.layout("dot")
    left, bottom, right, top = (float(number) for number in NUMBER.findall(graph.graph_attr["bb"]))

    def points(attribute: str) -> tuple[Point, ...]:
        numbers = [float(number) for number in NUMBER.findall(attribute)]
        return tuple(Point(round(x - left), round(top - y)) for x, y in zip(numbers[::2], numbers[1::2], strict=True))

    centres = {id: points(graph.get_node(name).attr["pos"])[0] for id, name in names.items()}
    routes = {
        (start, end): points(graph.get_edge(names[start], names[end], key=f"e{number}").attr["pos"]) for number, (start, end) in enumerate(edges)
    }
    return Placement(round(right - left), round(top - bottom), centres, routes)


def _few(layers: Sequence[Sequence[str]], edges: Sequence[tuple[str, str]]) -> Sequence[tuple[str, str]]:
    """The edges; only those between neighbouring layers if the others would pass so many layers that nobody could follow them.

    They also take Graphviz seconds to minutes, because it places a box for each layer that a line passes.
    """
    layer_of = {id: number for number, layer in enumerate(layers) for id in layer}
    spans = [layer_of[end] - layer_of[start] for start, end in edges]
    return edges if sum(spans) <= MAX_SPANS else [edge for edge, span in zip(edges, spans, strict=True) if span == 1]

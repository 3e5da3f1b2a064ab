"""Positions of boxes and routes of lines, by Graphviz. Only this module knows the library, which is imported when it is first used."""

import re
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# Graphviz measures sizes in inches and positions in points.
POINTS = 72
NUMBER = re.compile(r"-?[\d.]+(?:e[+-]?\d+)?")


class NoGraphviz(ImportError):
    """Graphviz cannot be loaded here: its wheel does not exist for this system."""


@dataclass(frozen=True)
class Point:
    x: int
    y: int


@dataclass(frozen=True)
class Placement:
    """Where boxes and lines are; the origin is the upper left corner.

    Attributes:
        centres: of the boxes, by id.
        routes: of the lines, by both ids: points of a cubic Bézier curve, the first one where it begins.
    """

    width: int
    height: int
    centres: Mapping[str, Point]
    routes: Mapping[tuple[str, str], tuple[Point, ...]]


def place(
    layers: Sequence[Sequence[str]], edges: Sequence[tuple[str, str]], sizes: Mapping[str, tuple[int, int]], *, nodesep: int, ranksep: int, is_column: bool, straight: int
) -> Placement:
    """Place boxes in layers, so that lines are short and cross rarely.

    Args:
        layers: the ids in the layers, the first layer first.
        edges: pairs of ids from an earlier to a later layer.
        sizes: width and height of each box.
        nodesep: the distance of boxes in a layer.
        ranksep: the distance of layers.
        straight: how much the first boxes of all layers should be in line.
        is_column: whether the layers follow each other from top to bottom; else from left to right.

    Raises:
        NoGraphviz: when the library cannot be loaded.
    """
    try:
        from pygraphviz import AGraph
    except (ImportError, OSError) as error:
        raise NoGraphviz(str(error)) from error
    # Names of our own, so that no id is read as anything but a name. From left to right, a layer begins at its lower end.
    names = {id: f"n{number}" for number, id in enumerate(id for layer in layers for id in (layer if is_column else reversed(layer)))}
    is_single = is_column and all(len(layer) == 1 for layer in layers)
    graph = AGraph(directed=True, strict=False, splines="ortho" if is_single else "spline", rankdir="TB" if is_column else "LR", nodesep=nodesep / POINTS, ranksep=ranksep / POINTS)
    # Nothing is written in the boxes, so that no font matters.
    graph.node_attr.update(shape="box", fixedsize="true", label="")
    graph.edge_attr.update(arrowhead="none")
    for id, name in names.items():
        width, height = sizes[id]
        graph.add_node(name, width=width / POINTS, height=height / POINTS)
    for layer in layers:
        graph.add_subgraph([names[id] for id in layer], rank="same")
    # Lines that are not drawn keep the layers in order.
    for before, after in zip(layers, layers[1:], strict=False):
        graph.add_edge(names[before[0]], names[after[0]], style="invis", weight=straight)
    for number, (start, end) in enumerate(edges):
        graph.add_edge(names[start], names[end], key=f"e{number}")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        graph.layout("dot")
    left, bottom, right, top = (float(number) for number in NUMBER.findall(graph.graph_attr["bb"]))

    def point(x: str, y: str) -> Point:
        return Point(round(float(x) - left), round(top - float(y)))

    centres = {id: point(*NUMBER.findall(graph.get_node(name).attr["pos"])) for id, name in names.items()}
    routes: dict[tuple[str, str], tuple[Point, ...]] = {}
    for number, (start, end) in enumerate(edges):
        numbers = NUMBER.findall(graph.get_edge(names[start], names[end], key=f"e{number}").attr["pos"])
        routes[start, end] = tuple(point(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True))
    return Placement(round(right - left), round(top - bottom), centres, routes)

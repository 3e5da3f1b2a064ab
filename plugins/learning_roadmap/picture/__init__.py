"""The picture of a roadmap: its phases and sections as boxes in layers, joined by their prerequisites. Knows no pages."""

from learning_roadmap.picture.dot import NoGraphviz
from learning_roadmap.picture.drawing import Box, Layout, PhaseBox, Slice, arrow
from learning_roadmap.picture.layout import layout
from learning_roadmap.picture.section_graph import SectionGraph, section_graph
from learning_roadmap.picture.style import LARGE, NARROW, PAPER, WIDE, Style
from learning_roadmap.picture.svg import NodeFacts, hue, svg

__all__ = [
    "LARGE",
    "NARROW",
    "PAPER",
    "WIDE",
    "Box",
    "Layout",
    "NoGraphviz",
    "NodeFacts",
    "PhaseBox",
    "SectionGraph",
    "Slice",
    "Style",
    "arrow",
    "hue",
    "layout",
    "section_graph",
    "svg",
]

"""The picture of a roadmap: its phases and sections as boxes in layers, joined by their prerequisites. Knows no pages."""

from learning_roadmap.picture.dot import NoGraphviz
from learning_roadmap.picture.layout import Layout, PhaseBox, layout
from learning_roadmap.picture.section_graph import SectionGraph, section_graph
from learning_roadmap.picture.style import NARROW, WIDE, Style
from learning_roadmap.picture.svg import svg

__all__ = ["NARROW", "WIDE", "Layout", "NoGraphviz", "PhaseBox", "SectionGraph", "Style", "layout", "section_graph", "svg"]

"""The map: phases and sections as a picture, and as a list that says the same."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from learning_roadmap.model import Phase, RoadmapIndex, Section, phase_hours, section_hours
from learning_roadmap.pages.agreement import Agreements
from learning_roadmap.pages.map_filters import MapFilters, map_filters
from learning_roadmap.pages.page import Heading, Page, SearchEntry
from learning_roadmap.pages.rounding import rounded
from learning_roadmap.pages.view import View
from learning_roadmap.picture import NARROW, WIDE, Layout, NodeFacts, NoGraphviz, SectionGraph, Style, layout, section_graph, svg

MAP_PATH = "map.md"


@dataclass(frozen=True)
class Map:
    """What templates need to show the map.

    Attributes:
        picture: in both variants, of which the style shows the one that fits; empty where it cannot be drawn.
        facts: the hours and sources of each phase and section, by id.
        filters: the topics that its filters ask for.
        needs, unlocks: the titles of what each phase and section needs, and of what needs it, by id.
    """

    picture: str
    graph: SectionGraph
    filters: MapFilters
    facts: Mapping[str, NodeFacts] = field(default_factory=dict)
    needs: Mapping[str, list[str]] = field(default_factory=dict)
    unlocks: Mapping[str, list[str]] = field(default_factory=dict)


def map_page(root: View) -> Page:
    """The page with the map."""
    view = root.at(MAP_PATH)
    map = map_of(view)
    title, list_title = view.words("map.title"), view.words("map.list")
    return Page(
        path=MAP_PATH,
        group="map",
        title=title,
        html=view.render("map.html", title=title, map=map, phases=view.index.roadmap.phases),
        description=view.words("map.description"),
        toc=(Heading(title, "page-map", 1, (Heading(list_title, "map-list", 2),)),),
        search=(SearchEntry(title, ""),),
        is_wide=True,
        is_alone=True,
        notices=() if map.picture else (view.words("map.no_picture"),),
    )


def map_of(view: View) -> Map:
    """The map, with links as seen from a page."""
    graph = section_graph(view.index)
    needs: dict[str, list[str]] = {}
    unlocks: dict[str, list[str]] = {}
    for id, needed_ids in (*graph.phases.items(), *graph.sections.items()):
        for needed_id in needed_ids:
            needs.setdefault(id, []).append(view.entry(needed_id).title)
            unlocks.setdefault(needed_id, []).append(view.entry(id).title)
    facts = _facts(view)
    return Map(_picture(view, facts), graph, map_filters(view.index), facts, needs, unlocks)


# The map and the home page draw the same.
@lru_cache(maxsize=2)
def _layout(index: RoadmapIndex, style: Style) -> Layout:
    return layout(index, section_graph(index), style)


def _picture(view: View, facts: Mapping[str, NodeFacts]) -> str:
    try:
        return "".join(
            svg(_layout(view.index, style), view.to, lambda count: view.words("counts.topics", count=count), lambda entry: facts[entry.id])
            for style in (WIDE, NARROW)
        )
    except NoGraphviz:
        return ""


def _facts(view: View) -> dict[str, NodeFacts]:
    """How long each phase and section takes, and how many documents name it or a topic in it."""
    agreements, documents = Agreements(view.index), len(view.index.roadmap.documents)

    def facts(number: int, entry: Phase | Section) -> NodeFacts:
        hours = phase_hours(entry) if isinstance(entry, Phase) else section_hours(entry)
        time = view.words("map.hours", hours=rounded(hours)) if hours else ""
        named = agreements.of(entry).sources
        # One document agrees with itself.
        sources = view.words("map.sources", named=named, count=documents) if documents > 1 else ""
        return NodeFacts(number, hours, time, named, documents, sources)

    all_facts: dict[str, NodeFacts] = {}
    for number, phase in enumerate(view.index.roadmap.phases, 1):
        all_facts[phase.id] = facts(number, phase)
        all_facts |= {section.id: facts(number, section) for section in phase.sections}
    return all_facts

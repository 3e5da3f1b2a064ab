"""The graph of prerequisites for the client: the numbers, and the reasons, which only some views show."""

from learning_roadmap.graph import Requirements, reasons_of, requirements, topic_graph
from learning_roadmap.model import RoadmapIndex, Topic, kind_of
from learning_roadmap.pages.anchors import Addresses
from learning_roadmap.pages.client_data import SITE_ROOT, assignment, ranges
from learning_roadmap.pages.page import Settings


def graph_data(index: RoadmapIndex, settings: Settings) -> str:
    """The text of ``graph.js``: the prerequisites of each counted topic, and everything else that can be the goal of a path.

    Topics have the numbers of ``map.js``; addresses are relative to the site's root.
    """
    graph, addresses = topic_graph(index), Addresses(index)
    goals = []
    for id, needed in requirements(index, graph).items():
        entry = index.located[id].entry
        if isinstance(entry, Topic) and not entry.topics:
            continue
        path, anchor = addresses.home(entry)
        goals.append([id, kind_of(entry).name, entry.title, f"{settings.relative(SITE_ROOT, path)}#{anchor}", _plain(needed)])
    return assignment("roadmapGraph", {"needs": graph.needs, "taskHours": graph.task_hours, "goals": goals})


def reasons_data(index: RoadmapIndex) -> str:
    """The text of ``reasons.js``: reasons, and for each topic the number of the reason of each of its prerequisites, -1 for none.

    And the alternative names of goals, by which the learner finds them.
    """
    graph = topic_graph(index)
    texts: dict[str, int] = {}
    numbers = [
        [texts.setdefault(reason, len(texts)) if reason else -1 for reason in reasons_of(index, graph, topic).values()]
        for topic in range(len(graph.ids))
    ]
    also = {id: index.located[id].entry.also for id in requirements(index, graph) if index.located[id].entry.also}
    return assignment("roadmapReasons", {"texts": list(texts), "of": numbers, "also": also})


def _plain(needed: Requirements) -> dict[str, object]:
    plain: dict[str, object] = {}
    if needed.topics:
        plain["topics"] = ranges(needed.topics)
    if needed.choices:
        plain["choices"] = [{"count": choice.count, "among": list(map(_plain, choice.among))} for choice in needed.choices]
    if needed.tasks:
        plain["tasks"] = needed.tasks
    return plain

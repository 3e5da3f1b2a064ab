"""Why a topic needs another."""

from learning_roadmap.graph.topic_graph import TopicGraph, required_leaves
from learning_roadmap.model import RoadmapIndex


def reasons_of(index: RoadmapIndex, graph: TopicGraph, topic: int) -> dict[int, str | None]:
    """Why a topic needs each of its direct prerequisites, in the order of the graph; None where the roadmap does not say it.

    Its own reasons come before those of the entries that hold it.
    """
    reasons: dict[str, str | None] = {}
    for need in index.needs_of(index.topics[graph.ids[topic]]):
        for leaf in required_leaves(index.topics[need.topic]):
            reasons[leaf.id] = reasons.get(leaf.id) or need.reason
    return {need: reasons[graph.ids[need]] for need in graph.needs[topic]}

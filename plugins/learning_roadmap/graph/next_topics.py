"""What to learn next."""

from collections.abc import Collection

from learning_roadmap.graph.topic_graph import TopicGraph


def next_topics(graph: TopicGraph, known: Collection[int], wanted: Collection[int]) -> list[int]:
    """The wanted topics that can be learned now: all their prerequisites are known.

    Those that open up more of the wanted topics, directly or through others, come first; among equals the order of the map decides.
    O(topics that can be learned now × prerequisites) steps.

    Args:
        graph: prerequisites.
        known: the numbers of the topics that are known.
        wanted: the numbers of the topics to choose from, such as those of a path. Known ones are left out.
    """
    open_topics = {topic for topic in wanted if topic not in known}
    ready = [topic for topic in sorted(open_topics) if all(need in known for need in graph.needs[topic])]
    return sorted(ready, key=lambda topic: -opened_by(graph, topic, open_topics))


def opened_by(graph: TopicGraph, topic: int, among: Collection[int]) -> int:
    """How many of some topics need a topic, directly or through others of them."""
    reached: set[int] = set()
    waiting = [topic]
    while waiting:
        for dependent in graph.needed_by[waiting.pop()]:
            if dependent in among and dependent not in reached:
                reached.add(dependent)
                waiting.append(dependent)
    return len(reached)

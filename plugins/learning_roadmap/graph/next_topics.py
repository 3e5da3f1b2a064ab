"""What to learn next."""

from collections.abc import Collection, Iterable
from collections.abc import Set as AbstractSet

from learning_roadmap.graph.topic_graph import TopicGraph
from learning_roadmap.model import in_order

# Topics that are counted in one pass, as the bits of a number. More need more memory: a number for each topic.
BLOCK = 4096


def next_topics(graph: TopicGraph, known: Collection[int], wanted: Iterable[int]) -> list[int]:
    """The wanted topics that can be learned now: all their prerequisites are known.

    Those that open up more of the wanted topics, directly or through others, come first; among equals the order of the map decides.
    O(topics × prerequisites / word size) steps: :func:`opened_by`.

    Args:
        graph: prerequisites, without cycles.
        known: the numbers of the topics that are known.
        wanted: the numbers of the topics to choose from, such as those of a path. Known ones are left out.
    """
    is_known = frozenset(known)
    open_topics = frozenset(wanted) - is_known
    ready = sorted(topic for topic in open_topics if is_known.issuperset(graph.needs[topic]))
    opened = opened_by(graph, ready, open_topics)
    return sorted(ready, key=lambda topic: -opened[topic])


def opened_by(graph: TopicGraph, topics: Iterable[int], among: AbstractSet[int], block: int = BLOCK) -> dict[int, int]:
    """How many of some topics need each topic, directly or through others of them.

    Counts descendants with bit sets: a bit for each topic of a block, and the bits of a topic are those of its dependents together.
    One search for each topic would take O(topics × prerequisites) steps. The client goes the other way, from 32 topics that can be
    learned now to those that they open up: its numbers have 32 bits, and counting the bits of these is slow in Python.
    """
    order = in_order(sorted(among), {topic: [need for need in graph.needs[topic] if need in among] for topic in among})
    dependents = {topic: [other for other in graph.needed_by[topic] if other in among] for topic in among}
    counts = dict.fromkeys(topics, 0)
    for start in range(0, len(order), block):
        bits = dict.fromkeys(order, 0)
        # What comes later in the order than a block leads to none of its topics.
        for place in reversed(range(min(start + block, len(order)))):
            topic = order[place]
            for dependent in dependents[topic]:
                bits[topic] |= bits[dependent]
            if topic in counts:
                counts[topic] += bits[topic].bit_count()
            if place >= start:
                bits[topic] |= 1 << (place - start)
    return counts

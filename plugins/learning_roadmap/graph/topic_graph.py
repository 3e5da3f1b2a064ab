"""The prerequisites of the counted topics, as a graph of numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from learning_roadmap.model import Practice, Project, RoadmapIndex, Topic


@dataclass(frozen=True)
class TopicGraph:
    """The counted topics, numbered in the order of the map, and what each of them needs.

    Attributes:
        ids: the id of each topic.
        needs: the numbers of its direct prerequisites, ascending.
        hours: its hours of study; None if they are not known.
        task_hours: the hours of the exercises and projects that have them, by id.
    """

    ids: tuple[str, ...]
    needs: tuple[tuple[int, ...], ...]
    hours: tuple[float | None, ...]
    task_hours: Mapping[str, float] = field(default_factory=dict)

    @cached_property
    def needed_by(self) -> tuple[tuple[int, ...], ...]:
        """The numbers of the topics that have it as a direct prerequisite, ascending, for each topic."""
        dependents: list[list[int]] = [[] for _ in self.ids]
        for topic, needs in enumerate(self.needs):
            for need in needs:
                dependents[need].append(topic)
        return tuple(map(tuple, dependents))

    def cost(self, topics: Iterable[int], tasks: Iterable[str] = ()) -> float:
        """The hours of some topics, exercises and projects; two for each without hours."""
        hours = sum(DEFAULT_HOURS if self.hours[topic] is None else self.hours[topic] or 0 for topic in topics)
        return hours + sum(self.task_hours.get(task, DEFAULT_HOURS) for task in tasks)


# What a topic or task costs if the roadmap does not say it, when alternatives are compared. The client's schedule takes the same.
DEFAULT_HOURS = 2.0


def topic_graph(index: RoadmapIndex) -> TopicGraph:
    """The graph of a roadmap.

    A topic also needs what its ancestors need. Where a prerequisite has subtopics, its required subtopics are needed.
    """
    number = {leaf.id: number for number, leaf in enumerate(index.leaf_topics)}

    def needs_of(leaf: Topic) -> tuple[int, ...]:
        needs = {number[part.id] for need in index.needs_of(leaf) for part in required_leaves(index, index.topics[need.topic])}
        return tuple(sorted(needs - {number[leaf.id]}))

    tasks = (entry for name in ("practice", "project") for entry in index.of_kind[name])
    return TopicGraph(
        ids=tuple(number),
        needs=tuple(map(needs_of, index.leaf_topics)),
        hours=tuple(leaf.hours for leaf in index.leaf_topics),
        task_hours={task.id: task.hours for task in tasks if isinstance(task, Practice | Project) and task.hours},
    )


def required_leaves(index: RoadmapIndex, topic: Topic) -> tuple[Topic, ...]:
    """The counted topics within a topic that are not optional; all of them if all are optional."""
    return tuple(_required(topic)) or index.leaves_of(topic)


def _required(topic: Topic) -> list[Topic]:
    if not topic.topics:
        return [topic]
    return [leaf for part in topic.topics if not part.optional for leaf in _required(part)]

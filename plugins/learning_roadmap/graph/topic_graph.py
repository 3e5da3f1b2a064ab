"""The prerequisites of the counted topics, as a graph of numbers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from math import floor
from typing import TypeVar

from learning_roadmap.model import Practice, Project, RoadmapIndex, Section, Topic

T = TypeVar("T", Topic, Section)

# What a topic or task costs if the roadmap does not say it, when alternatives are compared. The client's schedule takes the same.
DEFAULT_HOURS = 2.0


@dataclass(frozen=True, eq=False)
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
        """The hours of some topics, exercises and projects; two for each without hours.

        Sums whole minutes: a sum of fractions depends on their order, and equal alternatives would differ.
        """
        hours = [*(self.hours[topic] for topic in topics), *(self.task_hours.get(task) for task in tasks)]
        return sum(floor((DEFAULT_HOURS if one is None else one) * 60 + 0.5) for one in hours) / 60


@lru_cache(maxsize=1)
def topic_graph(index: RoadmapIndex) -> TopicGraph:
    """The graph of a roadmap.

    A topic also needs what its ancestors need. Where a prerequisite has subtopics, those that it requires are needed. So a prerequisite
    between two topics with subtopics becomes one for each pair of subtopics.
    """
    number = {leaf.id: number for number, leaf in enumerate(index.leaf_topics)}

    def needs_of(leaf: Topic) -> tuple[int, ...]:
        needs = {number[part.id] for need in index.needs_of(leaf) for part in required_leaves(index.topics[need.topic])}
        return tuple(sorted(needs - {number[leaf.id]}))

    tasks = (entry for name in ("practice", "project") for entry in index.of_kind[name])
    return TopicGraph(
        ids=tuple(number),
        needs=tuple(map(needs_of, index.leaf_topics)),
        hours=tuple(leaf.hours for leaf in index.leaf_topics),
        task_hours={task.id: task.hours for task in tasks if isinstance(task, Practice | Project) and task.hours},
    )


def required_leaves(topic: Topic) -> tuple[Topic, ...]:
    """The counted topics that a topic requires: its required subtopics, and what these require."""
    return tuple(leaf for part in required(topic.topics) for leaf in required_leaves(part)) or (topic,)


def required(entries: Sequence[T]) -> list[T]:
    """Those that are not optional; all of them if all are optional."""
    return [entry for entry in entries if not entry.optional] or list(entries)

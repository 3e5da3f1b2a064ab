"""The path to a goal: the smallest set of topics that leads there, in an order in which they can be learned."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from learning_roadmap.graph.requirements import Choice, Requirements
from learning_roadmap.graph.topic_graph import TopicGraph
from learning_roadmap.model import in_order


@dataclass(frozen=True)
class Step:
    """A topic of a path.

    Attributes:
        topic: its number.
        opens: the topics of the path that need it directly, in the order of the path; none if only the goal itself needs it.
    """

    topic: int
    opens: tuple[int, ...]


@dataclass(frozen=True)
class LearningPath:
    """The topics that lead to a goal.

    Attributes:
        steps: the topics to learn, each after its prerequisites.
        tasks: the ids of the exercises and projects to do in the end.
        known: the known topics that it builds on, ascending.
    """

    steps: tuple[Step, ...]
    tasks: tuple[str, ...]
    known: tuple[int, ...]

    @property
    def topics(self) -> tuple[int, ...]:
        """The numbers of the topics to learn, in their order."""
        return tuple(step.topic for step in self.steps)


def path_to(graph: TopicGraph, goal: Requirements, known: Collection[int] = (), done: Collection[str] = ()) -> LearningPath:
    """The path to a goal for someone who knows some topics and has done some exercises and projects.

    What leads to a known topic is not needed, even if it is not known itself. Where some of several entries are enough, those that
    add the fewest hours are taken, one after the other; finding the cheapest combination is a set-cover problem, and NP-hard.

    The order is that of the map, but each topic comes after its prerequisites. Without choices it takes O(topics + prerequisites)
    steps, and as much again for each alternative.

    Args:
        graph: prerequisites.
        goal: what the goal takes.
        known: the numbers of the topics that are known.
        done: the ids of the exercises and projects that are done.
    """
    is_known = frozenset(known)
    topics, tasks = _resolve(graph, goal, is_known, done, set())
    order = in_order(sorted(topics), {topic: [need for need in graph.needs[topic] if need in topics] for topic in topics})
    position = {topic: position for position, topic in enumerate(order)}
    steps = tuple(Step(topic, tuple(sorted(filter(position.__contains__, graph.needed_by[topic]), key=position.__getitem__))) for topic in order)
    used = {need for topic in topics for need in graph.needs[topic] if need in is_known} | {topic for topic in goal.topics if topic in is_known}
    return LearningPath(steps, tasks, tuple(sorted(used)))


def closure(graph: TopicGraph, topics: Iterable[int], known: Collection[int] = ()) -> set[int]:
    """Topics and all that leads to them, except what is known and what only leads to that. O(topics + prerequisites) steps."""
    reached: set[int] = set()
    waiting = [topic for topic in topics if topic not in known]
    while waiting:
        topic = waiting.pop()
        if topic not in reached:
            reached.add(topic)
            waiting += [need for need in graph.needs[topic] if need not in known and need not in reached]
    return reached


def _resolve(
    graph: TopicGraph, goal: Requirements, known: frozenset[int], done: Collection[str], begun: set[int]
) -> tuple[set[int], tuple[str, ...]]:
    """The topics of a goal with all that leads to them, and its tasks; ``begun`` are topics that are on the path anyway."""
    topics = closure(graph, goal.topics, known)
    tasks = dict.fromkeys(task for task in goal.tasks if task not in done)
    for choice in goal.choices:
        for chosen, more in _cheapest(graph, choice, known, done, begun | topics):
            topics |= chosen
            tasks |= dict.fromkeys(more)
    return topics, tuple(tasks)


def _cheapest(
    graph: TopicGraph, choice: Choice, known: frozenset[int], done: Collection[str], begun: set[int]
) -> list[tuple[set[int], tuple[str, ...]]]:
    chosen: list[tuple[set[int], tuple[str, ...]]] = []
    rest = list(choice.among)
    path = set(begun)
    for _ in range(min(choice.count, len(rest))):
        options = [_resolve(graph, alternative, known, done, path) for alternative in rest]
        costs = [graph.cost(sorted(topics - path), tasks) for topics, tasks in options]
        best = costs.index(min(costs))
        chosen.append(options[best])
        path |= options[best][0]
        del rest[best]
    return chosen

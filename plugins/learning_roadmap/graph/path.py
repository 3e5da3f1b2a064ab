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


@dataclass
class _Selection:
    """What is learned and done for a goal.

    Attributes:
        topics: the topics to learn, with all that leads to them.
        aims: the topics that the goal itself asks for, and those of the chosen alternatives; known ones, too.
        tasks: the exercises and projects to do, in their order.
    """

    topics: set[int]
    aims: set[int]
    tasks: dict[str, None]

    def add(self, other: "_Selection") -> None:
        self.topics |= other.topics
        self.aims |= other.aims
        self.tasks |= other.tasks


def path_to(graph: TopicGraph, goal: Requirements, known: Collection[int] = (), done: Collection[str] = ()) -> LearningPath:
    """The path to a goal for someone who knows some topics and has done some exercises and projects.

    What leads to a known topic is not needed, even if it is not known itself. Where some of several entries are enough, those that
    add the fewest hours are taken, one after the other; finding the cheapest combination is a set-cover problem, and NP-hard. An
    alternative whose exercise or project is done, or on the path anyway, adds nothing.

    The order is that of the map, but each topic comes after its prerequisites. Without choices it takes O(topics + prerequisites)
    steps; a choice takes as much again for each alternative, as many times as alternatives are chosen.

    Args:
        graph: prerequisites.
        goal: what the goal takes.
        known: the numbers of the topics that are known.
        done: the ids of the exercises and projects that are done.
    """
    is_known = frozenset(known)
    selection = _select(graph, goal, is_known, frozenset(done))
    topics = selection.topics
    order = in_order(sorted(topics), {topic: [need for need in graph.needs[topic] if need in topics] for topic in topics})
    position = {topic: position for position, topic in enumerate(order)}
    steps = tuple(Step(topic, tuple(sorted(filter(position.__contains__, graph.needed_by[topic]), key=position.__getitem__))) for topic in order)
    builds_on = selection.aims.union(*(graph.needs[topic] for topic in topics)) & is_known
    return LearningPath(steps, tuple(selection.tasks), tuple(sorted(builds_on)))


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


def _select(graph: TopicGraph, goal: Requirements, reached: frozenset[int], done: frozenset[str]) -> _Selection:
    """What a goal adds to what is known, done or on the path anyway.

    ``reached`` contains what its topics need, except what only leads to known ones, so that only new topics are visited.
    """
    tasks = dict.fromkeys(task for task in goal.tasks if task not in done)
    selection = _Selection(closure(graph, goal.topics, reached), set(goal.topics), tasks)
    for choice in goal.choices:
        for alternative in _cheapest(graph, choice, reached | selection.topics, done.union(selection.tasks)):
            selection.add(alternative)
    return selection


def _cheapest(graph: TopicGraph, choice: Choice, reached: frozenset[int], done: frozenset[str]) -> list[_Selection]:
    """The alternatives that are chosen."""
    chosen: list[_Selection] = []
    rest = list(choice.among)
    while rest and len(chosen) < choice.count:
        options = [_alternative(graph, alternative, reached, done) for alternative in rest]
        costs = [graph.cost(option.topics, option.tasks) for option in options]
        best = costs.index(min(costs))
        chosen.append(options[best])
        reached = reached.union(options[best].topics)
        done = done.union(options[best].tasks)
        del rest[best]
    return chosen


def _alternative(graph: TopicGraph, alternative: Requirements, reached: frozenset[int], done: frozenset[str]) -> _Selection:
    """What an alternative adds: nothing if its exercise or project is done or on the path."""
    if alternative.tasks and done.issuperset(alternative.tasks):
        return _Selection(set(), set(), {})
    return _select(graph, alternative, reached, done)

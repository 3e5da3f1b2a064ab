"""A sample of imagined learners, which stands for all that somebody may know of a map."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from learning_roadmap.graph.random_integers import RandomIntegers

LEARNERS = 1024


@dataclass(frozen=True)
class TopicOrder:
    """The topics in the order of the map, each by its position: its prerequisites, and the numbers of its section and phase."""

    needs: Sequence[Sequence[int]]
    sections: Sequence[int]
    phases: Sequence[int]

    @cached_property
    def members(self) -> list[list[int]]:
        """The topics of each section, the sections in the order in which they begin."""
        topics: dict[int, list[int]] = {}
        for topic, section in enumerate(self.sections):
            topics.setdefault(section, []).append(topic)
        return list(topics.values())

    @cached_property
    def dependents(self) -> list[list[int]]:
        """The topics that need each topic."""
        dependents: list[list[int]] = [[] for _ in self.needs]
        for topic, needs in enumerate(self.needs):
            for need in needs:
                dependents[need].append(topic)
        return dependents

    def with_prerequisites(self, topics: Iterable[int]) -> set[int]:
        """The topics with everything that they need, directly or not."""
        return reached(topics, self.needs)


@dataclass(frozen=True)
class Sample:
    """The imagined learners: for each topic, the numbers of those who know it."""

    order: TopicOrder
    knowing: list[list[int]]


def imagine_learners(order: TopicOrder) -> Sample:
    """The sample of learners for a map; the same in every run.

    Of four learners, one knows nothing; one has reached up to eight goals, two of three of them whole sections; one has read the map up to some
    topic, with gaps; and one knows of each section the beginning, a share that changes from phase to phase. The first knows everything.
    Where there are no prerequisites, these learners still know the beginning of a section before its end, and neighbouring phases alike.

    Time and memory: the learners times the topics and prerequisites that each of them knows, at most O(1024 * (topics + prerequisites)).
    """
    numbers = RandomIntegers(1)
    knowing: list[list[int]] = [[] for _ in order.needs]
    for learner in range(LEARNERS if order.needs else 0):
        for topic in order.with_prerequisites(_studied(order, learner, numbers)):
            knowing[topic].append(learner)
    return Sample(order, knowing)


def _studied(order: TopicOrder, learner: int, numbers: RandomIntegers) -> Iterable[int]:
    """What an imagined learner has studied, without its prerequisites."""
    topics = range(len(order.needs))
    if learner == 0:
        return topics
    match learner % 4:
        case 1:
            return list(_goals(order, numbers))
        case 2:
            reached, gaps = numbers.below(len(topics) + 1), numbers.below(30)
            return [topic for topic in topics[:reached] if numbers.below(100) >= gaps]
        case 3:
            return list(_beginnings(order, numbers))
    return []


def _goals(order: TopicOrder, numbers: RandomIntegers) -> Iterator[int]:
    for _ in range(1 + numbers.below(8)):
        if numbers.below(3):
            yield from order.members[numbers.below(len(order.members))]
        else:
            yield numbers.below(len(order.needs))


def _beginnings(order: TopicOrder, numbers: RandomIntegers) -> Iterator[int]:
    """The beginning of each section. Its share falls from phase to phase, and differs at random by up to 30 % for the phase and for the section."""
    first = numbers.below(101)
    fall = numbers.below(101)
    phases = {phase: number for number, phase in enumerate(dict.fromkeys(order.phases))}
    shares = [first - fall * number // len(phases) + numbers.below(61) - 30 for number in range(len(phases))]
    for members in order.members:
        share = shares[phases[order.phases[members[0]]]] + numbers.below(61) - 30
        yield from members[: max(0, (share * len(members) + 50) // 100)]


def reached(topics: Iterable[int], edges: Sequence[Sequence[int]]) -> set[int]:
    """The topics and all that edges lead to from them."""
    reached = set(topics)
    stack = list(reached)
    while stack:
        for topic in edges[stack.pop()]:
            if topic not in reached:
                reached.add(topic)
                stack.append(topic)
    return reached

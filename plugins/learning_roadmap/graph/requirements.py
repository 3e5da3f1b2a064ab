"""What it takes to reach an entry: topics, and choices among entries of which some are enough."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from learning_roadmap.graph.topic_graph import TopicGraph, required, required_leaves
from learning_roadmap.model import Entry, Goal, Milestone, Phase, Practice, Project, RoadmapIndex, Role, Section, Topic


@dataclass(frozen=True)
class Choice:
    """Entries of which some are enough."""

    count: int
    among: tuple["Requirements", ...]


@dataclass(frozen=True)
class Requirements:
    """What it takes to reach an entry.

    Attributes:
        topics: the numbers of the topics that are needed, without their prerequisites, ascending.
        choices: entries of which some are enough.
        tasks: the ids of the exercises and projects to do.
    """

    topics: tuple[int, ...] = ()
    choices: tuple[Choice, ...] = ()
    tasks: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is needed."""
        return not (self.topics or self.choices or self.tasks)


@lru_cache(maxsize=1)
def requirements(index: RoadmapIndex, graph: TopicGraph) -> dict[str, Requirements]:
    """What each entry takes that can be the goal of a path, by its id, in the order of the map; entries that take nothing are left out."""
    finder = _Finder(index, graph)
    needed_by_id = {id: finder.of(located.entry) for id, located in index.located.items()}
    return {id: needed for id, needed in needed_by_id.items() if not needed.is_empty}


class _Finder:
    def __init__(self, index: RoadmapIndex, graph: TopicGraph) -> None:
        self._index = index
        self._number = {id: number for number, id in enumerate(graph.ids)}
        self._requirements: dict[str, Requirements] = {}

    def of(self, entry: Entry) -> Requirements:
        if entry.id not in self._requirements:
            self._requirements[entry.id] = self._of(entry)
        return self._requirements[entry.id]

    def _of(self, entry: Entry) -> Requirements:
        match entry:
            case Topic():
                return Requirements(tuple(sorted(self._number[leaf.id] for leaf in required_leaves(entry))))
            case Section(choose_one=True) if len(entry.topics) > 1:
                return self._some(1, entry.topics)
            case Section():
                return self._all(required(entry.topics))
            case Phase():
                return self._all(required(entry.sections))
            case Practice() | Project():
                topics = self._all(self._index.topics[id] for id in entry.topics)
                return Requirements(topics.topics, topics.choices, (entry.id,))
            case Goal(count=int(count)) if count < len(entry.covers):
                return self._some(count, self._entries(entry.covers))
            case Goal():
                return self._all(self._entries(entry.covers))
            case Milestone():
                return self._all(entry.goals)
            case Role():
                return self._all(self._entries(skill.entry for skill in entry.skills if not skill.optional))
        return Requirements()

    def _entries(self, ids: Iterable[str]) -> list[Entry]:
        return [self._index.located[id].entry for id in ids]

    def _some(self, count: int, entries: Iterable[Entry]) -> Requirements:
        among = tuple(needed for needed in map(self.of, entries) if not needed.is_empty)
        return Requirements(choices=(Choice(count, among),)) if among else Requirements()

    def _all(self, entries: Iterable[Entry]) -> Requirements:
        parts = [self.of(entry) for entry in entries]
        return Requirements(
            tuple(sorted({topic for part in parts for topic in part.topics})),
            tuple(dict.fromkeys(choice for part in parts for choice in part.choices)),
            tuple(dict.fromkeys(task for part in parts for task in part.tasks)),
        )

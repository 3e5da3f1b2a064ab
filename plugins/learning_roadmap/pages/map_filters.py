"""What the filters of the map and of a phase ask for: the topics of the core, and those that projects use."""

from dataclasses import dataclass

from learning_roadmap.model import Entry, RoadmapIndex, Topic
from learning_roadmap.pages.agreement import is_core
from learning_roadmap.pages.client_data import ranges


@dataclass(frozen=True)
class MapFilters:
    """Positions of counted topics in the map's order, as ranges in words: ``0-3 7-9``. Empty where there are none.

    Attributes:
        core: those of the core.
        projects: the topics that a project uses.
    """

    core: str
    projects: str


def has_project(index: RoadmapIndex, entry: Entry) -> bool:
    """Whether a project uses an entry. Of a topic with subtopics, only these can be used, each with what holds it."""
    if isinstance(entry, Topic) and entry.topics:
        return False
    holders = [one for one in index.located[entry.id].ancestors if isinstance(one, Topic)]
    return any(one.id in index.projects_using for one in (entry, *holders))


def map_filters(index: RoadmapIndex) -> MapFilters:
    """The topics of each filter."""
    return MapFilters(
        core=_in_words(index.leaf_topics, {leaf.id for leaf in index.leaf_topics if is_core(index, leaf)}),
        projects=_in_words(index.leaf_topics, {leaf.id for leaf in index.leaf_topics if has_project(index, leaf)}),
    )


def _in_words(leaves: tuple[Topic, ...], ids: set[str]) -> str:
    """
    >>> _in_words(tuple(Topic(id=id, title=id) for id in "abcd"), {"a", "b", "d"})
    '0-2 3-4'
    """
    return " ".join(f"{start}-{end}" for start, end in ranges(number for number, leaf in enumerate(leaves) if leaf.id in ids))

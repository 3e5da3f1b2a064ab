"""What the filters of the map ask for: the topics of the core, and those that projects use."""

from dataclasses import dataclass

from learning_roadmap.model import RoadmapIndex, Topic
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


def map_filters(index: RoadmapIndex) -> MapFilters:
    """The topics of each filter."""
    topics = (index.topics[id] for project in index.roadmap.projects for id in project.topics if id in index.topics)
    used = {leaf.id for topic in topics for leaf in index.leaves_of(topic)}
    return MapFilters(
        core=_in_words(index.leaf_topics, {leaf.id for leaf in index.leaf_topics if is_core(index, leaf)}),
        projects=_in_words(index.leaf_topics, used),
    )


def _in_words(leaves: tuple[Topic, ...], ids: set[str]) -> str:
    """
    >>> _in_words(tuple(Topic(id=id, title=id) for id in "abcd"), {"a", "b", "d"})
    '0-2 3-4'
    """
    return " ".join(f"{start}-{end}" for start, end in ranges(number for number, leaf in enumerate(leaves) if leaf.id in ids))

"""What the filters of the map ask for: the topics of the core, and those that projects use."""

from dataclasses import dataclass

from learning_roadmap.model import RoadmapIndex, Topic
from learning_roadmap.pages.agreement import CORE
from learning_roadmap.pages.client_data import ranges


@dataclass(frozen=True)
class MapFilters:
    """Positions of counted topics in the map's order, as ranges in words: ``0-3 7-9``. Empty where there are none.

    Attributes:
        core: the topics that at least :data:`CORE` documents name.
        projects: the topics that a project uses.
    """

    core: str
    projects: str


def map_filters(index: RoadmapIndex) -> MapFilters:
    """The topics of each filter."""
    documents_of: dict[str, int] = {}
    for document in index.roadmap.documents:
        for leaf in index.leaves_of_document[document.id]:
            documents_of[leaf.id] = documents_of.get(leaf.id, 0) + 1
    topics = (index.topics[id] for project in index.roadmap.projects for id in project.topics if id in index.topics)
    used = {leaf.id for topic in topics for leaf in index.leaves_of(topic)}
    return MapFilters(
        core=_in_words(index.leaf_topics, {id for id, count in documents_of.items() if count >= CORE}),
        projects=_in_words(index.leaf_topics, used),
    )


def _in_words(leaves: tuple[Topic, ...], ids: set[str]) -> str:
    """
    >>> _in_words(tuple(Topic(id=id, title=id) for id in "abcd"), {"a", "b", "d"})
    '0-2 3-4'
    """
    return " ".join(f"{start}-{end}" for start, end in ranges(number for number, leaf in enumerate(leaves) if leaf.id in ids))

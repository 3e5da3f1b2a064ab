"""How much each document says about a part of the roadmap, and where the documents agree."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from learning_roadmap.model import Entry, Phase, RoadmapIndex, Section, Topic

# In so many documents is a topic of the core.
CORE = 3


def is_core(index: RoadmapIndex, entry: Entry) -> bool:
    """Whether at least :data:`CORE` documents contain an entry. Of a topic with subtopics, only these can be of the core."""
    documents = index.documents_of_leaf.get(entry.id, ()) if isinstance(entry, Topic) else {source.document for source in entry.named}
    return len(documents) >= CORE


@dataclass(frozen=True)
class Agreement:
    """How far the documents agree on the counted topics of a phase or section.

    Attributes:
        topics: how many there are.
        named: how many of them each document names, by its id, without documents that name none.
        agreed: how many are named by as many documents as make an agreement.
    """

    topics: int
    named: Mapping[str, int]
    agreed: int

    @property
    def sources(self) -> int:
        """How many documents name at least one of the topics."""
        return len(self.named)


class Agreements:
    """The agreement of a roadmap's documents, for any part of it.

    Attributes:
        enough: how many documents make an agreement: :data:`CORE`, or both of two. 0 if there are fewer than two documents.
    """

    def __init__(self, index: RoadmapIndex) -> None:
        self._index = index
        count = len(index.roadmap.documents)
        self.enough = min(CORE, count) if count > 1 else 0

    def of(self, entry: Phase | Section | None = None) -> Agreement:
        """The agreement on a phase or section; without one, on the whole roadmap."""
        leaves = self._index.leaf_topics if entry is None else self._index.leaves_of(entry)
        named: Counter[str] = Counter()
        agreed = 0
        for leaf in leaves:
            documents = self._index.documents_of_leaf.get(leaf.id, ())
            named.update(documents)
            agreed += bool(self.enough and len(documents) >= self.enough)
        return Agreement(len(leaves), named, agreed)

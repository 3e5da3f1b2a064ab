"""Questions about a roadmap, answered from indexes built once: who holds whom, who names what, what counts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from learning_roadmap.model.documents import Document, OutlineItem
from learning_roadmap.model.entries import Entry
from learning_roadmap.model.kinds import KINDS, OUTER_KINDS, kind_of, parts_of
from learning_roadmap.model.roadmap import Roadmap
from learning_roadmap.model.topics import Phase, Section, Topic

# A place in a document: (document id, line).
Place = tuple[str, int]


@dataclass(frozen=True)
class Site:
    """Where an entry stands: its ancestors, outermost first (none for entries outside the phases)."""

    entry: Entry
    ancestors: tuple[Entry, ...]


def walk_topics(topics: Iterable[Topic]) -> Iterator[Topic]:
    """Every topic, parents before their children."""
    for topic in topics:
        yield topic
        yield from walk_topics(topic.topics)


def leaves(topics: Iterable[Topic]) -> list[Topic]:
    """The topics that hold no topics: those that are counted."""
    return [topic for topic in walk_topics(topics) if not topic.topics]


def walk_outline(items: Iterable[OutlineItem]) -> Iterator[OutlineItem]:
    """Every item of an outline, in the document's order."""
    for item in items:
        yield item
        yield from walk_outline(item.items)


class RoadmapIndex:
    """A roadmap with its indexes. All of them are built on first use and never change."""

    def __init__(self, roadmap: Roadmap) -> None:
        self.roadmap = roadmap

    @cached_property
    def sites(self) -> dict[str, Site]:
        """Every entry by id, with its ancestors."""
        found: dict[str, Site] = {}
        for entry, ancestors in walk_entries(self.roadmap):
            found[entry.id] = Site(entry, ancestors)
        return found

    @cached_property
    def of_kind(self) -> dict[str, tuple[Entry, ...]]:
        """All entries of a kind by its name, in the order of the map."""
        found: dict[str, list[Entry]] = {kind.name: [] for kind in KINDS}
        for site in self.sites.values():
            found[kind_of(site.entry).name].append(site.entry)
        return {name: tuple(entries) for name, entries in found.items()}

    @cached_property
    def topics(self) -> dict[str, Topic]:
        """Every topic by id, in the order of the map."""
        return {id: site.entry for id, site in self.sites.items() if isinstance(site.entry, Topic)}

    @cached_property
    def documents(self) -> dict[str, Document]:
        return {document.id: document for document in self.roadmap.documents}

    @cached_property
    def named_at(self) -> dict[Place, tuple[Entry, ...]]:
        """Entries by the place that names them, in the order of the map."""
        found: dict[Place, dict[str, Entry]] = {}
        for site in self.sites.values():
            for source in site.entry.named:
                found.setdefault((source.document, source.line), {})[site.entry.id] = site.entry
        return {place: tuple(entries.values()) for place, entries in found.items()}

    @cached_property
    def material_of(self) -> dict[str, tuple[str, ...]]:
        """Ids of what serves a topic, by topic id: resources, then papers, whether the topic or the other says so."""
        found: dict[str, dict[str, None]] = {}
        for kind in (kind for kind in KINDS if kind.is_material):
            for topic in self.topics.values():
                for other in getattr(topic, kind.list_name, ()):
                    found.setdefault(topic.id, {})[other] = None
            for entry in self.of_kind[kind.name]:
                for topic_id in getattr(entry, "topics", ()):
                    found.setdefault(topic_id, {})[entry.id] = None
        return {id: tuple(others) for id, others in found.items()}

    @cached_property
    def topics_of(self) -> dict[str, tuple[str, ...]]:
        """Topic ids by the id of what serves them, in the order of the map."""
        found: dict[str, list[str]] = {}
        for topic in self.topics:
            for other in self.material_of.get(topic, ()):
                found.setdefault(other, []).append(topic)
        return {id: tuple(topics) for id, topics in found.items()}

    @cached_property
    def phase_of(self) -> dict[str, Phase]:
        """The phase of every section, topic and exercise, by id."""
        return {id: site.ancestors[0] for id, site in self.sites.items() if site.ancestors and isinstance(site.ancestors[0], Phase)}

    @cached_property
    def leaf_topics(self) -> tuple[Topic, ...]:
        """The topics that count, in the order of the map."""
        return tuple(topic for topic in self.topics.values() if not topic.topics)

    def is_optional(self, topic: Topic) -> bool:
        """Whether a topic, or something that holds it, is optional."""
        return any(getattr(entry, "optional", False) for entry in (topic, *self.sites[topic.id].ancestors))

    def leaves_of(self, entry: Phase | Section | Topic) -> tuple[Topic, ...]:
        """The topics that count within a phase, a section or a topic (a leaf counts itself)."""
        if isinstance(entry, Phase):
            return tuple(leaf for section in entry.sections for leaf in leaves(section.topics))
        if isinstance(entry, Topic):
            return tuple(leaves([entry]))
        return tuple(leaves(entry.topics))

    @cached_property
    def leaves_of_document(self) -> dict[str, tuple[Topic, ...]]:
        """The topics that count for each document.

        A topic with parts counts as its parts, unless the document names some of them itself.
        """
        named: dict[str, set[str]] = {document.id: set() for document in self.roadmap.documents}
        for topic in self.topics.values():
            for source in topic.named:
                named.setdefault(source.document, set()).add(topic.id)
        found: dict[str, tuple[Topic, ...]] = {}
        for document, ids in named.items():
            counted: set[str] = set()
            for topic in (self.topics[id] for id in ids):
                inner = [part.id for part in walk_topics(topic.topics)]
                if not inner:
                    counted.add(topic.id)
                elif not ids.intersection(inner):
                    counted.update(leaf.id for leaf in leaves([topic]))
            found[document] = tuple(leaf for leaf in self.leaf_topics if leaf.id in counted)
        return found


def walk_entries(roadmap: Roadmap) -> Iterator[tuple[Entry, tuple[Entry, ...]]]:
    """Every entry with its ancestors, outermost first: kinds in the order of the table, an entry before its parts."""

    def inside(entry: Entry, ancestors: tuple[Entry, ...]) -> Iterator[tuple[Entry, tuple[Entry, ...]]]:
        yield entry, ancestors
        for part in parts_of(entry):
            yield from inside(part, (*ancestors, entry))

    for kind in OUTER_KINDS:
        for entry in getattr(roadmap, kind.list_name):
            yield from inside(entry, ())

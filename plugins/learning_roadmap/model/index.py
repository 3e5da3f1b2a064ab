"""Lookups in a roadmap, from indexes that are built once: parents, sources, references, counted topics."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from learning_roadmap.model.documents import Document, OutlineItem
from learning_roadmap.model.entries import Entry, Practice, Prerequisite, Project, Resource, ResourcePart
from learning_roadmap.model.kinds import KINDS, MATERIAL_FIELDS, OUTER_KINDS, ids_in, kind_of, parts_of
from learning_roadmap.model.roadmap import Roadmap
from learning_roadmap.model.topics import Phase, Section, Topic

Task = TypeVar("Task", Practice, Project)
# Document id and line number.
DocumentLine = tuple[str, int]


@dataclass(frozen=True)
class LocatedEntry:
    """An entry with its ancestors, outermost first; an entry that the roadmap itself holds has none."""

    entry: Entry
    ancestors: tuple[Entry, ...]


def walk_topics(topics: Iterable[Topic]) -> Iterator[Topic]:
    """Every topic, parents before their children."""
    for topic in topics:
        yield topic
        yield from walk_topics(topic.topics)


def leaves(topics: Iterable[Topic]) -> list[Topic]:
    """The topics without subtopics. Only these are counted."""
    return [topic for topic in walk_topics(topics) if not topic.topics]


def walk_outline(items: Iterable[OutlineItem]) -> Iterator[OutlineItem]:
    """Every item of an outline, in the document's order."""
    for item in items:
        yield item
        yield from walk_outline(item.items)


class RoadmapIndex:
    """A roadmap with its indexes. Each is built on first use and never changes."""

    def __init__(self, roadmap: Roadmap) -> None:
        self.roadmap = roadmap

    @cached_property
    def located(self) -> dict[str, LocatedEntry]:
        """Every entry by id, with its ancestors."""
        located: dict[str, LocatedEntry] = {}
        for entry, ancestors in walk_entries(self.roadmap):
            located[entry.id] = LocatedEntry(entry, ancestors)
        return located

    @cached_property
    def of_kind(self) -> dict[str, tuple[Entry, ...]]:
        """The entries of each kind, by the kind's name, in the order of the map."""
        entries_by_kind: dict[str, list[Entry]] = {kind.name: [] for kind in KINDS}
        for located in self.located.values():
            entries_by_kind[kind_of(located.entry).name].append(located.entry)
        return {name: tuple(entries) for name, entries in entries_by_kind.items()}

    @cached_property
    def topics(self) -> dict[str, Topic]:
        """Every topic by id, in the order of the map."""
        return {id: located.entry for id, located in self.located.items() if isinstance(located.entry, Topic)}

    @cached_property
    def documents(self) -> dict[str, Document]:
        return {document.id: document for document in self.roadmap.documents}

    @cached_property
    def document_numbers(self) -> dict[str, int]:
        """The numbers of the documents, from 1, by id."""
        return {document.id: number for number, document in enumerate(self.roadmap.documents, 1)}

    @cached_property
    def outline_items(self) -> dict[DocumentLine, list[OutlineItem]]:
        """The items of documents, by their lines."""
        items_by_line: dict[DocumentLine, list[OutlineItem]] = {}
        for document in self.roadmap.documents:
            for item in walk_outline(document.outline):
                items_by_line.setdefault((document.id, item.line), []).append(item)
        return items_by_line

    @cached_property
    def phase_numbers(self) -> dict[str, int]:
        """The numbers of the phases, from 1, by id."""
        return {phase.id: number for number, phase in enumerate(self.roadmap.phases, 1)}

    @cached_property
    def named_at(self) -> dict[DocumentLine, tuple[Entry, ...]]:
        """Entries by the document line that names them, in the order of the map."""
        entries_by_line: dict[DocumentLine, dict[str, Entry]] = {}
        for located in self.located.values():
            for source in located.entry.named:
                entries_by_line.setdefault((source.document, source.line), {})[located.entry.id] = located.entry
        return {line: tuple(entries.values()) for line, entries in entries_by_line.items()}

    @cached_property
    def material_of(self) -> dict[str, tuple[str, ...]]:
        """Ids of the resources, then papers of each topic, by topic id."""
        material: dict[str, dict[str, None]] = {}
        for kind in (kind for kind in KINDS if kind.is_material):
            if kind.name in MATERIAL_FIELDS:
                for topic in self.topics.values():
                    for material_id in ids_in(topic, MATERIAL_FIELDS[kind.name]):
                        material.setdefault(topic.id, {})[material_id] = None
            for entry in self.of_kind[kind.name]:
                for topic_id in getattr(entry, "topics", ()):
                    material.setdefault(topic_id, {})[entry.id] = None
        return {id: tuple(material_ids) for id, material_ids in material.items()}

    @cached_property
    def topics_of(self) -> dict[str, tuple[str, ...]]:
        """Topic ids by the id of a resource or paper, in the order of the map."""
        topics_by_material: dict[str, list[str]] = {}
        for topic in self.topics:
            for material_id in self.material_of.get(topic, ()):
                topics_by_material.setdefault(material_id, []).append(topic)
        return {id: tuple(topics) for id, topics in topics_by_material.items()}

    def readings_of(self, topic: Topic) -> list[tuple[Resource, ResourcePart | None]]:
        """What to learn a topic from: resources, each with the part to read or None for the whole."""
        readings: list[tuple[Resource, ResourcePart | None]] = []
        for link in topic.read:
            resource = self.located[link.resource].entry
            assert isinstance(resource, Resource)
            readings.append((resource, self.parts[resource.id, link.part] if link.part else None))
        return readings

    @cached_property
    def parts(self) -> dict[tuple[str, str], ResourcePart]:
        """The parts of resources, by the ids of both."""
        resources = self.of_kind["resource"]
        return {(resource.id, part.id): part for resource in resources if isinstance(resource, Resource) for part in resource.parts}

    def needs_of(self, topic: Topic) -> tuple[Prerequisite, ...]:
        """The prerequisites of a topic, and those of the entries that hold it, each topic once."""
        needs: dict[str, Prerequisite] = {}
        for holder in (topic, *reversed(self.located[topic.id].ancestors)):
            for need in getattr(holder, "needs", ()):
                needs.setdefault(need.topic, need)
        return tuple(needs.values())

    @cached_property
    def needed_by(self) -> dict[str, tuple[Topic | Section, ...]]:
        """The topics and sections that have a topic among their own prerequisites, by its id, in the order of the map."""
        dependents: dict[str, list[Topic | Section]] = {}
        for located in self.located.values():
            if isinstance(located.entry, Topic | Section):
                for need in located.entry.needs:
                    dependents.setdefault(need.topic, []).append(located.entry)
        return {id: tuple(entries) for id, entries in dependents.items()}

    @cached_property
    def readers_of(self) -> dict[tuple[str, str | None], tuple[Topic, ...]]:
        """The topics that are learned from a part of a resource, by the ids of both; the id None stands for the whole resource."""
        readers: dict[tuple[str, str | None], list[Topic]] = {}
        for topic in self.topics.values():
            for link in topic.read:
                readers.setdefault((link.resource, link.part), []).append(topic)
        return {reading: tuple(topics) for reading, topics in readers.items()}

    @cached_property
    def phase_of(self) -> dict[str, Phase]:
        """The phase of every section, topic and exercise, by id."""
        return {id: located.ancestors[0] for id, located in self.located.items() if located.ancestors and isinstance(located.ancestors[0], Phase)}

    @cached_property
    def section_of(self) -> dict[str, Section]:
        """The section of every topic, by id."""
        sections = (section for phase in self.roadmap.phases for section in phase.sections)
        return {topic.id: section for section in sections for topic in walk_topics(section.topics)}

    @cached_property
    def leaf_topics(self) -> tuple[Topic, ...]:
        """The topics that count, in the order of the map."""
        return tuple(topic for topic in self.topics.values() if not topic.topics)

    @cached_property
    def projects(self) -> tuple[Project, ...]:
        """Every project: in the order of the sections that list them, then of the phases in which they count."""
        by_id = {project.id: project for project in self.roadmap.projects}
        of_phase: dict[str, list[Project]] = {}
        for project in self.roadmap.projects:
            of_phase.setdefault(self.holder_of_project.get(project.id, ""), []).append(project)
        ordered: dict[str, Project] = {}
        for phase in self.roadmap.phases:
            for section in phase.sections:
                ordered |= {id: by_id[id] for id in section.projects if id in by_id}
            ordered |= {project.id: project for project in of_phase.get(phase.id, ())}
        return tuple((ordered | by_id).values())

    @cached_property
    def projects_of_document(self) -> dict[str, tuple[Project, ...]]:
        """The projects that each document names, by its id, in the order of :attr:`projects`."""
        return _by_document(self.projects)

    @cached_property
    def exercises(self) -> tuple[Practice, ...]:
        """Every exercise, except for those of optional sections, in the order of the map."""
        sections = (section for phase in self.roadmap.phases for section in phase.sections if not section.optional)
        return tuple(exercise for section in sections for exercise in section.practice)

    @cached_property
    def exercises_of_document(self) -> dict[str, tuple[Practice, ...]]:
        """Those of the exercises that each document names, by its id."""
        return _by_document(self.exercises)

    @cached_property
    def holder_of_project(self) -> dict[str, str]:
        """The id of the section that lists a project, or else of the last phase that has topics of it, by the project's id."""
        holders: dict[str, str] = {}
        for phase in self.roadmap.phases:
            for section in phase.sections:
                for id in section.projects:
                    holders.setdefault(id, section.id)
        position = {phase.id: number for number, phase in enumerate(self.roadmap.phases)}
        for project in self.roadmap.projects:
            used = [position[self.phase_of[id].id] for id in project.topics if id in self.phase_of]
            if used and project.id not in holders:
                holders[project.id] = self.roadmap.phases[max(used)].id
        return holders

    @cached_property
    def projects_held_by(self) -> dict[str, tuple[Project, ...]]:
        """The projects that count in a section or phase itself, by its id, in the order of :attr:`projects`."""
        held: dict[str, list[Project]] = {}
        for project in self.projects:
            if holder := self.holder_of_project.get(project.id):
                held.setdefault(holder, []).append(project)
        return {id: tuple(projects) for id, projects in held.items()}

    @cached_property
    def projects_using(self) -> dict[str, tuple[Project, ...]]:
        """The projects that use a topic, by its id, in the order of the data file."""
        users: dict[str, list[Project]] = {}
        for project in self.roadmap.projects:
            for id in dict.fromkeys(project.topics):
                users.setdefault(id, []).append(project)
        return {id: tuple(projects) for id, projects in users.items()}

    @cached_property
    def _optional(self) -> frozenset[str]:
        holders = {id: (self.topics[id], *self.located[id].ancestors) for id in self.topics}
        return frozenset(id for id, entries in holders.items() if any(getattr(entry, "optional", False) for entry in entries))

    def is_optional(self, topic: Topic) -> bool:
        """Whether a topic or one of its ancestors is optional."""
        return topic.id in self._optional

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
        named_topics: dict[str, set[str]] = {document.id: set() for document in self.roadmap.documents}
        for topic in self.topics.values():
            for source in topic.named:
                named_topics.setdefault(source.document, set()).add(topic.id)
        position = {leaf.id: number for number, leaf in enumerate(self.leaf_topics)}
        leaves_by_document: dict[str, tuple[Topic, ...]] = {}
        for document, ids in named_topics.items():
            counted: set[str] = set()
            for topic in (self.topics[id] for id in ids):
                inner = [part.id for part in walk_topics(topic.topics)]
                if not inner:
                    counted.add(topic.id)
                elif not ids.intersection(inner):
                    counted.update(leaf.id for leaf in leaves([topic]))
            leaves_by_document[document] = tuple(self.topics[id] for id in sorted(counted, key=position.__getitem__))
        return leaves_by_document

    @cached_property
    def documents_of_leaf(self) -> dict[str, tuple[str, ...]]:
        """The ids of the documents that each counted topic counts for, in their order."""
        documents: dict[str, list[str]] = {}
        for document in self.roadmap.documents:
            for leaf in self.leaves_of_document[document.id]:
                documents.setdefault(leaf.id, []).append(document.id)
        return {id: tuple(ids) for id, ids in documents.items()}


def _by_document(entries: Iterable[Task]) -> dict[str, tuple[Task, ...]]:
    by_document: dict[str, list[Task]] = {}
    for entry in entries:
        for document in dict.fromkeys(source.document for source in entry.named):
            by_document.setdefault(document, []).append(entry)
    return {id: tuple(named) for id, named in by_document.items()}


def walk_entries(roadmap: Roadmap) -> Iterator[tuple[Entry, tuple[Entry, ...]]]:
    """Every entry with its ancestors, outermost first: kinds in the order of the table, an entry before its parts."""

    def inside(entry: Entry, ancestors: tuple[Entry, ...]) -> Iterator[tuple[Entry, tuple[Entry, ...]]]:
        yield entry, ancestors
        for part in parts_of(entry):
            yield from inside(part, (*ancestors, entry))

    for kind in OUTER_KINDS:
        for entry in getattr(roadmap, kind.list_name):
            yield from inside(entry, ())

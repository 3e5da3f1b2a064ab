"""How much of a roadmap is filled in, and how long its phases take."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from learning_roadmap.model.counting import to_learn
from learning_roadmap.model.documents import ItemKind, OutlineItem
from learning_roadmap.model.entries import Access, Resource
from learning_roadmap.model.fields import weeks
from learning_roadmap.model.index import RoadmapIndex, walk_topics
from learning_roadmap.model.topics import Phase, Section, Topic

T = TypeVar("T")


@dataclass(frozen=True)
class Coverage:
    """How many of some entries have something.

    Attributes:
        of: the list that the entries are in, such as ``topics``.
        name: what they have, such as ``summary``.
    """

    of: str
    name: str
    count: int
    total: int

    @property
    def percent(self) -> int:
        """The share in per cent, rounded down, so that 100 means all."""
        return 100 * self.count // self.total if self.total else 100


@dataclass(frozen=True)
class PhaseTime:
    """The time that a phase takes.

    Attributes:
        hours: of its required topics and exercises.
        weeks: the hours in weeks; None if the roadmap does not say how many hours a week has.
        duration: the duration that the roadmap states.
        stated: the durations that documents state: document id and text.
        timed: how many of its topics to learn have hours, of how many.
    """

    id: str
    title: str
    hours: float
    weeks: float | None
    duration: str | None
    stated: tuple[tuple[str, str], ...]
    timed: Coverage

    @cached_property
    def is_contradictory(self) -> bool:
        """Whether the weeks are more than a quarter below or above the stated duration. Undecided while topics lack hours."""
        bounds = weeks(self.duration)
        if bounds is None or self.weeks is None or not self.hours or self.timed.count < self.timed.total:
            return False
        return not bounds[0] * 0.75 <= self.weeks <= bounds[1] * 1.25


@dataclass(frozen=True)
class Statistics:
    """The figures of a roadmap.

    Attributes:
        counts: how many entries there are. Counted topics are the topics to learn and the optional ones, as ``work`` defines them.
    """

    counts: dict[str, int]
    coverage: tuple[Coverage, ...]
    phases: tuple[PhaseTime, ...]


def statistics(index: RoadmapIndex) -> Statistics:
    """Counts, shares and times of a roadmap."""
    roadmap = index.roadmap
    resources, papers, topics = roadmap.resources, roadmap.papers, tuple(index.topics.values())
    sections = [section for phase in roadmap.phases for section in phase.sections]
    counts = {
        "phases": len(roadmap.phases),
        "sections": len(sections),
        "topics": len(topics),
        "counted_topics": len(index.leaf_topics),
        "topics_to_learn": (required := len(to_learn(index, index.leaf_topics))),
        "optional_topics": len(index.leaf_topics) - required,
        "prerequisites": sum(len(section.needs) for section in sections) + sum(len(topic.needs) for topic in topics),
        "questions": sum(len(topic.check) for topic in topics),
        "practice": sum(len(section.practice) for section in sections),
        "projects": len(roadmap.projects),
        "roles": len(roadmap.roles),
        "resources": len(resources),
        "parts": sum(len(resource.parts) for resource in resources),
        "papers": len(papers),
    }
    coverage = (
        _coverage("topics", "summary", topics, lambda topic: topic.summary),
        _coverage("topics", "level", topics, lambda topic: topic.level),
        _coverage("topics", "hours", index.leaf_topics, lambda topic: topic.hours),
        _coverage("topics", "prerequisite_or_start", topics, lambda topic: has_beginning(index, topic)),
        _coverage("topics", "read", index.leaf_topics, lambda topic: topic.read),
        _coverage("topics", "check", index.leaf_topics, lambda topic: topic.check),
        _coverage("topics", "papers", index.leaf_topics, lambda topic: topic.papers),
        _coverage("papers", "identifier", papers, lambda paper: paper.arxiv or paper.doi),
        _coverage("papers", "address", papers, lambda paper: paper.address),
        _coverage("papers", "checked", papers, lambda paper: paper.checked),
        _coverage("resources", "address", resources, lambda resource: resource.url),
        _coverage("resources", "access", resources, lambda resource: resource.access),
        _coverage("resources", "checked", resources, lambda resource: resource.checked),
        _coverage("sections", "practice", sections, lambda section: section.practice or section.projects),
    )
    return Statistics(counts, coverage, tuple(phase_times(index)))


def _coverage(of: str, name: str, entries: Sequence[T], has: Callable[[T], object]) -> Coverage:
    return Coverage(of, name, sum(bool(has(entry)) for entry in entries), len(entries))


def has_beginning(index: RoadmapIndex, topic: Topic) -> bool:
    """Whether a topic says where to come from: a prerequisite or the mark of a starting point, of its own or of what holds it.

    For a topic with subtopics, those of any subtopic are enough.
    """
    holders = (topic, *index.located[topic.id].ancestors)
    is_start = any(getattr(holder, "start", False) for holder in holders)
    return is_start or bool(index.needs_of(topic)) or any(part.needs or part.start for part in walk_topics(topic.topics))


def phase_times(index: RoadmapIndex) -> Iterator[PhaseTime]:
    """The time of each phase."""
    return (phase_time(index, phase) for phase in index.roadmap.phases)


def phase_time(index: RoadmapIndex, phase: Phase) -> PhaseTime:
    """The time of a phase."""
    hours_per_week = index.roadmap.hours_per_week
    hours = phase_hours(phase)
    timed = _coverage("topics", "hours", to_learn(index, index.leaves_of(phase)), lambda topic: topic.hours)
    in_weeks = hours / hours_per_week if hours_per_week else None
    return PhaseTime(phase.id, phase.title, hours, in_weeks, phase.duration, tuple(_stated_durations(index, phase)), timed)


def phase_hours(phase: Phase) -> float:
    """The hours of a phase: those of its required sections."""
    return sum(section_hours(section) for section in phase.sections if not section.optional)


def section_hours(section: Section) -> float:
    """The hours of a section: its required topics and exercises; where one topic is enough, the longest."""
    hours = [topic_hours(topic) for topic in section.topics if not topic.optional]
    practice = sum(exercise.hours or 0 for exercise in section.practice)
    return (max(hours, default=0) if section.choose_one else sum(hours)) + practice


def topic_hours(topic: Topic) -> float:
    """The hours of a topic with its required subtopics."""
    return (topic.hours or 0) + sum(topic_hours(part) for part in topic.topics if not part.optional)


def _stated_durations(index: RoadmapIndex, phase: Phase) -> Iterator[tuple[str, str]]:
    for source in phase.named:
        for item in index.outline_items.get((source.document, source.line), ()):
            yield from ((source.document, duration.text) for duration in _durations(item.items))


def _durations(items: Iterable[OutlineItem]) -> Iterator[OutlineItem]:
    return (item for item in items if item.kind is ItemKind.DURATION)


def is_free(resource: Resource) -> bool:
    """Whether a resource can be read without paying."""
    return resource.access in (Access.FREE, Access.REGISTRATION)

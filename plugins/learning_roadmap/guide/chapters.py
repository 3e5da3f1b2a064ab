"""The chapters of a guide: the phases of the map, or the parts of a document in its own order."""

from collections.abc import Iterator
from dataclasses import dataclass

from learning_roadmap.guide.options import Options
from learning_roadmap.model import Phase, Practice, Project, RoadmapIndex, Section, Topic, phase_time, to_learn


@dataclass(frozen=True)
class Row:
    """A topic with its subtopics; without a topic, a line of a document that only groups others."""

    title: str
    topic: Topic | None
    rows: tuple["Row", ...] = ()

    def walk(self) -> Iterator["Row"]:
        """This row and all rows below it, parents first."""
        yield self
        for row in self.rows:
            yield from row.walk()

    @property
    def counts(self) -> bool:
        """Whether it is a topic without subtopics."""
        return self.topic is not None and not self.rows


@dataclass(frozen=True)
class Part:
    """Topics under one heading, with exercises and projects.

    Attributes:
        title: empty for the topics directly below the chapter's heading.
        level: of its heading; a chapter has 1.
        section: the section of the map that it is, if it is one.
    """

    title: str
    level: int
    rows: tuple[Row, ...]
    practice: tuple[Practice, ...] = ()
    projects: tuple[Project, ...] = ()
    optional: bool = False
    choose_one: bool = False
    section: Section | None = None

    def walk(self) -> Iterator[Row]:
        """All rows, parents first."""
        for row in self.rows:
            yield from row.walk()

    @property
    def is_empty(self) -> bool:
        return not (self.rows or self.practice or self.projects)


@dataclass(frozen=True)
class Chapter:
    """A phase, or a top-level part of a document.

    Attributes:
        facts: level, duration and similar, as text.
        duration: as documents state it.
    """

    title: str
    parts: tuple[Part, ...]
    facts: tuple[str, ...] = ()
    goal: str = ""
    duration: str = ""
    phase: Phase | None = None

    def rows(self) -> Iterator[Row]:
        """All rows, parents first."""
        for part in self.parts:
            yield from part.walk()

    def topics(self) -> list[Topic]:
        """The topics of all rows."""
        return [row.topic for row in self.rows() if row.topic]

    def to_learn(self, index: RoadmapIndex) -> list[Topic]:
        """The topics that a progress bar of the chapter would count."""
        return to_learn(index, [row.topic for row in self.rows() if row.topic and row.counts])


def phase_chapters(index: RoadmapIndex, options: Options) -> list[Chapter]:
    """The phases of the map, or one of them.

    Raises:
        KeyError: when there is no such phase.
    """
    phases = {phase.id: phase for phase in index.roadmap.phases}
    printed = [phases[options.phase]] if options.phase is not None else list(phases.values())
    return [_of_phase(index, phase, options) for phase in printed]


def _of_phase(index: RoadmapIndex, phase: Phase, options: Options) -> Chapter:
    projects = {project.id: project for project in index.roadmap.projects}
    parts = (
        Part(
            section.title,
            2,
            tuple(map(_row, section.topics)),
            section.practice,
            tuple(projects[id] for id in section.projects),
            section.optional,
            section.choose_one,
            section,
        )
        for section in phase.sections
    )
    facts = (phase.level, phase.duration, options.text("topic.optional") if phase.optional else None)
    filled = tuple(part for part in parts if not part.is_empty)
    stated = ", ".join(dict.fromkeys(text for _, text in phase_time(index, phase).stated)) or phase.duration or ""
    return Chapter(phase.title, filled, tuple(fact for fact in facts if fact), phase.goal or "", stated, phase)


def _row(topic: Topic) -> Row:
    return Row(topic.title, topic, tuple(map(_row, topic.topics)))

"""The entries of a roadmap beside its topics: resources, papers, projects, milestones and others."""

from enum import StrEnum

from pydantic import Field

from learning_roadmap.model.fields import Id, LineNumber, Record, Text, Url


class Provenance(Record):
    """Where a document names an entry: the document, the line, and the words it uses."""

    document: Id = Field(description="Id of the source document.")
    line: LineNumber
    words: Text = Field(description="The item as that document writes it.")


class Entry(Record):
    """Anything with an id. It can be linked to, ticked or cited, and records its sources."""

    id: Id
    title: Text
    also: tuple[Text, ...] = Field(default=(), description="Alternative names, for search and matching.")
    named: tuple[Provenance, ...] = Field(default=(), description="Sources: where each document lists it, and in which words.")


class Prerequisite(Record):
    """A topic that should come first, and why."""

    topic: Id
    reason: Text | None = Field(default=None, description="Why it should come first.")


class Practice(Entry):
    """A small exercise that belongs to a section."""

    topics: tuple[Id, ...] = Field(default=(), description="Topics to practise.")


class Tier(StrEnum):
    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"
    CAPSTONE = "capstone"
    PORTFOLIO = "portfolio"


class Project(Entry):
    """Something to build."""

    tier: Tier | None = Field(default=None, description="Difficulty.")
    topics: tuple[Id, ...] = Field(default=(), description="Topics that it uses.")


class ResourceKind(StrEnum):
    COURSE = "course"
    BOOK = "book"
    DOCUMENTATION = "documentation"
    TOOL = "tool"
    COMMUNITY = "community"
    CHALLENGE = "challenge"


class Resource(Entry):
    """Something to learn from or with: a course, book, documentation, community, tool or challenge."""

    kind: ResourceKind = Field(description="Kind of resource.")
    authors: tuple[Text, ...] = Field(default=(), description="Author.")
    provider: Text | None = Field(default=None, description="Organization that offers it.")
    purpose: Text | None = Field(default=None, description="What it is used for.")
    preferred: bool = Field(default=False, description="Recommended as the first choice.")
    url: Url | None = Field(default=None, description="Web address.")
    topics: tuple[Id, ...] = Field(default=(), description="Topics that it teaches.")


class Paper(Entry):
    """A research paper."""

    authors: tuple[Text, ...] = Field(default=(), description="Author.")
    year: int | None = Field(default=None, ge=1600, le=2200, description="Year of publication.")
    url: Url | None = Field(default=None, description="Web address.")
    must_read: bool = Field(default=False, description="Recommended as a must-read.")
    topics: tuple[Id, ...] = Field(default=(), description="Topics that it introduces or explains.")


class Goal(Entry):
    """A goal of a milestone. It is reached when the entries in 'covers' are done; without 'covers', the learner ticks it."""

    count: int | None = Field(
        default=None, ge=1, le=10_000, description="How many of the entries in 'covers' are enough, such as 5 projects. All by default."
    )
    covers: tuple[Id, ...] = Field(default=(), description="Phases, sections, topics, exercises or projects to complete.")


class Milestone(Entry):
    """What should be reached some months after the start."""

    months: int = Field(ge=1, le=240, description="Months after the start.")
    goals: tuple[Goal, ...] = ()


class RoutineItem(Entry):
    """A habit. Its condition says when it applies, if not always."""

    condition: Text | None = Field(default=None, description="Condition under which it applies.")


class RoutineBlock(Entry):
    """A part of the day or week, and its habits."""

    hours: Text | None = Field(default=None, description="Duration as the document states it.", examples=["1-2 hours"])
    items: tuple[RoutineItem, ...] = ()


class Tip(Entry):
    """Advice: a short name and its reason."""

    reason: Text | None = Field(default=None, description="Reason for the advice.")


class Certification(Entry):
    """A certificate that can be earned."""

    provider: Text | None = Field(default=None, description="Organization that offers it.")
    optional: bool = Field(default=False, description="Useful but not required.")


class Conference(Entry):
    """A conference worth following or attending."""


class FormField(Entry):
    """A field of a form: blank, or with options to choose from."""

    choices: tuple[Text, ...] = Field(default=(), description="Options to choose from; none for a blank field.")


class Form(Entry):
    """A form for the learner to fill in, such as a monthly review."""

    fields: tuple[FormField, ...] = ()


class Outcome(Entry):
    """What learners can do at the end, and the job roles it prepares them for."""

    roles: tuple[Text, ...] = Field(default=(), description="Job roles that it prepares for.")

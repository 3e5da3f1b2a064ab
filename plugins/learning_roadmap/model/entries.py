"""What can stand in a roadmap beside its topics: resources, papers, projects, milestones and the rest."""

from enum import StrEnum

from pydantic import Field

from learning_roadmap.model.fields import Id, LineNumber, Record, Text, Url


class Provenance(Record):
    """Where a document names an entry: the document, the line, and the words it uses."""

    document: Id = Field(description="Id of the source document.")
    line: LineNumber
    words: Text = Field(description="The item as that document writes it.")


class Entry(Record):
    """Anything with an id: it can be linked to, ticked or cited, and it says who named it."""

    id: Id
    title: Text
    also: tuple[Text, ...] = Field(default=(), description="Other names of the same thing, for search and matching.")
    named: tuple[Provenance, ...] = Field(default=(), description="Which documents name it, where, in which words.")


class Prerequisite(Record):
    """A topic that should come first, and why."""

    topic: Id
    reason: Text | None = Field(default=None, description="Why it should come first.")


class Practice(Entry):
    """A small exercise that belongs to a section."""

    topics: tuple[Id, ...] = Field(default=(), description="Topics it practises.")


class Tier(StrEnum):
    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"
    CAPSTONE = "capstone"
    PORTFOLIO = "portfolio"


class Project(Entry):
    """Something to build. Portfolio entries are what makes the work visible."""

    tier: Tier | None = Field(default=None, description="How demanding it is.")
    topics: tuple[Id, ...] = Field(default=(), description="Topics it uses.")


class ResourceKind(StrEnum):
    COURSE = "course"
    BOOK = "book"
    DOCUMENTATION = "documentation"
    TOOL = "tool"
    COMMUNITY = "community"
    CHALLENGE = "challenge"


class Resource(Entry):
    """Something to learn from or with: a course, book, documentation, community, tool or challenge."""

    kind: ResourceKind = Field(description="What it is.")
    authors: tuple[Text, ...] = Field(default=(), description="Who wrote or made it.")
    provider: Text | None = Field(default=None, description="Who offers it.")
    purpose: Text | None = Field(default=None, description="What it is for.")
    preferred: bool = Field(default=False, description="Marked as first choice by a document.")
    url: Url | None = Field(default=None, description="Its web address.")
    topics: tuple[Id, ...] = Field(default=(), description="Topics it teaches or serves.")


class Paper(Entry):
    """A research paper."""

    authors: tuple[Text, ...] = Field(default=(), description="Who wrote or made it.")
    year: int | None = Field(default=None, ge=1600, le=2200, description="Year of publication.")
    url: Url | None = Field(default=None, description="Its web address.")
    must_read: bool = Field(default=False, description="A document says that it must be read.")
    topics: tuple[Id, ...] = Field(default=(), description="Topics it introduces or explains.")


class Goal(Entry):
    """One goal of a milestone.

    With ``covers`` it is reached when all that it names is done, or ``count`` of it, such as 5 projects.
    Without, the learner says so.
    """

    count: int | None = Field(default=None, ge=1, le=10_000, description="How many of what it covers are enough.")
    covers: tuple[Id, ...] = Field(default=(), description="Phases, sections, topics, exercises or projects that it asks for.")


class Milestone(Entry):
    """What should be reached some months after the start."""

    months: int = Field(ge=1, le=240, description="Months after the start.")
    goals: tuple[Goal, ...] = ()


class RoutineItem(Entry):
    """A habit; ``condition`` when it does not hold always."""

    condition: Text | None = Field(default=None, description="When it holds.")


class RoutineBlock(Entry):
    """A part of the day or week with its habits."""

    hours: Text | None = Field(default=None, description="How long it takes, as the document says it.", examples=["1-2 hours"])
    items: tuple[RoutineItem, ...] = ()


class Tip(Entry):
    """Advice: a short name and its reason."""

    reason: Text | None = Field(default=None, description="Why it is good advice.")


class Certification(Entry):
    """A certificate that can be earned."""

    provider: Text | None = Field(default=None, description="Who offers it.")
    optional: bool = Field(default=False, description="Useful, not needed.")


class Conference(Entry):
    """A conference worth following or attending."""


class FormField(Entry):
    """A blank to fill in, or a row of choices."""

    choices: tuple[Text, ...] = Field(default=(), description="The boxes to choose from; none for a blank.")


class Form(Entry):
    """A sheet the learner fills in: status of the phases, current focus, monthly review."""

    fields: tuple[FormField, ...] = ()


class Outcome(Entry):
    """What the whole road leads to, and the roles it names."""

    roles: tuple[Text, ...] = Field(default=(), description="Roles that it prepares for.")

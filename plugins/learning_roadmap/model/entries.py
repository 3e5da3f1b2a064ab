"""The entries of a roadmap beside its topics: resources, papers, projects, milestones and others."""

from enum import StrEnum
from urllib.parse import quote

from pydantic import Field

from learning_roadmap.model.fields import Arxiv, Day, Doi, Hours, Id, Language, LineNumber, Record, Relative, Since, Text, Url


class Provenance(Record):
    """Where a document names an entry: the document, the line, and the words it uses."""

    document: Id = Field(description="Id of the source document.")
    line: LineNumber
    words: Text = Field(description="The item as that document writes it.")


class Translation(Record):
    """The title and summary of an entry in another language. What it leaves out is shown as in the entry."""

    language: Language
    title: Text | None = Field(default=None, description="The title in that language.")
    summary: Text | None = Field(default=None, description="The summary in that language, if the entry has one.")


class Entry(Record):
    """Anything with an id. It can be linked to, ticked or cited, and records its sources."""

    id: Id
    title: Text
    also: tuple[Text, ...] = Field(default=(), description="Alternative names, for search and matching.")
    translations: tuple[Translation, ...] = Field(default=(), description="Its title and summary in other languages.")
    named: tuple[Provenance, ...] = Field(default=(), description="Sources: where each document lists it, and in which words.")
    added: Day | None = Field(default=None, description="Day on which it was added after the publication. Set by commands.", examples=["2026-11-22"])


class Prerequisite(Record):
    """A topic that should come first, and why."""

    topic: Id
    reason: Text | None = Field(default=None, description="Why it should come first.")


class ResourceLink(Record):
    """A resource to learn a topic from, or the part of it that teaches the topic."""

    resource: Id
    part: Id | None = Field(default=None, description="Part of the resource. Without it, the resource as a whole.")


class Question(Record):
    """A question that shows understanding, and its answer."""

    ask: Text = Field(description="The question.")
    answer: Text = Field(description="The complete answer.")


class Checked(Record):
    """When and where the data of an entry was last compared with its source."""

    on: Day = Field(description="Day of the check.", examples=["2026-11-21"])
    seen_in: Text = Field(alias="in", description="Source in which it was seen.")


class Fate(StrEnum):
    DISCONTINUED = "discontinued"
    RENAMED = "renamed"
    REPLACED = "replaced"


class Status(Record):
    """What has become of something that documents still name."""

    fate: Fate = Field(alias="is", description="What has become of it.")
    since: Since | None = Field(default=None, description="Year or month of the change.")
    successor: Text | None = Field(default=None, description="Name of what took its place.")
    entry: Id | None = Field(default=None, description="Entry of the successor, if there is one.")
    note: Text | None = Field(default=None, description="What else to know.")


class Level(StrEnum):
    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"
    EXPERT = "expert"


class Practice(Entry):
    """A small exercise that belongs to a section."""

    topics: tuple[Id, ...] = Field(default=(), description="Topics to practise.")
    done: Text | None = Field(default=None, description="What counts as done.")
    hours: Hours | None = Field(default=None, description="Hours of work.")


class Tier(StrEnum):
    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"
    CAPSTONE = "capstone"
    PORTFOLIO = "portfolio"


class Project(Entry):
    """Something to build."""

    summary: Text | None = Field(default=None, description="What it is, in one or two sentences.")
    tier: Tier | None = Field(default=None, description="Difficulty.")
    topics: tuple[Id, ...] = Field(default=(), description="Topics that it uses.")
    done: Text | None = Field(default=None, description="What counts as done.")
    hours: Hours | None = Field(default=None, description="Hours of work.")


class ResourceKind(StrEnum):
    COURSE = "course"
    BOOK = "book"
    DOCUMENTATION = "documentation"
    TOOL = "tool"
    COMMUNITY = "community"
    CHALLENGE = "challenge"
    ARTICLE = "article"
    NOTES = "notes"
    DATASET = "dataset"


class Access(StrEnum):
    FREE = "free"
    REGISTRATION = "registration"
    PAID = "paid"


class ResourcePart(Record):
    """A chapter, page or lecture of a resource. Its id is unique within the resource."""

    id: Id
    title: Text
    at: Relative
    checked: Checked | None = Field(default=None, description="When and where its address was seen.")


class Resource(Entry):
    """Something to learn from or with, such as a course, book, documentation or tool."""

    kind: ResourceKind = Field(description="Kind of resource.")
    authors: tuple[Text, ...] = Field(default=(), description="Author.")
    provider: Text | None = Field(default=None, description="Organization that offers it.")
    purpose: Text | None = Field(default=None, description="What it is used for.")
    preferred: bool = Field(default=False, description="Recommended as the first choice.")
    url: Url | None = Field(default=None, description="Web address.")
    access: Access | None = Field(default=None, description="Whether it is free.")
    language: Text | None = Field(default=None, description="Language code.", examples=["en"])
    level: Level | None = Field(default=None, description="Level of difficulty.")
    license: Text | None = Field(default=None, description="License.")
    status: Status | None = Field(default=None, description="What has become of it, if it is outdated.")
    checked: Checked | None = Field(default=None, description="When and where its address was seen.")
    parts: tuple[ResourcePart, ...] = Field(default=(), description="Parts that topics refer to.")

    @property
    def address(self) -> str | None:
        """Its web address."""
        return self.url

    def part(self, id: str) -> ResourcePart:
        """Its part with that id.

        Raises:
            KeyError: when there is none.
        """
        return {part.id: part for part in self.parts}[id]

    def address_of(self, part: ResourcePart) -> str:
        """The web address of one of its parts."""
        return f"{self.url or ''}{part.at}"


class Paper(Entry):
    """A research paper."""

    authors: tuple[Text, ...] = Field(default=(), description="Author.")
    year: int | None = Field(default=None, ge=1600, le=2200, description="Year of publication.")
    venue: Text | None = Field(default=None, description="Journal, conference or publisher.")
    arxiv: Arxiv | None = Field(default=None, description="Identifier on arXiv.")
    doi: Doi | None = Field(default=None, description="Digital object identifier.")
    url: Url | None = Field(default=None, description="Web address.")
    why: Text | None = Field(default=None, description="Why to read it.")
    must_read: bool = Field(default=False, description="Recommended as a must-read.")
    status: Status | None = Field(default=None, description="What has become of it, such as a retraction.")
    checked: Checked | None = Field(default=None, description="When and where its data was seen.")

    @property
    def address(self) -> str | None:
        """Its web address: on arXiv, where everyone can read it; else the stated one; else that of its DOI."""
        if self.arxiv:
            return f"https://arxiv.org/abs/{self.arxiv}"
        return self.url or self.doi_address

    @property
    def doi_address(self) -> str | None:
        """The web address of its DOI."""
        return f"https://doi.org/{quote(self.doi, safe='/:;()')}" if self.doi else None


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


class Skill(Record):
    """A part of the map that a job takes, and why."""

    entry: Id
    reason: Text | None = Field(default=None, description="Why the job takes it.")
    optional: bool = Field(default=False, description="Useful but not required.")


class Role(Entry):
    """A job to prepare for, and what it takes."""

    summary: Text | None = Field(default=None, description="What one does in this job, in one or two sentences.")
    skills: tuple[Skill, ...] = Field(default=(), description="Phases, sections, topics, exercises or projects that it takes.")


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
    status: Status | None = Field(default=None, description="What has become of it, if it is outdated.")


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


class Position(Record):
    """What one document says about a question on which documents disagree."""

    document: Id = Field(description="Id of the source document.")
    line: LineNumber | None = None
    says: Text = Field(description="What it says.")


class Disagreement(Entry):
    """A question on which the documents disagree, and what this roadmap chose."""

    positions: tuple[Position, ...] = Field(default=(), description="What each document says.")
    choice: Text | None = Field(default=None, description="What this roadmap does.")
    reason: Text | None = Field(default=None, description="Reason for the choice.")

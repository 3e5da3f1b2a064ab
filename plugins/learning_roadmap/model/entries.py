"""The entries of a roadmap beside its topics: resources, papers, projects, milestones and others."""

from enum import StrEnum
from urllib.parse import quote

from learning_roadmap.model.fields import Arxiv, Day, Doi, Hours, Id, Language, LineNumber, Relative, Since, Text, Url
from learning_roadmap.model.records import Record, field, record


@record
class Provenance(Record):
    """Where a document names an entry: the document, the line, and the words it uses."""

    document: Id = field(description="Id of the source document.")
    line: LineNumber
    words: Text = field(description="The item as that document writes it.")


@record
class Translation(Record):
    """The title and summary of an entry in another language. What it leaves out is shown as in the entry."""

    language: Language
    title: Text | None = field(default=None, description="The title in that language.")
    summary: Text | None = field(default=None, description="The summary in that language, if the entry has one.")


@record
class Entry(Record):
    """Anything with an id. It can be linked to, ticked or cited, and records its sources."""

    id: Id
    title: Text
    also: tuple[Text, ...] = field(default=(), description="Alternative names, for search and matching.")
    translations: tuple[Translation, ...] = field(default=(), description="Its title and summary in other languages.")
    named: tuple[Provenance, ...] = field(default=(), description="Sources: where each document lists it, and in which words.")
    added: Day | None = field(default=None, description="Day on which it was added after the publication. Set by commands.", examples=["2026-11-22"])


@record
class Prerequisite(Record):
    """A topic that should come first, and why."""

    topic: Id
    reason: Text | None = field(default=None, description="Why it should come first.")


@record
class ResourceLink(Record):
    """A resource to learn a topic from, or the part of it that teaches the topic."""

    resource: Id
    part: Id | None = field(default=None, description="Part of the resource. Without it, the resource as a whole.")


@record
class Question(Record):
    """A question that shows understanding, and its answer."""

    ask: Text = field(description="The question.")
    answer: Text = field(description="The complete answer.")


@record
class Checked(Record):
    """When and where the data of an entry was last compared with its source."""

    on: Day = field(description="Day of the check.", examples=["2026-11-21"])
    seen_in: Text = field(alias="in", description="Source in which it was seen.")


class Fate(StrEnum):
    DISCONTINUED = "discontinued"
    RENAMED = "renamed"
    REPLACED = "replaced"


@record
class Status(Record):
    """What has become of something that documents still name."""

    fate: Fate = field(alias="is", description="What has become of it.")
    since: Since | None = field(default=None, description="Year or month of the change.")
    successor: Text | None = field(default=None, description="Name of what took its place.")
    entry: Id | None = field(default=None, description="Entry of the successor, if there is one.")
    note: Text | None = field(default=None, description="What else to know.")


class Level(StrEnum):
    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"
    EXPERT = "expert"


@record
class Practice(Entry):
    """A small exercise that belongs to a section."""

    topics: tuple[Id, ...] = field(default=(), description="Topics to practise.")
    done: Text | None = field(default=None, description="What counts as done.")
    hours: Hours | None = field(default=None, description="Hours of work.")


class Tier(StrEnum):
    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"
    CAPSTONE = "capstone"
    PORTFOLIO = "portfolio"


@record
class Project(Entry):
    """Something to build."""

    summary: Text | None = field(default=None, description="What it is, in one or two sentences.")
    tier: Tier | None = field(default=None, description="Difficulty.")
    topics: tuple[Id, ...] = field(default=(), description="Topics that it uses.")
    done: Text | None = field(default=None, description="What counts as done.")
    hours: Hours | None = field(default=None, description="Hours of work.")


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


@record
class ResourcePart(Record):
    """A chapter, page or lecture of a resource. Its id is unique within the resource."""

    id: Id
    title: Text
    at: Relative
    checked: Checked | None = field(default=None, description="When and where its address was seen.")


@record
class Resource(Entry):
    """Something to learn from or with, such as a course, book, documentation or tool."""

    kind: ResourceKind = field(description="Kind of resource.")
    authors: tuple[Text, ...] = field(default=(), description="Author.")
    provider: Text | None = field(default=None, description="Organization that offers it.")
    purpose: Text | None = field(default=None, description="What it is used for.")
    preferred: bool = field(default=False, description="Recommended as the first choice.")
    url: Url | None = field(default=None, description="Web address.")
    access: Access | None = field(default=None, description="Whether it is free.")
    language: Text | None = field(default=None, description="Language code.", examples=["en"])
    level: Level | None = field(default=None, description="Level of difficulty.")
    license: Text | None = field(default=None, description="License.")
    status: Status | None = field(default=None, description="What has become of it, if it is outdated.")
    checked: Checked | None = field(default=None, description="When and where its address was seen.")
    parts: tuple[ResourcePart, ...] = field(default=(), description="Parts that topics refer to.")

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


@record
class Paper(Entry):
    """A research paper."""

    authors: tuple[Text, ...] = field(default=(), description="Author.")
    year: int | None = field(default=None, ge=1600, le=2200, description="Year of publication.")
    venue: Text | None = field(default=None, description="Journal, conference or publisher.")
    arxiv: Arxiv | None = field(default=None, description="Identifier on arXiv.")
    doi: Doi | None = field(default=None, description="Digital object identifier.")
    url: Url | None = field(default=None, description="Web address.")
    why: Text | None = field(default=None, description="Why to read it.")
    must_read: bool = field(default=False, description="Recommended as a must-read.")
    status: Status | None = field(default=None, description="What has become of it, such as a retraction.")
    checked: Checked | None = field(default=None, description="When and where its data was seen.")

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


@record
class Goal(Entry):
    """A goal of a milestone. It is reached when the entries in 'covers' are done; without 'covers', the learner ticks it."""

    count: int | None = field(
        default=None, ge=1, le=10_000, description="How many of the entries in 'covers' are enough, such as 5 projects. All by default."
    )
    covers: tuple[Id, ...] = field(default=(), description="Phases, sections, topics, exercises or projects to complete.")


@record
class Milestone(Entry):
    """What should be reached some months after the start."""

    months: int = field(ge=1, le=240, description="Months after the start.")
    goals: tuple[Goal, ...] = ()


@record
class Skill(Record):
    """A part of the map that a job takes, and why."""

    entry: Id
    reason: Text | None = field(default=None, description="Why the job takes it.")
    optional: bool = field(default=False, description="Useful but not required.")


@record
class Role(Entry):
    """A job to prepare for, and what it takes."""

    summary: Text | None = field(default=None, description="What one does in this job, in one or two sentences.")
    skills: tuple[Skill, ...] = field(default=(), description="Phases, sections, topics, exercises or projects that it takes.")


@record
class RoutineItem(Entry):
    """A habit. Its condition says when it applies, if not always."""

    condition: Text | None = field(default=None, description="Condition under which it applies.")


@record
class RoutineBlock(Entry):
    """A part of the day or week, and its habits."""

    hours: Text | None = field(default=None, description="Duration as the document states it.", examples=["1-2 hours"])
    items: tuple[RoutineItem, ...] = ()


@record
class Tip(Entry):
    """Advice: a short name and its reason."""

    reason: Text | None = field(default=None, description="Reason for the advice.")


@record
class Certification(Entry):
    """A certificate that can be earned."""

    provider: Text | None = field(default=None, description="Organization that offers it.")
    optional: bool = field(default=False, description="Useful but not required.")
    status: Status | None = field(default=None, description="What has become of it, if it is outdated.")


@record
class Conference(Entry):
    """A conference worth following or attending."""


@record
class FormField(Entry):
    """A field of a form: blank, or with options to choose from."""

    choices: tuple[Text, ...] = field(default=(), description="Options to choose from; none for a blank field.")


@record
class Form(Entry):
    """A form for the learner to fill in, such as a monthly review."""

    fields: tuple[FormField, ...] = ()


@record
class Outcome(Entry):
    """What learners can do at the end, and the job roles it prepares them for."""

    roles: tuple[Text, ...] = field(default=(), description="Job roles that it prepares for.")


@record
class Position(Record):
    """What one document says about a question on which documents disagree."""

    document: Id = field(description="Id of the source document.")
    line: LineNumber | None = None
    says: Text = field(description="What it says.")


@record
class Disagreement(Entry):
    """A question on which the documents disagree, and what this roadmap chose."""

    positions: tuple[Position, ...] = field(default=(), description="What each document says.")
    choice: Text | None = field(default=None, description="What this roadmap does.")
    reason: Text | None = field(default=None, description="Reason for the choice.")

"""The roadmap itself: phases hold sections, sections hold topics, topics may hold topics."""

from pydantic import Field

from learning_roadmap.model.documents import Document
from learning_roadmap.model.entries import (
    Certification,
    Conference,
    Entry,
    Form,
    Milestone,
    Outcome,
    Paper,
    Practice,
    Prerequisite,
    Project,
    Resource,
    RoutineBlock,
    Tip,
    Tombstone,
)
from learning_roadmap.model.fields import Hours, Id, Record, Text


class Topic(Entry):
    """The unit that is learned and ticked. A topic that holds topics is done when they are."""

    summary: Text | None = Field(default=None, description="What it is, in a sentence.")
    level: Text | None = Field(default=None, examples=["beginner"])
    hours: Hours | None = None
    optional: bool = Field(default=False, description="Useful, not needed.")
    needs: tuple[Prerequisite, ...] = Field(default=(), description="Topics that should come first.")
    resources: tuple[Id, ...] = Field(default=(), description="Resources for it, beside those that name it themselves.")
    papers: tuple[Id, ...] = Field(default=(), description="Papers on it, beside those that name it themselves.")
    topics: tuple["Topic", ...] = ()


class Section(Entry):
    """Topics that belong together, and exercises for them."""

    optional: bool = False
    choose_one: bool = Field(default=False, description="Branches: one of its topics is enough.")
    topics: tuple[Topic, ...] = ()
    practice: tuple[Practice, ...] = ()
    projects: tuple[Id, ...] = Field(default=(), description="Projects that are built here.")


class Phase(Entry):
    """A stretch of the road; it has a page of its own."""

    goal: Text | None = None
    level: Text | None = None
    duration: Text | None = Field(default=None, examples=["6-8 weeks", "Ongoing"])
    optional: bool = False
    sections: tuple[Section, ...] = ()


class Roadmap(Record):
    """One merged roadmap: what `content/roadmap.yml` holds."""

    format: int = Field(ge=1, le=1, description="Version of the format of this file: 1.")
    id: Id
    title: Text
    description: Text | None = None
    phases: tuple[Phase, ...] = ()
    projects: tuple[Project, ...] = ()
    resources: tuple[Resource, ...] = ()
    papers: tuple[Paper, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    routine: tuple[RoutineBlock, ...] = ()
    tips: tuple[Tip, ...] = ()
    certifications: tuple[Certification, ...] = ()
    conferences: tuple[Conference, ...] = ()
    forms: tuple[Form, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    history: tuple[Tombstone, ...] = Field(default=(), description="Ids that are gone, and their heirs.")
    documents: tuple[Document, ...] = ()

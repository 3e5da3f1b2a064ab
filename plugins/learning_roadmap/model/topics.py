"""Phases, their sections, and topics, which may have subtopics."""

from pydantic import Field

from learning_roadmap.model.entries import Entry, Level, Practice, Prerequisite, Question, ResourceLink, Status
from learning_roadmap.model.fields import Hours, Id, Text


class Topic(Entry):
    """Something to learn and tick. A topic with subtopics is done when all of them are."""

    summary: Text | None = Field(default=None, description="What it is, in one to three sentences.")
    level: Level | None = Field(default=None, description="Level of difficulty.")
    hours: Hours | None = Field(default=None, description="Hours of study.")
    optional: bool = Field(default=False, description="Useful but not required.")
    preferred: bool = Field(default=False, description="A document recommends it as first choice.")
    start: bool = Field(default=False, description="A starting point: it needs no other topic.")
    status: Status | None = Field(default=None, description="What has become of it, if it is outdated.")
    needs: tuple[Prerequisite, ...] = Field(default=(), description="Prerequisites: topics to learn first.")
    read: tuple[ResourceLink, ...] = Field(default=(), description="What to learn it from.")
    papers: tuple[Id, ...] = Field(default=(), description="Papers that introduce or explain it.")
    check: tuple[Question, ...] = Field(default=(), description="Questions to check oneself.")
    topics: tuple["Topic", ...] = ()


class Section(Entry):
    """Topics that belong together, and exercises for them."""

    summary: Text | None = Field(default=None, description="What it is about, in one or two sentences.")
    optional: bool = Field(default=False, description="Useful but not required.")
    choose_one: bool = Field(default=False, description="One of its topics is enough.")
    needs: tuple[Prerequisite, ...] = Field(default=(), description="Prerequisites of all its topics.")
    topics: tuple[Topic, ...] = ()
    practice: tuple[Practice, ...] = ()
    projects: tuple[Id, ...] = Field(default=(), description="Projects to build in this section.")


class Phase(Entry):
    """A stage of the roadmap, with a page of its own."""

    goal: Text | None = Field(default=None, description="Goal of the phase.")
    level: Text | None = Field(default=None, description="Level of difficulty.")
    duration: Text | None = Field(default=None, description="Duration, such as 6-8 weeks.", examples=["6-8 weeks", "Ongoing"])
    optional: bool = Field(default=False, description="Useful but not required.")
    sections: tuple[Section, ...] = ()

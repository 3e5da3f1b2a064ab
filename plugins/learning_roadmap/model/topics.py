"""Phases, their sections, and topics, which may have subtopics."""

from pydantic import Field

from learning_roadmap.model.entries import Entry, Practice, Prerequisite
from learning_roadmap.model.fields import Hours, Id, Text


class Topic(Entry):
    """Something to learn and tick. A topic with subtopics is done when all of them are."""

    summary: Text | None = Field(default=None, description="What it is, in one to three sentences.")
    level: Text | None = Field(default=None, description="Level of difficulty.", examples=["beginner"])
    hours: Hours | None = Field(default=None, description="Hours of study.")
    optional: bool = Field(default=False, description="Useful but not required.")
    needs: tuple[Prerequisite, ...] = Field(default=(), description="Prerequisites: topics to learn first.")
    resources: tuple[Id, ...] = Field(default=(), description="More resources, in addition to those that refer to this topic.")
    papers: tuple[Id, ...] = Field(default=(), description="More papers, in addition to those that refer to this topic.")
    topics: tuple["Topic", ...] = ()


class Section(Entry):
    """Topics that belong together, and exercises for them."""

    optional: bool = Field(default=False, description="Useful but not required.")
    choose_one: bool = Field(default=False, description="One of its topics is enough.")
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

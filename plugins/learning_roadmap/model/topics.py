"""The map itself: phases hold sections, sections hold topics, topics may hold topics."""

from pydantic import Field

from learning_roadmap.model.entries import Entry, Practice, Prerequisite
from learning_roadmap.model.fields import Hours, Id, Text


class Topic(Entry):
    """The unit that is learned and ticked. A topic that holds topics is done when they are."""

    summary: Text | None = Field(default=None, description="What it is, in a sentence.")
    level: Text | None = Field(default=None, description="How advanced it is.", examples=["beginner"])
    hours: Hours | None = Field(default=None, description="Hours of study.")
    optional: bool = Field(default=False, description="Useful, not needed.")
    needs: tuple[Prerequisite, ...] = Field(default=(), description="Topics that should come first.")
    resources: tuple[Id, ...] = Field(default=(), description="Resources for it, beside those that name it themselves.")
    papers: tuple[Id, ...] = Field(default=(), description="Papers on it, beside those that name it themselves.")
    topics: tuple["Topic", ...] = ()


class Section(Entry):
    """Topics that belong together, and exercises for them."""

    optional: bool = Field(default=False, description="Useful, not needed.")
    choose_one: bool = Field(default=False, description="Branches: one of its topics is enough.")
    topics: tuple[Topic, ...] = ()
    practice: tuple[Practice, ...] = ()
    projects: tuple[Id, ...] = Field(default=(), description="Projects that are built here.")


class Phase(Entry):
    """A stretch of the road; it has a page of its own."""

    goal: Text | None = Field(default=None, description="What it leads to.")
    level: Text | None = Field(default=None, description="How advanced it is.")
    duration: Text | None = Field(default=None, description="How long it takes.", examples=["6-8 weeks", "Ongoing"])
    optional: bool = Field(default=False, description="Useful, not needed.")
    sections: tuple[Section, ...] = ()

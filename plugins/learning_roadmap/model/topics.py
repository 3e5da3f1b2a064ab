"""Phases, their sections, and topics, which may have subtopics."""

from learning_roadmap.model.entries import Entry, Level, Practice, Prerequisite, Question, ResourceLink, Status
from learning_roadmap.model.fields import Hours, Id, Text
from learning_roadmap.model.records import field, record


@record
class Topic(Entry):
    """Something to learn and tick. A topic with subtopics is done when all of them are."""

    summary: Text | None = field(default=None, description="What it is, in one to three sentences.")
    level: Level | None = field(default=None, description="Level of difficulty.")
    hours: Hours | None = field(default=None, description="Hours of study.")
    optional: bool = field(default=False, description="Useful but not required.")
    preferred: bool = field(default=False, description="A document recommends it as first choice.")
    start: bool = field(default=False, description="A starting point: it needs no other topic.")
    status: Status | None = field(default=None, description="What has become of it, if it is outdated.")
    needs: tuple[Prerequisite, ...] = field(default=(), description="Prerequisites: topics to learn first.")
    read: tuple[ResourceLink, ...] = field(default=(), description="What to learn it from.")
    papers: tuple[Id, ...] = field(default=(), description="Papers that introduce or explain it.")
    check: tuple[Question, ...] = field(default=(), description="Questions to check oneself.")
    topics: tuple["Topic", ...] = ()


@record
class Section(Entry):
    """Topics that belong together, and exercises for them."""

    summary: Text | None = field(default=None, description="What it is about, in one or two sentences.")
    optional: bool = field(default=False, description="Useful but not required.")
    choose_one: bool = field(default=False, description="One of its topics is enough.")
    needs: tuple[Prerequisite, ...] = field(default=(), description="Prerequisites of all its topics.")
    topics: tuple[Topic, ...] = ()
    practice: tuple[Practice, ...] = ()
    projects: tuple[Id, ...] = field(default=(), description="Projects to build in this section.")


@record
class Phase(Entry):
    """A stage of the roadmap, with a page of its own."""

    goal: Text | None = field(default=None, description="Goal of the phase.")
    level: Text | None = field(default=None, description="Level of difficulty.")
    duration: Text | None = field(default=None, description="Duration, such as 6-8 weeks.", examples=["6-8 weeks", "Ongoing"])
    optional: bool = field(default=False, description="Useful but not required.")
    sections: tuple[Section, ...] = ()

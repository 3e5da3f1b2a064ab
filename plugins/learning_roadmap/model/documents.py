"""A source document in its own order: a tree of typed items, each with its line."""

from enum import StrEnum

from learning_roadmap.model.fields import Id, LineNumber, Text, Url
from learning_roadmap.model.records import Record, field, record


class ItemKind(StrEnum):
    """Kind of a line in a source document, as the import has read it."""

    TITLE = "title"
    TAGLINE = "tagline"
    INTRODUCTION = "introduction"
    HEADING = "heading"
    PHASE = "phase"
    STEP = "step"
    MONTH = "month"
    WEEK = "week"
    SECTION = "section"
    LABEL = "label"
    TOPIC = "topic"
    PRACTICE = "practice"
    PROJECT = "project"
    COURSE = "course"
    BOOK = "book"
    DOCUMENTATION = "documentation"
    COMMUNITY = "community"
    TOOL = "tool"
    CHALLENGE = "challenge"
    PAPER = "paper"
    CERTIFICATION = "certification"
    CONFERENCE = "conference"
    MILESTONE = "milestone"
    MILESTONE_GOAL = "milestone-goal"
    ROUTINE = "routine"
    ROUTINE_ITEM = "routine-item"
    TIP = "tip"
    FORM = "form"
    FORM_FIELD = "form-field"
    DURATION = "duration"
    GOAL = "goal"
    OUTCOME = "outcome"
    SUMMARY = "summary"
    UPDATED = "updated"
    CLOSING = "closing"
    PROSE = "prose"


# Numbered parts of a document, and all kinds of headings.
UNITS = frozenset({ItemKind.PHASE, ItemKind.STEP, ItemKind.MONTH, ItemKind.WEEK})
HEADINGS = UNITS | {ItemKind.HEADING, ItemKind.SECTION}


@record
class OutlineItem(Record):
    """One line of a source document and the lines below it. Written by the import."""

    line: LineNumber
    kind: ItemKind
    text: Text = field(description="Text of the line without number, box and markup.")
    number: str | None = field(default=None, max_length=40, description="Number in front of the line in the document.")
    level: Text | None = field(default=None, description="Level given in parentheses, such as Beginner.")
    optional: bool = False
    url: Url | None = None
    items: tuple["OutlineItem", ...] = ()


@record
class Document(Record):
    """A source document and its outline. To change it, edit the document and import it again."""

    id: Id
    title: Text
    file: Text = field(description="File name in content/sources.")
    level: Text | None = field(default=None, description="Levels that the document is for, such as Beginner to Advanced.")
    updated: Text | None = field(default=None, description="Date of the last update that the document states.")
    outline: tuple[OutlineItem, ...] = ()

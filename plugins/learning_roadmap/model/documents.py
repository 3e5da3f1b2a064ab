"""A source document in its own order: a tree of typed items, each with its line."""

from enum import StrEnum

from pydantic import Field

from learning_roadmap.model.fields import Id, LineNumber, Record, Text, Url


class ItemKind(StrEnum):
    """What a line of a document is."""

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


class OutlineItem(Record):
    """One line of a document, read as what it is."""

    line: LineNumber
    kind: ItemKind
    text: Text = Field(description="Text of the line without number, box and markup.")
    number: str | None = Field(default=None, max_length=40, description="Number in the document.")
    level: Text | None = Field(default=None, description="Level given in parentheses, such as Beginner.")
    optional: bool = False
    url: Url | None = None
    items: tuple["OutlineItem", ...] = ()


class Document(Record):
    """A source document and its outline."""

    id: Id
    title: Text
    file: Text = Field(description="File name in content/sources.")
    level: Text | None = Field(default=None, description="Range of levels that the document states.")
    updated: Text | None = Field(default=None, description="Date of the last update that the document states.")
    outline: tuple[OutlineItem, ...] = ()

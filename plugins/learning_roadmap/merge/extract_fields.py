"""Extract the fields that a mention states beside the name: author, provider, purpose, count, months, choices."""

import re
from typing import Literal

from learning_roadmap.datafile import EditableEntry
from learning_roadmap.merge.entry_fields import Fields
from learning_roadmap.merge.mentions import Mention
from learning_roadmap.model import KIND, RESOURCE_LINES, ResourceKind, Tier, fields_in
from learning_roadmap.model import ItemKind as Kind
from learning_roadmap.sources import BLANK, CHOICE

QUOTED = re.compile(r"^[\"“](.+?)[\"”]\s*(.*)$")
BY = re.compile(r"^(.+?)\s+by\s+([A-ZÀ-Þ].+)$")
# The fields that later mentions of an entry add.
FILLED: tuple[Literal["url", "purpose", "authors", "provider", "optional", "preferred"], ...] = (
    "url", "purpose", "authors", "provider", "optional", "preferred"
)  # fmt: skip
PARENTHESES = re.compile(r"^(.*?\S)\s*\(([^()]*)\)$")


def extract_fields(mention: Mention) -> tuple[str, Fields]:
    """The title of the entry that a mention names, and its fields."""
    title, kind, ancestors = mention.term.title, mention.kind, mention.ancestors
    if kind in RESOURCE_LINES:
        resource_title, fields = resource(title, ResourceKind(kind.value), mention.item.url)
        return resource_title, fields | Fields(preferred=True) if "(preferred)" in title else fields
    match kind:
        case Kind.PAPER:
            must_read = any("must-read" in item.text.casefold() for item in ancestors)
            paper_title, fields = paper(title)
            return paper_title, fields | Fields(must_read=must_read, url=mention.item.url)
        case Kind.PROJECT:
            return title, Fields(tier=tier([item.text for item in ancestors]))
        case Kind.MILESTONE:
            return title, Fields(months=months(title))
        case Kind.MILESTONE_GOAL:
            return title, Fields(count=count(title))
        case Kind.ROUTINE:
            return routine_block(title)
        case Kind.ROUTINE_ITEM:
            return routine_item(title)
        case Kind.TIP:
            return tip(title)
        case Kind.FORM_FIELD:
            return form_choices(title)
        case Kind.CERTIFICATION:
            return title, Fields(optional=any(item.optional for item in ancestors))
        case _:
            return title, Fields()


def fill(node: EditableEntry, mention: Mention) -> None:
    """Add to an entry what a new mention says of it and it lacks. Earlier mentions do not: a field emptied by hand stays empty."""
    known_fields = fields_in(KIND[node.kind].model)
    stated = extract_fields(mention)[1] | Fields(optional=mention.item.optional)
    for name in FILLED:
        if name in known_fields and stated.get(name) and not node.entry.get(name):
            node.entry[name] = stated[name]


def resource(text: str, kind: ResourceKind, url: str | None) -> tuple[str, Fields]:
    """Title and fields of a course, book, documentation, community, tool or challenge.

    >>> resource('"Deep Learning" by Ian Goodfellow', ResourceKind.BOOK, None)
    ('Deep Learning', {'kind': 'book', 'authors': ['Ian Goodfellow'], 'url': None})
    >>> resource("Deep Learning Specialization (Coursera)", ResourceKind.COURSE, None)
    ('Deep Learning Specialization', {'kind': 'course', 'provider': 'Coursera', 'url': None})
    """
    fields = Fields(kind=kind.value)
    title = text
    if match := QUOTED.match(text):
        title, rest = match[1], match[2]
        if rest.startswith("by "):
            fields["authors"] = [rest[3:].strip()]
    elif kind is ResourceKind.BOOK and (match := BY.match(text)):
        title = match[1]
        fields["authors"] = [match[2]]
    elif match := PARENTHESES.match(text):
        head, inner = match[1], match[2]
        if inner.startswith("for "):
            title, fields["purpose"] = head, inner.removeprefix("for ")
        elif kind is ResourceKind.COURSE and " " in inner and head.isalpha():
            title, fields["provider"] = inner, head
        elif kind is ResourceKind.COURSE and inner.isalpha() and not inner.isupper():
            title, fields["provider"] = head, inner
    fields["url"] = url
    return title, fields


def paper(text: str) -> tuple[str, Fields]:
    """Title and other names of a paper.

    >>> paper('"Attention Is All You Need" (Transformers)')
    ('Attention Is All You Need', {'also': ['Transformers']})
    """
    also: list[str] = []
    title = text
    if match := QUOTED.match(text):
        title = match[1]
        also += re.findall(r"\(([^()]+)\)", match[2])
    before, colon, _ = title.partition(":")
    if colon and " " not in before.strip():
        also.append(before)
    return title, Fields(also=[name.strip() for name in also if name.strip()])


def tier(headings: list[str]) -> str | None:
    """The tier of the projects below these headings; None if no heading states one.

    >>> tier(["Portfolio Projects", "Beginner Projects"]), tier(["Portfolio Projects", "Portfolio Development"])
    ('beginner', 'portfolio')
    """
    inner = headings[-1].lower() if headings else ""
    for value in Tier:
        if re.search(rf"\b{value.value}\b", inner):
            return value.value
    return None


def count(text: str) -> int | None:
    """The number in a countable goal; None for others.

    >>> count("Build 5 beginner projects"), count("10+ portfolio projects"), count("First neural network from scratch")
    (5, 10, None)
    """
    match = re.search(r"(?<![\w.-])(\d{1,4})\+?\s+[a-zA-Z]", text)
    return int(match[1]) if match else None


def months(text: str) -> int | None:
    """The months of a milestone.

    >>> months("18-Month Goal"), months("First year goals")
    (18, 12)
    """
    if match := re.search(r"(\d+)[\s-]*(month|year)", text, re.IGNORECASE):
        return int(match[1]) * (12 if match[2].lower() == "year" else 1)
    return 12 if re.search(r"\byear\b", text, re.IGNORECASE) else None


def routine_block(text: str) -> tuple[str, Fields]:
    """Title and hours of a part of the day.

    >>> routine_block("Morning (1-2 hours)")
    ('Morning', {'hours': '1-2 hours'})
    """
    match = PARENTHESES.match(text)
    return (match[1], Fields(hours=match[2])) if match and re.search(r"\d", match[2]) else (text, Fields())


def routine_item(text: str) -> tuple[str, Fields]:
    """Title and condition of a habit.

    >>> routine_item("Math problem solving (if applicable)")
    ('Math problem solving', {'condition': 'if applicable'})
    """
    match = PARENTHESES.match(text)
    return (match[1], Fields(condition=match[2])) if match and match[2].startswith("if ") else (text, Fields())


def tip(text: str) -> tuple[str, Fields]:
    """Name and reason of a tip.

    >>> tip("Code Daily: Habit beats talent")
    ('Code Daily', {'reason': 'Habit beats talent'})
    """
    name, colon, reason = text.partition(": ")
    return (name, Fields(reason=reason.strip())) if colon else (text, Fields())


def form_choices(text: str) -> tuple[str, Fields]:
    """Title and choices of a field to fill in.

    >>> form_choices("Phase 1: [ ] Not Started [ ] Completed"), form_choices("Start Date: ______")
    (('Phase 1', {'choices': ['Not Started', 'Completed']}), ('Start Date', {'choices': []}))
    """
    name = re.split(r"\s*:\s*(?=\[|_)|\s*(?=_{3,})|\s+(?=\[)", BLANK.sub("___", text))[0]
    return name.strip(" _:"), Fields(choices=[choice.strip() for choice in CHOICE.findall(text)])

"""What an item says about itself beside its name: author, provider, purpose, count, months, choices."""

import re
from typing import Any

from learning_roadmap.model import ResourceKind, Tier
from learning_roadmap.sources import BLANK, CHOICES

QUOTED = re.compile(r"^[\"“](.+?)[\"”]\s*(.*)$")
BY = re.compile(r"^(.+?)\s+by\s+([A-ZÀ-Þ].+)$")
PARENTHESES = re.compile(r"^(.*?\S)\s*\(([^()]*)\)$")


def resource(text: str, kind: ResourceKind, url: str | None) -> tuple[str, dict[str, Any]]:
    """Title and fields of a course, book, documentation, community, tool or challenge.

    >>> resource('"Deep Learning" by Ian Goodfellow', ResourceKind.BOOK, None)
    ('Deep Learning', {'kind': 'book', 'authors': ['Ian Goodfellow'], 'url': None})
    >>> resource("Deep Learning Specialization (Coursera)", ResourceKind.COURSE, None)
    ('Deep Learning Specialization', {'kind': 'course', 'provider': 'Coursera', 'url': None})
    """
    fields: dict[str, Any] = {"kind": kind.value}
    title = text
    if found := QUOTED.match(text):
        title, rest = found[1], found[2]
        if rest.startswith("by "):
            fields["authors"] = [rest[3:].strip()]
    elif kind is ResourceKind.BOOK and (found := BY.match(text)):
        title = found[1]
        fields["authors"] = [found[2]]
    elif found := PARENTHESES.match(text):
        head, inner = found[1], found[2]
        if inner.startswith("for "):
            title, fields["purpose"] = head, inner.removeprefix("for ")
        elif kind is ResourceKind.COURSE and " " in inner and head.isalpha():
            title, fields["provider"] = inner, head
        elif kind is ResourceKind.COURSE and inner.isalpha() and not inner.isupper():
            title, fields["provider"] = head, inner
    fields["url"] = url
    return title, fields


def paper(text: str) -> tuple[str, dict[str, Any]]:
    """Title and other names of a paper.

    >>> paper('"Attention Is All You Need" (Transformers)')
    ('Attention Is All You Need', {'also': ['Transformers']})
    """
    also: list[str] = []
    title = text
    if found := QUOTED.match(text):
        title = found[1]
        also += re.findall(r"\(([^()]+)\)", found[2])
    before, colon, _ = title.partition(":")
    if colon and " " not in before.strip():
        also.append(before.strip())
    return title, {"also": also}


def tier(headings: list[str]) -> str | None:
    """How demanding the projects under these headings are.

    >>> tier(["Portfolio Projects", "Beginner Projects"]), tier(["Portfolio Projects", "Portfolio Development"])
    ('beginner', 'portfolio')
    """
    inner = headings[-1].lower() if headings else ""
    for value in Tier:
        if re.search(rf"\b{value.value}\b", inner):
            return value.value
    return None


def count(text: str) -> int | None:
    """How many, where a goal can be counted.

    >>> count("Build 5 beginner projects"), count("10+ portfolio projects"), count("First neural network from scratch")
    (5, 10, None)
    """
    found = re.search(r"(?<![\w.-])(\d{1,4})\+?\s+[a-zA-Z]", text)
    return int(found[1]) if found else None


def months(text: str) -> int | None:
    """The months of a milestone.

    >>> months("18-Month Goal"), months("First year goals")
    (18, 12)
    """
    if found := re.search(r"(\d+)[\s-]*(month|year)", text, re.IGNORECASE):
        return int(found[1]) * (12 if found[2].lower() == "year" else 1)
    return 12 if re.search(r"\byear\b", text, re.IGNORECASE) else None


def routine_block(text: str) -> tuple[str, dict[str, Any]]:
    """Title and hours of a part of the day.

    >>> routine_block("Morning (1-2 hours)")
    ('Morning', {'hours': '1-2 hours'})
    """
    found = PARENTHESES.match(text)
    return (found[1], {"hours": found[2]}) if found and re.search(r"\d", found[2]) else (text, {})


def routine_item(text: str) -> tuple[str, dict[str, Any]]:
    """Title and condition of a habit.

    >>> routine_item("Math problem solving (if applicable)")
    ('Math problem solving', {'condition': 'if applicable'})
    """
    found = PARENTHESES.match(text)
    return (found[1], {"condition": found[2]}) if found and found[2].startswith("if ") else (text, {})


def tip(text: str) -> tuple[str, dict[str, Any]]:
    """Name and reason of a tip.

    >>> tip("Code Daily: Habit beats talent")
    ('Code Daily', {'reason': 'Habit beats talent'})
    """
    name, colon, reason = text.partition(": ")
    return (name, {"reason": reason.strip()}) if colon else (text, {})


def form_field(text: str) -> tuple[str, dict[str, Any]]:
    """Title and choices of a field to fill in.

    >>> form_field("Phase 1: [ ] Not Started [ ] Completed"), form_field("Start Date: ______")
    (('Phase 1', {'choices': ['Not Started', 'Completed']}), ('Start Date', {'choices': []}))
    """
    name = re.split(r"\s*:\s*(?=\[|_)|\s*(?=_{3,})|\s+(?=\[)", BLANK.sub("___", text))[0]
    return name.strip(" _:"), {"choices": [choice.strip() for choice in CHOICES.findall(text)]}

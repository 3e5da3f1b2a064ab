"""Words of a heading or label that say what the items under it are: a row for each kind of list.

A row has a name, the kind of the items, a pattern for the words, and an example. The first row that matches wins.
Headings that only sound like one of these ("Writing research papers" teaches writing) are kept out by asking for the
whole heading.
"""

import re

from learning_roadmap.model import ItemKind as Kind
from learning_roadmap.sources.rule import ListRule

ADJECTIVES = "must[- ]read|key|research|essential|classic|important|seminal|recommended"
TOOLS = r"(?:tools|software|platforms)(?: (?:&|and) (?:tools|platforms|software|resources|libraries))?"

ROWS: tuple[tuple[str, Kind, str, str], ...] = (
    ("contents", Kind.HEADING, r"table of contents|^contents$", "## Table of contents"),
    ("topics", Kind.TOPIC, r"^topics?\b(?: to (?:learn|review|cover))?$|^what to learn$", "### Topics to review"),
    ("practice", Kind.PRACTICE, r"^(?:hands-on )?(?:practice|exercises?|practicals?)(?: (?:tasks|ideas))?$", "### Practice"),
    ("summary", Kind.SUMMARY, r"^summary\b|roadmap flow", "## Summary of the roadmap"),
    ("outcomes", Kind.OUTCOME, r"\boutcomes?\b", "## Learning outcomes"),
    ("conclusion", Kind.CLOSING, r"^(?:final words|conclusion|closing(?: words)?|wrap[- ]?up)$", "## Final words"),
    (
        "overview", Kind.INTRODUCTION,
        r"^(?:overview|introduction|about(?: this roadmap)?|how to use this (?:roadmap|guide))$", "## How to use this roadmap",
    ),
    (
        "milestone-goals", Kind.MILESTONE,
        r"^(?:\d+[- ]|first |final )?(?:months?|weeks?|years?)(?:[- ]\d+)? (?:goals?|milestones?)$", "## 6-month goals",
    ),
    ("milestones", Kind.MILESTONE, r"\bmilestones?\b", "## Milestones on the way"),
    ("routine", Kind.ROUTINE, r"\b(?:daily|weekly|learning|study) (?:\w+ )?(?:routine|schedule|habits?)\b|^routine$", "## Daily routine"),
    ("tips", Kind.TIP, r"\btips\b|^advice$", "## Pro tips"),
    (
        "tracking", Kind.FORM,
        r"\bprogress track|\btracker\b|\bcurrent focus\b|\b(?:monthly|weekly) review\b|^overall progress$", "## Progress tracker",
    ),
    ("certifications", Kind.CERTIFICATION, r"\bcertificat(?:ion|e)s?\b(?! of )", "### Certifications"),
    ("conferences", Kind.CONFERENCE, r"^(?:\w+ )?conferences?$", "### AI conferences"),
    ("papers", Kind.PAPER, rf"^(?:(?:{ADJECTIVES})\s+)*papers?(?: to read)?(?: \([^)]*\))?$", "### Must-read papers"),
    ("courses", Kind.COURSE, r"\bcourses?\b|^moocs?$|^lectures?$", "### Online courses"),
    ("books", Kind.BOOK, r"^(?:\w+ )?(?:books?|textbooks?)$", "### Recommended books"),
    ("documentation", Kind.DOCUMENTATION, r"^(?:official )?documentation$|^docs$", "### Official documentation"),
    ("communities", Kind.COMMUNITY, r"\bcommunit(?:y|ies)\b|\bforums?\b", "### Communities to join"),
    ("tools", Kind.TOOL, rf"^(?:recommended |useful |essential )?{TOOLS}$", "### Useful tools"),
    ("challenges", Kind.CHALLENGE, r"\bprojects? (?:&|and) challenges?\b|^challenges?(?: (?:&|and) \w+)?$", "### Challenges"),
    ("resources", Kind.LABEL, r"\bresources?\b", "## Learning resources"),
    ("projects", Kind.PROJECT, r"^(?:[\w-]+ ){0,4}projects\b|\bportfolio\b|\bcapstones?\b", "## Beginner projects"),
)  # fmt: skip

LIST_RULES = tuple(
    ListRule(name, f"Items under such a heading or label are of the kind '{kind.value}'.", example, re.compile(pattern, re.IGNORECASE), kind)
    for name, kind, pattern, example in ROWS
)

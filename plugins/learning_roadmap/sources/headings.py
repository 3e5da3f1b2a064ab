"""What the words of a heading or label say about the items under it."""

import re

from learning_roadmap.model import KINDS
from learning_roadmap.model import ItemKind as Kind

# The first that matches wins. Headings that only sound like one of them ("Writing Research Papers" teaches writing)
# are kept out by asking for the whole heading, or for the context around it.
RULES: tuple[tuple[re.Pattern[str], Kind], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), kind)
    for pattern, kind in (
        (r"table of contents|^contents$", Kind.HEADING),
        (r"^topics?\b(?: to (?:learn|review|cover))?$|^what to learn$", Kind.TOPIC),
        (r"^(?:hands-on )?(?:practice|exercises?|practicals?)(?: (?:tasks|ideas))?$", Kind.PRACTICE),
        (r"^summary\b|roadmap flow", Kind.SUMMARY),
        (r"\boutcomes?\b", Kind.OUTCOME),
        (r"^(?:final words|conclusion|closing(?: words)?|wrap[- ]?up)$", Kind.CLOSING),
        (r"^(?:overview|introduction|about(?: this roadmap)?|how to use this (?:roadmap|guide))$", Kind.INTRODUCTION),
        (r"^(?:\d+[- ]|first |final )?(?:months?|weeks?|years?)(?:[- ]\d+)? (?:goals?|milestones?)$", Kind.MILESTONE),
        (r"\bmilestones?\b", Kind.MILESTONE),
        (r"\b(?:daily|weekly|learning|study) (?:\w+ )?(?:routine|schedule|habits?)\b|^routine$", Kind.ROUTINE),
        (r"\btips\b|^advice$", Kind.TIP),
        (r"\bprogress track|\btracker\b|\bcurrent focus\b|\b(?:monthly|weekly) review\b|^overall progress$", Kind.FORM),
        (r"\bcertificat(?:ion|e)s?\b(?! of )", Kind.CERTIFICATION),
        (r"^(?:\w+ )?conferences?$", Kind.CONFERENCE),
        (r"^(?:(?:must[- ]read|key|research|essential|classic|important|seminal|recommended)\s+)*papers?(?: to read)?(?: \([^)]*\))?$", Kind.PAPER),
        (r"\bcourses?\b|^moocs?$|^lectures?$", Kind.COURSE),
        (r"^(?:\w+ )?(?:books?|textbooks?)$", Kind.BOOK),
        (r"^(?:official )?documentation$|^docs$", Kind.DOCUMENTATION),
        (r"\bcommunit(?:y|ies)\b|\bforums?\b", Kind.COMMUNITY),
        (
            r"^(?:recommended |useful |essential )?(?:tools|software|platforms)(?: (?:&|and) (?:tools|platforms|software|resources|libraries))?$",
            Kind.TOOL,
        ),
        (r"\bprojects? (?:&|and) challenges?\b|^challenges?(?: (?:&|and) \w+)?$", Kind.CHALLENGE),
        (r"\bresources?\b", Kind.LABEL),
        (r"^(?:[\w-]+ ){0,4}projects\b|\bportfolio\b|\bcapstones?\b", Kind.PROJECT),
    )
)

# Under resources a tutorial, book or tool needs no further word; these kinds hold there.
RESOURCES = frozenset(line for kind in KINDS if kind.is_material for line in kind.lines)
# What a heading of one kind makes of the items under it.
PARTS = {Kind.MILESTONE: Kind.MILESTONE_GOAL, Kind.ROUTINE: Kind.ROUTINE_ITEM, Kind.FORM: Kind.FORM_FIELD, Kind.LABEL: Kind.TOOL}
# Inside these, words such as "project" or "community" name items, they do not open a list of another kind.
CLOSED = frozenset({Kind.MILESTONE, Kind.ROUTINE, Kind.TIP, Kind.FORM, Kind.PROJECT, Kind.SUMMARY})


def context_of(heading: str, around: Kind | None) -> Kind | None:
    """The kind of list that a heading opens; None when it says nothing of the sort.

    >>> context_of("Research Papers (Must-Read)", Kind.LABEL)
    <ItemKind.PAPER: 'paper'>
    >>> context_of("Writing Research Papers", None), context_of("Kaggle Competitions & Research Papers", Kind.PROJECT)
    (None, None)
    """
    text = heading.strip().rstrip(":").strip()
    for pattern, kind in RULES:
        if pattern.search(text):
            if around in CLOSED and kind not in (around, Kind.CERTIFICATION, Kind.CONFERENCE, Kind.FORM):
                return None
            return kind
    return None

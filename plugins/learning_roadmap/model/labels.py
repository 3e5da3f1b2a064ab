"""Labels of kinds and marks, as pages, guide and commands print them."""

from learning_roadmap.model.documents import UNITS, ItemKind, OutlineItem
from learning_roadmap.model.entries import Access, Entry, Fate, Level, ResourceKind, Tier
from learning_roadmap.model.kinds import KINDS, Kind, kind_of
from learning_roadmap.model.records import fields_in


def plural(number: int, word: str) -> str:
    """A count in words.

    >>> plural(1, "topic"), plural(3, "topic"), plural(2, "entry")
    ('1 topic', '3 topics', '2 entries')
    """
    return f"1 {word}" if number == 1 else f"{number} {_plural_of(word)}"


def _plural_of(word: str) -> str:
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"


# Headings of the kinds of resources and of the tiers of projects, in the order in which they are printed.
RESOURCE_HEADINGS = {kind: _plural_of(kind.capitalize()) for kind in ResourceKind} | {
    ResourceKind.DOCUMENTATION: "Documentation",
    ResourceKind.NOTES: "Notes",
}
TIER_HEADINGS = {tier: tier.capitalize() for tier in Tier}
# The mark of an entry whose field is true, where the field's name is not suitable.
MARKS = {"preferred": "first choice", "must_read": "must read", "start": "starting point"}
LINE_PREFIXES = {ItemKind.DURATION: "Duration", ItemKind.GOAL: "Goal", ItemKind.UPDATED: "Last updated"}


def all_labels() -> frozenset[str]:
    """Every label of the table of kinds and of this module. A site can replace them with its own.

    >>> {"Resources", "book", "must read"} <= all_labels()
    True
    """
    labels = {text for kind in KINDS for text in (kind.heading, label_of(kind), kind.page_title, kind.about)}
    labels |= {*RESOURCE_HEADINGS.values(), *map(str, ResourceKind), *TIER_HEADINGS.values(), *map(str, Tier)}
    labels |= {str(value) for words in (Level, Access, Fate) for value in words}
    labels |= {_mark(name) for kind in KINDS for name, field in fields_in(kind.model).items() if field.annotation is bool}
    return frozenset(labels - {""})


def label_of(kind: Kind) -> str:
    """The singular name of a kind in running text.

    >>> from learning_roadmap.model.kinds import KIND
    >>> label_of(KIND["practice"]), label_of(KIND["tip"])
    ('exercise', 'tip')
    """
    return kind.label or kind.name


def word_for(entry: Entry) -> str:
    """The name of an entry's kind; for a resource, the kind of resource.

    >>> from learning_roadmap.model import Resource, Tip
    >>> word_for(Tip(id="a", title="A")), word_for(Resource(id="b", title="B", kind="book"))
    ('tip', 'book')
    """
    kind = getattr(entry, "kind", None)
    return str(kind) if kind else label_of(kind_of(entry))


def marks_of(entry: Entry) -> list[str]:
    """Short labels of an entry, one for each of its fields that is true.

    >>> from learning_roadmap.model import Paper
    >>> marks_of(Paper(id="a", title="A", must_read=True))
    ['must read']
    """
    flags = (name for name in fields_in(type(entry)) if getattr(entry, name) is True)
    return [_mark(name) for name in flags]


def _mark(field: str) -> str:
    return MARKS.get(field, field.replace("_", " "))


def details_of(entry: Entry) -> list[str]:
    """The values that are printed after an entry's title.

    >>> from learning_roadmap.model import Paper
    >>> details_of(Paper(id="a", title="A", authors=("B", "C"), year=1999))
    ['B, C', '1999']
    """
    values = (getattr(entry, name) for name in kind_of(entry).details)
    return [", ".join(value) if isinstance(value, tuple) else str(value) for value in values if value]


def prefix_of(item: OutlineItem) -> str:
    """The prefix of a document's line: its unit with the number, the number alone, or the label of a fact."""
    if item.kind in UNITS and item.number:
        if item.number.isalpha() and len(item.number) > 3:
            return f"{item.number.capitalize()} {item.kind}: "
        return f"{item.kind.capitalize()} {item.number}: "
    if item.kind in LINE_PREFIXES:
        return f"{LINE_PREFIXES[item.kind]}: "
    return f"{item.number} " if item.number else ""

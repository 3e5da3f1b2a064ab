"""The types of an entry's plain fields, as the data file has them. They are checked only when the roadmap is finished."""

from typing import TypedDict, cast

from learning_roadmap.datafile import EditableEntry


class ProvenanceFields(TypedDict):
    """Where a document names an entry, and in which words."""

    document: str
    line: int
    words: str


class Fields(TypedDict, total=False):
    """What a document says about an entry beside its name. A field that it does not mention is missing or None."""

    also: list[str]
    authors: list[str]
    choices: list[str]
    condition: str
    count: int | None
    duration: str
    goal: str
    hours: str
    kind: str
    level: str
    months: int | None
    must_read: bool
    optional: bool
    preferred: bool
    projects: list[str]
    provider: str
    purpose: str
    reason: str
    tier: str | None
    topics: list[str]
    url: str | None


class EntryFields(Fields):
    """The fields of an entry of the roadmap."""

    id: str
    title: str
    named: list[ProvenanceFields]


def fields_of(node: EditableEntry) -> EntryFields:
    """The fields of an entry in its place. Changes to them change the roadmap."""
    return cast(EntryFields, node.entry)


def provenances(node: EditableEntry) -> list[ProvenanceFields]:
    """Where documents name an entry."""
    return fields_of(node).get("named", [])

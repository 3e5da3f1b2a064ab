"""The types of an entry's plain fields. The values are validated only when the roadmap is frozen."""

from typing import TypedDict, cast

from learning_roadmap.datafile import EditableEntry, ProvenanceFields


class Fields(TypedDict, total=False):
    """The fields of an entry that a document states. Others are missing or None."""

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
    """The fields of an entry. Changes to them change the roadmap."""
    return cast(EntryFields, node.entry)


def provenances(node: EditableEntry) -> list[ProvenanceFields]:
    """The provenance records of an entry."""
    return fields_of(node).get("named", [])

"""An editable roadmap: entries as plain values, with lookup by id. It is validated when it is frozen again."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Generic, NotRequired, Self, TypedDict, TypeVar

from learning_roadmap.datafile.write import to_plain
from learning_roadmap.model import KIND, KIND_OF_LIST, MATERIAL_FIELDS, OUTER_KINDS, RESERVED_IDS, Kind, Roadmap, ids_in, inner_kinds, slug

# An entry's fields as plain values: texts, numbers, and lists of values or fields.
Plain = dict[str, Any]
MAX_ID = 80


def current_day() -> date:
    """The day of the build or change, in UTC: that of SOURCE_DATE_EPOCH if it is set (reproducible-builds.org), else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch.isascii() and epoch.isdigit() else datetime.now(UTC)
    return now.date()


class ProvenanceFields(TypedDict):
    """Where a document names an entry, and in which words."""

    document: str
    line: int
    words: str


class Need(TypedDict):
    """A prerequisite and its reason."""

    topic: str
    reason: NotRequired[str]


@dataclass(eq=False)
class EditableEntry:
    """An entry with its position in the tree.

    Attributes:
        entry: its fields as plain values, without those at their default.
        kind: the name of its kind.
        parent: its parent; None for an entry that the roadmap itself holds.
    """

    entry: Plain
    kind: str
    parent: Self | None

    @property
    def id(self) -> str:
        """Its id, which never changes."""
        return str(self.entry["id"])

    @property
    def title(self) -> str:
        """Its title."""
        return str(self.entry["title"])

    @property
    def also(self) -> list[str]:
        """Its alternative names."""
        return list(self.entry.get("also", ()))

    @property
    def names(self) -> list[str]:
        """Its title and its alternative names."""
        return [self.title, *self.also]

    @property
    def named(self) -> list[ProvenanceFields]:
        """Where documents name it."""
        return list(self.entry.get("named", ()))

    @property
    def needs(self) -> list[Need]:
        """What comes first."""
        return list(self.entry.get("needs", ()))

    @property
    def parts(self) -> list[Plain]:
        """The fields of its direct parts."""
        return [inner for kind in inner_kinds(KIND[self.kind]) for inner in self.entry.get(kind.list_name, ())]

    def ids_in(self, reference: str) -> list[str]:
        """The ids of other entries in one of its fields, such as ``papers`` or ``needs.topic``."""
        return ids_in(self.entry, reference)

    def put(self, name: str, values: Iterable[Any]) -> None:
        """Replace a list; an empty one is left out."""
        if items := list(values):
            self.entry[name] = items
        else:
            self.entry.pop(name, None)

    def above(self, kind: str) -> Self | None:
        """The innermost ancestor of that kind, or the entry itself."""
        entry: Self | None = self
        while entry is not None and entry.kind != kind:
            entry = entry.parent
        return entry

    def is_inside(self, holder: Self) -> bool:
        """Whether it is that entry or one of its descendants."""
        entry: Self | None = self
        while entry is not None and entry is not holder:
            entry = entry.parent
        return entry is holder


EntryT = TypeVar("EntryT", bound=EditableEntry)


class EditableRoadmap(Generic[EntryT]):
    """A roadmap that can be edited.

    >>> roadmap = EditableRoadmap.of(Roadmap(format=2, id="r", title="R"))
    >>> roadmap.add("tips", "Rest well").id
    'rest-well'
    >>> roadmap.frozen().tips[0].title
    'Rest well'
    """

    def __init__(self, plain: Plain, entry_class: type[EntryT]) -> None:
        self.plain = plain
        self.entries: dict[str, EntryT] = {}
        self._entry_class = entry_class
        self._removed_ids = {tombstone["id"] for tombstone in self.history}
        for kind in OUTER_KINDS:
            for fields in plain.get(kind.list_name, ()):
                self._register(fields, kind, None)

    @staticmethod
    def of(roadmap: Roadmap) -> "EditableRoadmap[EditableEntry]":
        """An editable copy of a roadmap."""
        return EditableRoadmap(to_plain(roadmap), EditableEntry)

    def frozen(self) -> Roadmap:
        """The validated roadmap.

        Raises:
            ValidationError: when a field has an invalid value.
        """
        return Roadmap.model_validate(self.plain)

    def of_kind(self, kind: str) -> Iterator[EntryT]:
        """The entries of a kind."""
        return (entry for entry in self.entries.values() if entry.kind == kind)

    @property
    def history(self) -> list[Plain]:
        """The tombstones."""
        tombstones: list[Plain] = self.plain.get("history", [])
        return tombstones

    def add(self, list_name: str, title: str, parent: EntryT | None = None, **fields: Any) -> EntryT:
        """Put a new entry at the end of a list and give it an id that was never used."""
        kind = KIND_OF_LIST[list_name]
        entry: Plain = {"id": self._new_id(title, parent), "title": title}
        entry |= {name: value for name, value in fields.items() if value not in (None, False, [], ())}
        if "published" in self.plain:
            entry["added"] = current_day().isoformat()
        new = self.entries[entry["id"]] = self._entry_class(entry, kind, parent)
        self.insert(new)
        return new

    def link(self, topic: EntryT, material: EntryT) -> None:
        """Add a resource or paper to a topic, once."""
        reference = MATERIAL_FIELDS[material.kind]
        if material.id not in topic.ids_in(reference):
            name, _, inner = reference.partition(".")
            topic.put(name, [*topic.entry.get(name, ()), {inner: material.id} if inner else material.id])

    def insert(self, entry: EntryT, at: int | None = None) -> None:
        """Put an entry into its parent's list, at the end or at a position."""
        siblings = self._holder(entry).setdefault(KIND[entry.kind].list_name, [])
        siblings.insert(len(siblings) if at is None else at, entry.entry)

    def remove(self, entry: EntryT) -> int:
        """Remove an entry from its parent's list, and the list if it is then empty. Returns the former position."""
        at = self.position(entry)
        holder, list_name = self._holder(entry), KIND[entry.kind].list_name
        del holder[list_name][at]
        if not holder[list_name]:
            del holder[list_name]
        return at

    def bury(self, entry: EntryT, tombstone: Plain) -> None:
        """Replace a removed entry by a tombstone at the end of the history."""
        if "published" in self.plain:
            tombstone = tombstone | {"on": current_day().isoformat()}
        self.plain.setdefault("history", []).append(tombstone)
        self._removed_ids.add(entry.id)
        del self.entries[entry.id]

    def position(self, entry: EntryT) -> int:
        """The position of an entry in its list."""
        siblings: list[Plain] = self._holder(entry)[KIND[entry.kind].list_name]
        return next(number for number, other in enumerate(siblings) if other is entry.entry)

    def _holder(self, entry: EntryT) -> Plain:
        return entry.parent.entry if entry.parent else self.plain

    def _register(self, fields: Plain, kind: Kind, parent: EntryT | None) -> None:
        entry = self.entries[fields["id"]] = self._entry_class(fields, kind.name, parent)
        for inner_kind in inner_kinds(kind):
            for inner in fields.get(inner_kind.list_name, ()):
                self._register(inner, inner_kind, entry)

    def _new_id(self, title: str, parent: EntryT | None) -> str:
        # Parentheses with an acronym or a list are left out of the id.
        short = re.sub(r"\s*\([^()]*\)$", "", title) or title
        base = slug(short)
        candidates = [base]
        if parent is not None:
            candidates.append(slug(f"{parent.title} {short}", MAX_ID))
        candidates += [f"{base}-{number}" for number in range(2, 10_000)]
        return next(id for id in candidates if id not in self.entries and id not in self._removed_ids and id not in RESERVED_IDS)

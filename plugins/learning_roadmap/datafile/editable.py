"""The roadmap while it changes: its entries as plain values in their places, found by id. Checked only when it is frozen again."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, NotRequired, Self, TypedDict, TypeVar

from learning_roadmap.datafile.write import to_plain
from learning_roadmap.model import KIND, KIND_OF_LIST, OUTER_KINDS, RESERVED_IDS, Kind, Roadmap, inner_kinds, slug

# An entry's fields as they are written: texts, numbers, and lists of them or of further fields.
Plain = dict[str, Any]
MAX_ID = 80


class Source(TypedDict):
    """Where a document names an entry."""

    document: str
    line: int
    words: str


class Need(TypedDict):
    """A topic that comes first, and why."""

    topic: str
    reason: NotRequired[str]


@dataclass(eq=False)
class EditableEntry:
    """An entry in its place.

    Attributes:
        entry: its fields as plain values; those at their default are left out.
        kind: the name of its kind.
        parent: the entry that holds it; None if the roadmap does.
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
        """Its other names."""
        return list(self.entry.get("also", ()))

    @property
    def names(self) -> list[str]:
        """Its title and its other names."""
        return [self.title, *self.also]

    @property
    def named(self) -> list[Source]:
        """Where documents name it."""
        return list(self.entry.get("named", ()))

    @property
    def needs(self) -> list[Need]:
        """What comes first."""
        return list(self.entry.get("needs", ()))

    @property
    def parts(self) -> list[Plain]:
        """The fields of all that it holds itself."""
        return [inner for kind in inner_kinds(KIND[self.kind]) for inner in self.entry.get(kind.list_name, ())]

    def ids_in(self, name: str) -> list[str]:
        """The ids of other entries in one of its fields."""
        return list(self.entry.get(name, ()))

    def put(self, name: str, values: Iterable[Any]) -> None:
        """Replace a list; an empty one is left out."""
        if items := list(values):
            self.entry[name] = items
        else:
            self.entry.pop(name, None)

    def above(self, kind: str) -> Self | None:
        """The innermost holder of that kind, itself included."""
        entry: Self | None = self
        while entry is not None and entry.kind != kind:
            entry = entry.parent
        return entry

    def is_inside(self, holder: Self) -> bool:
        """Whether it is that entry or stands in it."""
        entry: Self | None = self
        while entry is not None and entry is not holder:
            entry = entry.parent
        return entry is holder


EntryT = TypeVar("EntryT", bound=EditableEntry)


class EditableRoadmap(Generic[EntryT]):
    """A roadmap that can still change.

    >>> roadmap = EditableRoadmap.of(Roadmap(format=1, id="r", title="R"))
    >>> roadmap.add("tips", "Rest well").id
    'rest-well'
    >>> roadmap.frozen().tips[0].title
    'Rest well'
    """

    def __init__(self, plain: Plain, entry_class: type[EntryT]) -> None:
        self.plain = plain
        self.entries: dict[str, EntryT] = {}
        self._entry_class = entry_class
        self._gone = {tombstone["id"] for tombstone in self.history}
        for kind in OUTER_KINDS:
            for fields in plain.get(kind.list_name, ()):
                self._register(fields, kind, None)

    @staticmethod
    def of(roadmap: Roadmap) -> "EditableRoadmap[EditableEntry]":
        """A roadmap as it can be changed."""
        return EditableRoadmap(to_plain(roadmap), EditableEntry)

    def frozen(self) -> Roadmap:
        """The roadmap as it is now.

        Raises:
            ValidationError: when a field holds what it cannot hold.
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
        new = self.entries[entry["id"]] = self._entry_class(entry, kind, parent)
        self.insert(new)
        return new

    def insert(self, entry: EntryT, at: int | None = None) -> None:
        """Put an entry into its parent's list, at the end or at a position."""
        siblings = self._holder(entry).setdefault(KIND[entry.kind].list_name, [])
        siblings.insert(len(siblings) if at is None else at, entry.entry)

    def remove(self, entry: EntryT) -> int:
        """Take an entry out of its parent's list, and the list away when it is empty. Returns the position it had."""
        at = self.position(entry)
        holder, list_name = self._holder(entry), KIND[entry.kind].list_name
        del holder[list_name][at]
        if not holder[list_name]:
            del holder[list_name]
        return at

    def bury(self, entry: EntryT, tombstone: Plain) -> None:
        """Forget an entry that was taken out, and put a tombstone at the end of the history."""
        self.plain.setdefault("history", []).append(tombstone)
        self._gone.add(entry.id)
        del self.entries[entry.id]

    def position(self, entry: EntryT) -> int:
        """Where an entry stands in its list."""
        siblings: list[Plain] = self._holder(entry)[KIND[entry.kind].list_name]
        return next(at for at, other in enumerate(siblings) if other is entry.entry)

    def _holder(self, entry: EntryT) -> Plain:
        return entry.parent.entry if entry.parent else self.plain

    def _register(self, fields: Plain, kind: Kind, parent: EntryT | None) -> None:
        entry = self.entries[fields["id"]] = self._entry_class(fields, kind.name, parent)
        for inner_kind in inner_kinds(kind):
            for inner in fields.get(inner_kind.list_name, ()):
                self._register(inner, inner_kind, entry)

    def _new_id(self, title: str, parent: EntryT | None) -> str:
        # An acronym or a list in parentheses makes no good id.
        short = re.sub(r"\s*\([^()]*\)$", "", title) or title
        base = slug(short)
        candidates = [base]
        if parent is not None:
            candidates.append(slug(f"{parent.title} {short}", MAX_ID))
        candidates += [f"{base}-{number}" for number in range(2, 10_000)]
        return next(id for id in candidates if id not in self.entries and id not in self._gone and id not in RESERVED_IDS)

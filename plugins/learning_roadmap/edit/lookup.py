"""Which entry is meant? An id as it is typed, or a name; where that can mean two things, a person decides."""

from collections.abc import Iterable, Sequence

from learning_roadmap.datafile import EditableEntry
from learning_roadmap.diagnostics import nearest, visible
from learning_roadmap.merge import names_of
from learning_roadmap.model import KIND, key, slug

MOST_LISTED = 8
MOST_SUGGESTED = 3
FIX = "use the id or title of an existing entry"


class NotFound(Exception):
    """No entry is meant, or several may be: what is wrong, and what to do."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix


class Finder:
    """Looks up entries by id and name."""

    def __init__(self, entries: Iterable[EditableEntry]) -> None:
        self._entries = list(entries)

    def find(self, name: str, kinds: Sequence[str] = (), loosely: bool = False) -> EditableEntry:
        """The entry with that id, ``kind:id`` or name; ``loosely`` also takes a name in another spelling.

        Raises:
            NotFound: when there is none, or the name may mean several.
        """
        kind = " or ".join(kinds) or "entry"
        if not _plain(name):
            raise NotFound(f"the name of the {kind} is empty", FIX)
        if entry := self.meant(name, kinds):
            return entry
        of_kind, others = self._of(kinds), self._of_other_kinds(name, kinds)
        if loosely and (similar := _similar(of_kind, name, with_core=not others)):
            return _only(similar, kind, name)
        if others:
            raise _wrong_kind(name, kind, others, of_kind)
        raise NotFound(f"unknown {kind} '{visible(name)}'", _suggestion(of_kind, name))

    def meant(self, name: str, kinds: Sequence[str] = ()) -> EditableEntry | None:
        """The entry with that id, ``kind:id`` or name, written as it is but for capitals and spaces; None when there is none.

        Raises:
            NotFound: when the name may mean several.
        """
        typed = name.strip()
        of_kind = self._of(kinds)
        kind, colon, id = typed.partition(":")
        if colon and kind in KIND and (exact := [entry for entry in of_kind if (entry.kind, entry.id) == (kind, id.strip())]):
            return exact[0]
        with_name = [entry for entry in of_kind if _plain(typed) in map(_plain, entry.names)]
        with_id = next((entry for entry in of_kind if entry.id == typed), None)
        what = " or ".join(kinds) or "entry"
        if with_id is not None:
            rivals = [entry for entry in with_name if entry is not with_id and (with_id not in with_name or typed in entry.names)]
            return _only([with_id, *rivals], what, name)
        return _only(with_name, what, name) if with_name else None

    def _of(self, kinds: Sequence[str]) -> list[EditableEntry]:
        return [entry for entry in self._entries if not kinds or entry.kind in kinds]

    def _of_other_kinds(self, name: str, kinds: Sequence[str]) -> list[EditableEntry]:
        if not kinds:
            return []
        ids = {name.strip(), slug(name), name.strip().partition(":")[2]}
        others = (entry for entry in self._entries if entry.kind not in kinds)
        return [entry for entry in others if entry.id in ids or _plain(name) in map(_plain, entry.names)]


def describe(entry: EditableEntry) -> str:
    """An entry in words: its kind, id and title."""
    return f"{entry.kind} '{entry.id}' ({entry.title})"


def _wrong_kind(name: str, kind: str, others: Sequence[EditableEntry], of_kind: Sequence[EditableEntry]) -> NotFound:
    # Of several, the one that holds what may be meant says most.
    parts = {id(other): ", ".join(entry.id for entry in of_kind if entry.parent is other) for other in others}
    other = next((other for other in others if parts[id(other)]), others[0])
    fix = f"use one of its parts: {parts[id(other)]}" if parts[id(other)] else f"use the id or title of a {kind}"
    return NotFound(f"'{visible(name)}' is a {other.kind}, not a {kind}", fix)


def _only(entries: Sequence[EditableEntry], kind: str, name: str) -> EditableEntry:
    if len(entries) == 1:
        return entries[0]
    listed = ", ".join(f"{entry.kind} '{entry.id}' ({visible(entry.title)})" for entry in entries[:MOST_LISTED])
    more = f" and {len(entries) - MOST_LISTED} more" if len(entries) > MOST_LISTED else ""
    fix = f"use the kind and id, such as {entries[0].kind}:{entries[0].id}"
    raise NotFound(f"'{visible(name)}' can mean more than one {kind}: {listed}{more}", fix)


def _similar(entries: Iterable[EditableEntry], name: str, *, with_core: bool) -> list[EditableEntry]:
    """Entries whose id or name differs in spelling, plurals or punctuation alone; if there is none, in small words and order."""
    wanted = key(name)
    if not wanted.exact:
        return []
    candidates = list(entries)
    similar = [entry for entry in candidates if entry.id == slug(name) or wanted.exact in {key(other).exact for other in names_of(entry)}]
    if similar or not with_core:
        return similar
    return [entry for entry in candidates if wanted.core in {key(other).core for other in names_of(entry)}]


def _suggestion(entries: Sequence[EditableEntry], name: str) -> str:
    by_name = {other: entry for entry in entries for other in (entry.title, entry.id)}
    similar = [*_similar(entries, name, with_core=True), *(by_name[other] for other in nearest(name, by_name, MOST_SUGGESTED, loosely=True))]
    shown = list(dict.fromkeys(f"'{entry.id}' ({entry.title})" for entry in similar))[:MOST_SUGGESTED]
    return f"did you mean {' or '.join(shown)}?" if shown else FIX


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())

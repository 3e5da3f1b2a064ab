"""Look up an entry by id or name. An ambiguous name is an error, so that a person decides."""

from collections.abc import Iterable, Sequence

from learning_roadmap.datafile import EditableEntry
from learning_roadmap.diagnostics import nearest, visible
from learning_roadmap.merge import names_of
from learning_roadmap.model import KIND, key, slug

MAX_CANDIDATES = 8
MAX_SUGGESTED = 3
EXISTING_FIX = "use the id or title of an existing entry"


class NotFound(Exception):
    """No entry matches, or several do. It has a code, a message and a fix."""

    def __init__(self, code: str, message: str, fix: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.fix = fix


class Finder:
    """Looks up entries by id and name."""

    def __init__(self, entries: Iterable[EditableEntry]) -> None:
        self._entries = list(entries)

    def find(self, name: str, kinds: Sequence[str] = (), loosely: bool = False) -> EditableEntry:
        """The entry with that id, ``kind:id`` or name; with ``loosely``, also a name in another spelling.

        Raises:
            NotFound: when no entry matches, or several do.
        """
        kind = " or ".join(kinds) or "entry"
        if not _normalized(name):
            raise NotFound("REF-UNKNOWN", f"the name of the {kind} is empty", EXISTING_FIX)
        if entry := self.exact_match(name, kinds):
            return entry
        of_kind, others = self._of(kinds), self._of_other_kinds(name, kinds)
        if loosely and (similar := _similar_entries(of_kind, name, with_core=not others)):
            return _single(similar, kind, name)
        if others:
            raise _wrong_kind(name, kind, others, of_kind)
        raise NotFound("REF-UNKNOWN", f"unknown {kind} '{visible(name)}'", _suggestion(of_kind, name))

    def exact_match(self, name: str, kinds: Sequence[str] = ()) -> EditableEntry | None:
        """The entry with exactly that id, ``kind:id`` or name, apart from case and spaces; None if there is none.

        Raises:
            NotFound: when several entries match.
        """
        typed = name.strip()
        of_kind = self._of(kinds)
        kind, colon, id = typed.partition(":")
        if colon and kind in KIND and (exact := [entry for entry in of_kind if (entry.kind, entry.id) == (kind, id.strip())]):
            return exact[0]
        with_name = [entry for entry in of_kind if _normalized(typed) in map(_normalized, entry.names)]
        with_id = next((entry for entry in of_kind if entry.id == typed), None)
        what = " or ".join(kinds) or "entry"
        if with_id is not None:
            rivals = [entry for entry in with_name if entry is not with_id and (with_id not in with_name or typed in entry.names)]
            return _single([with_id, *rivals], what, name)
        return _single(with_name, what, name) if with_name else None

    def _of(self, kinds: Sequence[str]) -> list[EditableEntry]:
        return [entry for entry in self._entries if not kinds or entry.kind in kinds]

    def _of_other_kinds(self, name: str, kinds: Sequence[str]) -> list[EditableEntry]:
        if not kinds:
            return []
        ids = {name.strip(), slug(name), name.strip().partition(":")[2]}
        others = (entry for entry in self._entries if entry.kind not in kinds)
        return [entry for entry in others if entry.id in ids or _normalized(name) in map(_normalized, entry.names)]


def describe(entry: EditableEntry) -> str:
    """An entry in words: its kind, id and title."""
    return f"{entry.kind} '{entry.id}' ({entry.title})"


def _wrong_kind(name: str, kind: str, others: Sequence[EditableEntry], of_kind: Sequence[EditableEntry]) -> NotFound:
    # If there are several, name the one with parts of the right kind.
    parts = {id(other): ", ".join(entry.id for entry in of_kind if entry.parent is other) for other in others}
    other = next((other for other in others if parts[id(other)]), others[0])
    fix = f"use one of its parts: {parts[id(other)]}" if parts[id(other)] else f"use the id or title of a {kind}"
    return NotFound("REF-KIND", f"'{visible(name)}' is a {other.kind}, not a {kind}", fix)


def _single(entries: Sequence[EditableEntry], kind: str, name: str) -> EditableEntry:
    if len(entries) == 1:
        return entries[0]
    candidates = ", ".join(f"{entry.kind} '{entry.id}' ({visible(entry.title)})" for entry in entries[:MAX_CANDIDATES])
    more = f" and {len(entries) - MAX_CANDIDATES} more" if len(entries) > MAX_CANDIDATES else ""
    fix = f"use the kind and id, such as {entries[0].kind}:{entries[0].id}"
    raise NotFound("REF-AMBIGUOUS", f"'{visible(name)}' can mean more than one {kind}: {candidates}{more}", fix)


def _similar_entries(entries: Iterable[EditableEntry], name: str, *, with_core: bool) -> list[EditableEntry]:
    """Entries whose id or name differs only in spelling, plurals or punctuation; if there are none, only in small words and order."""
    name_key = key(name)
    if not name_key.exact:
        return []
    candidates = list(entries)
    similar = [entry for entry in candidates if entry.id == slug(name) or name_key.exact in {key(other).exact for other in names_of(entry)}]
    if similar or not with_core:
        return similar
    return [entry for entry in candidates if name_key.core in {key(other).core for other in names_of(entry)}]


def _suggestion(entries: Sequence[EditableEntry], name: str) -> str:
    by_name = {other: entry for entry in entries for other in (entry.title, entry.id)}
    similar = [*_similar_entries(entries, name, with_core=True), *(by_name[other] for other in nearest(name, by_name, MAX_SUGGESTED))]
    suggestions = list(dict.fromkeys(f"'{entry.id}' ({entry.title})" for entry in similar))[:MAX_SUGGESTED]
    return f"did you mean {' or '.join(suggestions)}?" if suggestions else EXISTING_FIX


def _normalized(name: str) -> str:
    return " ".join(name.casefold().split())

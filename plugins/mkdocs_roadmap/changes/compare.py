"""Two states of a data file, side by side: what is new, gone, called otherwise, elsewhere or different."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from mkdocs_roadmap.datafile.entries import Placed, placed_entries, records
from mkdocs_roadmap.datafile.tree import Block, Items


class Sort(StrEnum):
    """What happened to something, in the order in which it is told."""

    NEW = "new"
    GONE = "gone"
    RENAMED = "renamed"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True)
class Change:
    """One change of one thing.

    Attributes:
        id: of the entry or document.
        kind: what it is, such as ``topic``.
        where: titles of what holds it, outermost first.
        detail: what changed, in words; ``before`` and ``after`` are the old and the new words, where there are such.
    """

    sort: Sort
    id: str
    kind: str
    title: str
    where: tuple[str, ...] = ()
    detail: str = ""
    before: str = ""
    after: str = ""


# Fields that learners see, and what they are called.
WORDS = {
    "summary": "summary", "goal": "goal", "level": "level", "hours": "hours", "duration": "duration", "optional": "optional",
    "choose_one": "one of them is enough", "url": "address", "authors": "authors", "year": "year", "provider": "offered by",
    "purpose": "purpose", "tier": "how demanding", "preferred": "first choice", "must_read": "must be read", "months": "months",
    "count": "count", "condition": "condition", "choices": "choices", "roles": "roles", "reason": "reason",
    "also": "other names", "needs": "comes after", "resources": "resources", "papers": "papers", "projects": "projects", "covers": "asks for",
}  # fmt: skip
WAS = {"retired": "retired", "merged": "merged into", "split": "split into"}


class _State:
    """One state, ready to be asked."""

    def __init__(self, tree: Block) -> None:
        self.entries = {entry.id: entry for entry in placed_entries(tree) if entry.id}
        self.history = {str(tombstone.get("id")): tombstone for tombstone in records(tree, "history")}
        self.documents = {str(document.get("id")): document for document in records(tree, "documents")}

    def title(self, id: object) -> str:
        entry = self.entries.get(str(id))
        return entry.title if entry else str(id)

    def where(self, entry: Placed) -> tuple[str, ...]:
        found: list[str] = []
        holder = entry.parent
        while holder is not None:
            above = self.entries.get(str(holder.get("id")))
            found.append(str(holder.get("title")))
            holder = above.parent if above else None
        return tuple(reversed(found))


def compare(old: Block | None, new: Block) -> list[Change]:
    """All changes, sorted by what happened and then in the order of the new state. Without an old state, all is new."""
    before, after = _State(old if old is not None else Block((1, 1), False)), _State(new)
    found = [*_entries(before, after), *_documents(before, after)]
    order = list(Sort)
    return sorted(found, key=lambda change: order.index(change.sort))


def _entries(before: _State, after: _State) -> Iterator[Change]:
    for id, entry in before.entries.items():
        if id not in after.entries:
            yield _gone(entry, before, after)
    for id, entry in after.entries.items():
        if id is None:
            continue
        where = after.where(entry)
        old = before.entries.get(id)
        if old is None:
            yield Change(Sort.NEW, id, entry.kind, entry.title, where)
            continue
        if old.title != entry.title:
            yield Change(Sort.RENAMED, id, entry.kind, entry.title, where, "", old.title, entry.title)
        if _holder(old) != _holder(entry):
            yield Change(Sort.MOVED, id, entry.kind, entry.title, where, "", " ▸ ".join(before.where(old)), " ▸ ".join(where))
        for name, words in WORDS.items():
            one, other = _said(old.block, name, before), _said(entry.block, name, after)
            if one != other:
                yield Change(Sort.CHANGED, id, entry.kind, entry.title, where, words, one, other)


def _gone(entry: Placed, before: _State, after: _State) -> Change:
    tombstone = after.history.get(entry.id or "")
    if tombstone is None:
        return Change(Sort.GONE, entry.id or "", entry.kind, entry.title, before.where(entry), "without a word in the history")
    heirs = tombstone.get("into")
    titles = ", ".join(after.title(heir) for heir in heirs) if isinstance(heirs, Items) else ""
    reason = tombstone.get("reason")
    detail = WAS.get(str(tombstone.get("was")), "gone")
    return Change(Sort.GONE, entry.id or "", entry.kind, entry.title, before.where(entry), detail, str(reason or ""), titles)


def _holder(entry: Placed) -> str:
    return str(entry.parent.get("id")) if entry.parent else ""


def _said(block: Block, name: str, state: _State) -> str:
    """What a field says, in words; ids as the titles they stand for."""
    value: Any = block.get(name)
    if isinstance(value, Items):
        named = [state.title(item.get("topic")) if isinstance(item, Block) else state.title(item) for item in value]
        return ", ".join(named)
    return "" if value is None or value == "false" else "yes" if value == "true" else str(value)


def _documents(before: _State, after: _State) -> Iterator[Change]:
    for id, document in after.documents.items():
        title = str(document.get("title"))
        if id not in before.documents:
            yield Change(Sort.NEW, id, "document", title)
        elif before.documents[id] != document:
            yield Change(Sort.CHANGED, id, "document", title, (), "its text")
    for id, document in before.documents.items():
        if id not in after.documents:
            yield Change(Sort.GONE, id, "document", str(document.get("title")), (), "gone")

"""Compare two states of a data file: what is new, removed, renamed, moved or changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from learning_roadmap.datafile import Block, Items, Placed, placed_entries, records, subtopics
from learning_roadmap.model import KIND_OF_LIST


class Sort(StrEnum):
    """What happened to something, in the order of the report."""

    NEW = "new"
    GONE = "gone"
    RENAMED = "renamed"
    MOVED = "moved"
    REGROUPED = "regrouped"
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


# Names of fields that differ from their keys.
WORDS = {
    "choose_one": "one of them is enough", "url": "address", "provider": "provider", "tier": "level of difficulty", "preferred": "preferred",
    "must_read": "must-read", "also": "other names", "needs": "prerequisites", "covers": "covers", "named": "sources", "kind": "kind",
}  # fmt: skip
# Fields that are compared on their own.
SEPARATE = frozenset({"id", "title", "documents", "history", "format"})
WAS = {"retired": "retired", "merged": "merged into", "split": "split into"}


class _State:
    """One state, indexed by id."""

    def __init__(self, tree: Block) -> None:
        self.tree = tree
        self.entries = {entry.id: entry for entry in placed_entries(tree) if entry.id}
        self.history = {str(tombstone.get("id")): tombstone for tombstone in records(tree, "history")}
        self.documents = {str(document.get("id")): document for document in records(tree, "documents")}

    def title(self, id: object) -> str:
        entry = self.entries.get(str(id))
        return entry.title if entry else str(id)

    def where(self, entry: Placed) -> tuple[str, ...]:
        titles: list[str] = []
        holder = entry.parent
        while holder is not None:
            above = self.entries.get(str(holder.get("id")))
            titles.append(str(holder.get("title")))
            holder = above.parent if above else None
        return tuple(reversed(titles))


def compare(old: Block | None, new: Block) -> list[Change]:
    """All changes, sorted by what happened and then in the order of the new state. Without an old state, all is new."""
    before, after = _State(old if old is not None else Block((1, 1))), _State(new)
    changes = [*_entries(before, after), *_history(before, after), *_documents(before, after)]
    order = list(Sort)
    return sorted(changes, key=lambda change: order.index(change.sort))


def _entries(before: _State, after: _State) -> Iterator[Change]:
    yield from _fields(Placed(before.tree, "roadmap", None), Placed(after.tree, "roadmap", None), before, after)
    if before.entries and before.tree.get("id") != after.tree.get("id"):
        yield Change(Sort.CHANGED, str(after.tree.get("id")), "roadmap", str(after.tree.get("title")), (), "id, under which all ticks are stored")
    for id, entry in before.entries.items():
        if id not in after.entries:
            yield _gone(entry, before, after)
    for id, entry in after.entries.items():
        where = after.where(entry)
        old = before.entries.get(id)
        if old is None:
            values = "; ".join(f"{_words(name)}: {_value_text(entry.block, name, after)}" for name in _names(entry.block))
            reused = "reused id; " if id in before.history else ""
            yield Change(Sort.NEW, str(id), entry.kind, entry.title, where, reused + values)
            continue
        if old.title != entry.title:
            yield Change(Sort.RENAMED, str(id), entry.kind, entry.title, where, "", old.title, entry.title)
        if _holder(old) != _holder(entry):
            yield Change(Sort.MOVED, str(id), entry.kind, entry.title, where, "", " ▸ ".join(before.where(old)), " ▸ ".join(where))
        yield from _regrouped(old, entry, where)
        yield from _fields(old, entry, before, after)


def _regrouped(old: Placed, new: Placed, where: tuple[str, ...]) -> Iterator[Change]:
    """A topic that can no longer be ticked itself, or can be again: where learners' ticks go."""
    if old.kind != "topic" or new.kind != "topic":
        return
    one, other = subtopics(old), subtopics(new)
    if other and not one:
        yield Change(Sort.REGROUPED, str(new.id), new.kind, new.title, where, "now has subtopics", "", ", ".join(other))
    elif one and not other:
        yield Change(Sort.REGROUPED, str(new.id), new.kind, new.title, where, "no longer has subtopics", ", ".join(one))


def _fields(old: Placed, new: Placed, before: _State, after: _State) -> Iterator[Change]:
    """What is different in the fields of one entry, and in the order of what it holds."""
    place = (str(new.block.get("id")), new.kind, new.title, after.where(new))
    if old.kind == "roadmap" and not before.entries:
        return
    if old.kind == "roadmap" and old.title != new.title:
        yield Change(Sort.RENAMED, *place, "", old.title, new.title)
    for name in dict.fromkeys((*_names(old.block), *_names(new.block))):
        one, other = _value_text(old.block, name, before), _value_text(new.block, name, after)
        # A renamed topic is no change of what refers to it.
        if one != other and old.block.get(name) != new.block.get(name):
            yield Change(Sort.CHANGED, *place, _words(name), one, other)
    for name, held in new.block.items():
        ids = [_ids(owner.get(name)) for owner in (old.block, new.block)] if name in KIND_OF_LIST and _holds_records(held) else [[], []]
        kept = set(ids[0]) & set(ids[1])
        if [id for id in ids[0] if id in kept] != [id for id in ids[1] if id in kept]:
            yield Change(Sort.MOVED, *place, f"order of its {name}")


def _ids(held: Any) -> list[str]:
    return [str(inner.get("id")) for inner in held if isinstance(inner, Block)] if isinstance(held, Items) else []


def _holds_records(held: Any) -> bool:
    return isinstance(held, Items) and any(isinstance(inner, Block) for inner in held)


def _names(block: Block) -> list[str]:
    """The fields that say something of an entry itself."""
    return [name for name, held in block.items() if name not in SEPARATE and not (name in KIND_OF_LIST and _holds_records(held))]


def _words(name: str) -> str:
    return WORDS.get(name, name.replace("_", " "))


def _gone(entry: Placed, before: _State, after: _State) -> Change:
    tombstone = after.history.get(entry.id or "")
    if tombstone is None:
        return Change(Sort.GONE, entry.id or "", entry.kind, entry.title, before.where(entry), "removed without a tombstone")
    successors = tombstone.get("into")
    titles = ", ".join(after.title(id) for id in successors) if isinstance(successors, Items) else ""
    reason = tombstone.get("reason")
    detail = WAS.get(str(tombstone.get("was")), "removed")
    return Change(Sort.GONE, entry.id or "", entry.kind, entry.title, before.where(entry), detail, str(reason or ""), titles)


def _holder(entry: Placed) -> str:
    return str(entry.parent.get("id")) if entry.parent else ""


def _value_text(block: Block, name: str, state: _State) -> str:
    """The value of a field as text, with titles in place of ids. Lines of documents are left out: an import moves them."""
    value: Any = block.get(name)
    if isinstance(value, Items):
        return ", ".join(_record(item, state) if isinstance(item, Block) else state.title(item) for item in value)
    return "" if value is None or value == "false" else "yes" if value == "true" else str(value)


def _record(record: Block, state: _State) -> str:
    if "topic" in record:
        reason = record.get("reason")
        return state.title(record["topic"]) + (f" ({reason})" if reason else "")
    return f"{record.get('document')}: {record.get('words')}"


def _documents(before: _State, after: _State) -> Iterator[Change]:
    for id, document in after.documents.items():
        title = str(document.get("title"))
        if id not in before.documents:
            yield Change(Sort.NEW, id, "document", title)
            continue
        old = before.documents[id]
        for name in ("title", "file", "level", "updated"):
            if old.get(name) != document.get(name):
                yield Change(Sort.CHANGED, id, "document", title, (), name, str(old.get(name) or ""), str(document.get(name) or ""))
        if old.get("outline") != document.get("outline"):
            yield Change(Sort.CHANGED, id, "document", title, (), "content")
    for id, document in before.documents.items():
        if id not in after.documents:
            yield Change(Sort.GONE, id, "document", str(document.get("title")), (), "removed")


def _history(before: _State, after: _State) -> Iterator[Change]:
    """Tombstones that are new, changed or removed."""
    for id, old in before.history.items():
        new = after.history.get(id)
        if new is None:
            yield Change(Sort.CHANGED, id, "history", id, (), "tombstone removed")
        elif (one := _tombstone_text(old)) != (other := _tombstone_text(new)):
            yield Change(Sort.CHANGED, id, "history", id, (), "tombstone", one, other)
    for id, new in after.history.items():
        if id not in before.history and id not in before.entries:
            yield Change(Sort.NEW, id, "history", id, (), _tombstone_text(new))


def _tombstone_text(tombstone: Block) -> str:
    successors = tombstone.get("into")
    return f"{tombstone.get('was')} {', '.join(map(str, successors)) if isinstance(successors, Items) else ''}".strip()

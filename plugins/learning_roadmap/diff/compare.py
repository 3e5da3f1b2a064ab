"""Compare two versions of a data file: what is new, removed, renamed, moved or changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from learning_roadmap.datafile import Block, Items, Placed, placed_entries, records, subtopics
from learning_roadmap.model import KIND_OF_LIST


class Sort(StrEnum):
    """The sorts of changes, in the order of the report."""

    NEW = "new"
    GONE = "gone"
    RENAMED = "renamed"
    MOVED = "moved"
    REGROUPED = "regrouped"
    CHANGED = "changed"


@dataclass(frozen=True)
class Change:
    """One change of an entry or document.

    Attributes:
        id: of the entry or document.
        kind: its kind, such as ``topic``.
        where: titles of its ancestors, outermost first.
        detail: what changed; ``before`` and ``after`` are the old and new values, if any.
        added: the items that a list gained.
        removed: the items that a list lost.
    """

    sort: Sort
    id: str
    kind: str
    title: str
    where: tuple[str, ...] = ()
    detail: str = ""
    before: str = ""
    after: str = ""
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


# Names of fields that differ from their keys.
FIELD_LABELS = {
    "choose_one": "one of them is enough", "url": "address", "provider": "provider", "tier": "level of difficulty", "preferred": "preferred",
    "must_read": "must-read", "also": "other names", "needs": "prerequisites", "covers": "covers", "named": "sources", "kind": "kind",
    "read": "to read", "check": "questions", "start": "starting point", "done": "what counts as done", "why": "why to read it",
    "arxiv": "arXiv", "doi": "DOI",
}  # fmt: skip
# Fields that are compared separately.
SEPARATE_FIELDS = frozenset({"id", "title", "documents", "history", "format"})
WAS = {"retired": "retired", "merged": "merged into", "split": "split into"}


class _Version:
    """One version, indexed by id."""

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
    """All changes by sort, in the order of the new version. Without an old version, everything is new."""
    before, after = _Version(old if old is not None else Block((1, 1))), _Version(new)
    changes = [*_entry_changes(before, after), *_tombstone_changes(before, after), *_document_changes(before, after)]
    order = list(Sort)
    return sorted(changes, key=lambda change: order.index(change.sort))


def _entry_changes(before: _Version, after: _Version) -> Iterator[Change]:
    yield from _field_changes(Placed(before.tree, "roadmap", None), Placed(after.tree, "roadmap", None), before, after)
    if before.entries and before.tree.get("id") != after.tree.get("id"):
        yield Change(Sort.CHANGED, str(after.tree.get("id")), "roadmap", str(after.tree.get("title")), (), "id, under which all ticks are stored")
    for id, entry in before.entries.items():
        if id not in after.entries:
            yield _removal(entry, before, after)
    for id, entry in after.entries.items():
        where = after.where(entry)
        old = before.entries.get(id)
        if old is None:
            values = "; ".join(f"{_field_label(name)}: {_value_text(entry.block, name, after)}" for name in _own_fields(entry.block))
            reused = "reused id; " if id in before.history else ""
            yield Change(Sort.NEW, str(id), entry.kind, entry.title, where, reused + values)
            continue
        if old.title != entry.title:
            yield Change(Sort.RENAMED, str(id), entry.kind, entry.title, where, "", old.title, entry.title)
        if _parent_id(old) != _parent_id(entry):
            yield Change(Sort.MOVED, str(id), entry.kind, entry.title, where, "", " ▸ ".join(before.where(old)), " ▸ ".join(where))
        yield from _subtopic_change(old, entry, where)
        yield from _field_changes(old, entry, before, after)


def _subtopic_change(old: Placed, new: Placed, where: tuple[str, ...]) -> Iterator[Change]:
    """A topic got subtopics or lost all of them, which moves learners' ticks."""
    if old.kind != "topic" or new.kind != "topic":
        return
    before, after = subtopics(old), subtopics(new)
    if after and not before:
        yield Change(Sort.REGROUPED, str(new.id), new.kind, new.title, where, "now has subtopics", "", ", ".join(after))
    elif before and not after:
        yield Change(Sort.REGROUPED, str(new.id), new.kind, new.title, where, "no longer has subtopics", ", ".join(before))


def _field_changes(old: Placed, new: Placed, before: _Version, after: _Version) -> Iterator[Change]:
    """Changes in the fields of one entry, and in the order of its parts."""
    entry_fields = (str(new.block.get("id")), new.kind, new.title, after.where(new))
    if old.kind == "roadmap" and not before.entries:
        return
    if old.kind == "roadmap" and old.title != new.title:
        yield Change(Sort.RENAMED, *entry_fields, "", old.title, new.title)
    for name in dict.fromkeys((*_own_fields(old.block), *_own_fields(new.block))):
        old_text, new_text = _value_text(old.block, name, before), _value_text(new.block, name, after)
        # Renaming a topic does not change the entries that refer to it.
        if old_text != new_text and old.block.get(name) != new.block.get(name):
            was, now = _item_texts(old.block, name, before), _item_texts(new.block, name, after)
            added, removed = tuple(item for item in now if item not in was), tuple(item for item in was if item not in now)
            yield Change(Sort.CHANGED, *entry_fields, _field_label(name), old_text, new_text, added, removed)
    for name, value in new.block.items():
        ids = [_ids_in(owner.get(name)) for owner in (old.block, new.block)] if name in KIND_OF_LIST and _is_record_list(value) else [[], []]
        common = set(ids[0]) & set(ids[1])
        if [id for id in ids[0] if id in common] != [id for id in ids[1] if id in common]:
            yield Change(Sort.MOVED, *entry_fields, f"order of its {name}")


def _ids_in(value: Any) -> list[str]:
    return [str(inner.get("id")) for inner in value if isinstance(inner, Block)] if isinstance(value, Items) else []


def _is_record_list(value: Any) -> bool:
    return isinstance(value, Items) and any(isinstance(inner, Block) for inner in value)


def _own_fields(block: Block) -> list[str]:
    """The fields of an entry itself, without its parts."""
    return [name for name, value in block.items() if name not in SEPARATE_FIELDS and not (name in KIND_OF_LIST and _is_record_list(value))]


def _field_label(name: str) -> str:
    return FIELD_LABELS.get(name, name.replace("_", " "))


def _removal(entry: Placed, before: _Version, after: _Version) -> Change:
    tombstone = after.history.get(entry.id or "")
    if tombstone is None:
        return Change(Sort.GONE, entry.id or "", entry.kind, entry.title, before.where(entry), "removed without a tombstone")
    successors = tombstone.get("into")
    titles = ", ".join(after.title(id) for id in successors) if isinstance(successors, Items) else ""
    reason = tombstone.get("reason")
    detail = WAS.get(str(tombstone.get("was")), "removed")
    return Change(Sort.GONE, entry.id or "", entry.kind, entry.title, before.where(entry), detail, str(reason or ""), titles)


def _parent_id(entry: Placed) -> str:
    return str(entry.parent.get("id")) if entry.parent else ""


def _value_text(block: Block, name: str, state: _Version) -> str:
    """The value of a field as text, with titles in place of ids. Line numbers are left out, because imports change them."""
    value: Any = block.get(name)
    if isinstance(value, Items):
        return ", ".join(_item_texts(block, name, state))
    if isinstance(value, Block):
        return ", ".join(state.title(inner) if name == "entry" else str(inner) for name, inner in value.items())
    return "" if value is None or value == "false" else "yes" if value == "true" else str(value)


def _item_texts(block: Block, name: str, state: _Version) -> list[str]:
    """The items of a list as texts; none if the field is no list."""
    value: Any = block.get(name)
    return [_record(item, state) if isinstance(item, Block) else state.title(item) for item in value] if isinstance(value, Items) else []


def _record(record: Block, state: _Version) -> str:
    for name, detail in (("topic", "reason"), ("resource", "part"), ("entry", "reason")):
        if name in record:
            details = [str(record[detail]) if record.get(detail) else "", "optional" if record.get("optional") == "true" else ""]
            return state.title(record[name]) + (f" ({'; '.join(filter(None, details))})" if any(details) else "")
    if "document" in record:
        return f"{record['document']}: {record.get('words') or record.get('says')}"
    return " ".join(str(record[name]) for name in ("title", "at", "ask", "answer") if name in record)


def _document_changes(before: _Version, after: _Version) -> Iterator[Change]:
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


def _tombstone_changes(before: _Version, after: _Version) -> Iterator[Change]:
    """Tombstones that are new, changed or removed."""
    for id, old in before.history.items():
        new = after.history.get(id)
        if new is None:
            yield Change(Sort.CHANGED, id, "history", id, (), "tombstone removed")
        elif (old_text := _tombstone_text(old)) != (new_text := _tombstone_text(new)):
            yield Change(Sort.CHANGED, id, "history", id, (), "tombstone", old_text, new_text)
    for id, new in after.history.items():
        if id not in before.history and id not in before.entries:
            yield Change(Sort.NEW, id, "history", id, (), _tombstone_text(new))


def _tombstone_text(tombstone: Block) -> str:
    successors = tombstone.get("into")
    return f"{tombstone.get('was')} {', '.join(map(str, successors)) if isinstance(successors, Items) else ''}".strip()

"""The entries in a data file's tree, with their positions. Checks use them, also for files that do not validate."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from learning_roadmap.datafile.tree import Block, Items, Mark
from learning_roadmap.diagnostics import EntryField
from learning_roadmap.model import KIND_OF_LIST


class Placed(NamedTuple):
    """An entry of the tree with its kind and parent."""

    block: Block
    kind: str
    parent: Block | None

    @property
    def id(self) -> str | None:
        """Its id; None if it is missing or not a text."""
        id = self.block.get("id")
        return id if isinstance(id, str) else None

    @property
    def title(self) -> str:
        """Its title; empty if it is missing or not a text."""
        return text_of(self.block, "title")


def placed_entries(tree: Block) -> Iterator[Placed]:
    """Every entry, parents first, in reading order. Values of another form are skipped."""
    stack = [Placed(tree, "", None)]
    while stack:
        current = stack.pop()
        if current.kind:
            yield current
        holder = current.block if current.kind else None
        # Most entries hold no others, and most values are texts.
        lists = [(KIND_OF_LIST[name], items) for name, items in current.block.items() if type(items) is Items and name in KIND_OF_LIST]
        if lists:
            inner = [Placed(block, kind, holder) for kind, items in lists for block in items if isinstance(block, Block)]
            stack.extend(reversed(inner))


def field_at(tree: Block, mark: Mark) -> EntryField:
    """The entry and field at a position of the tree."""
    before = [entry.block for entry in placed_entries(tree) if entry.block.mark <= mark]
    block = max(before, key=lambda block: block.mark, default=tree)
    names = [(key_mark, name) for name, key_mark in block.keys_at.items() if key_mark <= mark]
    return EntryField(str(block.get("id")), max(names)[1] if names else "")


def subtopics(entry: Placed) -> list[str]:
    """The titles of an entry's direct subtopics, or their ids if there are no titles."""
    return [str(topic.get("title") or topic.get("id") or "") for topic in records(entry.block, "topics")]


def records(owner: Block, name: str) -> Iterator[Block]:
    """The records of a list such as ``named`` or ``history``. Other values are skipped."""
    items = owner.get(name)
    for record in items if isinstance(items, Items) else ():
        if isinstance(record, Block):
            yield record


def text_of(block: Block, name: str) -> str:
    """The text of a field; empty if it is not a text, which the schema reports."""
    value = block.get(name)
    return value if isinstance(value, str) else ""


def references(block: Block, reference: str) -> Iterator[tuple[str, Mark]]:
    """The ids in one of the fields that refer to others, such as ``needs.topic``, each with its position."""
    name, _, inner = reference.partition(".")
    value = block.get(name)
    if isinstance(value, Items) and not inner:
        # A single text is no list of ids; the schema reports it.
        yield from texts(block, name)
    elif inner and value is not None:
        for record in (value,) if isinstance(value, Block) else records(block, name):
            yield from texts(record, inner)


def texts(block: Block, name: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """The non-empty texts of a field, a single one or a list, each with its position."""
    value: Any = block.get(name)
    if isinstance(value, str) and value:
        yield value, block.values_at[name]
    elif isinstance(value, Items):
        for mark, inner in zip(value.items_at, value, strict=True):
            if isinstance(inner, str) and inner:
                yield inner, mark

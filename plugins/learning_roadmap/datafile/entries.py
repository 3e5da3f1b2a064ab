"""The entries in a data file's tree, with their places: what a check looks at, even when the file is not well-formed."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from learning_roadmap.datafile.tree import Block, Items, Mark
from learning_roadmap.diagnostics import EntryField
from learning_roadmap.model import KIND_OF_LIST


class Placed(NamedTuple):
    """An entry of the tree: what it is, and the entry that holds it."""

    block: Block
    kind: str
    parent: Block | None

    @property
    def id(self) -> str | None:
        """Its id, if it has one that is a text."""
        id = self.block.get("id")
        return id if isinstance(id, str) else None

    @property
    def title(self) -> str:
        """Its title, if that is a text; else nothing."""
        return text_of(self.block, "title")


def placed_entries(tree: Block) -> Iterator[Placed]:
    """Every entry, parents first, in reading order. What is not in the form of an entry is passed over."""
    stack = [Placed(tree, "", None)]
    while stack:
        current = stack.pop()
        if current.kind:
            yield current
        holder = current.block if current.kind else None
        inner = [
            Placed(block, KIND_OF_LIST[name], holder)
            for name, items in current.block.items()
            if name in KIND_OF_LIST and isinstance(items, Items)
            for block in items
            if isinstance(block, Block)
        ]
        stack.extend(reversed(inner))


def field_at(tree: Block, mark: Mark) -> EntryField:
    """The entry and field at a place of the tree."""
    before = [entry.block for entry in placed_entries(tree) if entry.block.mark <= mark]
    block = max(before, key=lambda block: block.mark, default=tree)
    names = [(at, name) for name, at in block.keys_at.items() if at <= mark]
    return EntryField(str(block.get("id")), max(names)[1] if names else "")


def subtopics(entry: Placed) -> list[str]:
    """The titles of the topics that an entry holds itself, or their ids where there are none."""
    return [str(topic.get("title") or topic.get("id") or "") for topic in records(entry.block, "topics")]


def records(owner: Block, name: str) -> Iterator[Block]:
    """The records of a list such as ``named`` or ``history``; other values are passed over."""
    items = owner.get(name)
    for record in items if isinstance(items, Items) else ():
        if isinstance(record, Block):
            yield record


def text_of(block: Block, name: str) -> str:
    """A field's text; nothing where it is not one, which the schema reports."""
    value = block.get(name)
    return value if isinstance(value, str) else ""


def texts(block: Block, name: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """The texts of a field, one or a list of them, each with its place. Empty ones are left out."""
    value: Any = block.get(name)
    if isinstance(value, str) and value:
        yield value, block.values_at[name]
    elif isinstance(value, Items):
        for mark, inner in zip(value.items_at, value, strict=True):
            if isinstance(inner, str) and inner:
                yield inner, mark

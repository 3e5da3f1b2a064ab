"""The tree of a data file: plain values with their positions."""

from collections.abc import Iterator
from typing import Any, NamedTuple

# A position: (line, column), both from 1.
Mark = tuple[int, int]
# The path from the root to a value: field names and list positions.
Path = tuple[str | int, ...]


class Record(dict[str, Any]):
    """A mapping with the line where it begins, from 1."""

    __slots__ = ("line",)

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line


class Block(Record):
    """A mapping with the position of itself, of its keys and of their values."""

    __slots__ = ("keys_at", "mark", "values_at")

    def __init__(self, mark: Mark) -> None:
        super().__init__(mark[0])
        self.mark = mark
        self.keys_at: dict[str, Mark] = {}
        self.values_at: dict[str, Mark] = {}


class Items(list[Any]):
    """A sequence with the position of itself and of its items."""

    __slots__ = ("items_at", "mark")

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark
        self.items_at: list[Mark] = []


class Value(NamedTuple):
    """A value of the tree: its path, the position of its key (or of itself in a list), and its own position."""

    path: Path
    start: Mark
    mark: Mark
    value: Any


def walk(tree: Block, without: frozenset[str] = frozenset()) -> Iterator[Value]:
    """Every value below the root, parents first, in reading order. Fields in ``without`` are skipped with their contents.

    All code uses this walk over the values of a tree; for entries, see :func:`learning_roadmap.datafile.entries.placed_entries`.
    """
    stack = [Value((), tree.mark, tree.mark, tree)]
    while stack:
        current = stack.pop()
        value = current.value
        if current.path:
            yield current
        if isinstance(value, Block):
            inner = [
                Value((*current.path, name), value.keys_at[name], value.values_at[name], inner_value)
                for name, inner_value in value.items() if name not in without
            ]  # fmt: skip
        elif isinstance(value, Items):
            inner = [
                Value((*current.path, index), mark, mark, item)
                for index, (mark, item) in enumerate(zip(value.items_at, value, strict=True))
            ]  # fmt: skip
        else:
            continue
        stack.extend(reversed(inner))


def position(tree: Block, path: Path, *, of_key: bool = False) -> Mark:
    """The position of the value at ``path``, or of its key; for a missing value, that of its parent."""
    value: Any = tree
    mark = key_mark = tree.mark
    for step in path:
        if isinstance(value, Block) and isinstance(step, str):
            if step not in value:
                return value.keys_at.get(step, mark)
            key_mark, mark, value = value.keys_at[step], value.values_at[step], value[step]
        elif isinstance(value, Items) and isinstance(step, int) and step < len(value):
            key_mark = mark = value.items_at[step]
            value = value[step]
    return key_mark if of_key else mark

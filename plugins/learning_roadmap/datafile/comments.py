"""Comments of a data file: collected with what they belong to, and put back there when the file is written anew."""

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from learning_roadmap.datafile.tree import Block, Items, Mark, Path, TreeReader, walk
from learning_roadmap.text import Text, decode

SCHEMA_LINE = re.compile(r"#\s*yaml-language-server:")
TRAILING = re.compile(r"(?:^|[^#]*?\s)(#.*)$")
# Lists whose ids are apart from those of entries.
REALMS = ("history", "documents")


@dataclass(frozen=True)
class Anchor:
    """A value, named so that it can be found after a change: the id around it, and the way from there.

    ``content`` is the value itself where it is an item without an id: its position in its list may change.
    """

    root: str
    path: Path = ()
    content: Any = None


@dataclass(frozen=True)
class Comment:
    """A comment and the values it belongs to: the nearest first, then those that hold it. None means the end of the file."""

    text: str
    anchors: tuple[Anchor, ...]


def comments_of(text: Text, tree: Block) -> list[Comment]:
    """Every comment of a data file except the line that names its schema."""
    if not (places := list(_places(text))):
        return []
    values = sorted(((value.start, value.path) for value in walk(tree)), key=lambda value: value[0])
    comments = []
    for line, words in places:
        # A comment at the end of a line belongs to the first value in that line; one on a line of its own, to the next line's.
        following = bisect(values, (line, 0), key=lambda value: value[0])
        comments.append(Comment(words, tuple(_anchors(tree, values[following][1])) if following < len(values) else ()))
    return comments


def with_comments(canonical: str, comments: list[Comment]) -> str:
    """The canonical text with the comments, each on a line of its own above what it belongs to."""
    if not comments:
        return canonical
    lines = canonical.split("\n")
    tree = TreeReader(decode(canonical.encode(), "canonical")).read()
    roots = {"": ((1, 1), tree), **_roots(tree)}
    above: dict[int, list[str]] = {}
    for comment in comments:
        marks = (_find(roots, anchor) for anchor in comment.anchors)
        line = next((mark[0] for mark in marks if mark is not None), len(lines))
        above.setdefault(line, []).append(comment.text)
    written: list[str] = []
    for number, line_text in enumerate(lines, 1):
        indent = line_text[: len(line_text) - len(line_text.lstrip())]
        written += [indent + words for words in above.get(number, ())]
        written.append(line_text)
    return "\n".join(written)


def schema_line(text: Text) -> str | None:
    """The line by which editors find the schema, if the file has one."""
    return next((line.strip() for line in text.lines[:5] if SCHEMA_LINE.match(line)), None)


def _places(text: Text) -> Iterator[tuple[int, str]]:
    """Line and words of every comment."""
    ends: dict[int, int] = {}
    inside: set[int] = set()
    event: Any
    for event in yaml.parse("\n".join(text.lines), Loader=yaml.CSafeLoader):
        start, end = event.start_mark, event.end_mark
        if isinstance(event, yaml.ScalarEvent):
            # The lines of a text that runs on are no comments, whatever they begin with.
            last = end.line + 1 if end.column else end.line
            inside.update(range(start.line + 2, last + 1))
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent | yaml.CollectionEndEvent) and end.column:
            ends[end.line + 1] = max(ends.get(end.line + 1, 0), end.column)
    for number, line in enumerate(text.lines, 1):
        if number in inside and number not in ends:
            continue
        rest = line[ends.get(number, 0) :]
        if "#" in rest and (match := TRAILING.match(rest)) and not SCHEMA_LINE.match(match[1]):
            yield number, match[1].rstrip()


def _anchors(tree: Block, path: Path) -> Iterator[Anchor]:
    """The names of a value and of all that hold it, the nearest first."""
    roots: list[tuple[int, list[str]]] = [(0, [""])]
    values: list[Any] = [tree]
    for length, step in enumerate(path, 1):
        values.append(values[-1][step])
        if names := _names(path[:length], values[-1]):
            roots.append((length, names))
    for length in range(len(path), 0, -1):
        start, names = next(root for root in reversed(roots) if root[0] <= length)
        if start == length:
            yield from map(Anchor, names)
            continue
        way = path[start:length]
        if isinstance(way[-1], int):
            yield Anchor(names[0], way, values[length])
        yield Anchor(names[0], way)


def _names(path: Path, value: Any) -> list[str]:
    """What an item with an id is called: an entry that is gone is found again under its id in the history."""
    if not isinstance(path[-1], int) or not isinstance(value, Block) or not isinstance(id := value.get("id"), str):
        return []
    return [f"{path[0]}/{id}"] if path[0] in REALMS else [f"/{id}", f"history/{id}"]


def _roots(tree: Block) -> dict[str, tuple[Mark, Any]]:
    """Every item with an id, and where it begins."""
    return {names[0]: (value.start, value.value) for value in walk(tree) if (names := _names(value.path, value.value))}


def _find(roots: dict[str, tuple[Mark, Any]], anchor: Anchor) -> Mark | None:
    """Where the value stands that an anchor names."""
    if anchor.root not in roots:
        return None
    mark, value = roots[anchor.root]
    for number, step in enumerate(anchor.path, 1):
        if isinstance(value, Block) and isinstance(step, str) and step in value:
            mark, value = value.keys_at[step], value[step]
        elif isinstance(value, Items) and isinstance(step, int):
            if number == len(anchor.path) and anchor.content is not None:
                if anchor.content not in value:
                    return None
                step = value.index(anchor.content)
            if step >= len(value):
                return None
            mark, value = value.items_at[step], value[step]
        else:
            return None
    return mark

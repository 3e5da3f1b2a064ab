"""Comments of a data file: collected with the values they belong to, and restored when the file is rewritten."""

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from learning_roadmap.datafile.tree import Block, Items, Mark, Path, walk
from learning_roadmap.datafile.tree_reader import TreeReader
from learning_roadmap.text import DecodedText, decode

SCHEMA_LINE = re.compile(r"#\s*yaml-language-server:")
TRAILING = re.compile(r"(?:^|[^#]*?\s)(#.*)$")
# Lists with their own namespace of ids.
SEPARATE_LISTS = ("history", "documents")


@dataclass(frozen=True)
class Anchor:
    """A reference to a value that survives changes: the nearest id, and the path from there.

    ``content`` is the value of a list item without an id, because its position may change.
    """

    root: str
    path: Path = ()
    content: Any = None


@dataclass(frozen=True)
class Comment:
    """A comment and the values it belongs to, innermost first. Without values it is at the end of the file."""

    text: str
    anchors: tuple[Anchor, ...]


def comments_of(text: DecodedText, tree: Block) -> list[Comment]:
    """Every comment of a data file except the line that names its schema."""
    if not (comment_lines := list(_comment_lines(text))):
        return []
    values = sorted(((value.start, value.path) for value in walk(tree)), key=lambda value: value[0])
    comments = []
    for line, comment_text in comment_lines:
        # A comment after a value belongs to the first value of its line; any other comment, to the first value after it.
        next_value = bisect(values, (line, 0), key=lambda value: value[0])
        comments.append(Comment(comment_text, tuple(_anchors(tree, values[next_value][1])) if next_value < len(values) else ()))
    return comments


def with_comments(canonical: str, comments: list[Comment]) -> str:
    """The canonical text with each comment on a separate line above the value it belongs to."""
    if not comments:
        return canonical
    lines = canonical.split("\n")
    tree = TreeReader(decode(canonical.encode(), "canonical")).read()
    roots = {"": ((1, 1), tree), **_roots(tree)}
    comments_above: dict[int, list[str]] = {}
    for comment in comments:
        marks = (_find(roots, anchor) for anchor in comment.anchors)
        line = next((mark[0] for mark in marks if mark is not None), len(lines))
        comments_above.setdefault(line, []).append(comment.text)
    output: list[str] = []
    for number, line_text in enumerate(lines, 1):
        indent = line_text[: len(line_text) - len(line_text.lstrip())]
        output += [indent + comment_text for comment_text in comments_above.get(number, ())]
        output.append(line_text)
    return "\n".join(output)


def schema_line(text: DecodedText) -> str | None:
    """The line that tells editors the schema, if the file has one."""
    return next((line.strip() for line in text.lines[:5] if SCHEMA_LINE.match(line)), None)


def _comment_lines(text: DecodedText) -> Iterator[tuple[int, str]]:
    """Line number and text of every comment."""
    ends: dict[int, int] = {}
    continuation_lines: set[int] = set()
    event: Any
    for event in yaml.parse("\n".join(text.lines), Loader=yaml.CSafeLoader):
        start, end = event.start_mark, event.end_mark
        if isinstance(event, yaml.ScalarEvent):
            # Lines inside a multi-line text are not comments.
            last = end.line + 1 if end.column else end.line
            continuation_lines.update(range(start.line + 2, last + 1))
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent | yaml.CollectionEndEvent) and end.column:
            ends[end.line + 1] = max(ends.get(end.line + 1, 0), end.column)
    for number, line in enumerate(text.lines, 1):
        if number in continuation_lines and number not in ends:
            continue
        rest = line[ends.get(number, 0) :]
        if "#" in rest and (match := TRAILING.match(rest)) and not SCHEMA_LINE.match(match[1]):
            yield number, match[1].rstrip()


def _anchors(tree: Block, path: Path) -> Iterator[Anchor]:
    """The anchors of a value and of its ancestors, innermost first."""
    roots: list[tuple[int, list[str]]] = [(0, [""])]
    values: list[Any] = [tree]
    for length, step in enumerate(path, 1):
        values.append(values[-1][step])
        if names := _root_names(path[:length], values[-1]):
            roots.append((length, names))
    for length in range(len(path), 0, -1):
        start, names = next(root for root in reversed(roots) if root[0] <= length)
        if start == length:
            yield from map(Anchor, names)
            continue
        relative_path = path[start:length]
        if isinstance(relative_path[-1], int):
            yield Anchor(names[0], relative_path, values[length])
        yield Anchor(names[0], relative_path)


def _root_names(path: Path, value: Any) -> list[str]:
    """The names of an item with an id. A removed entry is found by its id in the history."""
    if path[-2:-1] == ("parts",):  # ids of parts are unique only in their resource
        return []
    if not isinstance(path[-1], int) or not isinstance(value, Block) or not isinstance(id := value.get("id"), str):
        return []
    return [f"{path[0]}/{id}"] if path[0] in SEPARATE_LISTS else [f"/{id}", f"history/{id}"]


def _roots(tree: Block) -> dict[str, tuple[Mark, Any]]:
    """Every item with an id, and its position."""
    return {names[0]: (value.start, value.value) for value in walk(tree) if (names := _root_names(value.path, value.value))}


def _find(roots: dict[str, tuple[Mark, Any]], anchor: Anchor) -> Mark | None:
    """The position of the value that an anchor refers to."""
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

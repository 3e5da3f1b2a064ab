"""Comments of a data file: found where they stand, and put back where they belong when the file is written anew."""

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from learning_roadmap.datafile.tree import Block, Items, Mark, TreeReader
from learning_roadmap.text import Text, decode

SCHEMA_LINE = re.compile(r"#\s*yaml-language-server:")
TRAILING = re.compile(r"(?:^|[^#]*?\s)(#.*)$")

# Where something stands, in words that survive a move: the entry by its id, and the way from there to the field.
Anchor = tuple[str, tuple[str | int, ...]]


@dataclass(frozen=True)
class Comment:
    """A comment and what it stands before: the nearest place first, then those that hold it; nothing means the end."""

    text: str
    anchors: tuple[Anchor, ...]


def comments_of(text: Text, tree: Block) -> list[Comment]:
    """Every comment of a data file, but for the line that names its schema."""
    if not (places := list(_places(text))):
        return []
    nodes = sorted(_nodes(tree), key=lambda node: node[0])
    found = []
    for line, comment in places:
        # What stands behind something belongs to the first thing in its line; what stands alone, to the next line's.
        following = bisect(nodes, (line, 0), key=lambda node: node[0])
        found.append(Comment(comment, nodes[following][1] if following < len(nodes) else ()))
    return found


def with_comments(canonical: str, comments: list[Comment]) -> str:
    """The canonical text with the comments, each on a line of its own above what it belongs to."""
    if not comments:
        return canonical
    lines = canonical.split("\n")
    reader = TreeReader(decode(canonical.encode(), "canonical"))
    tree = reader.read()
    at: dict[Anchor, int] = {}
    for mark, (anchor, *_) in _nodes(tree):
        at.setdefault(anchor, mark[0])
    above: dict[int, list[str]] = {}
    for comment in comments:
        line = next((at[anchor] for anchor in comment.anchors if anchor in at), len(lines))
        above.setdefault(line, []).append(comment.text)
    made: list[str] = []
    for number, line_text in enumerate(lines, 1):
        indent = line_text[: len(line_text) - len(line_text.lstrip())]
        made += [indent + comment for comment in above.get(number, ())]
        made.append(line_text)
    return "\n".join(made)


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
        if "#" in rest and (found := TRAILING.match(rest)) and not SCHEMA_LINE.match(found[1]):
            yield number, found[1].rstrip()


def _nodes(tree: Block) -> Iterator[tuple[Mark, tuple[Anchor, ...]]]:
    """Every entry and field with its anchors, in no order."""
    stack: list[tuple[Any, tuple[Anchor, ...], str]] = [(tree, (("", ()),), "")]
    while stack:
        value, anchors, realm = stack.pop()
        (root, way), *_ = anchors
        if isinstance(value, Block):
            for name, inner in value.items():
                here = ((root, (*way, name)), *anchors)
                yield value.keys_at[name], here
                stack.append((inner, here, name if way == () and root == "" and name in ("history", "documents") else realm))
        elif isinstance(value, Items):
            for index, (mark, inner) in enumerate(zip(value.items_at, value, strict=True)):
                here = ((root, (*way, index)), *anchors)
                if isinstance(inner, Block) and isinstance(id := inner.get("id"), str):
                    # What is gone is found again under its id in the history.
                    named = [f"{realm}/{id}"] if realm else [f"/{id}", f"history/{id}"]
                    here = (*((name, ()) for name in named), *anchors)
                yield mark, here
                stack.append((inner, here, realm))

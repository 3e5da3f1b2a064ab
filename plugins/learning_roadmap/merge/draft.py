"""The roadmap while documents are merged into it: plain entries, an index by id, and a record of every change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from learning_roadmap.model import KIND_OF_LIST, OUTER_KINDS, RESERVED_IDS, Kind, inner_kinds, slug

Plain = dict[str, Any]


@dataclass(eq=False)
class Node:
    """An entry in place.

    Attributes:
        kind: what it is, in the singular.
        parent: the entry that holds it; None at the top.
        context: words of the headings it was found under, to tell things apart that share a vague name.
    """

    entry: Plain
    kind: str
    parent: Node | None
    context: set[str] = field(default_factory=set)

    @property
    def id(self) -> str:
        return str(self.entry["id"])

    def above(self, kind: str) -> Node | None:
        """The innermost holder of that kind, itself included."""
        node: Node | None = self
        while node is not None and node.kind != kind:
            node = node.parent
        return node


@dataclass(frozen=True)
class Added:
    """A new entry at the end of a list; ``owner`` is the id of the entry that has the list."""

    owner: str | None
    list_name: str
    entry: Plain


@dataclass(frozen=True)
class Named:
    """A new provenance of an entry that was there before."""

    id: str
    source: Plain


@dataclass(frozen=True)
class Moved:
    """A provenance whose line has changed."""

    id: str
    document: str
    words: str
    old: int
    new: int


Change = Added | Named | Moved


class Draft:
    """A roadmap that can still change."""

    def __init__(self, plain: Plain) -> None:
        self.plain = plain
        self.nodes: dict[str, Node] = {}
        self.changes: list[Change] = []
        self.is_changed = False
        self._fresh: set[str] = set()
        # Where the documents at hand have which words, so that a provenance is moved with its line, never stolen.
        self.lines_now: dict[str, dict[str, set[int]]] = {}
        self._named: dict[tuple[str, str, str], tuple[set[int], list[Plain]]] = {}
        self._gone = {tombstone["id"] for tombstone in plain.get("history", ())}
        for kind in OUTER_KINDS:
            for entry in plain.get(kind.list_name, ()):
                self._take_in(entry, kind, None)

    def _take_in(self, entry: Plain, kind: Kind, parent: Node | None) -> None:
        node = self.nodes[entry["id"]] = Node(entry, kind.name, parent)
        for inner_kind in inner_kinds(kind):
            for inner in entry.get(inner_kind.list_name, ()):
                self._take_in(inner, inner_kind, node)

    def once_more(self) -> Draft:
        """The same roadmap, looked at with fresh eyes; changes go on where they are."""
        draft = Draft(self.plain)
        draft.changes, draft._fresh, draft.lines_now = self.changes, self._fresh, self.lines_now
        return draft

    def of_kind(self, kind: str) -> Iterator[Node]:
        return (node for node in self.nodes.values() if node.kind == kind)

    def add(self, list_name: str, title: str, parent: Node | None = None, **fields: Any) -> Node:
        """Put a new entry at the end of a list and give it an id that was never used."""
        self.is_changed = True
        entry: Plain = {"id": self._new_id(title, parent), "title": title}
        entry |= {name: value for name, value in fields.items() if value not in (None, False, [], ())}
        owner = parent.entry if parent else self.plain
        owner.setdefault(list_name, []).append(entry)
        node = self.nodes[entry["id"]] = Node(entry, KIND_OF_LIST[list_name], parent)
        if parent is None or parent.id not in self._fresh:
            self.changes.append(Added(parent.id if parent else None, list_name, entry))
        self._fresh.add(node.id)
        return node

    def name(self, node: Node, document: str, line: int, words: str) -> bool:
        """Record that a document names an entry. False when that was known."""
        here, astray = self._sources(node, document, words)
        if line in here:
            return False
        self.is_changed = True
        source = {"document": document, "line": line, "words": words}
        if astray:
            known = astray.pop(0)
            self.changes.append(Moved(node.id, document, words, known["line"], line))
            known["line"] = line
            here.add(line)
            return True
        here.add(line)
        node.entry.setdefault("named", []).append(source)
        if node.id not in self._fresh:
            self.changes.append(Named(node.id, source))
        return True

    def _sources(self, node: Node, document: str, words: str) -> tuple[set[int], list[Plain]]:
        """The lines in which a document names an entry with these words, and of these the records whose line no longer has them."""
        place = (node.id, document, words)
        if place not in self._named:
            same = [known for known in node.entry.get("named", ()) if known["document"] == document and known["words"] == words]
            lines = self.lines_now.get(document, {}).get(words, ())
            self._named[place] = ({known["line"] for known in same}, [known for known in same if known["line"] not in lines])
        return self._named[place]

    def is_fresh(self, node: Node) -> bool:
        """Whether this import brought the entry."""
        return node.id in self._fresh

    def _new_id(self, title: str, parent: Node | None) -> str:
        short = re.sub(r"\s*\([^()]*\)$", "", title) or title  # an acronym or a list in parentheses makes no good id
        base = slug(short)
        candidates = [base]
        if parent is not None:
            candidates.append(slug(f"{parent.entry['title']} {short}", 80))
        candidates += [f"{base}-{number}" for number in range(2, 10_000)]
        return next(id for id in candidates if id not in self.nodes and id not in self._gone and id not in RESERVED_IDS)

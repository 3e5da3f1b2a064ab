"""The roadmap while documents are merged into it: what an import brought, and provenance that follows its line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from learning_roadmap.datafile import EditableEntry, EditableRoadmap, Plain


@dataclass(eq=False)
class Node(EditableEntry):
    """An entry in place.

    Attributes:
        context: words of the headings it was found under, to tell things apart that share a vague name.
    """

    context: set[str] = field(default_factory=set)


class Draft(EditableRoadmap[Node]):
    """A roadmap that takes documents in."""

    def __init__(self, plain: Plain) -> None:
        super().__init__(plain, Node)
        self.is_changed = False
        self._fresh: set[str] = set()
        # Where the documents at hand have which words, so that a provenance is moved with its line, never stolen.
        self.lines_now: dict[str, dict[str, set[int]]] = {}
        self._named: dict[tuple[str, str, str], tuple[set[int], list[Plain]]] = {}

    @property
    def nodes(self) -> dict[str, Node]:
        """The entries by id."""
        return self.entries

    def once_more(self) -> Draft:
        """The same roadmap, looked at with fresh eyes; changes go on where they are."""
        draft = Draft(self.plain)
        draft._fresh, draft.lines_now = self._fresh, self.lines_now
        return draft

    def add(self, list_name: str, title: str, parent: Node | None = None, **fields: Any) -> Node:
        """Put a new entry at the end of a list and give it an id that was never used."""
        self.is_changed = True
        node = super().add(list_name, title, parent, **fields)
        self._fresh.add(node.id)
        return node

    def name(self, node: Node, document: str, line: int, words: str) -> bool:
        """Record that a document names an entry. False when that was known."""
        here, astray = self._sources(node, document, words)
        if line in here:
            return False
        self.is_changed = True
        here.add(line)
        if astray:
            astray.pop(0)["line"] = line
        else:
            node.entry.setdefault("named", []).append({"document": document, "line": line, "words": words})
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

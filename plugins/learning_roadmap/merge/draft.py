"""The roadmap during an import: new entries, and provenance that follows its line."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import Any

from learning_roadmap.datafile import EditableEntry, EditableRoadmap, Plain


@dataclass(eq=False)
class Node(EditableEntry):
    """An entry of the draft.

    Attributes:
        context: words of the headings above it in documents, to distinguish entries with the same vague name.
    """

    context: set[str] = field(default_factory=set)


class Draft(EditableRoadmap[Node]):
    """A roadmap that documents are merged into."""

    def __init__(self, plain: Plain) -> None:
        super().__init__(plain, Node)
        self.is_changed = False
        self._new_ids: set[str] = set()
        # The lines of each wording in the documents, so that a provenance moves only if its old line no longer has the wording.
        self.lines_now: Mapping[str, Mapping[str, Set[int]]] = {}
        self._records: dict[tuple[str, str, str], tuple[set[int], list[Plain]]] = {}

    @property
    def nodes(self) -> dict[str, Node]:
        """The entries by id."""
        return self.entries

    def once_more(self) -> Draft:
        """A draft of the same data for another round. New entries stay marked as new."""
        draft = Draft(self.plain)
        draft._new_ids = self._new_ids
        return draft

    def add(self, list_name: str, title: str, parent: Node | None = None, **fields: Any) -> Node:
        """Put a new entry at the end of a list and give it an id that was never used."""
        self.is_changed = True
        node = super().add(list_name, title, parent, **fields)
        self._new_ids.add(node.id)
        return node

    def name(self, node: Node, document: str, line: int, words: str) -> bool:
        """Record that a document names an entry. Returns False if it was already recorded."""
        lines, stale = self._sources(node, document, words)
        if line in lines:
            return False
        self.is_changed = True
        lines.add(line)
        if stale:
            stale.pop(0)["line"] = line
        else:
            node.entry.setdefault("named", []).append({"document": document, "line": line, "words": words})
        return True

    def _sources(self, node: Node, document: str, words: str) -> tuple[set[int], list[Plain]]:
        """The recorded lines of an entry with these words in a document, and the stale records among them."""
        lookup_key = (node.id, document, words)
        if lookup_key not in self._records:
            records = [record for record in node.entry.get("named", ()) if record["document"] == document and record["words"] == words]
            lines = self.lines_now.get(document, {}).get(words, ())
            self._records[lookup_key] = ({record["line"] for record in records}, [record for record in records if record["line"] not in lines])
        return self._records[lookup_key]

    def is_fresh(self, node: Node) -> bool:
        """Whether this import added the entry."""
        return node.id in self._new_ids

"""How the entries of a data file are connected: what the checks of the whole roadmap need to know of a part of it, and no text.

The checks here only say whether all is well, for entries that are valid each by itself. :mod:`learning_roadmap.datafile.integrity` does
the same on the tree of a whole file, and explains what is wrong.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, Self

from learning_roadmap.datafile.cycles import cycle_of
from learning_roadmap.datafile.integrity import is_unencrypted
from learning_roadmap.datafile.tree import Record
from learning_roadmap.model import KIND, KIND_OF_LIST, REFERENCES

# The fields that refer to other entries: the field, the field of its records, and both as a reference.
REFERRING = tuple((*reference.partition(".")[::2], reference) for reference in REFERENCES)


@dataclass
class Connections:
    """The connections of some entries, in reading order.

    Attributes:
        kinds: each entry and its kind.
        holders: each section and topic, and the entry that holds it.
        references: the ids in each of the fields that refer to others.
        needs: each entry with prerequisites, and their ids.
        parts: each resource with parts, and the ids of these.
        read_parts: each resource of which topics name parts, and the ids of these.
        outlines: each document, and the lines of its outline.
        sources: each document that entries name, and the lines that they name.
        tombstones: the removed entries.
        is_valid: whether each entry and record by itself keeps the rules.
        is_encrypted: whether all addresses are. If not, there are warnings.
    """

    kinds: list[tuple[str, str]] = field(default_factory=list)
    holders: list[tuple[str, str]] = field(default_factory=list)
    references: dict[str, list[str]] = field(default_factory=dict)
    needs: dict[str, list[str]] = field(default_factory=dict)
    parts: dict[str, list[str]] = field(default_factory=dict)
    read_parts: dict[str, list[str]] = field(default_factory=dict)
    outlines: list[tuple[str, list[str]]] = field(default_factory=list)
    sources: dict[str, list[str]] = field(default_factory=dict)
    tombstones: list[dict[str, Any]] = field(default_factory=list)
    is_valid: bool = True
    is_encrypted: bool = True

    @classmethod
    def of(cls, tree: Mapping[str, Any], lines: dict[str, int]) -> Self:
        """The connections in a part of a valid tree. The first line of each entry is added to ``lines``."""
        connections = cls()
        for name, value in tree.items():
            if name in KIND_OF_LIST:
                connections._add_entries(value, KIND_OF_LIST[name], "", lines)
            elif name == "documents":
                connections.outlines += [(document["id"], _lines_of(document)) for document in value]
            elif name == "history":
                connections.tombstones += [{name: one.get(name) for name in ("id", "was", "kind", "into")} for one in value]
        return connections

    @classmethod
    def from_json(cls, text: bytes) -> Self:
        return cls(**json.loads(text))

    def as_json(self) -> bytes:
        return json.dumps(vars(self), ensure_ascii=False, separators=(",", ":")).encode()

    def _add_entries(self, entries: list[Record], kind: str, above: str, lines: dict[str, int]) -> None:
        for entry in entries:
            id: str = entry["id"]
            lines[id] = entry.line
            self.kinds.append((id, kind))
            if kind in ("section", "topic"):
                self.holders.append((id, above))
            for name, inner, reference in REFERRING:
                if name in entry:
                    self.references.setdefault(reference, []).extend(_ids(entry[name], inner))
            if "needs" in entry:
                self.needs.setdefault(id, []).extend(_ids(entry["needs"], "topic"))
            for link in entry.get("read", ()):
                if part := link.get("part"):
                    self.read_parts.setdefault(link["resource"], []).append(part)
            for source in chain(entry.get("named", ()), entry.get("positions", ())):
                self._add_source(source)
            self.is_valid = self.is_valid and _is_valid(entry, kind)
            self.is_encrypted = self.is_encrypted and not is_unencrypted(entry.get("url") or "")
            if "parts" in entry:
                self.parts.setdefault(id, []).extend(part["id"] for part in entry["parts"])
            for name, value in entry.items():
                if type(value) is not str and name in KIND_OF_LIST and value and isinstance(value[0], Record):
                    self._add_entries(value, KIND_OF_LIST[name], id, lines)

    def _add_source(self, source: Record) -> None:
        lines = self.sources.setdefault(source["document"], [])
        if (line := source.get("line")) or "words" in source:
            lines.append(line or "")


def are_correct(pieces: Sequence[Connections]) -> bool:
    """Whether the checks of the whole find no error in a file of these pieces."""
    kinds = dict(_all(pieces, "kinds"))
    outlines = {id: frozenset(lines) for id, lines in _all(pieces, "outlines")}
    tombstones = {stone["id"]: stone for stone in _all(pieces, "tombstones")}
    counts = ((kinds, "kinds"), (outlines, "outlines"), (tombstones, "tombstones"))
    return (
        all(len(unique) == sum(len(getattr(piece, name)) for piece in pieces) for unique, name in counts)
        and all(piece.is_valid for piece in pieces)
        and all(kinds.get(id) in REFERENCES[name] for piece in pieces for name, ids in piece.references.items() for id in ids)
        and _has_parts(pieces)
        and all(id in outlines and outlines[id].issuperset(lines) for piece in pieces for id, lines in piece.sources.items())
        and all(_is_correct(stone, kinds) for stone in tombstones.values())
        and not cycle_of({id: needs for piece in pieces for id, needs in piece.needs.items()}, _all(pieces, "holders"))
    )


def _all(pieces: Sequence[Connections], name: str) -> Iterable[Any]:
    return chain.from_iterable(getattr(piece, name) for piece in pieces)


def _has_parts(pieces: Sequence[Connections]) -> bool:
    """Whether resources have the parts that topics name."""
    parts = {id: frozenset(parts) for piece in pieces for id, parts in piece.parts.items()}
    return all(parts.get(id, frozenset()).issuperset(read) for piece in pieces for id, read in piece.read_parts.items())


def _is_correct(tombstone: Mapping[str, Any], kinds: Mapping[str, str]) -> bool:
    """Whether the id of a removed entry is free, and its successors exist and are of a kind that it may become."""
    id, kind, successors = tombstone["id"], tombstone["kind"], tombstone["into"] or ()
    allowed = (KIND[kind].may_become or (kind,)) if kind else tuple(KIND)
    return id not in kinds and all(kinds.get(one) in allowed for one in successors) and (tombstone["was"] == "retired") != bool(successors)


def _is_valid(entry: Record, kind: str) -> bool:
    """Whether its parts and translations fit to it."""
    url: str = entry.get("url") or ""
    if parts := entry.get("parts"):
        follow_folder = any(not part["at"].startswith(("#", "?")) for part in parts)
        if len({part["id"] for part in parts}) < len(parts) or (follow_folder and not url.endswith("/")):
            return False
    translations = entry.get("translations", ())
    return (
        len({translation["language"] for translation in translations}) == len(translations)
        and ("summary" in entry or not any("summary" in translation for translation in translations))
        and not (kind == "paper" and any("title" in translation for translation in translations))
    )


def _ids(value: Any, inner: str) -> list[str]:
    """The ids in a field that refers to others. A section's topics are entries, and no ids."""
    if not inner:
        return [id for id in value if isinstance(id, str)]
    records = value if isinstance(value, list) else [value] if value else []
    return [id for record in records if (id := record.get(inner))]


def _lines_of(document: Record) -> list[str]:
    """The lines of a document's outline."""
    lines: list[str] = []
    stack: list[Record] = list(document.get("outline", ()))
    while stack:
        item = stack.pop()
        lines.append(item["line"])
        stack.extend(item.get("items", ()))
    return lines

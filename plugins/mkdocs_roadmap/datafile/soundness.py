"""Checks that need the whole roadmap: ids, references, circles, provenance."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from mkdocs_roadmap.datafile.tree import Block, Items, Mark
from mkdocs_roadmap.graph import find_cycle
from mkdocs_roadmap.model import Roadmap, Topic
from mkdocs_roadmap.model.atlas import walk_entries, walk_outline
from mkdocs_roadmap.problems import Problem

# Which list of references holds ids of what.
REFERS_TO: dict[str, tuple[str, ...]] = {
    "topics": ("topic",),
    "resources": ("resource",),
    "papers": ("paper",),
    "projects": ("project",),
    "covers": ("phase", "section", "topic", "practice", "project"),
}


def unsound(roadmap: Roadmap, tree: Block, file: str) -> Iterator[tuple[Problem, bool]]:
    """What is wrong with a well-formed roadmap as a whole; with each problem, whether it is an error or a warning."""
    for problem in [*_ids(tree, file), *_references(roadmap, tree, file), *_provenance(roadmap, tree, file)]:
        yield problem, True
    for mark, url in _urls(tree):
        if url.startswith("http:"):
            yield Problem.at(file, mark, "URL-HTTP", "an unencrypted address", "use https:// if the site offers it"), False


def blocks(value: Any) -> Iterator[Block]:
    """Every mapping below ``value`` that can be an entry, in reading order."""
    stack = [value]
    while stack:
        current = stack.pop()
        if isinstance(current, Block):
            yield current
            stack.extend(inner for key, inner in reversed(current.items()) if isinstance(inner, Items) and key not in ("named", "outline"))
        elif isinstance(current, Items):
            stack.extend(reversed(current))


def _ids(tree: Block, file: str) -> Iterator[Problem]:
    seen: dict[str, Mark] = {}
    for block in blocks(_entries_only(tree)):
        if block is tree or not isinstance(id := block.get("id"), str):
            continue
        mark = block.values_at["id"]
        if id in seen:
            message = f"the id '{id}' stands twice (first in line {seen[id][0]})"
            yield Problem.at(file, mark, "ID-DUPLICATE", message, "give the newer entry another id")
        seen.setdefault(id, mark)
    documents: dict[str, Mark] = {}
    for block in tree.get("documents") or ():
        id, mark = block["id"], block.values_at["id"]
        if id in documents:
            message = f"the document id '{id}' stands twice (first in line {documents[id][0]})"
            yield Problem.at(file, mark, "ID-DUPLICATE", message, "give the newer document another id")
        documents.setdefault(id, mark)


def _entries_only(tree: Block) -> Items:
    found = Items(tree.mark, False)
    for key, value in tree.items():
        if key not in ("documents", "history") and isinstance(value, Items):
            found.extend(value)
    return found


def _references(roadmap: Roadmap, tree: Block, file: str) -> Iterator[Problem]:
    kinds: dict[str, str] = {}
    needs: dict[str, list[str]] = {}
    for entry, _ in walk_entries(roadmap):
        kinds[entry.id] = type(entry).__name__.lower()
        if isinstance(entry, Topic):
            needs[entry.id] = [need.topic for need in entry.needs]
    for block in blocks(_entries_only(tree)):
        for key, wanted in REFERS_TO.items():
            ids = block.get(key)
            if not isinstance(ids, Items):
                continue
            for at, id in zip(ids.items_at, ids, strict=True):
                if isinstance(id, str) and kinds.get(id) not in wanted:
                    yield _unknown(file, at, wanted, id, kinds)
        for need in block.get("needs") or ():
            if kinds.get(need["topic"]) != "topic":
                yield _unknown(file, need.values_at["topic"], ("topic",), need["topic"], kinds)
    live = set(kinds)
    for block, tombstone in zip(tree.get("history") or (), roadmap.history, strict=True):
        if tombstone.id in live:
            yield Problem.at(file, block.mark, "ID-REUSED", f"'{tombstone.id}' is gone, says the history, and yet in use",
                          "give the new entry another id, or remove this line if it is the same thing")  # fmt: skip
        for heir in tombstone.into:
            if heir not in live:
                yield _unknown(file, block.values_at["into"], (), heir, kinds)
        if (tombstone.was == "retired") == bool(tombstone.into):
            yield Problem.at(file, block.mark, "ID-HEIRS", f"'{tombstone.id}' was {tombstone.was}, with {len(tombstone.into)} heirs",
                          "a retired id has none, a merged or split one names them under 'into'")  # fmt: skip
    if circle := find_cycle(needs):
        for block in blocks(tree):
            if block.get("id") == circle[0]:
                yield Problem.at(file, block.mark, "REF-CYCLE", "needs go in a circle: " + " → ".join(circle),
                              "remove one of these needs")  # fmt: skip
                break


def _unknown(file: str, mark: Mark, wanted: tuple[str, ...], id: str, kinds: dict[str, str]) -> Problem:
    near = get_close_matches(id, [other for other, kind in kinds.items() if not wanted or kind in wanted], 1)
    words = " or ".join(filter(None, (", ".join(wanted[:-1]), *wanted[-1:]))) or "entry"
    fix = f"did you mean '{near[0]}'?" if near else f"use the id of a {words}, or leave it out"
    return Problem.at(file, mark, "REF-UNKNOWN", f"there is no {words} '{id}'", fix)


def _provenance(roadmap: Roadmap, tree: Block, file: str) -> Iterator[Problem]:
    lines = {document.id: {item.line for item in walk_outline(document.outline)} for document in roadmap.documents}
    for block in blocks(_entries_only(tree)):
        for source in block.get("named") or ():
            document = source["document"]
            if document not in lines:
                fix = "use the id of one of: " + (", ".join(lines) or "(no document yet)")
                yield Problem.at(file, source.mark, "REF-DOCUMENT", f"there is no document '{document}'", fix)
            elif int(source["line"]) not in lines[document]:
                message = f"{document} has no item in line {source['line']}"
                yield Problem.at(file, source.mark, "REF-LINE", message, "run 'roadmap import' to bring the lines up to date")


def _urls(tree: Block) -> Iterator[tuple[Mark, str]]:
    for block in blocks(tree):
        if isinstance(url := block.get("url"), str):
            yield block.values_at["url"], url

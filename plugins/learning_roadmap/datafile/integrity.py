"""Checks that need the whole roadmap: ids, references, circular prerequisites, provenance.

They use the tree, not the model, so that one mistake does not prevent the other checks.
"""

from collections.abc import Iterator
from itertools import pairwise

from learning_roadmap.datafile.entries import Placed, placed_entries, records, text_of, texts
from learning_roadmap.datafile.tree import Block, Items, Mark
from learning_roadmap.diagnostics import Problem, did_you_mean, excerpt
from learning_roadmap.model import KIND, REFERENCES, find_cycle

MAX_SUGGESTIONS = 20


def integrity_problems(tree: Block, file: str) -> Iterator[tuple[Problem, bool]]:
    """The problems of a roadmap as a whole; with each, whether it is an error."""
    entries = list(placed_entries(tree))
    for problem in [*_id_problems(tree, entries, file), *_reference_problems(tree, entries, file), *_provenance_problems(tree, entries, file)]:
        yield problem, True
    for entry in entries:
        for url, mark in texts(entry.block, "url"):
            if url.casefold().startswith("http:"):
                yield Problem.at(file, mark, "URL-HTTP", "the address is not encrypted", "use https:// if the site offers it"), False


def _id_problems(tree: Block, entries: list[Placed], file: str) -> Iterator[Problem]:
    groups = {
        "id": [entry.block for entry in entries],
        "document id": list(records(tree, "documents")),
        "id in the history": list(records(tree, "history")),
    }
    for what, holders in groups.items():
        seen: dict[str, Mark] = {}
        for block in holders:
            for id, mark in texts(block, "id"):
                if id in seen:
                    fix = "keep one of the two lines" if what == "id in the history" else "give the newer entry another id"
                    yield Problem.at(file, mark, "ID-DUPLICATE", f"duplicate {what} '{id}', first used in line {seen[id][0]}", fix)
                seen.setdefault(id, mark)


def _reference_problems(tree: Block, entries: list[Placed], file: str) -> Iterator[Problem]:
    kinds = {entry.id: entry.kind for entry in entries if entry.id}
    suggestions = IdSuggestions(kinds)
    needs: dict[str, list[str]] = {}
    for entry in entries:
        for key, target_kinds in REFERENCES.items():
            if isinstance(entry.block.get(key), Items):
                yield from (
                    _unknown_reference(file, id_mark, target_kinds, id, suggestions)
                    for id, id_mark in texts(entry.block, key)
                    if kinds.get(id) not in target_kinds
                )
        for need in records(entry.block, "needs"):
            for topic, id_mark in texts(need, "topic"):
                needs.setdefault(entry.id or "", []).append(topic)
                if kinds.get(topic) != "topic":
                    yield _unknown_reference(file, id_mark, ("topic",), topic, suggestions)
    yield from _history_problems(tree, suggestions, file)
    if cycle := find_cycle(needs) or _cycle_by_parts(needs, entries):
        mark = next(entry.block.mark for entry in entries if entry.id == cycle[0])
        fix = "remove one of these prerequisites"
        if any(after not in needs.get(topic, ()) for topic, after in pairwise(cycle)):
            fix += "; a topic is done when its subtopics are, and they inherit its prerequisites"
        yield Problem.at(file, mark, "REF-CYCLE", "circular prerequisites: " + excerpt(" → ".join(cycle), 400), fix)


def _cycle_by_parts(needs: dict[str, list[str]], entries: list[Placed]) -> list[str] | None:
    """A cycle through prerequisites, those of parent topics, and subtopics."""
    waits_for: dict[str, list[str]] = {}
    for entry in entries:
        if entry.kind == "topic" and entry.id:
            above = text_of(entry.parent, "id") if entry.parent else ""
            # A separate node for each topic's prerequisites, so that its subtopics share them instead of copying the list.
            outer = [f"^{above}"] if f"^{above}" in waits_for else []
            waits_for[f"^{entry.id}"] = [*needs.get(entry.id, ()), *outer]
            waits_for.setdefault(entry.id, []).append(f"^{entry.id}")
            if outer:
                waits_for[above].append(entry.id)
    cycle = [topic for topic in find_cycle(waits_for) or () if not topic.startswith("^")]
    return [*dict.fromkeys(cycle), cycle[0]] if cycle else None


def _history_problems(tree: Block, suggestions: "IdSuggestions", file: str) -> Iterator[Problem]:
    kinds = suggestions.kinds
    for tombstone in records(tree, "history"):
        id, was = text_of(tombstone, "id"), text_of(tombstone, "was")
        if id in kinds:
            yield Problem.at(file, tombstone.mark, "ID-REUSED", f"the id '{id}' is in use and also in the history",
                          "give the new entry another id, or remove this line if it is the same entry")  # fmt: skip
        successors = list(texts(tombstone, "into"))
        for successor, id_mark in successors:
            if successor not in kinds:
                yield _unknown_reference(file, id_mark, (), successor, suggestions)
        kind = text_of(tombstone, "kind")
        allowed = (KIND[kind].may_become if kind in KIND else ()) or (kind,)
        if kind and (wrong_successors := [id for id, _ in successors if kinds.get(id, kind) not in allowed]):
            message = f"the {kind} '{id}' has a successor of another kind: {kinds[wrong_successors[0]]} '{wrong_successors[0]}'"
            yield Problem.at(file, tombstone.mark, "ID-SUCCESSORS", message, f"use the id of an existing {kind}, or write 'was: retired'")
        if (was == "retired") == bool(successors):
            yield Problem.at(file, tombstone.mark, "ID-SUCCESSORS", f"'{id}' was {was}, but has {'successors' if successors else 'no successor'}",
                          "a retired id has no successors; list those of a merged or split id under 'into'")  # fmt: skip


def _unknown_reference(file: str, mark: Mark, target_kinds: tuple[str, ...], id: str, suggestions: "IdSuggestions") -> Problem:
    kind = " or ".join(filter(None, (", ".join(target_kinds[:-1]), *target_kinds[-1:]))) or "entry"
    fix = suggestions.fix(id, target_kinds, f"use the id of an existing {kind}, or remove it")
    return Problem.at(file, mark, "REF-UNKNOWN", f"unknown {kind} '{excerpt(id)}'", fix)


class IdSuggestions:
    """Suggests similar ids, for the first mistakes only, because each suggestion takes time."""

    def __init__(self, kinds: dict[str, str]) -> None:
        self.kinds = kinds
        self._remaining = MAX_SUGGESTIONS

    def fix(self, id: str, target_kinds: tuple[str, ...], otherwise: str) -> str:
        """The fix: the most similar id of one of the kinds, or else ``otherwise``."""
        self._remaining -= 1
        if self._remaining < 0:
            return otherwise
        return did_you_mean(id, (other for other, kind in self.kinds.items() if not target_kinds or kind in target_kinds), otherwise)


def _provenance_problems(tree: Block, entries: list[Placed], file: str) -> Iterator[Problem]:
    lines = {text_of(document, "id"): _outline_lines(document) for document in records(tree, "documents")}
    for entry in entries:
        for source in records(entry.block, "named"):
            document, line = text_of(source, "document"), text_of(source, "line")
            if document not in lines:
                fix = f"use one of: {', '.join(lines)}" if lines else "import the document first, with 'roadmap import'"
                yield Problem.at(file, source.mark, "REF-DOCUMENT", f"unknown document '{document}'", fix)
            elif line not in lines[document]:
                message = f"the document '{document}' has no item in line {line}"
                yield Problem.at(file, source.mark, "REF-LINE", message, "run 'roadmap import' to update the line")


def _outline_lines(document: Block) -> set[str]:
    """The line numbers of a document's items, as texts."""
    lines: set[str] = set()
    stack = [*records(document, "outline")]
    while stack:
        item = stack.pop()
        lines.add(text_of(item, "line"))
        stack.extend(records(item, "items"))
    return lines

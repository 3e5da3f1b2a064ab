"""Checks that need the whole roadmap: ids, references, circles, provenance.

They look at the tree, not at the model, so that a file with a slip in one place is still checked in all others.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from itertools import pairwise

from learning_roadmap.datafile.entries import Placed, placed_entries, records, texts
from learning_roadmap.datafile.tree import Block, Items, Mark
from learning_roadmap.diagnostics import Problem, excerpt
from learning_roadmap.model import KIND, REFERENCES, find_cycle


def integrity_problems(tree: Block, file: str) -> Iterator[tuple[Problem, bool]]:
    """What is wrong with a roadmap as a whole; with each problem, whether it is an error or a warning."""
    entries = list(placed_entries(tree))
    for problem in [*_ids(tree, entries, file), *_references(tree, entries, file), *_provenance(tree, entries, file)]:
        yield problem, True
    for entry in entries:
        for url, mark in texts(entry.block, "url"):
            if url.casefold().startswith("http:"):
                yield Problem.at(file, mark, "URL-HTTP", "an unencrypted address", "use https:// if the site offers it"), False


def _ids(tree: Block, entries: list[Placed], file: str) -> Iterator[Problem]:
    groups = {
        "id": [entry.block for entry in entries],
        "document id": list(records(tree, "documents")),
        "id that is gone": list(records(tree, "history")),
    }
    for what, holders in groups.items():
        seen: dict[str, Mark] = {}
        for block in holders:
            for id, mark in texts(block, "id"):
                if id in seen:
                    fix = "keep one of the two lines" if what == "id that is gone" else "give the newer entry another id"
                    yield Problem.at(file, mark, "ID-DUPLICATE", f"the {what} '{id}' stands twice (first in line {seen[id][0]})", fix)
                seen.setdefault(id, mark)


def _references(tree: Block, entries: list[Placed], file: str) -> Iterator[Problem]:
    kinds = {entry.id: entry.kind for entry in entries if entry.id}
    near = Near(kinds)
    needs: dict[str, list[str]] = {}
    for entry in entries:
        for key, wanted in REFERENCES.items():
            if isinstance(entry.block.get(key), Items):
                yield from (_unknown(file, at, wanted, id, near) for id, at in texts(entry.block, key) if kinds.get(id) not in wanted)
        for need in records(entry.block, "needs"):
            for topic, at in texts(need, "topic"):
                needs.setdefault(entry.id or "", []).append(topic)
                if kinds.get(topic) != "topic":
                    yield _unknown(file, at, ("topic",), topic, near)
    yield from _history(tree, near, file)
    if circle := find_cycle(needs) or _circle_by_parts(needs, entries):
        mark = next(entry.block.mark for entry in entries if entry.id == circle[0])
        fix = "remove one of these needs"
        if any(after not in needs.get(topic, ()) for topic, after in pairwise(circle)):
            fix += "; a topic is done when its parts are, and its parts come after what it needs"
        yield Problem.at(file, mark, "REF-CYCLE", "needs go in a circle: " + excerpt(" → ".join(circle), 400), fix)


def _circle_by_parts(needs: dict[str, list[str]], entries: list[Placed]) -> list[str] | None:
    """A circle of what topics wait for: what they need, what the topics around them need, and their own parts."""
    waits: dict[str, list[str]] = {}
    for entry in entries:
        if entry.kind == "topic" and entry.id:
            above = _word(entry.parent, "id") if entry.parent else ""
            # A node beside each topic, for what it needs: else each of many parts would hold a list of it.
            outer = [f"^{above}"] if f"^{above}" in waits else []
            waits[f"^{entry.id}"] = [*needs.get(entry.id, ()), *outer]
            waits.setdefault(entry.id, []).append(f"^{entry.id}")
            if outer:
                waits[above].append(entry.id)
    circle = [topic for topic in find_cycle(waits) or () if not topic.startswith("^")]
    return [*dict.fromkeys(circle), circle[0]] if circle else None


def _history(tree: Block, near: "Near", file: str) -> Iterator[Problem]:
    kinds = near.kinds
    for tombstone in records(tree, "history"):
        id, was = _word(tombstone, "id"), _word(tombstone, "was")
        if id in kinds:
            yield Problem.at(file, tombstone.mark, "ID-REUSED", f"'{id}' is gone, says the history, and yet in use",
                          "give the new entry another id, or remove this line if it is the same thing")  # fmt: skip
        heirs = list(texts(tombstone, "into"))
        for heir, at in heirs:
            if heir not in kinds:
                yield _unknown(file, at, (), heir, near)
        kind = _word(tombstone, "kind")
        allowed = (KIND[kind].may_become if kind in KIND else ()) or (kind,)
        if kind and (strangers := [heir for heir, _ in heirs if kinds.get(heir, kind) not in allowed]):
            message = f"'{id}' was a {kind}, and its heir '{strangers[0]}' is a {kinds[strangers[0]]}"
            yield Problem.at(file, tombstone.mark, "ID-HEIRS", message, f"name a {kind}, or say that it was retired")
        if (was == "retired") == bool(heirs):
            yield Problem.at(file, tombstone.mark, "ID-HEIRS", f"'{id}' was {was}, with {len(heirs)} heirs",
                          "a retired id has none, a merged or split one names them under 'into'")  # fmt: skip


def _unknown(file: str, mark: Mark, wanted: tuple[str, ...], id: str, near: "Near") -> Problem:
    words = " or ".join(filter(None, (", ".join(wanted[:-1]), *wanted[-1:]))) or "entry"
    meant = near(id, wanted)
    fix = f"did you mean '{meant}'?" if meant else f"use the id of a {words}, or leave it out"
    return Problem.at(file, mark, "REF-UNKNOWN", f"there is no {words} '{excerpt(id)}'", fix)


class Near:
    """Looks for the id that was meant. Only so often: who has hundreds of slips has another problem."""

    def __init__(self, kinds: dict[str, str]) -> None:
        self.kinds = kinds
        self._left = 20

    def __call__(self, id: str, wanted: tuple[str, ...]) -> str | None:
        """The nearest id of a wanted kind."""
        self._left -= 1
        if self._left < 0 or len(id) > 100:
            return None
        return next(iter(get_close_matches(id, [other for other, kind in self.kinds.items() if not wanted or kind in wanted], 1)), None)


def _provenance(tree: Block, entries: list[Placed], file: str) -> Iterator[Problem]:
    lines = {_word(document, "id"): _outline_lines(document) for document in records(tree, "documents")}
    for entry in entries:
        for source in records(entry.block, "named"):
            document, line = _word(source, "document"), _word(source, "line")
            if document not in lines:
                fix = "use the id of one of: " + (", ".join(lines) or "(no document yet)")
                yield Problem.at(file, source.mark, "REF-DOCUMENT", f"there is no document '{document}'", fix)
            elif line not in lines[document]:
                message = f"{document} has no item in line {line}"
                yield Problem.at(file, source.mark, "REF-LINE", message, "run 'roadmap import' to bring the lines up to date")


def _outline_lines(document: Block) -> set[str]:
    """The lines of a document's items, as they are written."""
    found: set[str] = set()
    stack = [*records(document, "outline")]
    while stack:
        item = stack.pop()
        found.add(_word(item, "line"))
        stack.extend(records(item, "items"))
    return found


def _word(block: Block, name: str) -> str:
    """A field's text; nothing where it is none, for which the schema has its own words."""
    value = block.get(name)
    return value if isinstance(value, str) else ""

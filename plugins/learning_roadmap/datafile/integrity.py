"""Checks that need the whole roadmap: ids, references, circular prerequisites, provenance.

They use the tree, not the model, so that one mistake does not prevent the other checks. :mod:`learning_roadmap.datafile.connections` has
each of them once more, as a question without explanations; a new check belongs into both, with a case in ``tests/bad/datafiles.py``.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from learning_roadmap.datafile.cycles import cycle_of
from learning_roadmap.datafile.entries import Placed, placed_entries, records, references, text_of, texts
from learning_roadmap.datafile.tree import Block, Mark
from learning_roadmap.diagnostics import Problem, did_you_mean, excerpt
from learning_roadmap.model import KIND, REFERENCES

MAX_SUGGESTIONS = 20
MAX_PARTS_LISTED = 12
MAX_STEPS_LISTED = 4


def integrity_problems(tree: Block, file: str) -> Iterator[tuple[Problem, bool]]:
    """The problems of a roadmap as a whole; with each, whether it is an error."""
    entries = list(placed_entries(tree))
    checks = (_id_problems, _reference_problems, _part_problems, _translation_problems, _provenance_problems)
    for problem in [problem for check in checks for problem in check(tree, entries, file)]:
        yield problem, True
    for mark in unencrypted_addresses(entries):
        yield unencrypted_address(file, mark), False


def unencrypted_addresses(entries: Iterable[Placed]) -> Iterator[Mark]:
    """The positions of addresses of entries that are not encrypted."""
    for entry in entries:
        for url, mark in texts(entry.block, "url"):
            if is_unencrypted(url):
                yield mark


def is_unencrypted(url: str) -> bool:
    return url.casefold().startswith("http:")


def unencrypted_address(file: str, mark: Mark) -> Problem:
    """The problem of such an address."""
    return Problem.at(file, mark, "URL-HTTP", "the address is not encrypted", "use https:// if the site offers it")


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
    titles = {entry.title.casefold(): entry.id for entry in reversed(entries) if entry.id and entry.title}
    suggestions = IdSuggestions(kinds, titles, {entry.id: entry.block.values_at["id"] for entry in entries if entry.id})
    needs: dict[str, list[str]] = {}
    lines: dict[tuple[str, str], int] = {}
    fields = [(reference.partition(".")[0], reference, target_kinds) for reference, target_kinds in REFERENCES.items()]
    for entry in entries:
        for field, reference, target_kinds in fields:
            if field in entry.block:
                yield from (
                    _unknown_reference(file, id_mark, target_kinds, id, suggestions)
                    for id, id_mark in references(entry.block, reference)
                    if kinds.get(id) not in target_kinds
                )
        if "needs" in entry.block:
            for topic, mark in references(entry.block, "needs.topic"):
                needs.setdefault(entry.id or "", []).append(topic)
                lines[entry.id or "", topic] = mark[0]
    yield from _history_problems(tree, suggestions, file)
    levels = [entry for entry in entries if entry.kind in ("section", "topic")]
    holders = [(entry.id, text_of(entry.parent, "id") if entry.parent else "") for entry in levels if entry.id]
    if cycle := cycle_of(needs, holders):
        mark = next(entry.block.mark for entry in entries if entry.id == cycle[0])
        steps = [f"'{after}' in line {lines[pair]}" for pair in pairwise(cycle) if (after := pair[1]) and pair in lines]
        fix = "remove one of these prerequisites" + (f": {' or '.join(steps)}" if 0 < len(steps) <= MAX_STEPS_LISTED else "")
        if any(after not in needs.get(topic, ()) for topic, after in pairwise(cycle)):
            fix += "; a topic is done when its subtopics are, and topics inherit the prerequisites of what holds them"
        yield Problem.at(file, mark, "REF-CYCLE", "circular prerequisites: " + excerpt(" → ".join(cycle), 400), fix)


def _history_problems(tree: Block, suggestions: "IdSuggestions", file: str) -> Iterator[Problem]:
    kinds = suggestions.kinds
    for tombstone in records(tree, "history"):
        id, was = text_of(tombstone, "id"), text_of(tombstone, "was")
        if id in kinds:
            message = f"the id '{id}' belongs to an entry that was removed (line {tombstone.mark[0]}), and learners may have ticked that one"
            fix = f"give the new entry another id; only if it is the same one, remove line {tombstone.mark[0]}"
            yield Problem.at(file, suggestions.marks.get(id, tombstone.mark), "ID-REUSED", message, fix)
        successors = list(texts(tombstone, "into"))
        for successor, id_mark in successors:
            if successor not in kinds:
                fix = suggestions.fix(successor, (), "use the id of the entry that took its place: ticks of learners go there")
                yield Problem.at(file, id_mark, "REF-UNKNOWN", f"unknown entry '{excerpt(successor)}'", fix)
        kind = text_of(tombstone, "kind")
        allowed = (KIND[kind].may_become if kind in KIND else ()) or (kind,)
        if kind and (wrong_successors := [id for id, _ in successors if kinds.get(id, kind) not in allowed]):
            message = f"the {kind} '{id}' has a successor of another kind: {kinds[wrong_successors[0]]} '{wrong_successors[0]}'"
            yield Problem.at(file, tombstone.mark, "ID-SUCCESSORS", message, f"use the id of an existing {kind}, or write 'was: retired'")
        if was in ("retired", "merged", "split") and (was == "retired") == bool(successors):
            yield Problem.at(file, tombstone.mark, "ID-SUCCESSORS", f"'{id}' was {was}, but has {'successors' if successors else 'no successor'}",
                          "a retired id has no successors; list those of a merged or split id under 'into'")  # fmt: skip


def _part_problems(tree: Block, entries: list[Placed], file: str) -> Iterator[Problem]:
    """Problems with the parts of resources, and with links to them."""
    parts: dict[str, dict[str, str]] = {}
    for entry in entries:
        titles: dict[str, str] = {}
        url = text_of(entry.block, "url")
        for part in records(entry.block, "parts"):
            for id, mark in texts(part, "id"):
                if id in titles:
                    yield Problem.at(file, mark, "ID-DUPLICATE", f"duplicate part '{excerpt(id)}' of '{entry.id}'", "give one of them another id")
                titles.setdefault(id, text_of(part, "title"))
        yield from _part_addresses(entry, url, file)
        if entry.kind == "resource" and entry.id:
            parts[entry.id] = titles
    for entry in entries:
        for link in records(entry.block, "read"):
            titles = parts.get(text_of(link, "resource"), {})
            for id, mark in texts(link, "part"):
                if text_of(link, "resource") in parts and id not in titles:
                    yield _unknown_part(file, mark, id, text_of(link, "resource"), titles)


def _part_addresses(entry: Placed, url: str, file: str) -> Iterator[Problem]:
    """Problems with the address of a resource that those of its parts follow. What is no address at all, the schema reports."""
    following = [part for part in records(entry.block, "parts") if not text_of(part, "at").startswith(("#", "?"))]
    if not url:
        for part in following:
            message = "the address of a part follows that of its resource, which has none"
            yield Problem.at(file, part.values_at.get("at", part.mark), "URL-PART", message, "give the resource a 'url' that ends with '/'")
    elif following and url.startswith(("https://", "http://")) and not url.endswith("/"):
        first, folder = text_of(following[0], "at"), re.sub(r"[?#].*|(?<=[^/]/)[^/]*\.[^/]*$", "", url)
        message = f"the addresses of the parts, such as '{excerpt(first)}', follow this one, which must therefore end with '/'"
        fix = f"use the address of the folder that holds the parts, such as {folder.rstrip('/')}/"
        yield Problem.at(file, entry.block.values_at.get("url", entry.block.mark), "URL-PART", message, fix, len(url))


def _unknown_part(file: str, mark: Mark, id: str, resource: str, titles: dict[str, str]) -> Problem:
    ids = list(titles)
    listed = ", ".join(ids[:MAX_PARTS_LISTED]) + (f" and {len(ids) - MAX_PARTS_LISTED} more" if len(ids) > MAX_PARTS_LISTED else "")
    otherwise = f"use one of its parts: {listed}" if ids else "add it to the parts of the resource, or remove 'part'"
    by_title = next((other for other, title in titles.items() if title.casefold() == id.casefold()), None)
    fix = f"did you mean '{by_title}'?" if by_title else did_you_mean(id, ids, otherwise)
    return Problem.at(file, mark, "REF-PART", f"unknown part '{excerpt(id)}' of the resource '{resource}'", fix)


def _unknown_reference(file: str, mark: Mark, target_kinds: tuple[str, ...], id: str, suggestions: "IdSuggestions") -> Problem:
    kind = " or ".join(filter(None, (", ".join(target_kinds[:-1]), *target_kinds[-1:]))) or "entry"
    if (other := suggestions.kinds.get(id)) and target_kinds:
        message = f"'{excerpt(id)}' is a {other}, and not a {kind}"
        return Problem.at(file, mark, "REF-UNKNOWN", message, f"use the id of {'an' if kind[0] in 'aeiou' else 'a'} {kind}, or remove it")
    fix = suggestions.fix(
        id, target_kinds, f"use the id of an existing {kind}, or remove this reference; if the {kind} was deleted by mistake, put its lines back"
    )
    return Problem.at(file, mark, "REF-UNKNOWN", f"unknown {kind} '{excerpt(id)}'", fix)


class IdSuggestions:
    """The ids of all entries, and similar ones; these for the first mistakes only, because each suggestion takes time."""

    def __init__(self, kinds: dict[str, str], ids_by_title: dict[str, str], marks: dict[str, Mark]) -> None:
        self.kinds = kinds
        self._ids_by_title = ids_by_title
        self.marks = marks
        self._remaining = MAX_SUGGESTIONS

    def fix(self, id: str, target_kinds: tuple[str, ...], otherwise: str) -> str:
        """The fix: the most similar id of one of the kinds, or else ``otherwise``."""
        named = self._ids_by_title.get(id.casefold(), "")
        if named and (not target_kinds or self.kinds[named] in target_kinds):
            return f"did you mean '{named}'? Use the id, not the title" if named != id.casefold() else f"did you mean '{named}'?"
        self._remaining -= 1
        if self._remaining < 0:
            return otherwise
        return did_you_mean(id, (other for other, kind in self.kinds.items() if not target_kinds or kind in target_kinds), otherwise)


def _translation_problems(tree: Block, entries: list[Placed], file: str) -> Iterator[Problem]:
    """Translations of what an entry does not have or keeps, and several into one language."""
    for entry in entries:
        languages: set[str] = set()
        for translation in records(entry.block, "translations"):
            language = excerpt(text_of(translation, "language"))
            problem = ""
            if language in languages:
                problem, fix = f"second translation into '{language}'", "keep one of the two"
            elif "summary" in translation and "summary" not in entry.block:
                problem, fix = "translation of a summary that the entry does not have", "write the summary first, or remove its translation"
            elif "title" in translation and entry.kind == "paper":
                problem, fix = "translation of the title of a paper", "remove it: a paper is cited by its own title"
            if problem:
                yield Problem.at(file, translation.mark, "REF-TRANSLATION", problem, fix)
            languages.add(language)


def _provenance_problems(tree: Block, entries: list[Placed], file: str) -> Iterator[Problem]:
    lines = {text_of(document, "id"): _outline_lines(document) for document in records(tree, "documents")}
    for entry in entries:
        for source in (*records(entry.block, "named"), *records(entry.block, "positions")):
            document, line, words = (text_of(source, name) for name in ("document", "line", "words"))
            if not document:
                continue  # the schema reports it
            if document not in lines:
                otherwise = f"use one of: {', '.join(lines)}" if lines else "import the document first, with 'roadmap import'"
                mark = source.values_at["document"]
                yield Problem.at(file, mark, "REF-DOCUMENT", f"unknown document '{document}'", did_you_mean(document, lines, otherwise))
            elif line not in lines[document] and (line or "words" in source):
                message = f"the document '{document}' has no item in line {line}"
                same = [number for number, text in lines[document].items() if words and words.casefold() in text.casefold()]
                fix = f"write line {same[0]}, which has these words" if len(same) == 1 else "write the number of the line that has these words"
                fix += ", or run 'roadmap import'"
                yield Problem.at(file, source.values_at.get("line", source.mark), "REF-LINE", message, fix)


def _outline_lines(document: Block) -> dict[str, str]:
    """The texts of a document's items, by their line numbers as texts."""
    lines: dict[str, str] = {}
    stack = [*records(document, "outline")]
    while stack:
        item = stack.pop()
        lines[text_of(item, "line")] = text_of(item, "text")
        stack.extend(records(item, "items"))
    return lines

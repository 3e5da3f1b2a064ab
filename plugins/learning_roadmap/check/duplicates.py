"""Possible duplicates: a learner should find, and tick, everything once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz, process

from learning_roadmap.datafile import Placed, texts
from learning_roadmap.diagnostics import Problem, excerpt
from learning_roadmap.model import KIND, key

MOST_NEW = 200
SIMILAR = 90  # per cent of the letters, in order


def duplicate_problems(entries: Iterable[Placed], file: str, earlier_ids: frozenset[str] | None) -> Iterator[Problem]:
    """Entries with the name of another; and new ones, whose ids are not among ``earlier_ids``, with a similar name."""
    by_kind: dict[str, list[Placed]] = defaultdict(list)
    for entry in entries:
        if KIND[entry.kind].has_unique_title and entry.title and entry.id:
            by_kind[entry.kind].append(entry)
    for entries_of_kind in by_kind.values():
        yield from _same_name(entries_of_kind, file)
        if earlier_ids is not None:
            yield from _similar(entries_of_kind, file, earlier_ids)


def _same_name(entries: list[Placed], file: str) -> Iterator[Problem]:
    """Two things may share one of their other names, as "normalization" does; a title is one thing's own."""
    titles: dict[str, Placed] = {}
    for entry in entries:
        titles.setdefault(key(entry.title).exact, entry)
    seen: set[frozenset[str | None]] = set()
    for entry in entries:
        for name, _ in [*texts(entry.block, "title"), *texts(entry.block, "also")]:
            other = titles.get(key(name).exact, entry)
            if other is entry or (pair := frozenset((entry.id, other.id))) in seen:
                continue
            seen.add(pair)
            first, second = sorted((entry, other), key=lambda placed: placed.block.mark)
            code = "DUP-NAME" if first.parent is second.parent else "DUP-ELSEWHERE"
            message = f"'{excerpt(name)}' is also a name of '{first.id}' in line {first.block.mark[0]}"
            fix = "if they are the same, remove one or use 'roadmap merge'; otherwise, give them different titles"
            yield Problem.at(file, second.block.mark, code, message, fix)


def _similar(entries: list[Placed], file: str, earlier_ids: frozenset[str]) -> Iterator[Problem]:
    titles = [" ".join(sorted(key(entry.title).core)) for entry in entries]
    new = [(at, entry) for at, entry in enumerate(entries) if entry.id not in earlier_ids and len(titles[at]) >= 6]
    # More new entries than these come from a document, and the import has compared them already.
    for at, entry in new[:MOST_NEW]:
        for _, _, other_at in process.extract(titles[at], titles, scorer=fuzz.ratio, score_cutoff=SIMILAR, limit=3):
            other = entries[other_at]
            if other is entry or key(other.title).exact == key(entry.title).exact:
                continue
            message = f"'{excerpt(entry.title)}' is similar to '{excerpt(other.title)}' ('{other.id}' in line {other.block.mark[0]})"
            fix = "if they are the same, use that entry instead; otherwise, ignore this warning"
            yield Problem.at(file, entry.block.mark, "DUP-SIMILAR", message, fix)
            break

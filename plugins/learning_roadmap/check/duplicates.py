"""Entries that may be one thing twice: a learner should find, and tick, everything once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz, process

from learning_roadmap.datafile import Placed, texts
from learning_roadmap.diagnostics import Problem, excerpt
from learning_roadmap.model import KIND, key

MOST_FRESH = 200
SIMILAR = 90  # per cent of the letters, in order


def doubles(entries: Iterable[Placed], file: str, known: frozenset[str] | None) -> Iterator[Problem]:
    """Entries named like an earlier one; and of those that are not among the ids ``known``, which are new, also what is only similar."""
    by_kind: dict[str, list[Placed]] = defaultdict(list)
    for entry in entries:
        if KIND[entry.kind].has_unique_title and entry.title and entry.id:
            by_kind[entry.kind].append(entry)
    for held in by_kind.values():
        yield from _same_name(held, file)
        if known is not None:
            yield from _similar(held, file, known)


def _same_name(held: list[Placed], file: str) -> Iterator[Problem]:
    """Two things may share one of their other names, as "normalization" does; a title is one thing's own."""
    titles: dict[str, Placed] = {}
    for entry in held:
        titles.setdefault(key(entry.title).exact, entry)
    seen: set[frozenset[str | None]] = set()
    for entry in held:
        for name, _ in [*texts(entry.block, "title"), *texts(entry.block, "also")]:
            other = titles.get(key(name).exact, entry)
            if other is entry or (pair := frozenset((entry.id, other.id))) in seen:
                continue
            seen.add(pair)
            first, second = sorted((entry, other), key=lambda placed: placed.block.mark)
            code = "DUP-NAME" if first.parent is second.parent else "DUP-ELSEWHERE"
            message = f"{excerpt(name)!r} is also a name of '{first.id}' in line {first.block.mark[0]}"
            fix = "if it is the same, leave it out or use 'roadmap merge'; else give titles that tell them apart"
            yield Problem.at(file, second.block.mark, code, message, fix)


def _similar(held: list[Placed], file: str, known: frozenset[str]) -> Iterator[Problem]:
    titles = [" ".join(sorted(key(entry.title).core)) for entry in held]
    fresh = [(at, entry) for at, entry in enumerate(held) if entry.id not in known and len(titles[at]) >= 6]
    # Who brings more than these brings a document, and an import has compared it already.
    for at, entry in fresh[:MOST_FRESH]:
        for _, _, other_at in process.extract(titles[at], titles, scorer=fuzz.ratio, score_cutoff=SIMILAR, limit=3):
            other = held[other_at]
            if other is entry or key(other.title).exact == key(entry.title).exact:
                continue
            message = f"{excerpt(entry.title)!r} looks like {excerpt(other.title)!r} ('{other.id}' in line {other.block.mark[0]})"
            yield Problem.at(file, entry.block.mark, "DUP-SIMILAR", message, "if it is the same, add to that entry instead; else let it be")
            break

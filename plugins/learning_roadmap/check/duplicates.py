"""Possible duplicates: a learner should tick everything only once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz, process

from learning_roadmap.datafile import Placed, texts
from learning_roadmap.diagnostics import Problem, excerpt
from learning_roadmap.model import KIND, key

MAX_NEW = 200
MIN_SIMILARITY_PERCENT = 90  # per cent of the letters, in order


def duplicate_problems(entries: Iterable[Placed], file: str, earlier_ids: frozenset[str] | None) -> Iterator[Problem]:
    """Problems for entries with the same name, and for new ones (not in ``earlier_ids``) with a similar name."""
    by_kind: dict[str, list[Placed]] = defaultdict(list)
    for entry in entries:
        if KIND[entry.kind].has_unique_title and entry.title and entry.id:
            by_kind[entry.kind].append(entry)
    for entries_of_kind in by_kind.values():
        yield from _same_names(entries_of_kind, file)
        if earlier_ids is not None:
            yield from _similar_names(entries_of_kind, file, earlier_ids)


def _same_names(entries: list[Placed], file: str) -> Iterator[Problem]:
    """Problems for names that equal a title. Two entries may share an alternative name, such as "normalization"."""
    titles: dict[str, Placed] = {}
    for entry in entries:
        titles.setdefault(key(entry.title).exact, entry)
    seen: set[frozenset[str | None]] = set()
    for entry in entries:
        for name, _ in [*texts(entry.block, "title"), *texts(entry.block, "also")]:
            other = titles.get(key(name).exact, entry)
            if other.id == entry.id or (pair := frozenset((entry.id, other.id))) in seen:
                continue
            seen.add(pair)
            first, second = sorted((entry, other), key=lambda placed: placed.block.mark)
            code = "DUP-NAME" if first.parent is second.parent else "DUP-ELSEWHERE"
            message = f"'{excerpt(name)}' is also a name of '{first.id}' in line {first.block.mark[0]}"
            merge = f"'roadmap merge {second.kind}:{second.id} --into {first.kind}:{first.id}'" if second.kind == first.kind else "'roadmap merge'"
            fix = f"if they are the same, {merge} makes them one and keeps what both have; otherwise, give them different titles"
            yield Problem.at(file, second.block.mark, code, message, fix)


def _similar_names(entries: list[Placed], file: str, earlier_ids: frozenset[str]) -> Iterator[Problem]:
    titles = [" ".join(sorted(key(entry.title).core)) for entry in entries]
    new_entries = [(position, entry) for position, entry in enumerate(entries) if entry.id not in earlier_ids and len(titles[position]) >= 6]
    # More new entries come from an import, which has already compared them.
    for position, entry in new_entries[:MAX_NEW]:
        for _, _, other_position in process.extract(titles[position], titles, scorer=fuzz.ratio, score_cutoff=MIN_SIMILARITY_PERCENT, limit=3):
            other = entries[other_position]
            if other is entry or key(other.title).exact == key(entry.title).exact:
                continue
            message = f"'{excerpt(entry.title)}' is similar to '{excerpt(other.title)}' ('{other.id}' in line {other.block.mark[0]})"
            fix = "if they are the same, use that entry instead; otherwise, ignore this warning"
            yield Problem.at(file, entry.block.mark, "DUP-SIMILAR", message, fix)
            break

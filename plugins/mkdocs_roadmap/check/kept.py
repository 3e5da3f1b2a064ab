"""Ids are for ever: what was in the base is still there, or its end is on record. Ticks hang on it."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from mkdocs_roadmap.datafile.entries import Placed, placed_entries, records, texts
from mkdocs_roadmap.datafile.tree import Block, Mark
from mkdocs_roadmap.merge.names import key
from mkdocs_roadmap.problems import Problem, excerpt

OTHER_THING = 40  # per cent of the letters: two titles with less in common are hardly two names of one thing


def broken_promises(tree: Block, base: Block, file: str) -> Iterator[Problem]:
    """Ids that are gone without a word, came back, or mean something else."""
    now = {entry.id: entry for entry in placed_entries(tree) if entry.id}
    gone = {str(tombstone.get("id")) for tombstone in records(tree, "history")}
    for old in placed_entries(base):
        if old.id is None:
            continue
        if new := now.get(old.id):
            yield from _changed(old, new, file)
        elif old.id not in gone:
            message = f"the {old.kind} '{old.id}' ({excerpt(old.title)}) is gone without a word"
            fix = "put it back, or use 'roadmap retire', 'merge' or 'split', which leave its id under 'history'"
            yield Problem.at(file, _place_of(old, now), "ID-GONE", message, fix)
    for tombstone in records(base, "history"):
        id = str(tombstone.get("id"))
        if id in now:
            fix = "right if it is the same thing again; else give the new entry another id"
            yield Problem.at(file, now[id].block.mark, "ID-BACK", f"the id '{id}' was gone and is used again", fix)
        elif id not in gone:
            mark = tree.keys_at.get("history", (1, 1))
            yield Problem.at(file, mark, "ID-FORGOTTEN", f"the history no longer says what became of '{id}'", "put its line back under 'history'")


def _changed(old: Placed, new: Placed, file: str) -> Iterator[Problem]:
    mark = new.block.values_at["id"]
    if old.kind != new.kind:
        fix = "give the new entry another id, and say under 'history' what became of the old one"
        yield Problem.at(file, mark, "ID-KIND", f"'{new.id}' was a {old.kind} and is a {new.kind}", fix)
        return
    names = {key(name).exact for name, _ in [*texts(new.block, "title"), *texts(new.block, "also")]}
    is_alike = fuzz.token_set_ratio(old.title.casefold(), new.title.casefold()) >= OTHER_THING
    if old.title and new.title and key(old.title).exact not in names and not is_alike:
        message = f"'{new.id}' was called {excerpt(old.title)!r}: is it still the same thing?"
        fix = "if so, keep the old title under 'also'; if not, give the new thing an id of its own"
        yield Problem.at(file, mark, "ID-RETITLED", message, fix)


def _place_of(old: Placed, now: dict[str, Placed]) -> Mark:
    """Where something stood that is gone: at the entry that held it, if that is still there."""
    holder = now.get(str(old.parent.get("id"))) if old.parent else None
    return holder.block.mark if holder else (1, 1)

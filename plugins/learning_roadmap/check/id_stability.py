"""Id stability: every id of the base still exists or has a tombstone. Learners' ticks depend on it."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from learning_roadmap.datafile import Block, Mark, Placed, one_line, placed_entries, records, subtopics, text_of, texts
from learning_roadmap.diagnostics import Problem, excerpt
from learning_roadmap.model import key

MAX_TITLES = 5
MIN_TITLE_SIMILARITY = 40  # per cent of the letters; titles with less in common are hardly names of the same thing


def id_problems(tree: Block, base: Block, file: str) -> Iterator[Problem]:
    """Ids that were removed without a tombstone, used again, or given another meaning."""
    current = {entry.id: entry for entry in placed_entries(tree) if entry.id}
    tombstones = {text_of(tombstone, "id"): tombstone for tombstone in records(tree, "history")}
    earlier = {entry.id: entry for entry in placed_entries(base) if entry.id}
    if text_of(tree, "id") != text_of(base, "id"):
        message = f"the id of the roadmap has changed: all ticks are stored under '{text_of(base, 'id')}'"
        yield Problem.at(file, tree.values_at.get("id", (1, 1)), "ID-ROADMAP", message, f"restore 'id: {text_of(base, 'id')}'")
    for id, old in earlier.items():
        if new := current.get(id):
            yield from _changed_problems(old, new, file)
            yield from _subtopic_problems(old, new, file)
        elif id not in tombstones:
            yield _removed_problem(old, earlier, current, file)
    old_ids = {text_of(tombstone, "id") for tombstone in records(base, "history")}
    for old_tombstone in records(base, "history"):
        yield from _tombstone_problems(old_tombstone, current, tombstones, tree, file)
    for id, tombstone in tombstones.items():
        was = earlier.get(id)
        if id not in old_ids and (was is None or text_of(tombstone, "kind") not in ("", was.kind)):
            message = f"the history contains the id '{id}', which never existed" if was is None else f"'{id}' was of the kind '{was.kind}'"
            yield Problem.at(file, tombstone.mark, "ID-HISTORY", message, "remove the line, or correct it")


def _subtopic_problems(old: Placed, new: Placed, file: str) -> Iterator[Problem]:
    """A topic got subtopics or lost all of them. Learners' ticks follow, and the author should know."""
    if old.kind != "topic" or new.kind != "topic":
        return
    before, after = subtopics(old), subtopics(new)
    mark = new.block.values_at["id"]
    if after and not before:
        message = f"'{new.id}' now has subtopics: learners' ticks of it move to {_listed(after)}"
        yield Problem.at(file, mark, "ID-SUBTOPICS", message, "nothing to do if they are parts of it; otherwise, move them next to it")
    elif before and not after:
        message = f"'{new.id}' no longer has subtopics: it starts with the state of {_listed(before)}"
        fix = "nothing to do if learners should tick it itself; otherwise, use 'roadmap retire' or 'roadmap merge'"
        yield Problem.at(file, mark, "ID-LEAF", message, fix)


def _listed(titles: list[str]) -> str:
    return ", ".join(f"'{excerpt(title)}'" for title in titles[:MAX_TITLES]) + (
        f" and {len(titles) - MAX_TITLES} more" if len(titles) > MAX_TITLES else ""
    )


def _removed_problem(old: Placed, earlier: dict[str, Placed], current: dict[str, Placed], file: str) -> Problem:
    """The problem of a removed id. Most likely it was changed."""
    fresh = (new for id, new in current.items() if id not in earlier and new.kind == old.kind)
    renamed = next((new for new in fresh if key(new.title).exact == key(old.title).exact), None)
    message = f"the {old.kind} '{old.id}' ({excerpt(old.title)}) was removed without a line in the history"
    if renamed:
        fix = f"if this is the same entry, restore 'id: {old.id}': ids never change"
        return Problem.at(file, renamed.block.values_at["id"], "ID-GONE", message, fix)
    fix = f"put its lines back, then run 'roadmap retire {old.id}', or 'roadmap merge' or 'roadmap split': they record the id in the history"
    return Problem.at(file, _parent_position(old, current), "ID-GONE", message, fix)


def _tombstone_problems(old: Block, current: dict[str, Placed], tombstones: dict[str, Block], tree: Block, file: str) -> Iterator[Problem]:
    """Problems for changed tombstones. Successors may only be replaced by their own successors."""
    id = text_of(old, "id")
    if id in current:
        fix = "give the new entry another id; if it is the same thing, name it as the successor under 'history': 'was: merged, into: […]'"
        yield Problem.at(file, current[id].block.mark, "ID-BACK", f"the removed id '{id}' is used again", fix)
        return
    new = tombstones.get(id)
    if new is None:
        mark = tree.keys_at.get("history", (1, 1))
        yield Problem.at(
            file, mark, "ID-FORGOTTEN", f"the line of '{id}' was removed from the history", f"put it back under 'history:': - {one_line(old)}"
        )
        return
    successors = {id for id, _ in texts(old, "into")}
    for _ in range(len(tombstones) + 1):
        ended = {id for id in successors if id in tombstones}
        if not ended:
            break
        successors = successors - ended | {successor for id in ended for successor, _ in texts(tombstones[id], "into")}
    was = "retired" if text_of(old, "was") != "retired" and not successors else text_of(old, "was")
    recorded = ({id for id, _ in texts(new, "into")}, text_of(new, "was"), text_of(new, "kind"))
    if recorded != (successors, was, text_of(old, "kind") or recorded[2]):
        into = f", into: [{', '.join(sorted(successors))}]" if successors else ""
        yield Problem.at(
            file, new.mark, "ID-HISTORY", f"the line of '{id}' in the history was changed: it said 'was: {was}{into}'", "write it as it was"
        )


def _changed_problems(old: Placed, new: Placed, file: str) -> Iterator[Problem]:
    mark = new.block.values_at["id"]
    if old.kind != new.kind:
        fix = "give the new entry another id, and record the old one under 'history'"
        yield Problem.at(file, mark, "ID-KIND", f"the kind of '{new.id}' has changed from {old.kind} to {new.kind}", fix)
        return
    names = {key(name).exact for name, _ in [*texts(new.block, "title"), *texts(new.block, "also")]}
    is_alike = fuzz.token_set_ratio(old.title.casefold(), new.title.casefold()) >= MIN_TITLE_SIMILARITY
    if old.title and new.title and key(old.title).exact not in names and not is_alike:
        message = f"'{new.id}' had an entirely different title: '{excerpt(old.title)}'"
        fix = "if it is the same thing, add the old title under 'also'; otherwise, give the new entry its own id"
        yield Problem.at(file, mark, "ID-RETITLED", message, fix)


def _parent_position(old: Placed, current: dict[str, Placed]) -> Mark:
    """The position of a removed entry's parent, if it still exists."""
    holder = current.get(str(old.parent.get("id"))) if old.parent else None
    return holder.block.mark if holder else (1, 1)

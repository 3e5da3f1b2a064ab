"""The end of an entry: retired, merged into another, or split. Its id stays in the history with its heirs."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from learning_roadmap.diagnostics import excerpt
from learning_roadmap.edit.combine import add_need, say_lost, unite
from learning_roadmap.edit.lookup import Finder, NotFound, spoken
from learning_roadmap.edit.move import is_inside
from learning_roadmap.edit.session import Working
from learning_roadmap.merge import Node
from learning_roadmap.model import KIND, REFERENCES, inner_kinds

# What every new part of a split has of the whole, beside what no such entry can do without and what it is learned from.
COPIED = ("tier", "level", "optional", "needs")


def retire(work: Working, words: str, reason: str | None = None) -> None:
    """Take an entry out for good. Where documents name it is kept, so that an import does not bring it back.

    Raises:
        ProblemsFound: when it is not there, or still holds others.
    """
    node = work.find(words)
    _refuse_if_it_holds(work, node)
    work.take_out(node)
    _bury(work, node, "retired", [], reason, node.entry.get("named", []))
    work.said.append(f"{spoken(node)} is retired")


def merge(work: Working, words: str, into: str, reason: str | None = None) -> None:
    """Merge an entry into another of its kind, which takes over its names, provenance, parts and references.

    Raises:
        ProblemsFound: when one of them is not there, or one stands in the other.
    """
    node = work.find(words)
    heir = work.find(into, [node.kind], "--into")
    if is_inside(heir, node):
        raise work.problem("--into", "REF-CYCLE", f"'{heir.id}' is '{node.id}' or stands in it", "move it out first, or choose another")
    work.take_out(node)
    unite(work, node, heir)
    _bury(work, node, "merged", [heir], reason)
    work.said.append(f"{spoken(node)} is now part of {spoken(heir)}")


def split(work: Working, words: str, parts: Sequence[str], reason: str | None = None) -> None:
    """Split an entry into several, given by title, or by id where they are there already. New ones take its place.

    Raises:
        ProblemsFound: when it is not there, still holds others, or there is only one part.
    """
    node = work.find(words)
    _refuse_if_it_holds(work, node)
    there = _parts_that_are_there(work, node, parts)
    if len({held.id if held else " ".join(part.casefold().split()) for part, held in there}) < max(2, len(parts)):
        raise work.problem("--into", "ID-HEIRS", "a split has two parts at least, and each is another", "name each with --into")
    at = work.take_out(node)
    of_whole = _copied(node)
    heirs = []
    for title, held in there:
        if (heir := held) is None:
            heir = work.draft.add(KIND[node.kind].list_name, title, node.parent)
            fresh = work.holder_of(heir)
            fresh.insert(at, fresh.pop())
            at += 1
            heir.entry.update({name: deepcopy(node.entry[name]) for name in of_whole if name in node.entry})
        else:
            work.said.append(f"{spoken(heir)} was there already: it takes ticks and references over, and stays as it is")
        for source in node.entry.get("named", ()):
            if source not in (named := heir.entry.setdefault("named", [])):
                named.append(source)
        if not heir.entry.get("named"):
            heir.entry.pop("named", None)
        heirs.append(heir)
    copied = of_whole if any(held is None for _, held in there) else ()
    say_lost(work, node, (name for name in node.entry if name not in copied))
    for name, words in (("also", "its other names"), ("needs", "its needs")):
        if name in node.entry and name not in copied:
            work.said.append(f"dropped of '{node.id}': {words}, {', '.join(_in_words(item) for item in node.entry[name])}")
    _bury(work, node, "split", heirs, reason)
    work.said.append(f"{spoken(node)} is now {' and '.join(map(spoken, heirs))}")


def _copied(node: Node) -> tuple[str, ...]:
    kind = KIND[node.kind]
    required = (name for name, field in kind.model.model_fields.items() if field.is_required() and name not in ("id", "title"))
    material = (name for name, wanted in kind.refers_to.items() if any(KIND[other].is_material for other in wanted))
    return (*COPIED, *required, *material)


def _parts_that_are_there(work: Working, node: Node, parts: Sequence[str]) -> list[tuple[str, Node | None]]:
    """Each part, with the entry of its kind that has this id or name already; the one that is split is none of them."""
    others = Finder(other for other in work.draft.nodes.values() if other is not node)
    try:
        return [(part, others.meant(part, [node.kind])) for part in parts]
    except NotFound as found:
        raise work.problem("--into", "REF-UNKNOWN", found.message, found.fix) from None


def _in_words(item: Any) -> str:
    return excerpt(str(item["topic"] if isinstance(item, dict) else item))


def _refuse_if_it_holds(work: Working, node: Node) -> None:
    inner = [entry["id"] for kind in inner_kinds(KIND[node.kind]) for entry in node.entry.get(kind.list_name, ())]
    if inner:
        raise work.problem("ID", "REF-UNKNOWN", f"'{node.id}' still holds {', '.join(inner[:5])}{' …' if len(inner) > 5 else ''}",
                           "move, merge or retire these first, or merge it with all it holds")  # fmt: skip


def _bury(work: Working, node: Node, was: str, heirs: Sequence[Node], reason: str | None, named: Sequence[Any] = ()) -> None:
    """Write the end of an entry down, and let everything that spoke of it speak of its heirs."""
    ids = [heir.id for heir in heirs]
    history = work.draft.plain.setdefault("history", [])
    for tombstone in history:
        if node.id in tombstone.get("into", ()):
            tombstone["into"] = _replaced(tombstone["into"], node.id, ids)
            if not tombstone["into"]:
                tombstone["was"] = "retired"
                del tombstone["into"]
    fresh = {"id": node.id, "was": was, "kind": node.kind, "into": ids, "reason": reason, "named": list(named)}
    history.append({name: value for name, value in fresh.items() if value})
    del work.draft.nodes[node.id]
    for other in work.draft.nodes.values():
        _speak_of_heirs(work, other, node.id, ids)


def _speak_of_heirs(work: Working, other: Node, gone: str, heirs: list[str]) -> None:
    for name in REFERENCES:
        held = other.entry.get(name)
        if held and gone in held:
            other.entry[name] = [id for id in _replaced(held, gone, heirs) if id != other.id]
            work.said.append(f"{spoken(other)} no longer names '{gone}'" + (f", but {', '.join(heirs)}" if heirs else ""))
            if not other.entry[name]:
                del other.entry[name]
    needs = other.entry.get("needs", [])
    if any(need["topic"] == gone or need["topic"] == other.id for need in needs):
        made = [need for need in needs if need["topic"] != gone]
        at = next((at for at, need in enumerate(needs) if need["topic"] == gone), len(made))
        fresh: list[dict[str, Any]] = []
        for need in needs:
            for heir in (id for id in heirs if need["topic"] == gone and id != other.id):
                add_need(work, other, made if any(known["topic"] == heir for known in made) else fresh, {**need, "topic": heir})
        made[at:at] = fresh
        other.entry["needs"] = [need for need in made if need["topic"] != other.id]
        if not other.entry["needs"]:
            del other.entry["needs"]


def _replaced(ids: Sequence[Any], gone: str, heirs: Sequence[str]) -> list[Any]:
    found: list[Any] = []
    for id in ids:
        for new in heirs if id == gone else [id]:
            if new not in found:
                found.append(new)
    return found

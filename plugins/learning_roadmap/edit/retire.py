"""Retire, merge and split entries. The id stays in the history with its successors."""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from typing import Any

from learning_roadmap.datafile import EditableEntry, Need, Plain, ProvenanceFields
from learning_roadmap.diagnostics import excerpt, visible
from learning_roadmap.edit.combine import add_need, add_skill, combine, report_loss
from learning_roadmap.edit.lookup import Finder, NotFound, describe
from learning_roadmap.edit.session import EditSession
from learning_roadmap.model import KIND, MATERIAL_FIELDS, REFERENCES, fields_in

# Fields that each new part of a split copies, beside required fields and material.
COPIED_FIELDS = ("tier", "level", "optional", "needs")
MAX_PARTS_LISTED = 5


def retire(session: EditSession, name: str, reason: str | None = None) -> None:
    """Remove an entry. Its provenance is kept, so that an import does not bring it back.

    Raises:
        ProblemsFound: when it is unknown, or still has parts.
    """
    entry = session.find(name)
    _refuse_if_it_has_parts(session, entry)
    session.roadmap.remove(entry)
    _record_removal(session, entry, "retired", [], reason, entry.named)
    session.messages.append(f"{describe(entry)} is retired")


def merge(session: EditSession, name: str, into: str, reason: str | None = None) -> None:
    """Merge an entry into another of its kind, which takes over its names, provenance, parts and references.

    Raises:
        ProblemsFound: when one of them is unknown, or the successor is inside the entry.
    """
    entry = session.find(name)
    successor = session.find(into, [entry.kind], "--into")
    if successor.is_inside(entry):
        if successor is entry:
            message, fix = f"'{entry.id}' cannot be merged into itself", "choose another entry"
        else:
            message, fix = f"'{entry.id}' cannot be merged into its own part '{successor.id}'", "choose another entry, or move that part out first"
        raise session.problem("--into", "EDIT-INTO", message, fix)
    session.roadmap.remove(entry)
    combine(session, entry, successor)
    _record_removal(session, entry, "merged", [successor], reason)
    session.messages.append(f"{describe(entry)} is now part of {describe(successor)}")


def split(session: EditSession, name: str, parts: Sequence[str], reason: str | None = None) -> None:
    """Split an entry into several: new ones by title, existing ones by id or name. New ones take its position.

    Raises:
        ProblemsFound: when it is unknown, still has parts, or there is only one part.
    """
    entry = session.find(name)
    _refuse_if_it_has_parts(session, entry)
    named_parts = _existing_parts(session, entry, parts)
    if len({existing.id if existing else " ".join(part.casefold().split()) for part, existing in named_parts}) < max(2, len(parts)):
        raise session.problem("--into", "EDIT-INTO", "a split needs at least two different parts", "give each part with --into")
    position = session.roadmap.remove(entry)
    fields = _copied_fields(entry)
    successors = []
    for title, existing in named_parts:
        if (successor := existing) is None:
            session.require_text("--into", title=title)
            successor = session.roadmap.add(KIND[entry.kind].list_name, title, entry.parent)
            session.roadmap.remove(successor)
            session.roadmap.insert(successor, position)
            position += 1
            successor.entry.update({name: deepcopy(entry.entry[name]) for name in fields if name in entry.entry})
        else:
            session.messages.append(f"{describe(successor)} already exists: it takes over ticks and references, and stays as it is")
        successor.put("named", [*successor.named, *(source for source in entry.named if source not in successor.named)])
        successors.append(successor)
    copied = fields if any(existing is None for _, existing in named_parts) else ()
    report_loss(session, entry, (name for name in entry.entry if name not in copied))
    for field, label, values in (
        ("also", "other names", entry.also),
        ("needs", "prerequisites", [need["topic"] for need in entry.needs]),
    ):  # fmt: skip
        if values and field not in copied:
            session.messages.append(f"dropped from '{entry.id}': {label}: {', '.join(map(excerpt, values))}")
    _record_removal(session, entry, "split", successors, reason)
    session.messages.append(f"{describe(entry)} is now {' and '.join(map(describe, successors))}")


def _copied_fields(entry: EditableEntry) -> tuple[str, ...]:
    kind = KIND[entry.kind]
    required = (name for name, field in fields_in(kind.model).items() if field.is_required() and name not in ("id", "title"))
    material = (name.partition(".")[0] for name in kind.refers_to if name in MATERIAL_FIELDS.values())
    return (*COPIED_FIELDS, *required, *material)


def _existing_parts(session: EditSession, entry: EditableEntry, parts: Sequence[str]) -> list[tuple[str, EditableEntry | None]]:
    """Each part with the existing entry of that id or name, if any. The entry to split is never one of them.

    Raises:
        ProblemsFound: when a part is the entry itself, or can mean several entries.
    """
    own_names = {entry.id, entry.title.casefold()}
    if own := next((part for part in parts if part.strip() in own_names or " ".join(part.casefold().split()) in own_names), None):
        fix = f"give all parts other titles, or keep '{entry.id}' and use 'roadmap add {entry.kind}' for what is new"
        raise session.problem("--into", "EDIT-INTO", f"'{visible(own)}' cannot be a part of itself", fix)
    others = Finder(other for other in session.roadmap.entries.values() if other is not entry)
    try:
        return [(part, others.exact_match(part, [entry.kind])) for part in parts]
    except NotFound as error:
        raise session.problem("--into", error.code, error.message, error.fix) from None


def _refuse_if_it_has_parts(session: EditSession, entry: EditableEntry) -> None:
    if ids := [str(part["id"]) for part in entry.parts]:
        message = f"'{entry.id}' still contains {', '.join(ids[:MAX_PARTS_LISTED])}{' …' if len(ids) > MAX_PARTS_LISTED else ''}"
        raise session.problem("ENTRY", "EDIT-PARTS", message, "move, merge or retire them first, or use 'roadmap merge', which keeps them")


def _record_removal(
    session: EditSession,
    entry: EditableEntry,
    was: str,
    successors: Sequence[EditableEntry],
    reason: str | None,
    named: Sequence[ProvenanceFields] = (),
) -> None:
    """Add a tombstone for a removed entry, and redirect references to it to its successors."""
    session.require_text("--reason", reason=reason)
    session.subject = (successors[0].id if successors else entry.id, "")
    ids = [successor.id for successor in successors]
    for tombstone in session.roadmap.history:
        if entry.id in tombstone.get("into", ()):
            tombstone["into"] = _with_successors(tombstone["into"], entry.id, ids)
            if not tombstone["into"]:
                tombstone["was"] = "retired"
                del tombstone["into"]
    fields: dict[str, Any] = {"id": entry.id, "was": was, "kind": entry.kind, "into": ids, "reason": reason, "named": list(named)}
    session.roadmap.bury(entry, {name: value for name, value in fields.items() if value})
    for other in session.roadmap.entries.values():
        _redirect_references(session, other, entry.id, ids)
        _redirect_needs(session, other, entry.id, ids)


def _redirect_references(session: EditSession, entry: EditableEntry, removed_id: str, successors: list[str]) -> None:
    for reference in REFERENCES:
        name, _, inner = reference.partition(".")
        if name != "needs" and removed_id in (ids := entry.ids_in(reference)):
            if not inner:
                entry.put(name, (id for id in _with_successors(ids, removed_id, successors) if id != entry.id))
            elif name == "skills":
                entry.put(name, _redirected_skills(session, entry, removed_id, successors))
            elif isinstance(records := entry.entry[name], list):
                entry.put(name, _redirected_records(session, entry, records, inner, removed_id, successors))
            else:
                del records[inner]
                records |= {inner: successors[0]} if successors else {}
            change = f"now refers to {', '.join(successors)} instead of '{removed_id}'" if successors else f"no longer refers to '{removed_id}'"
            session.messages.append(f"{describe(entry)} {change}")


def _redirected_records(
    session: EditSession, entry: EditableEntry, records: Iterable[Plain], inner: str, removed_id: str, successors: list[str]
) -> Iterator[Plain]:
    """Records that refer to the successors in place of a removed entry, each once."""
    seen: list[Plain] = []
    for record in records:
        for id in successors if record[inner] == removed_id else [record[inner]]:
            redirected = record | {inner: id}
            if record[inner] == removed_id and "part" in record and record["part"] not in _part_ids(session, id):
                del redirected["part"]
                session.messages.append(f"dropped from '{entry.id}': part '{record['part']}' of '{removed_id}'")
            if redirected not in seen:
                seen.append(redirected)
                yield redirected


def _redirected_skills(session: EditSession, role: EditableEntry, removed_id: str, successors: list[str]) -> list[Plain]:
    """The skills of a role with the successors in place of a removed entry, each once."""
    skills: list[Plain] = []
    for skill in role.entry["skills"]:
        for id in successors if skill["entry"] == removed_id else [skill["entry"]]:
            add_skill(session, role, skills, skill | {"entry": id})
    return skills


def _part_ids(session: EditSession, id: str) -> set[str]:
    return {part["id"] for part in session.roadmap.entries[id].entry.get("parts", ())}


def _redirect_needs(session: EditSession, entry: EditableEntry, removed_id: str, successors: list[str]) -> None:
    needs = entry.needs
    if not any(need["topic"] in (removed_id, entry.id) for need in needs):
        return
    others = [need for need in needs if need["topic"] != removed_id]
    position = next((position for position, need in enumerate(needs) if need["topic"] == removed_id), len(others))
    redirected_needs: list[Need] = []
    for need in needs:
        for successor in (id for id in successors if need["topic"] == removed_id and id != entry.id):
            redirected: Need = {**need, "topic": successor}
            add_need(session, entry, others if any(other["topic"] == successor for other in others) else redirected_needs, redirected)
    others[position:position] = redirected_needs
    for need in needs:
        if need["topic"] == removed_id or need["topic"] == entry.id:
            why = f" (reason: {excerpt(need['reason'])})" if "reason" in need else ""
            new_ids = [successor["topic"] for successor in redirected_needs]
            change = f"now needs {', '.join(new_ids)} instead of '{removed_id}'" if new_ids else f"no longer needs '{need['topic']}'{why}"
            session.messages.append(f"{describe(entry)} {change}")
    entry.put("needs", (need for need in others if need["topic"] != entry.id))


def _with_successors(ids: Iterable[str], removed_id: str, successors: Sequence[str]) -> list[str]:
    replaced = (new for id in ids for new in (successors if id == removed_id else [id]))
    return list(dict.fromkeys(replaced))

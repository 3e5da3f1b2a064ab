"""Combine an entry with its successor. Every value that is lost is reported."""

from collections.abc import Iterable
from itertools import chain, count
from typing import Any

from learning_roadmap.datafile import EditableEntry, Need, Plain, one_line
from learning_roadmap.diagnostics import excerpt
from learning_roadmap.edit.lookup import describe
from learning_roadmap.edit.session import EditSession
from learning_roadmap.model import KIND, fields_in, key

# Fields that keep the successor's own value. All others are taken over where possible.
NOT_TAKEN_OVER = frozenset({"added", "translations", "optional", "choose_one", "count", "condition", "choices", "start"})
# Fields that are reported separately or cannot be lost.
NOT_REPORTED = ("id", "title", "also", "named", "added", "needs", "checked")


def combine(session: EditSession, entry: EditableEntry, successor: EditableEntry) -> None:
    """Copy an entry's names, fields, lists, needs and marks to its successor where possible."""
    for name in entry.names:
        if key(name).exact not in {key(other).exact for other in successor.names}:
            successor.put("also", [*successor.also, name])
    fields = fields_in(KIND[entry.kind].model)
    defaults = {name: field.default for name, field in fields.items() if name not in (*NOT_TAKEN_OVER, "also", "needs", "parts", "skills")}
    lists = [name for name, default in defaults.items() if default == ()]
    for name, default in defaults.items():
        # Missing values are filled in. A mark such as "preferred" applies to both.
        if name in entry.entry and ((default is None and name not in successor.entry) or default is False):
            successor.entry[name] = entry.entry[name]
    take_over_parts(session, entry, successor)
    for name in lists:
        own_items = successor.entry.get(name, [])
        successor.put(name, [*own_items, *(item for item in entry.entry.get(name, ()) if item not in own_items)])
    needs = successor.needs
    for need in entry.needs:
        add_need(session, successor, needs, need)
    successor.put("needs", needs)
    skills: list[Plain] = []
    for skill in (*successor.entry.get("skills", ()), *entry.entry.get("skills", ())):
        add_skill(session, successor, skills, skill)
    successor.put("skills", skills)
    if entry.entry.get("optional") and not successor.entry.get("optional"):
        session.messages.append(f"{describe(successor)} stays required, although '{entry.id}' was optional")
    elif successor.entry.get("optional") and not entry.entry.get("optional") and "optional" in fields:
        session.messages.append(f"{describe(successor)} stays optional, although '{entry.id}' was required")
    lost = (name for name in entry.entry if name not in (*lists, "optional", "parts", "skills") and successor.entry.get(name) != entry.entry[name])
    report_loss(session, entry, lost)


def take_over_parts(session: EditSession, entry: EditableEntry, successor: EditableEntry) -> None:
    """Move the parts of a resource to its successor, with the addresses they have. The links of topics follow.

    Raises:
        ProblemsFound: when their addresses do not begin with that of the successor.
    """
    parts: list[Plain] = list(successor.entry.get("parts", ()))
    base, url = successor.entry.get("url", ""), entry.entry.get("url", "")
    if entry.entry.get("parts") and not url.startswith(base):
        fix = f"begin the address of '{successor.id}' with what both have in common, or move the parts by hand"
        raise session.problem("--into", "URL-PART", f"the parts of '{entry.id}' are not below the address of '{successor.id}'", fix)
    new_ids: dict[str, str] = {}
    for part in entry.entry.get("parts", ()):
        moved = part | {"at": url.removeprefix(base) + part["at"]}
        same = next((other for other in parts if other["at"] == moved["at"]), None)
        if same is None:
            ids = {other["id"] for other in parts}
            candidates = chain([part["id"]], (f"{part['id']}-{number}" for number in count(2)))
            moved["id"] = next(id for id in candidates if id not in ids)
            parts.append(moved)
        new_ids[part["id"]] = (same or moved)["id"]
    successor.put("parts", parts)
    for topic in session.roadmap.of_kind("topic"):
        links = [
            link | {"part": new_ids[link["part"]]} if link["resource"] == entry.id and "part" in link else link
            for link in topic.entry.get("read", ())
        ]  # fmt: skip
        topic.put("read", links)


def add_need(session: EditSession, entry: EditableEntry, needs: list[Need], need: Need) -> None:
    """Add a need to the needs of an entry, once for each topic. An existing reason stays."""
    existing = next((other for other in needs if other["topic"] == need["topic"]), None)
    if existing is None:
        needs.append(need.copy())
    elif "reason" not in existing and "reason" in need:
        existing["reason"] = need["reason"]
    elif need.get("reason") not in (None, existing.get("reason")):
        session.messages.append(f"dropped from '{entry.id}': another reason for the prerequisite '{need['topic']}': {excerpt(need['reason'])}")


def add_skill(session: EditSession, role: EditableEntry, skills: list[Plain], skill: Plain) -> None:
    """Add a skill to the skills of a role, once for each entry. An existing reason stays; what was required once is required."""
    existing = next((other for other in skills if other["entry"] == skill["entry"]), None)
    if existing is None:
        skills.append(skill.copy())
        return
    if not skill.get("optional"):
        existing.pop("optional", None)
    if "reason" not in existing and "reason" in skill:
        existing["reason"] = skill["reason"]
    elif skill.get("reason") not in (None, existing.get("reason")):
        session.messages.append(f"dropped from '{role.id}': another reason for '{skill['entry']}': {excerpt(skill['reason'])}")


def report_loss(session: EditSession, entry: EditableEntry, names: Iterable[str]) -> None:
    """Report the fields of an entry that no successor has."""
    lost = [f"{name}: {_printed_value(entry.entry[name])}" for name in names if name not in NOT_REPORTED]
    if lost:
        session.messages.append(f"dropped from '{entry.id}': {'; '.join(lost)}")


def _printed_value(value: Any) -> str:
    values = value if isinstance(value, list) else [value]
    return excerpt(", ".join(one_line(inner) if isinstance(inner, dict) else str(inner) for inner in values))

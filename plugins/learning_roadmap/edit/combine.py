"""What an heir takes over of an entry that ends, and what is lost by it: whatever is lost is said."""

from collections.abc import Iterable
from typing import Any

from learning_roadmap.diagnostics import excerpt
from learning_roadmap.edit.lookup import spoken
from learning_roadmap.edit.session import Working
from learning_roadmap.merge import Node
from learning_roadmap.model import KIND, key

# What an heir is asked for is for itself to say; all other fields are taken over as their values allow.
STAY = frozenset({"optional", "choose_one", "count", "condition", "choices"})
OF_ITS_OWN = ("id", "title", "also", "named", "needs")


def unite(work: Working, node: Node, heir: Node) -> None:
    """Let an heir take over all that it can of an entry: names, fields, lists, needs and marks."""
    known = {key(name).exact for name in (heir.entry["title"], *heir.entry.get("also", ()))}
    for name in (node.entry["title"], *node.entry.get("also", ())):
        if key(name).exact not in known:
            heir.entry.setdefault("also", []).append(name)
            known.add(key(name).exact)
    fields = KIND[node.kind].model.model_fields
    movable = {name: field.default for name, field in fields.items() if name not in (*STAY, "also", "needs")}
    lists = [name for name, default in movable.items() if default == ()]
    for name, default in movable.items():
        # A value goes where there is none; a mark that a document gave, such as "preferred", it gave to both.
        if name in node.entry and ((default is None and name not in heir.entry) or default is False):
            heir.entry[name] = node.entry[name]
    for name in lists:
        for item in node.entry.get(name, ()):
            if item not in (held := heir.entry.setdefault(name, [])):
                held.append(item)
    for need in node.entry.get("needs", ()):
        add_need(work, heir, heir.entry.setdefault("needs", []), need)
    if node.entry.get("optional") and not heir.entry.get("optional"):
        work.said.append(f"{spoken(heir)} stays needed, though '{node.id}' was optional")
    elif heir.entry.get("optional") and not node.entry.get("optional") and "optional" in fields:
        work.said.append(f"{spoken(heir)} stays optional, though '{node.id}' was not")
    lost = (name for name in node.entry if name not in (*lists, "optional") and heir.entry.get(name) != node.entry[name])
    say_lost(work, node, lost)


def add_need(work: Working, heir: Node, needs: list[dict[str, Any]], need: dict[str, Any]) -> None:
    """Let an entry need a topic, once: the reason that stands there stays, and takes the place of none."""
    same = next((known for known in needs if known["topic"] == need["topic"]), None)
    if same is None:
        needs.append(dict(need))
    elif "reason" not in same and "reason" in need:
        same["reason"] = need["reason"]
    elif need.get("reason") not in (None, same.get("reason")):
        work.said.append(f"{spoken(heir)} needs '{need['topic']}' for one reason: dropped is “{excerpt(need['reason'])}”")


def say_lost(work: Working, node: Node, names: Iterable[str]) -> None:
    """Say which fields of an entry are in no heir."""
    lost = [f"{name}: {_shown(node.entry[name])}" for name in names if name not in OF_ITS_OWN]
    if lost:
        work.said.append(f"dropped of '{node.id}': {'; '.join(lost)}")


def _shown(value: Any) -> str:
    return excerpt(", ".join(map(str, value)) if isinstance(value, list) else str(value))

"""What an heir takes over of an entry that ends, and what is lost by it: whatever is lost is said."""

from collections.abc import Iterable
from typing import Any

from learning_roadmap.diagnostics.problem import excerpt
from learning_roadmap.edit.lookup import spoken
from learning_roadmap.edit.session import Working
from learning_roadmap.merge.draft import Node
from learning_roadmap.merge.names import key

# Fields that an heir takes over if it has none of its own, and lists that it takes over as well.
TAKEN_OVER = ("summary", "level", "hours", "goal", "duration", "url", "purpose", "provider", "year", "tier", "reason")
UNITED = ("named", "resources", "papers", "projects", "authors", "topics", "sections", "practice", "goals", "items", "fields", "covers")
# Marks that a document gave: what it said of one it says of both.
MARKS = ("preferred", "must_read")
OF_ITS_OWN = ("id", "title", "also", "named", "needs")


def unite(work: Working, node: Node, heir: Node) -> None:
    """Let an heir take over all that it can of an entry: names, fields, lists, needs and marks."""
    known = {key(name).exact for name in (heir.entry["title"], *heir.entry.get("also", ()))}
    for name in (node.entry["title"], *node.entry.get("also", ())):
        if key(name).exact not in known:
            heir.entry.setdefault("also", []).append(name)
            known.add(key(name).exact)
    for name in (*TAKEN_OVER, *MARKS):
        if name in node.entry and (name not in heir.entry or name in MARKS):
            heir.entry[name] = node.entry[name]
    for name in UNITED:
        for item in node.entry.get(name, ()):
            if item not in (held := heir.entry.setdefault(name, [])):
                held.append(item)
    for need in node.entry.get("needs", ()):
        add_need(work, heir, heir.entry.setdefault("needs", []), need)
    if node.entry.get("optional") and not heir.entry.get("optional"):
        work.said.append(f"{spoken(heir)} stays needed, though '{node.id}' was optional")
    elif heir.entry.get("optional") and not node.entry.get("optional") and node.kind in ("topic", "section", "certification"):
        work.said.append(f"{spoken(heir)} stays optional, though '{node.id}' was not")
    lost = (name for name in node.entry if name not in (*UNITED, "optional") and heir.entry.get(name) != node.entry[name])
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

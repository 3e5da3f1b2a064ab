"""Prerequisites: make a topic one of another topic or of a section, and remove it again."""

from learning_roadmap.datafile import EditableEntry
from learning_roadmap.edit.lookup import describe
from learning_roadmap.edit.session import EditSession
from learning_roadmap.model import KINDS

HOLDERS = tuple(kind.name for kind in KINDS if "needs.topic" in kind.refers_to)


def need(session: EditSession, name: str, prerequisite: str, reason: str | None = None) -> None:
    """Make a topic a prerequisite, or change the reason of one.

    Raises:
        ProblemsFound: when one of them is unknown, both are the same, or the reason is no text.
    """
    session.require_text("--because", reason=reason)
    entry, topic = _find(session, name, prerequisite)
    if topic.is_inside(entry) or entry.is_inside(topic):
        what = (
            "itself" if topic is entry else f"'{topic.id}', which is a part of it" if topic.is_inside(entry) else f"'{topic.id}', which contains it"
        )
        raise session.problem("TOPIC", "REF-CYCLE", f"'{entry.id}' cannot need {what}", "choose another topic")
    needs = entry.needs
    existing = next((need for need in needs if need["topic"] == topic.id), None)
    because = f", because: {reason}" if reason else ""
    session.subject = (entry.id, "needs")
    if existing is None:
        needs.append({"topic": topic.id, "reason": reason} if reason else {"topic": topic.id})
        session.messages.append(f"{describe(entry)} now needs {describe(topic)}{because}")
    elif reason is None or existing.get("reason") == reason:
        session.messages.append(f"{describe(entry)} needs {describe(topic)} already")
    else:
        existing["reason"] = reason
        session.messages.append(f"{describe(entry)} needs {describe(topic)}{because}")
    entry.put("needs", needs)
    if entry.entry.pop("start", None):
        session.messages.append(f"{describe(entry)} is no longer marked as a starting point")


def remove_need(session: EditSession, name: str, prerequisite: str) -> None:
    """Remove a prerequisite.

    Raises:
        ProblemsFound: when one of them is unknown, or the topic is no prerequisite of the entry itself.
    """
    entry, topic = _find(session, name, prerequisite)
    needs = [need for need in entry.needs if need["topic"] != topic.id]
    if len(needs) == len(entry.needs):
        ids = ", ".join(need["topic"] for need in entry.needs)
        fix = f"its own prerequisites are: {ids}" if ids else "it has no prerequisites of its own; those of what contains it are removed there"
        raise session.problem("TOPIC", "REF-UNKNOWN", f"{describe(entry)} does not need {describe(topic)}", fix)
    entry.put("needs", needs)
    session.subject = (entry.id, "needs")
    session.messages.append(f"{describe(entry)} no longer needs {describe(topic)}")


def _find(session: EditSession, name: str, prerequisite: str) -> tuple[EditableEntry, EditableEntry]:
    return session.find(name, HOLDERS), session.find(prerequisite, ["topic"], "TOPIC")

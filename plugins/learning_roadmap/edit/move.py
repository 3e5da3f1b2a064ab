"""Rename and move entries. The id stays, and with it every tick."""

from learning_roadmap.edit.lookup import describe
from learning_roadmap.edit.session import EditSession
from learning_roadmap.model import KIND, key


def rename(session: EditSession, name: str, title: str) -> None:
    """Change the title of an entry. The old title becomes an alternative name, so that search and imports still find it.

    Raises:
        ProblemsFound: when there is no such entry, or the title is invalid.
    """
    entry = session.find(name)
    session.require_text("TITLE", title=title)
    old_title = entry.title
    also = [alternative for alternative in (*entry.also, old_title) if key(alternative).exact != key(title).exact]
    entry.entry["title"] = title
    entry.put("also", dict.fromkeys(also))
    session.subject = (entry.id, "title")
    session.messages.append(f"{entry.kind} '{entry.id}' ({old_title}) is now called '{title}'")


def move(session: EditSession, name: str, to: str | None = None, before: str | None = None, after: str | None = None) -> None:
    """Move an entry to the end of another parent, or before or after a sibling.

    Raises:
        ProblemsFound: when one of them is unknown, cannot contain the entry, or is the entry itself or inside it.
    """
    entry = session.find(name)
    parents = KIND[entry.kind].parents
    places = (("--before", before), ("--after", after), ("--to", to))
    option, place = next(((option, place) for option, place in places if place is not None), ("--to", ""))
    sibling = None if option == "--to" else session.find(place, [entry.kind], option)
    if sibling is entry:
        message = f"'{entry.id}' cannot be moved {option.removeprefix('--')} itself"
        raise session.problem(option, "EDIT-PLACE", message, f"choose another {entry.kind}")
    if sibling is None and not parents:
        message = f"no entry can contain the {entry.kind} '{entry.id}'"
        raise session.problem(option, "EDIT-PLACE", message, f"use --before or --after with another {entry.kind}")
    parent = sibling.parent if sibling else session.find(place, parents, option)
    if parent is not None and parent.is_inside(entry):
        inner = "itself" if parent is entry else f"its own part '{parent.id}'"
        raise session.problem(option, "EDIT-PLACE", f"'{entry.id}' cannot be moved into {inner}", "choose another place")
    session.roadmap.remove(entry)
    entry.parent = parent
    session.roadmap.insert(entry, None if sibling is None else session.roadmap.position(sibling) + (0 if before else 1))
    session.subject = (entry.id, "")
    session.messages.append(f"{describe(entry)} is now in {describe(parent) if parent else 'another position of its list'}")

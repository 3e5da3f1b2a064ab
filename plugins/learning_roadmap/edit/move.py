"""Rename and move entries. The id stays, and with it every tick."""

from learning_roadmap.edit.lookup import describe
from learning_roadmap.edit.session import EditSession
from learning_roadmap.model import KIND, key


def rename(session: EditSession, name: str, title: str) -> None:
    """Change the title of an entry. The old title becomes an alternative name, so that search and imports still find it.

    Raises:
        ProblemsFound: when there is no such entry.
    """
    entry = session.find(name)
    old_title = entry.title
    also = [alternative for alternative in (*entry.also, old_title) if key(alternative).exact != key(title).exact]
    entry.entry["title"] = title
    entry.put("also", dict.fromkeys(also))
    session.messages.append(f"{entry.kind} '{entry.id}' ({old_title}) is now called '{title}'")


def move(session: EditSession, name: str, to: str | None = None, before: str | None = None, after: str | None = None) -> None:
    """Move an entry to the end of another parent, or before or after a sibling.

    Raises:
        ProblemsFound: when one of them is unknown, cannot contain the entry, or is inside it.
    """
    entry = session.find(name)
    parents = KIND[entry.kind].parents
    sibling = session.find(before or after or "", [entry.kind], "--before" if before else "--after") if before or after else None
    if sibling is not None:
        parent = sibling.parent
    elif to is not None and parents:
        parent = session.find(to, parents, "--to")
    else:
        options = "--to, --before or --after" if parents else "--before or --after"
        raise session.problem("ENTRY", "REF-UNKNOWN", f"no new place given for the {entry.kind} '{entry.id}'", f"use {options}")
    if sibling is entry or (parent is not None and parent.is_inside(entry)):
        raise session.problem("ENTRY", "REF-CYCLE", f"'{entry.id}' cannot be moved into itself", "choose another place")
    session.roadmap.remove(entry)
    entry.parent = parent
    session.roadmap.insert(entry, None if sibling is None else session.roadmap.position(sibling) + (0 if before else 1))
    session.messages.append(f"{describe(entry)} is now in {describe(parent) if parent else 'another position of its list'}")

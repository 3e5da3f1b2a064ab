"""Attach resources and papers to topics, and detach them."""

from collections.abc import Sequence

from learning_roadmap.datafile import EditableEntry, Plain
from learning_roadmap.diagnostics import did_you_mean, visible
from learning_roadmap.edit.lookup import describe
from learning_roadmap.edit.session import EditSession
from learning_roadmap.model import MATERIAL_FIELDS


def attach(session: EditSession, kind: str, name: str, topics: Sequence[str], part: str | None = None) -> None:
    """Add a resource, a part of one, or a paper to topics, at the end of their lists.

    Raises:
        ProblemsFound: when one of them is unknown.
    """
    material = session.find(name, [kind], kind.upper())
    field, _, inner = MATERIAL_FIELDS[kind].partition(".")
    link = _link(session, material, inner, part)
    for topic in [session.find(topic, ["topic"], "TOPIC") for topic in topics]:
        links = topic.entry.get(field, [])
        if link in links:
            session.messages.append(f"{describe(topic)} has {_in_words(material, link)} already")
            continue
        topic.put(field, [*links, link])
        session.subject = (topic.id, field)
        session.messages.append(f"{describe(topic)} now has {_in_words(material, link)}")


def detach(session: EditSession, kind: str, name: str, topics: Sequence[str], part: str | None = None) -> None:
    """Remove a resource or paper from topics; with a part, only the link to that part.

    Raises:
        ProblemsFound: when one of them is unknown, or a topic does not have it.
    """
    material = session.find(name, [kind], kind.upper())
    field, _, inner = MATERIAL_FIELDS[kind].partition(".")
    wanted = _link(session, material, inner, part)
    for topic in [session.find(topic, ["topic"], "TOPIC") for topic in topics]:
        links = topic.entry.get(field, [])
        removed = [link for link in links if link == wanted or (part is None and inner and link[inner] == material.id)]
        if not removed:
            fix = f"'roadmap show {material.id}' lists the topics that have it"
            raise session.problem("TOPIC", "REF-UNKNOWN", f"{describe(topic)} does not have {_in_words(material, wanted)}", fix)
        topic.put(field, [link for link in links if link not in removed])
        session.subject = (topic.id, field)
        session.messages.extend(f"{describe(topic)} no longer has {_in_words(material, link)}" for link in removed)


def part_id(session: EditSession, resource: str, name: str, option: str = "--read") -> str:
    """The id of a part of a resource that is named by id or title.

    Raises:
        ProblemsFound: when the resource has no such part.
    """
    parts = session.roadmap.entries[resource].entry.get("parts", ())
    ids: dict[str, str] = {name.casefold(): part["id"] for part in parts for name in (part["title"], part["id"])}
    if name.casefold() not in ids:
        fix = did_you_mean(name, [part["id"] for part in parts], "use the id or title of one of its parts, or leave it out")
        raise session.problem(option, "REF-PART", f"unknown part '{visible(name)}' of the resource '{resource}'", fix)
    return ids[name.casefold()]


def _link(session: EditSession, material: EditableEntry, inner: str, part: str | None) -> Plain | str:
    """The item of a topic's list that refers to a material."""
    if not inner:
        return material.id
    return {inner: material.id} | ({"part": part_id(session, material.id, part, "--part")} if part is not None else {})


def _in_words(material: EditableEntry, link: Plain | str) -> str:
    part = link.get("part") if isinstance(link, dict) else None
    return (f"part '{part}' of " if part else "") + describe(material)

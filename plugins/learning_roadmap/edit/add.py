"""Add an entry with an id that was never used."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from learning_roadmap.datafile import rejections
from learning_roadmap.diagnostics import Option, Problem, ProblemsFound
from learning_roadmap.edit.canonical import canonical_fields
from learning_roadmap.edit.lookup import describe
from learning_roadmap.edit.materials import part_id
from learning_roadmap.edit.session import EditSession
from learning_roadmap.model import KIND, MATERIAL_FIELDS, Record, option_of


def add(session: EditSession, kind: str, title: str, within: str | None = None, /, **fields: Any) -> None:
    """Add an entry at the end of its list. ``fields`` may refer to other entries by id or name.

    Raises:
        ProblemsFound: when a field is invalid or refers to an unknown entry.
    """
    entry_kind = KIND[kind]
    problems: list[Problem] = []

    def look_up(name: str, kinds: tuple[str, ...], option: str) -> str:
        try:
            return session.find(name, kinds, option, loosely=True).id
        except ProblemsFound as error:
            problems.extend(error.problems)
            return ""

    parent_id = look_up(within or "", entry_kind.parents, "--in") if entry_kind.parents else ""
    values = canonical_fields(session, kind, {name: value for name, value in fields.items() if value not in (None, (), [], {}, False, "")})
    references = {name: (inner, kinds) for (name, _, inner), kinds in _divided(entry_kind.refers_to)}
    topics = [] if "topics" in references or kind not in MATERIAL_FIELDS else values.pop("topics", [])
    topics = [look_up(topic, ("topic",), "--topic") for topic in topics]
    for name, (inner, kinds) in references.items():
        option = option_of(entry_kind.model, name)
        if name not in values:
            continue
        if not inner:
            values[name] = [look_up(reference, kinds, option) for reference in values[name]]
        elif isinstance(record := values[name], dict):
            values[name] = record | ({inner: look_up(record[inner], kinds, f"{option}-{inner}")} if inner in record else {})
        else:
            values[name] = [record | {inner: look_up(record[inner], kinds, option)} for record in values[name]]
    if not problems and "read" in references:
        values["read"] = [
            link if "part" not in link else link | {"part": part_id(session, link["resource"], link["part"])} for link in values.get("read", ())
        ]
    own_values = {name: value for name, value in values.items() if name not in references or not problems}
    if problems := [*problems, *_invalid_values(entry_kind.model, title, own_values)]:
        raise ProblemsFound(problems)
    parent = session.roadmap.entries.get(parent_id)
    entry = session.roadmap.add(entry_kind.list_name, title, parent, **values)
    for topic_id in topics:
        session.roadmap.link(session.roadmap.entries[topic_id], entry)
    session.subject = (entry.id, "")
    place = f" in {describe(parent)}" if parent else ""
    session.messages.append(f"new {describe(entry)}{place}")


def _divided(refers_to: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[tuple[str, str, str], tuple[str, ...]]]:
    """The fields that refer to others, each divided into the field and the field inside it."""
    return ((reference.partition("."), kinds) for reference, kinds in refers_to.items())


def _invalid_values(model: type[Record], title: str, values: dict[str, Any]) -> Iterator[Problem]:
    try:
        model.model_validate({"id": "new", "title": title, **values})
    except ValidationError as error:
        for (field, *path), rejection in rejections(error):
            inner = f"-{path[0]}" if path and isinstance(path[0], str) else ""
            yield Problem(Option("TITLE" if field == "title" else option_of(model, str(field)) + inner), *rejection)

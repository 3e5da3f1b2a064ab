"""The form in which commands write what people type: one identifier for a paper, an id for each part, a day for each check."""

from collections.abc import Callable, Sequence
from typing import Any

from learning_roadmap.datafile import Plain, current_day
from learning_roadmap.edit.session import EditSession
from learning_roadmap.model import arxiv_id, doi_id, id_of


def canonical_fields(session: EditSession, kind: str, fields: dict[str, Any]) -> dict[str, Any]:
    """Fields of an entry in canonical form. What is written in another form than it was typed is reported."""
    fields = dict(fields)
    if kind == "paper":
        _put_identifier(session, fields, "arxiv", arxiv_id)
        _put_identifier(session, fields, "doi", doi_id)
    if "in" in fields.get("checked", ()):
        fields["checked"] = {"on": current_day().isoformat(), **fields["checked"]}
    if "parts" in fields:
        new = [part for part in fields["parts"] if "id" not in part]
        others = [part for part in fields["parts"] if "id" in part]
        fields["parts"] = [*others, *with_part_ids(others, new)]
    return fields


def _put_identifier(session: EditSession, fields: dict[str, Any], name: str, read: Callable[[str], str | None]) -> None:
    """Replace an identifier, or an address that contains it, by its canonical form."""
    source = name if name in fields else "url"
    if not isinstance(text := fields.get(source), str) or (id := read(text)) is None or (source, id) == (name, text):
        return
    del fields[source]
    fields[name] = id
    if source == "url":
        session.messages.append(f"the address is written as {name}: {id}")


def with_part_ids(others: Sequence[Plain], parts: list[Plain]) -> list[Plain]:
    """New parts of a resource, each with an id that no other of its parts has."""
    ids = {other["id"] for other in others}
    complete: list[Plain] = []
    for part in parts:
        base = id_of(part["title"])
        id = next(id for id in (base, *(f"{base}-{number}" for number in range(2, 10_000))) if id not in ids)
        ids.add(id)
        complete.append({"id": id, **part})
    return complete

"""Add an entry with an id that was never used."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from learning_roadmap.datafile import rejections
from learning_roadmap.diagnostics import Option, Problem, ProblemsFound
from learning_roadmap.edit.lookup import describe
from learning_roadmap.edit.session import EditSession
from learning_roadmap.model import KIND


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
    values = {name: value for name, value in fields.items() if value not in (None, (), [], False, "")}
    for name, kinds in entry_kind.refers_to.items():
        if name in values:
            values[name] = [look_up(reference, kinds, option_of(entry_kind.model, name)) for reference in values[name]]
    if "needs" in values:
        values["needs"] = [need | {"topic": look_up(need["topic"], ("topic",), "--need")} for need in values["needs"]]
    own_values = {name: value for name, value in values.items() if name not in (*entry_kind.refers_to, "needs")}
    if problems := [*problems, *_invalid_values(entry_kind.model, title, own_values)]:
        raise ProblemsFound(problems)
    parent = session.roadmap.entries.get(parent_id)
    entry = session.roadmap.add(entry_kind.list_name, title, parent, **values)
    place = f" in {describe(parent)}" if parent else ""
    session.messages.append(f"new {describe(entry)}{place}")


def _invalid_values(model: type[BaseModel], title: str, values: dict[str, Any]) -> Iterator[Problem]:
    try:
        model.model_validate({"id": "new", "title": title, **values})
    except ValidationError as error:
        for (field, *_), rejection in rejections(error):
            yield Problem(Option("TITLE" if field == "title" else option_of(model, str(field))), *rejection)


def option_of(model: type[BaseModel], field: str) -> str:
    """The option of `roadmap add` for a field. A list has an option for each of its items.

    >>> option_of(KIND["paper"].model, "authors"), option_of(KIND["paper"].model, "must_read")
    ('--author', '--must-read')
    """
    name = field.removesuffix("s") if model.model_fields[field].default == () else field
    return f"--{name.replace('_', '-')}"

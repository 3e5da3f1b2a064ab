"""A new entry: in its place, with an id that was never used, and not a byte of the rest touched."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from learning_roadmap.datafile.edit import Editor
from learning_roadmap.datafile.messages import words_for
from learning_roadmap.diagnostics.problem import Problem, ProblemsFound
from learning_roadmap.edit.lookup import spoken
from learning_roadmap.edit.move import HOLDERS
from learning_roadmap.edit.session import Working
from learning_roadmap.model import Paper, Practice, Project, Resource, Section, Topic

MODELS: dict[str, tuple[str, type[BaseModel]]] = {
    "topic": ("topics", Topic),
    "section": ("sections", Section),
    "practice": ("practice", Practice),
    "project": ("projects", Project),
    "resource": ("resources", Resource),
    "paper": ("papers", Paper),
}

LOOKED_UP = ("topics", "resources", "papers", "needs")


def add(work: Working, kind: str, title: str, within: str | None = None, /, **fields: Any) -> str:
    """Add an entry at the end of its list; ids and names of other entries in ``fields`` are looked up.

    Returns:
        The text of the data file with the entry in it.

    Raises:
        ProblemsFound: when a field is wrong, or an entry it names is not there.
    """
    list_name, model = MODELS[kind]
    problems: list[Problem] = []

    def look_up(words: str, kinds: tuple[str, ...], place: str) -> str:
        try:
            return work.find(words, kinds, place, loosely=True).id
        except ProblemsFound as found:
            problems.extend(found.problems)
            return ""

    holder = look_up(within or "", HOLDERS[kind], "--in") if kind in HOLDERS else ""
    given = {name: value for name, value in fields.items() if value not in (None, (), [], False, "")}
    for name, wanted in (("topics", "topic"), ("resources", "resource"), ("papers", "paper")):
        if name in given:
            given[name] = [look_up(words, (wanted,), f"--{wanted}") for words in given[name]]
    if "needs" in given:
        given["needs"] = [need | {"topic": look_up(need["topic"], ("topic",), "--need")} for need in given["needs"]]
    if problems := [*problems, *_wrong(model, title, {name: value for name, value in given.items() if name not in LOOKED_UP})]:
        raise ProblemsFound(problems)
    parent = work.draft.nodes.get(holder)
    node = work.draft.add(list_name, title, parent, **given)
    where = f" in {spoken(parent)}" if parent else ""
    work.said.append(f"new {spoken(node)}{where}")
    editor = Editor(work.data)
    plain = model.model_validate(node.entry).model_dump(mode="json", exclude_defaults=True)
    editor.add(parent.id if parent else None, list_name, plain)
    return editor.text()


def _wrong(model: type[BaseModel], title: str, fields: dict[str, Any]) -> Iterator[Problem]:
    try:
        model.model_validate({"id": "new", "title": title, **fields})
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            field = str(detail["loc"][0])
            yield Problem("TITLE" if field == "title" else f"--{field}", 1, 1, *words_for(detail))

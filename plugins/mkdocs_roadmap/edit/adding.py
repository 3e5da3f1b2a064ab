"""A new entry: in its place, with an id that was never used, and not a byte of the rest touched."""

from typing import Any

from pydantic import BaseModel, ValidationError

from mkdocs_roadmap.datafile.edit import Editor
from mkdocs_roadmap.datafile.explain import words_for
from mkdocs_roadmap.edit.moving import HOLDERS
from mkdocs_roadmap.edit.working import Working
from mkdocs_roadmap.merge.draft import Node
from mkdocs_roadmap.model import Paper, Practice, Project, Resource, Section, Topic
from mkdocs_roadmap.problems import Problem, ProblemsFound

MODELS: dict[str, tuple[str, type[BaseModel]]] = {
    "topic": ("topics", Topic),
    "section": ("sections", Section),
    "practice": ("practice", Practice),
    "project": ("projects", Project),
    "resource": ("resources", Resource),
    "paper": ("papers", Paper),
}


def add(work: Working, kind: str, title: str, within: str | None = None, **fields: Any) -> str:
    """Add an entry at the end of its list; ids and names of other entries in ``fields`` are looked up.

    Returns:
        The text of the data file with the entry in it.

    Raises:
        ProblemsFound: when a field is wrong, or an entry it names is not there.
    """
    list_name, model = MODELS[kind]
    parent: Node | None = work.find(within or "", HOLDERS[kind], "--in") if kind in HOLDERS else None
    given = {name: value for name, value in fields.items() if value not in (None, (), [], False, "")}
    for name, wanted in (("topics", "topic"), ("resources", "resource"), ("papers", "paper")):
        if name in given:
            given[name] = [work.find(words, [wanted], f"--{wanted}").id for words in given[name]]
    if "needs" in given:
        given["needs"] = [need | {"topic": work.find(need["topic"], ["topic"], "--need").id} for need in given["needs"]]
    _prove(kind, model, title, given)
    node = work.draft.add(list_name, title, parent, **given)
    where = f" in {parent.entry['title']}" if parent else ""
    work.said.append(f"{kind} '{node.id}' ({title}){where}")
    editor = Editor(work.data)
    plain = model.model_validate(node.entry).model_dump(mode="json", exclude_defaults=True)
    editor.add(parent.id if parent else None, list_name, plain)
    return editor.text()


def _prove(kind: str, model: type[BaseModel], title: str, fields: dict[str, Any]) -> None:
    try:
        model.model_validate({"id": "new", "title": title, **fields})
    except ValidationError as error:
        found = []
        for detail in error.errors(include_url=False):
            field = str(detail["loc"][0])
            found.append(Problem("TITLE" if field == "title" else f"--{field}", 1, 1, *words_for(detail)))
        raise ProblemsFound(found) from None

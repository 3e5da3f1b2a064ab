"""A new entry: in its place, with an id that was never used, and not a byte of the rest touched."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from learning_roadmap.datafile import Editor, words_for
from learning_roadmap.diagnostics import Problem, ProblemsFound
from learning_roadmap.edit.lookup import spoken
from learning_roadmap.edit.session import Working
from learning_roadmap.model import KIND


def add(work: Working, kind: str, title: str, within: str | None = None, /, **fields: Any) -> str:
    """Add an entry at the end of its list; ids and names of other entries in ``fields`` are looked up.

    Returns:
        The text of the data file with the entry in it.

    Raises:
        ProblemsFound: when a field is wrong, or an entry it names is not there.
    """
    entry_kind = KIND[kind]
    model = entry_kind.model
    problems: list[Problem] = []

    def look_up(words: str, kinds: tuple[str, ...], place: str) -> str:
        try:
            return work.find(words, kinds, place, loosely=True).id
        except ProblemsFound as found:
            problems.extend(found.problems)
            return ""

    holder = look_up(within or "", entry_kind.parents, "--in") if entry_kind.parents else ""
    given = {name: value for name, value in fields.items() if value not in (None, (), [], False, "")}
    for name, wanted in entry_kind.refers_to.items():
        if name in given:
            given[name] = [look_up(words, wanted, f"--{name.removesuffix('s')}") for words in given[name]]
    if "needs" in given:
        given["needs"] = [need | {"topic": look_up(need["topic"], ("topic",), "--need")} for need in given["needs"]]
    own = {name: value for name, value in given.items() if name not in (*entry_kind.refers_to, "needs")}
    if problems := [*problems, *_wrong(model, title, own)]:
        raise ProblemsFound(problems)
    parent = work.draft.nodes.get(holder)
    node = work.draft.add(entry_kind.list_name, title, parent, **given)
    where = f" in {spoken(parent)}" if parent else ""
    work.said.append(f"new {spoken(node)}{where}")
    editor = Editor(work.data)
    plain = model.model_validate(node.entry).model_dump(mode="json", exclude_defaults=True)
    editor.add(parent.id if parent else None, entry_kind.list_name, plain)
    return editor.text()


def _wrong(model: type[BaseModel], title: str, fields: dict[str, Any]) -> Iterator[Problem]:
    try:
        model.model_validate({"id": "new", "title": title, **fields})
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            field = str(detail["loc"][0])
            yield Problem("TITLE" if field == "title" else f"--{field}", 1, 1, *words_for(detail))

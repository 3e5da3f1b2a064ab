"""Rewrite a data file of a former format. Comments, order and line ends are kept.

Format 1 stored the link between a topic and a resource or paper on either of them. Format 2 stores it on the topic.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from learning_roadmap.datafile.canonical import replaced
from learning_roadmap.datafile.collector import collector_paused
from learning_roadmap.datafile.entries import placed_entries, text_of, texts
from learning_roadmap.datafile.integrity import integrity_problems
from learning_roadmap.datafile.load import FORMER_FORMATS, DataFile, parse
from learning_roadmap.datafile.messages import explain
from learning_roadmap.datafile.tree import Block
from learning_roadmap.datafile.tree_reader import TreeReader
from learning_roadmap.diagnostics import Problem, ProblemsFound, excerpt
from learning_roadmap.model import FORMAT, Level, Roadmap
from learning_roadmap.text import DecodedText

# Lists of format 1 whose entries named their topics, and the field of a topic that names them now.
LISTS = (("resources", "read"), ("papers", "papers"))


def migrate(text: DecodedText, path: Path) -> DataFile:
    """The data file in the present format; unchanged if it has it already.

    Raises:
        ProblemsFound: when the file cannot be read, is invalid, or has a format that is not known.
    """
    with collector_paused():
        reader = TreeReader(text)
        tree = reader.read()
        if not isinstance(tree, Block) or text_of(tree, "format") not in FORMER_FORMATS:
            return parse(text, path)
        problems = [*reader.problems, *_unknown_links(tree, text.file)]
        if problems:
            raise ProblemsFound(problems)
        plain = _plain(tree)
        _store_links_on_topics(plain)
        plain["format"] = str(FORMAT)
        try:
            roadmap = Roadmap.model_validate(plain)
        except ValidationError as error:
            raise ProblemsFound(explain(error, tree, text.file)) from None
        # Links are checked above; all else that integrity means is the same in both formats.
        if errors := [problem for problem, is_error in integrity_problems(tree, text.file) if is_error]:
            raise ProblemsFound(errors)
    return replaced(DataFile(path, roadmap, {}, tree, text), roadmap)


def _unknown_links(tree: Block, file: str) -> Iterator[Problem]:
    """Links of format 1 that refer to nothing, so that there is nowhere to store them."""
    entries = list(placed_entries(tree))
    kinds = {entry.id: entry.kind for entry in entries}
    for entry in entries:
        for field, kind in (("topics", "topic"), ("resources", "resource")):
            if field == "topics" and entry.kind not in ("resource", "paper"):
                continue
            for id, mark in texts(entry.block, field):
                if kinds.get(id) != kind:
                    yield Problem.at(file, mark, "REF-UNKNOWN", f"unknown {kind} '{excerpt(id)}'", f"use the id of an existing {kind}, or remove it")


def _plain(value: Any) -> Any:
    """A copy without positions."""
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list) else value


def _store_links_on_topics(plain: dict[str, Any]) -> None:
    topics = {topic["id"]: topic for phase in _records(plain, "phases") for section in _records(phase, "sections") for topic in _topics(section)}
    for topic in topics.values():
        if "resources" in topic:
            topic["read"] = [{"resource": id} for id in topic.pop("resources") or ()]
        if isinstance(level := topic.get("level"), str) and level.strip().lower() in set(Level):
            topic["level"] = level.strip().lower()
    for list_name, field in LISTS:
        for entry in _records(plain, list_name):
            for id in entry.pop("topics", None) or ():
                link = {"resource": entry["id"]} if field == "read" else entry["id"]
                links = topics[id].setdefault(field, [])
                if link not in links:
                    links.append(link)


def _topics(holder: dict[str, Any]) -> list[dict[str, Any]]:
    return [topic for outer in _records(holder, "topics") for topic in (outer, *_topics(outer))]


def _records(holder: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """The records of a list. Values of another form stay for the schema to report."""
    records = holder.get(name)
    return [record for record in records if isinstance(record, dict) and "id" in record] if isinstance(records, list) else []

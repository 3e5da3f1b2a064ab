"""`roadmap show`: an entry and everything that refers to it."""

import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from learning_roadmap.cli.common import load_data, reporting_errors, say, say_json
from learning_roadmap.cli.completion import ids_of
from learning_roadmap.cli.entry import require_entry
from learning_roadmap.cli.options import data_option, format_option, quiet_option
from learning_roadmap.datafile import DataFile
from learning_roadmap.diagnostics import visible
from learning_roadmap.model import KIND, Entry, RoadmapIndex, Tombstone, ids_in, inner_kinds, kind_of, label_of, parts_of, word_for

WIDTH = 110
# How an entry is introduced by one that refers to it, where "<field> of" is not suitable.
REFERRING = {
    "needs.topic": "needed by",
    "read.resource": "read for",
    "papers": "paper of",
    "projects": "project of",
    "topics": "used by",
    "skills.entry": "skill of",
    "covers": "goal of",
    "status.entry": "successor of",
}


@click.command()
@click.argument("entry", shell_complete=ids_of())
@data_option
@format_option("text", "json")
@quiet_option
def show(entry: str, data: Path, style: str) -> None:
    """Show an entry and everything that refers to it.

    ENTRY is an id, a title or kind:id. For an id that was removed, shows what became of it.
    """
    with reporting_errors(writes=False):
        file = load_data(data)
        view = EntryView(file, entry)
        if style == "json":
            say_json(view.plain())
        else:
            for line in view.lines():
                say("\n".join(textwrap.wrap(visible(line), WIDTH, subsequent_indent="  ", break_on_hyphens=False)))


class EntryView:
    """An entry or a tombstone, as text and as plain values.

    Raises:
        ProblemsFound: when there is none with that id or name.
    """

    def __init__(self, data: DataFile, name: str) -> None:
        self.data = data
        self.index = RoadmapIndex(data.roadmap)
        self.tombstone = next((stone for stone in data.roadmap.history if stone.id == name.strip()), None)
        self.entry = None if self.tombstone else require_entry(self.index, "ENTRY", name, "an entry")

    def plain(self) -> dict[str, Any]:
        """The entry as plain values: its place, its own fields, the ids of its parts, and what refers to it."""
        if self.tombstone:
            return self.tombstone.model_dump(mode="json", exclude_defaults=True)
        assert self.entry is not None
        lists = {kind.list_name for kind in inner_kinds(kind_of(self.entry))}
        return {
            "id": self.entry.id,
            "kind": kind_of(self.entry).name,
            "title": self.entry.title,
            "file": str(self.data.path),
            "line": self.data.lines[self.entry.id],
            "ancestors": [ancestor.id for ancestor in self.index.located[self.entry.id].ancestors],
            "fields": self.entry.model_dump(mode="json", exclude_defaults=True, exclude={"id", "title", *lists}),
            "contains": [part.id for part in parts_of(self.entry)],
            "referred_to_by": [{"id": other.id, "field": reference} for reference, other in self._referring()],
        }

    def lines(self) -> Iterator[str]:
        """The entry as text, one line for each value."""
        if self.tombstone:
            yield _tombstone_in_words(self.tombstone)
            return
        assert self.entry is not None
        yield f"{word_for(self.entry)} {self.entry.id}: {self.entry.title}"
        yield f"{self.data.path}:{self.data.lines[self.entry.id]}"
        if ancestors := self.index.located[self.entry.id].ancestors:
            yield f"in: {' ▸ '.join(map(_named, ancestors))}"
        lists = {kind.list_name for kind in inner_kinds(kind_of(self.entry))}
        references = {reference.partition(".")[0] for reference in kind_of(self.entry).refers_to}
        for name, value in self.entry.model_dump(mode="json", exclude_defaults=True, exclude={"id", "title", *lists}).items():
            if value and isinstance(value, list) and isinstance(value[0], dict):
                yield f"{name}:"
                yield from (f"  - {self._record(record)}" for record in value)
            elif name in references and isinstance(value, list):
                yield f"{name}: {', '.join(map(self._reference, value))}"
            else:
                yield f"{name}: {self._in_words(value)}"
        for kind in inner_kinds(kind_of(self.entry)):
            if parts := getattr(self.entry, kind.list_name):
                yield f"{kind.list_name}: {', '.join(map(_named, parts))}"
        referring: dict[str, list[str]] = {}
        for reference, other in self._referring():
            referring.setdefault(REFERRING.get(reference, f"{reference} of"), []).append(_named(other))
        for label, names in referring.items():
            yield f"{label}: {', '.join(names)}"

    def _referring(self) -> Iterator[tuple[str, Entry]]:
        """The entries that refer to it, each with the field that does."""
        assert self.entry is not None
        for located in self.index.located.values():
            for reference in kind_of(located.entry).refers_to:
                if self.entry.id in ids_in(located.entry, reference):
                    yield reference, located.entry

    def _in_words(self, value: Any) -> str:
        if isinstance(value, dict):
            return self._record(value)
        if isinstance(value, bool):
            return "yes"
        return ", ".join(value) if isinstance(value, list) else f"{value:g}" if isinstance(value, float) else str(value)

    def _record(self, record: dict[str, Any]) -> str:
        """A record: its first value, and the others with their names."""
        values = [f"{name}: {value}" if number else self._reference(str(value)) for number, (name, value) in enumerate(record.items())]
        return "; ".join(values)

    def _reference(self, text: str) -> str:
        located = self.index.located.get(text)
        return _named(located.entry) if located else text


def _named(entry: Entry) -> str:
    return f"{entry.title} ({entry.id})"


def _tombstone_in_words(stone: Tombstone) -> str:
    kind = f"{label_of(KIND[stone.kind])} " if stone.kind else ""
    into = f" into {', '.join(stone.into)}" if stone.into else ""
    day = f" on {stone.on.isoformat()}" if stone.on else ""
    return f"{kind}{stone.id} was {stone.was}{into}{day}" + (f": {stone.reason}" if stone.reason else "")

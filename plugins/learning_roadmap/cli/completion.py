"""Completion of ids in a shell. It reads lines instead of YAML: it runs at every key press."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from learning_roadmap.cli.location import data_file

# The first lines of an entry, and the line above the first entry of a list, in canonical form.
LINE = re.compile(r"^( *)(?:- id: ([a-z0-9-]+)$(?:\n +title: (.*))?|(\w+):$)", re.MULTILINE)
# Lists of ids that are no entries.
NO_ENTRIES = frozenset({"documents", "history", "parts"})

Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def ids_of(*lists: str) -> Complete:
    """Completes the ids of entries in these lists of the data file; without lists, of all entries."""

    def complete(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
        data = context.params.get("data") or data_file()
        return [CompletionItem(id, help=title) for name, id, title in _entries(data) if (not lists or name in lists) and id.startswith(incomplete)]

    return complete


def _entries(data: Path) -> Iterator[tuple[str, str, str]]:
    """The list, id and title of each entry."""
    try:
        text = Path(data).read_text("utf-8", "replace")
    except OSError:
        return
    names: dict[int, str] = {}  # the list that was last begun, by the depth of its items
    for match in LINE.finditer(text):
        indent = len(match[1])
        if match[4]:
            names[indent] = match[4]
        elif (name := names.get(indent, names.get(indent - 2, ""))) not in NO_ENTRIES:
            yield name, match[2], (match[3] or "").strip("'\"")

"""`roadmap list`: the entries of a kind, in a place, or without a field."""

from collections.abc import Sequence
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from learning_roadmap.cli.common import inform, load_data, reporting_errors, say, say_json
from learning_roadmap.cli.completion import ids_of
from learning_roadmap.cli.entry import require_entry
from learning_roadmap.cli.options import data_option, format_option, quiet_option
from learning_roadmap.diagnostics import Option, Problem, ProblemsFound, did_you_mean, visible
from learning_roadmap.model import KIND, KIND_OF_LIST, Entry, Kind, RoadmapIndex, Topic, fields_in, has_beginning, kind_of, label_of, plural, word_for

# Fields that only topics without subtopics need to have, as 'roadmap stats' counts them.
OF_COUNTED_TOPICS = frozenset({"hours", "read", "check", "papers"})


def _complete_kinds(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in KIND if name.startswith(incomplete)]


@click.command("list")
@click.argument("kind", required=False, shell_complete=_complete_kinds)
@click.option("--in", "within", metavar="ENTRY", shell_complete=ids_of("phases", "sections", "topics"), help="Only what this entry contains.")
@click.option("--missing", multiple=True, metavar="FIELD", help="Only entries without this field, such as hours. Repeatable.")
@data_option
@format_option("text", "json")
@quiet_option
def list_command(kind: str | None, within: str | None, missing: tuple[str, ...], data: Path, style: str) -> None:
    """List entries, such as all topics without hours.

    KIND is a kind of entry, such as topic or paper; without it, entries of all kinds are listed. --missing is as 'roadmap stats'
    counts: a topic with subtopics does not lack hours or what to read, and a starting point does not lack prerequisites.
    """
    with reporting_errors(writes=False):
        chosen = _kind(kind)
        fields = [_field(name, chosen) for name in missing]
        file = load_data(data)
        index = RoadmapIndex(file.roadmap)
        holder = require_entry(index, "--in", within, "an entry that contains others") if within is not None else None
        entries = [
            located.entry
            for located in index.located.values()
            if (chosen is None or kind_of(located.entry) is chosen)
            and (holder is None or holder in located.ancestors)
            and all(lacks(index, located.entry, name) for name in fields)
        ]
    if style == "json":
        say_json([_plain(index, entry, file.lines[entry.id]) for entry in entries])
        return
    width = max((len(entry.id) for entry in entries), default=0)
    for entry in entries:
        say(visible(f"{entry.id:{width}}  {entry.title}" + ("" if chosen else f" ({word_for(entry)})")))
    if not entries:
        inform(f"no {label_of(chosen) if chosen else 'entry'} matches.")
    else:
        click.echo(plural(len(entries), label_of(chosen) if chosen else "entry"), err=True)


def lacks(index: RoadmapIndex, entry: Entry, name: str) -> bool:
    """Whether an entry has a field of that name and it is empty."""
    if isinstance(entry, Topic):
        if name == "needs":
            return not has_beginning(index, entry)
        if name in OF_COUNTED_TOPICS and entry.topics:
            return False
    return name in fields_in(type(entry)) and getattr(entry, name) in (None, (), False)


def _plain(index: RoadmapIndex, entry: Entry, line: int) -> dict[str, object]:
    ancestors = [ancestor.id for ancestor in index.located[entry.id].ancestors]
    return {"id": entry.id, "kind": kind_of(entry).name, "title": entry.title, "line": line, "ancestors": ancestors}


def _kind(name: str | None) -> Kind | None:
    """The kind with that name, also in the plural.

    Raises:
        ProblemsFound: when there is none.
    """
    if name is None:
        return None
    labels = {label: kind for kind in KIND.values() for label in (label_of(kind), f"{label_of(kind)}s")}
    kind = KIND.get(name) or KIND.get(KIND_OF_LIST.get(name, "")) or labels.get(name)
    if kind is None:
        raise _unknown("KIND", "kind", name, list(KIND))
    return kind


def _field(name: str, kind: Kind | None) -> str:
    """The field with that name, which the kind has, or any kind.

    Raises:
        ProblemsFound: when there is none.
    """
    fields = {field for other in KIND.values() if kind in (None, other) for field, info in fields_in(other.model).items() if not info.is_required()}
    if (field := name.replace("-", "_")) not in fields:
        raise _unknown("--missing", f"optional field of a {label_of(kind)}" if kind else "optional field", name, sorted(fields))
    return field


def _unknown(option: str, what: str, name: str, names: Sequence[str]) -> ProblemsFound:
    fix = did_you_mean(name, names, f"use one of: {', '.join(names)}")
    return ProblemsFound([Problem(Option(option), "REF-UNKNOWN", f"unknown {what} '{visible(name)}'", fix)])

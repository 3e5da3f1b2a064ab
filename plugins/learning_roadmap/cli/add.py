"""`roadmap add`: a command for each kind of entry, with an option for each of its fields."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

import click
from pydantic.fields import FieldInfo

from learning_roadmap.cli.changes import change, edit_options
from learning_roadmap.cli.completion import ids_of
from learning_roadmap.cli.kinds import KindCommands
from learning_roadmap.cli.numbers import NUMBERS
from learning_roadmap.model import (
    KIND,
    KINDS,
    MATERIAL_FIELDS,
    Kind,
    Shape,
    fields_in,
    inner_kinds,
    label_of,
    option_of,
    record_of,
    shape_of,
    value_type,
)

# The title is an argument, the id is derived from it, only an import sets the provenance, and every command records the day itself.
NO_OPTIONS = frozenset({"id", "title", "named", "added"})
# Lists of records that refer to an entry: the field that does, the other field, and the form of the value.
REFERRING_OPTIONS = {
    "needs": ("topic", "reason", "TOPIC[: REASON]"),
    "read": ("resource", "part", "RESOURCE[: PART]"),
    "skills": ("entry", "reason", "ENTRY[: REASON]"),
}
# Lists of records with two texts, which are two values of the option.
PAIR_OPTIONS = {"check": ("ask", "answer"), "parts": ("title", "at"), "positions": ("document", "says")}


def command_for(kind: Kind) -> click.Command:
    """The command that adds an entry of a kind."""

    def add(title: str, data: Path, dry_run: bool, reformat: bool, within: str | None = None, **options: Any) -> None:
        from learning_roadmap import edit

        fields = _fields(kind, options)
        change(data, dry_run, reformat, lambda session: edit.add(session, kind.name, title, within, **fields))

    label = label_of(kind)
    words = f"Add {'an' if label[0] in 'aeiou' else 'a'} {label}."
    return edit_options(click.Command(kind.name, callback=add, params=[click.Argument(["title"]), *_options(kind)], help=words))


def _fields(kind: Kind, options: dict[str, Any]) -> dict[str, Any]:
    """The fields of an entry as plain values, from the values of the options."""
    fields: dict[str, Any] = {}
    for option, value in options.items():
        name, _, inner = option.partition("__")
        if inner and value is not None:
            fields.setdefault(name, {})[inner] = str(value)
        elif name in REFERRING_OPTIONS:
            reference, other, _ = REFERRING_OPTIONS[name]
            fields[name] = [_record(text, reference, other, kind.refers_to[f"{name}.{reference}"]) for text in value]
        elif name in PAIR_OPTIONS:
            fields[name] = [dict(zip(PAIR_OPTIONS[name], texts, strict=True)) for texts in value]
        elif not inner:
            fields[name] = value
    return fields


def _options(kind: Kind) -> Iterator[click.Option]:
    if kind.parents:
        words = f"{' or '.join(kind.parents).capitalize()} to append it to (id or title)."
        yield click.Option(["--in", "within"], required=True, metavar=_metavar(kind.parents), shell_complete=_complete(kind.parents), help=words)
    parts = {inner.list_name for inner in inner_kinds(kind)}
    for name, field in fields_in(kind.model).items():
        if name in NO_OPTIONS or name in parts:
            continue
        if shape_of(field) is Shape.RECORD:
            yield from _options_of_record(kind, name, field)
        else:
            yield _option(kind, name, field)
    if kind.name in MATERIAL_FIELDS:
        words = "Topic that it teaches or explains. Repeatable."
        yield click.Option(["--topic", "topics"], multiple=True, metavar="TOPIC", shell_complete=_complete(("topic",)), help=words)


def _options_of_record(kind: Kind, name: str, field: FieldInfo) -> Iterator[click.Option]:
    """An option for each field of a record, such as ``--status-since``."""
    record = record_of(field)
    assert record is not None
    for inner_name, inner in fields_in(record).items():
        inner_name = inner.alias or inner_name
        type = _click_type(inner)
        flag = f"{option_of(kind.model, name)}-{inner_name}"
        yield click.Option(
            [flag, f"{name}__{inner_name}"], type=type, metavar=None if isinstance(type, click.Choice) else "TEXT", help=inner.description
        )


def _option(kind: Kind, name: str, field: FieldInfo) -> click.Option:
    words, flag, shape = field.description, option_of(kind.model, name), shape_of(field)
    if name in PAIR_OPTIONS:
        metavar = " ".join(PAIR_OPTIONS[name]).upper()
        return click.Option([flag, name], multiple=True, nargs=2, metavar=metavar, help=f"{words} Repeatable.")
    if shape in (Shape.VALUES, Shape.RECORDS):
        reference, _, form = REFERRING_OPTIONS.get(name, ("", "", ""))
        target_kinds = kind.refers_to.get(f"{name}.{reference}".rstrip("."), ())
        metavar = form or (_metavar(target_kinds) if target_kinds else "TEXT")
        complete = _complete(target_kinds) if target_kinds else None
        return click.Option([flag, name], multiple=True, metavar=metavar, shell_complete=complete, help=f"{words} Repeatable.")
    if shape is Shape.FLAG:
        return click.Option([flag, name], is_flag=True, help=words)
    return click.Option([flag, name], type=_click_type(field), required=field.is_required(), help=words)


def _click_type(field: FieldInfo) -> Any:
    """What Click converts a value to. Dates stay texts, which the model checks."""
    value = value_type(field)
    if issubclass(value, StrEnum):
        return click.Choice([member.value for member in value])
    return NUMBERS.get(value, str)


def _complete(kinds: Sequence[str]) -> Any:
    return ids_of(*(KIND[kind].list_name for kind in kinds))


def _metavar(kinds: tuple[str, ...]) -> str:
    return kinds[0].upper() if len(kinds) == 1 else "ENTRY"


def _record(text: str, inner: str, other: str, target_kinds: Sequence[str]) -> dict[str, str]:
    """A record from the value of an option: what it refers to, then a colon and the rest."""
    # "topic:dropout: why" names its topic with its kind.
    kind, colon, rest = text.partition(":")
    if kind not in target_kinds or rest[:1].isspace():
        kind, colon, rest = "", "", text
    name, _, more = rest.partition(":")
    return {inner: kind + colon + name.strip(), **({other: more.strip()} if more.strip() else {})}


@click.group("add", cls=KindCommands, commands=[command_for(kind) for kind in KINDS])
def add_group() -> None:
    """Add an entry to the roadmap.

    The id is made from the title and is never one that was used before.
    """

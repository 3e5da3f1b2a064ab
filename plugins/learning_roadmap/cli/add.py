"""`roadmap add`: a command for each kind of entry, with an option for each of its fields."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

import click
from pydantic.fields import FieldInfo

from learning_roadmap import edit
from learning_roadmap.cli.common import data_option
from learning_roadmap.cli.edit import change, dry_option, reformat_option
from learning_roadmap.cli.numbers import NUMBERS
from learning_roadmap.model import KINDS, MATERIAL_FIELDS, Kind, Record, inner_kinds, label_of

# The title is an argument, the id is derived from it, only an import sets the provenance, and every command records the day itself.
NO_OPTIONS = frozenset({"id", "title", "named", "added"})
# Lists of records that an option can give: the field that refers to an entry, the other field, and the form of the value.
RECORD_OPTIONS = {
    "needs": ("topic", "reason", "TOPIC[: REASON]"),
    "read": ("resource", "part", "RESOURCE[: PART]"),
    "skills": ("entry", "reason", "ENTRY[: REASON]"),
}


def command_for(kind: Kind) -> click.Command:
    """The command that adds an entry of a kind."""

    def add(title: str, data: Path, dry_run: bool, reformat: bool, within: str | None = None, **fields: Any) -> None:
        for name, (inner, other, _) in RECORD_OPTIONS.items():
            if name in fields:
                fields[name] = [_record(text, inner, other, kind.refers_to[f"{name}.{inner}"]) for text in fields[name]]
        change(data, dry_run, reformat, lambda session: edit.add(session, kind.name, title, within, **fields))

    label = label_of(kind)
    words = f"Add {'an' if label[0] in 'aeiou' else 'a'} {label}."
    command = click.Command(kind.name, callback=add, params=[click.Argument(["title"]), *_options(kind)], help=words)
    return data_option(dry_option(reformat_option(command)))


def _options(kind: Kind) -> Iterator[click.Option]:
    if kind.parents:
        words = f"{' or '.join(kind.parents).capitalize()} to append it to (id or title)."
        yield click.Option(["--in", "within"], required=True, metavar=_metavar(kind.parents), help=words)
    parts = {inner.list_name for inner in inner_kinds(kind)}
    for name, field in kind.model.model_fields.items():
        if name not in NO_OPTIONS and name not in parts and (name in RECORD_OPTIONS or not _holds_records(field.annotation)):
            yield _option(kind, name, field)
    if kind.name in MATERIAL_FIELDS:
        words = "Topic that it teaches or explains. Repeatable."
        yield click.Option(["--topic", "topics"], multiple=True, metavar="TOPIC", help=words)


def _holds_records(annotation: Any) -> bool:
    """Whether a field holds records, which are edited in the file."""
    if isinstance(annotation, type):
        return issubclass(annotation, Record)
    return any(map(_holds_records, get_args(annotation)))


def _option(kind: Kind, name: str, field: FieldInfo) -> click.Option:
    words, flag = field.description, edit.option_of(kind.model, name)
    value = _type_of(field.annotation)
    if value is tuple:
        target_kinds = kind.refers_to.get(name, ())
        metavar = RECORD_OPTIONS[name][2] if name in RECORD_OPTIONS else _metavar(target_kinds) if target_kinds else "TEXT"
        return click.Option([flag, name], multiple=True, metavar=metavar, help=f"{words} Repeatable.")
    if value is bool:
        return click.Option([flag, name], is_flag=True, help=words)
    type: Any = click.Choice([member.value for member in value]) if issubclass(value, StrEnum) else NUMBERS.get(value, value)
    return click.Option([flag, name], type=type, required=field.is_required(), help=words)


def _metavar(kinds: tuple[str, ...]) -> str:
    return kinds[0].upper() if len(kinds) == 1 else "ENTRY"


def _type_of(annotation: Any) -> type[Any]:
    """The class of a field's values, without constraints and None."""
    if isinstance(annotation, type):
        return annotation
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        return tuple
    return _type_of(inner[0] if origin is Annotated else next(argument for argument in inner if argument is not NoneType))


def _record(text: str, inner: str, other: str, target_kinds: Sequence[str]) -> dict[str, str]:
    """A record from the value of an option: what it refers to, then a colon and the rest."""
    # "topic:dropout: why" names its topic with its kind.
    kind, colon, rest = text.partition(":")
    if kind not in target_kinds or rest[:1].isspace():
        kind, colon, rest = "", "", text
    name, _, more = rest.partition(":")
    return {inner: kind + colon + name.strip(), **({other: more.strip()} if more.strip() else {})}


@click.group("add", commands=[command_for(kind) for kind in KINDS])
def add_group() -> None:
    """Add an entry to the roadmap.

    The id is made from the title and is never one that was used before.
    """

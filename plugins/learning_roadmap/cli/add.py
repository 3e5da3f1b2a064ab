"""`roadmap add`: a command for each kind of entry, with an option for each of its fields."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

import click
from pydantic.fields import FieldInfo

from learning_roadmap import edit
from learning_roadmap.cli.common import data_option
from learning_roadmap.cli.edit import change, dry_option, reformat_option
from learning_roadmap.model import KINDS, Kind, inner_kinds, label_of

# The title is an argument, the id is derived from it, and only an import sets the provenance.
NO_OPTIONS = frozenset({"id", "title", "named"})


def command_for(kind: Kind) -> click.Command:
    """The command that adds an entry of a kind."""

    def add(title: str, data: Path, dry_run: bool, reformat: bool, within: str | None = None, **fields: Any) -> None:
        if "needs" in fields:
            fields["needs"] = [_need(need) for need in fields["needs"]]
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
        if name not in NO_OPTIONS and name not in parts:
            yield _option(kind, name, field)


def _option(kind: Kind, name: str, field: FieldInfo) -> click.Option:
    words, flag = field.description, edit.option_of(kind.model, name)
    value = _type_of(field.annotation)
    if value is tuple:
        target_kinds = kind.refers_to.get(name, ())
        metavar = "TOPIC[: REASON]" if name == "needs" else _metavar(target_kinds) if target_kinds else "TEXT"
        return click.Option([flag, name], multiple=True, metavar=metavar, help=f"{words} Repeatable.")
    if value is bool:
        return click.Option([flag, name], is_flag=True, help=words)
    type: Any = click.Choice([member.value for member in value]) if issubclass(value, StrEnum) else value
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


def _need(text: str) -> dict[str, str]:
    # "topic:dropout: why" names its topic with its kind.
    kind, rest = text[:6], text[6:]
    if kind != "topic:" or rest[:1].isspace():
        kind, rest = "", text
    topic, _, reason = rest.partition(":")
    return {"topic": kind + topic.strip(), **({"reason": reason.strip()} if reason.strip() else {})}


@click.group("add", commands=[command_for(kind) for kind in KINDS])
def add_group() -> None:
    """Add an entry to the roadmap.

    The id is made from the title and is never one that was used before.
    """

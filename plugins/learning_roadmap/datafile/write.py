"""A roadmap to YAML: one canonical form, laid out for people. The YAML library does the quoting."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import yaml

from learning_roadmap.datafile.tree import SMART_QUOTES
from learning_roadmap.model import Roadmap

HEADER = "# yaml-language-server: $schema=roadmap.schema.json\n"
# Records that read best on one line.
ONE_LINE = frozenset({"named", "needs"})
MAX_ONE_LINE = 150


def to_plain(roadmap: Roadmap) -> dict[str, Any]:
    """The roadmap as plain values, without the fields that are at their default."""
    plain: dict[str, Any] = roadmap.model_dump(mode="json", exclude_defaults=True)
    return plain


def write_roadmap(roadmap: Roadmap) -> str:
    """The canonical text of a roadmap's data file."""
    return HEADER + "\n".join(block_lines(to_plain(roadmap))) + "\n"


def block_lines(value: Mapping[str, Any], indent: int = 0) -> list[str]:
    """A mapping as lines of YAML; entries of the outer lists are set apart by blank lines."""
    lines: list[str] = []
    pad = " " * indent
    for name, inner in sorted(value.items(), key=lambda field: _holds_records(field[1])):
        if _holds_records(inner):
            if indent == 0:
                lines.append("")
            lines.append(f"{pad}{name}:")
            for item in inner:
                lines.extend(entry_lines(item, indent, name))
        else:
            lines.append(f"{pad}{name}: {one_line(inner)}")
    return lines


def entry_lines(item: Mapping[str, Any], indent: int, list_name: str) -> list[str]:
    """One entry of a list, its dash at ``indent``."""
    pad = " " * indent
    holds_entries = any(map(_holds_records, item.values()))
    flat = one_line(item)
    if list_name in ONE_LINE or (list_name in ("items", "outline", "fields", "history") and not holds_entries and len(flat) <= MAX_ONE_LINE):
        return [f"{pad}- {flat}"]
    lines = block_lines(item, indent + 2)
    lines[0] = f"{pad}- {lines[0].lstrip()}"
    apart = list_name in ("phases", "sections", "documents")
    return ["", *lines] if apart else lines


def _holds_records(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def one_line(value: Any) -> str:
    """Any value in YAML's flow style, on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _scalar(value)
    if isinstance(value, Mapping):
        return (
            "{"
            + ", ".join(f"{name}: {_scalar(inner, flow=True) if isinstance(inner, str) else one_line(inner)}" for name, inner in value.items())
            + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(_scalar(inner, flow=True) if isinstance(inner, str) else one_line(inner) for inner in value) + "]"
    return _number(value) if isinstance(value, float) else str(value)


def _number(value: float) -> str:
    """All digits of a number, and never an exponent: readers of YAML do not agree on what that is."""
    return str(int(value)) if value.is_integer() else f"{Decimal(repr(value)):f}"


# Words that need no quotes, whatever they stand between; most texts are such, and the library is slow to say so.
SIMPLE = re.compile(r"[A-Za-z](?:[A-Za-z0-9 ()/_.-]*[A-Za-z0-9)])?")
NO_TEXT = frozenset("y n yes no on off true false null".split())


def _scalar(text: str, flow: bool = False) -> str:
    if SIMPLE.fullmatch(text) and text.casefold() not in NO_TEXT:
        return text
    # Curly quotes around a bare text are refused on reading: they look like quotes, and quote nothing.
    style = "'" if text[:1] in tuple(SMART_QUOTES) else None
    node = yaml.ScalarNode("tag:yaml.org,2002:str", text, style=style)
    tree: yaml.Node = yaml.SequenceNode("tag:yaml.org,2002:seq", [node], flow_style=True) if flow else node
    # The fast emitter writes signs beyond the basic plane, such as emoji, as numbers.
    dumper: type[Any] = yaml.CSafeDumper if max(text, default="") < "\U00010000" else yaml.SafeDumper
    # A plain scalar that YAML would take for something else gets quotes from the resolver.
    emitted: str = yaml.serialize(tree, Dumper=dumper, allow_unicode=True, width=100_000)
    emitted = emitted.removesuffix("\n").removesuffix("\n...")
    return emitted[1:-1] if flow else emitted

"""Write a roadmap as YAML in one canonical, readable form. The YAML library does the quoting."""

import re
import textwrap
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import yaml

from learning_roadmap.datafile.refusals import SMART_QUOTES
from learning_roadmap.model import KIND_OF_LIST, Roadmap

HEADER = "# yaml-language-server: $schema=roadmap.schema.json\n"
# Lists whose records are written on one line.
ONE_LINE = frozenset({"named", "translations", "needs", "read", "parts", "skills"})
MAX_ONE_LINE = 150
# Longer texts are folded to lines of this length.
MAX_TEXT_LINE = 130


def to_plain(roadmap: Roadmap) -> dict[str, Any]:
    """The roadmap as plain values, without the fields that are at their default."""
    plain: dict[str, Any] = roadmap.model_dump(mode="json", exclude_defaults=True)
    return plain


def write_roadmap(roadmap: Roadmap) -> str:
    """The canonical text of a roadmap's data file."""
    return HEADER + "\n".join(block_lines(to_plain(roadmap))) + "\n"


def block_lines(value: Mapping[str, Any], indent: int = 0) -> list[str]:
    """A mapping as lines of YAML; blank lines separate the entries of the outer lists."""
    lines: list[str] = []
    pad = " " * indent
    for name, inner in sorted(value.items(), key=_rank):
        if _holds_records(inner):
            if indent == 0:
                lines.append("")
            lines.append(f"{pad}{name}:")
            for item in inner:
                lines.extend(entry_lines(item, indent, name))
        elif isinstance(inner, str) and (folded := _folded(inner, indent + 2)):
            lines.append(f"{pad}{name}: >-")
            lines.extend(folded)
        else:
            lines.append(f"{pad}{name}: {one_line(inner)}")
    return lines


def entry_lines(item: Mapping[str, Any], indent: int, list_name: str) -> list[str]:
    """One entry of a list, its dash at ``indent``."""
    pad = " " * indent
    is_always = list_name in ONE_LINE
    is_if_short = list_name in ("items", "outline", "fields", "history") and not any(map(_holds_records, item.values()))
    if is_always or is_if_short:
        flat = one_line(item)
        if is_always or len(flat) <= MAX_ONE_LINE:
            return [f"{pad}- {flat}"]
    lines = block_lines(item, indent + 2)
    lines[0] = f"{pad}- {lines[0].lstrip()}"
    is_separated = list_name in ("phases", "sections", "documents")
    return ["", *lines] if is_separated else lines


def _rank(field: tuple[str, Any]) -> int:
    """The place of a field in its entry: values, then lists of records, then provenance, then what the entry holds."""
    name, value = field
    if not _holds_records(value):
        return 0
    return 2 if name == "named" else 3 if name in KIND_OF_LIST or name in ("history", "documents") else 1


def _folded(text: str, indent: int) -> list[str]:
    """The lines of a long text in YAML's folded style; none if the text is short, or would not be read back as it is."""
    if len(text) + indent <= MAX_TEXT_LINE or not FOLDABLE.fullmatch(text):
        return []
    lines = textwrap.wrap(text, MAX_TEXT_LINE - indent, break_long_words=False, break_on_hyphens=False)
    return [" " * indent + line for line in lines]


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
    """A number with all digits and without an exponent, which YAML parsers read differently."""
    return str(int(value)) if value.is_integer() else f"{Decimal(repr(value)):f}"


# Texts that never need quotes. Most texts match, and asking the library is slow.
# Words of visible characters with single spaces between them.
FOLDABLE = re.compile(r"[!-~\u00a1-\u1fff\u2010-\u2027\u2030-\u2fff]+(?: [!-~\u00a1-\u1fff\u2010-\u2027\u2030-\u2fff]+)*")
SIMPLE = re.compile(r"[A-Za-z](?:[A-Za-z0-9 ()/_.-]*[A-Za-z0-9)])?")
RESERVED_WORDS = frozenset("y n yes no on off true false null".split())


def _scalar(text: str, flow: bool = False) -> str:
    if SIMPLE.fullmatch(text) and text.casefold() not in RESERVED_WORDS:
        return text
    # The reader refuses plain texts in curly quotes, which look like quotes but are not.
    style = "'" if text[:1] in tuple(SMART_QUOTES) else None
    node = yaml.ScalarNode("tag:yaml.org,2002:str", text, style=style)
    tree: yaml.Node = yaml.SequenceNode("tag:yaml.org,2002:seq", [node], flow_style=True) if flow else node
    # The fast emitter escapes characters beyond the basic plane, such as emoji.
    dumper: type[Any] = yaml.CSafeDumper if max(text, default="") < "\U00010000" else yaml.SafeDumper
    # The resolver quotes a plain scalar that YAML would read as another type.
    emitted: str = yaml.serialize(tree, Dumper=dumper, allow_unicode=True, width=100_000)
    emitted = emitted.removesuffix("\n").removesuffix("\n...")
    return emitted[1:-1] if flow else emitted

"""The parts of a line of a data file: spaces, dash, field and value; and a slip of the pen in it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from learning_roadmap.diagnostics import Edit

LINE = re.compile(r"(?P<lead> *(?:- +)*)(?:(?P<key>[A-Za-z_][\w-]*) *:(?: +|$))?(?P<value>.*?)\s*")
BLOCK_TEXT = re.compile(r"[|>][+-]?\d?[+-]?$")
COMMENT = re.compile(r"\s#.*")
LONGEST_LINE = 5_000  # characters; the patterns above take long on longer ones


class Slip(NamedTuple):
    """A slip of the pen: its position and width, what it is, what to do, and the edit that does it, if it is safe."""

    mark: tuple[int, int]
    width: int
    code: str
    message: str
    fix: str
    edit: Edit | None = None


class Parts(NamedTuple):
    """A line taken apart; columns count from 0."""

    indent: int
    text_at: int
    key: str
    value_at: int
    value: str

    @property
    def has_dash(self) -> bool:
        """Whether it begins a list item."""
        return self.text_at > self.indent


def quoted(text: str) -> str:
    """A text in single quotes, in which only the quote itself has a meaning."""
    return "'" + text.replace("'", "''") + "'"


def parts_of(line: str) -> Parts | None:
    """The parts of a line; None for a blank line, a comment, and a line that is longer than any text may be."""
    if len(line) > LONGEST_LINE or not line.strip() or line.lstrip().startswith("#"):
        return None
    match = LINE.fullmatch(line)
    assert match is not None
    return Parts(len(line) - len(line.lstrip(" ")), match.end("lead"), match["key"] or "", match.start("value"), match["value"])


def block_texts(lines: Sequence[str], last: int) -> set[int]:
    """The numbers of lines inside texts that begin with ``>-`` or ``|``."""
    texts: set[int] = set()
    indent: int | None = None
    for number, line in enumerate(lines[:last], 1):
        own = len(line) - len(line.lstrip(" "))
        if indent is not None and (own > indent or not line.strip()):
            texts.add(number)
            continue
        parts = parts_of(line)
        indent = parts.text_at if parts and parts.key and BLOCK_TEXT.match(parts.value) else None
    return texts

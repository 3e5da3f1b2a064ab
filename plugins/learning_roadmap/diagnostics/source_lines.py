"""The lines of a file that a problem is in, with a caret under what is wrong."""

import re
import unicodedata
from collections.abc import Sequence

from learning_roadmap.diagnostics.problem import Place, visible

WIDTH = 110  # columns of a shown line
BEFORE = 40  # columns before the caret that stay when a long line is cut
# A value on a line: in quotes, the name of a field, up to the end of a value in braces, or up to the end of the line.
QUOTED = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"")
FIELD = re.compile(r"[\w.-]+(?=\s*:(?:\s|$))")
IN_BRACES = re.compile(r"[^,\]}]*[^\s,\]}]")
PLAIN = re.compile(r"\S(?:.*?\S)??(?=\s+#|\s*$)")


def excerpt_lines(lines: Sequence[str], place: Place) -> list[tuple[str, str]]:
    """Number and text of the line of a place and of the one before, and a row of carets without a number; nothing past the end of the file."""
    if not 0 < place.line <= len(lines) or not lines[place.line - 1].strip():
        return []
    line = lines[place.line - 1]
    if line.lstrip().startswith("# yaml-language-server:"):
        return []
    start = min(place.column - 1, len(line))
    if start == 0 and not place.width:
        start = len(line) - len(line.lstrip(" -")) if line.strip(" -") else 0
    end = start + (place.width or width_at(line, start))
    first, last = _columns(line[:start]), _columns(line[:end])
    cut = max(0, first - BEFORE) if _columns(line) > WIDTH else 0
    rows = [(str(place.line), _cut(visible_line(line), cut))]
    if place.line > 1 and (before := lines[place.line - 2]).strip():
        rows.insert(0, (str(place.line - 1), _cut(visible_line(before), cut)))
    marked = max(1, min(last, cut + WIDTH) - first)
    return [*rows, ("", " " * (first - cut) + "^" * marked)]


def width_at(line: str, start: int) -> int:
    """How many characters the value or the name of a field has that begins there.

    >>> width_at("title: 'a b' # c", 7), width_at("- {line: 5, words: a b}", 19), width_at("hours: 4  # c", 0), width_at("hours: 4  # c", 7)
    (5, 3, 5, 1)
    """
    rest = line[start:]
    in_braces = re.match(r"[^'\"]*[{\[]", line[:start]) is not None
    patterns: tuple[re.Pattern[str], ...] = (QUOTED, FIELD, *((IN_BRACES,) if in_braces else ()), PLAIN)
    for pattern in patterns:
        if match := pattern.match(rest):
            return match.end()
    return 1


def visible_line(line: str) -> str:
    """A line of a file as it is shown: control and invisible characters are written as codes, a tab as an arrow."""
    return visible(line.replace("\t", "→"))


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes as it is shown."""
    shown = visible_line(text)
    return sum(0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in shown)


def _cut(shown: str, cut: int) -> str:
    """The columns of a line that are shown. A cut is marked with an ellipsis."""
    if cut:
        shown = "…" + shown[cut + 1 :]
    return shown if len(shown) <= WIDTH else shown[: WIDTH - 1] + "…"

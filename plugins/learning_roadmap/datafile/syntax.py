"""Find the slip of the pen behind an error in YAML: a parser reports where it gave up, often lines later.

A data file is made of simple lines, ``field: value`` and ``- field: value``. So the lines around an error are compared with that form.
"""

import re
from collections.abc import Sequence
from typing import Any

import yaml

from learning_roadmap.datafile.foreign_lines import foreign_line
from learning_roadmap.datafile.line_parts import LONGEST_LINE, Parts, Slip, block_texts, parts_of
from learning_roadmap.datafile.nesting import continuation_slip, dash_slip, nesting_slip, outer_slip
from learning_roadmap.datafile.quotes import bracket_slip, quote_slip, text_slip
from learning_roadmap.datafile.record_fields import field_names
from learning_roadmap.diagnostics import Edit, excerpt

LOOKED_BACK = 3  # lines: the parser mostly gives up on the line after a slip


def syntax_slip(lines: Sequence[str], number: int, context: int | None) -> Slip | None:
    """The slip behind a syntax error in line ``number``, within what began in line ``context``."""
    number = min(number, len(lines))
    texts = block_texts(lines, number) | _read_texts(lines, number)
    for find in (_foreign_slip, quote_slip, outer_slip):
        for line_number in range(1, number + 1):
            if line_number not in texts and (slip := find(lines, line_number)):
                return slip
    nearby = [number - back for back in range(LOOKED_BACK + 1) if number > back]
    if context is not None and context not in nearby:
        nearby.append(context)
    for find, line_numbers in ((line_slip, nearby), (dash_slip, nearby), (continuation_slip, nearby), (nesting_slip, sorted(nearby))):
        for line_number in line_numbers:
            if line_number not in texts and (slip := find(lines, line_number)):
                return slip
    return None


def _read_texts(lines: Sequence[str], number: int) -> set[int]:
    """The numbers of lines in texts over several lines that the parser has read before the error in line ``number``."""
    texts: set[int] = set()
    try:
        event: Any
        for event in yaml.parse("\n".join(lines), Loader=yaml.CSafeLoader):
            first, last = event.start_mark.line + 1, event.end_mark.line + (event.end_mark.column > 0)
            if isinstance(event, yaml.ScalarEvent) and first < last < number:
                texts.update(range(first, last + 1))
    except yaml.YAMLError:
        pass
    return texts


def continued_slip(lines: Sequence[str], number: int) -> Slip | None:
    """The slip because of which the text in line ``number`` seems to continue on the next line."""
    for line_number in (number, number + 1):
        if line_number <= len(lines) and (parts := parts_of(lines[line_number - 1])):
            if slip := _structure_slip(line_number, lines[line_number - 1], parts):
                return slip
            if line_number > number and parts.key and (slip := nesting_slip(lines, line_number)):
                return slip
    return None


def line_slip(lines: Sequence[str], number: int) -> Slip | None:
    """A slip that the line itself shows."""
    line = lines[number - 1]
    if not (parts := parts_of(line)):
        return None
    return _structure_slip(number, line, parts) or bracket_slip(number, parts, is_last=number == len(lines)) or text_slip(number, parts)


def _foreign_slip(lines: Sequence[str], number: int) -> Slip | None:
    """A line in another notation."""
    line = lines[number - 1]
    if len(line) > LONGEST_LINE or (found := foreign_line(line, number, field_names())) is None:
        return None
    column, width, message, fix, edit = found
    return Slip((number, column), width, "YML-NESTING", message, fix, edit)


def _structure_slip(number: int, line: str, parts: Parts) -> Slip | None:
    """A dash, colon or space that is missing or wrong."""
    if match := re.match(r" *-(?=[A-Za-z_][\w-]*:(?: |$))", line):
        column = match.end()
        fix = f"write '- {excerpt(line[column:])}'"
        return Slip((number, column), 1, "YML-NESTING", "a space is missing after the dash", fix, Edit(number, column + 1, column + 1, " "))
    if match := re.match(r" *-(-+)(?= +[A-Za-z_][\w-]*:(?: |$))", line):
        column = match.start(1) + 1
        one_dash = Edit(number, column, match.end() + 1, "")
        return Slip((number, column), match.end() - column + 1, "YML-NESTING", "a list item begins with one dash", "write only one", one_dash)
    if match := re.match(r" *([*•–—+])(?= +[A-Za-z_][\w-]*:(?: |$))", line):
        column = match.start(1) + 1
        message = f"a list item begins with '-', not with '{match[1]}'"
        fix = f"write '-{excerpt(line[column:])}'"
        return Slip((number, column), 1, "YML-NESTING", message, fix, Edit(number, column, column + 1, "-"))
    if (match := re.match(r"([A-Za-z_]\w*):([\u00a0\u2000-\u200b\u3000])", line[parts.text_at :])) and match[1] in field_names():
        column = parts.text_at + match.end()
        message = f"a special space (U+{ord(match[2]):04X}) after '{match[1]}:'"
        return Slip((number, column), 1, "YML-NESTING", message, "replace it by an ordinary space", Edit(number, column, column + 1, " "))
    if parts.key or not (match := re.match(r"([A-Za-z_]\w*)(:| *= *| +)(?=[^\s:])", line[parts.text_at :])) or match[1] not in field_names():
        return None
    column, name = parts.text_at + 1, match[1]
    value = parts.value[match.end() :]
    fix = f"write '{name}: {excerpt(value)}'"
    what = {":": f"a space is missing after '{name}:'", "=": f"a field is written with a colon, not with '{match[2].strip()}'"}
    message = what.get(match[2].strip(), f"a colon is missing after '{name}'")
    if match[2] == ":" and value.startswith("//"):
        return None
    edit = Edit(number, column + len(name), column + match.end(), ": ") if match[2].strip() else None
    return Slip((number, column), match.end(), "YML-NESTING", message, fix, edit)

"""Find lines with too many or too few spaces at their beginning, which puts them into another entry."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from learning_roadmap.datafile.line_parts import Parts, Slip, block_texts, parts_of
from learning_roadmap.datafile.record_fields import field_names
from learning_roadmap.diagnostics import Edit, excerpt
from learning_roadmap.model import Roadmap, fields_in

INNER_LISTS = {"phases": "sections", "sections": "topics", "topics": "topics"}


def nesting_slip(lines: Sequence[str], number: int) -> Slip | None:
    """A line that is indented otherwise than all that it can belong to."""
    if not (parts := parts_of(lines[number - 1])):
        return None
    above = _open_above(lines, number)
    return _item_slip(number, parts, above) if parts.has_dash else _field_slip(lines, number, parts, above)


def outer_slip(lines: Sequence[str], number: int) -> Slip | None:
    """A field of an entry that begins in the first column, where only the fields of the roadmap itself begin."""
    match = re.match(r"([a-z_]+):(?: |$)", lines[number - 1])
    if not match or match[1] in fields_in(Roadmap) or match[1] not in field_names():
        return None
    column = next((parts.text_at for line in reversed(lines[: number - 1]) if (parts := parts_of(line)) and parts.key), 0)
    message = f"'{match[1]}' begins in the first column, so it would be a field of the whole roadmap, which has none of this name"
    fix = f"write spaces before it, as many as before the other fields of its entry{f', such as {column}' if column else ''}"
    return Slip((number, 1), len(match[1]), "YML-NESTING", message, fix)


def continuation_slip(lines: Sequence[str], number: int) -> Slip | None:
    """The second line of a text that begins in the column of its field."""
    parts, before = parts_of(lines[number - 1]), _open_above(lines, number).before
    if parts is None or before is None or parts.key or parts.has_dash or not before.key or parts.indent != before.text_at:
        return None
    if not before.value:
        message = f"the text of '{before.key}' is on the line below it, but not indented"
        return Slip(
            (number, parts.text_at + 1), len(parts.value), "YML-NESTING", message, f"write '{before.key}: {excerpt(parts.value)}' in one line"
        )
    fix = f"if it continues the text of '{before.key}', begin it with {_spaces(parts.indent + 2)}; if it is a field, write 'name: value'"
    message = f"this line is no field, and the text of '{before.key}' above it ends, because both begin in the same column"
    return Slip((number, parts.text_at + 1), len(parts.value), "YML-NESTING", message, fix)


def dash_slip(lines: Sequence[str], number: int) -> Slip | None:
    """A text in a list, without a space after its dash."""
    before = _open_above(lines, number).before
    if not (match := re.match(r"( *)-(?=[^\s-])", lines[number - 1])) or before is None:
        return None
    is_item = before.indent == len(match[1]) and (before.has_dash or (before.key and not before.value))
    if not is_item:
        return None
    column = match.end()
    fix = f"write '- {excerpt(lines[number - 1][column:])}'"
    return Slip((number, column), 1, "YML-NESTING", "a space is missing after the dash", fix, Edit(number, column + 1, column + 1, " "))


class _Open(NamedTuple):
    """What is open above a line: columns of fields; columns of lists, with name and first field of the last item; the line before."""

    fields: list[int]
    lists: dict[int, tuple[str, str]]
    before: Parts | None
    before_number: int


def _field_slip(lines: Sequence[str], number: int, parts: Parts, above: _Open) -> Slip | None:
    before = above.before
    if before is None or (before.key and not before.value and parts.indent > before.text_at):
        return None
    is_below_dash = before.has_dash and before.key and parts.indent == before.indent
    if parts.indent in above.fields and not is_below_dash:
        return None
    if before.has_dash and not is_below_dash and (slip := _slip_of_item(lines, above.before_number, parts.indent)):
        return slip
    if slip := _outdented_slip(lines, parts, above):
        return slip
    allowed = [column for column in above.fields if column != parts.indent]
    if not allowed:
        return None
    nearest = min(allowed, key=lambda column: (abs(column - parts.indent), -column))
    message = f"this line begins with {_spaces(parts.indent)}, and the fields of the entry above it with {nearest}"
    direction = "remove" if parts.indent > nearest else "add"
    fix = f"{direction} {_spaces(abs(parts.indent - nearest))} at the beginning of the line"
    return Slip((number, 1), max(parts.indent, 1), "YML-NESTING", message, fix)


def _outdented_slip(lines: Sequence[str], parts: Parts, above: _Open) -> Slip | None:
    """The slip of the line before, if it begins further left than the lines around it."""
    before, number = above.before, above.before_number
    if before is None or before.indent >= parts.indent or not before.value or (before.has_dash and before.key):
        return None
    if not before.key and not before.has_dash:
        return None
    if parts.indent not in _open_above(lines, number).fields:
        return None
    if before.key == "id" and before.indent == parts.indent - 2:
        column = before.indent + 1
        fix, edit = f"write '- ' before it, in column {column}", Edit(number, column, column, "- ")
        return Slip((number, column), 2, "YML-NESTING", "an entry begins here, and its dash is missing", fix, edit)
    message = f"this line begins with {_spaces(before.indent)}, and the lines around it with {parts.indent}"
    fix = f"add {_spaces(parts.indent - before.indent)} at the beginning of the line"
    return Slip((number, 1), max(before.indent, 1), "YML-NESTING", message, fix)


def _slip_of_item(lines: Sequence[str], number: int, fields_at: int) -> Slip | None:
    """The slip of a list item whose dash is in the column of another list, while its fields are in those of their own."""
    parts, above = parts_of(lines[number - 1]), _open_above(lines, number)
    column = fields_at - 2
    if parts is None or column == parts.indent or column not in above.lists or fields_at not in above.fields:
        return None
    return _misplaced_item(number, parts, above, column)


def _item_slip(number: int, parts: Parts, above: _Open) -> Slip | None:
    before = above.before
    begins_list = before is not None and before.key and not before.value and parts.indent >= before.text_at
    if parts.indent == 0 and before is not None and parts.key and not begins_list and 0 not in above.lists:
        message = "an entry begins here in the first column, where only the fields of the whole roadmap begin"
        fix = "move it into the list that it belongs to, such as 'topics:' of a section, and indent its lines as the entries there"
        return Slip((number, 1), 1, "YML-NESTING", message, fix)
    if not above.lists or parts.indent in above.lists or begins_list:
        return None
    inner = INNER_LISTS.get(above.lists.get(parts.indent - 2, ("", ""))[0])
    if before is not None and before.key and parts.indent == before.text_at and inner:
        message = "a list begins here, but there is no line above it that names it"
        fix = f"if these are the {inner} of the entry above, add a line '{inner}:' before them, with {_spaces(parts.indent)} at its beginning"
        return Slip((number, 1), max(parts.indent, 1), "YML-NESTING", message, fix)
    nearest = min(above.lists, key=lambda column: (above.lists[column][1] != parts.key, abs(column - parts.indent), -column))
    return _misplaced_item(number, parts, above, nearest)


def _misplaced_item(number: int, parts: Parts, above: _Open, column: int) -> Slip:
    name = above.lists[column][0]
    message = f"this line begins with {_spaces(parts.indent)}, and the other items of '{name}' with {column}"
    direction = "remove" if parts.indent > column else "add"
    fix = f"{direction} {_spaces(abs(parts.indent - column))} at the beginning of the line; its fields begin with {column + 2}"
    return Slip((number, 1), max(parts.indent, 1), "YML-NESTING", message, fix)


def _open_above(lines: Sequence[str], number: int) -> _Open:
    fields: list[int] = []
    lists: dict[int, tuple[str, str]] = {}
    before, before_number = None, 0
    texts = block_texts(lines, number)
    for line_number, line in enumerate(lines[: number - 1], 1):
        parts = None if line_number in texts else parts_of(line)
        if parts is None:
            continue
        fields = [column for column in fields if column <= parts.indent]
        lists = {column: item for column, item in lists.items() if column < parts.indent + parts.has_dash}
        if parts.has_dash:
            name = lists[parts.indent][0] if parts.indent in lists else before.key if before else ""
            lists[parts.indent] = (name, parts.key)
        if parts.key and parts.text_at not in fields:
            fields.append(parts.text_at)
        before, before_number = parts, line_number
    return _Open(fields, lists, before, before_number)


def _spaces(count: int) -> str:
    return f"{count} space{'' if count == 1 else 's'}"

"""Find the slip of the pen behind an error in YAML: a parser reports where it gave up, often lines later.

A data file is made of simple lines, ``field: value`` and ``- field: value``. So the lines around an error are compared with that form.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

import yaml
from pydantic import BaseModel

from learning_roadmap.datafile.foreign_lines import foreign_line
from learning_roadmap.diagnostics import Edit, excerpt
from learning_roadmap.model import Roadmap

LINE = re.compile(r"(?P<lead> *(?:- +)*)(?:(?P<key>[A-Za-z_][\w-]*) *:(?: +|$))?(?P<value>.*?)\s*")
QUOTED = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"")
JSON_FIELD = re.compile(r"""(?P<quote>["'])(?P<key>\w+)(?P=quote) *: *(?P<value>"[^"]*"|'[^']*'|[\w.]+) *,""")
BAD_ESCAPE = re.compile(r"\\(?![0abtnvfre \"/\\N_LPxuU])(.)")
BLOCK_TEXT = re.compile(r"[|>][+-]?\d?[+-]?$")
COMMENT = re.compile(r"\s#.*")
RESERVED = "@`%&*!|>,?"
LONGEST_LINE = 5_000  # characters; the patterns above take long on longer ones
LOOKED_BACK = 3  # lines: the parser mostly gives up on the line after a slip
CLOSING = {"[": "]", "{": "}"}
INNER_LISTS = {"phases": "sections", "sections": "topics", "topics": "topics"}


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


def syntax_slip(lines: Sequence[str], number: int, context: int | None) -> Slip | None:
    """The slip behind a syntax error in line ``number``, within what began in line ``context``."""
    number = min(number, len(lines))
    texts = block_texts(lines, number) | _read_texts(lines, number)
    for find in (_foreign_slip, _quote_slip, _outer_slip):
        for line_number in range(1, number + 1):
            if line_number not in texts and (slip := find(lines, line_number)):
                return slip
    nearby = [number - back for back in range(LOOKED_BACK + 1) if number > back]
    if context is not None and context not in nearby:
        nearby.append(context)
    for find, line_numbers in ((line_slip, nearby), (_dash_slip, nearby), (_continuation_slip, nearby), (nesting_slip, sorted(nearby))):
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


def template_slip(lines: Sequence[str], number: int) -> Slip | None:
    """A text in the braces of a template, which YAML reads as a field whose name is a group of fields."""
    parts = parts_of(lines[number - 1])
    if parts is None or not parts.value.startswith("{{"):
        return None
    text = COMMENT.sub("", parts.value)
    name = f"{parts.key}: " if parts.key else "- "
    return _to_quote(
        number, parts, text, "{ at the beginning of a value opens a group of fields", f"put the text in quotes: {name}{excerpt(quoted(text))}"
    )


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
    return _structure_slip(number, line, parts) or _bracket_slip(number, parts, is_last=number == len(lines)) or _text_slip(number, parts)


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


def _foreign_slip(lines: Sequence[str], number: int) -> Slip | None:
    """A line in another notation."""
    line = lines[number - 1]
    if len(line) > LONGEST_LINE or (found := foreign_line(line, number, field_names())) is None:
        return None
    column, width, message, fix, edit = found
    return Slip((number, column), width, "YML-NESTING", message, fix, edit)


def _dash_slip(lines: Sequence[str], number: int) -> Slip | None:
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


def _continuation_slip(lines: Sequence[str], number: int) -> Slip | None:
    """The second line of a text that begins in the column of its field."""
    parts, before = parts_of(lines[number - 1]), _open_above(lines, number).before
    if parts is None or before is None or parts.key or parts.has_dash or not before.key or not before.value or parts.indent != before.text_at:
        return None
    fix = f"if it continues the text of '{before.key}', begin it with {_spaces(parts.indent + 2)}; if it is a field, write 'name: value'"
    message = f"this line is no field, and the text of '{before.key}' above it ends, because both begin in the same column"
    return Slip((number, parts.text_at + 1), len(parts.value), "YML-NESTING", message, fix)


def _outer_slip(lines: Sequence[str], number: int) -> Slip | None:
    """A field of an entry that begins in the first column, where only the fields of the roadmap itself begin."""
    match = re.match(r"([a-z_]+):(?: |$)", lines[number - 1])
    if not match or match[1] in Roadmap.model_fields or match[1] not in field_names():
        return None
    column = next((parts.text_at for line in reversed(lines[: number - 1]) if (parts := parts_of(line)) and parts.key), 0)
    message = f"'{match[1]}' begins in the first column, so it would be a field of the whole roadmap, which has none of this name"
    fix = f"write spaces before it, as many as before the other fields of its entry{f', such as {column}' if column else ''}"
    return Slip((number, 1), len(match[1]), "YML-NESTING", message, fix)


def _quote_slip(lines: Sequence[str], number: int) -> Slip | None:
    """A quote that is not closed, or closed too early."""
    line = lines[number - 1]
    if ("'" not in line and '"' not in line) or not (parts := parts_of(line)):
        return None
    value, mark = parts.value, (number, parts.value_at + 1)
    if not value.startswith(("'", '"')):
        return None
    if not parts.key and (json := JSON_FIELD.fullmatch(value)) and json["key"] in field_names():
        field = f"{json['key']}: {json['value']}"
        without_json = Edit(number, mark[1], mark[1] + len(value), field)
        return Slip(mark, len(value), "YML-QUOTE", "a field is written without a comma at its end", f"write '{excerpt(field)}'", without_json)
    quote, end = value[0], parts.value_at + len(value)
    name = f"{parts.key}: " if parts.key else "- " if parts.has_dash else ""
    match = QUOTED.match(value)
    if not match:
        whole = quoted(value[1:]) if quote == "'" else f"{value}{quote}"
        fix = f"close it at the end of the text: {name}{excerpt(whole)}"
        return Slip(mark, 1, "YML-QUOTE", f"the quote {quote} that opens here is not closed on this line", fix, Edit(number, mark[1], end + 1, whole))
    if value[match.end() :].strip() in (",", ";"):
        column = parts.value_at + match.end() + 1
        fix = f"remove it: {name}{excerpt(match.group())}"
        return Slip((number, column), 1, "YML-QUOTE", f"'{line.strip()[-1]}' follows the text", fix, Edit(number, column, column + 1, ""))
    if (rest := value[match.end() :].strip()) and not rest.startswith(("#", ":")):
        inner = value[1:-1] if value.endswith(quote) and not QUOTED.fullmatch(rest) else value
        whole = quoted(inner)
        message = f"the second {quote} ends the text, but more follows: {excerpt(rest, 40)}"
        fix = (
            f"write the quote twice inside the text: {name}{excerpt(whole)}" if "''" in whole else f"put all of it in quotes: {name}{excerpt(whole)}"
        )
        return Slip((number, parts.value_at + match.end()), 1, "YML-QUOTE", message, fix, Edit(number, mark[1], end + 1, whole))
    if quote == '"' and (escape := BAD_ESCAPE.search(match.group())):
        whole = quoted(match.group()[1:-1])
        message = f"inside double quotes, a backslash changes the meaning of the next letter, and '\\{escape[1]}' has none"
        fix = f"use single quotes: {name}{excerpt(whole)}"
        is_safe = match.group().count("\\") == 1
        edit = Edit(number, mark[1], mark[1] + match.end(), whole) if is_safe else None
        return Slip((number, parts.value_at + escape.start() + 1), 2, "YML-QUOTE", message, fix, edit)
    return None


def _structure_slip(number: int, line: str, parts: Parts) -> Slip | None:
    """A dash, colon or space that is missing or wrong."""
    if match := re.match(r" *-(?=[A-Za-z_][\w-]*:(?: |$))", line):
        column = match.end()
        fix = f"write '- {excerpt(line[column:])}'"
        return Slip((number, column), 1, "YML-NESTING", "a space is missing after the dash", fix, Edit(number, column + 1, column + 1, " "))
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


def _bracket_slip(number: int, parts: Parts, *, is_last: bool) -> Slip | None:
    """A bracket that is not closed, or fields in braces that are not separated."""
    value, start = parts.value, parts.value_at
    name = f"{parts.key}: " if parts.key else "- " if parts.has_dash else ""
    if value[:1] not in CLOSING or not value:
        if parts.key and value.endswith("}") and "{" not in value and ", " in value:
            fix = f"write '- {{{parts.key}: {excerpt(value)}'"
            return Slip((number, parts.text_at + 1), 0, "YML-NESTING", "an opening brace { is missing at the beginning", fix)
        return None
    depth, end = 0, None
    for token in re.finditer(r"(?<=[\s,\[{])" + f"(?:{QUOTED.pattern})" + r"|[\[\]{}]", value):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token.group(), 0)
        if depth == 0:
            end = token.end()
            break
    plain = COMMENT.sub("", value)
    if parts.key == "url" and (link := re.fullmatch(r"\[[^\]]*\]\((\S+)\)", plain)):
        edit = Edit(number, start + 1, start + len(plain) + 1, link[1])
        return Slip(
            (number, start + 1), len(plain), "YML-QUOTE", "this is a link of Markdown", f"write only the address: url: {excerpt(link[1])}", edit
        )
    if end is not None and value[end:].strip() and not value[end:].lstrip().startswith("#"):
        message = f"{value[0]} at the beginning of a value opens a {'list' if value[0] == '[' else 'group of fields'}"
        return _to_quote(number, parts, plain, message, f"if this is a text, put it in quotes: {name}{excerpt(quoted(plain))}")
    if value[0] == "{":
        if inner := re.search(r"(?<=[{ ])([A-Za-z_]\w*): +([^\s{}\[\]'\"](?:(?!, \w+: )[^{}\[\]'\"])*\[(?:(?!, \w+: )[^{}])*)(?=, \w+: |\}$)", plain):
            at = start + inner.start(2) + 1
            fix = f"put the text in quotes: {inner[1]}: {excerpt(quoted(inner[2]))}"
            edit = Edit(number, at, at + len(inner[2]), quoted(inner[2]))
            return Slip((number, at), len(inner[2]), "YML-QUOTE", "the text contains [ or ], which have a meaning inside braces", fix, edit)
        for part in re.finditer(r"([A-Za-z_]\w*): +([^,{}\[\]'\"]*)", value[:end]):
            if second := re.search(r"(?:^|\s)([A-Za-z_]\w*):(?=\s|$)", part[2]):
                column = start + part.start(2) + second.start(1) + 1
                others = {match[1] for match in re.finditer(r"([A-Za-z_]\w*): ", value[: part.start(2)])}
                if any(others | {second[1]} <= fields for fields in fields_of_records()):
                    fix = f"write '{excerpt(part[2][: second.start()])}, {second[1]}: …'"
                    return Slip((number, column), len(second[1]), "YML-NESTING", f"a comma is missing before '{second[1]}'", fix)
                text = part[2].rstrip()
                at = start + part.start(2) + 1
                message = "the text contains ': ', which YAML reads as the beginning of another field"
                fix = f"put the text in quotes: {part[1]}: {excerpt(quoted(text))}"
                return Slip((number, at), len(text), "YML-COLON", message, fix, Edit(number, at, at + len(text), quoted(text)))
    if end is None and parts.key and parts.key not in list_names():
        fix = f"if this is a text, put it in quotes: {name}{excerpt(quoted(plain))}"
        return _to_quote(number, parts, plain, f"the {value[0]} that opens here is not closed", fix, width=1)
    if end is None:
        message = f"the {value[0]} that opens here is not closed"
        fix = f"close it at the end: {name}{excerpt(plain)}{CLOSING[value[0]]}"
        if is_last:
            fix = f"the file ends here: if it was cut off, get a complete copy of it; else {fix}"
        return Slip((number, start + 1), 1, "YML-QUOTE", message, fix)
    return None


def _text_slip(number: int, parts: Parts) -> Slip | None:
    """A text that needs quotes."""
    plain = COMMENT.sub("", parts.value)
    name = f"{parts.key}: " if parts.key else "- "
    if not plain or plain[0] in "'\"[{" or BLOCK_TEXT.match(plain) or (not parts.key and not parts.has_dash):
        return None
    fix = f"put the text in quotes: {name}{excerpt(quoted(plain))}"
    if sign := re.match(r"[|>][+-]\s+(?=\w)", plain) if parts.key else None:
        edit = Edit(number, parts.value_at + 1, parts.value_at + 1 + sign.end(), "")
        fix = f"write {name}{excerpt(plain[sign.end() :])}; or leave the sign, and begin the text on the next line, indented"
        message = f"'{sign.group().strip()}' announces a text on the lines below, so none may follow it on its own line"
        return Slip((number, parts.value_at + 1), len(sign.group().strip()), "YML-QUOTE", message, fix, edit if ": " not in plain else None)
    if plain[0] in RESERVED or plain.startswith("- "):
        return _to_quote(number, parts, plain, f"a text cannot begin with '{plain[0]}', which has a meaning in YAML", fix, width=1)
    if (colon := re.search(r":(?= |$)", plain)) and parts.key:
        message = "the text contains ': ', which YAML reads as the beginning of another field"
        if (second := re.search(r"\s([a-z_]+):(?= |$)", plain)) and any({parts.key, second[1]} <= fields for fields in fields_of_records()):
            fix = f"if '{second[1]}' is a field, put it on a line of its own; if it is part of the text, {fix}"
            column = parts.value_at + second.start(1) + 1
            return Slip((number, column), len(second[1]), "YML-COLON", f"the text contains '{second[1]}: ', which is another field", fix)
        if colon.end() == len(plain):
            message = "the text ends with a colon, which YAML reads as the beginning of a group of fields"
        return _to_quote(number, parts, plain, message, fix)
    return None


def _to_quote(number: int, parts: Parts, text: str, message: str, fix: str, width: int = 0) -> Slip:
    column = parts.value_at + 1
    edit = Edit(number, column, column + len(text), quoted(text))
    code = "YML-COLON" if "': '" in message or "colon" in message else "YML-QUOTE"
    return Slip((number, column), width or len(text), code, message, fix, edit)


def nesting_slip(lines: Sequence[str], number: int) -> Slip | None:
    """A line that is indented otherwise than all that it can belong to."""
    if not (parts := parts_of(lines[number - 1])):
        return None
    above = _open_above(lines, number)
    return _item_slip(number, parts, above) if parts.has_dash else _field_slip(lines, number, parts, above)


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


@cache
def field_names() -> frozenset[str]:
    """The names of all fields of a data file."""
    return frozenset().union(*fields_of_records())


def fields_of_records() -> tuple[frozenset[str], ...]:
    """For each kind of record in a data file, the names of its fields."""
    return tuple(frozenset(field.alias or name for name, field in record.model_fields.items()) for record in _all_records())


@cache
def _all_records() -> tuple[type[BaseModel], ...]:
    records: dict[type[BaseModel], None] = {}
    stack: list[type[BaseModel]] = [Roadmap]
    while stack:
        record = stack.pop()
        if record not in records:
            records[record] = None
            stack.extend(inner for field in record.model_fields.values() for inner in _records(field.annotation))
    return tuple(records)


@cache
def list_names() -> frozenset[str]:
    """The names of all fields that are lists or groups of fields, and so may begin with a bracket."""
    lists = {name for record in _all_records() for name, field in record.model_fields.items() if _is_structured(field.annotation)}
    return frozenset(lists)


def _is_structured(annotation: object) -> bool:
    return getattr(annotation, "__origin__", None) is tuple or any(True for _ in _records(annotation))


def _records(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _records(argument)

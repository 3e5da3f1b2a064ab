"""Find texts that need quotes, quotes that are not closed, and brackets that are not."""

import re
from collections.abc import Sequence

from learning_roadmap.datafile.line_parts import BLOCK_TEXT, COMMENT, Parts, Slip, parts_of, quoted
from learning_roadmap.datafile.record_fields import field_names, fields_of_records, list_names
from learning_roadmap.diagnostics import Edit, excerpt

JSON_FIELD = re.compile(r"""(?P<quote>["'])(?P<key>\w+)(?P=quote) *: *(?P<value>"[^"]*"|'[^']*'|[\w.]+) *,""")
QUOTED = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"")
BAD_ESCAPE = re.compile(r"\\(?![0abtnvfre \"/\\N_LPxuU])(.)")
RESERVED = "@`%&*!|>,?"
CLOSING = {"[": "]", "{": "}"}


def quote_slip(lines: Sequence[str], number: int) -> Slip | None:
    """A quote that is not closed, or closed too early."""
    line = lines[number - 1]
    if ("'" not in line and '"' not in line) or not (parts := parts_of(line)):
        return None
    value, mark = parts.value, (number, parts.value_at + 1)
    if value[:1] in CLOSING and value:
        return _inner_quote_slip(number, parts)
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


def _inner_quote_slip(number: int, parts: Parts) -> Slip | None:
    """A quote at the beginning of a text in brackets that is not closed on its line, or closed too early."""
    for quote in re.finditer(r"""(?<=[:,\[] )['"]|(?<=\[)['"]""", parts.value):
        match = QUOTED.match(parts.value, quote.start())
        if match and re.match(r"\s*(?:[,}\]]|$)", parts.value[match.end() :]):
            continue
        column = parts.value_at + quote.start() + 1
        message = f"the quote {quote.group()} that opens here is not closed" + (" at the end of the text" if match else " on this line")
        fix = "close it at the end of the text; if it belongs to the text, put all of the text in the other quotes"
        return Slip((number, column), 1, "YML-QUOTE", message, fix)
    return None


def bracket_slip(number: int, parts: Parts, *, is_last: bool) -> Slip | None:
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
        if re.match(r"\s*,\s*\{", value[end:]) and parts.has_dash and value[0] == "{":
            column = start + end + 1
            fix = f"write it on a line of its own: - {excerpt(value[end:].lstrip(', '))}"
            return Slip((number, column), len(value) - end, "YML-NESTING", "a second item on the line of another one", fix)
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


def text_slip(number: int, parts: Parts) -> Slip | None:
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


def _to_quote(number: int, parts: Parts, text: str, message: str, fix: str, width: int = 0) -> Slip:
    column = parts.value_at + 1
    edit = Edit(number, column, column + len(text), quoted(text))
    code = "YML-COLON" if "': '" in message or "colon" in message else "YML-QUOTE"
    return Slip((number, column), width or len(text), code, message, fix, edit)

"""What the reader of a data file refuses, although some of it is valid YAML: places, causes and repairs."""

import re
from typing import Any

import yaml

from learning_roadmap.datafile.line_parts import Slip, parts_of, quoted
from learning_roadmap.datafile.syntax import continued_slip, syntax_slip
from learning_roadmap.datafile.tree import Block, Mark
from learning_roadmap.diagnostics import Edit, Problem, excerpt
from learning_roadmap.text import DecodedText

MAX_EXPLAINED = 20  # texts over several lines whose cause is looked for, because each search reads the lines above
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
# Fields that a comment may follow. After any other field, `#` has most likely cut off a text.
COMMENTABLE_FIELDS = frozenset(
    {"id", "line", "hours", "document", "months", "count", "year", "format", "kind", "tier", "level", "url"}
    | {"access", "arxiv", "doi", "at", "resource", "part", "topic", "hours_per_week"}
)
SMART_QUOTES = "“”‘’«»＂＇"


class Refusals:
    """Problems of one document, in the order in which they are found."""

    def __init__(self, text: DecodedText) -> None:
        self.text = text
        self.problems: list[Problem] = []
        self._continued = 0  # texts that continue on the next line

    def report(self, mark: Mark, code: str, message: str, fix: str, width: int = 0, edit: Edit | None = None) -> None:
        self.problems.append(Problem.at(self.text.file, mark, code, message, fix, width, edit))

    def report_slip(self, slip: Slip) -> None:
        self.report(slip.mark, slip.code, slip.message, slip.fix, slip.width, slip.edit)

    def check_characters(self, number: int, line: str) -> None:
        """Report characters of a line that YAML text must not have there."""
        for separator in ("\u2028", "\u2029", "\x85"):
            if separator in line:
                mark = (number, line.index(separator) + 1)
                message = f"invisible line separator U+{ord(separator):04X}, at which some programs begin a new line"
                self.report(mark, "UNI-LINESEP", message, "replace it by a space", 1, Edit(*mark, mark[1] + 1, " "))
        if indent := re.match(r"[ \-]*([\u00a0\u2000-\u200b\u3000\t])", line):
            mark = (number, indent.start(1) + 1)
            if indent[1] == "\t":
                before = (self.text.lines[index] for index in range(number - 2, -1, -1))
                above = next((parts for line_above in before if (parts := parts_of(line_above))), None)
                spaces = above.text_at if above and (above.value or not above.key) else 0
                is_field = spaces and not line.lstrip().startswith("-")
                edit = Edit(number, 1, len(line) - len(line.lstrip()) + 1, " " * spaces) if is_field else None
                fix = (
                    f"replace it by {spaces} spaces, as before the fields of the line above"
                    if edit
                    else "replace it by spaces, as in the lines above"
                )
                self.report(mark, "YML-INDENT", "a tab at the beginning of the line, where YAML allows only spaces", fix, 1, edit)
            else:
                message = f"a special space (U+{ord(indent[1]):04X}) at the beginning of the line"
                self.report(mark, "YML-INDENT", message, "replace it by an ordinary space", 1, Edit(*mark, mark[1] + 1, " "))

    def report_syntax_error(self, error: yaml.MarkedYAMLError) -> None:
        """Report where the parser gave up, or the slip of the pen before it."""
        yaml_mark = error.problem_mark or error.context_mark
        mark = (yaml_mark.line + 1, yaml_mark.column + 1) if yaml_mark else (1, 1)
        context = error.context_mark.line + 1 if error.context_mark else None
        if slip := syntax_slip(self.text.lines, mark[0], context):
            self.report_slip(slip)
            return
        while mark[0] > 1 and (mark[0] > len(self.text.lines) or not self.text.lines[mark[0] - 1].strip()):
            mark = (mark[0] - 1, 1)
        message = f"this is not valid YAML: {error.problem}"
        fix = "compare this line and the one before with the lines of another entry: spaces at the beginning, quotes, colons"
        if "escape code" in str(error.problem):
            message = "inside double quotes, \\x, \\u and \\U begin the number of a character, and this number is none"
            fix = "write the character itself, or use single quotes"
        self.report(mark, "YML-SYNTAX", message, fix)

    def report_properties(self, event: Any, mark: Mark) -> None:
        """Report the anchor or the tag of an event."""
        if event.anchor:
            fix = self._in_quotes(mark) or "write the value out; anchors are not allowed"
            self.report(mark, "YML-ALIAS", f"'&' makes '{excerpt(event.anchor, 30)}' an anchor of YAML, which is not allowed", fix)
        if event.tag and event.tag != "!":
            fix = self._in_quotes(mark) or "remove it; values here are plain text"
            self.report(mark, "YML-TAG", f"'!' makes this a tag of YAML ('{excerpt(event.tag, 30)}'), which is not allowed", fix)

    def report_alias(self, anchor: str, mark: Mark) -> None:
        message = f"'*' makes '{excerpt(anchor, 30)}' an alias of YAML, which is not allowed"
        self.report(mark, "YML-ALIAS", message, self._in_quotes(mark) or "write the value out; aliases are not allowed")

    def _in_quotes(self, mark: Mark) -> str:
        """How to write the value of a line as a text; empty if it is not the value of a field."""
        parts = parts_of(self.text.lines[mark[0] - 1])
        is_value = parts is not None and parts.key and parts.value_at == mark[1] - 1
        return f"if this is a text, put it in quotes: {parts.key}: {excerpt(quoted(parts.value))}" if parts and is_value else ""

    def check_plain(self, value: str, mark: Mark, end: Mark, key: str | None) -> None:
        """Report a plain value, up to ``end``, that is cut off by a comment, in quotes that are none in YAML, or on several lines."""
        rest = self.text.lines[end[0] - 1][end[1] - 1 :] if end[0] <= len(self.text.lines) else ""
        if not value and key and rest.lstrip().startswith("#") and key not in COMMENTABLE_FIELDS:
            text = rest.strip()
            column = end[1] + len(rest) - len(rest.lstrip())
            edit = Edit(end[0], column, column + len(text), quoted(text))
            fix = f"if this is the text, put it in quotes: {key}: {excerpt(quoted(text))}"
            self.report((end[0], column), "YML-HASH", f"' #' begins a comment, so '{key}' has no value", fix, len(text), edit)
        if value in NULLS:
            return
        if rest.lstrip().startswith("#") and rest[:1].isspace() and key not in COMMENTABLE_FIELDS:
            whole = self.text.lines[end[0] - 1][mark[1] - 1 :].rstrip()
            name = f"{key}: " if key else ""
            fix = f"if all of it is the text, put it in quotes: {name}{excerpt(quoted(whole))}; else move the comment to its own line"
            hash_mark = (end[0], end[1] + len(rest) - len(rest.lstrip()))
            self.report(hash_mark, "YML-HASH", f"' #' begins a comment, so the text would be only '{excerpt(value)}'", fix, len(rest.strip()))
        if value[0] in SMART_QUOTES and value[-1] in SMART_QUOTES and end[0] == mark[0]:
            straight = quoted(value[1:-1])
            edit = Edit(mark[0], mark[1], end[1], straight)
            fix = f"use straight quotes: {f'{key}: ' if key else ''}{excerpt(straight)}"
            what = "full-width" if value[0] in "＂＇" else "curly"
            self.report(mark, "YML-SMARTQUOTE", f"{what} quotes are not quotes in YAML", fix, len(value), edit)
        if end[0] != mark[0]:
            self._continued += 1
            if self._continued <= MAX_EXPLAINED and (slip := continued_slip(self.text.lines, mark[0])):
                self.report_slip(slip)
            else:
                fix = f"join the lines, or write '{f'{key}: ' if key else ''}>-' and the text on the lines below it, indented"
                self.report(mark, "YML-LINES", "the text continues on the next line", fix)

    def report_duplicate(self, key: str, block: Block, mark: Mark, is_root: bool) -> None:
        """Report a field that the block has already."""
        first = block.keys_at[key][0]
        if key == "id" and block.mark[1] > 2:
            # Its other lines say where the entry begins.
            below = parts_of(self.text.lines[mark[0]]) if mark[0] < len(self.text.lines) else None
            column = mark[1] if below is not None and below.indent == mark[1] + 1 else mark[1] - 2
            edit = Edit(mark[0], column, mark[1], "- ")
            message = f"a second 'id' in the entry that begins in line {block.mark[0]}: the dash of a new entry is missing"
            self.report(mark, "YML-NESTING", message, f"if a new entry begins here, write '- ' before it, in column {column}", len(key), edit)
            return
        message = f"duplicate field '{excerpt(key)}', first used in line {first}"
        one = "keep one, and write the other name under 'also'" if key == "title" else "join them into one"
        fix = f"if both belong to this entry, {one}; if a new entry begins here, it needs '- id: …' as its first line"
        if is_root:
            fix = f"move the lines below it to those of '{excerpt(key)}' in line {first}, and remove this line"
        self.report(mark, "YML-DUPKEY", message, fix, len(key))

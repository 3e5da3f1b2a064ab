"""Lines in another notation than YAML: items and comments of Markdown, lines of a Git diff, full-width punctuation."""

import re
from collections.abc import Collection

from learning_roadmap.diagnostics import Edit, excerpt
from learning_roadmap.model import slug

COMMENT = re.compile(r" *(<!--|//)")
FENCE = re.compile(r" *(?:`{3,}|~{3,})\w*\s*")
ADDED = re.compile(r"\+ {2,}\S.*")
# An item with another sign than a hyphen, or with a box; not one that begins with a field.
ITEM = re.compile(r" *(?:[*•·‣◦]|[-*+] \[[ xX]?\]) +(?![A-Za-z_][\w-]*:(?: |$))(\S.*)")
LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
LONGEST = 300  # characters of a title
FULL_WIDTH_COLON = re.compile(r" *(?:- +)?([a-z_]+) *(： *)")

Found = tuple[int, int, str, str, Edit | None]


def foreign_line(line: str, number: int, field_names: Collection[str]) -> Found | None:
    """What is foreign in a line: its column and width, message, fix, and the edit that repairs it, if it is safe.

    >>> foreign_line("    // new", 3, ())[2:4]
    ("a comment begins with '#', not with '//'", "write '# new'")
    >>> foreign_line("    - [ ] Salt", 3, ())[3]
    "write an entry in two lines: '- id: salt', and below it 'title: Salt'"
    """
    if match := COMMENT.match(line):
        column, text = match.start(1) + 1, line[match.end() :].strip().removesuffix("-->").strip()
        edit = Edit(number, column, len(line) + 1, f"# {text}")
        return column, len(line) - column + 1, f"a comment begins with '#', not with '{match[1]}'", f"write '# {excerpt(text)}'", edit
    if FENCE.fullmatch(line):
        return 1, len(line), "the line begins or ends a code block of Markdown", "remove the line", Edit(number, 1, len(line) + 1, "")
    if ADDED.fullmatch(line):
        message = "the line begins with '+', as an added line in a Git diff does"
        return 1, 1, message, "remove the '+', and what else comes from the diff", Edit(number, 1, 2, "")
    if (match := FULL_WIDTH_COLON.match(line)) and match[1] in field_names:
        column, rest = match.start(2) + 1, line[match.end() :]
        edit = Edit(number, column, match.end() + 1, ": ")
        return column, 1, "a full-width colon '：' is not a colon in YAML", f"write '{match[1]}: {excerpt(rest)}'", edit
    if match := ITEM.fullmatch(line):
        column, title = len(line) - len(line.lstrip(" ")) + 1, LINK.sub(r"\1", match[1][:LONGEST]).strip()
        fix = f"write an entry in two lines: '- id: {slug(title)[:60] or '…'}', and below it 'title: {excerpt(title)}'"
        return column, len(line.rstrip()) - column + 1, "this is a list item of Markdown, not an entry of the data file", fix, None
    return None

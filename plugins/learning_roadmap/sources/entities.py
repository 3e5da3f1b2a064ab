"""Check character references in Markdown (``&#10;``, ``&nbsp;``) like the characters they represent.

The parser decodes them, so the checks of a file's characters do not see them. Source: CommonMark 0.31, 6.2.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from learning_roadmap.diagnostics import Place, Problem, excerpt
from learning_roadmap.sources.preprocess import combining_pile
from learning_roadmap.text import NEVER, describe_mixed_script, invisible_characters, mixed_script

NUMERIC_REFERENCE = re.compile("&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));")
# A text is one line.
BREAK = re.compile("[\t\n\r\x85\u2028\u2029]")
SEPARATORS = {"\u2028": "line separator", "\u2029": "paragraph separator"}
REPLACEMENT = "\ufffd"
KEY = "character references"


@dataclass(frozen=True)
class Reference:
    """A character reference in a document: its position, its source text, and its character.

    Attributes:
        line, column: from 1.
        text: the words of its line, with all references decoded.
        position: its position in them.
    """

    line: int
    column: int
    markup: str
    character: str
    text: str
    position: int


def note_references(parser: MarkdownIt) -> None:
    """Make a parser collect character references in ``env``, and replace those that break a line with a space."""
    parser.core.ruler.before("text_join", KEY, _collect)


def _collect(state: StateCore) -> None:
    rows = state.src.split("\n")
    references: list[Reference] = state.env.setdefault(KEY, [])
    for token in state.tokens:
        if token.type == "inline" and token.map is not None and "&" in token.content:
            references += _references_in_block(token.children or [], token.content, rows, token.map[0])


def _references_in_block(children: Sequence[Token], content: str, rows: Sequence[str], first: int) -> Iterator[Reference]:
    occurrences: list[tuple[int, str, str, int, int]] = []
    at, line, words = 0, 0, [""]
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            line += 1
            at = _line_start(content, line)
            words.append("")
        elif child.type == "text_special" and child.info == "entity":
            at = max(content.find(child.markup, at), at)
            character = _decoded(child.markup, child.content)
            occurrences.append((at, child.markup, character, line, len(words[line])))
            child.content = BREAK.sub(" ", character) if BREAK.search(character) else child.content
            words[line] += character
            at += len(child.markup)
        elif child.content:
            words[line] += child.content
            at = max(content.find(child.content, at) + len(child.content), at)
    for at, markup, character, line, position in occurrences:
        start = _line_start(content, line)
        row = rows[first + line] if first + line < len(rows) else ""
        column = max(row.find(content[start:].partition("\n")[0]), 0) + at - start + 1
        yield Reference(first + line + 1, column, markup, character, words[line], position)


def _line_start(content: str, line: int) -> int:
    at = 0
    for _ in range(line):
        at = content.find("\n", at) + 1
    return at


def _decoded(markup: str, parsed: str) -> str:
    """The character of a reference. The parser returns a replacement character for invalid ones."""
    if parsed != REPLACEMENT or (number := NUMERIC_REFERENCE.fullmatch(markup)) is None:
        return parsed
    code = int(number[1], 16) if number[1] else int(number[2])
    return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else parsed


def error_problems(references: Iterable[Reference], file: str) -> Iterator[Problem]:
    """Errors for references to forbidden characters."""
    for reference in references:
        for pattern, code, what in NEVER:
            if match := pattern.search(reference.character):
                yield Problem(
                    Place(file, reference.line, reference.column), code, f"{what} U+{ord(match[0]):04X}, written as '{reference.markup}'", "delete it"
                )


def warning_problems(references: Iterable[Reference], file: str) -> Iterator[Problem]:
    """Warnings for references to characters that are invisible in the document."""
    for reference in references:
        for code, message, fix in _character_warnings(reference):
            yield Problem(Place(file, reference.line, reference.column), code, message, fix)


def _character_warnings(reference: Reference) -> Iterator[tuple[str, str, str]]:
    name = f"U+{ord(reference.character[0]):04X}, written as '{reference.markup}'"
    if reference.character in SEPARATORS:
        yield "UNI-LINESEP", f"{SEPARATORS[reference.character]} {name}", "correct the text by hand"
    if reference.character == REPLACEMENT:
        yield "UNI-FFFD", f"'{reference.markup}' is not a character", "correct the text by hand"
    if reference.position in invisible_characters(reference.text):
        yield "UNI-HIDDEN", f"invisible character {name}", "delete it, or retype the text"
    if combining_pile(reference.text[: reference.position + 1]) and not combining_pile(reference.text[: reference.position]):
        yield "UNI-COMBINING", f"many combining marks on one character: {name}", "remove them"
    if not reference.character.isascii() and (mixed := mixed_script(reference.text)) and reference.character in mixed:
        yield "UNI-MIXEDSCRIPT", excerpt(describe_mixed_script(mixed), 200), "type the word again"

"""Character references in Markdown (``&#10;``, ``&nbsp;``): what they stand for is looked at like what stands there itself.

They are read by the parser, so they pass all that looks at a file's characters. Source: CommonMark 0.31, 6.2.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from learning_roadmap.diagnostics import Problem, excerpt
from learning_roadmap.sources.preprocess import combining_pile
from learning_roadmap.text import NEVER, hidden_signs, mixed_script

NUMBER = re.compile("&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));")
# A text is one line.
BREAK = re.compile("[\t\n\r\x85\u2028\u2029]")
SEPARATORS = {"\u2028": "line separator", "\u2029": "paragraph separator"}
REPLACEMENT = "\ufffd"
KEY = "character references"


@dataclass(frozen=True)
class Reference:
    """A character reference in a document: where it stands, how it is written, and what it stands for.

    Attributes:
        line, column: from 1.
        text: the words of its line with all references read.
        place: where in them it stands.
    """

    line: int
    column: int
    markup: str
    sign: str
    text: str
    place: int


def note_references(parser: MarkdownIt) -> None:
    """Makes a parser note each character reference in ``env``, and put a space for those that break a line."""
    parser.core.ruler.before("text_join", KEY, _collect)


def _collect(state: StateCore) -> None:
    rows = state.src.split("\n")
    noted: list[Reference] = state.env.setdefault(KEY, [])
    for token in state.tokens:
        if token.type == "inline" and token.map is not None and "&" in token.content:
            noted += _of_block(token.children or [], token.content, rows, token.map[0])


def _of_block(children: Sequence[Token], content: str, rows: Sequence[str], first: int) -> Iterator[Reference]:
    found: list[tuple[int, str, str, int, int]] = []
    at, line, words = 0, 0, [""]
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            line += 1
            at = _line_start(content, line)
            words.append("")
        elif child.type == "text_special" and child.info == "entity":
            at = max(content.find(child.markup, at), at)
            sign = _meant(child.markup, child.content)
            found.append((at, child.markup, sign, line, len(words[line])))
            child.content = BREAK.sub(" ", sign) if BREAK.search(sign) else child.content
            words[line] += sign
            at += len(child.markup)
        elif child.content:
            words[line] += child.content
            at = max(content.find(child.content, at) + len(child.content), at)
    for at, markup, sign, line, place in found:
        start = _line_start(content, line)
        row = rows[first + line] if first + line < len(rows) else ""
        column = max(row.find(content[start:].partition("\n")[0]), 0) + at - start + 1
        yield Reference(first + line + 1, column, markup, sign, words[line], place)


def _line_start(content: str, line: int) -> int:
    at = 0
    for _ in range(line):
        at = content.find("\n", at) + 1
    return at


def _meant(markup: str, read: str) -> str:
    """What a reference is meant to be. The parser puts a replacement character for what may not be referred to."""
    if read != REPLACEMENT or (number := NUMBER.fullmatch(markup)) is None:
        return read
    code = int(number[1], 16) if number[1] else int(number[2])
    return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else read


def refused(references: Iterable[Reference], file: str) -> Iterator[Problem]:
    """The references to what may not stand in a file, either."""
    for one in references:
        for pattern, code, what in NEVER:
            if hit := pattern.search(one.sign):
                yield Problem(file, one.line, one.column, code, f"{what} U+{ord(hit[0]):04X}, written as {one.markup}", "delete it")


def warned(references: Iterable[Reference], file: str) -> Iterator[Problem]:
    """The references to what a reader of the document cannot see."""
    for one in references:
        for code, message, fix in _oddities(one):
            yield Problem(file, one.line, one.column, code, message, fix)


def _oddities(one: Reference) -> Iterator[tuple[str, str, str]]:
    name = f"U+{ord(one.sign[0]):04X}, written as {one.markup}"
    if one.sign in SEPARATORS:
        yield "UNI-LINESEP", f"{SEPARATORS[one.sign]} {name}", "mend the text by hand"
    if one.sign == REPLACEMENT:
        yield "UNI-FFFD", f"{one.markup} stands for no character", "mend the text by hand"
    if one.place in hidden_signs(one.text):
        yield "UNI-HIDDEN", f"the invisible character {name}", "delete it, or type the text anew"
    if combining_pile(one.text[: one.place + 1]) and not combining_pile(one.text[: one.place]):
        yield "UNI-COMBINING", f"a pile of combining marks, with {name}", "remove them"
    if not one.sign.isascii() and (mixed := mixed_script(one.text)) and one.sign in mixed:
        yield "UNI-MIXEDSCRIPT", f"letters of two scripts in one word: {excerpt(mixed)}", "retype the word"

"""The texts that the client's modules look up, and the words that they contain themselves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.strings.typescript import Literal, Token, literals_in, tokens_of

LOOKUPS = frozenset({"text", "nodes"})
LETTER = re.compile(r"[^\W\d_]")
# Several words, or a word that begins like a sentence or a label.
WORDING = re.compile(r" |^[A-Z]")
# Codes of problems such as "[PRG-TIME]", and lines of calendar files such as "END:VEVENT".
CODE = re.compile(r"\[[A-Z0-9-]+\](?: |$)|^[A-Z]+-[A-Z0-9]+$|^[A-Z-]+(?:;[A-Z]+=[A-Z]+)?:[^ ]*$")
# A word in one of these places is seen or heard, however it is written.
SEEN_PROPERTIES = frozenset({"title", "aria-label", "placeholder", "alt", "label", "textContent"})
# Strings in these places are for the browser, or for whoever develops.
TECHNICAL_PROPERTIES = frozenset(
    {"class", "type", "role", "rel", "id", "d", "style", "transform", "viewBox", "preserveAspectRatio", "aria-keyshortcuts", "timeZone"}
)
TECHNICAL_CALLS = re.compile(
    r"new \w*(?:Error|Exception)|Object\.assign\(new Error"
    r"|.*\b(?:querySelector|querySelectorAll|closest|matches|getElementById|createElement|createElementNS)"
    r"|.*\b(?:getAttribute|hasAttribute|removeAttribute|addEventListener|startsWith|endsWith|includes|split|replace|replaceAll|indexOf)"
)
COMPARISONS = frozenset({"===", "!==", "==", "!=", "in", "case"})


@dataclass(frozen=True)
class Lookup:
    """A call of ``text`` or ``nodes``.

    Attributes:
        keys: the keys that it may ask for, as regular expressions; none if they are known only elsewhere.
        values: the names of the values that it gives.
        line: its line.
    """

    keys: tuple[str, ...]
    values: frozenset[str]
    line: int


def words_in_client(source: str) -> list[tuple[int, str]]:
    """Strings of a module that read like text for people, each with its line."""
    return [(literal.line, literal.value) for literal in literals_in(source) if _is_shown(literal)]


def _is_shown(literal: Literal) -> bool:
    words = CODE.sub("", re.sub(r"\\.|\{\}", "", literal.value))
    callee, argument = literal.calls[0] if literal.calls else ("", 0)
    if not LETTER.search(words) or literal.before in {"from", "import"}:
        return False
    if literal.before in COMPARISONS or literal.after in COMPARISONS or callee in LOOKUPS:
        return False
    if any(TECHNICAL_CALLS.fullmatch(name) for name, _ in literal.calls) or literal.property in TECHNICAL_PROPERTIES:
        return False
    if callee == "element" and argument == 0:
        return False
    is_child = callee == "element" and argument > 1 and literal.property == ""
    is_seen = is_child or literal.property in SEEN_PROPERTIES
    return is_seen or bool(WORDING.search(words))


def lookups_in(source: str) -> Iterator[Lookup]:
    """The texts that a module asks for. Where ``text`` is not that of ``core/strings.ts``, there are none."""
    if re.search(r'/strings\.ts";', source):
        yield from _lookups(tokens_of(source))


def _lookups(tokens: tuple[Token, ...]) -> Iterator[Lookup]:
    for at, token in enumerate(tokens):
        for expression in token.inner:
            yield from _lookups(expression)
        is_call = token.text in LOOKUPS and tokens[at + 1 : at + 2] and tokens[at + 1].text in {"(", "<"}
        if not is_call or tokens[at - 1].text in {".", "const", "function"}:
            continue
        start = next(place for place in range(at, len(tokens)) if tokens[place].text == "(")
        arguments = _arguments(tokens, start)
        if not arguments:
            continue
        key, *others = arguments
        yield Lookup(tuple(_keys(key)), frozenset(_names(others[0]) if others else ()), token.line)


def _arguments(tokens: tuple[Token, ...], start: int) -> list[list[Token]]:
    """The arguments of a call whose bracket opens at ``start``."""
    arguments: list[list[Token]] = [[]]
    depth = 0
    for token in tokens[start + 1 :]:
        if token.kind == "operator":
            depth += (token.text in "([{") - (token.text in ")]}")
            if depth < 0:
                break
            if token.text == "," and depth == 0:
                arguments.append([])
                continue
        arguments[-1].append(token)
    return [argument for argument in arguments if argument]


def _keys(argument: list[Token]) -> Iterator[str]:
    """The key, or those of both branches of a condition. What is known only at run time is any one step of a key."""
    for at, token in enumerate(argument):
        if token.kind in {"string", "template"} and (at == 0 or argument[at - 1].text in {"?", ":", "("}):
            value = token.text[1:-1] if token.kind == "string" else token.text
            yield r"[^.]+".join(re.escape(piece) for piece in value.split("{}"))


def _names(argument: list[Token]) -> Iterator[str]:
    """The names of an object's properties."""
    assert argument[0].text == "{" and argument[-1].text == "}", f"line {argument[0].line}: the values have to be written at the call"
    for entry in _arguments((Token("operator", "(", 0), *argument[1:-1], Token("operator", ")", 0)), 0):
        assert entry[0].kind == "word" and (len(entry) == 1 or entry[1].text == ":"), f"line {entry[0].line}: name each value"
        yield entry[0].text

"""String literals of TypeScript modules, each with where it stands: enough of a lexer to tell text for people from code."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\n]*|/\*.*?\*/)
      | (?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
      | (?P<word>[\w$]+)
      | (?P<operator>=>|===|!==|==|!=|\?\?=?|\?\.(?!\d)|&&|\|\||\.\.\.|[^\w\s])""",
    re.VERBOSE | re.DOTALL,
)
# In a character class, a slash does not end a regular expression.
REGEX = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*")
# After these, a slash begins a regular expression; after a value it divides.
BEFORE_REGEX = re.compile(r"[(,=:\[!&|?{};+]|=>|===|!==|&&|\|\||\?\?|return|^$")
OPENING, CLOSING = "([{", ")]}"


@dataclass(frozen=True)
class Literal:
    """A string or template literal.

    Attributes:
        value: its text; ``{}`` stands for each expression in a template.
        line: where it begins.
        before: the token before it.
        after: the token after it.
        property: the name of the property that it is the value of, possibly as a branch of a condition.
        calls: the calls around it up to the nearest function, innermost first: what is called, and which argument this is.
    """

    value: str
    line: int
    before: str
    after: str
    property: str
    calls: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Token:
    """A token, or a whole template as one."""

    kind: str
    text: str
    line: int
    inner: tuple[tuple["Token", ...], ...] = ()


@dataclass
class _Bracket:
    opening: str
    callee: str = ""
    argument: int = 0
    property: str = ""
    tokens: list[Token] = field(default_factory=list)


def literals_in(source: str) -> list[Literal]:
    """All string and template literals of a module, those inside of templates too."""
    return list(_literals(tokens_of(source)))


def tokens_of(source: str) -> tuple[Token, ...]:
    """The tokens of a module, without spaces and comments."""
    tokens, end = _tokens(source, 0, 1, "")
    assert end == len(source), f"a bracket too much at {end}"
    return tokens


def _tokens(source: str, at: int, line: int, closing: str) -> tuple[tuple[Token, ...], int]:
    """Tokens up to the bracket that closes an expression of a template, or to the end."""
    tokens: list[Token] = []
    depth = 0
    while at < len(source):
        character = source[at]
        if character == closing and depth == 0:
            return tuple(tokens), at
        regex = REGEX.match(source, at)
        is_comment = source.startswith(("//", "/*"), at)
        if character == "`":
            token, at = _template(source, at, line)
        elif regex and not is_comment and BEFORE_REGEX.fullmatch(tokens[-1].text if tokens else ""):
            token, at = Token("regex", regex[0], line), regex.end()
        else:
            match = TOKEN.match(source, at)
            assert match, source[at : at + 40]
            token, at = Token(str(match.lastgroup), match[0], line), match.end()
        line += token.text.count("\n")
        if token.kind == "space":
            continue
        if token.kind == "operator":
            depth += (token.text in OPENING) - (token.text in CLOSING)
        tokens.append(token)
    return tuple(tokens), at


def _template(source: str, start: int, line: int) -> tuple[Token, int]:
    text, inner = "", []
    at = start + 1
    while source[at] != "`":
        if source[at] == "\\":
            text += source[at : at + 2]
            at += 2
        elif source.startswith("${", at):
            expression, at = _tokens(source, at + 2, line + source.count("\n", start, at), "}")
            inner.append(expression)
            text += "{}"
            at += 1
        else:
            text += source[at]
            at += 1
    # The newlines of expressions count, too.
    return Token("template", text + "\n" * (source.count("\n", start, at) - text.count("\n")), line, tuple(inner)), at + 1


def _literals(tokens: tuple[Token, ...], calls: tuple[tuple[str, int], ...] = ()) -> Iterator[Literal]:
    brackets = [_Bracket("")]
    for at, token in enumerate(tokens):
        before = tokens[at - 1].text if at > 0 else ""
        after = tokens[at + 1].text if at + 1 < len(tokens) else ""
        bracket = brackets[-1]
        if token.kind == "operator" and token.text in OPENING:
            name = _before_type_arguments(tokens, at)
            is_call = token.text == "(" and at > 0 and tokens[name].kind == "word"
            brackets.append(_Bracket(token.text, _callee(tokens, name) if is_call else ""))
            continue
        if token.kind == "operator" and token.text in CLOSING:
            assert len(brackets) > 1, f"a bracket too much in line {token.line}"
            brackets.pop()
            continue
        if token.text == "," and token.kind == "operator":
            bracket.argument += 1
            bracket.property = ""
        elif token.text == ";":
            bracket.property = ""
        elif token.text == ":" and bracket.opening == "{" and tokens[at - 2].text in {"{", ","}:
            bracket.property = tokens[at - 1].text.strip("\"'")
        if token.kind not in {"string", "template"}:
            continue
        around = tuple(_calls(brackets)) + calls
        text = token.text.rstrip("\n") if token.kind == "template" else token.text[1:-1]
        # The name of a property is none of its values.
        if not (after == ":" and bracket.opening == "{" and before in {"{", ","}):
            yield Literal(text, token.line, before, after, _property(brackets), around)
        for expression in token.inner:
            yield from _literals(expression, around)


def _before_type_arguments(tokens: tuple[Token, ...], at: int) -> int:
    """Where the name of a call is whose bracket is at ``at``: before it, or before ``<Type>``."""
    at -= 1
    if at > 2 and tokens[at].text == ">" and tokens[at - 2].text == "<":
        at -= 3
    return at


def _callee(tokens: tuple[Token, ...], at: int) -> str:
    """What a call calls, whose name is at ``at``: with its object, and ``new``."""
    name = tokens[at].text
    at -= 1
    while at > 0 and tokens[at].text in {".", "?."}:
        name = f"{tokens[at - 1].text}.{name}"
        at -= 2
    return f"new {name}" if at >= 0 and tokens[at].text == "new" else name


def _calls(brackets: list[_Bracket]) -> Iterator[tuple[str, int]]:
    for bracket in reversed(brackets):
        if bracket.callee:
            yield bracket.callee, bracket.argument


def _property(brackets: list[_Bracket]) -> str:
    """The property whose value this is; round brackets may stand around it."""
    for bracket in reversed(brackets):
        if bracket.opening == "{":
            return bracket.property
        if bracket.opening != "(" or bracket.callee:
            return ""
    return ""

"""Takes the spaces and lines out of the client's code that only a reader needs. Names stay, and so do texts, templates and patterns."""

import re

TEXT = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'')
PATTERN = re.compile(r"/(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
# After these a slash begins a pattern; elsewhere it divides.
BEFORE_PATTERN = re.compile(r"(?:^|[(,=:\[!&|?{};>\n]|\breturn)\s*\Z")
CODE = re.compile(r"[^\"'`/]+")
# No statement of ours ends without its sign, so lines can be joined behind what cannot end one.
SPACED = re.compile(r" ?([{}()\[\],;:<>=!?&|*%/]) ?| ?([+-]) (?![+-])")
JOINED = re.compile(r"(?<=[;{(\[,])\n+|[,;]?\n(?=[\])}])|,(?=[\])}])|;(?=})")


def squeeze(code: str) -> str:
    """The same code with fewer spaces and lines.

    >>> squeeze('const { a, b } = c ? "x = y" : / = /.test(d) / 2;')
    'const{a,b}=c?"x = y":/ = /.test(d)/2;'
    >>> squeeze("if (a) return `b ${c ? `d ` : e} ` + f;")
    'if(a)return `b ${c ? `d ` : e} `+f;'
    """
    return "".join(piece if is_literal else JOINED.sub("", SPACED.sub(r"\1\2", piece)) for piece, is_literal in pieces(code))


def pieces(code: str) -> list[tuple[str, bool]]:
    """The code in pieces, each with whether it is a text, a template or a pattern."""
    found: list[tuple[str, bool]] = []
    at = 0
    while at < len(code):
        end = _end_of_literal(code, at)
        is_literal = end > at
        if not is_literal:
            plain = CODE.match(code, at)
            end = plain.end() if plain else at + 1
        if found and not is_literal and not found[-1][1]:
            found[-1] = (found[-1][0] + code[at:end], False)
        else:
            found.append((code[at:end], is_literal))
        at = end
    return found


def _end_of_literal(code: str, at: int) -> int:
    """Where the literal ends that begins there; the same place where none does."""
    if code[at] == "`":
        return _end_of_template(code, at)
    match = TEXT.match(code, at)
    if match is None and code[at] == "/" and BEFORE_PATTERN.search(code[max(0, at - 40) : at]):
        match = PATTERN.match(code, at)
    return match.end() if match else at


def _end_of_template(code: str, start: int) -> int:
    at = start + 1
    while code[at] != "`":
        if code[at] == "\\":
            at += 2
        elif code.startswith("${", at):
            at = _end_of_expression(code, at + 2)
        else:
            at += 1
    return at + 1


def _end_of_expression(code: str, start: int) -> int:
    depth, at = 1, start
    while depth:
        end = _end_of_literal(code, at)
        if end == at:
            depth += {"{": 1, "}": -1}.get(code[at], 0)
            end += 1
        at = end
    return at

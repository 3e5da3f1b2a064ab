"""What is wrong with an input, and how to mend it: said to people, at file:line:col."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

# Every sign that Markdown, HTML or the host could read as more than text: a mention, a reference to an issue, an emoji.
SPECIAL = re.compile(r"[^\w\s]", re.ASCII)


# What runners of workflows obey wherever it stands in a line of a log (##[group], ##vso[task], ##teamcity[message]),
# and what they obey at its beginning (::error::).
ANYWHERE = re.compile(r"##([A-Za-z]*)\[")
AT_START = re.compile(r"^(\s*)::", re.MULTILINE)


def visible(text: str) -> str:
    """``text`` with every control and invisible character escaped, so that a message cannot steer a terminal or a log.

    >>> visible("a\\x1b[31mb ##[error]")
    'a\\\\x1b[31mb ##\\\\[error]'
    """
    return ANYWHERE.sub(r"##\1\\[", _without_controls(text))


def printable(text: str) -> str:
    """Lines that can be printed, whatever they were made of.

    >>> printable("a\\n  ::error::b\\t")
    'a\\n  \\\\::error::b\\\\t'
    """
    return AT_START.sub(r"\1\\::", "\n".join(visible(line) for line in text.split("\n")))


def in_json(text: str) -> str:
    """A text of JSON, spelt so that it can be printed, too. All that it says stays the same.

    >>> in_json('["##[error]"]')
    '["\\\\u0023#[error]"]'
    """
    return ANYWHERE.sub(r"\\u0023#\1[", text)


def _without_controls(text: str) -> str:
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "backslashreplace").decode() for c in text)


def excerpt(text: str, length: int = 60) -> str:
    """The beginning of ``text`` on one safe line."""
    shown = visible(text)
    return shown if len(shown) <= length else shown[: length - 1] + "…"


def escaped(text: str) -> str:
    """Text that Markdown shows as it stands.

    >>> escaped("*a* @b #1")
    '&#42;a&#42; &#64;b &#35;1'
    """
    return SPECIAL.sub(lambda sign: f"&#{ord(sign.group())};" if sign.group().isascii() else sign.group(), _without_controls(text))


@dataclass(frozen=True, order=True)
class Problem:
    """One finding. Lines and columns count from 1; ``fix`` says what to do."""

    file: str
    line: int
    column: int
    code: str = field(compare=False)
    message: str
    fix: str

    @classmethod
    def at(cls, file: str, mark: tuple[int, int], code: str, message: str, fix: str) -> "Problem":
        """A problem at a line and column."""
        return cls(file, mark[0], mark[1], code, message, fix)

    def __str__(self) -> str:
        place = f"{visible(self.file)}:{self.line}:{self.column}"
        return f"{place}: [{self.code}] {visible(self.message)} — {visible(self.fix)}"


class ProblemsFound(Exception):
    """Raised once, with all the problems of an input, in reading order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))

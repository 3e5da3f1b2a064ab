"""What is wrong with an input, where, and what to do about it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

# Every character that Markdown, HTML or the host could read as more than text: a mention, a reference to an issue, an emoji.
SPECIAL = re.compile(r"[^\w\s]", re.ASCII)


# What runners of workflows obey anywhere in a line of a log (##[group], ##vso[task], ##teamcity[message]),
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
    """Text that Markdown shows literally.

    >>> escaped("*a* @b #1")
    '&#42;a&#42; &#64;b &#35;1'
    """
    return SPECIAL.sub(lambda match: f"&#{ord(match.group())};" if match.group().isascii() else match.group(), _without_controls(text))


@dataclass(frozen=True)
class Place:
    """A place in a file. Lines and columns count from 1; ``width`` is the number of characters that are wrong, if it is known."""

    file: str
    line: int = 1
    column: int = 1
    width: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return f"{visible(self.file)}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Option:
    """An option or argument of a command, such as ``--in`` or ``TITLE``."""

    name: str

    def __str__(self) -> str:
        return visible(self.name)


@dataclass(frozen=True)
class FormAnswer:
    """An answer in an issue form, by the label of its field."""

    label: str

    def __str__(self) -> str:
        return visible(self.label)


@dataclass(frozen=True)
class EntryField:
    """A field of an entry that is not in any file yet."""

    entry: str
    field: str

    def __str__(self) -> str:
        return visible(f"{self.entry}: {self.field}" if self.field else self.entry)


Location = Place | Option | FormAnswer | EntryField


@dataclass(frozen=True)
class Edit:
    """A change that repairs a problem without loss: the characters of a line from ``start`` up to ``end`` become ``text``."""

    line: int
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Problem:
    """One finding: where it is, what is wrong, and what to do about it.

    >>> print(Problem(Place("roadmap.yml", 3, 7), "SCH-KEY", "unknown field 'titel'", "did you mean 'title'?"))
    roadmap.yml:3:7: error: unknown field 'titel' — did you mean 'title'? [SCH-KEY]
    >>> print(Problem(Option("--in"), "REF-UNKNOWN", "unknown section 'x'", "use the id of a section"))
    Error: --in: unknown section 'x' — use the id of a section [REF-UNKNOWN]
    """

    location: Location
    code: str = field(compare=False)
    message: str
    fix: str
    edit: Edit | None = field(default=None, compare=False)

    @classmethod
    def at(cls, file: str, mark: tuple[int, int], code: str, message: str, fix: str, width: int = 0, edit: Edit | None = None) -> "Problem":
        """A problem at a line and column of a file, of ``width`` characters if it is known."""
        return cls(Place(file, *mark, width), code, message, fix, edit)

    @property
    def file(self) -> str:
        """The file, or what is in its stead: an option, a field."""
        return self.location.file if isinstance(self.location, Place) else str(self.location)

    @property
    def line(self) -> int:
        """The line in the file, from 1."""
        return self.location.line if isinstance(self.location, Place) else 1

    @property
    def column(self) -> int:
        """The column in the line, from 1."""
        return self.location.column if isinstance(self.location, Place) else 1

    def __lt__(self, other: "Problem") -> bool:
        return self._order < other._order

    @property
    def _order(self) -> tuple[str, int, int, str, str]:
        return self.file, self.line, self.column, self.message, self.fix

    def __str__(self) -> str:
        return self.as_line()

    def as_line(self, label: str = "error:") -> str:
        """One line that editors and compilers' tools understand: location, severity, message, fix and code."""
        return self.headline(label, visible(self.fix))

    def headline(self, label: str = "error:", fix: str = "") -> str:
        """Location, severity, message and code; with a fix before the code, if there is one."""
        place = f"{self.location}: {label}" if isinstance(self.location, Place) else f"{label.capitalize()} {self.location}:"
        return f"{place} {visible(self.message)}{f' — {fix}' if fix else ''} [{self.code}]"


class Invalid(ValueError):
    """A value that is refused: what is wrong with it, and what to do."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(f"{message}: {fix}")
        self.message = message
        self.fix = fix


class ProblemsFound(Exception):
    """Raised once, with all the problems of an input, in reading order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


class PartlyWritten(ProblemsFound):
    """Raised when a command that writes several files could not go on after the first of them."""

"""Decode every file that comes from outside: UTF-8, known line ends, no control characters."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from learning_roadmap.diagnostics import Place, Problem, ProblemsFound, excerpt

LINE_END = re.compile("\r\n|\n|\r")
CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: |$)")
CONFLICT_BEGINNINGS = frozenset("<=>")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
NONCHARACTER = re.compile("[\ufdd0-\ufdef\ufffe\uffff\U0001fffe\U0001ffff\U0010fffe\U0010ffff]")
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Characters that no file may hold: pattern, code of the problem, and name.
NEVER = (
    (CONTROL, "ENC-CONTROL", "control character"),
    (NONCHARACTER, "ENC-NONCHAR", "noncharacter"),
    (BIDI, "UNI-BIDI", "bidirectional control character"),
)

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class DecodedText:
    """A decoded file: its name for messages, and its lines without their ends.

    Attributes:
        newline: what ends its lines.
        mark: its byte order mark, if it begins with one.
        has_mixed_newlines: whether some of its lines end otherwise.
    """

    file: str
    lines: tuple[str, ...]
    warnings: tuple[Problem, ...] = ()
    newline: str = "\n"
    mark: str = ""
    has_mixed_newlines: bool = False

    @property
    def raw(self) -> bytes:
        """The file's bytes, with one line end throughout."""
        return (self.mark + self.newline.join(self.lines)).encode()


def split_lines(text: str) -> list[str]:
    r"""Lines as editors count them: only LF, CRLF and CR end a line (``str.splitlines`` knows eight more).

    >>> split_lines("a\u2028b\r\nc\rd")
    ['a\u2028b', 'c', 'd']
    """
    return LINE_END.split(text) if "\r" in text else text.split("\n")


def read_text(path: Path, limit: int, repair: Callable[[str], str] | None = None) -> DecodedText:
    """Read a file of at most ``limit`` bytes; ``repair`` may correct the text before it is checked.

    Raises:
        ProblemsFound: when it cannot be read, is not UTF-8, or holds forbidden characters.
    """
    file = str(path)
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            raise ProblemsFound([Problem(Place(file), "FILE", "not a regular file", "use a text file")])
        with path.open("rb") as stream:
            raw = stream.read(limit + 1)
    except OSError as error:
        fix = "give your account the right to read it" if isinstance(error, PermissionError) else "check the path"
        raise ProblemsFound([Problem(Place(file), "FILE", f"cannot read the file: {error.strerror}", fix)]) from None
    if len(raw) > limit:
        fix = f"split it; the limit is {limit // MEBIBYTE} MiB"
        raise ProblemsFound([Problem(Place(file), "LIM-SIZE", "the file is too large", fix)])
    return decode(raw, file, repair)


def decode(raw: bytes, file: str, repair: Callable[[str], str] | None = None) -> DecodedText:
    """Decode bytes as :func:`read_text` does.

    Raises:
        ProblemsFound: as there.
    """
    text = _utf8(raw, file)
    if repair:
        text = repair(text)
    lines = split_lines(text)
    problems: list[Problem] = []
    for number, line in enumerate(lines, 1):
        if line.isascii() and line.isprintable() and line[:1] not in CONFLICT_BEGINNINGS:
            continue
        problems.extend(_line_problems(file, number, line))
    if problems:
        raise ProblemsFound(problems)
    warnings: list[Problem] = []
    if "\r" in text and "\r" in re.sub("\r\n", "", text):
        warnings.append(Problem(Place(file), "EOL", "CR line endings (classic Mac OS)", "save the file with LF line endings"))
    newline = "\r\n" if "\r\n" in text else "\r" if warnings else "\n"
    mark = "\ufeff" if raw.startswith(b"\xef\xbb\xbf") else ""
    return DecodedText(file, tuple(lines), tuple(warnings), newline, mark, newline.join(lines) != text)


# How files of other programs begin that people take for their text.
FORMATS = {
    b"%PDF-": "a PDF", b"{\\rtf": "an RTF file", b"PK\x03\x04": "a document of Word or another archive", b"\xd0\xcf\x11\xe0": "a document of Word",
    b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture",
}  # fmt: skip


def _utf8(raw: bytes, file: str) -> str:
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    if what := next((what for magic, what in FORMATS.items() if raw.startswith(magic)), ""):
        fix = "save its text as a text file with the encoding UTF-8: in Markdown, if it is a document"
        raise ProblemsFound([Problem(Place(file), "ENC-BINARY", f"the file is {what}, and not a text file", fix)])
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff") or (
        b"\0" in raw and len(raw) > 3 and raw[1::2].count(0) > len(raw) // 4 and raw[0::2].count(0) < raw[1::2].count(0) // 4
    ):
        raise ProblemsFound([Problem(Place(file), "ENC-UTF16", "the file is UTF-16", "save it as UTF-8")])
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        if b"\0" in raw[:1024]:
            raise ProblemsFound([Problem(Place(file), "ENC-BINARY", "the file is binary", "use a text file")]) from None
        lines = split_lines(before.decode("utf-8"))
        message = f"byte 0x{raw[error.start]:02x} at offset {error.start} is not UTF-8"
        fix = "it is probably Windows-1252 or Latin-1: open it in your editor with that encoding, then save it with the encoding UTF-8"
        if error.reason == "unexpected end of data":
            message, fix = "the file ends in the middle of a character", "it seems cut off: get a complete copy of it"
        elif raw[error.start] == 0xED:
            message, fix = "half of a character (a surrogate), which is not UTF-8", "type the character again, and save the file as UTF-8"
        raise ProblemsFound([Problem(Place(file, len(lines), len(lines[-1]) + 1, 1), "ENC-UTF8", message, fix)]) from None


def _line_problems(file: str, number: int, line: str) -> list[Problem]:
    problems = []
    if CONFLICT.match(line):
        message = f"unresolved merge conflict of Git: {excerpt(line)}"
        fix = "two people changed these lines: keep what is right in either part, then delete the three lines with <<<<<<<, ======= and >>>>>>>"
        problems.append(Problem(Place(file, number), "VCS-CONFLICT", message, fix))
    for pattern, code, what in NEVER:
        if match := pattern.search(line):
            message = f"{what} U+{ord(match.group()):04X}"
            problems.append(Problem(Place(file, number, match.start() + 1), code, message, "delete it"))
    return problems

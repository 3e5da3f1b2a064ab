"""Undo mojibake: UTF-8 that some program read as Mac Roman or Windows-1252.

A document is garbled as a whole, so it is judged as a whole: if every character of it can be written in the wrong code
page and the bytes are then valid UTF-8, chance is ruled out. Only when that fails (a document pasted together from
several) are lines judged on their own, and then on stronger evidence.
"""

import re
import unicodedata
from dataclasses import dataclass

import ftfy.bad_codecs  # noqa: F401  registers sloppy-windows-1252, which keeps the five bytes cp1252 has no sign for

from learning_roadmap.text import LINE_END, split_lines

CODECS = {"mac_roman": "Mac Roman", "sloppy-windows-1252": "Windows-1252"}
NON_ASCII = re.compile(r"[^\x00-\x7f]")
ROUNDS = 3  # text can be garbled more than once; three times has been seen in the wild, more has not


@dataclass(frozen=True)
class Repair:
    """One mended line."""

    line: int
    codec: str
    before: str
    after: str


def repair_encoding(text: str) -> str:
    """``text`` with its encoding mended; the very same text where nothing is certain.

    >>> repair_encoding("AurÃ©lien GÃ©ron")
    'Aurélien Géron'
    >>> repair_encoding("São Paulo: Ã© is a garbled é")
    'São Paulo: Ã© is a garbled é'
    """
    for _ in range(ROUNDS):
        mended = _mend_whole(text)
        if mended is None:
            mended = _mend_lines(text)
        if mended == text:
            break
        text = mended
    return text


def repairs(before: str, after: str) -> list[Repair]:
    """What :func:`repair_encoding` changed, line by line (it never changes their number)."""
    return [
        Repair(number, _codec(old, new), old, new)
        for number, (old, new) in enumerate(zip(split_lines(before), split_lines(after), strict=True), 1)
        if old != new
    ]


def suspicious(line: str) -> str | None:
    """A run of signs in a line that would be another sign in the right encoding, and was left alone for want of proof.

    >>> suspicious("São Paulo: Ã© is a garbled é")
    'Ã©'
    """
    for run in re.finditer(r"[^\x00-\x7f]{2,200}", line):
        signs = run.group()
        for size in (4, 3, 2):
            for at in range(len(signs) - size + 1):
                piece = signs[at : at + size]
                if any((made := _undo(piece, codec)) is not None and len(made) == 1 for codec in CODECS):
                    return piece
    return None


def _codec(old: str, new: str) -> str:
    return next((name for codec, name in CODECS.items() if _undo(old, codec) == new), "more than once")


def _undo(text: str, codec: str) -> str | None:
    """``text`` as it was before it was read in ``codec``; None when it never was."""
    if "\ufffd" in text:  # what is lost cannot be told apart from what was meant
        return None
    try:
        undone = text.encode(codec).decode("utf-8")
    except UnicodeError:
        return None
    # A repair that makes up line ends or control characters is none.
    if re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]", undone) and codec != "sloppy-windows-1252":
        return None
    return undone


def _mend_whole(text: str) -> str | None:
    if not NON_ASCII.search(text):
        return text
    readings = [undone for codec in CODECS if (undone := _undo(text, codec)) is not None]
    kept = [undone for undone in readings if len(split_lines(undone)) == len(split_lines(text))]
    # "Ã©" is é in one code page and a stray accent in the other: the reading with fewer odd signs is the right one.
    return min(kept, key=_oddness, default=None)


def _oddness(text: str) -> int:
    return sum(1 for sign in text if unicodedata.category(sign) in ("Mn", "Co", "Cn", "Cc") and sign not in "\r\n\t\ufe0f")


def _mend_lines(text: str) -> str:
    parts = re.split(f"({LINE_END.pattern})", text)
    undone: dict[int, dict[str, str]] = {}
    trusted: set[str] = set()
    for index, line in enumerate(parts):
        if not NON_ASCII.search(line):
            continue
        for codec in CODECS:
            if (mended := _undo(line, codec)) is not None:
                undone.setdefault(index, {})[codec] = mended
                # Three signs that become one cannot stand in real text by chance; two can.
                if any(ord(sign) >= 0x800 for sign in mended):
                    trusted.add(codec)
    for index, readings in undone.items():
        for codec, mended in readings.items():
            if codec in trusted:
                parts[index] = mended
                break
    return "".join(parts)

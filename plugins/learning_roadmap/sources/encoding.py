"""Repair mojibake: UTF-8 that a program decoded as Mac Roman or Windows-1252.

A document is garbled as a whole, so it is judged as a whole. If all its characters can be encoded in the wrong code page,
and the bytes are valid UTF-8, chance is ruled out. Only if that fails (a document pasted together from several) are lines
judged one by one, on stronger evidence.
"""

import re
import unicodedata
from dataclasses import dataclass

import ftfy.bad_codecs  # noqa: F401  registers sloppy-windows-1252, which keeps the five bytes that cp1252 leaves undefined

from learning_roadmap.text import LINE_END, split_lines

CODECS = {"mac_roman": "Mac Roman", "sloppy-windows-1252": "Windows-1252"}
NON_ASCII = re.compile(r"[^\x00-\x7f]")
ROUNDS = 3  # text can be garbled more than once; more than three times has not been seen


@dataclass(frozen=True)
class Repair:
    """One repaired line."""

    line: int
    codec: str
    before: str
    after: str


def repair_encoding(text: str) -> str:
    """``text`` with its encoding repaired, or unchanged if the evidence is not sufficient.

    >>> repair_encoding("AurÃ©lien GÃ©ron")
    'Aurélien Géron'
    >>> repair_encoding("São Paulo: Ã© is a garbled é")
    'São Paulo: Ã© is a garbled é'
    """
    for _ in range(ROUNDS):
        repaired = _repair_whole(text)
        if repaired is None:
            repaired = _repair_lines(text)
        if repaired == text:
            break
        text = repaired
    return text


def repairs(before: str, after: str) -> list[Repair]:
    """The lines that :func:`repair_encoding` changed. It never changes their number."""
    return [
        Repair(number, _codec(old, new), old, new)
        for number, (old, new) in enumerate(zip(split_lines(before), split_lines(after), strict=True), 1)
        if old != new
    ]


def suspicious(line: str) -> str | None:
    """Characters of a line that may be one garbled character. There was not enough evidence to repair them.

    >>> suspicious("São Paulo: Ã© is a garbled é")
    'Ã©'
    """
    for run in re.finditer(r"[^\x00-\x7f]{2,200}", line):
        characters = run.group()
        for size in (4, 3, 2):
            for at in range(len(characters) - size + 1):
                piece = characters[at : at + size]
                if any(len(_undo(piece, codec) or "") == 1 for codec in CODECS):
                    return piece
    return None


def _codec(old: str, new: str) -> str:
    return next((name for codec, name in CODECS.items() if _undo(old, codec) == new), "more than once")


def _undo(text: str, codec: str) -> str | None:
    """``text`` as it was before it was decoded with ``codec``; None if it cannot have been."""
    if "\ufffd" in text:  # a lost character cannot be restored
        return None
    try:
        undone = text.encode(codec).decode("utf-8")
    except UnicodeError:
        return None
    # A repair that makes line ends or control characters is wrong.
    if re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]", undone) and codec != "sloppy-windows-1252":
        return None
    return undone


def _repair_whole(text: str) -> str | None:
    if not NON_ASCII.search(text):
        return text
    readings = [undone for codec in CODECS if (undone := _undo(text, codec)) is not None]
    candidates = [undone for undone in readings if len(split_lines(undone)) == len(split_lines(text))]
    # "Ã©" is é in one code page and a stray accent in the other: the reading with fewer odd characters is right.
    return min(candidates, key=_oddness, default=None)


def _oddness(text: str) -> int:
    return sum(unicodedata.category(character) in ("Mn", "Co", "Cn", "Cc") for character in text if character not in "\r\n\t\ufe0f")


def _repair_lines(text: str) -> str:
    parts = re.split(f"({LINE_END.pattern})", text)
    undone: dict[int, dict[str, str]] = {}
    trusted: set[str] = set()
    for index, line in enumerate(parts):
        if not NON_ASCII.search(line):
            continue
        for codec in CODECS:
            if (repaired := _undo(line, codec)) is not None:
                undone.setdefault(index, {})[codec] = repaired
                # Real text does not have three characters by chance that decode to one. Two can happen.
                if any(ord(character) >= 0x800 for character in repaired):
                    trusted.add(codec)
    for index, readings in undone.items():
        for codec, repaired in readings.items():
            if codec in trusted:
                parts[index] = repaired
                break
    return "".join(parts)

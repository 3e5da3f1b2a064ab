"""Break a title into lines of about a width. Fonts differ from reader to reader, so widths are estimates, on the safe side."""

import re
import unicodedata
from functools import lru_cache

# Widths in em, of the widest common sans-serif fonts (Verdana, DejaVu Sans): a line never gets wider than it seems.
NARROW = frozenset("fijlrtI.,:;'|!()[]{}/ ")
WIDE = frozenset("mwMWQOGCD@%&")
WIDTHS = {"narrow": 0.36, "lower": 0.61, "upper": 0.7, "wide": 0.94, "full": 1.0}
# How much wider bold text is.
BOLD = 1.1
ELLIPSIS = "…"
# A word, a part of one up to a hyphen, or a single letter of a script without spaces.
IDEOGRAPHS = r"\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
# No line ends with an opening bracket, or begins with a closing one or with other punctuation of these scripts.
OPENING, CLOSING = "（《〈「『【〔", "）》〉」』】〕，。、；：！？"
PIECE = re.compile(
    rf"\s+|[{OPENING}]*(?:(?![{OPENING}{CLOSING}])[{IDEOGRAPHS}]|[^\s{IDEOGRAPHS}-]*-+|[^\s{IDEOGRAPHS}-]+)[{CLOSING}]*|[{OPENING}{CLOSING}]+"
)


def text_width(text: str) -> float:
    """The width of a text in em."""
    return sum(map(_width, text))


@lru_cache(maxsize=2**12)
def _width(character: str) -> float:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Me", "Mn"}:
        return 0
    if unicodedata.east_asian_width(character) in {"W", "F"}:
        return WIDTHS["full"]
    if character in NARROW:
        return WIDTHS["narrow"]
    if character in WIDE:
        return WIDTHS["wide"]
    return WIDTHS["lower"] if character.islower() or character.isdecimal() else WIDTHS["upper"]


def text_lines(text: str, width: float, count: int) -> tuple[str, ...]:
    """The text in at most ``count`` lines of ``width`` em. What does not fit is replaced by an ellipsis.

    >>> text_lines("Convolutional neural networks", 8, 3)
    ('Convolutional', 'neural', 'networks')
    >>> text_lines("Self-supervised learning", 8, 3)
    ('Self-', 'supervised', 'learning')
    >>> text_lines("Convolutional neural networks", 8, 2)
    ('Convolutional', 'neural…')
    >>> text_lines("探索性数据分析（EDA）", 9, 3)
    ('探索性数据分析', '（EDA）')
    """
    lines: list[str] = []
    line = ""
    for piece in _pieces(text, width):
        if text_width((line + piece).strip()) <= width:
            line += piece
        else:
            lines.append(line.strip())
            line = piece.lstrip()
    lines = [one for one in (*lines, line.strip()) if one]
    if len(lines) > count:
        last = lines[count - 1]
        while last and text_width(last + ELLIPSIS) > width:
            last = last[:-1]
        lines[count - 1 :] = [last.rstrip() + ELLIPSIS]
    return tuple(lines)


def _pieces(text: str, width: float) -> list[str]:
    """The words of a text; those that are too long for a line, in several parts."""
    pieces: list[str] = []
    for word in PIECE.findall(" ".join(text.split())):
        part = ""
        for character in word:
            if text_width(part + character) > width:
                pieces.append(part)
                part = ""
            part += character
        pieces.append(part)
    return pieces

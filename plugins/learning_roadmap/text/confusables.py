"""Signs that make a text say something else than it shows: invisible ones, and letters that only look like others.

After Unicode Technical Standard 39, "Unicode Security Mechanisms", and Unicode Technical Report 36.
"""

import re
import unicodedata
from collections.abc import Iterator

# Signs of no width, and the blank of Braille. Those that join emoji or shape letters are looked at in their surroundings.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2064\u206a-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\U000e0000-\U000e007f\U000e0100-\U000e01ef]"
)
JOINERS = "\u200c\u200d"
DIRECTION_MARKS = "\u061c\u200e\u200f"
# A black flag with invisible tags behind it is the flag of a region.
FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]{1,8}\U000e007f")
# Cyrillic letters that look like Latin ones: a word of nothing else is hardly a Cyrillic word among Latin ones.
LOOKALIKE = re.compile("[аеорсхуіјѕԁһАВСЕНІЈКМОРЅТХУ]{2,}")


def invisible_character(text: str) -> int | None:
    """Where the first sign stands that is invisible and has no business there.

    >>> invisible_character("Gradient\\u200b descent"), invisible_character("👩\\u200d🔬"), invisible_character("plain")
    (8, None, None)
    """
    return next(hidden_signs(text), None)


def hidden_signs(text: str) -> Iterator[int]:
    """Where each sign stands that is invisible and has no business there."""
    if text.isascii():
        return
    known = FLAG.sub(lambda found: "x" * len(found.group()), text)
    is_rtl = any(sign in known for sign in DIRECTION_MARKS) and any(
        unicodedata.bidirectional(sign) in ("R", "AL") for sign in known if sign not in DIRECTION_MARKS
    )
    for found in INVISIBLE.finditer(known):
        sign, at = found.group(), found.start()
        before, after = known[at - 1 : at], known[at + 1 : at + 2]
        if sign in JOINERS and before and after and not before.isascii() and not after.isascii():
            continue
        if sign in DIRECTION_MARKS and is_rtl:
            continue
        if sign in "\ufe0e\ufe0f" and before and (unicodedata.category(before) in ("So", "Sm", "Po", "Sk") or before in "0123456789#*©®"):
            continue
        yield at


def mixed_script(text: str) -> str | None:
    """The first word of Latin letters with Cyrillic or Greek ones among them, or of Cyrillic ones that only look Latin.

    >>> mixed_script("Gr\\u0430dient descent"), mixed_script("β-VAE, μm")
    ('Grаdient', None)
    """
    if text.isascii():
        return None
    if (found := LOOKALIKE.search(text)) and re.search("[A-Za-z]", text):
        return found.group()
    for word in re.findall(r"[^\W\d_]+", text):
        scripts = {unicodedata.name(sign, "?").split()[0] for sign in word if sign.isalpha()}
        if "LATIN" in scripts and scripts & {"CYRILLIC", "GREEK"} and len(word) > 2 and not re.fullmatch(r"[µμαβγδελσπ]?\w?", word):
            return str(word)
    return None

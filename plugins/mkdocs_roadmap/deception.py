"""Signs that make a text say something else than it shows: invisible ones, and letters that only look like others.

After Unicode Technical Standard 39, "Unicode Security Mechanisms", and Unicode Technical Report 36.
"""

import re
import unicodedata

# Signs of no width. Those that join emoji or shape Arabic and Indic letters are looked at in their surroundings.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\U000e0000-\U000e007f]"
)
JOINERS = "\u200c\u200d"
DIRECTION_MARKS = "\u061c\u200e\u200f"
BLACK_FLAG = "\U0001f3f4"  # with invisible tags behind it, the flag of a region


def hidden_sign(text: str) -> int | None:
    """Where the first sign stands that is invisible and has no business there.

    >>> hidden_sign("Gradient\\u200b descent"), hidden_sign("👩\\u200d🔬"), hidden_sign("plain")
    (8, None, None)
    """
    if text.isascii():
        return None
    return next((found.start() for found in INVISIBLE.finditer(text) if not _has_business(text, found.start())), None)


def _has_business(text: str, at: int) -> bool:
    sign, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if sign in JOINERS:
        return bool(before) and bool(after) and not before.isascii() and not after.isascii()
    if sign in DIRECTION_MARKS:
        return any(unicodedata.bidirectional(other) in ("R", "AL") for other in text)
    if "\U000e0020" <= sign <= "\U000e007f":
        return text[:at].rstrip("".join(map(chr, range(0xE0020, 0xE0080)))).endswith(BLACK_FLAG)
    return False


def mixed_scripts(text: str) -> str | None:
    """The first word of Latin letters with Cyrillic or Greek ones among them.

    >>> mixed_scripts("Gr\\u0430dient descent"), mixed_scripts("β-VAE, μm")
    ('Grаdient', None)
    """
    if text.isascii():
        return None
    for word in re.findall(r"[^\W\d_]+", text):
        scripts = {unicodedata.name(sign, "?").split()[0] for sign in word if sign.isalpha()}
        if "LATIN" in scripts and scripts & {"CYRILLIC", "GREEK"} and len(word) > 2 and not re.fullmatch(r"[µμαβγδελσπ]?\w?", word):
            return str(word)
    return None

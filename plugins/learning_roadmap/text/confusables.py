"""Characters that deceive the eye: invisible ones, and letters that look like others.

After Unicode Technical Standard 39, "Unicode Security Mechanisms", and Unicode Technical Report 36.
"""

import re
import unicodedata
from collections.abc import Iterator

# Characters of no width, and the blank of Braille. Those that join emoji or shape letters are allowed where they do so.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2064\u206a-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\U000e0000-\U000e007f\U000e0100-\U000e01ef]"
)
JOINERS = "\u200c\u200d"
DIRECTION_MARKS = "\u061c\u200e\u200f"
# A black flag followed by invisible tags is the flag of a region.
FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]{1,8}\U000e007f")
# Cyrillic letters that look like Latin ones: among Latin words, a word of nothing else is hardly Cyrillic.
LOOKALIKE = re.compile("[аеорсхуіјѕԁһАВСЕНІЈКМОРЅТХУ]{2,}")


def invisible_character(text: str) -> int | None:
    """The position of the first character that is invisible and has no function there.

    >>> invisible_character("Gradient\\u200b descent"), invisible_character("👩\\u200d🔬"), invisible_character("plain")
    (8, None, None)
    """
    return next(invisible_characters(text), None)


def invisible_characters(text: str) -> Iterator[int]:
    """The positions of all characters that are invisible and have no function there."""
    if text.isascii():
        return
    without_flags = FLAG.sub(lambda match: "x" * len(match.group()), text)
    is_rtl = any(character in without_flags for character in DIRECTION_MARKS) and any(
        unicodedata.bidirectional(character) in ("R", "AL") for character in without_flags if character not in DIRECTION_MARKS
    )
    for match in INVISIBLE.finditer(without_flags):
        character, at = match.group(), match.start()
        before, after = without_flags[at - 1 : at], without_flags[at + 1 : at + 2]
        if character in JOINERS and before and after and not before.isascii() and not after.isascii():
            continue
        if character in DIRECTION_MARKS and is_rtl:
            continue
        if character in "\ufe0e\ufe0f" and before and (unicodedata.category(before) in ("So", "Sm", "Po", "Sk") or before in "0123456789#*©®"):
            continue
        yield at


# Greek letters that look like no Latin letter.
FORMULA_LETTERS = frozenset("ΓΔΘΛΞΠΣΦΨΩβγδεζηθλμξπστφψω")


def describe_mixed_script(word: str) -> str:
    """What is wrong with a word that :func:`mixed_script` returns; the letter is named, because nobody can see it.

    >>> describe_mixed_script("Gr\\u0430dient"), describe_mixed_script("\\u0441\\u0430")
    ("letters of two scripts in 'Grаdient': 'а' is Cyrillic (U+0430)", "letters in 'са' look Latin: 'с' is Cyrillic (U+0441)")
    """
    scripts = [unicodedata.name(character, "?").split()[0] for character in word]
    other = next(position for position, script in enumerate(scripts) if script in ("CYRILLIC", "GREEK"))
    what = "letters of two scripts in" if "LATIN" in scripts else "letters in"
    look = "" if "LATIN" in scripts else " look Latin"
    return f"{what} '{word}'{look}: '{word[other]}' is {scripts[other].title()} (U+{ord(word[other]):04X})"


def mixed_script(text: str) -> str | None:
    """The first word of Latin letters with Cyrillic or Greek ones among them, or of Cyrillic ones that only look Latin.

    Greek letters that look like no Latin one are part of formulas.

    >>> mixed_script("Gr\\u0430dient descent"), mixed_script("p\\u03b1ypal"), mixed_script("β-VAE, μm, UΣVᵀ, \\U00017000")
    ('Grаdient', 'pαypal', None)
    """
    if text.isascii():
        return None
    if (match := LOOKALIKE.search(text)) and re.search("[A-Za-z]", text):
        return match.group()
    for word in re.findall(r"[^\W\d_]+", text):
        # Ideographs such as those of Tangut have no name.
        letters = {character: unicodedata.name(character, "?").split()[0] for character in word if character.isalpha()}
        scripts = {script for character, script in letters.items() if character not in FORMULA_LETTERS}
        if len(letters) > 2 and "LATIN" in scripts and scripts & {"CYRILLIC", "GREEK"}:
            return str(word)
    return None

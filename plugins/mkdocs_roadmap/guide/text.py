"""Texts as paper needs them: addresses that break well, and long words that do."""

import re

ZERO_WIDTH_SPACE = "\u200b"
LONG_WORD = 24


def breakable(text: str) -> str:
    """A text whose overlong words may be broken.

    >>> breakable("short words stay") == "short words stay"
    True
    >>> breakable("x" * 30).count("\\u200b")
    1
    """
    return re.sub(rf"\S{{{LONG_WORD + 1},}}", lambda found: _split(found.group()), text)


def _split(word: str) -> str:
    return ZERO_WIDTH_SPACE.join(word[at : at + LONG_WORD] for at in range(0, len(word), LONG_WORD))


def printed_address(url: str) -> str:
    """An address as it is printed: without scheme and www, and breakable behind its signs.

    >>> printed_address("https://www.example.org/a/").replace("\\u200b", "|")
    'example.|org/|a'
    """
    short = re.sub(r"^https?://(?:www\.)?", "", url).rstrip("/")
    return breakable(re.sub(r"([/.\-_?&=#])(?=.)", rf"\1{ZERO_WIDTH_SPACE}", short))

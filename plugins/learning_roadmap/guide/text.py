"""Texts as paper needs them: addresses that break well, long words that do, and words that stay together."""

import re

ZERO_WIDTH_SPACE = "\u200b"
NO_BREAK_SPACE = "\u00a0"
LONG_WORD = 24
# A word that is too long may be broken after so many letters: even wide ones fit half a column in large print.
WORD_PIECE = 8
LONG_PIECE = 16
LONGEST_MARK = 30


def breakable(text: str) -> str:
    """A text whose overlong words may be broken.

    >>> breakable("short words stay") == "short words stay"
    True
    >>> breakable("x" * 30).count("\\u200b")
    3
    """
    return re.sub(rf"\S{{{LONG_WORD + 1},}}", lambda found: _split(found.group()), text)


def _split(word: str) -> str:
    return ZERO_WIDTH_SPACE.join(word[at : at + WORD_PIECE] for at in range(0, len(word), WORD_PIECE))


def together(text: str) -> str:
    """A mark that no line divides, if it is short.

    >>> together("2.5 h").isascii()
    False
    """
    return text.replace(" ", NO_BREAK_SPACE) if len(text) <= LONGEST_MARK else text


def address_pieces(url: str) -> list[str]:
    """A printed address in the pieces between which it may break. What browsers add by themselves is left out, and nothing else.

    >>> address_pieces("https://example.org/a-b/")
    ['example.', 'org/', 'a-', 'b/']
    >>> address_pieces("http://www.example.org/")
    ['http:/', '/', 'www.', 'example.', 'org']
    """
    short = url.removeprefix("https://")
    if short.count("/") == 1 or (short.count("/") == 3 and short.startswith("http://")):
        short = short.removesuffix("/")
    words = re.findall(r"[^/.\-_?&=#]*[/.\-_?&=#]|[^/.\-_?&=#]+", short)
    return [word[at : at + LONG_PIECE] for word in words for at in range(0, len(word), LONG_PIECE)]

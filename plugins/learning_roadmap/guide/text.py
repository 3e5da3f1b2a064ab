"""Texts as paper needs them: addresses that break well, and words that stay together."""

import re

NO_BREAK_SPACE = "\u00a0"
LONG_PIECE = 16
LONGEST_MARK = 30


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

"""Line breaking: addresses that break well, and words that stay together."""

import re

NO_BREAK_SPACE = "\u00a0"
MAX_PIECE = 16
MAX_UNBREAKABLE = 30


def unbreakable(text: str) -> str:
    """A short text with no-break spaces; a long one unchanged.

    >>> unbreakable("2.5 h").isascii()
    False
    """
    return text.replace(" ", NO_BREAK_SPACE) if len(text) <= MAX_UNBREAKABLE else text


def prose(text: str) -> str:
    """A running text with typographic quotation marks, in which numbers stay with their percent and multiplication signs.

    Code in backticks is not changed.

    >>> prose("95 % of a 28 × 28 image").count(NO_BREAK_SPACE)
    3
    >>> prose('the "loss" in `d["loss"]`')
    'the “loss” in `d["loss"]`'
    >>> prose("a model's loss, f'(x)")
    "a model’s loss, f'(x)"
    """
    pieces = text.split("`")
    # An odd number of backticks is not code.
    is_code = len(pieces) % 2 == 1
    return "`".join(piece if is_code and number % 2 else _typographic(piece) for number, piece in enumerate(pieces))


def _typographic(text: str) -> str:
    text = re.sub(r'(?<![\w"])"([^"]+)"(?![\w"])', r"“\1”", text)
    text = re.sub(r"(?<=[^\W\d_])'(?=[a-z]{1,2}\b)", "’", text)
    text = re.sub(r"(\d) (?=%)", rf"\1{NO_BREAK_SPACE}", text)
    return re.sub(r"(\d) × (\d)", rf"\1{NO_BREAK_SPACE}×{NO_BREAK_SPACE}\2", text)


def address_pieces(url: str) -> list[str]:
    """The pieces of a printed address between which it may break, without the parts that browsers add themselves.

    >>> address_pieces("https://example.org/a-b/")
    ['example.', 'org/', 'a-', 'b/']
    >>> address_pieces("http://www.example.org/")
    ['http:/', '/', 'www.', 'example.', 'org']
    """
    short = url.removeprefix("https://")
    if short.count("/") == 1 or (short.count("/") == 3 and short.startswith("http://")):
        short = short.removesuffix("/")
    return pieces(short)


def pieces(address: str) -> list[str]:
    """The pieces of an address between which it may break.

    >>> pieces("user_guide/#fit")
    ['user_', 'guide/', '#', 'fit']
    """
    words = re.findall(r"[^/.\-_?&=#]*[/.\-_?&=#]|[^/.\-_?&=#]+", address)
    return [word[at : at + MAX_PIECE] for word in words for at in range(0, len(word), MAX_PIECE)]

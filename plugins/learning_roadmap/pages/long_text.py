"""Long texts before a list: the first lines, and the rest to unfold."""

from typing import NamedTuple

# About six lines on a phone.
MOST_CHARACTERS = 260
# A shorter rest is not worth a click.
LEAST_REST = 90


class LongText(NamedTuple):
    """A text in two pieces; the second is empty for a text that is not long."""

    start: str
    rest: str


def long_text(text: str) -> LongText:
    """The text, divided at the end of a sentence, or else between words; never within code.

    >>> long_text("Short.")
    LongText(start='Short.', rest='')
    >>> start, rest = long_text("First sentence. " * 30)
    >>> start.endswith("."), len(start) <= MOST_CHARACTERS, (start + " " + rest) == ("First sentence. " * 30).strip()
    (True, True, True)
    """
    text = text.strip()
    if len(text) < MOST_CHARACTERS + LEAST_REST:
        return LongText(text, "")
    spaces = [at for at, character in enumerate(text[: MOST_CHARACTERS + 1]) if character.isspace() and text.count("`", 0, at) % 2 == 0]
    sentences = [at for at in spaces if text[at - 1] in ".!?" and at > MOST_CHARACTERS // 3]
    if not spaces:
        return LongText(text, "")
    end = (sentences or spaces)[-1]
    return LongText(text[:end].rstrip(), text[end:].lstrip())

"""Did you mean …? The one place that looks for the name somebody may have meant."""

import re
from collections.abc import Iterable
from functools import lru_cache

LONGEST = 100  # longer texts are no names, and comparing them takes long
SHORT, MEDIUM = 5, 9  # up to this length, one or two letters may differ; in longer words, three


def nearest(name: str, names: Iterable[str], most: int = 1) -> list[str]:
    """The names that differ from an unknown one only by slips of the keyboard, or that have its words, the nearest first.

    >>> nearest("titel", ["id", "title"]), nearest("nope", ["bpe", "peft"]), nearest("Deep lerning", ["Deep learning", "Meta learning"])
    (['title'], [], ['Deep learning'])
    >>> nearest("gradient", ["gradient-descent", "ingredient"]), nearest("Attention", ["afternoon"])
    (['gradient-descent'], [])
    """
    if not name.strip() or len(name) > LONGEST:
        return []
    wanted = _words(name)
    ranked = [(distance, len(other), other) for other in dict.fromkeys(names) if (distance := _distance(wanted, _words(other))) is not None]
    return [other for _, _, other in sorted(ranked)[:most]]


def did_you_mean(name: str, names: Iterable[str], otherwise: str, most: int = 1) -> str:
    """What to do about an unknown name: use the nearest, or else what ``otherwise`` says.

    >>> did_you_mean("titel", ["id", "title"], "use a field"), did_you_mean("x", ["id", "title"], "use a field")
    ("did you mean 'title'?", 'use a field')
    """
    suggestions = [f"'{suggestion}'" for suggestion in nearest(name, names, most)]
    return f"did you mean {' or '.join(suggestions)}?" if suggestions else otherwise


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W_]+|[^\w\s]", name.casefold().replace("-", " ").replace("_", " "))


def _distance(wanted: list[str], words: list[str]) -> int | None:
    """How many letters differ; None if these are other names.

    Names are compared as a whole, so that a forgotten space or hyphen is one letter; or word by word, if the other name only has more words.
    """
    in_words = _word_distance(wanted, words)
    if len(wanted) == 1 or len(wanted) != len(words) or in_words is not None:
        whole, other = " ".join(wanted), " ".join(words)
        if (distance := _letters_apart(whole, other)) <= _allowed(whole):
            return distance
    return None if in_words is None else in_words + len(words) - len(wanted) + 1


def _word_distance(wanted: list[str], words: list[str]) -> int | None:
    """How many letters of the words differ, each with its nearest; None if there is a word without one."""
    if not any(len(word) > 2 for word in wanted):
        return None
    total = 0
    for word in wanted:
        best = 0 if word in words else min((_letters_apart(word, other) for other in words), default=LONGEST)
        if best > _allowed(word):
            return None
        total += best
    return total


def _allowed(text: str) -> int:
    """How many letters of a name of this length may differ."""
    return 0 if len(text) < 3 else 1 if len(text) <= SHORT else 2 if len(text) <= MEDIUM else 3


@lru_cache(maxsize=100_000)
def _letters_apart(text: str, other: str) -> int:
    """How many letters to add, remove, replace or swap with their neighbour; more than is allowed if there are certainly too many.

    The optimal string alignment distance.
    """
    if abs(len(text) - len(other)) > _allowed(text) or len(set(text) - set(other)) > _allowed(text):
        return LONGEST
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(text, 1):
        above, before = before, row
        row = [at]
        for column, other_letter in enumerate(other, 1):
            cost = min(before[column] + 1, row[-1] + 1, before[column - 1] + (letter != other_letter))
            if at > 1 and column > 1 and letter == other[column - 2] and text[at - 2] == other_letter:
                cost = min(cost, above[column - 2] + 1)
            row.append(cost)
    return row[-1]

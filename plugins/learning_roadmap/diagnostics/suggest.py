"""Did you mean …? The one place that looks for the name somebody may have meant."""

import re
from collections.abc import Iterable

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
    from rapidfuzz.distance import OSA

    whole, other = " ".join(wanted), " ".join(words)
    limit = _letters(whole)
    distance = OSA.distance(whole, other, score_cutoff=limit)
    if distance <= limit and (len(wanted) == 1 or len(wanted) != len(words) or _word_distance(wanted, words) is not None):
        return int(distance)
    in_words = _word_distance(wanted, words)
    return None if in_words is None else in_words + len(words) - len(wanted) + 1


def _word_distance(wanted: list[str], words: list[str]) -> int | None:
    """How many letters of the words differ, each with its nearest; None if there is a word without one."""
    from rapidfuzz.distance import OSA

    if not any(len(word) > 2 for word in wanted):
        return None
    total = 0
    for word in wanted:
        best = min((OSA.distance(word, other) for other in words), default=LONGEST)
        if best > _letters(word):
            return None
        total += best
    return total


def _letters(text: str) -> int:
    """How many letters of a name of this length may differ."""
    return 0 if len(text) < 3 else 1 if len(text) <= SHORT else 2 if len(text) <= MEDIUM else 3

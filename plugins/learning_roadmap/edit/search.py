"""Find entries by words. Typing errors, plurals, spelling and separators do not matter."""

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from learning_roadmap.model import Entry, RoadmapIndex, is_acronym_of, key, kind_of, tokens

# How alike two words must be, of 100: one wrong letter in a word of four, two in one of eight.
MIN_RATIO = 74
MIN_PREFIX = 3
# What a match in another field than the names is worth, and what each further word of a name costs.
TEXT_FACTOR, WORD_COST = 0.6, 1.0


@dataclass(frozen=True)
class Hit:
    """An entry that was found, how well its name matches, of 100, and the name or text that matches."""

    entry: Entry
    score: float
    text: str


def search(index: RoadmapIndex, words: str) -> list[Hit]:
    """The entries that match all words, the best first; equal ones in the order of the map."""
    query = tokens(words)
    if not query:
        return []
    hits = (_hit(located.entry, words, query) for located in index.located.values())
    return sorted((hit for hit in hits if hit.score > 0), key=lambda hit: -hit.score)


def _hit(entry: Entry, words: str, query: tuple[str, ...]) -> Hit:
    names = [(_name_score(name, words, query), name) for name in (entry.title, *entry.also, entry.id.replace("-", " "))]
    score, name = max(names, key=lambda scored: scored[0])
    if score:
        return Hit(entry, score, name)
    texts = [(TEXT_FACTOR * _score(tokens(text), query), text) for text in _texts(entry)]
    return Hit(entry, *max(texts, key=lambda scored: scored[0], default=(0.0, "")))


def _texts(entry: Entry) -> Iterable[str]:
    for name in kind_of(entry).search_fields:
        value = getattr(entry, name)
        yield from value if isinstance(value, tuple) else [value] if value else []


def _name_score(name: str, words: str, query: tuple[str, ...]) -> float:
    exact, wanted = key(name).exact, key(words).exact
    if exact == wanted:
        return 100 if " ".join(name.casefold().split()) == " ".join(words.casefold().split()) else 99
    if is_acronym_of(words.upper(), name):
        return 97
    own = tokens(name)
    if len(wanted) > MIN_PREFIX and (ratio := fuzz.ratio("".join(own), "".join(query))) >= 85:
        return ratio  # also words that are written as one
    return max(0.0, _score(own, query) - WORD_COST * max(0, len(own) - len(query)))


def _score(own: tuple[str, ...], query: tuple[str, ...]) -> float:
    """How well each word of the query matches a word; 0 if one matches none."""
    scores = [max((_word_score(word, other) for other in own), default=0.0) for word in query]
    return 0.95 * sum(scores) / len(scores) if all(scores) else 0.0


def _word_score(word: str, other: str) -> float:
    if word == other:
        return 100
    if len(word) >= MIN_PREFIX and other.startswith(word):
        return 92
    ratio = fuzz.ratio(word, other)
    return ratio if len(word) > MIN_PREFIX and ratio >= MIN_RATIO else 0.0

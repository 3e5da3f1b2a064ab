"""Comparison of names. Case, spelling, plurals, hyphens, word order and small words do not matter."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from learning_roadmap.model.fields import RESERVED_IDS

# Words that describe how a thing is taught or grouped, not the thing.
FILLER = frozenset(
    (
        "a an and basic basics concept concepts essential fundamental fundamentals intro introduction mastery of overview principle "
        "proficiency setup skill the to understanding"
    ).split(" ")
)
# Generic last words; dropped where the rest of the name is meaningful.
CATEGORY = frozenset(
    (
        "algorithm approach architecture curve effectively framework implementation layer library mechanism method model optimizer "
        "optimization pattern pipeline problem score strategy technique unit variant"
    ).split(" ")
)
# Those that change the meaning of a single word: data model, cost optimization.
STRONG = frozenset({"architecture", "library", "model", "optimization", "problem"})
IRREGULAR = {"matrices": "matrix", "indices": "index", "vertices": "vertex", "analyses": "analysis", "hypotheses": "hypothesis",
             "bases": "basis", "series": "series", "news": "news", "apis": "api"}  # fmt: skip
SPELLING = ((re.compile(r"is(ation|e|ing|ed)s?$"), r"iz\1"), (re.compile(r"ou(r)$"), r"o\1"), (re.compile(r"([^l])elling$"), r"\1eling"))


# Characters that change the meaning of the word before them: C#, C++, A*.
SUFFIXES = "+#*"
# Symbols that only decorate or separate.
SYMBOLS = frozenset({"Sm", "Sc", "So", "Sk"})
PLAIN_SYMBOLS = "|`´¨®©\ufffd"
APOSTROPHES = re.compile(r"['’`]s\b|['’`]")


@lru_cache(maxsize=200_000)
def tokens(name: str) -> tuple[str, ...]:
    """The words of a name in comparable form, and its symbols. Punctuation does not matter, except in C#, C++, A* and .NET.

    >>> tokens("K-Nearest Neighbours")
    ('k', 'nearest', 'neighbor')
    >>> tokens("Bayes’ Theorem") == tokens("Bayes theorem")
    True
    >>> tokens("C++ and F#"), tokens("A* search"), tokens("ASP.NET, .NET"), tokens("∑ ≈ ∫")
    (('c++', 'and', 'f#'), ('a*', 'search'), ('asp', 'net', '.net'), ('∑', '≈', '∫'))
    """
    text = unicodedata.normalize("NFKC", name).casefold().replace("&", " and ").replace(" + ", " and ")
    text = APOSTROPHES.sub("", text)
    if text.isascii() and not SPECIAL.search(text):
        return tuple(map(_singular, re.findall(r"[^\W_]+", text))) or tuple(name.split())
    words = [""]
    for at, character in enumerate(text):
        following = text[at + 1 : at + 2]
        if _is_letter(character) or (character in SUFFIXES and words[-1] and (not following.isalnum() or character == "#")):
            words[-1] += character
        elif character == "." and not words[-1] and following.isalpha():
            words[-1] = "."
        else:
            words += [character, ""] if unicodedata.category(character) in SYMBOLS and character not in PLAIN_SYMBOLS else [""]
    return tuple(_singular(word) for word in words if word) or tuple(name.split())


# What ASCII names need a closer look for.
SPECIAL = re.compile(r"[+#*$^<>=~]|(?:^|[^\w])\.[a-z]")


def _is_letter(character: str) -> bool:
    """Whether it is a letter, a digit or a mark on one; vowels are marks in many scripts. Selectors of emoji are none."""
    return character.isalnum() or (unicodedata.category(character)[0] == "M" and character not in "\ufe0e\ufe0f\u20e3")


def _singular(word: str) -> str:
    if word in IRREGULAR:
        return IRREGULAR[word]
    return _american(_without_plural(word))


def _american(word: str) -> str:
    for pattern, plain in SPELLING:
        if len(word) > 5:
            word = pattern.sub(plain, word)
    return word


def _without_plural(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and re.search(r"(?:sh|ch|x|ss|zz)es$", word):
        return word[:-2]
    # Short words in -s are mostly names and acronyms (AWS, iOS), except plurals of acronyms (GANs), seen when split.
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "os", "as")):
        return word[:-1]
    return word


@dataclass(frozen=True)
class Key:
    """A name in the form that is compared.

    Attributes:
        exact: the words without separators, so that hyphens and blanks do not matter.
        core: the meaningful words, without order.
        last: the last of them, usually the noun.
    """

    exact: str
    core: frozenset[str]
    last: str


@lru_cache(maxsize=200_000)
def key(name: str) -> Key:
    """The key of a name.

    >>> key("Train/test/validation split strategies").core == key("Train/validation/test splits").core
    True
    >>> sorted(key("Gradient descent algorithm").core), sorted(key("Data structures and algorithms").core)
    (['descent', 'gradient'], ['algorithm', 'data', 'structure'])
    >>> key("🍞") == key("🎉")
    False
    """
    words = tokens(name)
    meaning = [word for word in words if word not in FILLER]
    core = list(meaning)
    # In "data structures and algorithms" the last word names a thing; in "gradient descent algorithm" it does not.
    while len(core) > 1 and core[-1] in CATEGORY and "and" not in words and not (len(core) == 2 and core[-1] in STRONG):
        core.pop()
    core = core or list(words)
    # A repeated word counts twice: image-to-image generation is not image generation.
    if not any(map(_is_letter, name)):  # symbols have an order
        core = ["".join(core)]
    counted = frozenset(word * (core[:position].count(word) + 1) for position, word in enumerate(core))
    return Key("".join(meaning) or "".join(words), counted, core[-1] if core else "")


def initials(name: str) -> str:
    """The first letters of a name's words.

    >>> initials("Named Entity Recognition"), initials("Support Vector Machines")
    ('ner', 'svm')
    """
    return "".join(word[0] for word in re.findall(r"[^\W_]+", name.casefold()) if word not in ("of", "the", "and", "for", "a"))


def is_acronym_of(short: str, name: str) -> bool:
    """Whether ``short`` can abbreviate ``name``: its letters occur in order, beginning with the name's first letter.

    >>> is_acronym_of("SVD", "Singular Value Decomposition"), is_acronym_of("DVC", "Data versioning")
    (True, False)
    >>> is_acronym_of("GANs", "Generative Adversarial Networks"), is_acronym_of("BERT", "Bidirectional Encoder Representations")
    (True, True)
    """
    letters = re.sub(r"[^a-z0-9]", "", re.sub(r"s$", "", short.strip()).casefold())
    starts = initials(name)
    if not letters or " " in short.strip() or not re.search(r"[A-Z]", short):
        return False
    if letters == starts or (len(letters) > 2 and letters.startswith(starts) and len(starts) > 2):
        return True
    # Letters inside words count too (TF-IDF, t-SNE, XAI), in order.
    text = re.sub(r"[^a-z0-9]", "", name.casefold())
    rest = iter(text)
    return text[:1] == letters[:1] and all(letter in rest for letter in letters) and len(letters) >= len(starts) > 1 and len(letters) <= 6


def slug(title: str, limit: int = 60) -> str:
    """An id made from a title.

    >>> slug("C++ & the Gaußian “process”"), slug("Python (NumPy)")
    ('c-plus-plus-and-the-gaussian-process', 'python-numpy')
    """
    text = title.replace("&", " and ").replace("+", "-plus-").replace("#", "-sharp-").replace("ß", "ss")
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    text = re.sub(r"['`]", "", text)
    words = re.findall(r"[a-z0-9]+", text)
    id = ""
    for word in words:
        if id and len(id) + 1 + len(word) > limit:
            break
        id = f"{id}-{word}" if id else word[:limit]
    return id or "x" + format(sum(ord(character) * (number + 1) for number, character in enumerate(title)) % 0xFFFFFF, "x")


def id_of(title: str, limit: int = 60) -> str:
    """An id made from a title that is never a reserved one.

    >>> id_of("Bread"), id_of("Constructor")
    ('bread', 'the-constructor')
    """
    id = slug(title, limit)
    return f"the-{id}" if id in RESERVED_IDS else id

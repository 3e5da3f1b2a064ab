"""Split one item of a document into the terms that it names."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from learning_roadmap.model import is_acronym_of

PURPOSE = re.compile(r"^(?:for|in|on|if|understanding|using|with|e\.g\.?)\b", re.IGNORECASE)
EXAMPLE = re.compile(r"^(?:e\.g\.?,?|such as|like|including)\s+", re.IGNORECASE)
AND_SO_ON = re.compile(r"^(?:etc\.?|and more|and others|\.\.\.|…)$", re.IGNORECASE)
VERSION = re.compile(r"^v?\d+(?:\.\d+)*\w?$|^[A-Z]{1,6}\d+$|-\d+(?:\.\d+)?$")
REMARK = re.compile(r"^(?:preferred|optional\b.*|must[- ]\w+(?: \w+)?|recommended|if applicable)$", re.IGNORECASE)
USING = re.compile(r"^(.+?)\s+(?:with|using)\s+(.+)$", re.IGNORECASE)
ADJECTIVE = re.compile(r"(?:ical|ive|ous|ional|age|ed)$|^(?:max|min|simple|multiple)$", re.IGNORECASE)
LEADING = re.compile(r"^(?:basics of|introduction to|intro to|fundamentals of)\s+", re.IGNORECASE)
# "Vanishing/exploding gradients"
SHARED_NOUN = re.compile(r"^(\w+ing)\s*(?:/|and|&)\s*(\w+ing)\s+(\w+s)$", re.IGNORECASE)
JOINED = re.compile(r"\s+(?:and|&|or|\+)\s+|\s*/\s*")


@dataclass(frozen=True)
class Term:
    """One thing that an item of a document names.

    Attributes:
        words: how the item writes it.
        title: the name to use for it.
        also: other names that the item itself gives.
        is_head: whether the terms after it (until the next head) belong to it.
        under: the title of the head it belongs to.
        purpose: what it is for, when the item says so in parentheses.
        hints: names that may mean it elsewhere, and are not worth showing (K-Means clustering for K-Means).
    """

    words: str
    title: str
    also: tuple[str, ...] = ()
    is_head: bool = False
    under: str | None = None
    purpose: str | None = None
    hints: tuple[str, ...] = ()


def split_at_commas(text: str) -> list[str]:
    """Split at commas outside of parentheses and quotes.

    >>> split_at_commas('Text Preprocessing, Tokenization (spaCy, NLTK)')
    ['Text Preprocessing', 'Tokenization (spaCy, NLTK)']
    """
    parts, depth, quoted, start = [], 0, False, 0
    for position, character in enumerate(text):
        if character in '“”"':
            quoted = not quoted
        elif character in "([":
            depth += 1
        elif character in ")]":
            depth = max(0, depth - 1)
        elif character == "," and not depth and not quoted and text[position + 1 : position + 2].isspace():
            parts.append(text[start:position])
            start = position + 1
    parts.append(text[start:])
    stripped = [re.sub(r"^(?:and|or|&)\s+", "", part.strip(), flags=re.IGNORECASE) for part in parts]
    return [part for part in stripped if part and not AND_SO_ON.match(part)]


def list_items(text: str) -> list[str]:
    """The items of a comma list, without the label before it.

    >>> list_items("Gradient descent variants: SGD, Adam, RMSProp")
    ['SGD', 'Adam', 'RMSProp']
    """
    label, rest = _label(text)
    return split_at_commas(rest) if label else split_at_commas(text)


def split_terms(text: str, is_known: Callable[[str], bool]) -> list[Term]:
    """The terms that a topic item names.

    ``is_known`` says whether a name stands on its own somewhere else; "A and B" are two terms only if both do.

    >>> [term.title for term in split_terms("Clustering (K-Means, DBSCAN, Hierarchical)", lambda name: False)]
    ['Clustering', 'K-Means', 'DBSCAN', 'Hierarchical Clustering']
    >>> [term.title for term in split_terms("YOLO (v3, v4, v5, v8)", lambda name: False)]
    ['YOLO (v3, v4, v5, v8)']
    >>> [term.title for term in split_terms("LSTM and GRU units", {"LSTM", "GRU units"}.__contains__)]
    ['LSTM', 'GRU units']
    """
    label, rest = _label(text)
    if label:
        name, also, _ = _name(label)
        terms = [term for text in split_at_commas(rest) for term in _terms(text, is_known)]
        return [Term(label, name, also, is_head=True), *(_under(term, name) for term in terms)]
    items = split_at_commas(text)
    if len(items) > 1 and (match := USING.match(items[0])) and not match[1].count(" ") > 3 and "(" not in items[0]:
        head = match[1]
        terms = [term for text in (match[2], *items[1:]) for term in _terms(text, is_known)]
        return [Term(head, head, is_head=True), *(_under(term, head) for term in terms)]
    return [term for text in items for term in _terms(text, is_known)]


def _under(term: Term, head: str) -> Term:
    return term if term.under else replace(term, under=head)


def _label(text: str) -> tuple[str | None, str]:
    """`Label: list`. A colon inside quotes or without a list after it belongs to a title."""
    match = re.match(r"^([^:\"“]{2,60}):\s+(\S.*)$", text)
    return (match[1], match[2]) if match else (None, text)


def _terms(text: str, is_known: Callable[[str], bool]) -> list[Term]:
    match = re.match(r"^(.*?\S)\s*\(([^()]*)\)(.*)$", text)
    if match and not match[3].strip():
        head, inner = match[1], EXAMPLE.sub("", match[2])
        texts = split_at_commas(inner)
        are_examples = all(re.fullmatch(r"[a-z]+s", text) for text in texts)  # (lists, dicts, sets, tuples)
        is_list = len(texts) > 1 and not are_examples and not _are_versions(texts) and not PURPOSE.match(inner)
        if is_list or _names_a_tool(inner, head, is_known):
            name, also, _ = _name(head)
            return [Term(head, name, also, is_head=True), *(_inner(text, name) for text in texts)]
    joined = _joined(text, is_known)
    if joined:
        return joined
    name, also, purpose = _name(text)
    return [Term(text, name, also, purpose=purpose, hints=_without_purpose(name, is_known))]


def _without_purpose(name: str, is_known: Callable[[str], bool]) -> tuple[str, ...]:
    """`NumPy for numerical computing` is NumPy; but style transfer for video is not style transfer."""
    bare = LEADING.sub("", name)
    names: tuple[str, ...] = (bare,) if bare != name else ()
    if match := re.match(r"^(\S+(?: pipelines?)?)\s+for\s+", bare, re.IGNORECASE):
        names += (match[1],) if is_known(match[1]) or "/" in match[1] else ()
    elif match := re.match(r"^(.+?)\s+with\s+", bare):
        names += (match[1],) if is_known(match[1]) else ()
    return names


def _names_a_tool(inner: str, head: str, is_known: Callable[[str], bool]) -> bool:
    """`Data versioning (DVC)`: one name in parentheses that is neither short for the head nor says what it is for."""
    return is_known(inner) and not is_acronym_of(inner, head) and not is_acronym_of(head, inner) and not PURPOSE.match(inner)


def _inner(text: str, head: str) -> Term:
    title = text
    if ADJECTIVE.search(text) and " " not in text.strip():
        title = f"{text} {head.split(' ', 1)[-1] if head.endswith(('Algorithms', 'Techniques')) else head}"
    category = re.sub(r"\s+(?:algorithms?|techniques?|methods?|models?|functions?)$", "", head, flags=re.IGNORECASE)
    hints = (f"{text} {category}",) if title == text and category.isalpha() and category[:1].isupper() else ()
    return Term(text, title, under=head, hints=hints)


def _are_versions(texts: list[str]) -> bool:
    """Numbers, or very short names among numbers ("1.5, 2.0, 2.1, XL")."""
    numbers = [bool(VERSION.search(text)) for text in texts]
    return sum(numbers) * 2 > len(texts) and all(is_number or len(text) < 4 for is_number, text in zip(numbers, texts, strict=True))


def _joined(text: str, is_known: Callable[[str], bool]) -> list[Term]:
    """The terms of "A and B", where both are known names. A purpose ("for visualization") belongs to neither."""
    bare = _bare(text)
    if match := SHARED_NOUN.match(bare):
        return [Term(text, f"{match[1]} {match[3]}"), Term(text, f"{match[2].capitalize()} {match[3]}")]
    for option in _ways_to_join(bare) if "(" not in text else ():
        if all(is_known(side) for side in option):
            return [Term(text, side) for side in option]
    return []


def _ways_to_join(bare: str) -> list[list[str]]:
    """The ways to read "A and B" as several names."""
    sides = JOINED.split(bare)
    if len(sides) < 2 or any(not side for side in sides):
        return []
    options = [sides]
    last = sides[-1].split()
    if len(last) > 1:  # "Ridge and Lasso Regression": the noun may belong to all
        options.append([*(f"{side} {last[-1]}" for side in sides[:-1]), sides[-1]])
    if len(sides) == 2 and " " not in sides[1]:  # "Forward and Backpropagation": the end of the last word does
        endings = (sides[1][at:] for at in range(2, len(sides[1]) - 4))
        options += [[f"{sides[0]} {ending}", sides[1]] for ending in endings]
    return options


def possible_parts(words: str) -> list[list[str]]:
    """The ways in which words may name several things.

    >>> possible_parts("Ridge and Lasso Regression"), possible_parts("Vectors")
    ([['Ridge', 'Lasso Regression'], ['Ridge Regression', 'Lasso Regression']], [])
    """
    return [] if "(" in words or USING.match(words) else _ways_to_join(_bare(words))


def _bare(text: str) -> str:
    """A text without an introduction ("Basics of") and without a purpose ("for visualization")."""
    return re.sub(r"\s+for\s+.*$", "", LEADING.sub("", text))


def _name(text: str) -> tuple[str, tuple[str, ...], str | None]:
    """A name, its short or long form given in parentheses, and its purpose."""
    match = re.match(r"^(.*?\S)\s*\(([^()]*)\)$", text)
    if not match:
        return text, (), None
    head, inner = match[1], match[2].strip()
    if REMARK.match(inner):
        return head, (), None
    if PURPOSE.match(inner) and not EXAMPLE.match(inner):
        return head, (), inner
    if is_acronym_of(inner, head) or is_acronym_of(head, inner):
        return text, (head, inner), None
    return text, (head,) if inner[:1].isupper() and " " in inner else (), None

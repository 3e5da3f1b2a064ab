"""One item of a document, taken apart into the single things it names."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from learning_roadmap.model import is_acronym_of

PURPOSE = re.compile(r"^(?:for|in|on|if|understanding|using|with|e\.g\.?)\b", re.IGNORECASE)
EXAMPLE = re.compile(r"^(?:e\.g\.?,?|such as|like|including)\s+", re.IGNORECASE)
AND_SO_ON = re.compile(r"^(?:etc\.?|and more|and others|\.\.\.|…)$", re.IGNORECASE)
VERSION = re.compile(r"^v?\d+(?:\.\d+)*\w?$|^[A-Z]{1,6}\d+$|-\d+(?:\.\d+)?$")
MARK = re.compile(r"^(?:preferred|optional\b.*|must[- ]\w+(?: \w+)?|recommended|if applicable)$", re.IGNORECASE)
USING = re.compile(r"^(.+?)\s+(?:with|using)\s+(.+)$", re.IGNORECASE)
ADJECTIVE = re.compile(r"(?:ical|ive|ous|ional|age|ed)$|^(?:max|min|simple|multiple)$", re.IGNORECASE)
LEADING = re.compile(r"^(?:basics of|introduction to|intro to|fundamentals of)\s+", re.IGNORECASE)
# "Vanishing/exploding gradients"
SHARED_NOUN = re.compile(r"^(\w+ing)\s*(?:/|and|&)\s*(\w+ing)\s+(\w+s)$", re.IGNORECASE)
JOINED = re.compile(r"\s+(?:and|&|or|\+)\s+|\s*/\s*")


@dataclass(frozen=True)
class Part:
    """One thing that an item names.

    Attributes:
        words: how the item writes it.
        title: the name to use for it.
        also: other names that the item itself gives.
        head: whether the parts after it (until the next head) belong to it.
        under: the title of the head it belongs to.
        purpose: what it is for, when the item says so in parentheses.
        hints: names that may mean it elsewhere, and are not worth showing (K-Means clustering for K-Means).
    """

    words: str
    title: str
    also: tuple[str, ...] = ()
    head: bool = False
    under: str | None = None
    purpose: str | None = None
    hints: tuple[str, ...] = ()


def outer_commas(text: str) -> list[str]:
    """Split at the commas that stand outside parentheses and quotes.

    >>> outer_commas('Text Preprocessing, Tokenization (spaCy, NLTK)')
    ['Text Preprocessing', 'Tokenization (spaCy, NLTK)']
    """
    parts, depth, quoted, start = [], 0, False, 0
    for at, sign in enumerate(text):
        if sign in '“”"':
            quoted = not quoted
        elif sign in "([":
            depth += 1
        elif sign in ")]":
            depth = max(0, depth - 1)
        elif sign == "," and not depth and not quoted and text[at + 1 : at + 2].isspace():
            parts.append(text[start:at])
            start = at + 1
    parts.append(text[start:])
    stripped = [re.sub(r"^(?:and|or|&)\s+", "", part.strip(), flags=re.IGNORECASE) for part in parts]
    return [part for part in stripped if part and not AND_SO_ON.match(part)]


def atoms(text: str) -> list[str]:
    """The members of an item's comma list, without the label before it.

    >>> atoms("Gradient descent variants: SGD, Adam, RMSProp")
    ['SGD', 'Adam', 'RMSProp']
    """
    label, rest = _label(text)
    return outer_commas(rest) if label else outer_commas(text)


def split(text: str, known: Callable[[str], bool]) -> list[Part]:
    """The things that a topic item names.

    ``known`` says whether a name stands on its own somewhere else; "A and B" are two things only if both do.

    >>> [part.title for part in split("Clustering (K-Means, DBSCAN, Hierarchical)", lambda name: False)]
    ['Clustering', 'K-Means', 'DBSCAN', 'Hierarchical Clustering']
    >>> [part.title for part in split("YOLO (v3, v4, v5, v8)", lambda name: False)]
    ['YOLO (v3, v4, v5, v8)']
    >>> [part.title for part in split("LSTM and GRU units", {"LSTM", "GRU units"}.__contains__)]
    ['LSTM', 'GRU units']
    """
    label, rest = _label(text)
    if label:
        name, also, _ = _name(label)
        members = [part for member in outer_commas(rest) for part in _member(member, known)]
        return [Part(label, name, also, head=True), *(_under(part, name) for part in members)]
    listed = outer_commas(text)
    if len(listed) > 1 and (found := USING.match(listed[0])) and not found[1].count(" ") > 3 and "(" not in listed[0]:
        head = found[1]
        parts = [part for member in (found[2], *listed[1:]) for part in _member(member, known)]
        return [Part(head, head, head=True), *(_under(part, head) for part in parts)]
    return [part for member in listed for part in _member(member, known)]


def _under(part: Part, head: str) -> Part:
    return part if part.under else replace(part, under=head)


def _label(text: str) -> tuple[str | None, str]:
    """`Label: list`. A colon inside quotes or without a list after it belongs to a title."""
    found = re.match(r"^([^:\"“]{2,60}):\s+(\S.*)$", text)
    return (found[1], found[2]) if found else (None, text)


def _member(text: str, known: Callable[[str], bool]) -> list[Part]:
    found = re.match(r"^(.*?\S)\s*\(([^()]*)\)(.*)$", text)
    if found and not found[3].strip():
        head, inner = found[1], EXAMPLE.sub("", found[2])
        members = outer_commas(inner)
        examples = all(re.fullmatch(r"[a-z]+s", member) for member in members)  # (lists, dicts, sets, tuples)
        listed = len(members) > 1 and not examples and not _versions(members) and not PURPOSE.match(inner)
        if listed or _names_a_tool(inner, head, known):
            name, also, _ = _name(head)
            return [Part(head, name, also, head=True), *(_inner(member, name, found[2]) for member in members)]
    joined = _joined(text, known)
    if joined:
        return joined
    name, also, purpose = _name(text)
    return [Part(text, name, also, purpose=purpose, hints=_without_purpose(name, known))]


def _without_purpose(name: str, known: Callable[[str], bool]) -> tuple[str, ...]:
    """`NumPy for numerical computing` is NumPy; but style transfer for video is not style transfer."""
    bare = LEADING.sub("", name)
    found: tuple[str, ...] = (bare,) if bare != name else ()
    if hit := re.match(r"^(\S+(?: pipelines?)?)\s+for\s+", bare, re.IGNORECASE):
        found += (hit[1],) if known(hit[1]) or "/" in hit[1] else ()
    elif hit := re.match(r"^(.+?)\s+with\s+", bare):
        found += (hit[1],) if known(hit[1]) else ()
    return found


def _names_a_tool(inner: str, head: str, known: Callable[[str], bool]) -> bool:
    """`Data versioning (DVC)`: one name in parentheses that is neither short for the head nor says what it is for."""
    return known(inner) and not is_acronym_of(inner, head) and not is_acronym_of(head, inner) and not PURPOSE.match(inner)


def _inner(member: str, head: str, inner: str) -> Part:
    title = member
    if ADJECTIVE.search(member) and " " not in member.strip():
        title = f"{member} {head.split(' ', 1)[-1] if head.endswith(('Algorithms', 'Techniques')) else head}"
    category = re.sub(r"\s+(?:algorithms?|techniques?|methods?|models?|functions?)$", "", head, flags=re.IGNORECASE)
    hints = (f"{member} {category}",) if title == member and category.isalpha() and category[:1].isupper() else ()
    return Part(member, title, under=head, hints=hints)


def _versions(members: list[str]) -> bool:
    """Numbers, or very short names among numbers ("1.5, 2.0, 2.1, XL")."""
    numbers = [bool(VERSION.search(member)) for member in members]
    return sum(numbers) * 2 > len(members) and all(is_number or len(member) < 4 for is_number, member in zip(numbers, members, strict=True))


def _joined(text: str, known: Callable[[str], bool]) -> list[Part]:
    """ "A and B" where both are things of their own; a purpose ("for visualization") belongs to neither name."""
    bare = LEADING.sub("", text)
    bare = re.sub(r"\s+for\s+.*$", "", bare)
    if found := SHARED_NOUN.match(bare):
        return [Part(text, f"{found[1]} {found[3]}"), Part(text, f"{found[2].capitalize()} {found[3]}")]
    sides = JOINED.split(bare)
    if len(sides) < 2 or "(" in text or any(not side for side in sides):
        return []
    options = [sides]
    last = sides[-1].split()
    if len(last) > 1:  # "Ridge and Lasso Regression": the noun may belong to all
        options.append([*(f"{side} {last[-1]}" for side in sides[:-1]), sides[-1]])
    if len(sides) == 2 and " " not in sides[1]:  # "Forward and Backpropagation": the end of the last word does
        endings = (sides[1][at:] for at in range(2, len(sides[1]) - 4))
        options += [[f"{sides[0]} {ending}", sides[1]] for ending in endings]
    for option in options:
        if all(known(side) for side in option):
            return [Part(text, side) for side in option]
    return []


def _name(text: str) -> tuple[str, tuple[str, ...], str | None]:
    """A name, its short or long form given in parentheses, and its purpose."""
    found = re.match(r"^(.*?\S)\s*\(([^()]*)\)$", text)
    if not found:
        return text, (), None
    head, inner = found[1], found[2].strip()
    if MARK.match(inner):
        return head, (), None
    if PURPOSE.match(inner) and not EXAMPLE.match(inner):
        return head, (), inner
    if is_acronym_of(inner, head) or is_acronym_of(head, inner):
        return text, (head, inner), None
    return text, (head,) if inner[:1].isupper() and " " in inner else (), None

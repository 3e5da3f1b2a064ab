"""Which entry does a claim mean? Recorded provenance first, then equal names; what is only similar is doubtful."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from learning_roadmap.merge.draft import Draft, Node
from learning_roadmap.model import FILLER, Key, initials, is_acronym_of, key, tokens

SIMILAR = 88  # per cent; found on the five documents: above it, half of the pairs are one thing, below it hardly any
RESOURCE_WORDS = frozenset({"official", "course", "book", "documentation", "doc", "join", "participate", "in", "practical"})


@dataclass(frozen=True)
class Match:
    """The entry that a claim means, and how that is known; or the entry that it might mean."""

    node: Node | None
    how: str = "new"
    maybe: Node | None = None


class NameIndex:
    """The names of one kind of entry, ready to be looked up."""

    def __init__(self, common: frozenset[str], general: frozenset[str]) -> None:
        self._common = common
        self._general = general
        self._initials: dict[str, list[Node]] = defaultdict(list)
        self._exact: dict[str, list[Node]] = defaultdict(list)
        self._core: dict[frozenset[str], list[Node]] = defaultdict(list)
        self._texts: dict[str, Node] = {}

    def add(self, node: Node, names: Iterable[str]) -> None:
        for name in names:
            made = key(name)
            for bucket in (self._exact[made.exact], self._core[made.core]):
                if node not in bucket:
                    bucket.append(node)
            self._texts.setdefault(" ".join(sorted(made.core)), node)
            if len(made.core) > 2 and node not in (same := self._initials[initials(name)]):
                same.append(node)

    def find(self, names: tuple[str, ...], context: set[str], relative: bool) -> Match:
        """The entry with one of these names.

        ``relative`` marks a name that its document uses for something else as well; it and general names need an
        entry that was found under a similar heading.
        """
        doubt: Node | None = None
        for name in names:
            made = key(name)
            general = len(made.core) == 1 and made.last in self._general
            for how, nodes in self._candidates(name, made, general):
                near = [node for node in nodes if self._near(context, node.context)]
                strict = general or relative or how == "acronym"
                chosen = near if strict else near or nodes
                if len(chosen) > 1:
                    shared = [len(context & node.context) for node in chosen]
                    chosen = [node for node, count in zip(chosen, shared, strict=True) if count == max(shared)][:1]
                if chosen:
                    return Match(chosen[0], how)
                doubt = doubt or nodes[0]
        return Match(None, maybe=doubt or self._similar(names))

    def _candidates(self, name: str, made: Key, general: bool) -> Iterator[tuple[str, list[Node]]]:
        if made.exact in self._exact:
            yield "exact", self._exact[made.exact]
        if not general and made.core in self._core:
            yield "same words", self._core[made.core]
        short = name.casefold()
        if name.isupper() and len(short) > 2 and len(nodes := self._initials.get(short, [])) == 1:
            yield "acronym", nodes

    def _near(self, one: set[str], other: set[str]) -> bool:
        shared = one & other
        return bool(shared - self._common) or len(shared) > 2

    def _similar(self, names: tuple[str, ...]) -> Node | None:
        for name in names:
            text = " ".join(sorted(key(name).core))
            if len(text) < 6 or not self._texts:
                continue
            best = process.extractOne(text, self._texts.keys(), scorer=fuzz.ratio, score_cutoff=SIMILAR)
            if best and _digits(best[0]) == _digits(text):
                return self._texts[best[0]]
        return None


def _digits(text: str) -> list[str]:
    return [sign for sign in text if sign.isdigit()]


def names_of(node: Node) -> list[str]:
    """Every name an entry goes by: title, other names, and the words of those documents that name it alone."""
    entry = node.entry
    names = [entry["title"], *entry.get("also", ())]
    for name in list(names):
        head, _, rest = name.partition(" (")
        inner = rest.removesuffix(")")
        if rest and (is_acronym_of(inner, head) or is_acronym_of(head, inner)):
            names += [head, inner]
    return names


def same_work(title: str, authors: Iterable[str], node: Node) -> bool:
    """Whether a book or course is one that is known under a longer or shorter title.

    The same author and one title beginning like the other ("Hands-On Machine Learning" and its subtitle), the name of
    a web site and what it offers (fast.ai), or the same words but for "official", "course" and the like.
    """
    other_title = str(node.entry["title"])
    mine, theirs = tokens(title), tokens(other_title)
    for short, longer in ((title, other_title), (other_title, title)):
        if re.fullmatch(r"\w+\.\w{2,3}", short) and longer.casefold().startswith(short.casefold()):
            return True
    if set(authors) & set(node.entry.get("authors", ())):
        return mine[: len(theirs)] == theirs or theirs[: len(mine)] == mine
    one, other = set(mine) - RESOURCE_WORDS, set(theirs) - RESOURCE_WORDS
    return bool(one) and one == other


def common_words(headings: Iterable[str]) -> frozenset[str]:
    """Words in so many headings that sharing one says nothing."""
    count: dict[str, int] = defaultdict(int)
    total = 0
    for heading in headings:
        total += 1
        for word in set(tokens(heading)):
            count[word] += 1
    return FILLER | frozenset(word for word, times in count.items() if times > max(3, total * 0.05))


def context_words(draft: Draft, node: Node) -> set[str]:
    """The words of the entries that hold a node."""
    found: set[str] = set()
    above = node.parent
    while above is not None:
        for name in names_of(above):
            found.update(tokens(name))
        above = above.parent
    return found

"""Match names with entries. Equal names mean one entry; similar names are possible duplicates."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from learning_roadmap.datafile import EditableEntry
from learning_roadmap.merge.draft import Draft, Node
from learning_roadmap.merge.entry_fields import fields_of
from learning_roadmap.merge.report import MatchKind
from learning_roadmap.model import FILLER, Key, initials, is_acronym_of, key, tokens

MIN_SIMILARITY = 88  # per cent; found on the five documents: above it, half of the pairs are one thing, below it hardly any
MIN_SIMILAR_LENGTH = 6  # one letter of a shorter name makes another name
MIN_SHARED_WORDS = 3  # headings with this many words in common are similar, even if all are common words
# A word is common when it is in so many headings, and in this share of them.
MIN_COMMON_COUNT, COMMON_SHARE = 3, 0.05
RESOURCE_WORDS = frozenset({"official", "course", "book", "documentation", "doc", "join", "participate", "in", "practical"})


@dataclass(frozen=True)
class Match:
    """The entry that a mention means and how it was matched; or a similar entry."""

    node: Node | None
    how: MatchKind = MatchKind.NEW
    similar: Node | None = None


class NameIndex:
    """An index of the names of one kind of entry."""

    def __init__(self, common: frozenset[str], general: frozenset[str]) -> None:
        self._common = common
        self._general = general
        self._initials: dict[str, list[Node]] = defaultdict(list)
        self._exact: dict[str, list[Node]] = defaultdict(list)
        self._core: dict[frozenset[str], list[Node]] = defaultdict(list)
        self._texts: dict[str, Node] = {}

    def add(self, node: Node, names: Iterable[str]) -> None:
        for name in names:
            name_key = key(name)
            for bucket in (self._exact[name_key.exact], self._core[name_key.core]):
                if node not in bucket:
                    bucket.append(node)
            self._texts.setdefault(" ".join(sorted(name_key.core)), node)
            if len(name_key.core) > 2 and node not in (same := self._initials[initials(name)]):
                same.append(node)

    def find(self, names: tuple[str, ...], context: set[str], is_relative: bool) -> Match:
        """The entry with one of these names.

        ``is_relative`` marks a name that its document uses for something else as well; it and general names need an
        entry that was found under a similar heading.
        """
        similar: Node | None = None
        for name in names:
            name_key = key(name)
            is_general = len(name_key.core) == 1 and name_key.last in self._general
            for how, nodes in self._candidates(name, name_key, is_general):
                near = [node for node in nodes if self._near(context, node.context)]
                must_be_near = is_general or is_relative or how is MatchKind.ACRONYM
                chosen = near if must_be_near else near or nodes
                if len(chosen) > 1:
                    shared = [len(context & node.context) for node in chosen]
                    chosen = [node for node, count in zip(chosen, shared, strict=True) if count == max(shared)][:1]
                if chosen:
                    return Match(chosen[0], how)
                similar = similar or nodes[0]
        return Match(None, similar=similar or self._similar(names))

    def _candidates(self, name: str, name_key: Key, is_general: bool) -> Iterator[tuple[MatchKind, list[Node]]]:
        if name_key.exact in self._exact:
            yield MatchKind.NAME, self._exact[name_key.exact]
        if not is_general and name_key.core in self._core:
            yield MatchKind.WORDS, self._core[name_key.core]
        short = name.casefold()
        if name.isupper() and len(short) > 2 and len(nodes := self._initials.get(short, [])) == 1:
            yield MatchKind.ACRONYM, nodes

    def _near(self, context: set[str], other_context: set[str]) -> bool:
        shared = context & other_context
        return bool(shared - self._common) or len(shared) >= MIN_SHARED_WORDS

    def _similar(self, names: tuple[str, ...]) -> Node | None:
        for name in names:
            text = " ".join(sorted(key(name).core))
            if len(text) < MIN_SIMILAR_LENGTH or not self._texts:
                continue
            best = process.extractOne(text, self._texts.keys(), scorer=fuzz.ratio, score_cutoff=MIN_SIMILARITY)
            if best and _digits(best[0]) == _digits(text):
                return self._texts[best[0]]
        return None


def _digits(text: str) -> list[str]:
    return [character for character in text if character.isdigit()]


def names_of(node: EditableEntry) -> list[str]:
    """All names of an entry: title, alternative names, and both sides of an acronym in parentheses."""
    fields = fields_of(node)
    names = [fields["title"], *fields.get("also", ())]
    for name in list(names):
        head, _, rest = name.partition(" (")
        inner = rest.removesuffix(")")
        if rest and (is_acronym_of(inner, head) or is_acronym_of(head, inner)):
            names += [head, inner]
    return names


def same_work(title: str, authors: Iterable[str], node: Node) -> bool:
    """Whether an entry is the same book or course under a longer or shorter title.

    The same author and one title beginning like the other ("Hands-On Machine Learning" and its subtitle), the name of
    a web site and what it offers (fast.ai), or the same words but for "official", "course" and the like.
    """
    other_title = fields_of(node)["title"]
    words, other_words = tokens(title), tokens(other_title)
    for short, longer in ((title, other_title), (other_title, title)):
        if re.fullmatch(r"\w+\.\w{2,3}", short) and longer.casefold().startswith(short.casefold()):
            return True
    if set(authors) & set(fields_of(node).get("authors", ())):
        return words[: len(other_words)] == other_words or other_words[: len(words)] == words
    core, other_core = set(words) - RESOURCE_WORDS, set(other_words) - RESOURCE_WORDS
    return bool(core) and core == other_core


def common_words(headings: Iterable[str]) -> frozenset[str]:
    """Words in so many headings that sharing one is no evidence."""
    count: dict[str, int] = defaultdict(int)
    total = 0
    for heading in headings:
        total += 1
        for word in set(tokens(heading)):
            count[word] += 1
    return FILLER | frozenset(word for word, occurrences in count.items() if occurrences > max(MIN_COMMON_COUNT, total * COMMON_SHARE))


def context_words(draft: Draft, node: Node) -> set[str]:
    """The words of a node's ancestors."""
    words: set[str] = set()
    ancestor = node.parent
    while ancestor is not None:
        for name in names_of(ancestor):
            words.update(tokens(name))
        ancestor = ancestor.parent
    return words

"""The mentions of a document: for every line, the terms it names, each with its wording and position."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from learning_roadmap.merge.split import Term, list_items, split_at_commas, split_terms
from learning_roadmap.model import KIND_OF_LINE, UNITS, Document, OutlineItem, initials, key, walk_outline
from learning_roadmap.model import ItemKind as Kind

# Kinds of lines that an entry must name.
COVERED = frozenset(line for line, kind in KIND_OF_LINE.items() if kind.is_covered)
# Items that may be comma lists; and those whose commas may as well belong to a title. Communities are named in sentences.
LIST_LINES = frozenset(line for line, kind in KIND_OF_LINE.items() if kind.commas == "list")
TITLE_LINES = frozenset(line for line, kind in KIND_OF_LINE.items() if kind.commas == "title") - {Kind.COMMUNITY}
# Lines that group the lines below them.
GROUP_LINES = UNITS | {Kind.SECTION, Kind.LABEL}


@dataclass(frozen=True)
class Mention:
    """One term at one place of a document.

    Attributes:
        item: the outline item it comes from.
        ancestors: the headings and items above that item, outermost first.
    """

    document: str
    kind: Kind
    term: Term
    item: OutlineItem
    ancestors: tuple[OutlineItem, ...]

    @property
    def line(self) -> int:
        """The line of the document."""
        return self.item.line

    @property
    def names(self) -> tuple[str, ...]:
        """The names that the term may have elsewhere, its title first."""
        return (self.term.title, *self.term.also, *self.term.hints)


class KnownNames:
    """The names that occur alone in a document or in the roadmap: the evidence for splitting "A and B".

    Attributes:
        general: words that head several longer names ("attention", "optimization"): alone they do not say which.
    """

    def __init__(self, documents: Iterable[Document], names: Iterable[str]) -> None:
        self._exact: set[str] = set()
        self._core: set[frozenset[str]] = set()
        self._initials: set[str] = set()
        cores_of_last_word: dict[str, set[frozenset[str]]] = {}
        for name in (*names, *_topic_names(documents)):
            name_key = key(name)
            self._exact.add(name_key.exact)
            self._core.add(name_key.core)
            if len(name_key.core) > 2:
                self._initials.add(initials(name))
            if len(name_key.core) > 1:
                cores_of_last_word.setdefault(name_key.last, set()).add(name_key.core)
        self.general = frozenset(word for word, cores in cores_of_last_word.items() if len(cores) > 1)

    def __call__(self, name: str) -> bool:
        name_key = key(name)
        is_general = len(name_key.core) == 1 and name_key.last in self.general
        return name_key.exact in self._exact or (name_key.core in self._core and not is_general) or self.is_acronym(name)

    def is_acronym(self, name: str) -> bool:
        """Whether it is an acronym of a known name."""
        return len(name) > 2 and name.isupper() and name.casefold() in self._initials


def _topic_names(documents: Iterable[Document]) -> Iterator[str]:
    for document in documents:
        for item in walk_outline(document.outline):
            if item.kind is Kind.TOPIC:
                for term in split_terms(item.text, lambda name: False):
                    yield term.title
                    yield from term.also
                    yield from term.hints


def find_mentions(document: Document, is_known: KnownNames) -> Iterator[Mention]:
    """Every mention of a document in reading order, groups before their items."""

    def walk(items: tuple[OutlineItem, ...], ancestors: tuple[OutlineItem, ...]) -> Iterator[Mention]:
        for item in items:
            for kind, term in _terms_of_item(item, is_known):
                yield Mention(document.id, kind, term, item, ancestors)
            yield from walk(item.items, (*ancestors, item))

    yield from walk(document.outline, ())


def _terms_of_item(item: OutlineItem, is_known: KnownNames) -> Iterator[tuple[Kind, Term]]:
    match item.kind:
        case Kind.TOPIC:
            yield from _topic_terms(item, is_known)
        case kind if kind in TITLE_LINES or kind in LIST_LINES:
            for text in items_in(item):
                yield kind, Term(text, text)
        case Kind.OUTCOME if item.text.count(":") and item.items:
            yield item.kind, Term(item.text, item.text.partition(":")[2].strip())
        case kind if kind in COVERED or kind in GROUP_LINES:
            yield kind, Term(item.text, item.text)
        case _:
            pass


def _topic_terms(item: OutlineItem, is_known: KnownNames) -> Iterator[tuple[Kind, Term]]:
    terms = [Term(item.text, item.text)] if item.items else split_terms(item.text, is_known)
    for term in terms:
        # "Attending conferences (NeurIPS, ICML)" teaches attending; what it lists are conferences.
        is_conference = term.under and re.search(r"\bconferences\b", term.under, re.IGNORECASE)
        yield Kind.CONFERENCE if is_conference else Kind.TOPIC, term


def items_in(item: OutlineItem) -> list[str]:
    """The items of an outline item's comma list; the whole text where commas belong to one title or sentence."""
    is_labelled = bool(re.match(r"^[^:\"“(]{2,40}:\s", item.text))
    if item.kind in TITLE_LINES:
        is_one_title = "," not in item.text or re.search(r"\bby\s+[A-Z]|\bwith\b.*,|^[\"“].*[\"”]", item.text)
        return list_items(item.text) if (is_labelled and item.kind is not Kind.PAPER) or not is_one_title else [item.text]
    if item.kind not in LIST_LINES or item.items:
        return [item.text]
    return list_items(item.text) if is_labelled else split_at_commas(item.text)

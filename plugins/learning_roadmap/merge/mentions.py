"""The mentions of a document: for every line, the terms it names, each with its wording and position."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace

from learning_roadmap.merge.split import Term, list_items, possible_parts, split_at_commas, split_terms
from learning_roadmap.model import KIND_OF_LINE, UNITS, Document, OutlineItem, initials, key, walk_outline
from learning_roadmap.model import ItemKind as Kind

# Kinds of lines that an entry must name.
COVERED = frozenset(line for line, kind in KIND_OF_LINE.items() if kind.is_covered)
# Items that may be comma lists; and those whose commas may as well belong to a title. Communities are named in sentences.
LIST_LINES = frozenset(line for line, kind in KIND_OF_LINE.items() if kind.commas == "list")
TITLE_LINES = frozenset(line for line, kind in KIND_OF_LINE.items() if kind.commas == "title") - {Kind.COMMUNITY}
# Lines that group the lines below them.
GROUP_LINES = UNITS | {Kind.SECTION, Kind.LABEL}
# The wordings recorded for a line of a document, each with the keys of the names of its entries.
RecordedNames = Mapping[tuple[str, int], Mapping[str, Set[str]]]
NOTHING: RecordedNames = {}


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


def find_mentions(document: Document, is_known: KnownNames, recorded: RecordedNames = NOTHING) -> Iterator[Mention]:
    """Every mention of a document in reading order, groups before their items."""

    def walk(items: tuple[OutlineItem, ...], ancestors: tuple[OutlineItem, ...]) -> Iterator[Mention]:
        for item in items:
            terms = _terms_of_item(item, is_known)
            for kind, term in _as_recorded(terms, recorded.get((document.id, item.line), {})):
                yield Mention(document.id, kind, term, item, ancestors)
            yield from walk(item.items, (*ancestors, item))

    yield from walk(document.outline, ())


def _as_recorded(terms: Iterable[tuple[Kind, Term]], recorded: Mapping[str, Set[str]]) -> Iterator[tuple[Kind, Term]]:
    """The terms of a line, with the parts that its records keep apart: an entry for "A and B" is called A, so B is another thing."""
    keys_of_words = {key(words).exact for words in recorded}
    for kind, term in terms:
        keys = recorded.get(term.words, frozenset()) | keys_of_words - {key(term.words).exact}
        parts = next((option for option in possible_parts(term.words) if any(key(part).exact in keys for part in option)), [])
        is_one = kind is not Kind.TOPIC or term.title != term.words or key(term.words).exact in keys
        for part in [term] if is_one or not parts else [Term(term.words, part) for part in parts]:
            yield kind, replace(part, words=part.title) if part.title in recorded else part


def _terms_of_item(item: OutlineItem, is_known: Callable[[str], bool]) -> Iterator[tuple[Kind, Term]]:
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


def needs_entry(mention: Mention) -> bool:
    """Whether an entry must name it: an item always, a heading if it groups topics or projects."""
    if mention.kind not in GROUP_LINES:
        return mention.kind in COVERED or mention.kind is Kind.OUTCOME
    holds_entries = any(item.kind in (Kind.TOPIC, Kind.PROJECT) for item in walk_outline(mention.item.items))
    wraps_phases = mention.kind not in UNITS and any(item.kind in UNITS for item in mention.item.items)
    return holds_entries and not wraps_phases and mention.kind is not Kind.LABEL


def _topic_terms(item: OutlineItem, is_known: Callable[[str], bool]) -> Iterator[tuple[Kind, Term]]:
    terms = [Term(item.text, item.text)] if item.items else split_terms(item.text, is_known)
    for term in terms:
        # "Attending conferences (NeurIPS, ICML)" teaches attending; what it lists are conferences.
        is_conference = term.under and re.search(r"\bconferences\b", term.under, re.IGNORECASE)
        yield Kind.CONFERENCE if is_conference else Kind.TOPIC, term


class MentionsByLine:
    """The mentions of documents, and the terms of each of their lines.

    Attributes:
        of_document: the mentions of each document in reading order, by its id.
        lines: for each document, the lines of each wording.
    """

    def __init__(self, documents: Iterable[Document], is_known: KnownNames, recorded: RecordedNames = NOTHING) -> None:
        self.of_document = {document.id: list(find_mentions(document, is_known, recorded)) for document in documents}
        self.lines: dict[str, dict[str, set[int]]] = {}
        self._terms: dict[tuple[str, int], list[Term]] = {}
        for id, mentions in self.of_document.items():
            words = self.lines.setdefault(id, {})
            for mention in mentions:
                words.setdefault(mention.term.words, set()).add(mention.line)
                words.setdefault(mention.item.text, set()).add(mention.line)
                self._terms.setdefault((id, mention.line), []).append(mention.term)

    def beside(self, mention: Mention) -> list[Term]:
        """All terms in the line of a mention."""
        return self._terms[mention.document, mention.line]


def items_in(item: OutlineItem) -> list[str]:
    """The items of an outline item's comma list; the whole text where commas belong to one title or sentence."""
    is_labelled = bool(re.match(r"^[^:\"“(]{2,40}:\s", item.text))
    if item.kind in TITLE_LINES:
        is_one_title = "," not in item.text or re.search(r"\bby\s+[A-Z]|\bwith\b.*,|^[\"“].*[\"”]", item.text)
        return list_items(item.text) if (is_labelled and item.kind is not Kind.PAPER) or not is_one_title else [item.text]
    if item.kind not in LIST_LINES or item.items:
        return [item.text]
    return list_items(item.text) if is_labelled else split_at_commas(item.text)

"""Recorded provenance: decisions of people and earlier imports are kept."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Generic, TypeVar

from learning_roadmap.datafile import EditableEntry, Plain
from learning_roadmap.merge.match import names_of
from learning_roadmap.merge.mentions import Mention, RecordedNames
from learning_roadmap.merge.split import Term
from learning_roadmap.model import FILLER, key, tokens

# Words between the names of a wording.
CONNECTORS = FILLER | {"with", "using", "for", "in", "of", "or", "on", "etc"}
EntryT = TypeVar("EntryT", bound=EditableEntry)
# For every document, the lines of each wording.
Lines = Mapping[str, Mapping[str, Set[int]]]


@dataclass(frozen=True)
class Record(Generic[EntryT]):
    """A provenance and its entry."""

    line: int
    words: str
    entry: EntryT


class ProvenanceIndex(Generic[EntryT]):
    """Finds the entries whose provenance already covers a mention.

    Args:
        entries: all entries of the roadmap.
        history: its tombstones.
        lines: the lines of each wording in the documents as they are now. A provenance whose line has lost its wording is stale.
    """

    def __init__(self, entries: Iterable[EntryT], history: Iterable[Plain], lines: Lines) -> None:
        self._at_line: dict[tuple[str, int], list[Record[EntryT]]] = defaultdict(list)
        self._by_words: dict[tuple[str, str], list[Record[EntryT]]] = defaultdict(list)
        self._retired: dict[tuple[str, tuple[str, ...]], set[int]] = defaultdict(set)
        self._lines = lines
        for entry in entries:
            for source in entry.named:
                record = Record(source["line"], source["words"], entry)
                self._at_line[source["document"], source["line"]].append(record)
                self._by_words[source["document"], source["words"]].append(record)
        for tombstone in history:
            for source in tombstone.get("named", ()):
                is_stale = source["line"] not in lines.get(source["document"], {}).get(source["words"], ())
                self._retired[source["document"], tokens(source["words"])].add(0 if is_stale else source["line"])

    def is_retired(self, mention: Mention) -> bool:
        """Whether its entry was retired; an import does not bring it back."""
        return bool(self._retired.get((mention.document, tokens(mention.term.words)), set()) & {0, mention.line})

    def at_line(self, mention: Mention, terms: Sequence[Term]) -> list[EntryT]:
        """The recorded entries of a mention at its line, which names these terms. Each entry accounts for its own words only.

        Several terms can have the same words ("Vanishing/exploding gradients"): each belongs to the entry with its name.
        """
        records, words = self._at_line.get((mention.document, mention.line), []), mention.term.words
        if same := [record for record in records if record.words == words]:
            others = [term for term in terms if term.words == words and term is not mention.term]
            if others:
                own = [record for record in same if _is_named(record.entry, mention.term)]
                same = own or [record for record in same if not any(_is_named(record.entry, term) for term in others)]
            return _entries(same)
        wordings = {term.words for term in terms}
        own_words = {record.words for record in records} & wordings
        around = [
            record for record in records
            if record.words not in wordings and covers(record.words, words) and not any(covers(record.words, other) for other in own_words)
        ]  # fmt: skip
        missing = set(tokens(words)) - CONNECTORS - {token for record in around for token in tokens(record.words)}
        return [] if missing else _entries(around)

    def moved(self, mention: Mention) -> list[EntryT]:
        """The entries with the words of a mention at a line that has lost them: the nearest line."""
        lines = self._lines.get(mention.document, {}).get(mention.term.words, ())
        return self._nearest(mention, [record for record in self._same_words(mention) if record.line not in lines])

    def elsewhere(self, mention: Mention) -> list[EntryT]:
        """The entries with the words of a mention at the nearest other line."""
        return self._nearest(mention, [record for record in self._same_words(mention) if record.line != mention.line])

    def has_words(self, entry: EntryT, mention: Mention) -> bool:
        """Whether a recorded provenance has exactly these words, so that it may follow them to another line."""
        return any(record.entry is entry for record in self._same_words(mention))

    def _same_words(self, mention: Mention) -> list[Record[EntryT]]:
        return self._by_words.get((mention.document, mention.term.words), [])

    def _nearest(self, mention: Mention, records: Sequence[Record[EntryT]]) -> list[EntryT]:
        nearest = min((abs(record.line - mention.line) for record in records), default=0)
        return _entries(record for record in records if abs(record.line - mention.line) == nearest)


def recorded_names(entries: Iterable[EditableEntry]) -> RecordedNames:
    """The wordings recorded for each line, with the keys of the names of their entries."""
    names: dict[tuple[str, int], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for entry in entries:
        keys = {key(name).exact for name in names_of(entry)} if entry.kind == "topic" else set()
        for source in entry.named:
            # An id is made from the first title, and stays when the title changes.
            first = {key(source["words"]).exact} & {key(entry.id).exact}
            names[source["document"], source["line"]][source["words"]] |= keys | first
    return names


def _entries(records: Iterable[Record[EntryT]]) -> list[EntryT]:
    return list(dict.fromkeys(record.entry for record in records))


def _is_named(entry: EditableEntry, term: Term) -> bool:
    names = {key(name).exact for name in (term.title, *term.also, *term.hints, term.words)}
    return any(key(name).exact in names for name in names_of(entry))


def covers(recorded: str, words: str) -> bool:
    """Whether one of two wordings contains the other, as words.

    >>> covers("Vectors and matrices", "Vectors"), covers("GAN", "Organs")
    (True, False)
    """
    short, long = sorted((tokens(recorded), tokens(words)), key=len)
    return bool(short) and any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def appears(words: str, text: str) -> bool:
    """Whether a line contains these words as whole words. Whitespace does not matter.

    >>> appears("L2", "L1 and L2"), appears("L", "L1 and L2"), appears("C", "C++ or C")
    (True, False, True)
    """
    words, text = (re.sub(r"\s+", " ", value).strip() for value in (words, text))
    begin, end = (r"(?<!\w)" if words[:1].isalnum() else ""), (r"(?!\w)" if words[-1:].isalnum() else "")
    return re.search(f"{begin}{re.escape(words)}{end}", text) is not None

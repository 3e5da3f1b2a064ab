"""What a document claims: for every line, the single things it names, each with the words and the place."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from learning_roadmap.merge.split import Part, atoms, outer_commas, split
from learning_roadmap.model import KIND_OF_LINE, UNITS, Document, OutlineItem, initials, key, walk_outline
from learning_roadmap.model import ItemKind as Kind

# What is learned, done, read, reached or filled in: each such line must be named by an entry.
COVERED = frozenset(line for line, kind in KIND_OF_LINE.items() if kind.is_covered)
# Items that may be comma lists; and those whose commas may as well belong to a title. Communities are named in sentences.
LISTED = frozenset(line for line, kind in KIND_OF_LINE.items() if kind.commas == "list")
TITLED = frozenset(line for line, kind in KIND_OF_LINE.items() if kind.commas == "title") - {Kind.COMMUNITY}


@dataclass(frozen=True)
class Claim:
    """One thing that a document names.

    Attributes:
        around: the headings and items it stands under, outermost first.
        item: the outline item it comes from.
    """

    document: str
    kind: Kind
    part: Part
    item: OutlineItem
    around: tuple[OutlineItem, ...]

    @property
    def line(self) -> int:
        return self.item.line

    @property
    def names(self) -> tuple[str, ...]:
        return (self.part.title, *self.part.also, *self.part.hints)


class KnownNames:
    """Which names stand on their own in any of the documents or in the roadmap: the evidence for taking "A and B" apart.

    Attributes:
        general: words that head several longer names ("attention", "optimization"): alone they do not say which.
    """

    def __init__(self, documents: Iterable[Document], names: Iterable[str]) -> None:
        self._exact: set[str] = set()
        self._core: set[frozenset[str]] = set()
        self._initials: set[str] = set()
        heads: dict[str, set[frozenset[str]]] = {}
        for name in (*names, *_plain_names(documents)):
            made = key(name)
            self._exact.add(made.exact)
            self._core.add(made.core)
            if len(made.core) > 2:
                self._initials.add(initials(name))
            if len(made.core) > 1:
                heads.setdefault(made.last, set()).add(made.core)
        self.general = frozenset(word for word, cores in heads.items() if len(cores) > 1)

    def __call__(self, name: str) -> bool:
        made = key(name)
        single = len(made.core) == 1 and made.last in self.general
        return made.exact in self._exact or (made.core in self._core and not single) or self.is_short(name)

    def is_short(self, name: str) -> bool:
        """Whether it is an acronym of a known name."""
        return len(name) > 2 and name.isupper() and name.casefold() in self._initials


def _plain_names(documents: Iterable[Document]) -> Iterator[str]:
    for document in documents:
        for item in walk_outline(document.outline):
            if item.kind is Kind.TOPIC:
                for part in split(item.text, lambda name: False):
                    yield part.title
                    yield from part.also
                    yield from part.hints


def claims(document: Document, known: KnownNames) -> Iterator[Claim]:
    """Every thing that a document names, in its order, groups before what they hold."""

    def inside(items: tuple[OutlineItem, ...], around: tuple[OutlineItem, ...]) -> Iterator[Claim]:
        for item in items:
            for kind, part in _parts(item, known):
                yield Claim(document.id, kind, part, item, around)
            yield from inside(item.items, (*around, item))

    yield from inside(document.outline, ())


def _parts(item: OutlineItem, known: KnownNames) -> Iterator[tuple[Kind, Part]]:
    whole = Part(item.text, item.text)
    match item.kind:
        case Kind.TOPIC:
            yield from _topic_parts(item, known)
        case kind if kind in TITLED or kind in LISTED:
            for member in members(item):
                yield kind, Part(member, member)
        case Kind.OUTCOME if item.text.count(":") and item.items:
            yield item.kind, Part(item.text, item.text.partition(":")[2].strip())
        case kind if kind in COVERED or kind in UNITS or kind in (Kind.SECTION, Kind.LABEL):
            yield kind, whole
        case _:
            pass


def _topic_parts(item: OutlineItem, known: KnownNames) -> Iterator[tuple[Kind, Part]]:
    parts = [Part(item.text, item.text)] if item.items else split(item.text, known)
    for part in parts:
        # "Attending conferences (NeurIPS, ICML)" teaches attending; what it lists are conferences.
        listed = part.under and re.search(r"\bconferences\b", part.under, re.IGNORECASE)
        yield Kind.CONFERENCE if listed else Kind.TOPIC, part


def members(item: OutlineItem) -> list[str]:
    """The members of an item's comma list; the whole text where commas belong to one title or sentence."""
    labelled = bool(re.match(r"^[^:\"“(]{2,40}:\s", item.text))
    if item.kind in TITLED:
        one_title = "," not in item.text or re.search(r"\bby\s+[A-Z]|\bwith\b.*,|^[\"“].*[\"”]", item.text)
        return atoms(item.text) if (labelled and item.kind is not Kind.PAPER) or not one_title else [item.text]
    if item.kind not in LISTED or item.items:
        return [item.text]
    return atoms(item.text) if labelled else outer_commas(item.text)

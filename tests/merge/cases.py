"""The cases that merging is judged on, and how well a roadmap does on them."""

from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import yaml

from learning_roadmap.merge.provenance_index import covers
from learning_roadmap.model import Entry, Roadmap
from learning_roadmap.model.index import RoadmapIndex

Reference = tuple[str, int, str]
# Within a row of things to keep apart, two are one: model quantization and quantization (INT8, FP16), and the two
# lists of data structures and algorithms.
ONE_AFTER_ALL = {frozenset({222, 511}), frozenset({15, 14})}


@dataclass(frozen=True)
class Case:
    """References that are about one thing, or about as many things as there are references."""

    about: str
    named: tuple[Reference, ...]


@dataclass(frozen=True)
class Cases:
    """All cases: to merge, to keep apart, to split, to leave whole."""

    merge: tuple[Case, ...]
    apart: tuple[Case, ...]
    split: tuple[Reference, ...]
    whole: tuple[Reference, ...]


def load_cases() -> Cases:
    data = yaml.safe_load((Path(__file__).parent / "cases.yml").read_text(encoding="utf-8"))

    def cases(name: str) -> tuple[Case, ...]:
        return tuple(Case(row["about"], tuple((d, n, w) for d, n, w in row["named"])) for row in data[name])

    def references(name: str) -> tuple[Reference, ...]:
        return tuple((d, n, w) for d, n, w in data[name])

    return Cases(cases("merge"), cases("apart"), references("split"), references("whole"))


class Judge:
    """Looks up which entries a roadmap has for a reference."""

    def __init__(self, roadmap: Roadmap) -> None:
        self.index = RoadmapIndex(roadmap)

    def entries(self, reference: Reference) -> dict[str, Entry]:
        """The entries that are named at a reference's line in its words."""
        document, line, words = reference
        return {
            entry.id: entry
            for entry in self.index.named_at.get((document, line), ())
            for source in entry.named
            if (source.document, source.line) == (document, line) and covers(source.words, words)
        }

    def merged(self, one: Reference, other: Reference) -> bool:
        return bool(self.entries(one).keys() & self.entries(other).keys())

    def one_thing(self, case: Case) -> bool:
        """Whether some entry has all of a case's references."""
        return bool(set.intersection(*(set(self.entries(reference)) for reference in case.named)))

    def recall(self, cases: tuple[Case, ...]) -> tuple[int, int]:
        """How many of the pairs that are one thing have been merged, and how many pairs there are."""
        pairs = [pair for case in cases for pair in combinations(case.named, 2)]
        return sum(self.merged(*pair) for pair in pairs), len(pairs)

    def false_merges(self, cases: tuple[Case, ...]) -> list[tuple[Reference, Reference]]:
        """The pairs that are different things and have been merged."""
        pairs = [pair for case in cases for pair in combinations(case.named, 2)]
        return [
            pair for pair in pairs
            if pair[0][:2] != pair[1][:2] and frozenset({pair[0][1], pair[1][1]}) not in ONE_AFTER_ALL and self.merged(*pair)
        ]  # fmt: skip

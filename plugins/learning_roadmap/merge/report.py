"""The report of an import: matches, new entries and possible duplicates."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum


class MatchKind(StrEnum):
    """How a mention was matched with an entry, in the words of the report. Reports list the kinds in this order."""

    NEW = "new"
    NAME = "matched by name"
    WORDS = "matched by the words of the name"
    ACRONYM = "matched by acronym"
    WORK = "matched as the same book or course"
    TOPICS = "matched by the topics below"
    EARLIER = "imported earlier"
    RETIRED = "retired earlier"


@dataclass(frozen=True)
class MentionOutcome:
    """The outcome of one mention.

    Attributes:
        id: of its entry; empty if the entry was retired.
        where: the titles of the entries above a new one.
        similar: the id of a similar entry that was not matched.
    """

    document: str
    line: int
    words: str
    how: MatchKind
    id: str
    where: str = ""
    similar: str | None = None


@dataclass
class Report:
    """All outcomes of an import, in the order of the documents."""

    outcomes: list[MentionOutcome] = field(default_factory=list)

    def summaries(self) -> dict[str, str]:
        """For each document, how many mentions were matched in which way.

        >>> outcomes = [MentionOutcome("notes", line, "A", how, "a") for line, how in ((1, MatchKind.EARLIER), (2, MatchKind.NEW))]
        >>> Report(outcomes).summaries()
        {'notes': '1 new, 1 imported earlier'}
        """
        counts: dict[str, Counter[MatchKind]] = {}
        for outcome in self.outcomes:
            counts.setdefault(outcome.document, Counter())[outcome.how] += 1
        return {document: ", ".join(f"{count[kind]} {kind}" for kind in MatchKind if count[kind]) for document, count in counts.items()}

    @property
    def new(self) -> list[MentionOutcome]:
        """The outcomes with a new entry."""
        return [outcome for outcome in self.outcomes if outcome.how is MatchKind.NEW]

    @property
    def possible_duplicates(self) -> list[MentionOutcome]:
        """New entries that resemble an existing one. A person has to decide."""
        return [outcome for outcome in self.outcomes if outcome.similar]

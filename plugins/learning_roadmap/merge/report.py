"""The report of an import: matches, new entries and possible duplicates."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True)
class MentionOutcome:
    """The outcome of one mention.

    Attributes:
        how: how its entry was matched; "new" for a new one, "retired" if the entry was retired.
        where: the titles of the entries above a new one.
        similar: the id of a similar entry that was not matched.
    """

    document: str
    line: int
    words: str
    how: str
    id: str
    where: str = ""
    similar: str | None = None


@dataclass
class Report:
    """All outcomes of an import, in the order of the documents."""

    outcomes: list[MentionOutcome] = field(default_factory=list)

    def counts(self) -> dict[str, Counter[str]]:
        """For each document, the number of mentions by how they were matched."""
        counts: dict[str, Counter[str]] = {}
        for outcome in self.outcomes:
            counts.setdefault(outcome.document, Counter())[outcome.how] += 1
        return counts

    @property
    def new(self) -> list[MentionOutcome]:
        """The outcomes with a new entry."""
        return [outcome for outcome in self.outcomes if outcome.how == "new"]

    @property
    def possible_duplicates(self) -> list[MentionOutcome]:
        """New entries that resemble an existing one. A person has to decide."""
        return [outcome for outcome in self.outcomes if outcome.similar]

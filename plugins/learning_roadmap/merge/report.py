"""What an import did: what was matched and how, what is new and where it went, and what may be a duplicate."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True)
class MentionOutcome:
    """What became of one mention.

    Attributes:
        how: how its entry was found; "new" when there was none, "retired" when a person took it out before.
        where: the titles of the entries above a new one.
        similar: the id of an entry that looks alike, when that is no proof.
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
        """For each document, how many mentions were matched in which way."""
        counts: dict[str, Counter[str]] = {}
        for outcome in self.outcomes:
            counts.setdefault(outcome.document, Counter())[outcome.how] += 1
        return counts

    @property
    def new(self) -> list[MentionOutcome]:
        """The outcomes that made an entry."""
        return [outcome for outcome in self.outcomes if outcome.how == "new"]

    @property
    def possible_duplicates(self) -> list[MentionOutcome]:
        """New entries that look like one that was there. They are kept apart until a person decides."""
        return [outcome for outcome in self.outcomes if outcome.similar]

"""What an import did, in words: matched, new and where it went, doubtful and for a person to decide."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Outcome:
    """What became of one claim."""

    document: str
    line: int
    words: str
    how: str
    id: str
    where: str = ""
    maybe: str | None = None


@dataclass
class Report:
    """All outcomes of an import, in the order of the documents."""

    outcomes: list[Outcome] = field(default_factory=list)

    def counts(self) -> dict[str, Counter[str]]:
        """For each document, how many claims were matched in which way."""
        found: dict[str, Counter[str]] = {}
        for outcome in self.outcomes:
            found.setdefault(outcome.document, Counter())[outcome.how] += 1
        return found

    @property
    def new(self) -> list[Outcome]:
        return [outcome for outcome in self.outcomes if outcome.how == "new"]

    @property
    def doubtful(self) -> list[Outcome]:
        """New entries that look like one that was there: they are kept apart until a person says otherwise."""
        return [outcome for outcome in self.outcomes if outcome.maybe]

"""Provenance that is on record: what a person or an earlier import decided stays decided."""

import re
from collections import defaultdict

from learning_roadmap.merge.draft import Draft, Node
from learning_roadmap.merge.mentions import Claim
from learning_roadmap.model import tokens


class Recorded:
    """Finds the entries whose provenance already covers a claim."""

    def __init__(self, draft: Draft) -> None:
        self._at: dict[tuple[str, int], list[tuple[str, Node]]] = defaultdict(list)
        self._words: dict[tuple[str, str], list[tuple[int, Node]]] = defaultdict(list)
        for node in draft.nodes.values():
            for source in node.entry.get("named", ()):
                self._at[source["document"], source["line"]].append((source["words"], node))
                self._words[source["document"], source["words"]].append((source["line"], node))
        self._retired = {
            (source["document"], tokens(source["words"]))
            for tombstone in draft.plain.get("history", ()) for source in tombstone.get("named", ())
        }  # fmt: skip

    def is_retired(self, claim: Claim) -> bool:
        """Whether a person took it out of the roadmap: then it stays out."""
        return (claim.document, tokens(claim.part.words)) in self._retired

    def find(self, claim: Claim) -> list[Node]:
        """The entries on record for a claim: at its line, else the nearest line with the very same words."""
        here = [node for words, node in self._at.get((claim.document, claim.line), ()) if covers(words, claim.part.words)]
        if here:
            return list(dict.fromkeys(here))
        elsewhere = [
            (abs(line - claim.line), node)
            for line, node in self._words.get((claim.document, claim.part.words), ())
        ]  # fmt: skip
        if not elsewhere:
            return []
        nearest = min(distance for distance, _ in elsewhere)
        return [node for distance, node in elsewhere if distance == nearest]

    def has_words(self, node: Node, claim: Claim) -> bool:
        """Whether a recorded provenance has just these words (and so may follow them to another line)."""
        return any(other is node for _, other in self._words.get((claim.document, claim.part.words), ()))


def covers(recorded: str, words: str) -> bool:
    """Whether one of two wordings contains the other, as words.

    >>> covers("Vectors and matrices", "Vectors"), covers("GAN", "Organs")
    (True, False)
    """
    one, other = tokens(recorded), tokens(words)
    short, long = sorted((one, other), key=len)
    return bool(short) and any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def appears(words: str, text: str) -> bool:
    """Whether a document's line holds these words as they are recorded, blanks aside, and not only as a part of other words.

    >>> appears("L2", "L1 and L2"), appears("L", "L1 and L2"), appears("C", "C++ or C")
    (True, False, True)
    """
    said, line = (re.sub(r"\s+", " ", one).strip() for one in (words, text))
    begin, end = (r"(?<!\w)" if said[:1].isalnum() else ""), (r"(?!\w)" if said[-1:].isalnum() else "")
    return re.search(f"{begin}{re.escape(said)}{end}", line) is not None

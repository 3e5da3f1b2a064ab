"""Recorded provenance: decisions of people and earlier imports are kept."""

import re
from collections import defaultdict

from learning_roadmap.merge.draft import Draft, Node
from learning_roadmap.merge.entry_fields import provenances
from learning_roadmap.merge.mentions import Mention
from learning_roadmap.model import tokens


class ProvenanceIndex:
    """Finds the entries whose provenance already covers a mention."""

    def __init__(self, draft: Draft) -> None:
        self._by_line: dict[tuple[str, int], list[tuple[str, Node]]] = defaultdict(list)
        self._by_words: dict[tuple[str, str], list[tuple[int, Node]]] = defaultdict(list)
        for node in draft.nodes.values():
            for source in provenances(node):
                self._by_line[source["document"], source["line"]].append((source["words"], node))
                self._by_words[source["document"], source["words"]].append((source["line"], node))
        self._retired = {
            (source["document"], tokens(source["words"]))
            for tombstone in draft.plain.get("history", ()) for source in tombstone.get("named", ())
        }  # fmt: skip

    def is_retired(self, mention: Mention) -> bool:
        """Whether its entry was retired; an import does not bring it back."""
        return (mention.document, tokens(mention.term.words)) in self._retired

    def find(self, mention: Mention) -> list[Node]:
        """The recorded entries of a mention: at its line, else at the nearest line with the same words."""
        at_line = [node for words, node in self._by_line.get((mention.document, mention.line), ()) if covers(words, mention.term.words)]
        if at_line:
            return list(dict.fromkeys(at_line))
        distances = [(abs(line - mention.line), node) for line, node in self._by_words.get((mention.document, mention.term.words), ())]
        nearest = min((distance for distance, _ in distances), default=0)
        return [node for distance, node in distances if distance == nearest]

    def has_words(self, node: Node, mention: Mention) -> bool:
        """Whether a recorded provenance has exactly these words, so that it may follow them to another line."""
        return any(other is node for _, other in self._by_words.get((mention.document, mention.term.words), ()))


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

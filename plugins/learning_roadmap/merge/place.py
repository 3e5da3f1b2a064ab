"""Where does a new thing go? To what stands above it in its document, and there beside what its neighbours have become."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from learning_roadmap.merge.draft import Draft, Node
from learning_roadmap.merge.kinds import HEADINGS, described
from learning_roadmap.merge.match import NameIndex, context_words, names_of
from learning_roadmap.merge.mentions import Claim
from learning_roadmap.model import KIND_OF_LINE, RESOURCE_LINES, UNITS, Document, OutlineItem, tokens, walk_outline
from learning_roadmap.model import ItemKind as Kind

MAX_DEPTH = 4  # phase, section, topic, topic: deeper trees read badly, so what goes deeper joins its siblings
# For every line of a document, how many of the known things under it stand in which phase and section.
Votes = dict[int, Counter[str]]


class Placer:
    """Places the new entries of one document. It remembers what the document's lines have become."""

    def __init__(self, draft: Draft, index: dict[str, NameIndex], document: Document) -> None:
        self.draft, self._names, self.document = draft, index, document
        self.became: dict[int, list[Node]] = defaultdict(list)  # line -> entries
        self.heads: dict[tuple[int, str], Node] = {}  # (line, title of a head) -> entry

    def group(self, claim: Claim, votes: Votes) -> tuple[Node, str] | None:
        """The entry for a heading that no entry is called by, and how it was found.

        It is the place that most of what the heading holds is in, or a new one; None when the heading holds nothing.
        """
        holds_topics = any(item.kind is Kind.TOPIC for item in walk_outline(claim.item.items))
        holds_projects = any(item.kind is Kind.PROJECT for item in walk_outline(claim.item.items))
        wraps_phases = any(item.kind in UNITS for item in claim.item.items) and claim.kind not in UNITS
        if not (holds_topics or holds_projects) or wraps_phases or claim.kind is Kind.LABEL:
            return None
        wanted = "phase" if claim.kind in UNITS else "section"
        best = self._elected(votes[claim.line], wanted, sum(votes[claim.line].values()) // 2)
        if best is not None:
            return best, "by content"
        title = claim.part.title
        level = (claim.item.level or "").lower() or None
        if wanted == "phase":
            node = self.draft.add("phases", title, level=level, optional=claim.item.optional)
        else:
            phase = self._phase(claim, votes)
            node = self.draft.add("sections", title, phase, optional=claim.item.optional)
        return self._index(node), "new"

    def _elected(self, votes: Counter[str], kind: str, total: int) -> Node | None:
        for id, count in votes.most_common():
            if self.draft.nodes[id].kind == kind:
                return self.draft.nodes[id] if count >= 2 and count * 2 >= total else None
        return None

    def _phase(self, claim: Claim, votes: Votes) -> Node:
        for item in reversed(claim.around):
            for node in self.became.get(item.line, ()):
                if (phase := node.above("phase")) is not None:
                    return phase
        for item in reversed(claim.around):
            if (phase := self._elected(votes[item.line], "phase", 0)) is not None:
                return phase
        return next(self.draft.of_kind("phase"), None) or self._index(self.draft.add("phases", self.document.title))

    def place(self, claim: Claim) -> Node | None:
        """A new entry for a claim; None when its line says too little to make one."""
        title, fields = described(claim)
        if claim.kind is Kind.TOPIC:
            parent = self._topic_parent(claim)
            if parent.kind in ("topic", "section"):
                title = _capital(title)
                also = [name for name in claim.part.also if name != title]
                node = self.draft.add("topics", title, parent, also=also, optional=claim.item.optional)
                self._names["topic"].add(self._index(node), claim.part.hints)
                return node
            raise AssertionError(parent.kind)
        holder = self.holder(claim)
        kind = KIND_OF_LINE[claim.kind]
        if claim.kind in RESOURCE_LINES:
            node = self.draft.add("resources", title, None, **fields, topics=self._topics_in([title]))
        elif claim.kind is Kind.PRACTICE:
            section = self._section(claim)
            node = self.draft.add("practice", title, section, topics=self._topics_in([title]))
        elif kind.parents:
            if holder is None:
                return None
            node = self.draft.add(kind.list_name, title, holder, **fields)
        elif claim.kind is Kind.MILESTONE and not fields.get("months"):
            return None
        else:
            if "topics" in kind.refers_to:
                fields["topics"] = self._topics_in([title, *fields.get("also", ())])
            node = self.draft.add(kind.list_name, title, None, **fields)
            if claim.kind is Kind.PROJECT and self.draft.is_fresh(section := self._section(claim)):
                section.entry.setdefault("projects", []).append(node.id)
        return self._index(node)

    def _topic_parent(self, claim: Claim) -> Node:
        if claim.part.under and (head := self.heads.get((claim.line, claim.part.under))):
            return head if _depth(head) < MAX_DEPTH else head.parent or head
        if claim.around and claim.around[-1].kind is Kind.TOPIC:
            for node in self.became[claim.around[-1].line]:
                if node.kind in ("topic", "section"):
                    return node if _depth(node) < MAX_DEPTH else node.parent or node
        return self._section(claim)

    def _section(self, claim: Claim) -> Node:
        """The section (or topic) that the nearest heading has become; else a new section."""
        for item in reversed(claim.around):
            for node in self.became.get(item.line, ()):
                if node.kind == "section" or (node.kind == "topic" and claim.kind is Kind.TOPIC and _depth(node) < MAX_DEPTH):
                    return node
                if node.kind == "phase":
                    named = [i for i in reversed(claim.around) if i.kind in HEADINGS and i.kind is not Kind.LABEL]
                    return self._section_called(named[0] if named else item, node)
        phase = self._phase(claim, defaultdict(Counter))
        return self._section_called(next((i for i in reversed(claim.around) if i.kind in HEADINGS), None), phase)

    def _section_called(self, heading: OutlineItem | None, phase: Node) -> Node:
        title = heading.text if heading else str(phase.entry["title"])
        for node in self.draft.of_kind("section"):
            if node.parent is phase and node.entry["title"] == title:
                return node
        return self._index(self.draft.add("sections", title, phase))

    def holder(self, claim: Claim) -> Node | None:
        """The milestone, routine or form that holds a claim's entry. A place on the map is found otherwise."""
        if claim.kind in (Kind.TOPIC, Kind.PRACTICE):
            return None
        parents = KIND_OF_LINE[claim.kind].parents
        for item in reversed(claim.around):
            for node in self.became.get(item.line, ()):
                if node.kind in parents:
                    return node
        return None

    def _topics_in(self, names: Iterable[str]) -> list[str]:
        """Topics that one of these names is, or contains as whole words: a paper called after what it introduces."""
        found = []
        for name in names:
            words = tokens(name)
            for node in self.draft.of_kind("topic"):
                for topic_name in names_of(node):
                    mine = tokens(topic_name)
                    whole = mine == words
                    inside = len(mine) > 1 and any(words[at : at + len(mine)] == mine for at in range(len(words)))
                    marked = len(mine) == 1 and mine[0] in words and topic_name in name and any(c.isupper() for c in topic_name[1:])
                    if (whole or inside or marked) and node.id not in found:
                        found.append(node.id)
        return found

    def _index(self, node: Node) -> Node:
        node.context |= context_words(self.draft, node)
        self._names[node.kind].add(node, names_of(node))
        return node


def _capital(title: str) -> str:
    """A title begins with a capital; names with capitals of their own (spaCy, t-SNE) stay as they are."""
    first = title.split()[0]
    return title[:1].upper() + title[1:] if first.isalpha() and first.islower() else title


def path_of(node: Node) -> list[Node]:
    path = [node]
    while path[-1].parent is not None:
        path.append(path[-1].parent)
    return path


def _depth(node: Node) -> int:
    return len(path_of(node))

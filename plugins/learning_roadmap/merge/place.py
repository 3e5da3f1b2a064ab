"""Place new entries: in the entry of the line above, or where their neighbours in the document are."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from learning_roadmap.merge.draft import Draft, Node
from learning_roadmap.merge.entry_fields import fields_of
from learning_roadmap.merge.extract_fields import extract_fields, months
from learning_roadmap.merge.match import NameIndex, context_words, names_of
from learning_roadmap.merge.mentions import GROUP_LINES, Mention, needs_entry
from learning_roadmap.merge.report import MatchKind
from learning_roadmap.model import KIND, KIND_OF_LINE, MATERIAL_FIELDS, RESOURCE_LINES, UNITS, Document, OutlineItem, tokens
from learning_roadmap.model import ItemKind as Kind

MAX_ENTRY_DEPTH = 4  # phase, section, topic, topic: deeper trees read badly, so what goes deeper joins its siblings
MIN_VOTES = 2  # one topic can be there by chance
# For every line of a document, the number of matched topics below it in each phase and section.
Votes = dict[int, Counter[str]]


class Placer:
    """Places the new entries of one document. It keeps the entries of each line."""

    def __init__(self, draft: Draft, index: dict[str, NameIndex], document: Document) -> None:
        self.draft, self._names, self.document = draft, index, document
        self.entries_at: dict[int, list[Node]] = defaultdict(list)  # line -> entries
        self.heads: dict[tuple[int, str], Node] = {}  # (line, title of a head) -> entry

    def group(self, mention: Mention, votes: Votes) -> tuple[Node, MatchKind] | None:
        """The entry for a heading that matches no name, and how it was found.

        It is the entry that contains most topics below the heading, or a new one; None for a heading without topics or projects.
        """
        if not needs_entry(mention):
            return None
        kind = "phase" if mention.kind in UNITS else "section"
        best = self._elected(votes[mention.line], kind, sum(votes[mention.line].values()) // 2)
        if best is not None:
            return best, MatchKind.TOPICS
        title = mention.term.title
        level = (mention.item.level or "").lower() or None
        if kind == "phase":
            node = self.draft.add("phases", title, level=level, optional=mention.item.optional)
        else:
            phase = self._phase(mention, votes)
            node = self.draft.add("sections", title, phase, optional=mention.item.optional)
        return self._index(node), MatchKind.NEW

    def _elected(self, votes: Counter[str], kind: str, total: int) -> Node | None:
        for id, count in votes.most_common():
            if self.draft.nodes[id].kind == kind:
                return self.draft.nodes[id] if count >= MIN_VOTES and count * 2 >= total else None
        return None

    def _phase(self, mention: Mention, votes: Votes) -> Node:
        for item in reversed(mention.ancestors):
            for node in self.entries_at.get(item.line, ()):
                if (phase := node.above("phase")) is not None:
                    return phase
        for item in reversed(mention.ancestors):
            if (phase := self._elected(votes[item.line], "phase", 0)) is not None:
                return phase
        return next(self.draft.of_kind("phase"), None) or self._index(self.draft.add("phases", self.document.title))

    def place(self, mention: Mention) -> Node:
        """A new entry for a mention."""
        title, fields = extract_fields(mention)
        title = title or mention.term.words
        if mention.kind is Kind.TOPIC:
            parent = self._topic_parent(mention)
            if parent.kind in ("topic", "section"):
                title = _capital(title)
                also = [name for name in mention.term.also if name != title]
                node = self.draft.add("topics", title, parent, also=also, optional=mention.item.optional)
                self._names["topic"].add(self._index(node), mention.term.hints)
                return node
            raise AssertionError(parent.kind)
        holder = self.holder(mention)
        kind = KIND_OF_LINE[mention.kind]
        if mention.kind in RESOURCE_LINES:
            node = self.draft.add("resources", title, None, **fields)
            self._link(node, [title])
        elif mention.kind is Kind.PRACTICE:
            section = self._section(mention)
            node = self.draft.add("practice", title, section, topics=self._topics_named_in([title]))
        elif kind.parents and (holder := holder or self._new_holder(mention)):
            node = self.draft.add(kind.list_name, title, holder, **fields)
        elif kind.parents or (mention.kind is Kind.MILESTONE and not fields.get("months")):
            # A milestone has a time. Without one, what is to be reached is kept as a topic.
            node = self.draft.add("topics", _capital(mention.term.words), self._section(mention))
        else:
            names = [title, *fields.get("also", ())]
            if "topics" in kind.refers_to:
                fields["topics"] = self._topics_named_in(names)
            node = self.draft.add(kind.list_name, title, None, **fields)
            if kind.name in MATERIAL_FIELDS:
                self._link(node, names)
            if mention.kind is Kind.PROJECT and self.draft.is_fresh(section := self._section(mention)):
                fields_of(section).setdefault("projects", []).append(node.id)
        return self._index(node)

    def _topic_parent(self, mention: Mention) -> Node:
        if mention.term.under and (head := self.heads.get((mention.line, mention.term.under))):
            return head if _depth(head) < MAX_ENTRY_DEPTH else head.parent or head
        if mention.ancestors and mention.ancestors[-1].kind is Kind.TOPIC:
            for node in self.entries_at[mention.ancestors[-1].line]:
                if node.kind in ("topic", "section"):
                    return node if _depth(node) < MAX_ENTRY_DEPTH else node.parent or node
        return self._section(mention)

    def _section(self, mention: Mention) -> Node:
        """The section (or topic) that the nearest heading has become; else a new section."""
        for item in reversed(mention.ancestors):
            for node in self.entries_at.get(item.line, ()):
                if node.kind == "section" or (node.kind == "topic" and mention.kind is Kind.TOPIC and _depth(node) < MAX_ENTRY_DEPTH):
                    return node
                if node.kind == "phase":
                    groups = [i for i in reversed(mention.ancestors) if i.kind in GROUP_LINES and i.kind is not Kind.LABEL]
                    return self._section_called(groups[0] if groups else item, node)
        phase = self._phase(mention, defaultdict(Counter))
        return self._section_called(next((i for i in reversed(mention.ancestors) if i.kind in GROUP_LINES), None), phase)

    def _section_called(self, heading: OutlineItem | None, phase: Node) -> Node:
        title = heading.text if heading else fields_of(phase)["title"]
        for node in self.draft.of_kind("section"):
            if node.parent is phase and fields_of(node)["title"] == title:
                return node
        return self._index(self.draft.add("sections", title, phase))

    def holder(self, mention: Mention) -> Node | None:
        """The milestone, routine or form for the entry of a mention; None for topics and exercises, which have a section."""
        if mention.kind in (Kind.TOPIC, Kind.PRACTICE):
            return None
        parents = KIND_OF_LINE[mention.kind].parents
        for item in reversed(mention.ancestors):
            for node in self.entries_at.get(item.line, ()):
                if node.kind in parents:
                    return node
        return None

    def _new_holder(self, mention: Mention) -> Node | None:
        """A milestone, routine or form that is called like the heading above; None if a milestone would have no time."""
        (kind,) = KIND_OF_LINE[mention.kind].parents
        title = next((item.text for item in reversed(mention.ancestors) if item.kind in GROUP_LINES), self.document.title)
        time = months(title)
        if kind == "milestone" and time is None:
            return None
        existing = (node for node in self.draft.of_kind(kind) if fields_of(node)["title"] == title)
        return next(existing, None) or self._index(self.draft.add(KIND[kind].list_name, title, None, months=time if kind == "milestone" else None))

    def _link(self, material: Node, names: Iterable[str]) -> None:
        """Add a new resource or paper to the topics that its names contain."""
        for id in self._topics_named_in(names):
            self.draft.link(self.draft.nodes[id], material)

    def _topics_named_in(self, names: Iterable[str]) -> list[str]:
        """Topics that one of these names equals or contains as whole words, such as a paper named after its method."""
        topics: list[str] = []
        for name in names:
            words = tokens(name)
            for node in self.draft.of_kind("topic"):
                if node.id not in topics and any(_names_topic(name, words, topic_name) for topic_name in names_of(node)):
                    topics.append(node.id)
        return topics

    def _index(self, node: Node) -> Node:
        node.context |= context_words(self.draft, node)
        self._names[node.kind].add(node, names_of(node))
        return node


def _names_topic(name: str, words: tuple[str, ...], topic_name: str) -> bool:
    """Whether a name is a topic's name or contains it: as several words, or as one with an inner capital (t-SNE, ResNet)."""
    topic_words = tokens(topic_name)
    if len(topic_words) == 1 and topic_words[0] in words and topic_name in name and any(character.isupper() for character in topic_name[1:]):
        return True
    is_inside = len(topic_words) > 1 and any(words[at : at + len(topic_words)] == topic_words for at in range(len(words)))
    return is_inside or topic_words == words


def _capital(title: str) -> str:
    """The title with a capital first letter. Names with other capitals (spaCy, t-SNE) are unchanged."""
    first = title.split()[0]
    return title[:1].upper() + title[1:] if first.isalpha() and first.islower() else title


def path_of(node: Node) -> list[Node]:
    """An entry and its ancestors, innermost first."""
    path = [node]
    while path[-1].parent is not None:
        path.append(path[-1].parent)
    return path


def _depth(node: Node) -> int:
    return len(path_of(node))

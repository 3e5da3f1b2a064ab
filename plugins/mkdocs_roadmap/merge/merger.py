"""Merge documents into a draft: match every claim, then place what is new where its neighbours are."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from mkdocs_roadmap.merge import details
from mkdocs_roadmap.merge.claims import GROUPS, RESOURCES, Claim, KnownNames, claims
from mkdocs_roadmap.merge.draft import Draft, Node
from mkdocs_roadmap.merge.match import Match, NameIndex, common_words, context_words, names_of, same_work
from mkdocs_roadmap.merge.names import key, tokens
from mkdocs_roadmap.merge.recorded import Recorded
from mkdocs_roadmap.merge.report import Outcome, Report
from mkdocs_roadmap.model.atlas import walk_outline
from mkdocs_roadmap.model.documents import Document, OutlineItem
from mkdocs_roadmap.model.documents import ItemKind as Kind
from mkdocs_roadmap.model.entries import ResourceKind

HEADINGS = GROUPS | {Kind.SECTION, Kind.LABEL}
# Kinds that go to a list of their own, and the list.
LISTS = {Kind.PROJECT: "projects", Kind.PAPER: "papers", Kind.CERTIFICATION: "certifications", Kind.CONFERENCE: "conferences",
         Kind.TIP: "tips", Kind.MILESTONE: "milestones", Kind.MILESTONE_GOAL: "goals", Kind.ROUTINE: "routine",
         Kind.ROUTINE_ITEM: "items", Kind.FORM: "forms", Kind.FORM_FIELD: "fields", Kind.PRACTICE: "practice", Kind.OUTCOME: "outcomes"}  # fmt: skip
SINGULAR = {Kind.PROJECT: "project", Kind.PAPER: "paper", Kind.CERTIFICATION: "certification", Kind.CONFERENCE: "conference",
            Kind.TIP: "tip", Kind.MILESTONE: "milestone", Kind.MILESTONE_GOAL: "goal", Kind.ROUTINE: "routine",
            Kind.ROUTINE_ITEM: "habit", Kind.FORM: "form", Kind.FORM_FIELD: "field", Kind.PRACTICE: "practice", Kind.OUTCOME: "outcome"}  # fmt: skip
INDEXED = ("topic", "section", "phase", "practice", "project", "resource", "paper", "certification", "conference",
           "tip", "milestone", "goal", "routine", "habit", "form", "field", "outcome")  # fmt: skip

Progress = Callable[[str], None]


class Merger:
    """Merges documents, one after the other, into a draft."""

    def __init__(self, draft: Draft, documents: Sequence[Document], progress: Progress = lambda text: None) -> None:
        self.draft = draft
        self.documents = documents
        self.progress = progress
        self.report = Report()
        self.recorded = Recorded(draft)
        names = [name for node in draft.nodes.values() if node.kind == "topic" for name in names_of(node)]
        self.known = KnownNames(documents, names)
        headings = [item.text for document in documents for item in walk_outline(document.outline) if item.kind in HEADINGS]
        self.common = common_words(headings)
        self.index = {kind: NameIndex(self.common, self.known.general) for kind in INDEXED}
        for node in draft.nodes.values():
            if node.kind in self.index:
                node.context = context_words(draft, node) | set(tokens(node.entry["title"]))
                self.index[node.kind].add(node, names_of(node))

    def merge(self) -> Report:
        """Merge all documents; the draft then holds them."""
        for document in self.documents:
            self.progress(f"merging {document.id}")
            _OneDocument(self, document).merge()
        return self.report


class _OneDocument:
    """The merging of one document: what its lines have become is remembered, for those that stand under them."""

    def __init__(self, merger: Merger, document: Document) -> None:
        self.merger, self.draft, self.document = merger, merger.draft, document
        self.claims = list(claims(document, merger.known))
        words = self.draft.lines_now.setdefault(document.id, {})
        for claim in self.claims:
            words.setdefault(claim.part.words, set()).add(claim.line)
        self.homonyms = _homonyms(self.claims, merger.known.general)
        self.became: dict[int, list[Node]] = defaultdict(list)  # line -> entries
        self.heads: dict[tuple[int, str], Node] = {}  # (line, title of a head) -> entry
        self.matches: dict[int, Match] = {}  # position in claims -> match

    def merge(self) -> None:
        for at, claim in enumerate(self.claims):
            self.matches[at] = self._match(claim)
        votes = self._votes()
        for at, claim in enumerate(self.claims):
            match = self.matches[at]
            if match.node is None and match.how != "skip":
                match = self._match(claim)  # the same thing may have come in a few lines above
            if match.how == "recorded":
                for node in self.merger.recorded.find(claim):
                    self._settle(claim, node, "recorded")
            elif match.node is not None:
                self._settle(claim, match.node, match.how)
            elif claim.kind in HEADINGS:
                self._group(claim, votes)
            else:
                placed = self._place(claim)
                if placed is not None:
                    self._settle(claim, placed, "new", match.maybe)

    # -- matching --------------------------------------------------------------------------------------------------

    def _match(self, claim: Claim) -> Match:
        if recorded := self.merger.recorded.find(claim):
            return Match(recorded[0], "recorded")
        index = self.merger.index
        context = {word for item in claim.around for word in tokens(item.text)}
        if claim.kind is Kind.TOPIC:
            homonym = key(claim.part.title).exact in self.homonyms
            found = index["topic"].find(claim.names, context, homonym)
            if homonym and found.node is not None and self._names_already(found.node, claim):
                return Match(None, maybe=found.node)
            return found
        if claim.kind in HEADINGS:
            return self._match_group(claim, context)
        if claim.kind in RESOURCES:
            return self._match_resource(claim)
        kind = SINGULAR[claim.kind]
        title = self._details(claim)[0]
        inside = self._holder(claim)
        match = index[kind].find((title,), context, False)
        if match.node is not None and inside is not None and match.node.parent is not inside:
            return Match(None)
        return match

    def _names_already(self, node: Node, claim: Claim) -> bool:
        """Whether this document has named the entry in another line."""
        return any(s["document"] == claim.document and s["line"] != claim.line for s in node.entry.get("named", ()))

    def _match_group(self, claim: Claim, context: set[str]) -> Match:
        kinds = ("phase",) if claim.kind in GROUPS else ("topic", "section")
        for kind in kinds:
            found = self.merger.index[kind].find(claim.names, context, False)
            if found.node is not None and (kind == "phase" or found.how == "exact" or len(key(claim.part.title).core) > 1):
                return found
        return Match(None)

    def _match_resource(self, claim: Claim) -> Match:
        title, fields = self._details(claim)
        for node in self.draft.of_kind("resource"):
            books = (node.entry["kind"] == "book") == (claim.kind is Kind.BOOK)
            courses = (node.entry["kind"] == "course") == (claim.kind is Kind.COURSE)
            if books and courses and same_work(title, fields.get("authors", ()), node):
                return Match(node, "same work")
        return Match(None)

    def _votes(self) -> dict[int, Counter[str]]:
        """For every heading, how many of the known things under it stand in which phase and section."""
        votes: dict[int, Counter[str]] = defaultdict(Counter)
        for at, claim in enumerate(self.claims):
            node = self.matches[at].node
            if node is None or claim.kind is not Kind.TOPIC:
                continue
            for place in (node.above("section"), node.above("phase")):
                if place is not None:
                    for item in claim.around:
                        votes[item.line][place.id] += 1
        return votes

    # -- placing ---------------------------------------------------------------------------------------------------

    def _settle(self, claim: Claim, node: Node, how: str, maybe: Node | None = None) -> None:
        words = claim.part.words
        if how != "recorded" or self.merger.recorded.has_words(node, claim):
            self.draft.name(node, claim.document, claim.line, words)
        node.context |= {word for item in claim.around for word in tokens(item.text)}
        self.became[claim.line].append(node)
        if claim.part.head:
            self.heads[claim.line, claim.part.title] = node
        where = " ▸ ".join(str(place.entry["title"]) for place in reversed(_path(node)[1:]))
        outcome = Outcome(claim.document, claim.line, words, how, node.id, where, maybe.id if maybe else None)
        self.merger.report.outcomes.append(outcome)

    def _group(self, claim: Claim, votes: dict[int, Counter[str]]) -> None:
        """A heading that no entry is called by: a place that most of what it holds is in, or a new one."""
        holds_topics = any(item.kind is Kind.TOPIC for item in walk_outline(claim.item.items))
        holds_projects = any(item.kind is Kind.PROJECT for item in walk_outline(claim.item.items))
        wraps_phases = any(item.kind in GROUPS for item in claim.item.items) and claim.kind not in GROUPS
        if not (holds_topics or holds_projects) or wraps_phases or claim.kind is Kind.LABEL:
            return None
        wanted = "phase" if claim.kind in GROUPS else "section"
        best = self._elected(votes[claim.line], wanted, sum(votes[claim.line].values()) // 2)
        if best is not None:
            self._settle(claim, best, "by content")
            return
        title = claim.part.title
        level = (claim.item.level or "").lower() or None
        if wanted == "phase":
            node = self.draft.add("phases", title, level=level, optional=claim.item.optional)
        else:
            phase = self._phase(claim, votes)
            node = self.draft.add("sections", title, phase, optional=claim.item.optional)
        self._index(node)
        self._settle(claim, node, "new")

    def _elected(self, votes: Counter[str], kind: str, total: int) -> Node | None:
        for id, count in votes.most_common():
            if self.draft.nodes[id].kind == kind:
                return self.draft.nodes[id] if count >= 2 and count * 2 >= total else None
        return None

    def _phase(self, claim: Claim, votes: dict[int, Counter[str]]) -> Node:
        for item in reversed(claim.around):
            for node in self.became.get(item.line, ()):
                if (phase := node.above("phase")) is not None:
                    return phase
        for item in reversed(claim.around):
            if (phase := self._elected(votes[item.line], "phase", 0)) is not None:
                return phase
        return next(self.draft.of_kind("phase"), None) or self._index(self.draft.add("phases", self.document.title))

    def _place(self, claim: Claim) -> Node | None:
        title, fields = self._details(claim)
        if claim.kind is Kind.TOPIC:
            parent = self._topic_parent(claim)
            if parent.kind in ("topic", "section"):
                title = _capital(title)
                also = [name for name in claim.part.also if name != title]
                node = self.draft.add("topics", title, parent, also=also, optional=claim.item.optional)
                self.merger.index["topic"].add(self._index(node), claim.part.hints)
                return node
            raise AssertionError(parent.kind)
        holder = self._holder(claim)
        if claim.kind in RESOURCES:
            node = self.draft.add("resources", title, None, **fields, topics=self._topics_in([title]))
        elif claim.kind is Kind.PRACTICE:
            section = holder or self._section(claim)
            node = self.draft.add("practice", title, section, topics=self._topics_in([title]))
        elif claim.kind in (Kind.MILESTONE_GOAL, Kind.ROUTINE_ITEM, Kind.FORM_FIELD):
            if holder is None:
                return None
            node = self.draft.add(LISTS[claim.kind], title, holder, **fields)
        elif claim.kind is Kind.MILESTONE and not fields.get("months"):
            return None
        else:
            if claim.kind in (Kind.PAPER, Kind.PROJECT):
                fields["topics"] = self._topics_in([title, *fields.get("also", ())])
            node = self.draft.add(LISTS[claim.kind], title, None, **fields)
            if claim.kind is Kind.PROJECT and self.draft.is_fresh(section := self._section(claim)):
                section.entry.setdefault("projects", []).append(node.id)
        return self._index(node)

    def _topic_parent(self, claim: Claim) -> Node:
        if claim.part.under and (head := self.heads.get((claim.line, claim.part.under))):
            return head if _depth(head) < 4 else head.parent or head
        if claim.around and claim.around[-1].kind is Kind.TOPIC:
            for node in self.became[claim.around[-1].line]:
                if node.kind in ("topic", "section"):
                    return node if _depth(node) < 4 else node.parent or node
        return self._section(claim)

    def _section(self, claim: Claim) -> Node:
        """The section (or topic) that the nearest heading has become; else a new section."""
        for item in reversed(claim.around):
            for node in self.became.get(item.line, ()):
                if node.kind == "section" or (node.kind == "topic" and claim.kind is Kind.TOPIC and _depth(node) < 4):
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

    def _holder(self, claim: Claim) -> Node | None:
        """The milestone, routine, form or section that holds a claim's entry."""
        wanted = {Kind.MILESTONE_GOAL: "milestone", Kind.ROUTINE_ITEM: "routine", Kind.FORM_FIELD: "form"}.get(claim.kind)
        if wanted is None:
            return None
        for item in reversed(claim.around):
            for node in self.became.get(item.line, ()):
                if node.kind == wanted:
                    return node
        return None

    def _details(self, claim: Claim) -> tuple[str, dict[str, Any]]:
        text, kind = claim.part.title, claim.kind
        if kind in RESOURCES:
            title, fields = details.resource(text, ResourceKind(kind.value), claim.item.url)
            return title, fields | ({"preferred": True} if "(preferred)" in text else {})
        match kind:
            case Kind.PAPER:
                must = any("must-read" in item.text.casefold() for item in claim.around)
                title, fields = details.paper(text)
                return title, fields | {"must_read": must, "url": claim.item.url}
            case Kind.PROJECT:
                return text, {"tier": details.tier([item.text for item in claim.around])}
            case Kind.MILESTONE:
                return text, {"months": details.months(text)}
            case Kind.MILESTONE_GOAL:
                return text, {"count": details.count(text)}
            case Kind.ROUTINE:
                return details.routine_block(text)
            case Kind.ROUTINE_ITEM:
                return details.routine_item(text)
            case Kind.TIP:
                return details.tip(text)
            case Kind.FORM_FIELD:
                return details.form_field(text)
            case Kind.CERTIFICATION:
                optional = any(item.optional for item in claim.around)
                return text, {"optional": optional}
            case _:
                return text, {}

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
        if node.kind in self.merger.index:
            self.merger.index[node.kind].add(node, names_of(node))
        return node


def _homonyms(claims: Iterable[Claim], general: frozenset[str]) -> set[str]:
    """Names that a document gives to two things: "Loss functions" of networks and of GANs, "normalization" of tables.

    They are general words that stand twice, or plain words that stand once as part of another topic.
    """
    places: dict[str, set[tuple[bool, int]]] = defaultdict(set)
    for claim in claims:
        made, title = key(claim.part.title), claim.part.title
        is_general = len(made.core) == 1 and made.last in general
        # A proper name or acronym means the same wherever it stands.
        if claim.kind is Kind.TOPIC and (is_general or (title == title.capitalize() and not claim.part.under)):
            nested = bool(claim.around) and claim.around[-1].kind is Kind.TOPIC
            places[made.exact].add((nested or is_general, claim.line))
    return {name for name, found in places.items() if len({line for _, line in found}) > 1 and any(apart for apart, _ in found)}


def _capital(title: str) -> str:
    """A title begins with a capital; names with capitals of their own (spaCy, t-SNE) stay as they are."""
    first = title.split()[0]
    return title[:1].upper() + title[1:] if first.isalpha() and first.islower() else title


def _path(node: Node) -> list[Node]:
    path = [node]
    while path[-1].parent is not None:
        path.append(path[-1].parent)
    return path


def _depth(node: Node) -> int:
    return len(_path(node))

"""Merge documents into a draft: match every claim, then have what is new placed."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from learning_roadmap.merge.draft import Draft, Node
from learning_roadmap.merge.kinds import HEADINGS, described
from learning_roadmap.merge.match import Match, NameIndex, common_words, context_words, names_of, same_work
from learning_roadmap.merge.mentions import Claim, KnownNames, claims
from learning_roadmap.merge.place import Placer, path_of
from learning_roadmap.merge.provenance_index import Recorded
from learning_roadmap.merge.report import Outcome, Report
from learning_roadmap.model import KIND, KIND_OF_LINE, RESOURCE_LINES, UNITS, Document, key, tokens, walk_outline
from learning_roadmap.model import ItemKind as Kind

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
        self.index = {kind: NameIndex(self.common, self.known.general) for kind in KIND}
        for node in draft.nodes.values():
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
        self.placer = Placer(merger.draft, merger.index, document)
        self.matches: dict[int, Match] = {}  # position in claims -> match

    def merge(self) -> None:
        for at, claim in enumerate(self.claims):
            self.matches[at] = self._match(claim)
        votes = self._votes()
        for at, claim in enumerate(self.claims):
            match = self.matches[at]
            if match.how == "retired":
                self.merger.report.outcomes.append(Outcome(claim.document, claim.line, claim.part.words, "retired", ""))
                continue
            if match.node is None and match.how != "skip":
                match = self._match(claim)  # the same thing may have come in a few lines above
            if match.how == "recorded":
                for node in self.merger.recorded.find(claim):
                    self._settle(claim, node, "recorded")
            elif match.node is not None:
                self._settle(claim, match.node, match.how)
            elif claim.kind in HEADINGS:
                grouped = self.placer.group(claim, votes)
                if grouped is not None:
                    self._settle(claim, *grouped)
            else:
                placed = self.placer.place(claim)
                if placed is not None:
                    self._settle(claim, placed, "new", match.maybe)

    # -- matching --------------------------------------------------------------------------------------------------

    def _match(self, claim: Claim) -> Match:
        if recorded := self.merger.recorded.find(claim):
            return Match(recorded[0], "recorded")
        if self.merger.recorded.is_retired(claim):
            return Match(None, "retired")
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
        if claim.kind in RESOURCE_LINES:
            return self._match_resource(claim)
        kind = KIND_OF_LINE[claim.kind].name
        title = described(claim)[0]
        inside = self.placer.holder(claim)
        match = index[kind].find((title,), context, False)
        if match.node is not None and inside is not None and match.node.parent is not inside:
            return Match(None)
        return match

    def _names_already(self, node: Node, claim: Claim) -> bool:
        """Whether this document has named the entry in another line."""
        return any(s["document"] == claim.document and s["line"] != claim.line for s in node.entry.get("named", ()))

    def _match_group(self, claim: Claim, context: set[str]) -> Match:
        kinds = ("phase",) if claim.kind in UNITS else ("topic", "section")
        for kind in kinds:
            found = self.merger.index[kind].find(claim.names, context, False)
            if found.node is not None and (kind == "phase" or found.how == "exact" or len(key(claim.part.title).core) > 1):
                return found
        return Match(None)

    def _match_resource(self, claim: Claim) -> Match:
        title, fields = described(claim)
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

    def _settle(self, claim: Claim, node: Node, how: str, maybe: Node | None = None) -> None:
        words = claim.part.words
        if how != "recorded" or self.merger.recorded.has_words(node, claim):
            self.draft.name(node, claim.document, claim.line, words)
        node.context |= {word for item in claim.around for word in tokens(item.text)}
        self.placer.became[claim.line].append(node)
        if claim.part.head:
            self.placer.heads[claim.line, claim.part.title] = node
        where = " ▸ ".join(str(place.entry["title"]) for place in reversed(path_of(node)[1:]))
        outcome = Outcome(claim.document, claim.line, words, how, node.id, where, maybe.id if maybe else None)
        self.merger.report.outcomes.append(outcome)


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

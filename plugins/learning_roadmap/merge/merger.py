"""Merge documents into a roadmap: match every mention with an entry, and place new entries."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from learning_roadmap.merge.coverage import mentions_of
from learning_roadmap.merge.draft import Draft, Node
from learning_roadmap.merge.entry_fields import fields_of, provenances
from learning_roadmap.merge.extract_fields import extract_fields, fill
from learning_roadmap.merge.match import Match, NameIndex, common_words, context_words, names_of, same_work
from learning_roadmap.merge.mentions import GROUP_LINES, Mention
from learning_roadmap.merge.place import Placer, path_of
from learning_roadmap.merge.provenance_index import ProvenanceIndex
from learning_roadmap.merge.report import MatchKind, MentionOutcome, Report
from learning_roadmap.model import KIND, KIND_OF_LINE, RESOURCE_LINES, UNITS, Document, key, tokens, walk_outline
from learning_roadmap.model import ItemKind as Kind

Progress = Callable[[str], None]


class Merger:
    """Merges documents, one after the other, into a draft. What ``others`` name, documents imported earlier, is known as well."""

    def __init__(self, draft: Draft, documents: Sequence[Document], progress: Progress = lambda text: None, others: Sequence[Document] = ()) -> None:
        self.draft = draft
        self.documents = documents
        self.progress = progress
        self.report = Report()
        self.is_known, self.mentions = mentions_of(draft, documents, others)
        draft.lines_now = self.mentions.lines
        self.provenance = ProvenanceIndex(draft.nodes.values(), draft.history, self.mentions.lines)
        headings = [item.text for document in documents for item in walk_outline(document.outline) if item.kind in GROUP_LINES]
        self.common = common_words(headings)
        self.index = {kind: NameIndex(self.common, self.is_known.general) for kind in KIND}
        for node in draft.nodes.values():
            node.context = context_words(draft, node) | set(tokens(fields_of(node)["title"]))
            self.index[node.kind].add(node, names_of(node))

    def merge(self) -> Report:
        """Merge all documents into the draft."""
        for document in self.documents:
            self.progress(f"merging {document.id}")
            _DocumentMerger(self, document).merge()
        return self.report


class _DocumentMerger:
    """The merge of one document. It keeps the entries of each line for the lines below."""

    def __init__(self, merger: Merger, document: Document) -> None:
        self.merger, self.draft, self.document = merger, merger.draft, document
        self.mentions = merger.mentions.of_document[document.id]
        self.homonyms = _homonyms(self.mentions, merger.is_known.general)
        self.placer = Placer(merger.draft, merger.index, document)
        self.matches: dict[int, Match] = {}  # position in mentions -> match

    def merge(self) -> None:
        for position, mention in enumerate(self.mentions):
            self.matches[position] = self._match(mention)
        votes = self._count_votes()
        for position, mention in enumerate(self.mentions):
            match = self.matches[position]
            if match.how is MatchKind.RETIRED:
                self.merger.report.outcomes.append(MentionOutcome(mention.document, mention.line, mention.term.words, match.how, ""))
                continue
            if match.node is None:
                match = self._match(mention)  # an earlier line may have added it
            if match.how is MatchKind.EARLIER:
                for node in self._recorded(mention) or filter(None, [match.node]):
                    self._record(mention, node, match.how)
            elif match.node is not None:
                fill(match.node, mention)
                self._record(mention, match.node, match.how)
            elif mention.kind in GROUP_LINES:
                grouped = self.placer.group(mention, votes)
                if grouped is not None:
                    fill(grouped[0], mention)
                    self._record(mention, *grouped)
            else:
                self._record(mention, self.placer.place(mention), MatchKind.NEW, match.similar)

    # -- matching --------------------------------------------------------------------------------------------------

    def _match(self, mention: Mention) -> Match:
        if recorded := self._recorded(mention):
            return Match(recorded[0], MatchKind.EARLIER)
        if self.merger.provenance.is_retired(mention):
            return Match(None, MatchKind.RETIRED)
        match = self._match_names(mention)
        if match.node is None and key(mention.term.title).exact not in self.homonyms:
            # The same words in another line were matched by a person.
            match = next((Match(node, MatchKind.EARLIER) for node in self.merger.provenance.elsewhere(mention)), match)
        return match

    def _recorded(self, mention: Mention) -> list[Node]:
        provenance = self.merger.provenance
        return provenance.at_line(mention, self.merger.mentions.beside(mention)) or provenance.moved(mention)

    def _match_names(self, mention: Mention) -> Match:
        index = self.merger.index
        context = {word for item in mention.ancestors for word in tokens(item.text)}
        if mention.kind is Kind.TOPIC:
            homonym = key(mention.term.title).exact in self.homonyms
            match = index["topic"].find(mention.names, context, homonym)
            if homonym and match.node is not None and self._is_named_elsewhere(match.node, mention):
                return Match(None, similar=match.node)
            return match
        if mention.kind in GROUP_LINES:
            return self._match_group(mention, context)
        if mention.kind in RESOURCE_LINES:
            return self._match_resource(mention)
        kind = KIND_OF_LINE[mention.kind].name
        title = extract_fields(mention)[0]
        holder = self.placer.holder(mention)
        match = index[kind].find((title,), context, False)
        if match.node is not None and holder is not None and match.node.parent is not holder:
            return Match(None)
        return match

    def _is_named_elsewhere(self, node: Node, mention: Mention) -> bool:
        """Whether this document has named the entry in another line."""
        return any(source["document"] == mention.document and source["line"] != mention.line for source in provenances(node))

    def _match_group(self, mention: Mention, context: set[str]) -> Match:
        kinds = ("phase",) if mention.kind in UNITS else ("topic", "section")
        for kind in kinds:
            match = self.merger.index[kind].find(mention.names, context, False)
            if match.node is not None and (kind == "phase" or match.how is MatchKind.NAME or len(key(mention.term.title).core) > 1):
                return match
        return Match(None)

    def _match_resource(self, mention: Mention) -> Match:
        title, fields = extract_fields(mention)
        for node in self.draft.of_kind("resource"):
            are_both_books = (fields_of(node)["kind"] == "book") == (mention.kind is Kind.BOOK)
            are_both_courses = (fields_of(node)["kind"] == "course") == (mention.kind is Kind.COURSE)
            if are_both_books and are_both_courses and same_work(title, fields.get("authors", ()), node):
                return Match(node, MatchKind.WORK)
        return Match(None)

    def _count_votes(self) -> dict[int, Counter[str]]:
        """For every heading, the number of matched topics below it in each phase and section."""
        votes: dict[int, Counter[str]] = defaultdict(Counter)
        for position, mention in enumerate(self.mentions):
            node = self.matches[position].node
            if node is None or mention.kind is not Kind.TOPIC:
                continue
            for ancestor in (node.above("section"), node.above("phase")):
                if ancestor is not None:
                    for item in mention.ancestors:
                        votes[item.line][ancestor.id] += 1
        return votes

    def _record(self, mention: Mention, node: Node, how: MatchKind, similar: Node | None = None) -> None:
        words = mention.term.words
        if how is not MatchKind.EARLIER or self.merger.provenance.has_words(node, mention):
            self.draft.name(node, mention.document, mention.line, words)
        node.context |= {word for item in mention.ancestors for word in tokens(item.text)}
        self.placer.entries_at[mention.line].append(node)
        if mention.term.is_head:
            self.placer.heads[mention.line, mention.term.title] = node
        where = " ▸ ".join(fields_of(place)["title"] for place in reversed(path_of(node)[1:]))
        outcome = MentionOutcome(mention.document, mention.line, words, how, node.id, where, similar.id if similar else None)
        self.merger.report.outcomes.append(outcome)


def _homonyms(mentions: Iterable[Mention], general: frozenset[str]) -> set[str]:
    """Names that a document gives to two things: "Loss functions" of networks and of GANs, "normalization" of tables.

    They are general words in two lines, or plain words that are also part of another topic in one of their lines.
    """
    places: dict[str, set[tuple[bool, int]]] = defaultdict(set)
    for mention in mentions:
        name_key, title = key(mention.term.title), mention.term.title
        is_general = len(name_key.core) == 1 and name_key.last in general
        # A proper name or acronym means the same everywhere.
        if mention.kind is Kind.TOPIC and (is_general or (title == title.capitalize() and not mention.term.under)):
            is_nested = bool(mention.ancestors) and mention.ancestors[-1].kind is Kind.TOPIC
            places[name_key.exact].add((is_nested or is_general, mention.line))
    return {name for name, uses in places.items() if len({line for _, line in uses}) > 1 and any(is_vague for is_vague, _ in uses)}

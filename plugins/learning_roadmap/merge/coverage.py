"""What a roadmap lacks of its documents: mentions without an entry. Import and check use the same answer."""

from collections.abc import Iterator, Sequence

from learning_roadmap.merge.draft import Draft
from learning_roadmap.merge.match import names_of
from learning_roadmap.merge.mentions import KnownNames, Mention, MentionsByLine, needs_entry
from learning_roadmap.merge.provenance_index import ProvenanceIndex, recorded_names
from learning_roadmap.model import Document


def mentions_of(draft: Draft, documents: Sequence[Document], others: Sequence[Document] = ()) -> tuple[KnownNames, MentionsByLine]:
    """The mentions of documents, and the names that are known from the roadmap, from these documents and from others."""
    ids = {document.id for document in documents}
    names = [name for node in draft.of_kind("topic") for name in names_of(node)]
    is_known = KnownNames([*documents, *(other for other in others if other.id not in ids)], names)
    return is_known, MentionsByLine(documents, is_known, recorded_names(draft.nodes.values()))


def missing_mentions(draft: Draft, documents: Sequence[Document], others: Sequence[Document] = ()) -> Iterator[Mention]:
    """The mentions that no entry accounts for, except those of retired entries."""
    _, mentions = mentions_of(draft, documents, others)
    provenance = ProvenanceIndex(draft.nodes.values(), draft.history, mentions.lines)
    for document in documents:
        for mention in mentions.of_document[document.id]:
            if needs_entry(mention) and not provenance.at_line(mention, mentions.beside(mention)) and not provenance.is_retired(mention):
                yield mention

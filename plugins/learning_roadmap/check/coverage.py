"""Check that the roadmap covers every item of the documents, and that every provenance points at its words."""

from collections.abc import Iterator, Sequence

from learning_roadmap.datafile import DataFile, placed_entries, quoted, records, to_plain
from learning_roadmap.diagnostics import Place, Problem, excerpt
from learning_roadmap.merge import Draft, appears, missing_mentions
from learning_roadmap.model import Document, walk_outline
from learning_roadmap.sources import Reading


def uncovered(data: DataFile, readings: Sequence[tuple[Reading, Document]], *, is_all: bool = False) -> Iterator[Problem]:
    """Problems for items without an entry and for stale provenance. ``is_all`` says that ``readings`` has all documents."""
    recorded_documents = {document.id: document for document in data.roadmap.documents}
    for reading, document in readings:
        file = str(reading.path)
        if document.id not in recorded_documents:
            yield Problem(Place(file), "COVER-DOCUMENT", "this document has not been imported", "run 'roadmap import'")
            continue
        if recorded_documents[document.id] != document:
            yield Problem(Place(file), "COVER-OUTLINE", "the document has changed since its last import", "run 'roadmap import'")
    documents = [document for _, document in readings if document.id in recorded_documents]
    files = {document.id: str(reading.path) for reading, document in readings}
    for mention in missing_mentions(Draft(to_plain(data.roadmap)), documents, data.roadmap.documents):
        message = f"no entry covers '{excerpt(mention.term.words)}'"
        place = Place(files[mention.document], mention.line)
        source = f"{{document: {mention.document}, line: {mention.line}, words: {quoted(mention.term.words)}}}"
        fix = f"run 'roadmap import', which adds it; or, if an entry means it, write under its 'named': - {excerpt(source, 200)}"
        yield Problem(place, "COVER-ITEM", message, fix)
    read_ids = {document.id for _, document in readings}
    for block in records(data.tree, "documents"):
        if is_all and block["id"] not in read_ids:
            fix = f"put the file '{excerpt(block['file'])}' into the folder of documents, or correct 'file:' if it has another name"
            yield Problem.at(data.text.file, block.mark, "COVER-SOURCE", f"the source file of the document '{block['id']}' is missing", fix)
    yield from _stale(data, [document for _, document in readings])


def _stale(data: DataFile, documents: Sequence[Document]) -> Iterator[Problem]:
    texts = {document.id: {item.line: item.text for item in walk_outline(document.outline)} for document in documents}
    for entry in placed_entries(data.tree):
        for source in records(entry.block, "named"):
            lines = texts.get(source["document"])
            if lines is None:
                continue
            text = lines.get(int(source["line"]), "")
            if not appears(source["words"], text):
                message = f"line {source['line']} of the document '{source['document']}' does not contain '{excerpt(source['words'])}'"
                there = f"that line is '{excerpt(text)}': " if text else ""
                fix = f"{there}correct the words, or run 'roadmap import' to update the line"
                yield Problem.at(data.text.file, source.mark, "COVER-STALE", message, fix)

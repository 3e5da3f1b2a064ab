"""The whole way of an import: documents are read, merged into the data file's roadmap, and the new text is made."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from learning_roadmap.datafile import DataFile, Plain, create, load, rewrite, to_plain
from learning_roadmap.diagnostics import Place, Problem, ProblemsFound
from learning_roadmap.merge.draft import Draft
from learning_roadmap.merge.entry_fields import fields_of, provenances
from learning_roadmap.merge.merger import Merger
from learning_roadmap.merge.report import Report
from learning_roadmap.model import Document, Roadmap, id_of, walk_outline
from learning_roadmap.model import ItemKind as Kind
from learning_roadmap.project import Source
from learning_roadmap.sources import Reading, read_document

Progress = Callable[[str], None]
MOST_ROUNDS = 5


@dataclass(frozen=True)
class Imported:
    """An import that is ready to be written.

    Attributes:
        data: the data file with the documents in it; the very file that was there when nothing is new.
        is_new: whether there is something to write.
    """

    data: DataFile
    is_new: bool
    report: Report
    readings: tuple[Reading, ...]
    documents: tuple[Document, ...]
    warnings: tuple[Problem, ...]

    @property
    def text(self) -> str:
        """The data file's text."""
        return self.data.text.raw.decode()

    @property
    def roadmap(self) -> Roadmap:
        """The roadmap with the documents in it."""
        return self.data.roadmap


def read_sources(sources: Sequence[Source], progress: Progress = lambda text: None) -> list[tuple[Reading, Document]]:
    """Read all documents.

    Raises:
        ProblemsFound: once, with the problems of all of them.
    """
    found: list[tuple[Reading, Document]] = []
    problems: list[Problem] = []
    for source in sources:
        progress(f"reading {source.path.name}")
        try:
            reading = source.titled(read_document(source.path))
            found.append((reading, source.document(reading)))
        except ProblemsFound as error:
            problems.extend(error.problems)
    seen: dict[str, Path] = {}
    for reading, document in found:
        if document.id in seen:
            message = f"duplicate document id '{document.id}', also used by {seen[document.id].name}"
            problems.append(Problem(Place(str(reading.path)), "ID-DOCUMENT", message, "rename one of the files, or give ids in the manifest"))
        seen.setdefault(document.id, reading.path)
    if problems:
        raise ProblemsFound(problems)
    return found


def import_documents(target: Path, sources: Sequence[Source], progress: Progress = lambda text: None, *, reformat: bool = False) -> Imported:
    """Merge documents into the roadmap at ``target``; nothing is written here.

    Raises:
        ProblemsFound: when a document or the data file is broken, or when the file is not in canonical form and ``reformat`` is not set.
    """
    read = read_sources(sources, progress)
    documents = [document for _, document in read]
    current: DataFile | None = None
    if target.exists() and target.read_bytes().strip():
        progress(f"loading {target.name}")
        current = load(target)
    draft = Draft(to_plain(current.roadmap) if current else _empty(documents))
    draft.lines_now = _lines_now(documents)
    draft, report = _settled(draft, documents, progress)
    _take_documents(draft, documents)
    _state_phases(draft, documents)
    progress("checking the result")
    roadmap = draft.frozen()
    written = rewrite(current, roadmap, reformat=reformat) if current else create(target, roadmap)
    warnings = tuple(warning for reading, _ in read for warning in reading.warnings)
    return Imported(written, current is None or written is not current, report, tuple(reading for reading, _ in read), tuple(documents), warnings)


def _settled(draft: Draft, documents: Sequence[Document], progress: Progress) -> tuple[Draft, Report]:
    """Merge until nothing new comes of it: what one line has become may say what another means, and so a second import changes nothing."""
    report = Merger(draft, documents, progress).merge()
    for _ in range(MOST_ROUNDS):
        draft = draft.once_more()
        known = {(outcome.document, outcome.line, outcome.words, outcome.id) for outcome in report.outcomes}
        more = Merger(draft, documents).merge()
        if not draft.is_changed:
            break
        report.outcomes += [outcome for outcome in more.outcomes if (outcome.document, outcome.line, outcome.words, outcome.id) not in known]
    return draft, report


def _empty(documents: Sequence[Document]) -> Plain:
    title = documents[0].title if documents else "Roadmap"
    return {"format": 1, "id": id_of(title), "title": title}


def _lines_now(documents: Sequence[Document]) -> dict[str, dict[str, set[int]]]:
    found: dict[str, dict[str, set[int]]] = {}
    for document in documents:
        words = found.setdefault(document.id, {})
        for item in walk_outline(document.outline):
            words.setdefault(item.text, set()).add(item.line)
    return found


def _take_documents(draft: Draft, documents: Sequence[Document]) -> None:
    """Put the documents' outlines into the draft, each in the place of its former one."""
    plain_documents = draft.plain.setdefault("documents", [])
    for document in documents:
        plain = document.model_dump(mode="json", exclude_defaults=True)
        at = next((at for at, other in enumerate(plain_documents) if other["id"] == document.id), None)
        if at is None:
            plain_documents.append(plain)
        else:
            plain_documents[at] = plain


def _state_phases(draft: Draft, documents: Sequence[Document]) -> None:
    """A new phase takes goal, duration and level from the document that brought it."""
    new_phases = (node for node in draft.of_kind("phase") if draft.is_fresh(node))
    phases = {(source["document"], source["line"]): fields_of(node) for node in new_phases for source in provenances(node)}
    for document in documents:
        for item in walk_outline(document.outline):
            fields = phases.get((document.id, item.line))
            if fields is None:
                continue
            if item.level:
                fields.setdefault("level", item.level.lower())
            for inner in item.items:
                if inner.kind is Kind.DURATION:
                    fields.setdefault("duration", inner.text)
                elif inner.kind is Kind.GOAL:
                    fields.setdefault("goal", inner.text)

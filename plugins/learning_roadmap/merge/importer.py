"""A complete import: read documents, merge them into the roadmap, and make the new text of the data file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from learning_roadmap.datafile import DataFile, Plain, create, load_with_gaps, rewrite, to_plain
from learning_roadmap.diagnostics import Place, Problem, ProblemsFound
from learning_roadmap.merge.draft import Draft
from learning_roadmap.merge.entry_fields import fields_of, provenances
from learning_roadmap.merge.merger import Merger, Progress
from learning_roadmap.merge.report import Report
from learning_roadmap.model import FORMAT, Document, Roadmap, id_of, walk_outline
from learning_roadmap.model import ItemKind as Kind
from learning_roadmap.project import Source
from learning_roadmap.sources import Reading, read_document

MAX_ROUNDS = 5


@dataclass(frozen=True)
class Imported:
    """A finished import.

    Attributes:
        data: the data file with the documents; the same object as before if nothing is new.
        is_new: whether there is something to write.
        former: the data file before; None for a new one.
    """

    data: DataFile
    is_new: bool
    report: Report
    readings: tuple[Reading, ...]
    documents: tuple[Document, ...]
    warnings: tuple[Problem, ...]
    former: DataFile | None = None

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
        ProblemsFound: with the problems of all documents.
    """
    readings: list[tuple[Reading, Document]] = []
    problems: list[Problem] = []
    for source in sources:
        progress(f"reading {source.path.name}")
        try:
            reading = source.titled(read_document(source.path))
            readings.append((reading, source.document(reading)))
        except ProblemsFound as error:
            problems.extend(error.problems)
    seen: dict[str, Path] = {}
    for reading, document in readings:
        if document.id in seen:
            message = f"duplicate document id '{document.id}', also used by {seen[document.id].name}"
            problems.append(Problem(Place(str(reading.path)), "ID-DOCUMENT", message, "rename one of the files, or give ids in the manifest"))
        seen.setdefault(document.id, reading.path)
    if problems:
        raise ProblemsFound(problems)
    return readings


def import_documents(target: Path, sources: Sequence[Source], progress: Progress = lambda text: None, *, reformat: bool = False) -> Imported:
    """Merge documents into the roadmap at ``target``. Writes nothing.

    Entries that others refer to may be missing in it, if the documents have them.

    Raises:
        ProblemsFound: when a document or the data file is invalid, or the file is not in canonical form and ``reformat`` is not set.
    """
    readings = read_sources(sources, progress)
    documents = [document for _, document in readings]
    current: DataFile | None = None
    gaps: tuple[Problem, ...] = ()
    if target.exists() and target.read_bytes().strip():
        progress(f"loading {target.name}")
        current, gaps = load_with_gaps(target)
    draft = Draft(to_plain(current.roadmap) if current else _empty_roadmap(documents))
    draft, report = _merge_until_stable(draft, documents, current.roadmap.documents if current else (), progress)
    _put_outlines(draft, documents)
    _fill_phases(draft, documents)
    progress("checking the result")
    roadmap = draft.frozen()
    try:
        written = rewrite(current, roadmap, reformat=reformat) if current else create(target, roadmap)
    except ProblemsFound as error:
        raise ProblemsFound(gaps if gaps and any(problem.code == "REF-UNKNOWN" for problem in error.problems) else error.problems) from None
    if gaps and written is current:  # the documents do not have the entries that are missing
        raise ProblemsFound(gaps)
    warnings = tuple(warning for reading, _ in readings for warning in reading.warnings)
    return Imported(
        data=written,
        is_new=current is None or written is not current,
        report=report,
        readings=tuple(reading for reading, _ in readings),
        documents=tuple(documents),
        warnings=warnings,
        former=current,
    )


def _merge_until_stable(draft: Draft, documents: Sequence[Document], others: Sequence[Document], progress: Progress) -> tuple[Draft, Report]:
    """Merge until nothing changes. A new entry can decide how another line matches; repeating makes imports idempotent."""
    report = Merger(draft, documents, progress, others).merge()
    for _ in range(MAX_ROUNDS):
        draft = draft.once_more()
        seen = {(outcome.document, outcome.line, outcome.words, outcome.id) for outcome in report.outcomes}
        next_report = Merger(draft, documents, others=others).merge()
        if not draft.is_changed:
            break
        report.outcomes += [outcome for outcome in next_report.outcomes if (outcome.document, outcome.line, outcome.words, outcome.id) not in seen]
    return draft, report


def _empty_roadmap(documents: Sequence[Document]) -> Plain:
    title = documents[0].title if documents else "Roadmap"
    return {"format": FORMAT, "id": id_of(title), "title": title}


def _put_outlines(draft: Draft, documents: Sequence[Document]) -> None:
    """Put the documents' outlines into the draft, replacing earlier ones."""
    plain_documents = draft.plain.setdefault("documents", [])
    for document in documents:
        plain = document.model_dump(mode="json", exclude_defaults=True)
        position = next((position for position, other in enumerate(plain_documents) if other["id"] == document.id), None)
        if position is None:
            plain_documents.append(plain)
        else:
            plain_documents[position] = plain


def _fill_phases(draft: Draft, documents: Sequence[Document]) -> None:
    """Set goal, duration and level of new phases from their documents."""
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

"""The whole way of an import: documents are read, merged into the data file's roadmap, and the new text is made."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from learning_roadmap.datafile import DataFile, Editor, load, parse, to_plain, write_roadmap
from learning_roadmap.diagnostics import Problem, ProblemsFound
from learning_roadmap.merge.draft import Added, Draft, Moved, Named, Plain
from learning_roadmap.merge.merger import Merger
from learning_roadmap.merge.report import Report
from learning_roadmap.model import Document, Roadmap, id_of, walk_outline
from learning_roadmap.model import ItemKind as Kind
from learning_roadmap.project import Source
from learning_roadmap.sources import Reading, read_document
from learning_roadmap.text import decode

Progress = Callable[[str], None]
MOST_ROUNDS = 5


@dataclass(frozen=True)
class Imported:
    """An import that is ready to be written.

    Attributes:
        text: the data file's new text; the old one, byte for byte, when nothing is new.
    """

    text: str
    roadmap: Roadmap
    report: Report
    readings: tuple[Reading, ...]
    documents: tuple[Document, ...]
    warnings: tuple[Problem, ...]


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
            message = f"the document id '{document.id}' is also that of {seen[document.id].name}"
            problems.append(Problem(str(reading.path), 1, 1, "ID-DOCUMENT", message, "rename a file, or give ids in the manifest"))
        seen.setdefault(document.id, reading.path)
    if problems:
        raise ProblemsFound(problems)
    return found


def import_documents(target: Path, sources: Sequence[Source], progress: Progress = lambda text: None) -> Imported:
    """Merge documents into the roadmap at ``target``; nothing is written here.

    Raises:
        ProblemsFound: when a document or the data file is broken.
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
    changed = _take_documents(draft, documents)
    _state_phases(draft, documents)
    progress("checking the result")
    roadmap = Roadmap.model_validate(draft.plain)
    text = _edited(current, draft, changed) if current else write_roadmap(roadmap)
    _prove(text, roadmap, target)
    warnings = tuple(warning for reading, _ in read for warning in reading.warnings)
    return Imported(text, roadmap, report, tuple(reading for reading, _ in read), tuple(documents), warnings)


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


def _edited(current: DataFile, draft: Draft, changed: Sequence[str]) -> str:
    """The data file's text with what the merge has changed, and the outlines of the documents that have."""
    editor = Editor(current)
    for change in draft.changes:
        match change:
            case Added(owner, list_name, entry):
                editor.add(owner, list_name, entry)
            case Named(id, source):
                editor.add(id, "named", source)
            case Moved(id, document, words, old, new):
                editor.move(id, document, words, old, new)
    for document in draft.plain["documents"]:
        if document["id"] in changed:
            editor.put_document(document)
    return editor.text()


def _prove(text: str, roadmap: Roadmap, target: Path) -> None:
    """Read the new text once more: it must say just what was merged, whatever the layout it was put into.

    Raises:
        ProblemsFound: when it does not; then nothing may be written.
    """
    try:
        if parse(decode(text.encode(), str(target)), target).roadmap == roadmap:
            return
    except ProblemsFound as error:
        first = error.problems[0]
        what = f"the import does not fit into the layout of this file ({first.code} in line {first.line} of the result)"
    else:
        what = "the import does not fit into the layout of this file"
    fix = "write its lists one entry to a line, as in the data file's documentation, and import again"
    raise ProblemsFound([Problem(str(target), 1, 1, "EDIT", what, fix)])


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


def _take_documents(draft: Draft, documents: Sequence[Document]) -> list[str]:
    """Put the documents' outlines into the draft; the ids of those that are new or have changed."""
    held = draft.plain.setdefault("documents", [])
    changed = []
    for document in documents:
        plain = document.model_dump(mode="json", exclude_defaults=True)
        at = next((at for at, other in enumerate(held) if other["id"] == document.id), None)
        if at is None:
            held.append(plain)
        elif held[at] == plain:
            continue
        else:
            held[at] = plain
        changed.append(document.id)
    return changed


def _state_phases(draft: Draft, documents: Sequence[Document]) -> None:
    """A new phase takes goal, duration and level from the document that brought it."""
    fresh = {(s["document"], s["line"]): node for node in draft.of_kind("phase") if draft.is_fresh(node) for s in node.entry.get("named", ())}
    for document in documents:
        for item in walk_outline(document.outline):
            node = fresh.get((document.id, item.line))
            if node is None:
                continue
            if item.level:
                node.entry.setdefault("level", item.level.lower())
            for inner in item.items:
                if inner.kind in (Kind.DURATION, Kind.GOAL):
                    node.entry.setdefault(inner.kind.value, inner.text)

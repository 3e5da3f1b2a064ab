"""Apply a suggestion to the files, with the same commands and checks that people use."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import ValidationError

from learning_roadmap import edit
from learning_roadmap.check import CheckResult, check_text
from learning_roadmap.datafile import DataFile, load, number_of_hours, one_line, rejections
from learning_roadmap.diagnostics import FormAnswer, Place, Problem, ProblemsFound
from learning_roadmap.diff import Change, compare
from learning_roadmap.merge import import_documents
from learning_roadmap.model import id_of, slug
from learning_roadmap.project import MANIFEST, Listed, Source, find_sources, read_manifest
from learning_roadmap.suggestions.fields import located_in_form
from learning_roadmap.suggestions.form import IssueForm, rows, unfenced
from learning_roadmap.text import decode


@dataclass(frozen=True)
class Applied:
    """The result of a suggestion: the new text of each file, messages, findings, and the changes for learners."""

    files: dict[Path, str]
    messages: tuple[str, ...]
    findings: CheckResult
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Paths:
    """The paths of the data file and of the folder of documents."""

    data: Path
    sources: Path


def apply(form: IssueForm, answers: dict[str, str], paths: Paths) -> Applied:
    """The change that the answers of a form request. Writes nothing.

    Raises:
        ProblemsFound: with every problem that prevents the change.
    """
    if form.kind == "document":
        return _add_document(form, answers, paths)
    before = load(paths.data)
    session = edit.EditSession(before)
    try:
        CHANGES[form.kind](session, answers)
        # People who fill in a form do not see the format of the file.
        edited = session.finish(reformat=True)
    except ProblemsFound as error:
        raise ProblemsFound(located_in_form(problem, form, answers) for problem in error.problems) from None
    findings = CheckResult((), edited.warnings, data=edited.data)
    return Applied({paths.data: edited.data.text.raw.decode()}, edited.messages, findings, _changes(before, findings, form))


def _changes(before: DataFile, findings: CheckResult, form: IssueForm) -> tuple[Change, ...]:
    """What changes for learners.

    Raises:
        ProblemsFound: when nothing changes.
    """
    if findings.data is not None and (changes := compare(before.tree, findings.data.tree)):
        return tuple(changes)
    fix = "edit the issue and say what should change, or close it"
    raise _refusal(form.fields[0].label, "this would change nothing: the roadmap already says this", fix)


def _refusal(label: str, message: str, fix: str, code: str = "FORM-FIELD") -> ProblemsFound:
    return ProblemsFound([Problem(FormAnswer(label), code, message, fix)])


def _add_topic(session: edit.EditSession, answers: dict[str, str]) -> None:
    needs = []
    for row in rows(answers["needs"]):
        topic, _, reason = row.partition(":")
        needs.append({"topic": topic.strip()} | ({"reason": reason.strip()} if reason.strip() else {}))
    lists = {"also": rows(answers["also"]), "read": [{"resource": row} for row in rows(answers["resources"])], "needs": needs}
    edit.add(session, "topic", answers["title"], answers["place"], summary=answers["summary"], hours=number_of_hours(answers["hours"]), **lists)


def _add_resource(session: edit.EditSession, answers: dict[str, str]) -> None:
    for kind, field, label in (("paper", "provider", "Offered by"), ("resource", "year", "Year")):
        if answers[field] and kind == ("paper" if answers["kind"] == "paper" else "resource"):
            explanation = "papers have authors instead" if kind == "paper" else "only papers have a year"
            raise _refusal(label, f"this field does not apply to '{answers['kind']}': {explanation}", "edit the issue, and leave this field empty")
    fields = {"url": answers["url"], "authors": rows(answers["authors"]), "topics": rows(answers["topics"])}
    if answers["kind"] == "paper":
        edit.add(session, "paper", answers["title"], None, **fields, year=answers["year"])
    else:
        edit.add(session, "resource", answers["title"], None, **fields, kind=answers["kind"], provider=answers["provider"])


def _fix_entry(session: edit.EditSession, answers: dict[str, str]) -> None:
    change, entry, lines, reason = answers["change"], answers["entry"], rows(answers["to"]), answers["reason"] or None
    if change == "Something else":
        raise session.problem("CHANGE", "FORM-PERSON", "this needs a decision by a maintainer", "wait for a maintainer")
    if change == "Correct the summary":
        lines = [" ".join(answers["to"].split())] if answers["to"] else []  # a text is one line
    if change == "Split":
        if len(lines) < 2:
            message, fix = f"expected at least 2 lines, found {len(lines)}", "edit the issue, and write the new titles here, one per line"
            raise session.problem("--to", "FORM-FIELD", message, fix)
    elif change == "Retire" and lines:
        fix = "edit the issue, and leave this field empty; or choose another change, if something takes its place"
        raise session.problem("--to", "FORM-FIELD", f"expected no answer, found {_lines(lines)}", fix)
    elif change != "Retire" and len(lines) != 1:
        fix = f"edit the issue, and write {NEEDED[change]} here" + (", in one line and nothing else" if lines else "")
        raise session.problem("--to", "FORM-FIELD", f"expected 1 line, found {_lines(lines)}", fix)
    match change:
        case "Rename":
            edit.rename(session, entry, lines[0])
        case "Move":
            edit.move(session, entry, to=lines[0])
        case "Merge":
            edit.merge(session, entry, lines[0], reason)
        case "Split":
            edit.split(session, entry, lines, reason)
        case "Retire":
            edit.retire(session, entry, reason)
        case _:
            field, found = CORRECTED[change], session.find(entry)
            edit.set_field(session, f"{found.kind}:{found.id}", field, [number_of_hours(lines[0]) if field == "hours" else lines[0]])


def _lines(lines: list[str]) -> str:
    return "none" if not lines else f"{len(lines)} line{'s' if len(lines) > 1 else ''}"


# The field that a correction changes, and what each change needs to know.
CORRECTED = {"Correct the web address": "url", "Correct the summary": "summary", "Correct the hours": "hours"}
NEEDED = {
    "Rename": "the new title", "Move": "the title of the section or topic that it belongs to", "Merge": "the title of the other entry",
    "Correct the web address": "the new address", "Correct the summary": "the new summary", "Correct the hours": "the number of hours",
}  # fmt: skip
CHANGES: dict[str, Callable[[edit.EditSession, dict[str, str]], None]] = {"topic": _add_topic, "resource": _add_resource, "fix": _fix_entry}


def _add_document(form: IssueForm, answers: dict[str, str], paths: Paths) -> Applied:
    before = load(paths.data)
    name = slug(answers["title"])
    file, manifest = paths.sources / f"{name}.md", paths.sources / MANIFEST
    if file.exists() or any(name == listed.id for listed in read_manifest(manifest).documents):
        raise _refusal("Title", f"the document '{name}' already exists", "choose another title")
    try:
        entry = Listed(id=name, file=file.name, title=answers["title"])
    except ValidationError as error:
        raise ProblemsFound(
            Problem(FormAnswer("Title"), code, message, "choose another title" if code == "SCH-ID" else fix)
            for _, (code, message, fix) in rejections(error)
        ) from None
    text = unfenced(answers["text"]).rstrip("\n") + "\n"
    with TemporaryDirectory() as folder:
        temporary = Path(folder) / file.name
        temporary.write_text(text, encoding="utf-8")
        try:
            imported = import_documents(paths.data, [Source(temporary, entry)], reformat=True)
        except ProblemsFound as error:
            raise ProblemsFound(
                replace(problem, location=FormAnswer("Text")) if problem.file == str(temporary) else problem for problem in error.problems
            ) from None
        warnings = [replace(warning, location=Place(str(file), warning.line, warning.column)) for warning in imported.warnings]
    result = check_text(decode(imported.text.encode(), str(paths.data)), paths.data)
    if result.errors:
        raise ProblemsFound(replace(problem, location=FormAnswer("Title or Text")) for problem in result.errors)
    files = {paths.data: imported.text, file: text}
    files[manifest] = _manifest_with(entry, manifest)
    counts = imported.report.summaries().get(name, "")
    findings = CheckResult((), (*result.warnings, *warnings), data=result.data)
    return Applied(files, (f"document '{name}' ({answers['title']}): {counts}",), findings, _changes(before, findings, form))


def _manifest_with(entry: Listed, manifest: Path) -> str:
    """The manifest with a document at its end; a new one lists all others first, in the order in which they are merged without it.

    Without an entry, the document would have another title at the next import: that of its first heading.
    """
    if manifest.exists():
        text = manifest.read_text(encoding="utf-8").rstrip("\n") + "\n"
    else:
        others = [source.path for source in find_sources(manifest.parent)]
        text = "documents:\n" + "".join(f"- id: {one_line(id_of(path.stem))}\n  file: {one_line(path.name)}\n" for path in others)
    return f"{text}- id: {one_line(entry.id)}\n  file: {one_line(entry.file)}\n  title: {one_line(entry.title or '')}\n"

"""Apply a suggestion to the files, with the same commands and checks that people use."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import ValidationError

from learning_roadmap import edit
from learning_roadmap.check import CheckResult, check_text
from learning_roadmap.datafile import DataFile, load, one_line, rejections
from learning_roadmap.diagnostics import FormField, Place, Problem, ProblemsFound
from learning_roadmap.diff import Change, compare
from learning_roadmap.merge import import_documents
from learning_roadmap.model import slug
from learning_roadmap.project import MANIFEST, Listed, Source, read_manifest
from learning_roadmap.suggestions.fields import named
from learning_roadmap.suggestions.form import Form, rows, unfenced
from learning_roadmap.text import decode


@dataclass(frozen=True)
class Applied:
    """What a suggestion comes to: the new text of each file, what was done in words, its warnings, and what changes for learners."""

    files: dict[Path, str]
    said: tuple[str, ...]
    findings: CheckResult
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Paths:
    """Where the data file and the documents are."""

    data: Path
    sources: Path


def apply(form: Form, given: dict[str, str], paths: Paths) -> Applied:
    """The change that the answers of a form ask for. Nothing is written.

    Raises:
        ProblemsFound: with everything that stands in its way.
    """
    if form.kind == "document":
        return _document(form, given, paths)
    before = load(paths.data)
    session = edit.EditSession(before)
    try:
        CHANGES[form.kind](session, given)
        # Whoever fills in a form has no say in the form of the file.
        edited = session.finish(reformat=True)
    except ProblemsFound as found:
        raise ProblemsFound(named(problem, form, given) for problem in found.problems) from None
    findings = CheckResult((), edited.warnings, edited.data)
    return Applied({paths.data: edited.data.text.raw.decode()}, edited.messages, findings, _changes(before, findings, form))


def _changes(before: DataFile, findings: CheckResult, form: Form) -> tuple[Change, ...]:
    """What changes for learners.

    Raises:
        ProblemsFound: when nothing does, for then there is nothing to propose.
    """
    if findings.data is not None and (found := compare(before.tree, findings.data.tree)):
        return tuple(found)
    fix = "edit the issue and say what should change, or close it"
    raise _refusal(form.fields[0].label, "this changes nothing: the roadmap already says so", fix)


def _refusal(label: str, message: str, fix: str, code: str = "FORM-FIELD") -> ProblemsFound:
    return ProblemsFound([Problem(FormField(label), code, message, fix)])


def _topic(session: edit.EditSession, given: dict[str, str]) -> None:
    needs = []
    for row in rows(given["needs"]):
        topic, _, reason = row.partition(":")
        needs.append({"topic": topic.strip()} | ({"reason": reason.strip()} if reason.strip() else {}))
    lists = {"also": rows(given["also"]), "resources": rows(given["resources"]), "needs": needs}
    edit.add(session, "topic", given["title"], given["place"], summary=given["summary"], hours=given["hours"], **lists)


def _resource(session: edit.EditSession, given: dict[str, str]) -> None:
    for kind, id, label in (("paper", "provider", "Offered by"), ("resource", "year", "Year")):
        if given[id] and kind == ("paper" if given["kind"] == "paper" else "resource"):
            other = "it has authors" if kind == "paper" else "only papers have one"
            raise _refusal(label, f"a {given['kind']} has no such field: {other}", "edit the issue, and leave this field empty")
    both = {"url": given["url"], "authors": rows(given["authors"]), "topics": rows(given["topics"])}
    if given["kind"] == "paper":
        edit.add(session, "paper", given["title"], None, **both, year=given["year"])
    else:
        edit.add(session, "resource", given["title"], None, **both, kind=given["kind"], provider=given["provider"])


def _fix(session: edit.EditSession, given: dict[str, str]) -> None:
    entry, to, reason = given["entry"], rows(given["to"]), given["reason"] or None
    wants = {"Retire": 0, "Split": 2}.get(given["change"], 1)
    if given["change"] == "Something else":
        raise _refusal("Change", "this needs a maintainer", "a maintainer will look at it", "FORM-PERSON")
    if wants and len(to) < wants:
        fix = "edit the issue, and fill in the field 'New title, place, or other entry'"
        raise _refusal("New title, place, or other entry", f"{wants - len(to)} more line is needed here", fix)
    if given["change"] != "Split" and len(to) > wants:
        fix = "edit the issue, and remove the other lines"
        raise _refusal("New title, place, or other entry", f"expected {wants or 'no'} line here, found {len(to)}", fix)
    match given["change"]:
        case "Rename":
            edit.rename(session, entry, to[0])
        case "Move":
            edit.move(session, entry, to=to[0])
        case "Merge":
            edit.merge(session, entry, to[0], reason)
        case "Split":
            edit.split(session, entry, to, reason)
        case _:
            edit.retire(session, entry, reason)


CHANGES: dict[str, Callable[[edit.EditSession, dict[str, str]], None]] = {"topic": _topic, "resource": _resource, "fix": _fix}


def _document(form: Form, given: dict[str, str], paths: Paths) -> Applied:
    before = load(paths.data)
    name = slug(given["title"])
    file, manifest = paths.sources / f"{name}.md", paths.sources / MANIFEST
    if file.exists() or any(name == entry.id for entry in read_manifest(manifest).documents):
        raise _refusal("Title", f"the document '{name}' already exists", "choose another title")
    try:
        listed = Listed(id=name, file=file.name, title=given["title"])
    except ValidationError as error:
        raise ProblemsFound(
            Problem(FormField("Title"), code, message, "choose another title" if code == "SCH-ID" else fix)
            for _, (code, message, fix) in rejections(error)
        ) from None
    text = unfenced(given["text"]).rstrip("\n") + "\n"
    with TemporaryDirectory() as folder:
        place = Path(folder) / file.name
        place.write_text(text, encoding="utf-8")
        try:
            done = import_documents(paths.data, [Source(place, listed)], reformat=True)
        except ProblemsFound as found:
            raise ProblemsFound(
                replace(problem, location=FormField("Text")) if problem.file == str(place) else problem for problem in found.problems
            ) from None
        warnings = [replace(warning, location=Place(str(file), warning.line, warning.column)) for warning in done.warnings]
    checked = check_text(decode(done.text.encode(), str(paths.data)), paths.data)
    if checked.errors:
        raise ProblemsFound(replace(problem, location=FormField("Title or Text")) for problem in checked.errors)
    files = {paths.data: done.text, file: text}
    if manifest.exists():
        record = f"- id: {name}\n  file: {one_line(file.name)}\n  title: {one_line(given['title'])}\n"
        files[manifest] = manifest.read_text(encoding="utf-8").rstrip("\n") + "\n" + record
    counts = ", ".join(f"{count} {how}" for how, count in sorted(done.report.counts().get(name, {}).items()))
    findings = CheckResult((), (*checked.warnings, *warnings), checked.data)
    return Applied(files, (f"document '{name}' ({given['title']}): {counts}",), findings, _changes(before, findings, form))

"""A suggestion becomes a change of the files: with the same commands that people type, and the same checks."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import ValidationError

from learning_roadmap import edit
from learning_roadmap.check import CheckResult, check_text
from learning_roadmap.datafile import DataFile, load, one_line, words_for
from learning_roadmap.diagnostics import Problem, ProblemsFound
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
    """Make the change that the answers of a form ask for; nothing is written here.

    Raises:
        ProblemsFound: with everything that stands in its way.
    """
    if form.kind == "document":
        return _document(form, given, paths)
    before = load(paths.data)
    work = edit.Working(before)
    text = None
    try:
        text = CHANGES[form.kind](work, given)
        done = work.finish(text)
    except ProblemsFound as found:
        raise ProblemsFound(named(problem, form, given, text) for problem in found.problems) from None
    return Applied({paths.data: done.text}, done.said, done.findings, _changes(before, done.findings, form))


def _changes(before: DataFile, findings: CheckResult, form: Form) -> tuple[Change, ...]:
    """What changes for learners.

    Raises:
        ProblemsFound: when nothing does, for then there is nothing to propose.
    """
    if findings.data is not None and (found := compare(before.tree, findings.data.tree)):
        return tuple(found)
    fix = "edit the issue and say what should be otherwise, or close it"
    raise ProblemsFound([Problem(form.fields[0].label, 1, 1, "FORM-FIELD", "this changes nothing: the roadmap says it already", fix)])


def _topic(work: edit.Working, given: dict[str, str]) -> str | None:
    needs = []
    for row in rows(given["needs"]):
        topic, _, reason = row.partition(":")
        needs.append({"topic": topic.strip()} | ({"reason": reason.strip()} if reason.strip() else {}))
    lists = {"also": rows(given["also"]), "resources": rows(given["resources"]), "needs": needs}
    return edit.add(work, "topic", given["title"], given["place"], summary=given["summary"], hours=given["hours"], **lists)


def _resource(work: edit.Working, given: dict[str, str]) -> str | None:
    for kind, id, label in (("paper", "provider", "Offered by"), ("resource", "year", "Year")):
        if given[id] and kind == ("paper" if given["kind"] == "paper" else "resource"):
            other = "it has authors" if kind == "paper" else "only papers have one"
            raise work.problem(label, "FORM-FIELD", f"a {given['kind']} has no such field: {other}", "edit the issue, and leave it empty")
    both = {"url": given["url"], "authors": rows(given["authors"]), "topics": rows(given["topics"])}
    if given["kind"] == "paper":
        return edit.add(work, "paper", given["title"], None, **both, year=given["year"])
    return edit.add(work, "resource", given["title"], None, **both, kind=given["kind"], provider=given["provider"])


def _fix(work: edit.Working, given: dict[str, str]) -> str | None:
    entry, to, reason = given["entry"], rows(given["to"]), given["reason"] or None
    wants = {"Retire it": 0, "It should be two": 2}.get(given["change"], 1)
    if given["change"] == "Something else":
        raise work.problem("What should happen", "FORM-PERSON", "this is for a person to do", "a maintainer will look at it")
    if wants and len(to) < wants:
        fix = "edit the issue, and fill in the field 'New title, place, or other entry'"
        raise work.problem("New title, place, or other entry", "FORM-FIELD", f"{wants - len(to)} more line is wanted here", fix)
    if given["change"] != "It should be two" and len(to) > wants:
        fix = "edit the issue, and leave out the rest"
        raise work.problem("New title, place, or other entry", "FORM-FIELD", f"{wants or 'no'} line is wanted here, and there are {len(to)}", fix)
    match given["change"]:
        case "Call it otherwise":
            edit.rename(work, entry, to[0])
        case "Move it to another place":
            edit.move(work, entry, to=to[0])
        case "It is the same as another":
            edit.merge(work, entry, to[0], reason)
        case "It should be two":
            edit.split(work, entry, to, reason)
        case _:
            edit.retire(work, entry, reason)
    return None


CHANGES: dict[str, Callable[[edit.Working, dict[str, str]], str | None]] = {"topic": _topic, "resource": _resource, "fix": _fix}


def _document(form: Form, given: dict[str, str], paths: Paths) -> Applied:
    before = load(paths.data)
    name = slug(given["title"])
    file, manifest = paths.sources / f"{name}.md", paths.sources / MANIFEST
    if file.exists() or any(name == entry.id for entry in read_manifest(manifest).documents):
        raise ProblemsFound([Problem("Title", 1, 1, "FORM-FIELD", f"there is a document '{name}' already", "give it another title")])
    try:
        listed = Listed(id=name, file=file.name, title=given["title"])
    except ValidationError as error:
        found = [words_for(detail) for detail in error.errors(include_url=False)]
        raise ProblemsFound(
            Problem("Title", 1, 1, code, what, "give it another title" if code == "SCH-ID" else fix) for code, what, fix in found
        ) from None
    text = unfenced(given["text"]).rstrip("\n") + "\n"
    with TemporaryDirectory() as folder:
        place = Path(folder) / file.name
        place.write_text(text, encoding="utf-8")
        try:
            done = import_documents(paths.data, [Source(place, listed)])
        except ProblemsFound as found:
            raise ProblemsFound(replace(problem, file=problem.file.replace(str(place), "Text")) for problem in found.problems) from None
        warnings = [replace(warning, file=str(file)) for warning in done.warnings]
    checked = check_text(decode(done.text.encode(), str(paths.data)), paths.data)
    if checked.errors:
        raise ProblemsFound(replace(problem, file="Title or Text") for problem in checked.errors)
    files = {paths.data: done.text, file: text}
    if manifest.exists():
        record = f"- id: {name}\n  file: {one_line(file.name)}\n  title: {one_line(given['title'])}\n"
        files[manifest] = manifest.read_text(encoding="utf-8").rstrip("\n") + "\n" + record
    counts = ", ".join(f"{count} {how}" for how, count in sorted(done.report.counts().get(name, {}).items()))
    findings = CheckResult((), (*checked.warnings, *warnings), checked.data)
    return Applied(files, (f"document '{name}' ({given['title']}): {counts}",), findings, _changes(before, findings, form))

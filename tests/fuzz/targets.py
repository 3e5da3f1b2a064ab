"""The functions that get random inputs, and what must hold for each."""

from collections.abc import Callable
from pathlib import Path

from learning_roadmap.check.run import check_text
from learning_roadmap.datafile import parse
from learning_roadmap.datafile.canonical import canonical
from learning_roadmap.diagnostics.problem import ProblemsFound
from learning_roadmap.merge.importer import import_documents
from learning_roadmap.project.manifest import Source
from learning_roadmap.suggestions.application import Paths, apply
from learning_roadmap.suggestions.event import read_event
from learning_roadmap.suggestions.form import answers
from learning_roadmap.text.decode import decode
from tests.suggestions.forms import FORMS


class Broken(Exception):
    """A property that does not hold."""


def data_file(raw: bytes, folder: Path) -> None:
    """It is read or refused; what is read has a canonical form that says the same and stays as it is."""
    path = folder / "roadmap.yml"
    text = decode(raw, str(path))
    check_text(text, path)
    data = parse(text, path)
    once = canonical(data)
    again = parse(decode(once.encode(), str(path)), path)
    if again.roadmap != data.roadmap or canonical(again) != once:
        raise Broken("the canonical form says something else, or changes once more")


def document(raw: bytes, folder: Path) -> None:
    """It is imported or refused; a second import changes nothing."""
    source, target = folder / "document.md", folder / "merged.yml"
    source.write_bytes(raw)
    target.unlink(missing_ok=True)
    target.write_bytes(import_documents(target, [Source(source)]).text.encode())
    if import_documents(target, [Source(source)]).text.encode() != target.read_bytes():
        raise Broken("a second import changes the file")


def suggestion(raw: bytes, folder: Path) -> None:
    """It is carried out or refused; what is carried out loads."""
    path = folder / "event.json"
    path.write_bytes(raw)
    issue = read_event(path)
    if issue.kind not in FORMS:
        return
    done = apply(FORMS[issue.kind], answers(FORMS[issue.kind], issue.text, issue.name), Paths(folder / "base.yml", folder))
    if done.findings.data is None:
        raise Broken("what came of it does not load")


TARGETS: dict[str, Callable[[bytes, Path], None]] = {"data file": data_file, "document": document, "suggestion": suggestion}


def refused(target: Callable[[bytes, Path], None], raw: bytes, folder: Path) -> bool:
    """Whether an input was refused, with words for people.

    Raises:
        Exception: whatever else comes of it, for that is a finding.
    """
    try:
        target(raw, folder)
    except ProblemsFound as found:
        if not found.problems:
            raise Broken("refused without a word") from None
        return True
    return False

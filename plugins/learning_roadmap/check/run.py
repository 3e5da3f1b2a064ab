"""All checks of a data file in one run: loading it, the rules beyond that, and the documents it was made of."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from learning_roadmap.check.base import Base
from learning_roadmap.check.coverage import uncovered
from learning_roadmap.check.duplicates import doubles
from learning_roadmap.check.id_stability import id_problems
from learning_roadmap.check.texts import odd_texts
from learning_roadmap.check.urls import odd_addresses
from learning_roadmap.datafile import MAX_BYTES, Block, DataFile, examine, placed_entries
from learning_roadmap.diagnostics import Findings, Problem, ProblemsFound, is_error
from learning_roadmap.merge import read_sources
from learning_roadmap.project import Source
from learning_roadmap.text import Text, read_text


@dataclass(frozen=True)
class CheckResult(Findings):
    """What a check has found. ``data`` is there when the file can be loaded."""

    data: DataFile | None = None


def check(
    path: Path, base: Base | None = None, sources: Sequence[Source] | None = None, progress: Callable[[str], None] = lambda text: None
) -> CheckResult:
    """Check a data file, against an earlier state of it and against the documents it was made of, where they are given."""
    try:
        text = read_text(path, MAX_BYTES)
    except ProblemsFound as problems:
        return CheckResult(problems.problems, ())
    progress("looking at ids, texts and addresses")
    found = check_text(text, path, base)
    if found.data is None or (not sources and not found.data.roadmap.documents) or sources is None:
        return found
    errors, warnings = set(found.errors), set(found.warnings)
    try:
        read = read_sources(sources, progress)
        errors.update(uncovered(found.data, read, is_all=True))
        warnings.update(warning for reading, _ in read for warning in reading.warnings)
    except ProblemsFound as problems:
        errors.update(problems.problems)
    return CheckResult(tuple(sorted(errors)), tuple(sorted(warnings)), found.data)


def check_text(text: Text, path: Path, base: Base | None = None) -> CheckResult:
    """Check a data file's text, without the documents."""
    examined = examine(text)
    errors, warnings = set(examined.errors), set(examined.warnings)
    if examined.tree is not None:
        for problem in _beyond_loading(examined.tree, text.file, base.tree if base else None):
            (errors if is_error(problem) else warnings).add(problem)
    data = None if examined.errors else examined.data(text, path)
    return CheckResult(tuple(sorted(errors)), tuple(sorted(warnings)), data)


def _beyond_loading(tree: Block, file: str, base: Block | None) -> Iterator[Problem]:
    entries = list(placed_entries(tree))
    yield from odd_texts(tree, file)
    yield from odd_addresses(entries, file)
    known = frozenset(entry.id for entry in placed_entries(base) if entry.id) if base is not None else None
    yield from doubles(entries, file, known)
    if base is not None:
        yield from id_problems(tree, base, file)

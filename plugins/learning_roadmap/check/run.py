"""All checks of a data file in one run: loading it, further rules, and coverage of its documents."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from learning_roadmap.check.base import Base
from learning_roadmap.check.coverage import uncovered
from learning_roadmap.check.days import day_problems
from learning_roadmap.check.duplicates import duplicate_problems
from learning_roadmap.check.id_stability import id_problems
from learning_roadmap.check.teaching import teaching_problems
from learning_roadmap.check.texts import level_problems, text_problems
from learning_roadmap.check.urls import url_problems
from learning_roadmap.datafile import MAX_BYTES, Block, DataFile, deviation_of, examine, placed_entries
from learning_roadmap.diagnostics import Findings, Place, Problem, ProblemsFound, is_error
from learning_roadmap.merge import read_sources
from learning_roadmap.model import KINDS
from learning_roadmap.project import Source
from learning_roadmap.text import DecodedText, read_text

MISSPELT_LISTS = frozenset(f"did you mean '{kind.list_name}'?" for kind in KINDS)


@dataclass(frozen=True)
class CheckResult(Findings):
    """The findings of a check. ``data`` is None if the file cannot be loaded."""

    data: DataFile | None = field(default=None, kw_only=True)


def check(
    path: Path,
    base: Base | None = None,
    sources: Sequence[Source] | None = None,
    progress: Callable[[str], None] = lambda text: None,
    today: date | None = None,
) -> CheckResult:
    """Check a data file: also against an earlier version and its documents, if given; and whether its data is out of date ``today``."""
    try:
        text = read_text(path, MAX_BYTES)
    except ProblemsFound as error:
        return CheckResult(error.problems, ())
    progress("checking ids, texts and addresses")
    findings = check_text(text, path, base)
    if findings.data is not None:
        lacks = teaching_problems(findings.data, today)
        findings = replace(findings, warnings=tuple(sorted({*findings.warnings, *lacks})), notes=tuple(_format_notes(findings.data)))
    if findings.data is None or (not sources and not findings.data.roadmap.documents) or sources is None:
        return findings
    errors, warnings = set(findings.errors), set(findings.warnings)
    try:
        readings = read_sources(sources, progress)
        errors.update(uncovered(findings.data, readings, is_all=True))
        warnings.update(warning for reading, _ in readings for warning in reading.warnings)
    except ProblemsFound as error:
        errors.update(error.problems)
    return replace(findings, errors=tuple(sorted(errors)), warnings=tuple(sorted(warnings)))


def _format_notes(data: DataFile) -> Iterator[Problem]:
    """A note if a data file is not in canonical form."""
    if deviation := deviation_of(data):
        lines = "1 line is" if deviation.count == 1 else f"{deviation.count:,} lines are"
        fix = "this fails nothing: 'roadmap fmt' formats the file, now or after the change is merged"
        yield Problem(Place(data.text.file, deviation.first_line), "FMT", f"{lines} not in canonical form, from here on", fix)


def check_text(text: DecodedText, path: Path, base: Base | None = None) -> CheckResult:
    """Check a data file's text, without the documents."""
    examined = examine(text)
    if not examined.errors:
        return check_data(examined.data(text, path), base)
    # After a line in the wrong place, or a list with another name, entries only seem to be removed or of another kind.
    base = None if any(problem.code == "YML-NESTING" or problem.fix in MISSPELT_LISTS for problem in examined.errors) else base
    return _findings(examined.errors, examined.warnings, _beyond_loading(examined.tree, text, base) if examined.tree is not None else ())


def check_data(data: DataFile, base: Base | None = None) -> CheckResult:
    """Check a loaded data file, without the documents."""
    return _findings((), data.warnings, _beyond_loading(data.tree, data.text, base), data)


def _findings(errors: Iterable[Problem], warnings: Iterable[Problem], more: Iterable[Problem], data: DataFile | None = None) -> CheckResult:
    """Errors and warnings, each in reading order."""
    all_errors, all_warnings = set(errors), set(warnings)
    for problem in more:
        (all_errors if is_error(problem) else all_warnings).add(problem)
    # Once it is corrected, the address may well be one that others can follow.
    tracked = {problem.location for problem in all_errors if problem.code in ("URL", "URL-TRACKER")}
    all_errors = {problem for problem in all_errors if problem.code != "URL-PART" or problem.location not in tracked}
    # An id that was valid is to be restored, not only to be spelt well.
    gone = {problem.location for problem in all_errors if problem.code == "ID-GONE"}
    all_errors = {problem for problem in all_errors if problem.code != "SCH-ID" or problem.location not in gone}
    # What is wrong with a value is read first; warnings about the same value wait.
    wrong = {problem.location for problem in all_errors}
    return CheckResult(tuple(sorted(all_errors)), tuple(sorted(warning for warning in all_warnings if warning.location not in wrong)), data=data)


def _beyond_loading(tree: Block, text: DecodedText, base: Base | None) -> Iterator[Problem]:
    entries, file, lines = list(placed_entries(tree)), text.file, text.lines
    yield from text_problems(tree, file, lines)
    yield from level_problems(entries, file)
    yield from url_problems(entries, file, lines)
    yield from day_problems(tree, entries, file)
    earlier = base.tree if base is not None else None
    yield from duplicate_problems(entries, file, None if earlier is None else frozenset(entry.id for entry in placed_entries(earlier) if entry.id))
    if earlier is not None:
        yield from id_problems(tree, earlier, file)

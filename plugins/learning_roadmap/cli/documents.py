"""`roadmap sources` and `roadmap import`: read documents, and merge them into the data file."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from learning_roadmap.check import check_data, uncovered
from learning_roadmap.cli.changes import reformat_option, write
from learning_roadmap.cli.common import (
    documents,
    inform,
    load_data,
    progress,
    report_check,
    reporting_errors,
    say,
    say_json,
)
from learning_roadmap.cli.options import data_option, format_option, quiet_option, sources_option
from learning_roadmap.cli.replacement import replacing
from learning_roadmap.cli.report import print_warnings
from learning_roadmap.diagnostics import Problem, ProblemsFound, visible
from learning_roadmap.merge import Imported, MatchKind, Report, import_documents, items_in, read_sources
from learning_roadmap.model import Document, walk_outline
from learning_roadmap.project import Source
from learning_roadmap.sources import Reading

file_argument = click.argument("files", nargs=-1, type=click.Path(path_type=Path))


@click.command()
@file_argument
@sources_option
@format_option("text", "json")
@quiet_option
def sources(files: tuple[Path, ...], sources: Path, style: str) -> None:
    """Show what is read from the documents.

    Counts items by kind, and lists every line that is left out, with the reason. Without FILES, reads all documents
    of the manifest.
    """
    with reporting_errors(writes=False):
        readings = read_sources(documents(sources, files), progress())
        if style == "json":
            say_json([plain_reading(reading, document) for reading, document in readings])
            return
        for reading, document in readings:
            print_reading(reading, document.title)


@click.command("import")
@file_argument
@data_option
@sources_option
@click.option("--check", is_flag=True, help="Write nothing; fail if an item is not covered or a provenance is stale.")
@reformat_option
@format_option("text", "json")
@click.option("-v", "--verbose", is_flag=True, help="Also list how each item was matched.")
@quiet_option
def import_command(files: tuple[Path, ...], data: Path, sources: Path, check: bool, reformat: bool, style: str, verbose: bool) -> None:
    """Merge documents into the data file.

    Without FILES, imports all documents of the manifest. Hand edits, comments and order are kept; a second run changes
    nothing.
    """
    with reporting_errors(writes=not check), replacing(data) as replace:
        to_read = documents(sources, files)
        if check:
            check_coverage(data, to_read, style)
            return
        result = import_documents(data, to_read, progress(), reformat=reformat)
        print_warnings(result.warnings)
        if errors := new_errors(result):
            raise ProblemsFound(errors)
        undo = write(data, result.data.text.raw, replace) if result.is_new else ""
        if style == "json":
            say_json(plain_report(result.report, result.data.lines) | {"written": result.is_new, "undo": undo})
            return
        print_report(result.report, result.data.lines, verbose)
        if not result.is_new:
            inform(f"{visible(str(data))}: nothing new, file unchanged.")
        else:
            inform(f"{visible(str(data))}: written." + (f" Undo with: {undo}" if undo else ""))
        for source in to_read:
            if not source.path.resolve().is_relative_to(sources.resolve()):
                inform(f"{visible(str(source.path))}: put this document into {visible(str(sources))}, where 'roadmap check' looks for it.")


def check_coverage(data: Path, to_read: list[Source], style: str) -> None:
    """Check that a data file covers every item of some documents.

    Raises:
        ProblemsFound: with every item that is not covered, and every stale provenance.
    """
    try:
        readings = read_sources(to_read, progress())
        problems: Sequence[Problem] = list(uncovered(load_data(data), readings))
    except ProblemsFound as error:
        readings, problems = [], error.problems
    count = f"{len(readings)} document{'s' if len(readings) != 1 else ''}"
    report_check(problems, style, f"{visible(str(data))}: every item of {count} is covered, and no provenance is stale.")


def plain_reading(reading: Reading, document: Document) -> dict[str, object]:
    """What was read from one document, as plain values."""
    return {
        "file": str(reading.path),
        "id": document.id,
        "title": document.title,
        "lines": reading.lines,
        "kinds": dict(reading.kinds.most_common()),
        "leaves": reading.leaves,
        "repaired": [asdict(repair) for repair in reading.repairs],
        "dropped": [asdict(drop) for drop in reading.dropped],
        "warnings": [
            {"line": warning.line, "code": warning.code, "message": warning.message, "fix": warning.fix} for warning in reading.warnings
        ],
    }  # fmt: skip


def plain_report(report: Report, lines: Mapping[str, int]) -> dict[str, object]:
    """What an import did, as plain values; ``entry_line`` is the line of the entry in the data file."""
    return {
        "items": [asdict(outcome) | {"entry_line": lines.get(outcome.id)} for outcome in report.outcomes],
        "new": len(report.new),
        "possible_duplicates": len(report.possible_duplicates),
    }  # fmt: skip


def new_errors(result: Imported) -> list[Problem]:
    """The errors that a check would find after an import and did not find before: then nothing may be written."""
    errors = check_data(result.data).errors
    earlier = {(problem.code, problem.message) for problem in check_data(result.former).errors} if errors and result.former else ()
    return [problem for problem in errors if (problem.code, problem.message) not in earlier]


def print_reading(reading: Reading, title: str) -> None:
    """Print what was read from one document."""
    items = list(walk_outline(reading.outline))
    listed = sum(len(items_in(item)) for item in items if item.line in reading.leaf_lines)
    say(f"{visible(str(reading.path))}: {visible(title)}")
    say(f"  {reading.lines} lines, {len(items)} items, {reading.leaves} leaves, {listed} list items")
    say("  " + ", ".join(f"{kind} {count}" for kind, count in reading.kinds.most_common()))
    for repair in reading.repairs:
        say(f"  repaired {visible(str(reading.path))}:{repair.line} ({repair.codec}): {visible(repair.before)[:60]} → {visible(repair.after)[:60]}")
    rules = [drop for drop in reading.dropped if drop.reason == "rule"]
    for drop in reading.dropped:
        if drop.reason != "rule":
            say(f"  dropped {visible(str(reading.path))}:{drop.line}: {visible(drop.text)[:80]} ({drop.reason})")
    if rules:
        lines = ", ".join(str(rule.line) for rule in rules)
        say(
            f"  dropped {len(rules)} horizontal rules (---) in lines {lines}"
            if len(rules) > 1
            else f"  dropped 1 horizontal rule (---) in line {lines}"
        )
    for warning in reading.warnings:
        say(f"  {warning.as_line('warning:')}")


def print_report(report: Report, lines: Mapping[str, int], verbose: bool) -> None:
    """Print what an import did, with the lines of new entries in the data file."""
    for document, summary in report.summaries().items():
        inform(f"{document}: {summary}")
    for outcome in report.outcomes:
        place = f"{outcome.document}:{outcome.line}: {visible(outcome.words)}"
        if outcome.similar:
            inform(f"  possible duplicate {place} → added as {outcome.id}; is it the same as {outcome.similar}?")
        elif outcome.how is MatchKind.NEW:
            line = f", line {lines[outcome.id]}" if outcome.id in lines else ""
            inform(f"  new {place} → {outcome.id}" + (f" in {visible(outcome.where)}" if outcome.where else "") + line)
        elif verbose and outcome.how is MatchKind.RETIRED:
            inform(f"  {outcome.how} {place} (not added again)")
        elif verbose and outcome.how is not MatchKind.EARLIER:
            inform(f"  {outcome.how} {place} → {outcome.id}")
    total, similar = len(report.outcomes), len(report.possible_duplicates)
    inform(f"{total} {'item' if total == 1 else 'items'}: {len(report.new)} new, {similar} possible {'duplicate' if similar == 1 else 'duplicates'}")

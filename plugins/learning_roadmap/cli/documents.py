"""`roadmap sources` and `roadmap import`: read documents, and merge them into the data file."""

from pathlib import Path

import click

from learning_roadmap.check import check_data, uncovered
from learning_roadmap.cli.common import (
    data_option,
    documents,
    load_data,
    progress,
    reporting_errors,
    say,
    sources_option,
)
from learning_roadmap.cli.edit import reformat_option
from learning_roadmap.cli.replacement import replacing
from learning_roadmap.diagnostics import Problem, ProblemsFound, visible
from learning_roadmap.merge import Imported, MatchKind, Report, import_documents, items_in, read_sources
from learning_roadmap.model import walk_outline
from learning_roadmap.sources import Reading

file_argument = click.argument("files", nargs=-1, type=click.Path(path_type=Path))


@click.command()
@file_argument
@sources_option
def sources(files: tuple[Path, ...], sources: Path) -> None:
    """Show what is read from the documents.

    Counts items by kind, and lists every line that is left out, with the reason. Without FILES, reads all documents
    of the manifest.
    """
    with reporting_errors():
        for reading, document in read_sources(documents(sources, files), progress()):
            print_reading(reading, document.title)


@click.command("import")
@file_argument
@data_option
@sources_option
@click.option("--check", is_flag=True, help="Write nothing; fail if an item is not covered or a provenance is stale.")
@reformat_option
@click.option("-v", "--verbose", is_flag=True, help="Also list how each item was matched.")
def import_command(files: tuple[Path, ...], data: Path, sources: Path, check: bool, reformat: bool, verbose: bool) -> None:
    """Merge documents into the data file.

    Without FILES, imports all documents of the manifest. Hand edits, comments and order are kept; a second run changes
    nothing.
    """
    with reporting_errors(), replacing(data) as replace:
        to_read = documents(sources, files)
        if check:
            readings = read_sources(to_read, progress())
            if problems := list(uncovered(load_data(data), readings)):
                raise ProblemsFound(problems)
            count = f"{len(readings)} document{'s' if len(readings) != 1 else ''}"
            say(f"{visible(str(data))}: every item of {count} is covered, and no provenance is stale.")
            return
        result = import_documents(data, to_read, progress(), reformat=reformat)
        for warning in result.warnings:
            say(warning.as_line("warning:"), err=True)
        if errors := new_errors(result):
            raise ProblemsFound(errors)
        if result.is_new:
            replace(result.data.text.raw)
        print_report(result.report, verbose)
        say(f"{visible(str(data))}: {'written' if result.is_new else 'nothing new, file unchanged'}.")


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


def print_report(report: Report, verbose: bool) -> None:
    """Print what an import did."""
    for document, summary in report.summaries().items():
        say(f"{document}: {summary}")
    for outcome in report.outcomes:
        place = f"{outcome.document}:{outcome.line}: {visible(outcome.words)}"
        if outcome.similar:
            say(f"  possible duplicate {place} → added as {outcome.id}; is it the same as {outcome.similar}?")
        elif outcome.how is MatchKind.NEW:
            say(f"  new {place} → {outcome.id}" + (f" in {visible(outcome.where)}" if outcome.where else ""))
        elif verbose and outcome.how is MatchKind.RETIRED:
            say(f"  {outcome.how} {place} (not added again)")
        elif verbose and outcome.how is not MatchKind.EARLIER:
            say(f"  {outcome.how} {place} → {outcome.id}")
    total, similar = len(report.outcomes), len(report.possible_duplicates)
    say(f"{total} {'item' if total == 1 else 'items'}: {len(report.new)} new, {similar} possible {'duplicate' if similar == 1 else 'duplicates'}")

"""`roadmap sources` and `roadmap import`: what documents say, and how it gets into the data file."""

from collections import Counter
from pathlib import Path

import click

from learning_roadmap.check import uncovered
from learning_roadmap.cli.common import data_option, documents, progress, reporting_errors, say, sources_option, write_atomic_following_links
from learning_roadmap.datafile import load
from learning_roadmap.diagnostics import ProblemsFound, visible
from learning_roadmap.merge import Report, import_documents, members, read_sources
from learning_roadmap.model import walk_outline
from learning_roadmap.sources import Reading

file_argument = click.argument("files", nargs=-1, type=click.Path(path_type=Path))


@click.command()
@file_argument
@sources_option
def sources(files: tuple[Path, ...], sources: Path) -> None:
    """Show what is read from documents: leaves, atoms, kinds, and every line that is dropped, with its reason.

    Without FILES, those of the manifest.
    """
    with reporting_errors():
        for reading, document in read_sources(documents(sources, files), progress()):
            describe(reading, document.title)


@click.command("import")
@file_argument
@data_option
@sources_option
@click.option("--check", is_flag=True, help="Write nothing; fail when an item is not covered or a provenance points nowhere.")
@click.option("-v", "--verbose", is_flag=True, help="Also list what was matched by more than its recorded place.")
def import_(files: tuple[Path, ...], data: Path, sources: Path, check: bool, verbose: bool) -> None:
    """Bring documents into the data file: repair, read, split, match, place.

    Without FILES, those of the manifest. Hand edits, comments and order stay; a second run changes nothing.
    """
    with reporting_errors():
        found = documents(sources, files)
        if check:
            read = read_sources(found, progress())
            if problems := list(uncovered(load(data), read)):
                raise ProblemsFound(problems)
            say(f"{data}: every item of {len(read)} documents is covered, every provenance points at its words.")
            return
        done = import_documents(data, found, progress())
        for warning in done.warnings:
            say(f"warning: {warning}", err=True)
        old = data.read_bytes() if data.exists() else b""
        tell(done.report, verbose)
        if done.text.encode() == old:
            say(f"{data}: nothing new, not touched.")
        else:
            write_atomic_following_links(data, done.text)
            say(f"{data}: written.")


def describe(reading: Reading, title: str) -> None:
    """Print what was read from one document."""
    items = list(walk_outline(reading.outline))
    leaf_atoms = sum(len(members(item)) for item in items if item.line in reading.leaf_lines)
    say(f"{visible(str(reading.path))}: {visible(title)}")
    say(f"  {reading.lines} lines, {len(items)} items, {reading.leaves} leaves, {leaf_atoms} atoms")
    say("  " + ", ".join(f"{kind} {count}" for kind, count in reading.kinds.most_common()))
    for repair in reading.repairs:
        say(f"  repaired {visible(str(reading.path))}:{repair.line} ({repair.codec}): {visible(repair.before)[:60]} → {visible(repair.after)[:60]}")
    rules = [drop for drop in reading.dropped if drop.reason == "rule"]
    for drop in reading.dropped:
        if drop.reason != "rule":
            say(f"  dropped {visible(str(reading.path))}:{drop.line}: {visible(drop.text)[:80]} ({drop.reason})")
    if rules:
        say(f"  dropped {len(rules)} rules (---) in lines {', '.join(str(rule.line) for rule in rules)}")
    for warning in reading.warnings:
        say(f"  warning: {warning}")


def tell(report: Report, verbose: bool) -> None:
    """Print what an import did."""
    for document, counts in report.counts().items():
        say(f"{document}: " + ", ".join(f"{count} {how}" for how, count in sorted(counts.items())))
    for outcome in report.outcomes:
        place = f"{outcome.document}:{outcome.line}: {visible(outcome.words)}"
        if outcome.maybe:
            say(f"  doubtful {place} — kept apart as {outcome.id}; is it {outcome.maybe}?")
        elif outcome.how == "new":
            say(f"  new {place} → {outcome.id}" + (f" in {visible(outcome.where)}" if outcome.where else ""))
        elif verbose and outcome.how == "retired":
            say(f"  retired {place} — stays out")
        elif verbose and outcome.how != "recorded":
            say(f"  {outcome.how} {place} → {outcome.id}")
    totals = Counter(outcome.how for outcome in report.outcomes)
    total = sum(totals.values())
    say(f"{total} {'claim' if total == 1 else 'claims'}: {totals['new']} new, {len(report.doubtful)} doubtful.")

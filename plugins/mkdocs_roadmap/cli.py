"""The command `roadmap`: read documents, bring them into the data file, check what is there."""

import os
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from difflib import get_close_matches
from pathlib import Path

import click

from mkdocs_roadmap import __version__
from mkdocs_roadmap.datafile import load
from mkdocs_roadmap.datafile.schema import schema_text
from mkdocs_roadmap.guide import Options, Paper, make_guide
from mkdocs_roadmap.merge.claims import members
from mkdocs_roadmap.merge.coverage import uncovered
from mkdocs_roadmap.merge.importing import import_documents, read_sources
from mkdocs_roadmap.merge.report import Report
from mkdocs_roadmap.model.atlas import Atlas, walk_outline
from mkdocs_roadmap.problems import Problem, ProblemsFound, visible
from mkdocs_roadmap.sources.manifest import Source, find_sources
from mkdocs_roadmap.sources.reader import Reading

DATA = Path("content/roadmap.yml")
SOURCES = Path("content/sources")

file_argument = click.argument("files", nargs=-1, type=click.Path(path_type=Path))
data_option = click.option("--data", type=click.Path(path_type=Path), default=DATA, show_default=True, help="The data file.")
sources_option = click.option(
    "--sources", type=click.Path(path_type=Path), default=SOURCES, show_default=True, help="Folder of documents and manifest."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Make one roadmap of many."""


@main.command()
@file_argument
@sources_option
def sources(files: tuple[Path, ...], sources: Path) -> None:
    """Show what is read from documents: leaves, atoms, kinds, and every line that is dropped, with its reason.

    Without FILES, those of the manifest.
    """
    with people_friendly():
        for reading, document in read_sources(documents(sources, files), progress()):
            describe(reading, document.title)


@main.command("import")
@file_argument
@data_option
@sources_option
@click.option("--check", is_flag=True, help="Write nothing; fail when an item is not covered or a provenance points nowhere.")
@click.option("-v", "--verbose", is_flag=True, help="Also list what was matched by more than its recorded place.")
def import_(files: tuple[Path, ...], data: Path, sources: Path, check: bool, verbose: bool) -> None:
    """Bring documents into the data file: repair, read, split, match, place.

    Without FILES, those of the manifest. Hand edits, comments and order stay; a second run changes nothing.
    """
    with people_friendly():
        found = documents(sources, files)
        if check:
            read = read_sources(found, progress())
            if problems := list(uncovered(load(data), read)):
                raise ProblemsFound(problems)
            click.echo(f"{data}: every item of {len(read)} documents is covered, every provenance points at its words.")
            return
        done = import_documents(data, found, progress())
        for warning in done.warnings:
            click.echo(f"warning: {warning}", err=True)
        old = data.read_bytes() if data.exists() else b""
        tell(done.report, verbose)
        if done.text.encode() == old:
            click.echo(f"{data}: nothing new, not touched.")
        else:
            write_whole(data, done.text)
            click.echo(f"{data}: written.")


@main.command()
@click.argument("target", type=click.Path(path_type=Path), default=Path("content/roadmap.schema.json"))
def schema(target: Path) -> None:
    """Write the data file's JSON Schema, for editors and validators."""
    write_whole(target, schema_text())
    click.echo(f"{target}: written.")


@main.command()
@click.argument("target", type=click.Path(path_type=Path, dir_okay=False), default=Path("study-guide.pdf"))
@data_option
@click.option("--phase", metavar="ID", help="Only this phase.")
@click.option("--document", metavar="ID", help="In the order of this document instead of the map's.")
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True)
@click.option("--two-sided", is_flag=True, help="Chapters begin on right-hand pages, with room for binding.")
@click.option("--large", is_flag=True, help="Large print.")
@click.option("--site", metavar="URL", help="Address of the published site: a code at each chapter leads there.")
def guide(target: Path, data: Path, phase: str | None, document: str | None, paper: str, two_sided: bool, large: bool, site: str | None) -> None:
    """Write the study guide as a PDF, to print or to tick on a tablet."""
    with people_friendly():
        atlas = Atlas(load(data).roadmap)
        known(data, "phase", phase, [one.id for one in atlas.roadmap.phases])
        known(data, "document", document, list(atlas.documents))
        if site is not None and not re.fullmatch(r"https?://[^\s/]+\S*", site):
            raise ProblemsFound([Problem("--site", 1, 1, "URL-SCHEME", "this is no web address", "write it as https://example.org/")])
        wanted = Options(today(), phase, document, Paper.LETTER if paper == "letter" else Paper.A4, two_sided, large, site)
        done = make_guide(atlas, wanted)
        for warning in done.warnings:
            click.echo(f"{data}: warning: {warning}", err=True)
        write_whole(target, done.pdf)
        click.echo(f"{target}: written.")


def today() -> date:
    """The day of the build: that of SOURCE_DATE_EPOCH where it is set (reproducible-builds.org), else today's in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch) if epoch.isdigit() else time.time(), UTC).date()


def known(data: Path, kind: str, id: str | None, ids: list[str]) -> None:
    """Refuses an id that is not there, and names the nearest that is.

    Raises:
        ProblemsFound: when it is not there.
    """
    if id is not None and id not in ids:
        near = get_close_matches(id, ids, 1)
        fix = f"did you mean '{near[0]}'?" if near else f"use one of: {', '.join(ids)}"
        raise ProblemsFound([Problem(str(data), 1, 1, "REF-UNKNOWN", f"there is no {kind} '{visible(id)}'", fix)])


def documents(folder: Path, files: tuple[Path, ...]) -> list[Source]:
    """The documents that a command is about.

    Raises:
        ProblemsFound: when there is none.
    """
    if found := find_sources(folder, files):
        return found
    raise ProblemsFound([Problem(str(folder), 1, 1, "SRC-NONE", "there is no document here", "add one, or name files")])


def describe(reading: Reading, title: str) -> None:
    """Print what was read from one document."""
    items = list(walk_outline(reading.outline))
    leaf_atoms = sum(len(members(item)) for item in items if item.line in reading.leaf_lines)
    click.echo(f"{visible(str(reading.path))}: {visible(title)}")
    click.echo(f"  {reading.lines} lines, {len(items)} items, {reading.leaves} leaves, {leaf_atoms} atoms")
    click.echo("  " + ", ".join(f"{kind} {count}" for kind, count in reading.kinds.most_common()))
    for repair in reading.repairs:
        click.echo(f"  repaired {reading.path}:{repair.line} ({repair.codec}): {visible(repair.before)[:60]} → {visible(repair.after)[:60]}")
    rules = [drop for drop in reading.dropped if drop.reason == "rule"]
    for drop in reading.dropped:
        if drop.reason != "rule":
            click.echo(f"  dropped {reading.path}:{drop.line}: {visible(drop.text)[:80]} ({drop.reason})")
    if rules:
        click.echo(f"  dropped {len(rules)} rules (---) in lines {', '.join(str(rule.line) for rule in rules)}")
    for warning in reading.warnings:
        click.echo(f"  warning: {warning}")


def tell(report: Report, verbose: bool) -> None:
    """Print what an import did."""
    for document, counts in report.counts().items():
        click.echo(f"{document}: " + ", ".join(f"{count} {how}" for how, count in sorted(counts.items())))
    for outcome in report.outcomes:
        place = f"{outcome.document}:{outcome.line}: {visible(outcome.words)}"
        if outcome.maybe:
            click.echo(f"  doubtful {place} — kept apart as {outcome.id}; is it {outcome.maybe}?")
        elif outcome.how == "new":
            click.echo(f"  new {place} → {outcome.id}" + (f" in {visible(outcome.where)}" if outcome.where else ""))
        elif verbose and outcome.how != "recorded":
            click.echo(f"  {outcome.how} {place} → {outcome.id}")
    totals = Counter(outcome.how for outcome in report.outcomes)
    total = sum(totals.values())
    click.echo(f"{total} {'claim' if total == 1 else 'claims'}: {totals['new']} new, {len(report.doubtful)} doubtful.")


def progress() -> Callable[[str], None]:
    """Says on standard error what is going on, once that has taken more than a second."""
    start = time.monotonic()

    def say(text: str) -> None:
        if time.monotonic() - start > 1 or sys.stderr.isatty():
            click.echo(f"… {visible(text)}", err=True)

    return say


@contextmanager
def people_friendly() -> Iterator[None]:
    """Turn problems into a report on standard error and exit code 1, without a traceback."""
    try:
        yield
    except ProblemsFound as error:
        click.echo(str(error), err=True)
        count = len(error.problems)
        click.echo(f"{count} problem{'s' if count != 1 else ''}; nothing was written.", err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.exit(1)  # whoever read the output has seen enough
    except OSError as error:
        click.echo(f"{visible(str(error.filename or ''))}:1:1: [FILE] {error.strerror} — check the path and its rights", err=True)
        sys.exit(1)


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file so that it is there as a whole or not at all, whatever happens in between."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content.encode() if isinstance(content, str) else content)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, path.stat().st_mode if path.exists() else 0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise

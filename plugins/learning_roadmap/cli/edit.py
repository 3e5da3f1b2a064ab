"""`roadmap rename`, `move`, `merge`, `split`, `retire` and `fmt`: the data file changed without an editor."""

from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import click

from learning_roadmap import edit
from learning_roadmap.cli.common import data_option, reporting_errors, say, write_atomic_following_links
from learning_roadmap.datafile import DataFile, canonical, load
from learning_roadmap.diagnostics import Problem, ProblemsFound, visible
from learning_roadmap.text import split_lines

dry_option = click.option("--dry-run", is_flag=True, help="Show the difference, and write nothing.")
reason_option = click.option("--reason", help="Why, in a sentence: it stays in the history.")


def change(data: Path, dry_run: bool, work_on: Callable[[edit.Working], str | None]) -> None:
    """Load, change, prove, say what has changed, and write."""
    with reporting_errors():
        file = load(data)
        work = edit.Working(file)
        done = work.finish(work_on(work))
        for line in done.said:
            say(visible(line))
        for warning in done.findings.warnings:
            say(f"warning: {warning}", err=True)
        put(file, done.text, dry_run)


def put(file: DataFile, text: str, dry_run: bool) -> None:
    """Write a data file's new text, or show what would be written."""
    name = visible(str(file.path))
    if dry_run:
        for line in unified_diff(file.text.lines, split_lines(text.removeprefix("\ufeff")), name, name, lineterm=""):
            say(visible(line))
    elif text.encode() != file.path.read_bytes():
        write_atomic_following_links(file.path, text)
        say(f"{name}: written.")
    else:
        say(f"{name}: nothing to change.")


@click.command()
@click.argument("entry")
@click.argument("title")
@data_option
@dry_option
def rename(entry: str, title: str, data: Path, dry_run: bool) -> None:
    """Give ENTRY (id, title, or kind:id) another TITLE. Its id stays, and the old title becomes another name of it."""
    change(data, dry_run, lambda work: edit.rename(work, entry, title))


@click.command()
@click.argument("entry")
@click.option("--to", metavar="PLACE", help="What is to hold it: to the end of that.")
@click.option("--before", metavar="ENTRY", help="The entry of its kind that it is to stand before.")
@click.option("--after", metavar="ENTRY", help="The entry of its kind that it is to stand after.")
@data_option
@dry_option
def move(entry: str, to: str | None, before: str | None, after: str | None, data: Path, dry_run: bool) -> None:
    """Move ENTRY (id, title, or kind:id) to another place."""
    if sum(place is not None for place in (to, before, after)) != 1:
        raise click.UsageError("Say the new place with one of --to, --before and --after.")
    change(data, dry_run, lambda work: edit.move(work, entry, to, before, after))


@click.command()
@click.argument("entry")
@click.option("--into", required=True, metavar="ENTRY", help="The entry of its kind that takes it over.")
@reason_option
@data_option
@dry_option
def merge(entry: str, into: str, reason: str | None, data: Path, dry_run: bool) -> None:
    """Merge ENTRY (id, title, or kind:id) into another, which takes over its names, provenance, parts, references and ticks."""
    change(data, dry_run, lambda work: edit.merge(work, entry, into, reason))


@click.command()
@click.argument("entry")
@click.option(
    "--into", multiple=True, required=True, metavar="PART", help="A part, at least two: the title of a new one, or the id of one that is there."
)
@reason_option
@data_option
@dry_option
def split(entry: str, into: tuple[str, ...], reason: str | None, data: Path, dry_run: bool) -> None:
    """Split ENTRY (id, title, or kind:id) into parts. Whoever ticked it has ticked them all."""
    change(data, dry_run, lambda work: edit.split(work, entry, into, reason))


@click.command()
@click.argument("entry")
@reason_option
@data_option
@dry_option
def retire(entry: str, reason: str | None, data: Path, dry_run: bool) -> None:
    """Take ENTRY (id, title, or kind:id) out. Its id is never used again, and an import does not bring it back."""
    change(data, dry_run, lambda work: edit.retire(work, entry, reason))


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; fail when the file is not in its canonical form.")
@data_option
@dry_option
def fmt(check: bool, data: Path, dry_run: bool) -> None:
    """Write the data file in its canonical form. Comments stay, above what they belong to."""
    with reporting_errors():
        file = load(data)
        text = canonical(file)
        raw = data.read_bytes()
        if check and text.encode() != raw:
            old, new = raw.decode().split("\n"), text.split("\n")
            line = next((at for at, (one, other) in enumerate(zip(old, new, strict=False), 1) if one != other), min(len(old), len(new)))
            message = "the file is not in its canonical form, from here on"
            raise ProblemsFound([Problem(str(data), line, 1, "FMT", message, "run 'roadmap fmt'")])
        if check:
            say(f"{visible(str(data))}: in canonical form.")
        else:
            if file.text.mark or file.text.newline != "\n":
                say("line ends: LF alone, and no byte order mark")
            put(file, text, dry_run)

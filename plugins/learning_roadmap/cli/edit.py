"""`roadmap rename`, `move`, `merge`, `split`, `retire` and `fmt`: commands that edit the data file."""

from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import click

from learning_roadmap import edit
from learning_roadmap.cli.common import data_option, load_data, reporting_errors, say, write_atomic_following_links
from learning_roadmap.cli.report import print_warnings
from learning_roadmap.datafile import canonical
from learning_roadmap.diagnostics import Place, Problem, ProblemsFound, visible
from learning_roadmap.text import DecodedText, split_lines

dry_option = click.option("--dry-run", is_flag=True, help="Show the changes without writing them.")
reformat_option = click.option("--reformat", is_flag=True, help="Also format the rest of the data file.")
reason_option = click.option("--reason", help="Reason, kept in the history.")


def change(data: Path, dry_run: bool, reformat: bool, operation: Callable[[edit.EditSession], None]) -> None:
    """Load the data file, change it, report the changes and write it."""
    with reporting_errors():
        file = load_data(data)
        session = edit.EditSession(file)
        operation(session)
        edited = session.finish(reformat=reformat)
        for message in edited.messages:
            say(visible(message))
        print_warnings(edited.warnings)
        write_or_show(file.path, file.text, None if edited.data is file else edited.data.text.raw, dry_run)


def write_or_show(path: Path, text: DecodedText, content: bytes | None, dry_run: bool) -> None:
    """Write a data file's new content in place of ``text``, or show what would be written; None means that nothing changes."""
    name = visible(str(path))
    if content is None:
        say(f"{name}: nothing to change.")
    elif dry_run:
        for line in unified_diff(text.lines, split_lines(content.decode().removeprefix("\ufeff")), name, name, lineterm=""):
            say(visible(line))
    else:
        write_atomic_following_links(path, content)
        say(f"{name}: written.")


@click.command("rename")
@click.argument("entry")
@click.argument("title")
@data_option
@dry_option
@reformat_option
def rename_command(entry: str, title: str, data: Path, dry_run: bool, reformat: bool) -> None:
    """Change the title of an entry.

    The id stays, and the old title becomes an alternative name. ENTRY is an id, a title or kind:id.
    """
    change(data, dry_run, reformat, lambda session: edit.rename(session, entry, title))


@click.command("move")
@click.argument("entry")
@click.option("--to", metavar="PLACE", help="Section or topic to append it to.")
@click.option("--before", metavar="ENTRY", help="Insert before this sibling.")
@click.option("--after", metavar="ENTRY", help="Insert after this sibling.")
@data_option
@dry_option
@reformat_option
def move_command(entry: str, to: str | None, before: str | None, after: str | None, data: Path, dry_run: bool, reformat: bool) -> None:
    """Move an entry to another place.

    ENTRY is an id, a title or kind:id. Give exactly one of --to, --before and --after.
    """
    if sum(place is not None for place in (to, before, after)) != 1:
        raise click.UsageError("Give exactly one of --to, --before and --after.")
    change(data, dry_run, reformat, lambda session: edit.move(session, entry, to, before, after))


@click.command("merge")
@click.argument("entry")
@click.option("--into", required=True, metavar="ENTRY", help="Entry of the same kind to merge into.")
@reason_option
@data_option
@dry_option
@reformat_option
def merge_command(entry: str, into: str, reason: str | None, data: Path, dry_run: bool, reformat: bool) -> None:
    """Merge an entry into another one.

    The other entry takes over its names, provenance, subtopics, references and progress. ENTRY is an id, a title or kind:id.
    """
    change(data, dry_run, reformat, lambda session: edit.merge(session, entry, into, reason))


@click.command("split")
@click.argument("entry")
@click.option("--into", multiple=True, required=True, metavar="PART", help="Title of a new part or id of an existing entry; at least two.")
@reason_option
@data_option
@dry_option
@reformat_option
def split_command(entry: str, into: tuple[str, ...], reason: str | None, data: Path, dry_run: bool, reformat: bool) -> None:
    """Split an entry into two or more.

    For learners who ticked it, all parts are ticked. ENTRY is an id, a title or kind:id.
    """
    change(data, dry_run, reformat, lambda session: edit.split(session, entry, into, reason))


@click.command("retire")
@click.argument("entry")
@reason_option
@data_option
@dry_option
@reformat_option
def retire_command(entry: str, reason: str | None, data: Path, dry_run: bool, reformat: bool) -> None:
    """Remove an entry and keep its id reserved.

    The id is never used again, and an import does not bring the entry back. ENTRY is an id, a title or kind:id.
    """
    change(data, dry_run, reformat, lambda session: edit.retire(session, entry, reason))


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; fail if the file is not formatted.")
@data_option
@dry_option
def fmt(check: bool, data: Path, dry_run: bool) -> None:
    """Format the data file.

    Comments are kept above the lines they belong to.
    """
    with reporting_errors():
        file = load_data(data)
        text = canonical(file)
        raw = data.read_bytes()
        if check and text.encode() != raw:
            old, new = raw.decode().split("\n"), text.split("\n")
            line = next((number for number, (before, after) in enumerate(zip(old, new, strict=False), 1) if before != after), min(len(old), len(new)))
            message = "the file is not in canonical form, starting here"
            raise ProblemsFound([Problem(Place(str(data), line), "FMT", message, "run 'roadmap fmt'")])
        if check:
            say(f"{visible(str(data))}: in canonical form.")
        else:
            if file.text.mark or file.text.newline != "\n":
                say("using LF line endings and no byte order mark")
            write_or_show(file.path, file.text, None if text.encode() == raw else text.encode(), dry_run)

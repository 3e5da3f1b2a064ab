"""`roadmap rename`, `move`, `merge`, `split`, `retire` and `fmt`: commands that edit the data file."""

from pathlib import Path

import click

from learning_roadmap.cli.changes import change, dry_option, edit_options, write_or_show
from learning_roadmap.cli.common import inform, load_data, report_check, reporting_errors
from learning_roadmap.cli.completion import ids_of
from learning_roadmap.cli.options import data_option, format_option, quiet_option
from learning_roadmap.cli.replacement import replacing
from learning_roadmap.diagnostics import Place, Problem, visible

reason_option = click.option("--reason", help="Reason, kept in the history.")
entry_argument = click.argument("entry", shell_complete=ids_of())


@click.command("rename")
@entry_argument
@click.argument("title")
@edit_options
def rename_command(entry: str, title: str, data: Path, dry_run: bool, reformat: bool) -> None:
    """Change the title of an entry.

    The id stays, and the old title becomes an alternative name. ENTRY is an id, a title or kind:id.
    """
    from learning_roadmap import edit

    change(data, dry_run, reformat, lambda session: edit.rename(session, entry, title))


@click.command("move")
@entry_argument
@click.option("--to", metavar="PLACE", shell_complete=ids_of("phases", "sections", "topics"), help="Section or topic to append it to.")
@click.option("--before", metavar="ENTRY", shell_complete=ids_of(), help="Insert before this sibling.")
@click.option("--after", metavar="ENTRY", shell_complete=ids_of(), help="Insert after this sibling.")
@edit_options
def move_command(entry: str, to: str | None, before: str | None, after: str | None, data: Path, dry_run: bool, reformat: bool) -> None:
    """Move an entry to another place.

    ENTRY is an id, a title or kind:id. Give exactly one of --to, --before and --after.
    """
    from learning_roadmap import edit

    if sum(place is not None for place in (to, before, after)) != 1:
        raise click.UsageError("Give exactly one of --to, --before and --after.")
    change(data, dry_run, reformat, lambda session: edit.move(session, entry, to, before, after))


@click.command("merge")
@entry_argument
@click.option("--into", required=True, metavar="ENTRY", shell_complete=ids_of(), help="Entry of the same kind to merge into.")
@reason_option
@edit_options
def merge_command(entry: str, into: str, reason: str | None, data: Path, dry_run: bool, reformat: bool) -> None:
    """Merge an entry into another one.

    The other entry takes over its names, provenance, subtopics, references and progress. ENTRY is an id, a title or kind:id.
    """
    from learning_roadmap import edit

    change(data, dry_run, reformat, lambda session: edit.merge(session, entry, into, reason))


@click.command("split")
@entry_argument
@click.option(
    "--into",
    multiple=True,
    required=True,
    metavar="PART",
    shell_complete=ids_of(),
    help="Title of a new part or id of an existing entry; at least two.",
)
@reason_option
@edit_options
def split_command(entry: str, into: tuple[str, ...], reason: str | None, data: Path, dry_run: bool, reformat: bool) -> None:
    """Split an entry into two or more.

    For learners who ticked it, all parts are ticked. ENTRY is an id, a title or kind:id.
    """
    from learning_roadmap import edit

    change(data, dry_run, reformat, lambda session: edit.split(session, entry, into, reason))


@click.command("retire")
@entry_argument
@reason_option
@edit_options
def retire_command(entry: str, reason: str | None, data: Path, dry_run: bool, reformat: bool) -> None:
    """Remove an entry and keep its id reserved.

    The id is never used again, and an import does not bring the entry back. ENTRY is an id, a title or kind:id.
    """
    from learning_roadmap import edit

    change(data, dry_run, reformat, lambda session: edit.retire(session, entry, reason))


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; fail if the file is not formatted.")
@data_option
@dry_option
@format_option("text", "json")
@quiet_option
def fmt(check: bool, data: Path, dry_run: bool, style: str) -> None:
    """Format the data file.

    Comments are kept above the lines they belong to. --format is the output format of --check.
    """
    with reporting_errors(writes=not check), replacing(data) as replace:
        file = load_data(data)
        from learning_roadmap.datafile import canonical

        text = canonical(file)
        raw = data.read_bytes()
        if check:
            report_check(
                [] if text.encode() == raw else [_first_deviation(data, raw.decode(), text)], style, f"{visible(str(data))}: in canonical form."
            )
        else:
            if file.text.mark or file.text.newline != "\n":
                inform("using LF line endings and no byte order mark")
            write_or_show(file.path, file.text, None if text.encode() == raw else text.encode(), dry_run, replace)


def _first_deviation(data: Path, text: str, canonical: str) -> Problem:
    """The problem at the first line that is not in canonical form."""
    old, new = text.split("\n"), canonical.split("\n")
    line = next((number for number, (before, after) in enumerate(zip(old, new, strict=False), 1) if before != after), min(len(old), len(new)))
    return Problem(Place(str(data), line), "FMT", "the file is not in canonical form, starting here", "run 'roadmap fmt'")

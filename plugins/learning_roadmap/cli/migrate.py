"""`roadmap migrate`: rewrite a data file of a former format."""

from pathlib import Path

import click

from learning_roadmap.cli.common import data_option, reporting_errors, say
from learning_roadmap.cli.edit import dry_option, write_or_show
from learning_roadmap.cli.replacement import replacing
from learning_roadmap.datafile import MAX_BYTES, migrate
from learning_roadmap.diagnostics import Place, Problem, ProblemsFound, visible
from learning_roadmap.model import FORMAT
from learning_roadmap.text import read_text


@click.command("migrate")
@click.option("--check", is_flag=True, help="Write nothing; fail if the file has a former format.")
@data_option
@dry_option
def migrate_command(check: bool, data: Path, dry_run: bool) -> None:
    """Rewrite the data file in the present format.

    Comments, order and line ends are kept. A file in the present format is not changed.
    """
    with reporting_errors(), replacing(data) as replace:
        text = read_text(data, MAX_BYTES)
        migrated = migrate(text, data)
        is_former = migrated.text.raw != text.raw
        if check and is_former:
            raise ProblemsFound([Problem(Place(str(data)), "SCH-VERSION", "the file has a former format", "run 'roadmap migrate'")])
        if check:
            say(f"{visible(str(data))}: format {FORMAT}.")
        else:
            write_or_show(data, text, migrated.text.raw if is_former else None, dry_run, replace)

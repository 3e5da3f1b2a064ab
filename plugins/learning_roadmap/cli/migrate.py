"""`roadmap migrate`: rewrite a data file of a former format."""

from pathlib import Path

import click

from learning_roadmap.cli.changes import dry_option, write_or_show
from learning_roadmap.cli.common import DATA_FIX, report_check, reporting_errors, require_file
from learning_roadmap.cli.options import data_option, format_option, quiet_option
from learning_roadmap.cli.replacement import replacing
from learning_roadmap.diagnostics import Place, Problem, visible


@click.command("migrate")
@click.option("--check", is_flag=True, help="Write nothing; fail if the file has a former format.")
@data_option
@dry_option
@format_option("text", "json")
@quiet_option
def migrate_command(check: bool, data: Path, dry_run: bool, style: str) -> None:
    """Rewrite the data file in the present format.

    Comments, order and line ends are kept. A file in the present format is not changed. --format is the output format of --check.
    """
    from learning_roadmap.datafile import MAX_BYTES, migrate
    from learning_roadmap.model import FORMAT
    from learning_roadmap.text import read_text

    with reporting_errors(writes=not check), replacing(data) as replace:
        require_file("--data", data, fix=DATA_FIX)
        text = read_text(data, MAX_BYTES)
        migrated = migrate(text, data)
        is_former = migrated.text.raw != text.raw
        if check:
            problem = Problem(Place(str(data)), "SCH-VERSION", "the file has a former format", "run 'roadmap migrate'")
            report_check([problem] if is_former else [], style, f"{visible(str(data))}: format {FORMAT}.")
        else:
            write_or_show(data, text, migrated.text.raw if is_former else None, dry_run, replace)

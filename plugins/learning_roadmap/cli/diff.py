"""`roadmap diff`: what a change means for learners."""

from pathlib import Path

import click

from learning_roadmap.check import read_base
from learning_roadmap.cli.common import data_option, load_data, reporting_errors, say
from learning_roadmap.diff import CHANGE_FORMATS, compare


@click.command()
@click.argument("base")
@data_option
@click.option("--format", "style", type=click.Choice(list(CHANGE_FORMATS)), default="text", show_default=True, help="Output format.")
def diff(base: str, data: Path, style: str) -> None:
    """Describe what changed since BASE.

    BASE is a file, or a Git branch, tag or commit.
    """
    with reporting_errors(writes=False):
        current = load_data(data)
        earlier = read_base(base, data, "BASE")
        say(CHANGE_FORMATS[style](compare(earlier.tree, current.tree)))

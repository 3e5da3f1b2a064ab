"""`roadmap diff`: what a change means for learners."""

from pathlib import Path

import click

from learning_roadmap.cli.common import load_data, reporting_errors, say
from learning_roadmap.cli.options import data_option, format_option, quiet_option


@click.command()
@click.argument("base")
@data_option
@format_option("text", "markdown", "json")
@quiet_option
def diff(base: str, data: Path, style: str) -> None:
    """Describe what changed since BASE.

    BASE is a file, or a Git branch, tag or commit.
    """
    from learning_roadmap.check import read_base
    from learning_roadmap.diff import CHANGE_FORMATS, compare

    with reporting_errors(writes=False):
        current = load_data(data)
        earlier = read_base(base, data, "BASE")
        say(CHANGE_FORMATS[style](compare(earlier.tree, current.tree)))

"""`roadmap diff`: what a change means for learners."""

from pathlib import Path

import click

from mkdocs_roadmap.changes import STYLES, compare
from mkdocs_roadmap.check import read_base
from mkdocs_roadmap.commands.common import data_option, people_friendly, say
from mkdocs_roadmap.datafile import load


@click.command()
@click.argument("base")
@data_option
@click.option("--format", "style", type=click.Choice(list(STYLES)), default="text", show_default=True, help="Who reads it.")
def diff(base: str, data: Path, style: str) -> None:
    """Say in words what has changed since BASE: a file, or a branch, tag or commit of git."""
    with people_friendly():
        earlier = read_base(base, data)
        say(STYLES[style](compare(earlier.tree, load(data).tree)))

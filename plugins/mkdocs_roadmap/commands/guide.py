"""`roadmap guide`: the study guide as a PDF."""

import re
from pathlib import Path

import click

from mkdocs_roadmap.commands.common import data_option, known, people_friendly, today, write_whole
from mkdocs_roadmap.datafile import load
from mkdocs_roadmap.guide import Options, Paper, make_guide
from mkdocs_roadmap.model.atlas import Atlas
from mkdocs_roadmap.problems import Problem, ProblemsFound


@click.command()
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
            raise ProblemsFound([Problem("--site", 1, 1, "URL", "this is no web address", "write it as https://example.org/")])
        wanted = Options(today(), phase, document, Paper.LETTER if paper == "letter" else Paper.A4, two_sided, large, site)
        done = make_guide(atlas, wanted)
        for warning in done.warnings:
            click.echo(f"{data}: warning: {warning}", err=True)
        write_whole(target, done.pdf)
        click.echo(f"{target}: written.")

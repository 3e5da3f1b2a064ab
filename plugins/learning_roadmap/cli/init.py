"""`roadmap init`: a new project, complete and working, for any field."""

import shlex
from pathlib import Path

import click

from learning_roadmap.cli.common import progress, reporting_errors, say, write_atomic
from learning_roadmap.diagnostics import visible
from learning_roadmap.starter import SAMPLE, ProjectOptions, new_project, undone_on_failure


@click.command()
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default=Path())
@click.option("--title", metavar="TEXT", help="Title of the roadmap and its site; the document's if not given.")
@click.option("--id", "id", metavar="ID", help="Id of the roadmap, under which ticks are kept; made of the title and DIR's name if not given.")
@click.option("--document", type=click.Path(path_type=Path), help="Begin with this document in Markdown instead of the sample.")
@click.option("--install-from", metavar="WHERE", help="Git address or path that the project installs this package from.")
def init(folder: Path, title: str | None, id: str | None, document: Path | None, install_from: str | None) -> None:
    """Make a new project in DIR: a document, the roadmap made of it, pages, and what builds and publishes the site.

    Nothing that is there is overwritten.
    """
    with reporting_errors():
        made, warnings = new_project(folder, ProjectOptions(document or SAMPLE, title, id, install_from), progress())
        for warning in warnings:
            say(f"warning: {warning}", err=True)
        with undone_on_failure(folder, made):
            for path, content in made.items():
                write_atomic(folder / path, content)
        for path in made:
            say(f"{visible(str(folder / path))}: written.")
        say("Look at it with: mkdocs serve" + (f" -f {shlex.quote(str(folder / 'mkdocs.yml'))}" if folder != Path() else ""))

"""`roadmap init`: create a new project for any field."""

import shlex
from pathlib import Path

import click

from learning_roadmap.cli.common import inform, progress, reporting_errors, require_file, say, write_atomic
from learning_roadmap.cli.options import quiet_option
from learning_roadmap.cli.report import print_warnings
from learning_roadmap.diagnostics import visible


@click.command()
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default=Path())
@click.option("--title", metavar="TEXT", help="Title of the roadmap. Default: the document's title.")
@click.option("--id", "id", metavar="ID", help="Id under which progress is stored. Default: made from the title.")
@click.option("--document", type=click.Path(path_type=Path), help="Markdown document to start from. Default: a sample.")
@click.option("--install-from", metavar="WHERE", help="Git URL or path to install this package from.")
@quiet_option
def init(folder: Path, title: str | None, id: str | None, document: Path | None, install_from: str | None) -> None:
    """Create a new roadmap project.

    Writes a document, the roadmap made from it, pages, and the files that build and publish the site into DIR. Existing
    files are never overwritten.
    """
    from learning_roadmap.starter import SAMPLE, ProjectOptions, new_project, requirement_warning, undone_on_failure

    with reporting_errors():
        if document is not None:
            require_file("--document", document)
        files, warnings = new_project(folder, ProjectOptions(document or SAMPLE, title, id, install_from), progress())
        print_warnings(warnings)
        with undone_on_failure(folder, files):
            for path, content in files.items():
                write_atomic(folder / path, content)
        for path in files:
            inform(f"{visible(str(folder / path))}: written.")
        if warning := requirement_warning(install_from):
            say(warning)
        inform("Preview it with: mkdocs serve" + (f" -f {shlex.quote(str(folder / 'mkdocs.yml'))}" if folder != Path() else ""))

"""Options that several commands have."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from learning_roadmap.cli.location import DATA, FORMS, SITE, SOURCES, data_file, in_project

Decorated = TypeVar("Decorated", bound=Callable[..., Any] | click.Command)
QUIET = "learning_roadmap.quiet"


def _set_quiet(context: click.Context, _: click.Parameter, is_set: bool) -> None:
    if is_set:
        context.meta[QUIET] = True


def is_quiet() -> bool:
    """Whether the command is run with --quiet."""
    context = click.get_current_context(silent=True)
    return context is not None and QUIET in context.meta


def format_option(*styles: str) -> Callable[[Decorated], Decorated]:
    """The option ``--format``; the first style is the default."""
    return click.option("--format", "style", type=click.Choice(styles), default=styles[0], show_default=True, help="Output format.")


def project_option(flag: str, path: Path, help: str, find: Callable[[], Path] | None = None) -> Callable[[Decorated], Decorated]:
    """An option for a file or folder of the project; by default the one of the project that the current folder is in."""
    type = click.Path(path_type=Path)
    return click.option(flag, type=type, default=find or (lambda: in_project(path)), show_default=path.as_posix(), help=help)


quiet_option = click.option("-q", "--quiet", is_flag=True, expose_value=False, callback=_set_quiet, help="Print only results and problems.")
data_option = project_option("--data", DATA, "Data file.", data_file)
sources_option = project_option("--sources", SOURCES, "Folder with the documents and their manifest.")
site_option = project_option("--config", SITE, "Configuration to take the site's name, description and navigation from.")
forms_option = project_option("--forms", FORMS, "Folder of issue forms.")

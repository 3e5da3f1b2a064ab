"""`roadmap export`: the plain docs tree, for generators that run no plugin of ours."""

from pathlib import Path

import click

from learning_roadmap.cli.common import data_option, progress, reporting_errors, say, today, write_atomic
from learning_roadmap.datafile import load
from learning_roadmap.diagnostics import visible
from learning_roadmap.export import Target, export_tree, read_site_config
from learning_roadmap.model import RoadmapIndex


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@data_option
@click.option("--pages", type=click.Path(path_type=Path), default=Path("content/pages"), show_default=True, help="Pages written by hand.")
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The site's name, description and navigation are taken over from here.",
)
@click.option("--force", is_flag=True, help="Also replace files of a former export that were changed by hand.")
def export(folder: Path, data: Path, pages: Path, config: Path, force: bool) -> None:
    """Write the roadmap into DIR as a plain docs tree: Markdown, the client's scripts, and a mkdocs.yml without our plugin.

    DIR is new, empty, or a former export, which is replaced. Other files in it are left as they are.
    """
    with reporting_errors():
        announce = progress()
        target = Target.at(folder, pages)
        announce(f"loading {data.name}")
        made = export_tree(RoadmapIndex(load(data).roadmap), pages, today(), read_site_config(config), announce)
        announce(f"writing {len(made)} files")
        target.write(made, write_atomic, force)
        say(f"{visible(str(folder))}: {len(made)} files written.")

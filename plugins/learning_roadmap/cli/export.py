"""`roadmap export`: a plain docs tree, for site generators without this plugin."""

from pathlib import Path

import click
from click.core import ParameterSource

from learning_roadmap.cli.common import inform, load_data, progress, reporting_errors, require_file, write_atomic
from learning_roadmap.cli.location import in_project
from learning_roadmap.cli.options import data_option, quiet_option, site_option
from learning_roadmap.datafile import current_day
from learning_roadmap.diagnostics import visible
from learning_roadmap.export import Target, export_tree, read_site_config
from learning_roadmap.model import RoadmapIndex

# Where pages are when mkdocs.yml does not say it: as in a new project, and as in MkDocs.
PAGES = (Path("content/pages"), Path("docs"))


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@data_option
@click.option("--pages", type=click.Path(path_type=Path), help="Folder of hand-written pages. Default: docs_dir of mkdocs.yml.")
@site_option
@click.option("--force", is_flag=True, help="Also replace exported files that were edited by hand.")
@quiet_option
@click.pass_context
def export(context: click.Context, folder: Path, data: Path, pages: Path | None, config: Path, force: bool) -> None:
    """Export the site as Markdown, without this plugin.

    Writes pages, scripts and a mkdocs.yml into DIR, which is new, empty, or an earlier export. Other files in it are
    not changed.
    """
    with reporting_errors():
        for name, path in (("pages", pages), ("config", config)):
            # Without the option, the file may be missing.
            if path is not None and context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
                require_file(f"--{name}", path)
        announce = progress()
        site = read_site_config(config)
        pages = pages or site.docs_dir or next((path for path in map(in_project, PAGES) if path.is_dir()), in_project(PAGES[0]))
        if site.docs_dir is not None and not pages.is_dir():
            require_file("--pages", pages, fix="correct docs_dir in mkdocs.yml, or give the folder with --pages")
        target = Target.at(folder, pages, "DIR")
        announce(f"loading {data.name}")
        files = export_tree(RoadmapIndex(load_data(data).roadmap), pages, current_day(), site, announce)
        announce(f"writing {len(files)} files")
        target.write(files, write_atomic, force)
        inform(f"{visible(str(folder))}: {len(files)} files written.")

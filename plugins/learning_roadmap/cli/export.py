"""`roadmap export`: a plain docs tree, for site generators without this plugin."""

from pathlib import Path

import click
from click.core import ParameterSource

from learning_roadmap.cli.common import inform, load_data, progress, reporting_errors, require_file, write_atomic
from learning_roadmap.cli.options import data_option, project_option, quiet_option, site_option
from learning_roadmap.datafile import current_day
from learning_roadmap.diagnostics import visible
from learning_roadmap.export import Target, export_tree, read_site_config
from learning_roadmap.model import RoadmapIndex


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@data_option
@project_option("--pages", Path("content/pages"), "Folder of hand-written pages.")
@site_option
@click.option("--force", is_flag=True, help="Also replace exported files that were edited by hand.")
@quiet_option
@click.pass_context
def export(context: click.Context, folder: Path, data: Path, pages: Path, config: Path, force: bool) -> None:
    """Export the site as Markdown, without this plugin.

    Writes pages, scripts and a mkdocs.yml into DIR, which is new, empty, or an earlier export. Other files in it are
    not changed.
    """
    with reporting_errors():
        for name, path in (("pages", pages), ("config", config)):
            if context.get_parameter_source(name) is ParameterSource.COMMANDLINE:  # without the option, the file may be missing
                require_file(f"--{name}", path)
        announce = progress()
        target = Target.at(folder, pages, "DIR")
        announce(f"loading {data.name}")
        files = export_tree(RoadmapIndex(load_data(data).roadmap), pages, current_day(), read_site_config(config), announce)
        announce(f"writing {len(files)} files")
        target.write(files, write_atomic, force)
        inform(f"{visible(str(folder))}: {len(files)} files written.")

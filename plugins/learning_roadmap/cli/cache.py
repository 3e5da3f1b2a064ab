"""`roadmap cache`: what former builds have left for the next one."""

from pathlib import Path

import click

from learning_roadmap.cache import cache_of
from learning_roadmap.cli.common import reporting_errors, say, say_json
from learning_roadmap.cli.location import in_project
from learning_roadmap.cli.options import format_option, quiet_option
from learning_roadmap.diagnostics import Place, Problem, ProblemsFound, visible


@click.command("cache")
@click.option("--clear", is_flag=True, help="Delete all of it.")
@format_option("text", "json")
@quiet_option
def cache_command(clear: bool, style: str) -> None:
    """Show the size of the build cache, or delete it.

    It is never out of date and can be deleted at any time. A build with ROADMAP_CACHE=0 does not use it.
    """
    with reporting_errors():
        cache = cache_of(in_project(Path()))
        folder = visible(str(cache.folder))
        files, size = cache.size()
        try:
            if clear:
                cache.clear()
        except OSError as error:
            fix = "check the rights of the folder"
            raise ProblemsFound([Problem(Place(folder), "FILE", f"cannot delete the cache: {error.strerror}", fix)]) from None
        if style == "json":
            say_json({"folder": str(cache.folder), "files": files, "bytes": size, "deleted": clear})
        else:
            say(f"{folder}: {files} files{' deleted' if clear else ''}, {size / 1e6:.1f} MB.")

"""`roadmap cache`: what former builds have left for the next one."""

from pathlib import Path

import click

from learning_roadmap.cache import cache_of
from learning_roadmap.cli.common import reporting_errors, say
from learning_roadmap.diagnostics import Place, Problem, ProblemsFound, visible


@click.command("cache")
@click.option("--clear", is_flag=True, help="Delete all of it.")
def cache_command(clear: bool) -> None:
    """Show the size of the build cache, or delete it.

    It is never out of date and can be deleted at any time. A build with ROADMAP_CACHE=0 does not use it.
    """
    with reporting_errors():
        cache = cache_of(Path())
        folder = visible(str(cache.folder))
        if not clear:
            files, size = cache.size()
            say(f"{folder}: {files} files, {size / 1e6:.1f} MB.")
            return
        try:
            say(f"{folder}: {cache.clear()} files deleted.")
        except OSError as error:
            fix = "check the rights of the folder"
            raise ProblemsFound([Problem(Place(folder), "FILE", f"cannot delete the cache: {error.strerror}", fix)]) from None

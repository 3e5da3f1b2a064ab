"""`roadmap init`: create a new project for any field, or add a roadmap to an existing site."""

import shlex
import sys
from difflib import unified_diff
from pathlib import Path

import click

from learning_roadmap.cli.common import inform, progress, reporting_errors, require_file, say, write_atomic
from learning_roadmap.cli.options import quiet_option
from learning_roadmap.cli.report import print_warnings
from learning_roadmap.diagnostics import Place, Problem, ProblemsFound, visible


@click.command()
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default=Path())
@click.option("--title", metavar="TEXT", help="Title of the roadmap. Default: the document's title.")
@click.option("--id", "id", metavar="ID", help="Id under which progress is stored. Default: made from the title.")
@click.option("--document", type=click.Path(path_type=Path), help="Markdown document to start from. Default: a sample.")
@click.option("--install-from", metavar="WHERE", help="Git URL or path to install this package from.")
@click.option("--yes", is_flag=True, help="Change an existing mkdocs.yml without asking.")
@quiet_option
def init(folder: Path, title: str | None, id: str | None, document: Path | None, install_from: str | None, yes: bool) -> None:
    """Create a new roadmap project.

    Writes a document, the roadmap made from it, pages, and the files that build and publish the site into DIR. In the folder
    of an existing MkDocs site, adds a roadmap to it, and shows what changes in mkdocs.yml first. Existing files are never
    overwritten.
    """
    from learning_roadmap.starter import SAMPLE, ProjectOptions, kept_files, new_project, requirement_warning, site_file, undone_on_failure

    with reporting_errors():
        if document is not None:
            require_file("--document", document)
        kept, site = kept_files(folder, install_from), site_file(folder)
        files, warnings = new_project(folder, ProjectOptions(document or SAMPLE, title, id, install_from), progress())
        print_warnings(warnings)
        change = _site_change(site) if site else None
        if site and change:
            _confirm(folder, list(files), site, yes)
        with undone_on_failure(folder, files):
            for path, content in files.items():
                write_atomic(folder / path, content)
            if site and change:
                write_atomic(site.resolve(), change, site)
        for path in files:
            inform(f"{visible(str(folder / path))}: written.")
        if site and change:
            inform(f"{visible(str(site))}: changed.")
        for path, lines in kept.items():
            say(f"{visible(str(folder / path))}: exists, not changed." + (f" Add to it: {', '.join(lines)}" if lines else ""))
        if site is None and (warning := requirement_warning(install_from)):
            say(warning)
        configuration = site or folder / "mkdocs.yml"
        inform("Preview it with: mkdocs serve" + (f" -f {shlex.quote(str(configuration))}" if configuration != Path("mkdocs.yml") else ""))


def _site_change(site: Path) -> bytes | None:
    """The configuration of a site with the roadmap, after a look at the difference; None if it has it.

    Raises:
        ProblemsFound: when it must be changed by hand. The lines to add are printed.
    """
    from learning_roadmap.starter import NotSafe, with_roadmap

    name, content = visible(str(site)), site.read_bytes()
    try:
        text = content.decode()
        changed = with_roadmap(text)
    except UnicodeDecodeError:
        raise ProblemsFound([Problem(Place(str(site)), "INIT-SITE", "the file is not UTF-8", "save it as UTF-8")]) from None
    except NotSafe as error:
        for insertion in error.insertions:
            say(str(insertion))
        fix = "add the lines printed above yourself, and run the command again"
        raise ProblemsFound([Problem(Place(str(site)), "INIT-SITE", f"the file is not changed automatically: {error}", fix)]) from None
    if changed == text:
        return None
    for difference in unified_diff(text.splitlines(), changed.splitlines(), name, name, lineterm=""):
        say(visible(difference))
    return changed.encode()


def _confirm(folder: Path, paths: list[str], site: Path, yes: bool) -> None:
    """Ask whether to write, unless --yes is given.

    Raises:
        ProblemsFound: when nobody can be asked.
        click.Abort: when the answer is no.
    """
    say("New files: " + ", ".join(visible(str(folder / path)) for path in paths))
    if yes:
        return
    if not sys.stdin.isatty():
        message = "changes to this file need a confirmation"
        raise ProblemsFound([Problem(Place(str(site)), "INIT-SITE", message, "read the difference above, and run the command again with --yes")])
    click.confirm("Write these files, and change mkdocs.yml as shown?", abort=True)

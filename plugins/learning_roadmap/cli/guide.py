"""`roadmap guide`: the study guide as a PDF."""

import re
from datetime import date
from pathlib import Path

import click

from learning_roadmap.cache import cache_of
from learning_roadmap.cli.common import inform, load_roadmap, reporting_errors, require_id, say, write_atomic
from learning_roadmap.cli.completion import ids_of
from learning_roadmap.cli.location import SITE, in_project, is_in_project
from learning_roadmap.cli.options import data_option, quiet_option
from learning_roadmap.diagnostics import Option, Place, Problem, ProblemsFound, visible
from learning_roadmap.export import read_site_config
from learning_roadmap.guide import Notes, NotPrintable, Options, PaperSize, cached_guide, cached_poster
from learning_roadmap.model import Roadmap, RoadmapIndex, all_labels
from learning_roadmap.pages import last_change, page_path, web_address
from learning_roadmap.strings import load_strings


@click.command()
@click.argument("target", type=click.Path(path_type=Path, dir_okay=False), default=Path("study-guide.pdf"))
@data_option
@click.option("--phase", metavar="ID", shell_complete=ids_of("phases"), help="Print only this phase.")
@click.option("--document", metavar="ID", help="Use the order of this document.")
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True, help="Paper size.")
@click.option("--two-sided", is_flag=True, help="Start chapters on right-hand pages and leave room for binding.")
@click.option("--large", is_flag=True, help="Use large print.")
@click.option("--no-answers", is_flag=True, help="Leave out the answers to the questions.")
@click.option("--sources", is_flag=True, help="Print the lines of the documents that mention each topic.")
@click.option("--notes", type=click.Choice([str(notes) for notes in Notes]), default="lines", show_default=True, help="Room for notes.")
@click.option("--poster", is_flag=True, help="Write the poster instead: the whole roadmap on one page.")
@click.option("--site", metavar="URL", help="Address of the published site, for QR codes at chapters and sections.")
@click.option(
    "--directory-urls/--no-directory-urls",
    default=None,
    help="Link to phases/one/ or to phases/one.html. Default: as in mkdocs.yml.",
)
@click.option(
    "--font-path",
    "fonts",
    multiple=True,
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="Folder of additional fonts, for characters that the built-in fonts lack. Repeatable.",
)
@click.option("--no-cache", is_flag=True, help="Lay out every page again, and keep nothing for the next time.")
@quiet_option
def guide(
    target: Path,
    data: Path,
    phase: str | None,
    document: str | None,
    paper: str,
    two_sided: bool,
    large: bool,
    no_answers: bool,
    sources: bool,
    notes: str,
    poster: bool,
    site: str | None,
    directory_urls: bool | None,
    fonts: tuple[Path, ...],
    no_cache: bool,
) -> None:
    """Write the study guide as a PDF."""
    with reporting_errors():
        if phase is not None and document is not None:
            raise click.UsageError("--phase and --document cannot be combined")
        for folder in fonts:
            if not folder.is_dir():
                raise click.BadParameter(f"folder not found: '{visible(str(folder))}'", param_hint="'--font-path'")
        index = RoadmapIndex(load_roadmap(data))
        if poster and (phase is not None or document is not None):
            raise click.UsageError("--poster cannot be combined with --phase or --document")
        require_id("--phase", "phase", phase, [entry.id for entry in index.roadmap.phases])
        require_id("--document", "document", document, list(index.documents))
        if site is not None and not re.fullmatch(r"https?://[^\s/]+\S*", site):
            raise ProblemsFound([Problem(Option("--site"), "URL", "not a valid web address", "write it as https://example.org/")])
        pages = pages_on_site(index.roadmap, in_project(SITE), directory_urls)
        strings = load_strings(read_site_config(in_project(SITE)).strings, all_labels())
        size = PaperSize.LETTER if paper == "letter" else PaperSize.A4
        # A guide of the same data is the same file every day.
        day = date.fromisoformat(changed) if (changed := last_change(index)) else None
        options = Options(day, phase, document, size, two_sided, large, site, pages, fonts, strings, not no_answers, sources, Notes(notes))
        make = cached_poster if poster else cached_guide
        cache_folder = cache_of(in_project(Path())).folder if is_in_project() and not no_cache else None
        try:
            pdf = make(index, options, cache_folder, lambda warning: say(f"{visible(str(data))}: warning: {warning}", err=True))
        except NotPrintable as error:
            raise ProblemsFound([Problem(Place(str(data)), "GUIDE", str(error), "report this as a bug, with the data file")]) from None
        write_atomic(target, pdf)
        inform(f"{visible(str(target))}: written.")


def pages_on_site(roadmap: Roadmap, settings: Path, directory_urls: bool | None) -> tuple[tuple[str, str], ...]:
    """The address of each phase's page, relative to the site; in the style given, or else in the one that mkdocs.yml sets."""
    style = _mkdocs_urls(settings) if directory_urls is None else directory_urls
    return tuple((phase.id, web_address(page_path("phases", phase.id), style)) for phase in roadmap.phases)


def _mkdocs_urls(path: Path) -> bool:
    """Whether a site uses directory URLs. MkDocs does unless mkdocs.yml says otherwise; without mkdocs.yml, pages are files."""
    if not path.is_file():
        return False
    setting = re.search(r"^use_directory_urls:\s*([A-Za-z]+)", path.read_text("utf-8", "replace"), re.MULTILINE)
    return setting is None or setting[1].lower() in {"true", "yes", "on"}

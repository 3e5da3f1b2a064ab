"""`roadmap guide`: the study guide as a PDF."""

import re
from pathlib import Path

import click

from learning_roadmap.cli.common import data_option, known, reporting_errors, say, today, write_atomic
from learning_roadmap.datafile import load
from learning_roadmap.diagnostics import Problem, ProblemsFound, visible
from learning_roadmap.guide import NotPrintable, Options, PaperSize, make_guide
from learning_roadmap.model import Roadmap, RoadmapIndex
from learning_roadmap.pages import page_path, web_address


@click.command()
@click.argument("target", type=click.Path(path_type=Path, dir_okay=False), default=Path("study-guide.pdf"))
@data_option
@click.option("--phase", metavar="ID", help="Only this phase.")
@click.option("--document", metavar="ID", help="In the order of this document instead of the map's.")
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True)
@click.option("--two-sided", is_flag=True, help="Chapters begin on right-hand pages, with room for binding.")
@click.option("--large", is_flag=True, help="Large print.")
@click.option("--site", metavar="URL", help="Address of the published site: a code at each chapter leads there.")
@click.option(
    "--directory-urls/--no-directory-urls",
    default=None,
    help="Whether the site's addresses end in a slash (phases/one/) or name files (phases/one.html). As mkdocs.yml here says it.",
)
@click.option(
    "--font-path",
    "fonts",
    multiple=True,
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="A folder with fonts for signs that the guide's own have not; can be given again.",
)
def guide(
    target: Path,
    data: Path,
    phase: str | None,
    document: str | None,
    paper: str,
    two_sided: bool,
    large: bool,
    site: str | None,
    directory_urls: bool | None,
    fonts: tuple[Path, ...],
) -> None:
    """Write the study guide as a PDF, to print or to tick on a tablet."""
    with reporting_errors():
        if phase is not None and document is not None:
            fix = "leave one of them out"
            raise ProblemsFound([Problem("--phase", 1, 1, "OPTION", "a guide is of one phase, or in the order of one document; not both", fix)])
        for folder in fonts:
            if not folder.is_dir():
                raise ProblemsFound(
                    [Problem("--font-path", 1, 1, "OPTION", f"there is no folder '{visible(str(folder))}'", "name one with font files")]
                )
        index = RoadmapIndex(load(data).roadmap)
        known(data, "phase", phase, [one.id for one in index.roadmap.phases])
        known(data, "document", document, list(index.documents))
        if site is not None and not re.fullmatch(r"https?://[^\s/]+\S*", site):
            raise ProblemsFound([Problem("--site", 1, 1, "URL", "this is no web address", "write it as https://example.org/")])
        pages = pages_on_site(index.roadmap, Path("mkdocs.yml"), directory_urls)
        wanted = Options(today(), phase, document, PaperSize.LETTER if paper == "letter" else PaperSize.A4, two_sided, large, site, pages, fonts)
        try:
            done = make_guide(index, wanted)
        except NotPrintable as error:
            raise ProblemsFound([Problem(str(data), 1, 1, "GUIDE", str(error), "please report this, with the data file")]) from None
        for warning in done.warnings:
            say(f"{data}: warning: {warning}", err=True)
        write_atomic(target, done.pdf)
        say(f"{target}: written.")


def pages_on_site(roadmap: Roadmap, settings: Path, directory_urls: bool | None) -> tuple[tuple[str, str], ...]:
    """The address of each phase's page, from the site's on; written as asked for, or as the site's settings say."""
    style = _mkdocs_urls(settings) if directory_urls is None else directory_urls
    return tuple((one.id, web_address(page_path("phases", one.id), style)) for one in roadmap.phases)


def _mkdocs_urls(path: Path) -> bool:
    """Whether a site has directory addresses: as its settings say, and where they say nothing, as MkDocs does. Without settings, files."""
    if not path.is_file():
        return False
    found = re.search(r"^use_directory_urls:\s*([A-Za-z]+)", path.read_text("utf-8", "replace"), re.MULTILINE)
    return found is None or found[1].lower() in {"true", "yes", "on"}

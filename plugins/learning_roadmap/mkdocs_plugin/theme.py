"""What the package adds to Material: the icon and logo, the foot of pages, the page for addresses that do not exist."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from learning_roadmap.guide import GUIDE_FILE, POSTER_FILE
from learning_roadmap.model import RoadmapIndex
from learning_roadmap.pages import Settings, last_change

THEME = Path(__file__).parent.parent / "theme"
THEME_CODE = ("assets/javascripts/", "assets/stylesheets/")
# With this feature, Material renders titles of links and names of pages as HTML.
HTML_TOOLTIPS = "content.tooltips"
PALETTE_STYLE = "assets/stylesheets/palette."
# While Material sets the colours of a page, which it does whenever one is loaded, this rule keeps them from fading. It matches every element,
# so the browser computes the style of the whole page twice: on a phone, half of the time in which a long page does not answer.
SLOW_RULE = b"[data-md-color-switching] *,[data-md-color-switching] :after,[data-md-color-switching] :before{transition-duration:0s!important}"
# The files that the foot links to, if the site has them.
LINKS = {GUIDE_FILE: "guide", POSTER_FILE: "poster", "roadmap.json": "data", "privacy.md": "privacy"}


@dataclass(frozen=True)
class Footer:
    """What the foot of every page says about the roadmap.

    Attributes:
        version: a short hash of the data.
        updated: the day of the last change, such as 2026-11-21; empty if it is not known.
        links: titles, and addresses as seen from the site's root.
    """

    version: str
    updated: str
    links: tuple[tuple[str, str], ...]


def add_theme(config: MkDocsConfig) -> None:
    """Add our templates and icons before those of Material. A site's own overrides come first."""
    dirs = config.theme.dirs
    if config.theme.name == "material" and str(THEME) not in dirs:
        dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))


def disable_tooltips(config: MkDocsConfig) -> bool:
    """Switch off a feature of Material that renders text as HTML, and return whether it was on."""
    features = config.theme.get("features")
    if config.theme.name != "material" or not isinstance(features, list) or HTML_TOOLTIPS not in features:
        return False
    config.theme["features"] = [feature for feature in features if feature != HTML_TOOLTIPS]
    return True


def remove_source_maps(files: Files) -> None:
    """Remove the source maps of the theme, which no page loads."""
    for file in [file for file in files if file.src_uri.startswith(THEME_CODE) and file.src_uri.endswith(".map")]:
        files.remove(file)


def remove_slow_rule(files: Files) -> None:
    """Remove a rule of the theme that is slow on large pages. Without it, some elements take a moment to change their colours."""
    for file in files:
        if file.src_uri.startswith(PALETTE_STYLE) and file.src_uri.endswith(".css") and SLOW_RULE in (style := file.content_bytes):
            file.content_bytes = style.replace(SLOW_RULE, b"")


def footer(index: RoadmapIndex, version: str, settings: Settings, files: Files) -> Footer:
    """The foot of the pages of a site with these files and this version of the data."""

    def links() -> Iterator[tuple[str, str]]:
        for path, name in LINKS.items():
            if file := files.get_file_from_path(path):
                yield settings.strings.text(f"pages.footer.{name}"), file.url

    return Footer(version, last_change(index), tuple(links()))


def add_license(config: MkDocsConfig, notice: str) -> None:
    """Add the notice of the license of the data to that of the site. A second build may pass in the configuration of the first."""
    if notice and notice not in (config.copyright or ""):
        config.copyright = f"{config.copyright}<br>{notice}" if config.copyright else notice

"""Pages at old addresses: a phase that is gone had a page of its own, which leads on to its heirs."""

from dataclasses import dataclass

from learning_roadmap.model import Entry, Phase, RoadmapIndex, Tombstone
from learning_roadmap.pages.anchors import Addresses, page_path
from learning_roadmap.pages.page import Settings
from learning_roadmap.pages.rendering import render

PHASES = "phases/index.md"


@dataclass(frozen=True)
class RedirectPage:
    """A whole HTML file of its own, outside navigation, search and site map, at the address of the page at ``path``."""

    path: str
    html: str


def redirect_pages(index: RoadmapIndex, settings: Settings, script: str) -> list[RedirectPage]:
    """One page for each phase that is gone.

    Args:
        script: the address of ``moved.js`` from the site's root; it keeps the part of the address that names a row.
    """
    if not index.roadmap.phases:
        return []
    return [_page(gone, index, settings, script) for gone in index.roadmap.history if gone.kind == "phase"]


def _page(gone: Tombstone, index: RoadmapIndex, settings: Settings, script: str) -> RedirectPage:
    path = page_path("phases", gone.id)
    addresses = Addresses(index)

    def address(entry: Entry) -> str:
        there, anchor = addresses.home(entry)
        relative = settings.relative(path, there)
        return relative if isinstance(entry, Phase) else f"{relative}#{anchor}"

    heirs = [index.sites[heir].entry for heir in gone.into]
    links = [(address(heir), heir.title) for heir in heirs] or [(settings.relative(path, PHASES), "All phases")]
    name = gone.id.replace("-", " ")
    there, mark, version = script.partition("?")
    html = render("moved.html", name=name, gone=gone, links=links, script=settings.relative(path, there) + mark + version)
    return RedirectPage(path, html)

"""The location of every entry, for the client: asked when an address names a row that is not on its page."""

from learning_roadmap.model import KIND, RoadmapIndex, kind_of
from learning_roadmap.pages.anchors import Addresses
from learning_roadmap.pages.client_data import assignment
from learning_roadmap.pages.page import Settings

ROOT = "index.md"


def locations_data(index: RoadmapIndex, settings: Settings) -> str:
    """The text of ``places.js``: ids by page and by the word in front of them. Addresses are relative to the site's root."""
    addresses = Addresses(index)
    found: dict[str, dict[str, list[str]]] = {}
    for id, site in index.sites.items():
        path, _ = addresses.home(site.entry)
        found.setdefault(settings.relative(ROOT, path), {}).setdefault(kind_of(site.entry).name, []).append(id)
    return assignment("roadmapPlaces", {"kinds": sorted(KIND), "pages": found})

"""The page of every entry, for the client: used when an address names an anchor that is not on its page."""

from learning_roadmap.model import KIND, RoadmapIndex, kind_of
from learning_roadmap.pages.anchors import Addresses
from learning_roadmap.pages.client_data import SITE_ROOT, assignment
from learning_roadmap.pages.page import Settings


def locations_data(index: RoadmapIndex, settings: Settings) -> str:
    """The text of ``locations.js``: ids by page and by the prefix of their anchors. Addresses are relative to the site's root."""
    addresses = Addresses(index)
    ids_by_page: dict[str, dict[str, list[str]]] = {}
    for id, located in index.located.items():
        path, _ = addresses.home(located.entry)
        ids_by_page.setdefault(settings.relative(SITE_ROOT, path), {}).setdefault(kind_of(located.entry).name, []).append(id)
    return assignment("roadmapLocations", {"kinds": sorted(KIND), "pages": ids_by_page})

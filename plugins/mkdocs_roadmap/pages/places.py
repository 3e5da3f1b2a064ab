"""Where every entry stands, for the client: asked when an address names a row that is not on its page."""

from mkdocs_roadmap.model.atlas import Atlas
from mkdocs_roadmap.pages.addresses import PREFIXES, Addresses
from mkdocs_roadmap.pages.client_data import assignment
from mkdocs_roadmap.pages.page import Settings

ROOT = "index.md"


def places_data(atlas: Atlas, settings: Settings) -> str:
    """The text of ``places.js``: ids by page and by the word in front of them. Addresses are relative to the site's root."""
    addresses = Addresses(atlas)
    found: dict[str, dict[str, list[str]]] = {}
    for id, site in atlas.sites.items():
        path, _ = addresses.home(site.entry)
        found.setdefault(settings.relative(ROOT, path), {}).setdefault(PREFIXES[type(site.entry)], []).append(id)
    return assignment("roadmapPlaces", {"kinds": sorted(PREFIXES.values()), "pages": found})

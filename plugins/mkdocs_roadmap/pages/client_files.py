"""Every file that a site gets beside its pages: the data, its schemas, the client and what it knows."""

from mkdocs_roadmap.model.atlas import Atlas
from mkdocs_roadmap.pages.client_data import client_data
from mkdocs_roadmap.pages.client_scripts import ASSETS, SCRIPTS, STYLE, script, style
from mkdocs_roadmap.pages.data_json import data_json, schema_json
from mkdocs_roadmap.pages.desk_data import desk_data
from mkdocs_roadmap.pages.page import Settings
from mkdocs_roadmap.pages.places import places_data

WEB = "assets/roadmap"
# What every page loads, in this order; the client fetches the others where they are needed.
LOADED = (f"{WEB}/map.js", f"{WEB}/core.js")
STYLES = (f"{WEB}/{STYLE}",)
MOVED = f"{WEB}/moved.js"


def client_files(atlas: Atlas, settings: Settings) -> dict[str, str]:
    """The texts of all files by their paths in the site."""
    made = {
        "roadmap.json": data_json(atlas.roadmap),
        "roadmap.schema.json": schema_json(),
        "progress.schema.json": (ASSETS / "progress.schema.json").read_text(encoding="utf-8"),
        f"{WEB}/map.js": client_data(atlas, settings.scope),
        f"{WEB}/topics.js": desk_data(atlas, settings),
        f"{WEB}/places.js": places_data(atlas, settings),
        f"{WEB}/{STYLE}": style(),
    }
    return made | {f"{WEB}/{name}.js": script(name) for name in SCRIPTS}

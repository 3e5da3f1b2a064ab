"""Every file that a site gets beside its pages: the data, its schemas, the client and what it knows.

A host may delete the files of the version before, and browsers keep each file for a time of its own. So every part of the client has the
hash of its content in its name, and only the loader, which knows these names, has a fixed one: no page can put together what does not belong
together.
"""

import hashlib
import json
from dataclasses import dataclass

from learning_roadmap.model import RoadmapIndex
from learning_roadmap.pages.client_data import assignment, client_data
from learning_roadmap.pages.client_scripts import ASSETS, SCRIPTS, STYLE, script, style
from learning_roadmap.pages.dashboard_data import dashboard_data
from learning_roadmap.pages.data_json import data_json, schema_json
from learning_roadmap.pages.locations import locations_data
from learning_roadmap.pages.page import Settings

WEB = "assets/roadmap"
LOADER = f"{WEB}/loader.js"
# Pages that were made before there was a loader, and are still in some cache, ask for this one: the loader brings them to life.
FORMER = f"{WEB}/core.js"
# What a page's configuration may list of ours, of this build or of another.
LISTED = (LOADER, FORMER, f"{WEB}/map.js", f"{WEB}/{STYLE}")
# Loaded by an address of their own; all other scripts are parts.
ALONE = frozenset({"loader", "moved"})


@dataclass(frozen=True)
class Client:
    """The client of one build.

    Attributes:
        build: what tells it from every other: a hash of all its scripts and data.
        files: the texts of all files by their paths in the site, the published data and schemas too.
        scripts: what every page loads; the loader fetches the rest.
        styles: what every page loads.
        moved: the script of pages at old addresses.
    """

    build: str
    files: dict[str, str]
    scripts: tuple[str, ...]
    styles: tuple[str, ...]
    moved: str


def make_client(index: RoadmapIndex, settings: Settings) -> Client:
    """The client for a roadmap: the same input gives the same names and bytes."""
    parts = {"map": client_data(index, settings.scope), "topics": dashboard_data(index, settings), "places": locations_data(index, settings)}
    strings = settings.strings.section("client")
    # What the loader says when it cannot load anything, it has to bring along.
    loader_strings = strings.pop("loader")
    parts["strings"] = assignment("roadmapStrings", strings)
    parts |= {name: script(name) for name in SCRIPTS if name not in ALONE}
    names = {name: hash_of(text) for name, text in parts.items()}
    build = hash_of(json.dumps([names, loader_strings]) + script("loader"))
    loader = assignment("roadmapManifest", {"build": build, "parts": names, "strings": loader_strings}) + script("loader")
    moved, css = script("moved"), style()
    files = {
        "roadmap.json": data_json(index.roadmap),
        "roadmap.schema.json": schema_json(),
        "progress.schema.json": (ASSETS / "progress.schema.json").read_text(encoding="utf-8"),
        LOADER: loader,
        FORMER: loader,
        f"{WEB}/moved.js": moved,
        f"{WEB}/{STYLE}": css,
    }
    files |= {f"{WEB}/{name}.{names[name]}.js": part(name, names[name], text) for name, text in parts.items()}
    return Client(build, files, (f"{LOADER}?v={build}",), (f"{WEB}/{STYLE}?v={hash_of(css)}",), f"{WEB}/moved.js?v={hash_of(moved)}")


def part(name: str, hash: str, text: str) -> str:
    """A part as a file: handed to the loader as a whole and run by it, so that half a file or one of another build never runs.

    >>> print(part("map", "1f", "a();"))
    "use strict";
    globalThis.roadmapLoader.take("map","1f",()=>{
    a();
    });
    <BLANKLINE>
    """
    body = text.removeprefix('"use strict";\n').rstrip("\n")
    return f'"use strict";\nglobalThis.roadmapLoader.take("{name}","{hash}",()=>{{\n{body}\n}});\n'


def hash_of(text: str) -> str:
    """Twelve hexadecimal digits of its SHA-256: enough to tell the versions of a file apart.

    >>> hash_of("")
    'e3b0c44298fc'
    """
    return hashlib.sha256(text.encode()).hexdigest()[:12]

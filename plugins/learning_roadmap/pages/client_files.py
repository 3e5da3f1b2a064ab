"""The files that a site gets beside its pages: the data, its schemas, the client and its data.

A host may delete the files of the previous version, and browsers cache each file separately. So every part of the client has the hash of its
content in its name, and only the loader, which knows these names, has a fixed one: a page never mixes parts of different builds.
"""

import hashlib
import json
from dataclasses import dataclass

from learning_roadmap.model import Roadmap, RoadmapIndex
from learning_roadmap.pages.bibliography import bibliography
from learning_roadmap.pages.client_data import SITE_ROOT, assignment, client_data, questions_data, summaries_data
from learning_roadmap.pages.client_scripts import ASSETS, PAGE_STYLES, SCRIPTS, STYLE, page_style, part_script, script, style
from learning_roadmap.pages.dashboard import dashboard_path
from learning_roadmap.pages.dashboard_data import dashboard_data
from learning_roadmap.pages.data_json import schema_json
from learning_roadmap.pages.graph_data import graph_data, reasons_data
from learning_roadmap.pages.locations import locations_data
from learning_roadmap.pages.made_texts import MakeText, made
from learning_roadmap.pages.page import Settings

FOLDER = "assets/roadmap"
LOADER = f"{FOLDER}/loader.js"
# Cached pages from before the loader existed request this file; it contains the loader.
FORMER_LOADER = f"{FOLDER}/core.js"
REDIRECT = f"{FOLDER}/redirect.js"
# Cached redirect pages of earlier builds request the script of redirect pages by this name.
FORMER_REDIRECT = f"{FOLDER}/moved.js"
# Our files that a site's configuration may list, of this build or another.
LISTED = (LOADER, FORMER_LOADER, f"{FOLDER}/map.js", f"{FOLDER}/{STYLE}", *(f"{FOLDER}/{name}.css" for name in PAGE_STYLES.values()))
# The strings that only the dashboard and what it needs show.
LATER_STRINGS = ("dashboard", "backup", "certificates", "paths", "placement")
# Scripts with an address of their own; all others are parts.
STANDALONE = frozenset({"loader", "redirect", "service-worker"})


@dataclass(frozen=True)
class Client:
    """The client of one build.

    Attributes:
        build: the hash of all its scripts and data.
        files: the texts of all files by their paths in the site, including the schemas of the published data.
        scripts: the scripts that every page loads; the loader fetches the rest.
        styles: the styles that every page loads.
        page_styles: the styles that few pages need, after the others, by what those pages contain.
        redirect_script: the script of redirect pages.
        search_entries: the path of the part with what is searched, empty for a site without this search. Its text is not in ``files``.
    """

    build: str
    files: dict[str, str]
    scripts: tuple[str, ...]
    styles: tuple[str, ...]
    page_styles: dict[str, str]
    redirect_script: str
    search_entries: str = ""


def make_client(
    index: RoadmapIndex,
    settings: Settings,
    searched: str = "",
    original: Roadmap | None = None,
    text: MakeText = made,
    whole_text: MakeText = made,
) -> Client:
    """The client for a roadmap: the same input gives the same names and bytes.

    Args:
        index: the roadmap, in the language of the site.
        settings: the settings of the site.
        searched: all that the search entries depend on; empty for a site without this search. Their part gets its name from it, because the
            texts of handwritten pages are known only after the names of all parts have been written into the first page.
        original: the roadmap as in its data file, whose papers are published; by default that of the index.
        text: makes texts without summaries and questions, if no earlier build has made them.
        whole_text: the same for texts of the whole roadmap.
    """
    published = original or index.roadmap
    parts = {
        "map": text(
            "map",
            lambda: client_data(
                index,
                settings.scope,
                settings.relative(SITE_ROOT, dashboard_path("path")),
                is_offline=settings.is_offline,
                languages=settings.languages,
            ),
        ),
        "topics": text("topics", lambda: dashboard_data(index, settings)),
        "locations": text("locations", lambda: locations_data(index, settings)),
        "questions": whole_text("questions", lambda: questions_data(index)),
        "summaries": whole_text("summaries", lambda: summaries_data(index)),
        "graph": text("graph", lambda: graph_data(index, settings)),
        "reasons": text("reasons", lambda: reasons_data(index)),
    }
    strings = settings.strings.section("client")
    # The loader contains its own strings, for when it cannot load anything.
    loader_strings = strings.pop("loader")
    later = {name: strings.pop(name) for name in LATER_STRINGS if name in strings}
    parts["strings"] = assignment("roadmapStrings", strings)
    parts["dashboard-strings"] = f"Object.assign(globalThis.roadmapStrings,{json.dumps(later, separators=(',', ':'))});\n"
    parts |= {name: part_script(name) for name in SCRIPTS if name not in STANDALONE}
    if searched:
        parts["search-entries"] = searched
    else:
        del parts["search"]
    names = {name: hash_of(text) for name, text in parts.items()}
    build = hash_of(json.dumps([names, loader_strings]) + script("loader"))
    loader = assignment("roadmapManifest", {"build": build, "parts": names, "strings": loader_strings}) + script("loader")
    redirect_script, css = script("redirect"), style()
    page_styles = {name: page_style(name) for name in PAGE_STYLES.values()}
    files = {
        "roadmap.schema.json": text("schema", schema_json),
        **bibliography(published, text),
        "progress.schema.json": (ASSETS / "progress.schema.json").read_text(encoding="utf-8"),
        LOADER: loader,
        FORMER_LOADER: loader,
        REDIRECT: redirect_script,
        FORMER_REDIRECT: redirect_script,
        f"{FOLDER}/{STYLE}": css,
        **{f"{FOLDER}/{name}.css": text for name, text in page_styles.items()},
    }
    paths = {name: f"{FOLDER}/{name}.{names[name]}.js" for name in parts}
    search_entries = paths.pop("search-entries", "")
    # Each text is left out as soon as it is in its file: those of a large roadmap need a lot of memory.
    files |= {path: part(name, names[name], parts.pop(name)) for name, path in paths.items()}
    return Client(
        build,
        files,
        scripts=(f"{LOADER}?v={build}",),
        styles=(f"{FOLDER}/{STYLE}?v={hash_of(css)}",),
        page_styles={mark: f"{FOLDER}/{name}.css?v={hash_of(page_styles[name])}" for mark, name in PAGE_STYLES.items()},
        redirect_script=f"{REDIRECT}?v={hash_of(redirect_script)}",
        search_entries=search_entries,
    )


def part(name: str, hash: str, text: str) -> str:
    """A part as a file. The loader runs it, so that an incomplete file or one of another build never runs.

    >>> print(part("map", "1f", "a();"))
    "use strict";
    globalThis.roadmapLoader.take("map","1f",()=>{
    a();
    });
    <BLANKLINE>
    """
    body = text.removeprefix('"use strict";\n').rstrip("\n")
    return f'"use strict";\nglobalThis.roadmapLoader.take("{name}","{hash}",()=>{{\n{body}\n}});\n'


def search_part(path: str, text: str) -> str:
    """The part at :attr:`Client.search_entries` as a file.

    >>> search_part("assets/roadmap/search-entries.1f.js", "a();").splitlines()[1]
    'globalThis.roadmapLoader.take("search-entries","1f",()=>{'
    """
    _, hash, _ = path.rsplit(".", 2)
    return part("search-entries", hash, text)


def hash_of(text: str) -> str:
    """Twelve hexadecimal digits of a text's SHA-256, enough to distinguish the versions of a file.

    >>> hash_of("")
    'e3b0c44298fc'
    """
    return hashlib.sha256(text.encode()).hexdigest()[:12]

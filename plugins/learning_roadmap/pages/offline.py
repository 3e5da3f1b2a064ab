"""What a site gets for reading it offline: the service worker with its list of files, and the manifest with which it can be installed."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from learning_roadmap.pages.client_data import assignment
from learning_roadmap.pages.client_scripts import script
from learning_roadmap.pages.page import Settings
from learning_roadmap.pages.rendering import render, text_function

# At the root of the site: a worker controls the pages below its own address.
WORKER = "service-worker.js"
MANIFEST = "manifest.webmanifest"
ICONS = {"icon-192": (192, "any"), "icon-512": (512, "any"), "icon-maskable": (512, "maskable")}
# What a reader needs, the most important first. The study guide, data files and pictures for previews are left to the network.
TYPES = ({".js", ".css"}, {".html"}, {".svg", ".png", ".ico", ".woff2", ".webmanifest"}, {".jpg", ".jpeg", ".gif", ".webp", ".avif"})
# The index of MkDocs' own search
SEARCH_INDEX = "search/search_index.json"
NOT_STORED = frozenset({WORKER, "404.html"})
# A larger site is stored only in part, so that it leaves room for progress, and a visit does not download all of it.
MAX_BYTES = 32_000_000


def offline_files(site: Path, ignored: Iterable[str] = ()) -> dict[str, bytes]:
    """The files of a built site that browsers store, by their paths, up to :data:`MAX_BYTES`: the most important first.

    Args:
        ignored: folders in the site whose files no page shows.
    """
    folders = tuple(f"{folder}/" for folder in ignored)
    paths = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    ranks = {path: rank for path in paths if (rank := _rank(path)) is not None and not path.startswith(folders)}
    files: dict[str, bytes] = {}
    room = MAX_BYTES
    for path in sorted(ranks, key=lambda path: (ranks[path], path.count("/"), path)):
        content = (site / path).read_bytes()
        room -= len(content)
        if room < 0:
            break
        files[path] = content
    return files


def _rank(path: str) -> int | None:
    """How important a file is, 0 for the most important; None if browsers do not store it."""
    if path in NOT_STORED or any(part.startswith(".") for part in path.split("/")):
        return None
    if path == SEARCH_INDEX:
        return 0
    suffix = PurePosixPath(path).suffix.lower()
    return next((rank for rank, suffixes in enumerate(TYPES) if suffix in suffixes), None)


def offline_page(settings: Settings) -> str:
    """What a reader without a connection sees at an address that is not stored. Its links are relative to the site's root."""
    return render("offline.html", language=settings.language, text=text_function(settings.strings))


def worker_script(files: dict[str, bytes], addresses: Iterable[str] = (), page: str = "") -> str:
    """The service worker that stores these files. Its text changes when any of them does, and so browsers notice a new version.

    Args:
        addresses: files as pages request them, with a query that changes with their content.
        page: the HTML for addresses that are not stored, while there is no connection.

    >>> worker_script({"a/index.html": b"a", "b.js": b"b"}, ["b.js?v=1"]).splitlines()[0].partition('"files":')[2]
    '{"a/":["ca978112ca1b"],"b.js":["3e23e8160039","?v=1"]},"page":""};'
    """
    queries = {path: f"?{query}" for path, _, query in (address.partition("?") for address in addresses) if query}
    listed = {_address(path): [_hash(content), *([queries[path]] if path in queries else [])] for path, content in sorted(files.items())}
    build = {"version": _hash(json.dumps(listed).encode()), "bytes": sum(map(len, files.values())), "files": listed, "page": page}
    return assignment("roadmapOffline", build) + script("service-worker")


def removing_worker_script() -> str:
    """The worker of a site that is not stored: it removes one of an earlier build, with all that it has stored."""
    return assignment("roadmapOffline", None) + script("service-worker")


def manifest(settings: Settings, name: str, description: str, language: str) -> str:
    """The manifest of a site that can be installed. Its addresses are relative to itself, so the site can be in any folder."""
    data = {
        "name": name,
        "short_name": settings.strings.text("pages.offline.short_name"),
        "description": description,
        "lang": language,
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "theme_color": "#0a7272",
        "background_color": "#ffffff",
        "icons": [
            {"src": f"assets/images/{icon}.png", "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
            for icon, (size, purpose) in ICONS.items()
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _address(path: str) -> str:
    """The path of a file without the name that servers add.

    >>> _address("index.html"), _address("a/index.html"), _address("an-index.html")
    ('', 'a/', 'an-index.html')
    """
    return path.removesuffix("index.html") if path.endswith("/index.html") or path == "index.html" else path


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]

"""The client's scripts and styles: small files, put together in the order in which they build on one another."""

from functools import cache
from pathlib import Path

import minify

ASSETS = Path(__file__).parent.parent / "assets"

# Every page loads "loader", which fetches "core", and the others for the pages that need them.
SCRIPTS: dict[str, tuple[str, ...]] = {
    "loader": ("page", "loader"),
    "core": (
        "records", "merging", "clock", "scope", "disk", "mirror", "saving", "healing", "store", "erase", "elements", "download",
        "notices", "toast", "drafts", "parts", "saved", "counts", "durability", "keeping", "scopes", "undo", "shape", "successors", "updates",
        "landing", "rows", "bars", "next", "start",
    ),
    "panel": ("prose", "panel"),
    "desk": (
        "days", "atlas", "desk", "schedule", "planning", "review", "habits", "calendar", "chart",
        "view-desk", "view-left", "view-plan", "view-journal", "view-changes", "view-routine", "view-milestones", "view-print",
    ),
    "moved": ("moved",),
    "files": (
        "within", "json", "progress", "share", "checklist", "anki", "files", "redirected", "changes", "difference", "preview", "import",
        "backup", "view-backup", "view-copies", "view-erase", "view-keep", "view-shared",
    ),
}  # fmt: skip

# One file for every page; later rules win.
STYLES = ("roadmap", "print")
STYLE = "roadmap.css"


@cache
def _text(path: Path, changed: int) -> str:
    return path.read_text(encoding="utf-8").replace('"use strict";\n', "", 1)


def script(name: str) -> str:
    """The text of one of :data:`SCRIPTS`, without comments and spaces: those are for who reads the files here."""
    files = [ASSETS / name / f"{part}.js" for part in SCRIPTS[name]]
    return _small("\n".join(_text(file, file.stat().st_mtime_ns) for file in files))


@cache
def _small(code: str) -> str:
    small = minify.string("application/javascript", code)
    return f'"use strict";\n{small}\n'


def style() -> str:
    """The text of :data:`STYLE`."""
    text = "".join((ASSETS / f"{name}.css").read_text(encoding="utf-8") for name in STYLES)
    return f"{minify.string('text/css', text)}\n"

"""The client's scripts and styles: small files, put together in the order in which they build on one another."""

import re
from functools import cache
from pathlib import Path

from mkdocs_roadmap.pages.squeeze import squeeze

ASSETS = Path(__file__).parent.parent / "assets"

# Every page loads "core"; the others are fetched by the pages that need them.
SCRIPTS: dict[str, tuple[str, ...]] = {
    "core": (
        "records", "merging", "disk", "mirror", "store", "elements", "notices", "parts", "counts", "keeping", "heirs",
        "landing", "rows", "bars", "start",
    ),
    "panel": ("prose", "panel"),
    "desk": (
        "days", "atlas", "desk", "schedule", "planning", "review", "habits", "calendar", "chart", "download",
        "view-desk", "view-left", "view-plan", "view-journal", "view-routine", "view-milestones", "view-print",
    ),
    "moved": ("moved",),
    "files": ("json", "progress", "share", "exports", "files", "view-keep", "view-shared"),
}  # fmt: skip

# One file for every page; later rules win.
STYLES = ("roadmap", "print")
STYLE = "roadmap.css"

# Comments are for who reads the files here; types stand in comments, too. No text or expression of ours holds "/*" or " //".
COMMENT = re.compile(r"/\*.*?\*/ ?|^\s*//[^\n]*\n|^\s+(?=\S)|\n(?=\s*\n)", re.DOTALL | re.MULTILINE)


@cache
def _text(path: Path, changed: int) -> str:
    return squeeze(COMMENT.sub("", path.read_text(encoding="utf-8").replace('"use strict";\n', "", 1)).lstrip())


def script(name: str) -> str:
    """The text of one of :data:`SCRIPTS`."""
    files = [ASSETS / name / f"{part}.js" for part in SCRIPTS[name]]
    return '"use strict";\n' + "".join(_text(file, file.stat().st_mtime_ns) for file in files)


def style() -> str:
    """The text of :data:`STYLE`: every line of ours ends where CSS needs no space."""
    text = "".join((ASSETS / f"{name}.css").read_text(encoding="utf-8") for name in STYLES)
    text = re.sub(r"\s*\n\s*", "", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))
    return re.sub(r";?\s*}\s*", "}", re.sub(r"\s*({)\s*|([,;:]) ", r"\1\2", text)) + "\n"

"""The client's scripts and styles, as a site serves them.

``make client`` builds the scripts from the modules in `client/`. The result is committed, so that building a site needs no Node.js.
"""

import re
from functools import cache
from pathlib import Path

ASSETS = Path(__file__).parent.parent / "assets"

# Every page loads "loader", which fetches "core", and the others for the pages that need them; redirect pages load only "redirect".
SCRIPTS = ("loader", "core", "panel", "dashboard", "paths", "search", "backup", "redirect")

# One file for every page; later rules win.
STYLES = ("roadmap", "identity", "rows", "numbers", "search", "home", "direction", "print")
STYLE = "roadmap.css"


def script(name: str) -> str:
    """The text of one of :data:`SCRIPTS`, without its first line, a comment."""
    path = ASSETS / f"{name}.js"
    return _script(path, path.stat().st_mtime_ns)


@cache
def _script(path: Path, changed: int) -> str:
    _, code = path.read_text(encoding="utf-8").split("\n", 1)
    return code


def style() -> str:
    """The text of :data:`STYLE`, without comments and indentation."""
    text = "".join((ASSETS / f"{name}.css").read_text(encoding="utf-8") for name in STYLES)
    without_comments = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return re.sub(r"\n\s*", "\n", without_comments).lstrip()

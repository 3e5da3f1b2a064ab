"""The client's scripts and styles, as a site serves them.

``make client`` builds the scripts from the modules in `client/`. The result is committed, so that building a site needs no Node.js.
"""

import json
import re
from functools import cache
from pathlib import Path

ASSETS = Path(__file__).parent.parent / "assets"

# Every page loads "loader", which fetches "core", and the others when they are used; redirect pages load only "redirect",
# and browsers run "service-worker" beside the pages.
SCRIPTS = (
    "loader", "core", "upkeep", "filters", "share-map", "panel", "dashboard", "paths", "certificates", "map-filters", "search", "backup",
    "redirect", "service-worker",
)  # fmt: skip

# One file for every page; later rules win. Below, what a part alone creates has its style in that part.
STYLES = ("roadmap", "identity", "rows", "numbers", "search", "home", "direction")
STYLE = "roadmap.css"
# Styles that few pages need, by what those pages contain.
PAGE_STYLES = {
    '<div class="rm-print">': "print", '<div class="rm-shares"': "shares", '<div class="rm-outline">': "document",
    '<figure class="rm-picture"': "picture",
}  # fmt: skip
PART_STYLES = {
    "upkeep": "upkeep", "panel": "panel", "dashboard": "views", "map-filters": "map-filters", "certificates": "certificates",
    "search": "search-results",
}  # fmt: skip
# A style sheet that scripts construct is no inline style, so a policy allows it. It comes after those of the page.
ADOPT = "{const sheet=new CSSStyleSheet();sheet.replaceSync(%s);document.adoptedStyleSheets.push(sheet)}\n"


def script(name: str) -> str:
    """The text of one of :data:`SCRIPTS`, without its first line, a comment."""
    path = ASSETS / f"{name}.js"
    return _script(path, path.stat().st_mtime_ns)


@cache
def _script(path: Path, changed: int) -> str:
    _, code = path.read_text(encoding="utf-8").split("\n", 1)
    return code


def part_script(name: str) -> str:
    """The text of one of :data:`SCRIPTS` that is a part, with the style of what it creates."""
    if name not in PART_STYLES:
        return script(name)
    return ADOPT % json.dumps(compact(_stylesheet(PART_STYLES[name]))) + script(name)


def style() -> str:
    """The text of :data:`STYLE`."""
    return compact("".join(map(_stylesheet, STYLES)))


def page_style(name: str) -> str:
    """The text of one of :data:`PAGE_STYLES`."""
    return compact(_stylesheet(name))


def styles_in(html: str) -> tuple[str, ...]:
    """Which of :data:`PAGE_STYLES` a page needs, by what it contains."""
    return tuple(mark for mark in PAGE_STYLES if mark in html)


def _stylesheet(name: str) -> str:
    return (ASSETS / f"{name}.css").read_text(encoding="utf-8")


def compact(css: str) -> str:
    """A style sheet without comments, and without space that means nothing; strings stay.

    >>> print(compact('a, .b:is(c, d) { content: "x; y" ; /* why */ color: red; }'))
    a,.b:is(c,d){content:"x; y";color:red}
    """
    pieces = re.split(r'("(?:[^"\\\n]|\\.)*")', re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    # Every second piece is a string.
    for at in range(0, len(pieces), 2):
        piece = re.sub(r"\s*([{};,])\s*", r"\1", re.sub(r"\s+", " ", pieces[at]))
        pieces[at] = re.sub(r"(?<=[{;])([\w-]+): ", r"\1:", piece.replace(";}", "}"))
    return "".join(pieces).strip()

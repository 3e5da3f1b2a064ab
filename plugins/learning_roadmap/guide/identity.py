"""The colours of the guide: those of the site, from its style sheet."""

import re
from functools import cache
from pathlib import Path

from learning_roadmap.guide.edition import Data

STYLE = Path(__file__).parent.parent / "assets" / "identity.css"
# Paper is white: the colours are those of the light scheme, which the style sheet has before those of the dark one.
NAMES = ("accent", "text", "muted", "edge", "surface")


@cache
def colours() -> Data:
    """The colours by name, and those of the phases in turn."""
    style = STYLE.read_text("utf-8")
    hues = re.findall(r"^\.rm-hue-\d+ { --rm-hue: (#[0-9a-f]{6}); }", style, re.MULTILINE)
    return {**{name: _first(name, style) for name in NAMES}, "hues": hues}


def _first(name: str, style: str) -> str:
    match = re.search(rf"--rm-{name}: (#[0-9a-f]{{6}});", style)
    assert match, name
    return match[1]

"""The colours of the site: every text on every background in both schemes, computed from the style."""

import re
from itertools import product

import pytest

from learning_roadmap.pages.client_scripts import ASSETS
from learning_roadmap.picture.svg import HUES

CSS = re.sub(r"/\*.*?\*/", "", (ASSETS / "identity.css").read_text("utf-8"), flags=re.DOTALL)
SCHEMES = ("default", "slate")
HUE = re.compile(r"(\[data-md-color-scheme=\"slate\"\] )?\.rm-hue-(\d+) \{ --rm-hue: (#[0-9a-f]{6}); \}")


def tokens(scheme: str) -> dict[str, str]:
    """The colours that a scheme declares."""
    (block,) = re.findall(rf'\[data-md-color-scheme="{scheme}"\] \{{([^}}]*)\}}', CSS)
    return dict(re.findall(r"--rm-(\w+): (#[0-9a-f]{6});", block))


def hues(scheme: str) -> dict[int, str]:
    return {int(number): colour for slate, number, colour in HUE.findall(CSS) if bool(slate) == (scheme == "slate")}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, as WCAG defines it.

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    lower, upper = sorted((luminance(one), luminance(other)))
    return (upper + 0.05) / (lower + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_texts_stand_out_on_both_backgrounds(scheme: str) -> None:
    colours = tokens(scheme)
    for text, background in product(("text", "muted", "accent"), ("background", "surface")):
        assert contrast(colours[text], colours[background]) >= 4.5, (text, background)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_edges_stand_out_on_both_backgrounds(scheme: str) -> None:
    colours = tokens(scheme)
    for background in ("background", "surface"):
        assert contrast(colours["edge"], colours[background]) >= 3, background


@pytest.mark.parametrize("scheme", SCHEMES)
def test_phases_have_colours_that_can_be_read_as_text(scheme: str) -> None:
    colours = tokens(scheme)
    assert list(hues(scheme)) == list(range(1, HUES + 1))
    assert len(set(hues(scheme).values())) == HUES
    for (number, colour), background in product(hues(scheme).items(), ("background", "surface")):
        assert contrast(colour, colours[background]) >= 4.5, (number, background)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_on_a_filled_button_can_be_read(scheme: str) -> None:
    colours = tokens(scheme)
    assert contrast(colours["accent"], colours["background"]) >= 4.5

"""The fonts of a guide: those in Typst's wheel, and additional ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typst

DEFAULT_FAMILY = "Libertinus Serif"


@dataclass(frozen=True)
class FontBook:
    """Fonts in the form that Typst uses.

    Attributes:
        names: families in the order in which a character is looked up.
        added: families that are not from the wheel.
    """

    fonts: typst.Fonts
    names: list[str]
    added: list[str]


def font_book(folders: Sequence[Path]) -> FontBook:
    """The fonts of the wheel and of some folders. The system's are never used: they differ from machine to machine."""
    wheel = set(typst.Fonts(include_system_fonts=False, include_embedded_fonts=True).families())
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(folder) for folder in folders])
    added = sorted(set(fonts.families()) - wheel)
    return FontBook(fonts, [DEFAULT_FAMILY, *added], added)

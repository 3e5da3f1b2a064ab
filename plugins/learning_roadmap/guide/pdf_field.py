"""A form field of the PDF, as the layout describes it in the address of a link."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class PdfField:
    """A form field of the PDF.

    Attributes:
        kind: ``box``, ``text`` or ``choice``. Of the choices with the same name, only one can be ticked.
        words: its description for screen readers.
        annotation: the link in its place.
        page: the page with the link.
        lines: of a text.
        group: the description of a choice's group.
        depth: the nesting depth of its list, from 0; -1 outside of lists.
        more: the number of paragraphs after its own that belong to the same list item.
    """

    kind: str
    name: str
    words: str
    annotation: Any
    page: Any
    lines: int = 1
    group: str = ""
    depth: int = -1
    more: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """Its width and height in points."""
        left, bottom, right, top = (float(number) for number in self.annotation.Rect)
        return round(right - left, 2), round(top - bottom, 2)

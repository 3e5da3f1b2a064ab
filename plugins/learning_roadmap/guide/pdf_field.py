"""A form field of the PDF, as the layout describes it in the address of a link."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pikepdf import Name, Pdf

SCHEME = b"field:"


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


def fields_in(file: Pdf) -> Iterator[PdfField]:
    """The fields of a file, page by page."""
    for page in file.pages:
        for annotation in page.obj.get("/Annots", []):
            action = annotation.get("/A")
            if action is not None and action.get("/S") == Name.URI and (address := bytes(action.URI)).startswith(SCHEME):
                yield PdfField(annotation=annotation, page=page.obj, **json.loads(address.removeprefix(SCHEME)))

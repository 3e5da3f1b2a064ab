"""A form field of the PDF, as the layout describes it in the address of a link."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from learning_roadmap.guide.join import JoinedFile
from learning_roadmap.guide.links import Link

SCHEME = "field:"


@dataclass(frozen=True)
class PdfField:
    """A form field of the PDF.

    Attributes:
        kind: ``box``, ``text`` or ``choice``. Of the choices with the same name, only one can be ticked.
        words: its description for screen readers.
        link: the link in its place.
        lines: of a text.
        group: the description of a choice's group.
        depth: the nesting depth of its list, from 0; -1 outside of lists.
        more: the number of paragraphs after its own that belong to the same list item.
    """

    kind: str
    name: str
    words: str
    link: Link
    lines: int = 1
    group: str = ""
    depth: int = -1
    more: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """Its width and height in points."""
        left, bottom, right, top = self.link.rectangle
        return round(right - left, 2), round(top - bottom, 2)


def fields_in(joined: JoinedFile) -> Iterator[PdfField]:
    """The fields of a file, page by page."""
    for page in joined.pages:
        for link in page.links:
            if link.address.startswith((b"(field:", b"<")) and (address := link.text()).startswith(SCHEME):
                yield PdfField(link=link, **json.loads(address.removeprefix(SCHEME)))

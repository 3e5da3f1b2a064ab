"""Links whose addresses describe what they become: form fields, places that page numbers refer to, and references with page numbers."""

import json
from dataclasses import dataclass, field
from typing import Any

from pikepdf import Array, Page, Pdf

FIELD, PLACE, PAGE = "field", "place", "page"


@dataclass(frozen=True)
class Place:
    """A place that page numbers refer to.

    Attributes:
        page: the position of its page.
    """

    name: str
    page: int
    left: float
    top: float


@dataclass(frozen=True)
class OwnLink:
    """A link that becomes a form field or a reference.

    Attributes:
        scheme: ``field`` or ``page``.
        description: what its address says.
        page: the position of its page.
        position: among the links of the page.
    """

    scheme: str
    description: dict[str, Any]
    page: int
    position: int


@dataclass
class LinksOfPart:
    """What the links of a part describe.

    Attributes:
        removed: the keys of the structure elements of links that are no longer on the pages.
    """

    links: list[OwnLink] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    removed: set[int] = field(default_factory=set)


def take_links(part: Pdf, pages: list[Page], offset: int) -> LinksOfPart:
    """What the links on some pages describe. Places are removed, and the areas of the other links simplified.

    Args:
        offset: is added to the keys that pages and links have for structure elements.
    """
    result = LinksOfPart()
    # None has a border, and one object says so for all.
    border = part.make_indirect(Array([0, 0, 0]))
    for number, page in enumerate(pages):
        if "/StructParents" in page.obj:
            page.obj.StructParents = int(page.obj.StructParents) + offset
        kept: list[Any] = []
        annotations = list(page.obj.get("/Annots", []))
        for annotation in annotations:
            key = int(annotation.StructParent)
            scheme, _, description = _address(annotation).partition(":")
            if scheme == PLACE:
                left, _, _, top = map(float, annotation.Rect)
                result.places.append(Place(description, number, left, top))
                result.removed.add(key)
                continue
            if scheme in {FIELD, PAGE}:
                result.links.append(OwnLink(scheme, json.loads(description), number, len(kept)))
                # It leads elsewhere, or becomes a form field.
                del annotation.A
            annotation.StructParent = key + offset
            annotation.Border = border
            _merge_quads(annotation)
            kept.append(annotation)
        if len(kept) < len(annotations):
            page.obj.Annots = Array(kept)
    return result


def _address(annotation: Any) -> str:
    action = annotation.get("/A")
    return "" if action is None else bytes(action.get("/URI", b"")).decode("utf-8", "replace")


def _merge_quads(annotation: Any) -> None:
    """Describe the area of a link by one rectangle for each line: Typst has one for each piece of text, an eighth of all numbers."""
    if "/QuadPoints" not in annotation:
        return
    points = [*map(float, annotation.QuadPoints.unparse().split()[1:-1])]
    lines: list[tuple[float, float, float, float]] = []
    for start in range(0, len(points), 8):
        x, y = points[start : start + 8 : 2], points[start + 1 : start + 8 : 2]
        left, bottom, right, top = min(x), min(y), max(x), max(y)
        if lines and lines[-1][1] < (bottom + top) / 2 < lines[-1][3]:
            before = lines.pop()
            left, bottom, right, top = min(left, before[0]), min(bottom, before[1]), max(right, before[2]), max(top, before[3])
        lines.append((left, bottom, right, top))
    if len(lines) == 1:
        del annotation.QuadPoints
    else:
        corners = [(left, bottom, right, bottom, right, top, left, top) for left, bottom, right, top in lines]
        annotation.QuadPoints = Array([round(number, 3) for quad in corners for number in quad])

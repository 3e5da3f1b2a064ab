"""Small guides, and what a reader of PDF files sees of them."""

import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2

from learning_roadmap.datafile import load, parse
from learning_roadmap.guide import Guide, Options, make_guide
from learning_roadmap.model import Roadmap
from learning_roadmap.model.index import RoadmapIndex
from learning_roadmap.text.decode import DecodedText
from tests.paths import DATA

DAY = date(2026, 1, 15)
INDEX = RoadmapIndex(load(DATA).roadmap)
MM = 72 / 25.4
LOREM = "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore. "

LONG = "A very long title that goes on and on about representation learning with contrastive objectives and how they are evaluated"
HOSTILE = [
    '#read("/etc/passwd")', "$ x^2 $", "@nowhere", "*bold* _it_", "= Heading", "- item", "\\ backslash", "<label>", "`raw`", "// comment", "/* c */",
    "#set page(width: 1pt)", "https://example.org/" + "a" * 90, "{{ 7*7 }}", "<script>alert(1)</script>", "W" * 120,
]  # fmt: skip


def index_of(topics: list[dict[str, Any]] | None = None, phase: str = "One", title: str = "X", **more: Any) -> RoadmapIndex:
    """A roadmap of one phase with some topics, and more."""
    sections = [{"id": "s", "title": "S", "topics": topics}] if topics else []
    phases = [{"id": "one", "title": phase, "sections": sections}]
    return RoadmapIndex(Roadmap.model_validate({"format": 2, "id": "x", "title": title, "phases": phases, **more}))


def small(titles: list[str], extra: str = "") -> RoadmapIndex:
    """A roadmap with these titles everywhere, read from a data file."""
    rows = "".join(f"    - {{id: t{at}, title: '{title}', also: ['{title} too'], summary: '{title}'{extra}}}\n" for at, title in enumerate(titles))
    head = f"format: 2\nid: x\ntitle: '{titles[0]}'\nphases:\n- id: one\n  title: '{titles[1]}'\n"
    text = f"{head}  sections:\n  - id: s\n    title: '{titles[2]}'\n    topics:\n{rows}"
    return RoadmapIndex(parse(DecodedText("x.yml", tuple(text.splitlines())), Path("x.yml")).roadmap)


def guide_of(index: RoadmapIndex, **options: Any) -> Guide:
    return make_guide(index, Options(DAY, **options))


def pages_of(pdf: bytes) -> list[str]:
    file = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_range().replace("\r\n", "\n").replace("\u00a0", " ") for page in file]


def text_of(pdf: bytes) -> str:
    return "\n".join(pages_of(pdf))


def plain(text: str) -> str:
    """Words alone: breaks, hyphens and spaces are the layout's."""
    return re.sub(r"[\W_]+", "", text.replace("\u200b", ""))


def boxes_of(pdf: bytes) -> dict[str, list[tuple[int, list[float]]]]:
    """The places of all fields by name: page from 0, and rectangle. A choice has several."""
    found: dict[str, list[tuple[int, list[float]]]] = {}
    for at, page in enumerate(pikepdf.open(io.BytesIO(pdf)).pages):
        for one in page.obj.get("/Annots", []):
            if one.Subtype == "/Widget":
                found.setdefault(str(one.T if "/T" in one else one.Parent.T), []).append((at, [float(number) for number in one.Rect]))
    return found


def letters_off_the_paper(pdf: bytes, margin: float = 0) -> list[str]:
    """Letters that stand, with some part, nearer to an edge than the margin."""
    found = []
    document = pypdfium2.PdfDocument(pdf)
    for at, page in enumerate(document):
        width, height = page.get_size()
        text = page.get_textpage()
        # Letters that follow one another in a line have one box.
        for number in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(number)
            if not (margin - 1 <= left <= right <= width - margin + 1 and margin - 1 <= bottom <= top <= height - margin + 1):
                found.append(f"{at + 1}: {text.get_text_bounded(left, bottom, right, top)!r} at {left:.0f}, {bottom:.0f}")
    return found


def elements(pdf: bytes) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """Every element of the structure tree in reading order, with the kinds of those it stands in."""
    file = pikepdf.open(io.BytesIO(pdf))

    def walk(node: Any, above: tuple[str, ...]) -> Iterator[tuple[Any, tuple[str, ...]]]:
        if isinstance(node, pikepdf.Array):
            for kid in node:
                yield from walk(kid, above)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            yield node, above
            yield from walk(node.get("/K"), (*above, str(node.S)))

    yield from walk(file.Root.StructTreeRoot.K, ())


def web_links(pdf: bytes) -> list[str]:
    found = [link.A.URI for page in pikepdf.open(io.BytesIO(pdf)).pages for link in page.obj.get("/Annots", []) if "/A" in link and "/URI" in link.A]
    return [str(address) for address in found]

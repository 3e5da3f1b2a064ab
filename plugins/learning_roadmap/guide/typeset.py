"""Typeset the data with Typst, in an empty folder, without system fonts or network."""

import json
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import segno
import typst

from learning_roadmap.guide.fonts import FontBook

LAYOUT = Path(__file__).parent / "layout"


@dataclass(frozen=True)
class PdfField:
    """A form field of the PDF.

    Attributes:
        kind: ``box``, ``text`` or ``choice``. Of the choices with the same name, only one can be ticked.
        words: its description for screen readers.
        page: from 1.
        x, y: of its upper left corner, from the upper left corner of the page, in points.
        width, height: in points.
        lines: of a text.
        group: the description of a choice's group.
        depth: the nesting depth of its list, from 0; -1 outside of lists.
        more: the number of paragraphs after its own that belong to the same list item.
    """

    kind: str
    name: str
    words: str
    page: int
    x: float
    y: float
    width: float
    height: float
    lines: int = 1
    group: str = ""
    depth: int = -1
    more: int = 0


def typeset(data: dict[str, Any], fonts: FontBook) -> tuple[bytes, list[PdfField]]:
    """The pages as PDF/UA-1, and their form fields.

    Raises:
        typst.TypstError: when a text cannot be printed.
    """
    files = {path.name: path.read_bytes() for path in sorted(LAYOUT.glob("*.typ"))}
    files["data.json"] = json.dumps({**data, "fonts": fonts.names}).encode()
    for name, address in data["codes"]:
        files[name] = _qr_code(address)
    year, month, day = data["day"]
    with tempfile.TemporaryDirectory() as empty:
        compiler = typst.Compiler(files, root=empty, font_paths=fonts.fonts, ignore_system_fonts=True)  # type: ignore[type-var]
        # Query first: after a compilation, queries fail.
        field_data = json.loads(compiler.query("<field>", field="value"))
        pdf = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=int(datetime(year, month, day, tzinfo=UTC).timestamp()))
    assert isinstance(pdf, bytes)
    return pdf, [PdfField(**values) for values in field_data]


def _qr_code(address: str) -> bytes:
    target = BytesIO()
    segno.make(address, error="m", micro=False).save(target, kind="svg", border=0)
    return target.getvalue()

"""From data to pages: Typst, with the fonts of its own wheel, in an empty folder and without a network."""

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
class Field:
    """A place that can be filled in.

    Attributes:
        kind: ``box``, ``text`` or ``choice``: a box of which only one in its group is ticked. Those of a group share their name.
        words: what a screen reader says of it.
        page: from 1.
        x, y: of its upper left corner, from the upper left corner of the page, in points.
        width, height: in points.
        lines: of a text.
        group: what a choice is about.
        depth: how deep its row stands in a list, from 0; -1 when it stands in none.
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


def typeset(data: dict[str, Any], fonts: FontBook) -> tuple[bytes, list[Field]]:
    """The pages as PDF/UA-1, and the places on them that can be filled in.

    Raises:
        typst.TypstError: when something of the data cannot be printed.
    """
    files = {path.name: path.read_bytes() for path in sorted(LAYOUT.glob("*.typ"))}
    files["data.json"] = json.dumps({**data, "fonts": fonts.names}).encode()
    for chapter in data["chapters"]:
        if chapter["url"]:
            files[f"code-{chapter['number']}.svg"] = _code(chapter["url"])
    year, month, day = data["day"]
    with tempfile.TemporaryDirectory() as empty:
        compiler = typst.Compiler(files, root=empty, font_paths=fonts.fonts, ignore_system_fonts=True)  # type: ignore[type-var]
        # Query first: after a compilation this compiler answers no more queries.
        places = json.loads(compiler.query("<field>", field="value"))
        pdf = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=int(datetime(year, month, day, tzinfo=UTC).timestamp()))
    assert isinstance(pdf, bytes)
    return pdf, [Field(**place) for place in places]


def _code(address: str) -> bytes:
    target = BytesIO()
    segno.make(address, error="m", micro=False).save(target, kind="svg", border=0)
    return target.getvalue()

"""Typeset data with Typst, in an empty folder, without system fonts or network."""

import json
import tempfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import segno
import typst

from learning_roadmap.cache import return_memory
from learning_roadmap.guide.fonts import FontBook

LAYOUT = Path(__file__).parent / "layout"
# Typst forgets what it has not used in as many compilations.
FORGETS_AFTER = 11


def typeset(data: dict[str, Any], codes: Iterable[Sequence[str]], layout: str, fonts: FontBook) -> bytes:
    """The pages as PDF/UA-1, with links in the places of form fields and page numbers.

    Args:
        codes: the names of the QR codes, with their addresses.
        layout: the name of the file that prints the data.

    Raises:
        typst.TypstError: when a text cannot be printed.
    """
    files = {path.name: path.read_bytes() for path in sorted(LAYOUT.glob("*.typ"))}
    files["main.typ"] = files[layout]
    files["data.json"] = json.dumps({**data, "fonts": fonts.names}).encode()
    for name, address in codes:
        files[name] = _qr_code(address)
    year, month, day = data["day"] or (1970, 1, 1)
    timestamp = int(datetime(year, month, day, tzinfo=UTC).timestamp())
    with tempfile.TemporaryDirectory() as empty:
        compiler = typst.Compiler(files, root=empty, font_paths=fonts.fonts, ignore_system_fonts=True)  # type: ignore[type-var]
        pdf = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=timestamp)
    assert isinstance(pdf, bytes)
    return pdf


def free_memory(fonts: FontBook) -> None:
    """Make Typst forget earlier compilations, which it keeps in memory for later ones."""
    for _ in range(FORGETS_AFTER):
        typst.Compiler(b"", font_paths=fonts.fonts, ignore_system_fonts=True).compile(format="svg")
    # What a thread frees is kept for that thread.
    return_memory()


def _qr_code(address: str) -> bytes:
    target = BytesIO()
    segno.make(address, error="m", micro=False).save(target, kind="svg", border=0)
    return target.getvalue()

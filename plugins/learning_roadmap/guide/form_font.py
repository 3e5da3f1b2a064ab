"""The font of form fields, embedded in the PDF, with far more letters than the usual 200.

It is a composite font with an embedded program and a table to Unicode, in which PDFium, pdf.js, poppler and pypdf look up the
letters that are typed. For missing letters, a viewer uses its own fonts or shows nothing.
"""

import json
import re
from functools import cache
from io import BytesIO
from typing import Any

import typst
from pikepdf import Array, Dictionary, Name, Pdf

# Latin with the accents of Europe and Vietnam, Greek, Cyrillic, and punctuation. The font has all of them.
LETTERS = (
    (0x20, 0x7E), (0xA0, 0x17F), (0x218, 0x21B), (0x386, 0x386), (0x388, 0x38A), (0x38C, 0x38C), (0x38E, 0x3A1), (0x3A3, 0x3CE),
    (0x400, 0x45F), (0x48C, 0x4C4), (0x4D0, 0x4F9), (0x1E80, 0x1E85), (0x1E9E, 0x1E9E), (0x1EA0, 0x1EF9), (0x2010, 0x2027),
    (0x2030, 0x2037), (0x2039, 0x203E), (0x2044, 0x2044), (0x20AB, 0x20AC), (0x20B9, 0x20B9), (0x20BF, 0x20BF), (0x2116, 0x2116),
    (0x2122, 0x2122), (0x2190, 0x2195), (0x2212, 0x2212), (0x221A, 0x221A), (0x221E, 0x221E), (0x2248, 0x2248), (0x2260, 0x2260),
    (0x2264, 0x2265), (0x2714, 0x2714),
)  # fmt: skip
FONT_SOURCE = b"""#set document(title: [-])
#set text(font: "Libertinus Serif", fallback: false, ligatures: false, kerning: false, size: 8pt)
#for letter in json(bytes(sys.inputs.letters)) [#text(letter) ]"""

# Ratio of line height to font size: pdf.js always uses this one, the others read it from the font.
LINE_HEIGHT = 1.35
ASCENT = 1000
# PDFium uses a field's font for letters outside of Latin-1 only if it has the name of a symbol font.
FONT_NAME = "Wingdings"


# Of a digit, as a part of the font's size. All have the same.
DIGIT_WIDTH = 0.465


@cache
def letters() -> frozenset[str]:
    """All letters of the font."""
    return frozenset(chr(code) for first, last in LETTERS for code in range(first, last + 1))


@cache
def _specimen() -> bytes:
    compiler = typst.Compiler(FONT_SOURCE, ignore_system_fonts=True, sys_inputs={"letters": json.dumps(sorted(letters()))})
    # This standard fails if the font lacks a glyph.
    pdf = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=0)
    assert isinstance(pdf, bytes)
    return pdf


def field_font(file: Pdf) -> Any:
    """The font as an object of the file."""
    with Pdf.open(BytesIO(_specimen())) as specimen:
        font = next(candidate for candidate in specimen.objects if isinstance(candidate, Dictionary) and candidate.get("/Subtype") == Name.Type0)
        copied_font = file.copy_foreign(specimen.make_indirect(font))
    descriptor = copied_font.DescendantFonts[0].FontDescriptor
    descriptor.Ascent, descriptor.Descent = ASCENT, ASCENT - round(1000 * LINE_HEIGHT)
    left, _, right, _ = descriptor.FontBBox
    descriptor.FontBBox = Array([left, descriptor.Descent, right, descriptor.Ascent])
    return copied_font


@cache
def digit_codes() -> dict[str, int]:
    """The codes of the digits in the font."""
    with Pdf.open(BytesIO(_specimen())) as specimen:
        font = next(candidate for candidate in specimen.objects if isinstance(candidate, Dictionary) and candidate.get("/Subtype") == Name.Type0)
        pairs = re.findall(rb"^<([0-9a-fA-F]{4})> <([0-9a-fA-F]{4})>$", font.ToUnicode.read_bytes(), re.MULTILINE)
    codes = {chr(int(letter, 16)): int(code, 16) for code, letter in pairs}
    return {digit: codes[digit] for digit in "0123456789"}


def empty_appearance(file: Pdf, font: Any, width: float, height: float) -> Any:
    """The appearance of an empty text field."""
    resources = Dictionary(Font=Dictionary({f"/{FONT_NAME}": font}))
    return file.make_stream(
        b"/Tx BMC\nEMC", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, round(width, 2), round(height, 2)]), Resources=resources
    )

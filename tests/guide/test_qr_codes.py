"""QR codes: drawn as they should be, large enough for a phone, and each with the address it stands for."""

import io

import pikepdf
import pypdfium2
import pytest
import segno

from tests.guide.guides import MM, guide_of, index_of

pytestmark = pytest.mark.slow

SITE = "https://example.github.io/a-roadmap-with-a-long-name/"
DPI = 600
# Phones read modules of a third of a millimetre at arm's length.
MIN_MODULE = 0.33


def test_the_drawn_modules_are_those_of_the_address() -> None:
    index = index_of([{"id": "t", "title": "T"}])
    pdf = guide_of(index, site=SITE, pages=(("one", "phases/one.html"),)).pdf
    expected = {f"{SITE}phases/one.html", f"{SITE}phases/one.html#section-s"}
    drawn = set()
    rendered = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(pikepdf.open(io.BytesIO(pdf)).pages):
        for link in page.obj.get("/Annots", []):
            left, bottom, right, top = (float(value) for value in link.Rect)
            if link.Subtype != "/Link" or abs((right - left) - (top - bottom)) > 1 or right - left < 12 * MM:
                continue
            address = str(link.A.URI)
            matrix = [list(row) for row in segno.make(address, error="m", micro=False).matrix]
            assert (right - left) / len(matrix) > MIN_MODULE * MM, "large enough"
            image = rendered[number].render(scale=DPI / 72, grayscale=True).to_pil()
            height = float(page.mediabox[3])
            step = (right - left) / len(matrix)
            sampled = [
                [
                    int(image.getpixel((round((left + (x + 0.5) * step) * DPI / 72), round((height - top + (y + 0.5) * step) * DPI / 72))) < 128)
                    for x in range(len(matrix))
                ]
                for y in range(len(matrix))
            ]
            assert sampled == matrix, address
            drawn.add(address)
    assert drawn == expected


def test_without_an_address_of_the_site_there_are_no_codes() -> None:
    file = pikepdf.open(io.BytesIO(guide_of(index_of([{"id": "t", "title": "T"}])).pdf))
    assert not [link for page in file.pages for link in page.obj.get("/Annots", []) if "/A" in link]

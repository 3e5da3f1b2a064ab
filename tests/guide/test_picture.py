"""The picture of the map in the guide: boxes with titles as text, links to chapters with their pages."""

import io
import re
import sys

import pypdf
import pytest

from learning_roadmap.guide import Guide
from learning_roadmap.guide.cache import fingerprint
from tests.families import family
from tests.guide.guides import DAY, MM, elements, guide_of, index_of, letters_off_the_paper, pages_of
from tests.picture.course import COURSE_NEEDS, COURSE_PHASES
from tests.picture.maps import index_of as map_of

TWO = {"one": ["alpha", "beta"], "two": ["gamma"]}


def map_pages(guide: Guide) -> list[str]:
    """The pages from the one with the picture's title up to the first chapter."""
    pages = pages_of(guide.pdf)
    begin = next(number for number, text in enumerate(pages) if "An arrow leads from" in text)
    end = next(number for number, text in enumerate(pages) if number > begin and "Chapter 1" in text)
    return pages[begin:end]


def test_the_picture_names_phases_with_pages_and_sections() -> None:
    guide = guide_of(map_of(TWO, {"beta": ["alpha"], "gamma": ["beta"]}))
    (page,) = map_pages(guide)
    for words in ("1 One", "2 Two", "Alpha", "Beta", "Gamma"):
        assert words in page
    reader = pypdf.PdfReader(io.BytesIO(guide.pdf))
    number = next(number for number, text in enumerate(pages_of(guide.pdf)) if "An arrow leads from" in text)
    chapters = [at + 1 for at, text in enumerate(pages_of(guide.pdf)) if "Chapter 1" in text or "Chapter 2" in text]
    assert all(f"p. {chapter}" in page for chapter in chapters) and len(chapters) == 2
    links = [str(one.get_object().get("/Contents", "")) for one in reader.pages[number].get("/Annots", [])]
    assert all(links.count(f"page {chapter}") == 1 for chapter in chapters)


@pytest.mark.slow
@pytest.mark.parametrize("large", family([False, True], False))
def test_a_picture_of_real_size_stays_on_its_pages(large: bool) -> None:
    guide = guide_of(map_of(COURSE_PHASES, COURSE_NEEDS), large=large)
    pages = map_pages(guide)
    assert len(pages) == 1
    page = pypdf.PdfReader(io.BytesIO(guide.pdf)).pages[pages_of(guide.pdf).index(pages[0])]
    assert (round(page.mediabox.width / MM), round(page.mediabox.height / MM)) == ((841, 594) if large else (420, 297)), "a fold-out page"
    assert all(any(re.search(rf"\b{number}\s", page) for page in pages) for number in range(1, 13))
    assert letters_off_the_paper(guide.pdf, margin=20) == []


def test_a_title_that_no_font_has_is_printed_as_codes() -> None:
    guide = guide_of(map_of(TWO, title="机器"))
    assert "[U+673A]" in map_pages(guide)[0]


def test_a_guide_of_one_phase_or_one_document_has_no_picture() -> None:
    assert "An arrow leads from" not in "".join(pages_of(guide_of(map_of(TWO), phase="one").pdf))
    assert "An arrow leads from" not in "".join(pages_of(guide_of(index_of([{"id": "a", "title": "A"}])).pdf))


def test_without_graphviz_the_guide_has_the_overview_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    from learning_roadmap.guide import Options

    index = map_of(TWO)
    with_picture = fingerprint("", Options(DAY))
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    guide = guide_of(index)
    assert "An arrow leads from" not in "".join(pages_of(guide.pdf))
    assert len([one for one, _ in elements(guide.pdf) if one.S == "/Figure"]) == 1
    monkeypatch.setattr("learning_roadmap.guide.cache.LIBRARIES", ("typst", "no-such-library"))
    assert fingerprint("", Options(DAY)) != with_picture

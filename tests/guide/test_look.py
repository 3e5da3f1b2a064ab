"""What a reader sees at a glance: no page is mostly white, sections say what they take, forms stay together, and colours print."""

import io
import re

import pikepdf
import pypdf
import pypdfium2
import pytest

from learning_roadmap.datafile import load
from learning_roadmap.guide import Notes, Options, PaperSize, make_poster
from learning_roadmap.guide.identity import colours
from learning_roadmap.model import RoadmapIndex
from tests.families import family
from tests.guide.guides import DAY, HOSTILE, INDEX, MM, boxes_of, guide_of, index_of, letters_off_the_paper, pages_of, plain, small, text_of
from tests.paths import GUITAR_DATA

pytestmark = pytest.mark.slow

# The margin above and below, and how near to each other lines are printed.
MARGIN, LINE = 20 * MM, 12
LEAST = 0.5


def printed_share(page: pypdfium2.PdfPage) -> float:
    """The share of a page's height between the margins in or near which something is printed."""
    image = page.render(scale=0.5, grayscale=True).to_pil().convert("L")
    width, height = image.size
    pixels = image.tobytes()
    rows = [min(pixels[y * width : (y + 1) * width]) < 200 for y in range(round(MARGIN / 2), height - round(MARGIN / 2))]
    return sum(any(rows[max(0, y - LINE // 2) : y + LINE // 2 + 1]) for y in range(len(rows))) / len(rows)


def white_pages(pdf: bytes) -> list[int]:
    return [number for number, page in enumerate(pypdfium2.PdfDocument(pdf), 1) if printed_share(page) < LEAST]


def test_no_page_is_mostly_white(pdf: bytes) -> None:
    assert white_pages(pdf) == []


def test_no_page_is_mostly_white_in_a_short_guide_of_another_field() -> None:
    index = RoadmapIndex(load(GUITAR_DATA).roadmap)
    assert white_pages(guide_of(index).pdf) == []


def test_the_map_is_one_page_to_fold_out(pdf: bytes) -> None:
    sizes = [tuple(round(float(side) / MM) for side in page.mediabox[2:]) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    assert sizes.count((420, 297)) == 1 and sizes.count((210, 297)) == len(sizes) - 1


def test_the_fields_of_a_form_are_on_one_page(pdf: bytes) -> None:
    boxes = boxes_of(pdf)
    for form in INDEX.roadmap.forms:
        assert len({page for field in form.fields for page, _ in boxes[f"form-{field.id}"]}) == 1, form.title


def test_each_section_has_room_for_notes_and_its_field(pdf: bytes) -> None:
    names = boxes_of(pdf).keys()
    assert all(f"notes-section-{section.id}" in names for phase in INDEX.roadmap.phases for section in phase.sections if section.topics)
    topics = [{"id": "t", "title": "T"}]
    with_space, without = (guide_of(index_of(topics), notes=notes).pdf for notes in (Notes.SPACE, Notes.NONE))
    assert "notes-section-s" in boxes_of(with_space) and "Notes" in text_of(with_space)
    assert "notes" not in " ".join(boxes_of(without)) and "Notes" not in text_of(without)


def test_the_head_of_a_section_says_what_it_takes_and_where_to_begin() -> None:
    resources = [
        {"id": "a", "title": "Rarely read", "kind": "book", "url": "https://example.org/rare"},
        {"id": "b", "title": "The best", "kind": "book", "url": "https://example.org/best/"},
        {"id": "c", "title": "Far away", "kind": "book", "url": "https://example.org/" + "long/" * 12},
    ]
    topics = [
        {"id": "t", "title": "T", "hours": 2, "read": [{"resource": "a"}, {"resource": "b"}]},
        {"id": "u", "title": "U", "hours": 1.5, "read": [{"resource": "b"}, {"resource": "c"}]},
    ]
    pdf = guide_of(index_of(topics, resources=resources)).pdf
    page = next(number for number, text in enumerate(pages_of(pdf), 1) if text.startswith("Resources"))
    said = " ".join(text_of(pdf).split())
    best = f"The best p. {page}, example.org/best/; Rarely read p. {page}, example.org/rare; Far away p. {page} "
    assert f"S 2 topics · 3.5 h Best resources: {best}" in said
    assert "Best resources" not in text_of(guide_of(index_of([{"id": "t", "title": "T"}])).pdf)


def test_lines_of_sources_are_printed_only_if_asked_for(pdf: bytes) -> None:
    assert "Sources for each topic" not in text_of(pdf) and "mention a topic" not in text_of(pdf)


def luminance(colour: str) -> float:
    """The relative luminance, as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_colours_are_those_of_the_site_and_can_be_read_in_grey() -> None:
    names = colours()
    assert names["accent"] == "#0a7272" and len(names["hues"]) == 12
    for colour in (names["accent"], names["text"], names["muted"], *names["hues"]):
        for paper in ("#ffffff", names["surface"]):
            # Grey keeps the luminance, so this holds without colour, too.
            assert (luminance(paper) + 0.05) / (luminance(colour) + 0.05) >= 4.5, (colour, paper)


POSTERS = [(PaperSize.A4, (420, 594)), (PaperSize.LETTER, (432, 559))]


@pytest.mark.parametrize(("paper", "size"), family(POSTERS, POSTERS[0]))
def test_the_poster_is_one_page_with_a_box_for_each_topic(paper: PaperSize, size: tuple[int, int]) -> None:
    pdf = make_poster(INDEX, Options(DAY, paper=paper, site="https://example.org/roadmap/")).pdf
    (page,) = pypdf.PdfReader(io.BytesIO(pdf)).pages
    assert tuple(round(float(side) / MM) for side in page.mediabox[2:]) == size
    boxes = boxes_of(pdf)
    assert {name for name in boxes if name.startswith("topic-")} == {f"topic-{id}" for id in INDEX.topics}
    assert all(0 < left < right < size[0] * MM and 0 < low < high < size[1] * MM for ((_, (left, low, right, high)),) in boxes.values())
    text = plain(page.extract_text())
    titles = [entry.title for phase in INDEX.roadmap.phases for entry in (phase, *phase.sections)]
    assert all(plain(title) in text for title in (*titles, *(topic.title for topic in INDEX.topics.values())))
    assert letters_off_the_paper(pdf, 10 * MM) == []
    assert bool(pikepdf.open(io.BytesIO(pdf)).Root.MarkInfo.Marked)


def test_a_poster_of_hostile_texts_is_one_page() -> None:
    guide = make_poster(small(HOSTILE), Options(DAY))
    (text,) = pages_of(guide.pdf)
    assert all(plain(title) in plain(text) for title in HOSTILE) and letters_off_the_paper(guide.pdf) == []
    assert not re.search("root:x", text)

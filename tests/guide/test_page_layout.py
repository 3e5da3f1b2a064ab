"""Page layout: nothing is cut off, nothing is stranded, and no page is blank without need."""

import re
from io import BytesIO
from itertools import pairwise
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader
from pypdfium2 import raw

from learning_roadmap.guide import Options
from learning_roadmap.guide.chapters import phase_chapters
from learning_roadmap.guide.edition import Edition
from learning_roadmap.guide.rows import topic_rows
from learning_roadmap.guide.topics import marks
from learning_roadmap.model import Level, Topic
from tests.guide.guides import DAY, LONG, LOREM, MM, RoadmapIndex, boxes_of, guide_of, index_of, letters_off_the_paper, pages_of, plain, text_of

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("large", [False, True])
def test_a_long_topic_continues_in_the_next_column(large: bool) -> None:
    summary = LOREM * 39
    topics = [{"id": f"t{at}", "title": f"Topic {at}", "summary": summary} for at in range(3)]
    papers = [{"id": "p", "title": "P", "authors": [f"Author number {at}" for at in range(220)]}]
    pdf = guide_of(index_of(topics, papers=papers), large=large).pdf
    assert letters_off_the_paper(pdf, 8 * MM) == []
    text = plain(text_of(pdf))
    assert text.count(plain("sed do eiusmod tempor")) + text.count("seddoeius") >= 3 * 39 - 12 and plain("Author number 219") in text


def test_a_checkbox_is_on_the_page_of_its_title() -> None:
    """Also where a title is the last on a page."""
    topics = [{"id": f"t{at}", "title": f"Zeta{at}end", "summary": LOREM * (at % 4 + 1)} for at in range(120)]
    pdf = guide_of(index_of(topics)).pdf
    pages, boxes = pages_of(pdf), boxes_of(pdf)
    for at in range(120):
        assert f"Zeta{at}end" in pages[boxes[f"topic-t{at}"][0][0]]


@pytest.mark.parametrize("large", [False, True])
def test_a_title_is_never_the_last_line_of_a_page(large: bool) -> None:
    check = [{"ask": "Why is it so? " * 4, "answer": "Because."}]
    topics = [{"id": f"t{at}", "title": f"Topic {at}", "summary": LOREM * (at % 5 + 1), "check": check} for at in range(90)]
    boxes = boxes_of(guide_of(index_of(topics), large=large).pdf)
    lowest = min(rectangle[1] for name, places in boxes.items() if name.startswith("topic-") for _, rectangle in places)
    assert lowest > 20 * MM + (16 if large else 9.5), "a line of the summary follows it"


@pytest.mark.parametrize("large", [False, True])
def test_topics_can_be_nested_ten_levels_deep(large: bool) -> None:
    topic: dict[str, Any] = {"id": "t9", "title": "The deepest of all topics here"}
    for at in reversed(range(9)):
        topic = {"id": f"t{at}", "title": f"Level {at}", "topics": [topic]}
    boxes = boxes_of(guide_of(index_of([topic]), large=large).pdf)
    lefts = [boxes[f"topic-t{at}"][0][1][0] for at in range(10)]
    assert all(one < two for one, two in pairwise(lefts)), "each deeper than the one that holds it"
    assert lefts[9] - lefts[0] < 40 * MM, "and room is left for words"


def test_choices_share_a_line_only_if_they_fit() -> None:
    choices = ["A", "B", "C", "D", "E", "Not started at all yet, really not", "In progress", "Completed", "Abandoned for now"]
    field = {"id": "f", "title": LONG, "choices": choices}
    few = {"id": "g", "title": "Few", "choices": ["Yes", "No"]}
    pdf = guide_of(index_of([{"id": "t", "title": "T"}], forms=[{"id": "form", "title": "Form", "fields": [field, few]}])).pdf
    boxes = boxes_of(pdf)
    assert letters_off_the_paper(pdf, 8 * MM) == []
    tops = [rectangle[1] for _, rectangle in boxes["form-f"]]
    assert len(set(tops)) == 9, "one a line"
    assert len({rectangle[1] for _, rectangle in boxes["form-g"]}) == 1, "in one line where they fit"


@pytest.mark.parametrize("options", [{}, {"large": True}])
def test_the_running_head_is_one_line(options: dict[str, Any]) -> None:
    topics = [{"id": f"t{at}", "title": f"T {at}"} for at in range(150)]
    pdf = guide_of(index_of(topics, phase=LONG, title="The roadmap " + LONG), **options).pdf
    heads = []
    for page in pypdfium2.PdfDocument(pdf):
        width, height = page.get_size()
        heads.append(page.get_textpage().get_text_bounded(0, height - 18 * MM, width - 15 * MM, height).strip())
    assert all(head.count("\n") <= 1 for head in heads), "in one line"
    assert max(head.count("…") for head in heads) == 2, "two titles, both shortened"
    assert letters_off_the_paper(pdf, 5 * MM) == []


def test_with_two_sides_only_phases_begin_on_a_right_page() -> None:
    topics = [[{"id": f"t{at}", "title": "T"}] for at in range(6)]
    phases = [{"id": f"p{at}", "title": f"Phase {at}", "sections": [{"id": f"s{at}", "title": "S", "topics": topics[at]}]} for at in range(6)]
    more = {"milestones": [{"id": "m", "title": "M", "months": 1}], "papers": [{"id": "p", "title": "P"}]}
    pages = pages_of(guide_of(index_of(phases=phases, **more), two_sided=True).pdf)
    begins = [next(at for at, page in enumerate(pages) if page.startswith(f"Phase {number}\n")) for number in range(6)]
    assert all(at % 2 == 0 for at in begins)
    assert [pages[at - 1].strip() for at in begins[1:]] == [""] * 5, "no head and no number"
    assert len(pages) - begins[-1] == 4, "the rest follows page by page"


def test_empty_sections_and_files_print_no_empty_headings() -> None:
    section = {"id": "bare", "title": "Bare section"}
    text = text_of(guide_of(index_of(phases=[{"id": "one", "title": "One", "sections": [section]}])).pdf)
    assert "Bare section" not in text and "Nothing here yet" in text and "Index" not in text
    assert "Index" not in text_of(guide_of(index_of(phases=[])).pdf)


def test_short_lists_share_a_separate_page() -> None:
    more = {
        "resources": [{"id": "r", "title": "R", "kind": "book"}],
        "conferences": [{"id": "c", "title": "NeurIPS"}],
        "outcomes": [{"id": "o", "title": "Work"}],
    }
    pages = pages_of(guide_of(index_of([{"id": "t", "title": "T"}], **more)).pdf)
    assert next(page for page in pages if page.startswith("Resources")).count("Conferences") == 0
    assert "Outcomes" in next(page for page in pages if page.startswith("Conferences"))


def test_page_numbers_in_the_index_are_right_aligned() -> None:
    titles = ["A" + "b" * at + " word" * 7 for at in range(1, 12)]
    index = index_of([{"id": f"t{at}", "title": title} for at, title in enumerate(titles)])
    pdf = guide_of(index).pdf
    rights = number_edges(pdf, len(pages_of(pdf)) - 1)
    assert len(rights) == 11 and max(rights) - min(rights) < 2, rights


def number_edges(pdf: bytes, page: int) -> list[float]:
    """The right edges of the printed page numbers of an index in one column."""
    looked = pypdfium2.PdfDocument(pdf)[page]
    text = looked.get_textpage()
    found = []
    for at in range(text.count_chars()):
        _, bottom, right, top = text.get_charbox(at)
        if text.get_text_range(at, 1).isdigit() and bottom > 20 * MM and top - bottom < 8:
            found.append(right)
    return found


def test_names_are_not_hyphenated() -> None:
    words = "TensorFlow CIFAR-10 Backpropagation Regularization Classification "
    index: RoadmapIndex = index_of([{"id": f"t{at}", "title": "x" * at + " " + words * 3} for at in range(1, 9)])
    for page in pages_of(guide_of(index).pdf):
        for line in page.split("\n"):
            assert not line.rstrip().endswith("-") or line.rstrip().endswith("CIFAR-"), line


def test_a_date_field_is_one_line_and_a_single_field_fills_no_page() -> None:
    fields = [{"id": "start", "title": "Start Date"}, {"id": "learned", "title": "What I learned"}]
    forms = [{"id": "a", "title": "Form a", "fields": fields}, {"id": "b", "title": "Form b", "fields": [{"id": "only", "title": "Only"}]}]
    names = [name for name in boxes_of(guide_of(index_of([{"id": "t", "title": "T"}], forms=forms)).pdf) if name.startswith("form-")]
    assert sum("start" in name for name in names) == 1
    assert 1 <= sum("only" in name for name in names) <= 6


def test_details_shown_on_the_site_are_printed() -> None:
    phases = [
        {"id": "one", "title": "First", "sections": [{"id": "s", "title": "S", "topics": [{"id": "a", "title": "A", "read": [{"resource": "r"}]}]}]},
        {"id": "two", "title": "Second", "sections": [{"id": "t", "title": "T", "topics": [{"id": "b", "title": "B", "needs": [{"topic": "a"}]}]}]},
    ]
    more = {
        "resources": [{"id": "r", "title": "Liked", "kind": "book", "preferred": True}],
        "certifications": [{"id": "c", "title": "Cert", "provider": "Provider", "optional": True}],
    }
    pages = pages_of(guide_of(index_of(phases=phases, **more)).pdf)
    text = " ".join("\n".join(pages).split())
    resources = next(at for at, page in enumerate(pages, 1) if page.startswith("Resources\n"))
    assert f"Read: Liked (first choice) p. {resources}" in text and "Liked · first choice" in text and "Cert, Provider, optional" in text
    number = next(at for at, page in enumerate(pages, 1) if page.startswith("First\n"))
    assert f"Prerequisites: First p. {number}" in text


def test_large_print_is_large_everywhere() -> None:
    topics = [{"id": f"t{at}", "title": f"T {at}", "also": ["Other"], "named": [{"document": "d", "line": 1, "words": "T"}]} for at in range(60)]
    index = index_of(topics, documents=[{"id": "d", "title": "Document", "file": "d.md"}])
    for page in pypdfium2.PdfDocument(guide_of(index, large=True).pdf):
        text = page.get_textpage()
        small = [text.get_text_range(at, 1) for at in range(text.count_chars()) if 0 < raw.FPDFText_GetFontSize(text, at) < 13.9]
        assert not "".join(small).strip(), small


def test_labels_and_page_numbers_are_not_broken_across_lines() -> None:
    topic = Topic(id="t", title="T", hours=2.5, level=Level.ADVANCED)
    assert marks(topic, Options(DAY)) == ["advanced", "2.5\u00a0h"]
    needs = [{"id": "b", "title": "B", "needs": [{"topic": "a"}]}]
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(guide_of(index_of([{"id": "a", "title": "A"}, *needs])).pdf)).pages)
    assert re.search(r"p\.\u00a0\d", text)


def test_first_and_last_subtopics_are_not_separated_from_their_neighbours() -> None:
    inner = [{"id": f"i{at}", "title": f"I{at}"} for at in range(4)]
    index = index_of([{"id": "t", "title": "T", "topics": inner}, {"id": "u", "title": "U"}])
    chapters = phase_chapters(index, Options(DAY))
    edition = Edition(index, Options(DAY), chapters, index.roadmap)
    assert [row["keep"] for row in topic_rows(chapters[0].parts[0].rows, edition)] == [True, False, False, True, False, False]


def test_long_nested_topics_fill_their_columns() -> None:
    inner: dict[str, Any] = {"id": "last", "title": "Last"}
    for at in range(6):
        inner = {"id": f"t{at}", "title": f"T{at}", "summary": LOREM * 39, "topics": [inner]}
    pdf = guide_of(index_of([inner])).pdf
    assert letters_off_the_paper(pdf, 8 * MM) == []
    pages = pages_of(pdf)
    begins = next(at for at, page in enumerate(pages) if page.startswith("One\n"))
    ends = next(at for at, page in enumerate(pages) if page.startswith("Index"))
    full = [len(page) for page in pages[begins : ends - 1]]
    assert min(full) > 0.6 * max(full), f"no holes: {full}"

"""The study guide: its options, and full or hostile content."""

import io
import re
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from learning_roadmap.datafile import parse
from learning_roadmap.guide import Options, PaperSize, make_guide
from learning_roadmap.model.index import RoadmapIndex
from learning_roadmap.text.decode import DecodedText
from tests.families import family
from tests.guide.guides import DAY, HOSTILE, INDEX, MM, plain, small

pytestmark = pytest.mark.slow


PAPERS = [(Options(DAY), (210, 297)), (Options(DAY, paper=PaperSize.LETTER), (215.9, 279.4)), (Options(DAY, large=True), (210, 297))]


# The size that is not the default; posters show A4.
@pytest.mark.parametrize(("options", "size"), family(PAPERS, PAPERS[1]))
def test_the_paper_size_can_be_chosen(options: Options, size: tuple[float, float]) -> None:
    box = pypdf.PdfReader(io.BytesIO(make_guide(INDEX, options).pdf)).pages[0].mediabox
    assert (round(float(box.width) / MM, 1), round(float(box.height) / MM, 1)) == size


def test_a_guide_to_one_phase_contains_only_that_phase() -> None:
    reader = pypdf.PdfReader(io.BytesIO(make_guide(INDEX, Options(DAY, phase="deep-learning")).pdf))
    topics = {name.removeprefix("topic-") for name in reader.get_fields() or {} if name.startswith("topic-")}
    assert topics == {id for id, phase in INDEX.phase_of.items() if phase.id == "deep-learning" and id in INDEX.topics}


# The first and the last of five.
@pytest.mark.parametrize("document", family(INDEX.documents, *(list(INDEX.documents)[at] for at in (0, -1))))
def test_a_guide_in_the_order_of_a_document_contains_its_topics(document: str) -> None:
    reader = pypdf.PdfReader(io.BytesIO(make_guide(INDEX, Options(DAY, document=document)).pdf))
    topics = {name.removeprefix("topic-") for name in reader.get_fields() or {} if name.startswith("topic-")}
    named = {id for id, topic in INDEX.topics.items() if any(source.document == document for source in topic.named)}
    assert topics == named


def test_typst_markup_in_titles_is_printed_as_text() -> None:
    guide = make_guide(small(HOSTILE), Options(DAY))
    text = plain("".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(guide.pdf)).pages))
    for title in HOSTILE:
        assert plain(title) in text, title
    assert "root:x:0" not in text and guide.warnings == ()


def test_nothing_runs_off_the_page() -> None:
    document = pypdfium2.PdfDocument(make_guide(small(HOSTILE), Options(DAY)).pdf)
    for page in document:
        width, height = page.get_size()
        text = page.get_textpage()
        for at in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(at)
            assert -1 <= left <= right <= width + 1 and -1 <= bottom <= top <= height + 1


def test_a_topic_shows_all_its_fields() -> None:
    extra = ", hours: 2.5, level: beginner, optional: true"
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(make_guide(small(["A", "B", "C"], extra), Options(DAY)).pdf)).pages)
    assert "beginner · optional · 2.5 h" in text.replace("\u00a0", " ") and "also called A too" in text


def test_prerequisites_are_printed_with_their_page() -> None:
    topics = "".join(f"    - {{id: t{at}, title: Topic {at}}}\n" for at in range(200))
    last = "    - {id: last, title: The last one, needs: [{topic: t0, reason: it begins there}, {topic: t150}]}\n"
    text = f"format: 2\nid: x\ntitle: X\nphases:\n- id: one\n  title: One\n  sections:\n  - id: s\n    title: S\n    topics:\n{topics}{last}"
    index = RoadmapIndex(parse(DecodedText("x.yml", tuple(text.splitlines())), Path("x.yml")).roadmap)
    reader = pypdf.PdfReader(io.BytesIO(make_guide(index, Options(DAY)).pdf))
    pages = [page.extract_text() for page in reader.pages]
    chapter = [at for at, page in enumerate(pages, 1) if "Topic 0\n" in page or "Topic 150\n" in page]
    said = " ".join(next(page for page in pages if "Prerequisites:" in page and "The last one" in page).split())
    found = re.search(r"Prerequisites: Topic 0 \(it begins there\) p\. (\d+), Topic 150 p\. (\d+)", said)
    assert found and [int(found[1]), int(found[2])] == [chapter[0], next(at for at in chapter if "Topic 150\n" in pages[at - 1])]

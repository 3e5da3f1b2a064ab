"""Page numbers, bookmarks, index and checkboxes of a whole guide."""

import io
import re
from typing import Any

import pikepdf
import pypdf
import pypdfium2
import pytest

from tests.guide.guides import INDEX, MM, pages_of, plain

pytestmark = pytest.mark.slow


def flat(outline: Any) -> list[Any]:
    return [entry for item in outline for entry in (flat(item) if isinstance(item, list) else [item])]


def test_every_bookmark_points_to_a_heading_that_is_not_stranded(reader: pypdf.PdfReader, pdf: bytes) -> None:
    entries = flat(reader.outline)
    # Read once, by the faster of the two libraries: pypdf would take half of the time of this module.
    pages = [plain(page) for page in pages_of(pdf)]
    titles = [plain(entry.title) for entry in entries]
    for phase in INDEX.roadmap.phases:
        assert plain(phase.title) in titles
        assert all(plain(section.title) in titles for section in phase.sections)
    for entry in entries:
        number = reader.get_destination_page_number(entry)
        assert number is not None
        assert plain(entry.title) in pages[number], entry.title
        # Room for some lines below it, above the lower margin.
        assert float(entry.top) > (20 + 12) * MM, f"{entry.title} stands alone at the foot of page {number + 1}"


def links(pdf: bytes) -> list[tuple[int, str, int]]:
    """Every link inside: its page, its text, and the page it leads to; from 1."""
    file = pikepdf.open(io.BytesIO(pdf))
    looked = pypdfium2.PdfDocument(pdf)
    numbers = {page.obj.objgen: at for at, page in enumerate(file.pages, 1)}
    found = []
    for at, page in enumerate(file.pages, 1):
        text = looked[at - 1].get_textpage()
        for link in page.obj.get("/Annots", []):
            if link.Subtype != "/Link":
                continue
            target = link.get("/Dest") or (link.A.D if link.get("/A", {}).get("/S") == "/GoTo" else None)
            if target is None:
                continue
            if isinstance(target, pikepdf.String):
                target = file.Root.Names.Dests.Names[list(file.Root.Names.Dests.Names).index(target) + 1]
            # A link over a break has a piece on each side of it; its rectangle holds all that lies between.
            corners = [float(number) for number in link.get("/QuadPoints", [])]
            left, bottom, right, top = (float(number) for number in link.Rect)
            pieces = [corners[at : at + 8] for at in range(0, len(corners), 8)] or [[left, bottom, right, top]]
            words = " ".join(text.get_text_bounded(min(one[::2]), min(one[1::2]), max(one[::2]), max(one[1::2])) for one in pieces)
            found.append((at, words, numbers[target[0].objgen]))
    return found


def test_printed_page_numbers_are_correct(pdf: bytes) -> None:
    numbered = [(text, target) for _, text, target in links(pdf) if re.search(r"\d+\s*$", text)]
    wrong = [(text, target) for text, target in numbered if int(re.findall(r"\d+", text)[-1]) != target]
    assert len(numbered) > 550, "contents and index are links"
    assert wrong == []


def test_the_index_names_every_topic_and_its_other_names(reader: pypdf.PdfReader) -> None:
    first = next(reader.get_destination_page_number(entry) for entry in flat(reader.outline) if entry.title == "Index")
    assert first is not None
    text = plain("".join(page.extract_text() for page in reader.pages[first:]))
    for topic in INDEX.topics.values():
        assert all(plain(name) in text for name in (topic.title, *topic.also)), topic.title


def test_every_topic_exercise_project_and_goal_has_one_checkbox(pdf: bytes) -> None:
    fields = pypdf.PdfReader(io.BytesIO(pdf)).get_fields() or {}
    roadmap = INDEX.roadmap
    practice = [one for phase in roadmap.phases for section in phase.sections for one in section.practice]
    wanted = [f"topic-{id}" for id in INDEX.topics] + [f"practice-{one.id}" for one in practice] + [f"project-{one.id}" for one in roadmap.projects]
    wanted += [f"goal-{goal.id}" for milestone in roadmap.milestones for goal in milestone.goals]
    assert set(wanted) <= fields.keys()
    assert {name for name in fields if re.match(r"(topic|practice|project|goal)-", name)} == set(wanted)


def test_checkboxes_are_large_enough_for_a_pencil_and_inside_their_pages(pdf: bytes) -> None:
    for page in pikepdf.open(io.BytesIO(pdf)).pages:
        width, height = (float(number) for number in page.mediabox[2:])
        for widget in page.obj.get("/Annots", []):
            if widget.Subtype == "/Widget":
                left, bottom, right, top = (float(number) for number in widget.Rect)
                assert 0 < left < right < width and 0 < bottom < top < height
                assert widget.get("/FT", "/Btn") != "/Btn" or min(right - left, top - bottom) >= 4 * MM

"""The study guide as a reader of PDF files sees it: pages, numbers, links, tags, fields."""

import ctypes
import io
import re
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pypdfium2
import pytest
from PIL import ImageStat
from pypdfium2 import raw

from learning_roadmap.datafile import load, parse
from learning_roadmap.guide import Options, PaperSize, make_guide
from learning_roadmap.guide.form_font import FONT_NAME
from learning_roadmap.model.index import RoadmapIndex
from learning_roadmap.text.decode import DecodedText
from tests.guide.making import HOSTILE
from tests.paths import DATA

pytestmark = pytest.mark.slow

DAY = date(2026, 1, 15)
ATLAS = RoadmapIndex(load(DATA).roadmap)
MM = 72 / 25.4


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return make_guide(ATLAS, Options(DAY, site="https://example.org/roadmap/")).pdf


@pytest.fixture(scope="module")
def reader(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


def plain(text: str) -> str:
    """Words alone: breaks, hyphens and spaces are the layout's."""
    return re.sub(r"[\W_]+", "", text.replace("\u200b", ""))


def flat(outline: Any) -> list[Any]:
    return [entry for item in outline for entry in (flat(item) if isinstance(item, list) else [item])]


# ---- pages and numbers ----


def test_every_heading_of_the_outline_is_on_its_page_and_not_stranded(reader: pypdf.PdfReader) -> None:
    entries = flat(reader.outline)
    titles = [plain(entry.title) for entry in entries]
    for phase in ATLAS.roadmap.phases:
        assert plain(phase.title) in titles
        assert all(plain(section.title) in titles for section in phase.sections)
    for entry in entries:
        number = reader.get_destination_page_number(entry)
        assert number is not None
        assert plain(entry.title) in plain(reader.pages[number].extract_text()), entry.title
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


def test_printed_page_numbers_are_those_of_the_pages(pdf: bytes) -> None:
    numbered = [(text, target) for _, text, target in links(pdf) if re.search(r"\d+\s*$", text)]
    wrong = [(text, target) for text, target in numbered if int(re.findall(r"\d+", text)[-1]) != target]
    assert len(numbered) > 550, "contents and index are links"
    assert wrong == []


def test_the_index_names_every_topic_and_its_other_names(reader: pypdf.PdfReader) -> None:
    first = next(reader.get_destination_page_number(entry) for entry in flat(reader.outline) if entry.title == "Index")
    last = next(reader.get_destination_page_number(entry) for entry in flat(reader.outline) if entry.title == "Sources for each topic")
    assert first is not None and last is not None
    text = plain("".join(page.extract_text() for page in reader.pages[first:last]))
    for topic in ATLAS.topics.values():
        assert all(plain(name) in text for name in (topic.title, *topic.also)), topic.title


def test_every_topic_exercise_project_and_goal_has_one_box(pdf: bytes) -> None:
    fields = pypdf.PdfReader(io.BytesIO(pdf)).get_fields() or {}
    roadmap = ATLAS.roadmap
    practice = [one for phase in roadmap.phases for section in phase.sections for one in section.practice]
    wanted = [f"topic-{id}" for id in ATLAS.topics] + [f"practice-{one.id}" for one in practice] + [f"project-{one.id}" for one in roadmap.projects]
    wanted += [f"goal-{goal.id}" for milestone in roadmap.milestones for goal in milestone.goals]
    assert set(wanted) <= fields.keys()
    assert {name for name in fields if re.match(r"(topic|practice|project|goal)-", name)} == set(wanted)


def test_boxes_are_large_enough_for_a_pencil_and_lie_on_their_pages(pdf: bytes) -> None:
    for page in pikepdf.open(io.BytesIO(pdf)).pages:
        width, height = (float(number) for number in page.mediabox[2:])
        for widget in page.obj.get("/Annots", []):
            if widget.Subtype == "/Widget":
                left, bottom, right, top = (float(number) for number in widget.Rect)
                assert 0 < left < right < width and 0 < bottom < top < height
                assert widget.get("/FT", "/Btn") != "/Btn" or min(right - left, top - bottom) >= 4 * MM


# ---- fields: ticks survive ----


class Hand:
    """Someone with a mouse and a keyboard, in PDFium."""

    def __init__(self, pdf: bytes) -> None:
        self._document = pypdfium2.PdfDocument(pdf)
        self._document.init_forms()
        self._form = self._document.formenv
        self._places: dict[str, list[tuple[int, list[float]]]] = {}
        for at, page in enumerate(pikepdf.open(io.BytesIO(pdf)).pages):
            for widget in page.obj.get("/Annots", []):
                if widget.Subtype == "/Widget":
                    name = str(widget.get("/T") or widget.Parent.T)
                    self._places.setdefault(name, []).append((at, [float(number) for number in widget.Rect]))
        self._page: Any = None

    def click(self, name: str, which: int = 0) -> None:
        at, (left, _, right, top) = self._places[name][which]
        self._page = self._document[at]
        x, y = ctypes.c_double((left + right) / 2), ctypes.c_double(top - 5)
        for done in (raw.FORM_OnMouseMove, raw.FORM_OnLButtonDown, raw.FORM_OnLButtonUp):
            done(self._form, self._page, 0, x, y)

    def type(self, text: str) -> None:
        for sign in text:
            raw.FORM_OnChar(self._form, self._page, ord(sign), 0)

    def save(self) -> bytes:
        raw.FORM_ForceToKillFocus(self._form)
        saved = io.BytesIO()
        self._document.save(saved)
        return saved.getvalue()


def values(pdf: bytes) -> dict[str, Any]:
    return {name: field.value for name, field in (pypdf.PdfReader(io.BytesIO(pdf)).get_fields() or {}).items()}


def test_a_tick_made_by_mouse_in_pdfium_survives_saving(pdf: bytes) -> None:
    hand = Hand(pdf)
    hand.click("topic-perceptron")
    found = values(hand.save())
    assert (found["topic-perceptron"], found["topic-dropout"]) == ("/Yes", "/Off")


def test_of_choices_one_is_ticked_and_the_tick_can_be_taken_back(pdf: bytes) -> None:
    hand = Hand(pdf)
    for which in (0, 1):
        hand.click("form-phase-1", which)
    hand.click("form-phase-2", 2)
    for _ in range(2):
        hand.click("form-phase-3", 1)
    saved = hand.save()
    found = values(saved)
    assert [found[f"form-phase-{number}"] for number in (1, 2, 3, 4)] == ["/2", "/3", "/Off", "/Off"]
    file = pikepdf.open(io.BytesIO(saved))
    widgets = [one for page in file.pages for one in page.obj.get("/Annots", []) if "/Parent" in one]
    of_first = [one for one in widgets if str(one.Parent.T) == "form-phase-1"]
    assert [str(one.AS) for one in of_first] == ["/Off", "/2", "/Off"]
    assert [str(one.TU) for one in of_first] == ["Phase 1: Not Started", "Phase 1: In Progress", "Phase 1: Completed"]
    assert str(of_first[0].Parent.TU) == "Phase 1"
    # Another reader goes on with it.
    writer = pypdf.PdfWriter(io.BytesIO(saved))
    for page in writer.pages:
        if "/Annots" in page:
            writer.update_page_form_field_values(page, {"form-phase-1": "/3"}, auto_regenerate=False)
    again = io.BytesIO()
    writer.write(again)
    assert values(again.getvalue())["form-phase-1"] == "/3"


LETTERS = "Čeština, Ελλάδα, Москва, Việt Nam – “ok” → ½ €"


def test_texts_in_many_letters_are_typed_and_shown_in_the_fields_own_font(pdf: bytes) -> None:
    hand = Hand(pdf)
    hand.click("form-what-i-learned")
    hand.type(f"{LETTERS}\rsecond\rthird " + "word " * 30)
    saved = hand.save()
    assert values(saved)["form-what-i-learned"].split() == [*LETTERS.split(), "second", "third", *["word"] * 30]
    file = pikepdf.open(io.BytesIO(saved))
    widget = next(one for page in file.pages for one in page.obj.get("/Annots", []) if str(one.get("/T", "")) == "form-what-i-learned")
    drawn = widget.AP.N.read_bytes()
    assert set(re.findall(rb"/(\S+) [\d.]+ Tf", drawn)) == {FONT_NAME.encode()}, "no other font helps out"
    # Each line stands on the next line of the page.
    steps = [float(step) for step in re.findall(rb"(-?[\d.]+) Td", drawn)][1:]
    assert len(steps) >= 3 and all(abs(-step - 7 * MM) < 0.01 for step in steps)
    size = float(widget.Rect[3]) - float(widget.Rect[1])
    assert abs(size / (7 * MM) - round(size / (7 * MM))) < 0.01


def test_ticks_and_texts_filled_in_by_pypdf_survive_and_are_drawn(pdf: bytes) -> None:
    writer = pypdf.PdfWriter(io.BytesIO(pdf))
    filled = {"topic-perceptron": "/Yes", "form-what-i-learned": LETTERS, "week": "3"}
    for page in writer.pages:
        if "/Annots" in page:
            writer.update_page_form_field_values(page, filled, auto_regenerate=False)
    saved = io.BytesIO()
    writer.write(saved)
    found = values(saved.getvalue())
    assert {name: found[name] for name in filled} == filled
    pages = pikepdf.open(io.BytesIO(pdf)).pages
    for name in filled:
        place = next(at for at, page in enumerate(pages) if any(str(one.get("/T")) == name for one in page.obj.get("/Annots", [])))
        assert darkness(saved.getvalue(), place) > darkness(pdf, place), f"{name} is seen"


def test_every_field_has_a_look_and_blanks_are_as_large_as_what_they_ask_for(pdf: bytes) -> None:
    file = pikepdf.open(io.BytesIO(pdf))
    widgets = [widget for page in file.pages for widget in page.obj.get("/Annots", []) if widget.Subtype == "/Widget"]
    assert all("/AP" in widget and "/N" in widget.AP for widget in widgets)
    blanks = {str(one.T): one for one in widgets if str(one.get("/T", "")).startswith("form-")}
    lines = {name: round((float(one.Rect[3]) - float(one.Rect[1])) / (7 * MM)) for name, one in blanks.items()}
    assert lines["form-start-date"] == lines["form-current-topic"] == 1
    assert lines["form-what-i-learned"] == 6
    assert all((int(one.get("/Ff", 0)) == 1 << 12) == (lines[name] > 1) for name, one in blanks.items())
    assert "/NeedAppearances" not in file.Root.AcroForm


def darkness(pdf: bytes, page: int) -> float:
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    return 255 - float(ImageStat.Stat(document[page].render(scale=1, grayscale=True).to_pil()).mean[0])


# ---- tags ----


def test_it_is_tagged_and_says_so(pdf: bytes) -> None:
    file = pikepdf.open(io.BytesIO(pdf))
    assert file.Root.MarkInfo.Marked is True or bool(file.Root.MarkInfo.Marked)
    assert str(file.Root.Lang) == "en"
    assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
    with file.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "AI engineer roadmap: Study guide"


def test_every_field_is_described_and_stands_in_the_structure_tree(pdf: bytes) -> None:
    file = pikepdf.open(io.BytesIO(pdf))
    numbers: dict[int, Any] = {}

    def walk(node: Any) -> None:
        pairs = list(node.get("/Nums", []))
        numbers.update({int(pairs[at]): pairs[at + 1] for at in range(0, len(pairs), 2)})
        for kid in node.get("/Kids", []):
            walk(kid)

    walk(file.Root.StructTreeRoot.ParentTree)
    assert sorted(numbers) == list(numbers), "a number tree is in order"
    widgets = [widget for page in file.pages for widget in page.obj.get("/Annots", []) if widget.Subtype == "/Widget"]
    fields = list(file.Root.AcroForm.Fields)
    assert len(widgets) == sum(len(field.get("/Kids", [0])) for field in fields) and len(fields) > 600
    for widget in widgets:
        element = numbers[int(widget.StructParent)]
        assert element.S == "/Form" and element.K.Obj.objgen == widget.objgen
        assert str(widget.TU).strip() and "\u200b" not in str(widget.TU)
    names = [str(field.T) for field in fields]
    assert len(set(names)) == len(names) and not any("." in name for name in names)


def test_all_fonts_are_embedded(pdf: bytes) -> None:
    file = pikepdf.open(io.BytesIO(pdf))
    fonts = [one for one in file.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"]
    assert fonts and all(any(key in font for key in ("/FontFile", "/FontFile2", "/FontFile3")) for font in fonts)
    simple = [one for one in file.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font" and "/DescendantFonts" not in one]
    assert all("/FontDescriptor" in font for font in simple), "none is one of the 14 that a reader must have"


# ---- options ----


@pytest.mark.parametrize(
    ("options", "size"), [(Options(DAY), (210, 297)), (Options(DAY, paper=PaperSize.LETTER), (215.9, 279.4)), (Options(DAY, large=True), (210, 297))]
)
def test_paper(options: Options, size: tuple[float, float]) -> None:
    box = pypdf.PdfReader(io.BytesIO(make_guide(ATLAS, options).pdf)).pages[0].mediabox
    assert (round(float(box.width) / MM, 1), round(float(box.height) / MM, 1)) == size


def test_one_phase_holds_that_phase_only() -> None:
    reader = pypdf.PdfReader(io.BytesIO(make_guide(ATLAS, Options(DAY, phase="deep-learning")).pdf))
    topics = {name.removeprefix("topic-") for name in reader.get_fields() or {} if name.startswith("topic-")}
    assert topics == {id for id, phase in ATLAS.phase_of.items() if phase.id == "deep-learning" and id in ATLAS.topics}


@pytest.mark.parametrize("document", list(ATLAS.documents))
def test_a_documents_order_holds_the_topics_it_names(document: str) -> None:
    reader = pypdf.PdfReader(io.BytesIO(make_guide(ATLAS, Options(DAY, document=document)).pdf))
    topics = {name.removeprefix("topic-") for name in reader.get_fields() or {} if name.startswith("topic-")}
    named = {id for id, topic in ATLAS.topics.items() if any(source.document == document for source in topic.named)}
    assert topics == named


# ---- hostile and full content ----


def small(titles: list[str], extra: str = "") -> RoadmapIndex:
    rows = "".join(f"    - {{id: t{at}, title: '{title}', also: ['{title} too'], summary: '{title}'{extra}}}\n" for at, title in enumerate(titles))
    head = f"format: 2\nid: x\ntitle: '{titles[0]}'\nphases:\n- id: one\n  title: '{titles[1]}'\n"
    text = f"{head}  sections:\n  - id: s\n    title: '{titles[2]}'\n    topics:\n{rows}"
    return RoadmapIndex(parse(DecodedText("x.yml", tuple(text.splitlines())), Path("x.yml")).roadmap)


def test_text_is_text() -> None:
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


def test_a_sign_that_no_font_has_is_said_and_printed_as_its_code() -> None:
    guide = make_guide(small(["Plain 中文", "Emoji 😀", "ok", "naïve Ωмега → ²"]), Options(DAY))
    assert len(guide.warnings) == 1 and guide.warnings[0].startswith(
        "3 characters are missing from the guide's fonts and printed as codes: U+4E2D in 'Plain [U+4E2D]文'"
    )
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(guide.pdf)).pages)
    assert "[U+1F600]" in text and "naïve Ωмега → ²" in text


def test_a_full_topic_shows_all_it_has() -> None:
    extra = ", hours: 2.5, level: beginner, optional: true"
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(make_guide(small(["A", "B", "C"], extra), Options(DAY)).pdf)).pages)
    assert "beginner · optional · 2.5 h" in text.replace("\u00a0", " ") and "also called A too" in text


def test_needs_are_named_with_the_page_they_are_on() -> None:
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

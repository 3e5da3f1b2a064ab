"""Form fields: what is ticked or typed in a reader is saved and shown."""

import ctypes
import io
import re
from typing import Any

import pikepdf
import pypdf
import pypdfium2
import pytest
from PIL import ImageStat
from pypdfium2 import raw

from learning_roadmap.guide.form_font import FONT_NAME
from tests.guide.guides import MM

pytestmark = pytest.mark.slow


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
        for character in text:
            raw.FORM_OnChar(self._form, self._page, ord(character), 0)

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


def test_only_one_choice_is_ticked_and_it_can_be_cleared(pdf: bytes) -> None:
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


def test_texts_in_many_scripts_are_typed_and_shown_in_the_embedded_font(pdf: bytes) -> None:
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


def test_every_field_has_an_appearance_and_a_fitting_size(pdf: bytes) -> None:
    file = pikepdf.open(io.BytesIO(pdf))
    widgets = [widget for page in file.pages for widget in page.obj.get("/Annots", []) if widget.Subtype == "/Widget"]
    assert all("/AP" in widget and "/N" in widget.AP for widget in widgets)
    blanks = {str(one.T): one for one in widgets if str(one.get("/T", "")).startswith("form-")}
    lines = {name: round((float(one.Rect[3]) - float(one.Rect[1])) / (7 * MM)) for name, one in blanks.items()}
    assert lines["form-start-date"] == lines["form-current-topic"] == 1
    assert lines["form-what-i-learned"] == 4
    assert all((int(one.get("/Ff", 0)) == 1 << 12) == (lines[name] > 1) for name, one in blanks.items())
    assert "/NeedAppearances" not in file.Root.AcroForm


def darkness(pdf: bytes, page: int) -> float:
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    return 255 - float(ImageStat.Stat(document[page].render(scale=1, grayscale=True).to_pil()).mean[0])


def test_every_field_has_a_description_and_a_structure_element(pdf: bytes) -> None:
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

"""Makes a PDF one that can be filled in: a form field on each place, tagged, with looks of its own.

Follows ISO 32000-1, 12.7 (forms) and 14.8 (tagged PDF), and PDF/UA-1, 7.18: each widget has a description (``TU``), and a ``Form`` element
in the structure tree holds it.
"""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, String

from learning_roadmap.guide.form_font import FONT_NAME, LINE_HEIGHT, empty_look, field_font
from learning_roadmap.guide.tags import Places
from learning_roadmap.guide.typeset import Field

MULTILINE = 1 << 12


def fillable(pdf: bytes, fields: Sequence[Field]) -> bytes:
    """The PDF with its fields."""
    with Pdf.open(BytesIO(pdf)) as file:
        form = _Form(file)
        seen: dict[str, int] = {}
        for field in fields:
            if field.kind == "choice":
                form.add_choice(field)
                continue
            # The same thing may stand in two places; a name in a form is one thing. No id holds the sign between.
            seen[field.name] = seen.get(field.name, 0) + 1
            form.add(field, field.name if seen[field.name] == 1 else f"{field.name}_{seen[field.name]}")
        form.finish()
        target = BytesIO()
        file.save(target, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate, compress_streams=True, recompress_flate=True)
    return target.getvalue()


class _Form:
    def __init__(self, file: Pdf) -> None:
        self._file = file
        self._pages = [page.obj for page in file.pages]
        self._heights = [float(page.mediabox[3]) for page in file.pages]
        self._fields: list[Any] = []
        self._choices: dict[str, Any] = {}
        self._font = field_font(file)
        self._root = file.Root.StructTreeRoot
        self._next = int(self._root.get("/ParentTreeNextKey", 0))
        self._numbers: list[Any] = []
        self._places = Places(file)
        self._looks: dict[tuple[int, int], tuple[Any, Any]] = {}

    def add(self, field: Field, name: str) -> None:
        """A field that is one widget: a box, or a blank of one or more lines."""
        made = self._widget(field)
        made.T = String(name)
        if field.kind == "box":
            made.FT, made.V = Name.Btn, Name.Off
            self._draw(made, field, "Yes")
        else:
            made.FT, made.DA = Name.Tx, String(f"/{FONT_NAME} {field.height / field.lines / LINE_HEIGHT:.1f} Tf 0 g")
            made.AP = Dictionary(N=empty_look(self._file, self._font, field.width, field.height))
            if field.lines > 1:
                made.Ff = MULTILINE
        self._fields.append(made)

    def add_choice(self, field: Field) -> None:
        """One of several boxes that are a field together: ticking one takes the tick from the others, and a tick can be taken back.

        Boxes rather than radio buttons: a radio button stays ticked in PDFium and pdf.js, whatever its flags allow.
        """
        group = self._choices.get(field.name)
        if group is None:
            group = Dictionary(FT=Name.Btn, T=String(field.name), TU=String(field.group), V=Name.Off, Kids=Array([]))
            group = self._choices[field.name] = self._file.make_indirect(group)
            self._fields.append(group)
        made = self._widget(field)
        made.Parent = group
        self._draw(made, field, str(len(group.Kids) + 1))
        group.Kids.append(made)

    def _widget(self, field: Field) -> Any:
        """The place of a field on its page and in the structure tree."""
        page = self._pages[field.page - 1]
        top = self._heights[field.page - 1] - field.y
        rect = Array([round(number, 2) for number in (field.x, top - field.height, field.x + field.width, top)])
        made = self._file.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=rect, F=4, P=page, TU=String(field.words), StructParent=self._next)
        )
        place = self._places.take(field.name, field.depth)
        element = self._file.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Form, P=place, Pg=page, Alt=String(field.words), K=Dictionary(Type=Name.OBJR, Obj=made, Pg=page))
        )
        place.K.append(element)
        self._numbers += [self._next, element]
        self._next += 1
        if "/Annots" not in page:
            page.Annots = Array([])
        page.Annots.append(made)
        page.Tabs = Name.S
        return made

    def _draw(self, widget: Any, field: Field, state: str) -> None:
        """An empty box and a ticked one, as strokes: no font is needed. The frame is the page's own."""
        size = (round(field.width * 100), round(field.height * 100))
        if size not in self._looks:
            width, height = field.width, field.height
            x, y = [width * share for share in (0.2, 0.42, 0.82)], [height * share for share in (0.52, 0.24, 0.8)]
            stroke = f"q 1.3 w 1 J 1 j {x[0]:.2f} {y[0]:.2f} m {x[1]:.2f} {y[1]:.2f} l {x[2]:.2f} {y[2]:.2f} l S Q"
            box = Array([0, 0, round(width, 2), round(height, 2)])
            off, on = (
                self._file.make_stream(drawn.encode(), Type=Name.XObject, Subtype=Name.Form, BBox=box, Resources=Dictionary())
                for drawn in ("q Q", stroke)
            )
            self._looks[size] = (off, on)
        off, on = self._looks[size]
        widget.AS = Name.Off
        widget.AP = Dictionary(N=Dictionary({f"/{state}": on, "/Off": off}))

    def finish(self) -> None:
        """Ties all to the document."""
        self._places.make_lists()
        fonts = Dictionary(Font=Dictionary({f"/{FONT_NAME}": self._font}))
        self._file.Root.AcroForm = Dictionary(Fields=Array(self._fields), DR=fonts, DA=String(f"/{FONT_NAME} 12 Tf 0 g"))
        tree = self._root.ParentTree
        if "/Nums" in tree:
            tree.Nums = Array([*tree.Nums, *self._numbers])
        else:
            limits = Array([self._numbers[0], self._numbers[-2]]) if self._numbers else Array([])
            tree.Kids.append(self._file.make_indirect(Dictionary(Nums=Array(self._numbers), Limits=limits)))
        self._root.ParentTreeNextKey = self._next

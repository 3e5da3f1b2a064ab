"""Add form fields to a PDF: tagged, each with its own appearance.

Follows ISO 32000-1, 12.7 (forms) and 14.8 (tagged PDF), and PDF/UA-1, 7.18: each widget has a description (``TU``) and is
in a ``Form`` element of the structure tree.
"""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, String

from learning_roadmap.guide.form_font import FONT_NAME, LINE_HEIGHT, empty_appearance, field_font
from learning_roadmap.guide.tags import FieldElements
from learning_roadmap.guide.typeset import PdfField

MULTILINE = 1 << 12


def fillable(pdf: bytes, fields: Sequence[PdfField]) -> bytes:
    """The PDF with form fields."""
    with Pdf.open(BytesIO(pdf)) as file:
        form = _Form(file)
        seen: dict[str, int] = {}
        for field in fields:
            if field.kind == "choice":
                form.add_choice(field)
                continue
            # A topic may be printed twice, but names in a form are unique. No id contains an underscore.
            seen[field.name] = seen.get(field.name, 0) + 1
            form.add(field, field.name if seen[field.name] == 1 else f"{field.name}_{seen[field.name]}")
        form.finish()
        target = BytesIO()
        file.save(target, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate, compress_streams=True)
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
        self._elements = FieldElements(file)
        self._appearances: dict[tuple[int, int], tuple[Any, Any]] = {}

    def add(self, field: PdfField, name: str) -> None:
        """Add a field with one widget: a box, or a blank of one or more lines."""
        widget = self._widget(field)
        widget.T = String(name)
        if field.kind == "box":
            widget.FT, widget.V = Name.Btn, Name.Off
            self._draw(widget, field, "Yes")
        else:
            widget.FT, widget.DA = Name.Tx, String(f"/{FONT_NAME} {field.height / field.lines / LINE_HEIGHT:.1f} Tf 0 g")
            widget.AP = Dictionary(N=empty_appearance(self._file, self._font, field.width, field.height))
            if field.lines > 1:
                widget.Ff = MULTILINE
        self._fields.append(widget)

    def add_choice(self, field: PdfField) -> None:
        """Add one of several boxes that form one field: ticking one unticks the others, and a tick can be removed.

        Boxes rather than radio buttons: a radio button stays ticked in PDFium and pdf.js, whatever its flags allow.
        """
        group = self._choices.get(field.name)
        if group is None:
            group = Dictionary(FT=Name.Btn, T=String(field.name), TU=String(field.group), V=Name.Off, Kids=Array([]))
            group = self._choices[field.name] = self._file.make_indirect(group)
            self._fields.append(group)
        widget = self._widget(field)
        widget.Parent = group
        self._draw(widget, field, str(len(group.Kids) + 1))
        group.Kids.append(widget)

    def _widget(self, field: PdfField) -> Any:
        """The widget of a field, added to its page and to the structure tree."""
        page = self._pages[field.page - 1]
        top = self._heights[field.page - 1] - field.y
        rect = Array([round(number, 2) for number in (field.x, top - field.height, field.x + field.width, top)])
        widget = self._file.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=rect, F=4, P=page, TU=String(field.words), StructParent=self._next)
        )
        parent = self._elements.take(field.name, field.depth, field.more)
        element = self._file.make_indirect(
            Dictionary(
                Type=Name.StructElem, S=Name.Form, P=parent, Pg=page, Alt=String(field.words), K=Dictionary(Type=Name.OBJR, Obj=widget, Pg=page)
            )
        )
        parent.K.append(element)
        self._numbers += [self._next, element]
        self._next += 1
        if "/Annots" not in page:
            page.Annots = Array([])
        page.Annots.append(widget)
        page.Tabs = Name.S
        return widget

    def _draw(self, widget: Any, field: PdfField, state: str) -> None:
        """Set the appearances of an empty and a ticked box, as strokes without a font. The page itself draws the frame."""
        size = (round(field.width * 100), round(field.height * 100))
        if size not in self._appearances:
            width, height = field.width, field.height
            x, y = [width * share for share in (0.2, 0.42, 0.82)], [height * share for share in (0.52, 0.24, 0.8)]
            stroke = f"q 1.3 w 1 J 1 j {x[0]:.2f} {y[0]:.2f} m {x[1]:.2f} {y[1]:.2f} l {x[2]:.2f} {y[2]:.2f} l S Q"
            box = Array([0, 0, round(width, 2), round(height, 2)])
            off, on = (
                self._file.make_stream(strokes.encode(), Type=Name.XObject, Subtype=Name.Form, BBox=box, Resources=Dictionary())
                for strokes in ("q Q", stroke)
            )
            self._appearances[size] = (off, on)
        off, on = self._appearances[size]
        widget.AS = Name.Off
        widget.AP = Dictionary(N=Dictionary({f"/{state}": on, "/Off": off}))

    def finish(self) -> None:
        """Connect the fields to the document."""
        self._elements.make_lists()
        fonts = Dictionary(Font=Dictionary({f"/{FONT_NAME}": self._font}))
        self._file.Root.AcroForm = Dictionary(Fields=Array(self._fields), DR=fonts, DA=String(f"/{FONT_NAME} 12 Tf 0 g"))
        tree = self._root.ParentTree
        if "/Nums" in tree:
            tree.Nums = Array([*tree.Nums, *self._numbers])
        else:
            limits = Array([self._numbers[0], self._numbers[-2]]) if self._numbers else Array([])
            tree.Kids.append(self._file.make_indirect(Dictionary(Nums=Array(self._numbers), Limits=limits)))
        self._root.ParentTreeNextKey = self._next

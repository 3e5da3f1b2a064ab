"""Add form fields to a PDF: tagged, each with its own appearance.

Follows ISO 32000-1, 12.7 (forms) and 14.8 (tagged PDF), and PDF/UA-1, 7.18: each widget has a description (``TU``) and is
in a ``Form`` element of the structure tree.
"""

from collections.abc import Mapping
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, String

from learning_roadmap.guide.form_font import FONT_NAME, LINE_HEIGHT, empty_appearance
from learning_roadmap.guide.join import AddedPart
from learning_roadmap.guide.own_links import FIELD
from learning_roadmap.guide.pdf_field import PdfField
from learning_roadmap.guide.tags import FieldElements

MULTILINE = 1 << 12


class Form:
    """The form of a PDF, with the fields of all parts."""

    def __init__(self, file: Pdf, elements: Mapping[int, Any], font: Any) -> None:
        """Begin a form without fields.

        Args:
            elements: the structure elements by the keys that the links have for them.
            font: of what is typed.
        """
        self._file = file
        self._all_elements = elements
        self._elements: FieldElements
        self._fields: list[Any] = []
        self._choices: dict[str, Any] = {}
        self._font = font
        self._appearances: dict[tuple[float, float], tuple[Any, Any]] = {}
        self._uses: dict[str, int] = {}

    def add(self, part: AddedPart) -> None:
        """Add the fields of a part, in the places of the links that stand for them."""
        self._elements = FieldElements(self._file, self._all_elements)
        for description, page, annotation in part.links_to(FIELD):
            field = PdfField(annotation=annotation, page=page, **description)
            if field.kind == "choice":
                self._add_choice(field)
                continue
            # A topic may be printed twice, but names in a form are unique. No id contains an underscore.
            uses = self._uses[field.name] = self._uses.get(field.name, 0) + 1
            self._add_field(field, field.name if uses == 1 else f"{field.name}_{uses}")
        self._elements.make_lists()

    def _add_field(self, field: PdfField, name: str) -> None:
        """Add a field with one widget: a box, or a blank of one or more lines."""
        widget = self._widget(field)
        widget.T = String(name)
        if field.kind == "box":
            widget.FT, widget.V = Name.Btn, Name.Off
            self._draw(widget, field, "Yes")
        else:
            widget.FT, widget.DA = Name.Tx, String(f"/{FONT_NAME} {field.size[1] / field.lines / LINE_HEIGHT:.1f} Tf 0 g")
            widget.AP = Dictionary(N=empty_appearance(self._file, self._font, *field.size))
            if field.lines > 1:
                widget.Ff = MULTILINE
        self._fields.append(widget)

    def _add_choice(self, field: PdfField) -> None:
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
        """The widget of a field, which replaces the link in its place."""
        widget = field.annotation
        del widget.Border, widget.Contents
        widget.Subtype, widget.TU, widget.P = Name.Widget, String(field.words), field.page
        field.page.Tabs = Name.S
        self._elements.add(field)
        return widget

    def _draw(self, widget: Any, field: PdfField, state: str) -> None:
        """Set the appearances of an empty and a ticked box, as strokes without a font. The page itself draws the frame."""
        if field.size not in self._appearances:
            width, height = field.size
            x, y = [width * share for share in (0.2, 0.42, 0.82)], [height * share for share in (0.52, 0.24, 0.8)]
            stroke = f"q 1.3 w 1 J 1 j {x[0]:.2f} {y[0]:.2f} m {x[1]:.2f} {y[1]:.2f} l {x[2]:.2f} {y[2]:.2f} l S Q"
            box = Array([0, 0, width, height])
            off, on = (
                self._file.make_stream(strokes.encode(), Type=Name.XObject, Subtype=Name.Form, BBox=box, Resources=Dictionary())
                for strokes in ("q Q", stroke)
            )
            self._appearances[field.size] = (off, on)
        off, on = self._appearances[field.size]
        widget.AS = Name.Off
        widget.AP = Dictionary(N=Dictionary({f"/{state}": on, "/Off": off}))

    def finish(self) -> None:
        """Connect the fields to the document."""
        fonts = Dictionary(Font=Dictionary({f"/{FONT_NAME}": self._font}))
        self._file.Root.AcroForm = Dictionary(Fields=Array(self._fields), DR=fonts, DA=String(f"/{FONT_NAME} 12 Tf 0 g"))

"""Add form fields to a PDF: tagged, each with its own appearance.

Follows ISO 32000-1, 12.7 (forms) and 14.8 (tagged PDF), and PDF/UA-1, 7.18: each widget has a description (``TU``) and is
in a ``Form`` element of the structure tree.
"""

from learning_roadmap.guide.form_font import FONT_NAME, LINE_HEIGHT, empty_appearance
from learning_roadmap.guide.join import JoinedFile
from learning_roadmap.guide.links import BORDER, encoded
from learning_roadmap.guide.pdf_field import PdfField, fields_in
from learning_roadmap.guide.tags import FieldElements

MULTILINE = 1 << 12
WIDGET, LINK = b"/Subtype/Widget", b"/Subtype/Link"


def add_fields(joined: JoinedFile, font: int) -> None:
    """Add form fields in the places of the links that stand for them.

    Args:
        font: of what is typed.
    """
    form = _Form(joined, font)
    seen: dict[str, int] = {}
    for field in list(fields_in(joined)):
        if field.kind == "choice":
            form.add_choice(field)
            continue
        # A topic may be printed twice, but names in a form are unique. No id contains an underscore.
        seen[field.name] = seen.get(field.name, 0) + 1
        form.add(field, field.name if seen[field.name] == 1 else f"{field.name}_{seen[field.name]}")
    form.finish()


class _Form:
    def __init__(self, joined: JoinedFile, font: int) -> None:
        self._joined, self._objects = joined, joined.objects
        self._fields: list[int] = []
        self._choices: dict[str, tuple[int, PdfField, list[int]]] = {}
        self._font = font
        self._elements = FieldElements(joined)
        self._appearances: dict[tuple[float, float], tuple[int, int]] = {}

    def add(self, field: PdfField, name: str) -> None:
        """Add a field with one widget: a box, or a blank of one or more lines."""
        if field.kind == "box":
            entries = b"/FT/Btn/V/Off" + self._drawn(field, "Yes")
        else:
            appearance = empty_appearance(self._objects, self._font, *field.size)
            size = field.size[1] / field.lines / LINE_HEIGHT
            entries = b"/FT/Tx/DA(/%s %.1f Tf 0 g)/AP<</N %d 0 R>>" % (FONT_NAME.encode(), size, appearance)
            if field.lines > 1:
                entries += b"/Ff %d" % MULTILINE
        self._write_widget(field, b"/T%s%s" % (encoded(name), entries))
        self._fields.append(field.link.number)

    def add_choice(self, field: PdfField) -> None:
        """Add one of several boxes that form one field: ticking one unticks the others, and a tick can be removed.

        Boxes rather than radio buttons: a radio button stays ticked in PDFium and pdf.js, whatever its flags allow.
        """
        if field.name not in self._choices:
            group = self._objects.append(b"")
            self._choices[field.name] = (group, field, [])
            self._fields.append(group)
        group, _, widgets = self._choices[field.name]
        widgets.append(field.link.number)
        self._write_widget(field, b"/Parent %d 0 R%s" % (group, self._drawn(field, str(len(widgets)))))

    def _write_widget(self, field: PdfField, entries: bytes) -> None:
        """Write the widget of a field, which replaces the link in its place."""
        link = field.link
        head = link.head.replace(LINK, WIDGET, 1).replace(BORDER, b"", 1)
        self._objects[link.number] = b"%s/F 4/StructParent %d/TU%s/P %d 0 R%s>>" % (head, link.key, encoded(field.words), link.page, entries)
        self._elements.add(field)

    def _drawn(self, field: PdfField, state: str) -> bytes:
        """The appearances of an empty and a ticked box, as strokes without a font. The page itself draws the frame."""
        if field.size not in self._appearances:
            width, height = field.size
            x, y = [width * share for share in (0.2, 0.42, 0.82)], [height * share for share in (0.52, 0.24, 0.8)]
            stroke = f"q 1.3 w 1 J 1 j {x[0]:.2f} {y[0]:.2f} m {x[1]:.2f} {y[1]:.2f} l {x[2]:.2f} {y[2]:.2f} l S Q"
            entries = b"/Type/XObject/Subtype/Form/BBox[0 0 %g %g]/Resources<<>>" % field.size
            off, on = (self._objects.add_stream(entries, strokes.encode()) for strokes in ("q Q", stroke))
            self._appearances[field.size] = (off, on)
        off, on = self._appearances[field.size]
        return b"/AS/Off/AP<</N<</%s %d 0 R/Off %d 0 R>>>>" % (state.encode(), on, off)

    def finish(self) -> None:
        """Connect the fields to the document."""
        self._elements.make_lists()
        for group, field, widgets in self._choices.values():
            kids = b" ".join(b"%d 0 R" % widget for widget in widgets)
            self._objects[group] = b"<</FT/Btn/T%s/TU%s/V/Off/Kids[%s]>>" % (encoded(field.name), encoded(field.group), kids)
        fields = b" ".join(b"%d 0 R" % field for field in self._fields)
        name = FONT_NAME.encode()
        form = b"<</Fields[%s]/DR<</Font<</%s %d 0 R>>>>/DA(/%s 12 Tf 0 g)>>" % (fields, name, self._font, name)
        self._joined.form = b"/AcroForm %d 0 R" % self._objects.append(form)

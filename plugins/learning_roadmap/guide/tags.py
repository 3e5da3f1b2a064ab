"""The structure tree of the PDF, corrected for screen readers: fields as such, and rows with boxes as lists.

Typst tags what it lays out but knows no form fields. The links in their places have elements in the tree, which become those of the fields.
Paragraphs that begin with a box become items of nested lists, together with the paragraphs below them.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, String

from learning_roadmap.guide.pdf_field import PdfField


class FieldElements:
    """The elements of fields in the structure tree."""

    def __init__(self, file: Pdf, elements: Mapping[int, Any]) -> None:
        self._file = file
        self._elements = elements
        self._rows: list[tuple[Any, int, int]] = []
        self._bare: dict[tuple[int, int], Any] = {}

    def add(self, field: PdfField) -> None:
        """Turn the element of a link into that of a field. The list item of a field takes ``more`` paragraphs after its own."""
        element = self._elements[int(field.annotation.StructParent)]
        element.S, element.Alt, element.K = Name.Form, String(field.words), element.K[0]
        if Name.Document == element.P.S:
            self._bare[element.objgen] = element
        if field.depth >= 0:
            self._rows.append((element, field.depth, field.more))

    def make_lists(self) -> None:
        """Convert the rows with boxes to lists, and put fields of the document itself into paragraphs."""
        self._wrap_bare()
        groups: dict[tuple[int, int], tuple[Any, dict[tuple[int, int], tuple[Any, int, int]]]] = {}
        for box, depth, more in self._rows:
            paragraph = box.P
            holder = paragraph.P
            if paragraph.S == Name.P:
                groups.setdefault(holder.objgen, (holder, {}))[1][paragraph.objgen] = (box, depth, more)
        for holder, rows in groups.values():
            self._list_in(holder, rows)

    def _wrap_bare(self) -> None:
        if not self._bare:
            return
        document = next(iter(self._bare.values())).P
        for number, kid in enumerate(list(document.K)):
            if isinstance(kid, Dictionary) and (element := self._bare.get(kid.objgen)) is not None:
                document.K[number] = element.P = self._file.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=document, K=Array([element])))

    def _list_in(self, holder: Any, rows: dict[tuple[int, int], tuple[Any, int, int]]) -> None:
        kids: list[Any] = []
        more = 0
        # The open list of each level, with the body of its last item.
        open_lists: list[tuple[int, Any, Any]] = []
        for kid in holder.K if isinstance(holder.K, Array) else [holder.K]:
            row = rows.get(kid.objgen) if isinstance(kid, Dictionary) else None
            if row is None and more and open_lists and isinstance(kid, Dictionary) and kid.S == Name.P:
                more -= 1
                kid.P = open_lists[-1][2]
                kid.P.K.append(kid)
                continue
            if row is None:
                kids.append(kid)
                open_lists.clear()
                continue
            box, depth, more = row
            while open_lists and open_lists[-1][0] > depth:
                open_lists.pop()
            if not open_lists or open_lists[-1][0] < depth:
                parent = open_lists[-1][2] if open_lists else holder
                list_element = self._file.make_indirect(Dictionary(Type=Name.StructElem, S=Name.L, P=parent, K=Array([])))
                if open_lists:
                    parent.K.append(list_element)
                else:
                    kids.append(list_element)
            else:
                list_element = open_lists.pop()[1]
            open_lists.append((depth, list_element, self._item(list_element, kid, box)))
        holder.K = Array(kids)

    def _item(self, list_element: Any, paragraph: Any, box: Any) -> Any:
        """Add an item to a list: the box is its label, the paragraph its body."""
        item = self._file.make_indirect(Dictionary(Type=Name.StructElem, S=Name.LI, P=list_element))
        body = self._file.make_indirect(Dictionary(Type=Name.StructElem, S=Name.LBody, P=item, K=Array([paragraph])))
        paragraph.K = Array([kid for kid in _as_list(paragraph.K) if not (isinstance(kid, Dictionary) and kid.objgen == box.objgen)])
        paragraph.P = body
        label = self._file.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Lbl, P=item, K=Array([box])))
        box.P = label
        item.K = Array([label, body])
        list_element.K.append(item)
        return body


def _as_list(kids: Any) -> Sequence[Any]:
    return list(kids) if isinstance(kids, Array) else [kids]

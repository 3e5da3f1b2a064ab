"""The structure tree of the PDF, corrected for screen readers: fields as such, and rows with boxes as lists.

Typst tags what it lays out but knows no form fields. The links in their places have elements in the tree, which become those of the fields.
Paragraphs that begin with a box become items of nested lists, together with the paragraphs below them.
"""

from learning_roadmap.guide.join import JoinedFile
from learning_roadmap.guide.links import encoded
from learning_roadmap.guide.pdf_field import PdfField
from learning_roadmap.guide.structure import (
    HEAD,
    element_in,
    kids_of,
    kind_of,
    new_element,
    parent_of,
    reference_to,
    set_head,
    set_kids,
)


class FieldElements:
    """The elements of fields in the structure tree."""

    def __init__(self, joined: JoinedFile) -> None:
        self._joined, self._objects = joined, joined.objects
        self._rows: list[tuple[int, int, int]] = []
        self._elements: list[int] = []

    def add(self, field: PdfField) -> None:
        """Turn the element of a link into that of a field. The list item of a field takes ``more`` paragraphs after its own."""
        element = self._joined.elements[field.link.key]
        kid = kids_of(self._objects, element)[0]
        set_head(self._objects, element, kind=b"Form")
        body = self._objects[element]
        head = HEAD.match(body)
        assert head
        start = body.rindex(b"/K[")
        rest = body[body.index(b"]", start) + 1 :]
        self._objects[element] = b"%s/Alt%s%s/K %s%s" % (head[0], encoded(field.words), body[head.end() : start], kid, rest)
        self._elements.append(element)
        if field.depth >= 0:
            self._rows.append((element, field.depth, field.more))

    def make_lists(self) -> None:
        """Convert the rows with boxes to lists, and put fields of the document itself into paragraphs."""
        self._joined.wrap_in_document(self._elements)
        groups: dict[int, dict[int, tuple[int, int, int]]] = {}
        for box, depth, more in self._rows:
            paragraph = parent_of(self._objects, box)
            if kind_of(self._objects, paragraph) == b"P":
                groups.setdefault(parent_of(self._objects, paragraph), {})[paragraph] = (box, depth, more)
        for holder, rows in groups.items():
            self._list_in(holder, rows)

    def _list_in(self, holder: int, rows: dict[int, tuple[int, int, int]]) -> None:
        kids: list[bytes] = []
        more = 0
        lists: dict[int, list[bytes]] = {}
        # The open list of each level, with the body of its last item.
        open_lists: list[tuple[int, int, int]] = []
        for kid in self._joined.kids_of(holder):
            element = element_in(kid)
            row = rows.get(element)
            if row is None and more and open_lists and element and kind_of(self._objects, element) == b"P":
                more -= 1
                set_head(self._objects, element, parent=open_lists[-1][2])
                lists[open_lists[-1][2]].append(kid)
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
                list_element = new_element(self._objects, b"L", parent)
                lists[list_element] = []
                (lists[parent] if open_lists else kids).append(reference_to(list_element))
            else:
                list_element = open_lists.pop()[1]
            item, body = self._item(list_element, element, box)
            lists[list_element].append(reference_to(item))
            lists[body] = [kid]
            open_lists.append((depth, list_element, body))
        for element, elements in lists.items():
            set_kids(self._objects, element, elements)
        self._joined.set_kids(holder, kids)

    def _item(self, list_element: int, paragraph: int, box: int) -> tuple[int, int]:
        """Make an item of a list and its body: the box is its label, the paragraph its body."""
        objects = self._objects
        item = new_element(objects, b"LI", list_element)
        body = new_element(objects, b"LBody", item)
        label = new_element(objects, b"Lbl", item, [reference_to(box)])
        set_kids(objects, item, [reference_to(label), reference_to(body)])
        set_kids(objects, paragraph, [kid for kid in kids_of(objects, paragraph) if element_in(kid) != box])
        set_head(objects, paragraph, parent=body)
        set_head(objects, box, parent=label)
        return item, body

"""The structure tree of the PDF, corrected for screen readers: fields in reading order, and rows with boxes as lists.

Typst tags what it lays out but knows no form fields. For each field the layout leaves an empty figure in the tree, which the field replaces.
Paragraphs that begin with a box become items of nested lists, together with the paragraphs below them.
"""

from collections import deque
from collections.abc import Sequence
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf

MARK = "field:"


class FieldElements:
    """The elements of fields in the structure tree."""

    def __init__(self, file: Pdf) -> None:
        self._file = file
        self._free: dict[str, deque[Any]] = {}
        self._rows: list[tuple[Any, int, int]] = []
        pending = [file.Root.StructTreeRoot.K]
        while pending:
            node = pending.pop()
            if isinstance(node, Array):
                pending.extend(kid for kid in reversed(list(node)) if not isinstance(kid, int))
            elif isinstance(node, Dictionary) and "/S" in node:
                if Name.Figure == node.S and (words := str(node.get("/Alt", ""))).startswith(MARK):
                    self._free.setdefault(words.removeprefix(MARK), deque()).append(node)
                elif (kids := node.get("/K")) is not None and not isinstance(kids, int):
                    pending.append(kids)

    def take(self, name: str, depth: int, more: int) -> Any:
        """The next element for a field with that name, in reading order; its list item takes ``more`` paragraphs after its own."""
        element = self._free[name].popleft()
        element.S = Name.Span
        del element.Alt
        if "/A" in element:
            del element.A
        if not isinstance(element.K, Array):
            element.K = Array([element.K])
        if depth >= 0:
            self._rows.append((element, depth, more))
        return element

    def make_lists(self) -> None:
        """Convert the rows with boxes to lists."""
        groups: dict[tuple[int, int], tuple[Any, dict[tuple[int, int], tuple[Any, int, int]]]] = {}
        for box, depth, more in self._rows:
            paragraph = box.P
            holder = paragraph.P
            if paragraph.S == Name.P:
                groups.setdefault(holder.objgen, (holder, {}))[1][paragraph.objgen] = (box, depth, more)
        for holder, rows in groups.values():
            self._list_in(holder, rows)

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
        box.S, box.P = Name.Lbl, item
        item.K = Array([box, body])
        list_element.K.append(item)
        return body


def _as_list(kids: Any) -> Sequence[Any]:
    return list(kids) if isinstance(kids, Array) else [kids]

"""Join the parts of a guide, each a PDF of its own, to one file: pages, bookmarks and the structure tree."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pikepdf import Array, Dictionary, Name, Page, Pdf, String


@dataclass(frozen=True)
class Heading:
    """A bookmark.

    Attributes:
        level: from 1.
        page: the page that it leads to, as an object of the file.
        top: the height on that page.
    """

    title: str
    level: int
    page: Any
    top: float


def headings(file: Pdf) -> list[Heading]:
    """The bookmarks of a file, in order."""
    return [*_walk(file.Root.get("/Outlines"), 1)]


def _walk(parent: Any, level: int) -> Iterator[Heading]:
    item = parent.get("/First") if parent is not None else None
    while item is not None:
        yield Heading(str(item.Title), level, item.Dest[0], float(item.Dest[3]))
        yield from _walk(item, level + 1)
        item = item.get("/Next")


class JoinedFile:
    """A file to whose end parts are added.

    Attributes:
        file: the file.
        elements: the structure elements by the key that pages and links have for them.
    """

    def __init__(self, first: Pdf) -> None:
        self.file = first
        self._tree = first.Root.StructTreeRoot
        self._document = self._tree.K[0]
        self._removed: list[Any] = []
        self._contents: dict[tuple[int, int], Any] = {}
        self.elements: dict[int, Any] = dict(_numbers(self._tree.ParentTree))

    def add(self, part: Pdf, skipped: int = 0) -> None:
        """Add a part, without its first pages if some are to be skipped."""
        number = len(self.file.pages)
        self.file.pages.extend(list(part.pages)[skipped:])
        offset = max(self.elements, default=-1) + 1
        for page in list(self.file.pages)[number:]:
            if "/StructParents" in page.obj:
                page.obj.StructParents = int(page.obj.StructParents) + offset
            for annotation in page.obj.get("/Annots", []):
                annotation.StructParent = int(annotation.StructParent) + offset
        # After the pages, which the tree refers to.
        tree = self.file.copy_foreign(part.Root.StructTreeRoot)
        self.elements |= {key + offset: element for key, element in _numbers(tree.ParentTree)}
        if "/IDTree" in tree:
            self._add_table_heads(tree.IDTree, f"{offset}-")
        for kid in tree.K[0].K:
            kid.P = self._document
            self._document.K.append(kid)
        if "/First" in part.Root.get("/Outlines", {}):
            self._add_bookmarks(self.file.copy_foreign(part.Root.Outlines))

    def add_blank_page(self) -> None:
        """Add a page without content."""
        box = self.file.pages[-1].mediabox
        page = self.file.make_indirect(Dictionary(Type=Name.Page, MediaBox=box, Resources=Dictionary(), Contents=self.file.make_stream(b"")))
        self.file.pages.append(Page(page))

    def _add_bookmarks(self, added: Any) -> None:
        root = self.file.Root.Outlines
        root.Last.Next, added.First.Prev = added.First, root.Last
        item = added.First
        while item is not None:
            item.Parent = root
            item = item.get("/Next")
        root.Last = added.Last
        root.Count = int(root.Count) + int(added.Count)

    def _add_table_heads(self, tree: Any, prefix: str) -> None:
        """Add the ids of a part's table heads, which cells refer to. They are unique only in their part."""
        heads = list(tree.Names)[1::2]
        tables = {table.objgen: table for table in map(_table_around, heads)}
        for element in (element for table in tables.values() for element in _below(table)):
            for attributes in element.get("/A", []):
                if "/Headers" in attributes:
                    attributes.Headers = Array([String(prefix + str(id)) for id in attributes.Headers])
        for head in heads:
            head.ID = String(prefix + str(head.ID))
        own = self._tree.get("/IDTree")
        names = {str(head.ID): head for head in (*(list(own.Names)[1::2] if own is not None else ()), *heads)}
        flat = [entry for id in sorted(names) for entry in (String(id), names[id])]
        self._tree.IDTree = self.file.make_indirect(Dictionary(Names=Array(flat)))

    def remove_elements(self, keys: Iterable[int]) -> None:
        """Remove structure elements when the file is finished."""
        self._removed += [self.elements.pop(key) for key in keys]

    def add_contents_line(self, paragraph: Any) -> None:
        """Tag a paragraph as a line of the contents."""
        paragraph.S = Name.TOCI
        self._contents[paragraph.objgen] = paragraph

    def _make_contents(self) -> None:
        """Put the lines of the contents in one element, in the place of the first line."""
        holder = next(iter(self._contents.values())).P
        contents = self.file.make_indirect(Dictionary(Type=Name.StructElem, S=Name.TOC, P=holder, K=Array([])))
        kids: list[Any] = []
        for kid in holder.K:
            if isinstance(kid, Dictionary) and kid.objgen in self._contents:
                if not contents.K:
                    kids.append(contents)
                kid.P = contents
                contents.K.append(kid)
            else:
                kids.append(kid)
        holder.K = Array(kids)

    def finish(self) -> None:
        """Complete the structure tree."""
        removed = {element.objgen for element in self._removed}
        for parent in {element.P.objgen: element.P for element in self._removed}.values():
            parent.K = Array([kid for kid in parent.K if not isinstance(kid, Dictionary) or kid.objgen not in removed])
        if self._contents:
            self._make_contents()
        flat = [entry for key in sorted(self.elements) for entry in (key, self.elements[key])]
        self._tree.ParentTree = self.file.make_indirect(Dictionary(Nums=Array(flat)))
        self._tree.ParentTreeNextKey = max(self.elements, default=-1) + 1


def _table_around(element: Any) -> Any:
    while Name.Table != element.S:
        element = element.P
    return element


def _below(element: Any) -> Iterator[Any]:
    """The elements in an element, with itself."""
    yield element
    for kid in element.K:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from _below(kid)


def _numbers(tree: Any) -> Iterator[tuple[int, Any]]:
    """The entries of a number tree: what belongs to each key."""
    numbers = list(tree.get("/Nums", []))
    yield from zip(map(int, numbers[::2]), numbers[1::2], strict=True)
    for kid in tree.get("/Kids", []):
        yield from _numbers(kid)

"""Join the parts of a guide, each a PDF of its own, to one file: pages, bookmarks and the structure tree."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String

from learning_roadmap.guide.own_links import LinksOfPart, take_links


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
    for item in _siblings(parent):
        yield Heading(str(item.Title), level, item.Dest[0], float(item.Dest[3]))
        yield from _walk(item, level + 1)


def _siblings(parent: Any) -> Iterator[Any]:
    """The bookmarks directly below one, or below the root."""
    item = parent.get("/First") if parent is not None else None
    while item is not None:
        yield item
        item = item.get("/Next")


@dataclass(frozen=True)
class AddedPart:
    """A part that was added to a file.

    Attributes:
        pages: its pages, as objects of the file.
        links: what its links describe.
    """

    pages: Sequence[Any]
    links: LinksOfPart

    def links_to(self, scheme: str) -> Iterator[tuple[dict[str, Any], Any, Any]]:
        """The descriptions of the links with a scheme, with their pages and annotations as objects of the file."""
        for link in self.links.links:
            if link.scheme == scheme:
                page = self.pages[link.page]
                yield link.description, page, page.Annots[link.position]


class JoinedFile:
    """A file to which parts are added: the first one last, because it lists the headings of the others.

    Attributes:
        file: the file.
        elements: the structure elements by the key that pages and links have for them.
    """

    def __init__(self) -> None:
        self.file = Pdf.new()
        self.elements: dict[int, Any] = {}
        # Of the structure trees and bookmarks of the parts, in the order of the pages.
        self._documents: list[Any] = []
        self._outlines: list[Any] = []
        self._table_heads: dict[str, Any] = {}
        self._removed: list[Any] = []
        self._contents: dict[tuple[int, int], Any] = {}

    def add(self, part: Pdf, skipped: int = 0) -> AddedPart:
        """Add a part at the end, without its first pages if some are to be skipped. This changes the part, too."""
        return self._add(part, list(part.pages)[skipped:], len(self.file.pages), len(self._documents))

    def add_first(self, part: Pdf) -> AddedPart:
        """Add the first part, whose title and language are those of the file."""
        added = self._add(part, list(part.pages), 0, 0)
        for key in part.Root.keys() - {"/Pages", "/Outlines", "/StructTreeRoot"}:
            self.file.Root[key] = self._copy(part.Root[key])
        self.file.trailer.Info = self._copy(part.trailer.Info)
        self.file.Root.StructTreeRoot = self.file.make_indirect(
            Dictionary(Type=Name.StructTreeRoot, RoleMap=self._copy(part.Root.StructTreeRoot.RoleMap))
        )
        return added

    def _add(self, part: Pdf, pages: list[Page], at: int, position: int) -> AddedPart:
        offset = max(self.elements, default=-1) + 1
        # Before the pages are copied, because what is copied keeps its memory.
        links = take_links(part, pages, offset)
        tree = part.Root.StructTreeRoot
        elements = dict(_numbers(tree.ParentTree))
        _remove([elements.pop(key) for key in links.removed])
        tree.ParentTree = Dictionary(Nums=Array([entry for item in elements.items() for entry in item]))
        _share_attributes(part, elements)
        if at:
            self.file.pages.extend(pages)
        else:
            for number, page in enumerate(pages):
                self.file.pages.insert(number, page)
        copied_pages = [page.obj for page in list(self.file.pages)[at : at + len(pages)]]
        # After the pages, which the tree refers to.
        tree = self.file.copy_foreign(tree)
        self.elements |= {key + offset: element for key, element in _numbers(tree.ParentTree)}
        if "/IDTree" in tree:
            self._add_table_heads(tree.IDTree, f"{offset}-")
        self._documents.insert(position, tree.K[0])
        self._outlines.insert(position, self._copy(part.Root.get("/Outlines", Dictionary())))
        return AddedPart(copied_pages, links)

    def _copy(self, value: Any) -> Any:
        return self.file.copy_foreign(value) if value.is_indirect else Object.parse(value.unparse())

    def add_blank_page(self, at: int) -> None:
        """Add a page without content."""
        box = self.file.pages[at - 1].mediabox
        page = self.file.make_indirect(Dictionary(Type=Name.Page, MediaBox=box, Resources=Dictionary(), Contents=self.file.make_stream(b"")))
        self.file.pages.insert(at, Page(page))

    def headings(self) -> list[Heading]:
        """The bookmarks of all parts, in order."""
        return [heading for outlines in self._outlines for heading in _walk(outlines, 1)]

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
            self._table_heads[str(head.ID)] = head

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
        """Complete the structure tree and the bookmarks."""
        _remove(self._removed)
        if self._contents:
            self._make_contents()
        self._finish_tree()
        self._finish_bookmarks()

    def _finish_tree(self) -> None:
        tree = self.file.Root.StructTreeRoot
        document = self.file.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=tree))
        kids = [kid for part in self._documents for kid in part.K]
        for kid in kids:
            kid.P = document
        document.K = Array(kids)
        tree.K = Array([document])
        flat = [entry for key in sorted(self.elements) for entry in (key, self.elements[key])]
        tree.ParentTree = self.file.make_indirect(Dictionary(Nums=Array(flat)))
        tree.ParentTreeNextKey = max(self.elements, default=-1) + 1
        if self._table_heads:
            flat = [entry for id in sorted(self._table_heads) for entry in (String(id), self._table_heads[id])]
            tree.IDTree = self.file.make_indirect(Dictionary(Names=Array(flat)))

    def _finish_bookmarks(self) -> None:
        items = [item for outlines in self._outlines for item in _siblings(outlines)]
        if not items:
            return
        count = sum(int(outlines.get("/Count", 0)) for outlines in self._outlines)
        root = self.file.make_indirect(Dictionary(Type=Name.Outlines, First=items[0], Last=items[-1], Count=count))
        self.file.Root.Outlines = root
        for item in items:
            item.Parent = root
        for item, following in pairwise(items):
            item.Next, following.Prev = following, item


def _share_attributes(part: Pdf, elements: Mapping[int, Any]) -> None:
    """Share the attributes of spans: there is one for each underlined line, and all look the same."""
    shared: dict[bytes, Any] = {}
    for of_page in elements.values():
        for element in of_page if isinstance(of_page, Array) else ():
            if element is not None and Name.Span == element.S and "/A" in element and not element.A.is_indirect:
                text = element.A.unparse()
                if text not in shared:
                    shared[text] = part.make_indirect(element.A)
                element.A = shared[text]


def _remove(elements: Iterable[Any]) -> None:
    """Remove structure elements."""
    removed = {element.objgen: element.P for element in elements}
    for parent in {parent.objgen: parent for parent in removed.values()}.values():
        parent.K = Array([kid for kid in parent.K if not isinstance(kid, Dictionary) or kid.objgen not in removed])


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

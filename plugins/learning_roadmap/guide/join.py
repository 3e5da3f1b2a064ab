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
    """A file to which parts are added in any order. It has them in the order of their positions.

    Attributes:
        file: the file.
        elements: the structure elements by the key that pages and links have for them.
    """

    def __init__(self) -> None:
        self.file = Pdf.new()
        self.elements: dict[int, Any] = {}
        self._next_key = 0
        # Of the parts, by position.
        self._pages: dict[int, list[Any]] = {}
        self._documents: dict[int, Any] = {}
        self._outlines: dict[int, Any] = {}
        self._table_heads: dict[str, Any] = {}
        self._removed: list[Any] = []
        self._contents: dict[tuple[int, int], Any] = {}

    @property
    def pages(self) -> list[Any]:
        """The pages of all parts as objects, in order."""
        return [page for position in sorted(self._pages) for page in self._pages[position]]

    def add_first(self, part: Pdf) -> AddedPart:
        """Add the part at position 0, whose title and language are those of the file."""
        added = self.add(part, 0)
        for key in part.Root.keys() - {"/Pages", "/Outlines", "/StructTreeRoot"}:
            self.file.Root[key] = self._copy(part.Root[key])
        self.file.trailer.Info = self._copy(part.trailer.Info)
        self.file.Root.StructTreeRoot = self.file.make_indirect(
            Dictionary(Type=Name.StructTreeRoot, RoleMap=self._copy(part.Root.StructTreeRoot.RoleMap))
        )
        return added

    def add(self, part: Pdf, position: int, skipped: int = 0) -> AddedPart:
        """Add a part, without its first pages if some are to be skipped. This changes the part, too."""
        pages = list(part.pages)[skipped:]
        offset = self._next_key
        # Before the pages are copied, because what is copied keeps its memory.
        links = take_links(part, pages, offset)
        tree = part.Root.StructTreeRoot
        elements = dict(_numbers(tree.ParentTree))
        _remove([elements.pop(key) for key in links.removed])
        tree.ParentTree = Dictionary(Nums=Array([entry for item in elements.items() for entry in item]))
        _share_attributes(part, elements)
        count = len(self.file.pages)
        self.file.pages.extend(pages)
        self._pages[position] = [self.file.pages[at].obj for at in range(count, len(self.file.pages))]
        # After the pages, which the tree refers to.
        tree = self.file.copy_foreign(tree)
        self.elements |= {key + offset: element for key, element in _numbers(tree.ParentTree)}
        self._next_key = offset + max(elements, default=-1) + 1
        if "/IDTree" in tree:
            self._add_table_heads(tree.IDTree, f"{offset}-")
        self._documents[position] = tree.K[0]
        self._outlines[position] = self._copy(part.Root.get("/Outlines", Dictionary()))
        return AddedPart([*self._pages[position]], links)

    def _copy(self, value: Any) -> Any:
        return self.file.copy_foreign(value) if value.is_indirect else Object.parse(value.unparse())

    def add_blank_page(self, position: int) -> None:
        """Add a page without content to those of a part."""
        pages = self._pages[position]
        page = Dictionary(Type=Name.Page, MediaBox=pages[-1].MediaBox, Resources=Dictionary(), Contents=self.file.make_stream(b""))
        self.file.pages.append(Page(self.file.make_indirect(page)))
        pages.append(self.file.pages[-1].obj)

    def headings(self) -> list[Heading]:
        """The bookmarks of all parts, in order."""
        return [heading for outlines in _in_order(self._outlines) for heading in _walk(outlines, 1)]

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
        # The pages are there in the order in which they were added.
        self.file.Root.Pages.Kids = Array(self.pages)
        self._finish_tree()
        self._finish_bookmarks()

    def _finish_tree(self) -> None:
        tree = self.file.Root.StructTreeRoot
        document = self.file.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=tree))
        kids = [kid for part in _in_order(self._documents) for kid in part.K]
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
        items = [item for outlines in _in_order(self._outlines) for item in _siblings(outlines)]
        if not items:
            return
        count = sum(int(outlines.get("/Count", 0)) for outlines in self._outlines.values())
        root = self.file.make_indirect(Dictionary(Type=Name.Outlines, First=items[0], Last=items[-1], Count=count))
        self.file.Root.Outlines = root
        for item in items:
            item.Parent = root
        for item, following in pairwise(items):
            item.Next, following.Prev = following, item


def _in_order(parts: Mapping[int, Any]) -> list[Any]:
    return [parts[position] for position in sorted(parts)]


def _share_attributes(part: Pdf, elements: Mapping[int, Any]) -> None:
    """Share the attributes of spans: there is one for each underlined line, and all look the same."""
    shared: dict[bytes, Any] = {}
    for of_page in elements.values():
        for element in of_page if isinstance(of_page, Array) else ():
            if element is not None and "/A" in element and Name.Span == element.S and not (attributes := element.A).is_indirect:
                text = attributes.unparse()
                if text not in shared:
                    shared[text] = part.make_indirect(attributes)
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

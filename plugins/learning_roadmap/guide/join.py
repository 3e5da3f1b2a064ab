"""Join the parts of a guide, each a PDF of its own, to one file: pages, bookmarks and the structure tree."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from learning_roadmap.guide.bookmarks import Heading, add_bookmarks, headings_below
from learning_roadmap.guide.links import Link, read_link
from learning_roadmap.guide.objects import Objects, PartFile, reference_in, references, string_end
from learning_roadmap.guide.structure import element_in, kids_of, new_element, parent_of, reference_to, set_head, set_kids

PAGE_KEY = re.compile(rb"/StructParents (\d+)")
ANNOTATIONS = re.compile(rb"/Annots\[([^\]]*)\]")
MEDIA_BOX = re.compile(rb"/MediaBox\[[^\]]*\]")
PARENT = re.compile(rb"/Parent \d+ 0 R")
NUMBERS = re.compile(rb"/Nums\[([^\]]*)\]")
PAIR = re.compile(rb"(\d+) (\d+) 0 R")
IDS = re.compile(rb"/IDTree<</Names\[(.*?)\]>>", re.DOTALL)
ID = re.compile(rb"/ID\(")
HEADERS = re.compile(rb"/Headers\[([^\]]*)\]")


@dataclass
class JoinedPage:
    """A page.

    Attributes:
        number: of its object.
        key: of the list of its elements in the parent tree; None for a page without content.
    """

    number: int
    key: int | None
    links: list[Link]


class JoinedFile:
    """A file to whose end parts are added.

    Attributes:
        elements: the objects of structure elements, or of their lists, by the key that links and pages have for them.
    """

    def __init__(self, first: PartFile) -> None:
        self.objects = Objects()
        self.pages: list[JoinedPage] = []
        self.elements: dict[int, int] = {}
        self.form = b""
        self._removed: set[int] = set()
        self._contents: list[int] = []
        self._ids: list[tuple[bytes, int]] = []
        self._add(first, 0)
        self._catalog, self._info = self.objects.root, self.objects.info
        self._page_tree = reference_in(self.objects[self._catalog], b"Pages")
        self._outlines = reference_in(self.objects[self._catalog], b"Outlines")
        self._tree = reference_in(self.objects[self._catalog], b"StructTreeRoot")
        self._document = element_in(self._kids_of_root(self._tree))
        self._kids = kids_of(self.objects, self._document)

    def _kids_of_root(self, tree: int) -> bytes:
        match = re.search(rb"/K\[(\d+ 0 R)\]", self.objects[tree])
        assert match
        return match[1]

    def add(self, part: PartFile, skipped: int = 0) -> None:
        """Add a part, without its first pages if some are to be skipped."""
        objects = self.objects
        self._add(part, skipped)
        catalog, info = objects.root, objects.info
        tree = reference_in(objects[catalog], b"StructTreeRoot")
        document = element_in(self._kids_of_root(tree))
        for kid in kids_of(objects, document):
            self._kids.append(kid)
            set_head(objects, element_in(kid), parent=self._document)
        if outlines := reference_in(objects[catalog], b"Outlines"):
            if b"/First" in objects[outlines]:
                add_bookmarks(objects, self._outlines, outlines)
            del objects[outlines]
        for number in (catalog, info, tree, document, reference_in(objects[catalog], b"Pages"), reference_in(objects[catalog], b"Metadata")):
            del objects[number]

    def _add(self, part: PartFile, skipped: int) -> None:
        """Add pages, and what the parent tree says of them."""
        objects = self.objects
        numbers = objects.add_file(part)
        offset = max(self.elements, default=-1) + 1
        tree = objects[reference_in(objects[objects.root], b"StructTreeRoot")]
        if match := NUMBERS.search(tree):
            self.elements |= {int(key) + offset: int(element) for key, element in PAIR.findall(match[1])}
        if match := IDS.search(tree):
            self._add_table_heads(numbers, b"%d-" % offset if offset else b"")
        pages = re.search(rb"/Kids\[([^\]]*)\]", objects[reference_in(objects[objects.root], b"Pages")])
        assert pages
        for position, number in enumerate(references(pages[1])):
            if position < skipped:
                del objects[number]
            else:
                self._add_page(number, offset)

    def _add_page(self, number: int, offset: int) -> None:
        body = self.objects[number]
        links: list[Link] = []
        if match := ANNOTATIONS.search(body):
            links = [read_link(link, number, self.objects[link], offset) for link in references(match[1])]
        key = None
        if match := PAGE_KEY.search(body):
            key = int(match[1]) + offset
            body = b"%s/StructParents %d%s" % (body[: match.start()], key, body[match.end() :])
        self.objects[number] = body
        for link in links:
            self.objects[link.number] = link.body()
        self.pages.append(JoinedPage(number, key, links))

    def add_blank_page(self) -> None:
        """Add a page without content."""
        box = MEDIA_BOX.search(self.objects[self.pages[-1].number])
        assert box
        contents = self.objects.add_stream(b"", b"")
        number = self.objects.append(b"<</Type/Page%s/Resources<<>>/Contents %d 0 R/Parent 0 0 R>>" % (box[0], contents))
        self.pages.append(JoinedPage(number, None, []))

    def headings(self) -> list[Heading]:
        """The bookmarks, in order."""
        return [*headings_below(self.objects, self._outlines)]

    def _add_table_heads(self, numbers: range, prefix: bytes) -> None:
        """Add the ids of a part's table heads, which cells refer to. They are unique only in their part, so they get a prefix."""
        for number in numbers:
            body = self.objects[number]
            if not body.startswith((b"<</Type/StructElem/S/TH/", b"<</Type/StructElem/S/TD/")):
                continue
            if match := ID.search(body):
                body = b"%s%s%s" % (body[: match.end()], prefix, body[match.end() :])
                self._ids.append((body[match.end() : string_end(body, match.end() - 1) - 1], number))
            if match := HEADERS.search(body):
                body = body[: match.start(1)] + match[1].replace(b"(", b"(" + prefix) + body[match.end(1) :]
            self.objects[number] = body

    def remove_links(self, page: JoinedPage, links: Iterable[Link]) -> None:
        """Remove links with their elements."""
        for link in links:
            self._removed.add(self.elements.pop(link.key))
            del self.objects[link.number]
        keys = self.elements.keys()
        page.links = [link for link in page.links if link.key in keys]

    def add_contents_line(self, paragraph: int) -> None:
        """Tag a paragraph as a line of the contents."""
        if paragraph not in self._contents:
            set_head(self.objects, paragraph, kind=b"TOCI")
            self._contents.append(paragraph)

    def wrap_in_document(self, elements: Iterable[int]) -> None:
        """Put elements of the document itself into paragraphs."""
        bare = {reference_to(element): element for element in elements if parent_of(self.objects, element) == self._document}
        for position, kid in enumerate(self._kids):
            if kid in bare:
                paragraph = new_element(self.objects, b"P", self._document, [kid])
                set_head(self.objects, bare[kid], parent=paragraph)
                self._kids[position] = reference_to(paragraph)

    def kids_of(self, element: int) -> list[bytes]:
        """The kids of an element."""
        return self._kids if element == self._document else kids_of(self.objects, element)

    def set_kids(self, element: int, kids: Sequence[bytes]) -> None:
        """Change the kids of an element."""
        if element == self._document:
            self._kids = list(kids)
        else:
            set_kids(self.objects, element, kids)

    def _make_contents(self) -> None:
        """Put the lines of the contents in one element, in the place of the first line."""
        holder = parent_of(self.objects, self._contents[0])
        lines = {reference_to(line) for line in self._contents}
        kids = self.kids_of(holder)
        contents = new_element(self.objects, b"TOC", holder, [kid for kid in kids if kid in lines])
        for kid in kids:
            if kid in lines:
                set_head(self.objects, element_in(kid), parent=contents)
        first = next(position for position, kid in enumerate(kids) if kid in lines)
        self.set_kids(holder, [*kids[:first], reference_to(contents), *(kid for kid in kids[first:] if kid not in lines)])

    def finish(self) -> bytes:
        """Complete the structure tree and the pages; the file."""
        objects = self.objects
        removed = {reference_to(element) for element in self._removed}
        for parent in dict.fromkeys(parent_of(objects, element) for element in sorted(self._removed)):
            self.set_kids(parent, [kid for kid in self.kids_of(parent) if kid not in removed])
        for element in self._removed:
            del objects[element]
        if self._contents:
            self._make_contents()
        set_kids(objects, self._document, self._kids)
        numbers = b" ".join(b"%d %d 0 R" % (key, self.elements[key]) for key in sorted(self.elements))
        parents = objects.append(b"<</Nums[%s]>>" % numbers)
        ids = b" ".join(b"(%s)%d 0 R" % entry for entry in sorted(self._ids))
        role_map = re.search(rb"/RoleMap<<[^>]*>>", objects[self._tree])
        objects[self._tree] = b"<</Type/StructTreeRoot%s/K[%d 0 R]/ParentTree %d 0 R%s/ParentTreeNextKey %d>>" % (
            role_map[0] if role_map else b"",
            self._document,
            parents,
            b"/IDTree<</Names[%s]>>" % ids if ids else b"",
            max(self.elements, default=-1) + 1,
        )
        for page in self.pages:
            body = PARENT.sub(b"/Parent %d 0 R" % self._page_tree, objects[page.number])
            links = b" ".join(b"%d 0 R" % link.number for link in page.links)
            objects[page.number] = ANNOTATIONS.sub(b"/Annots[%s]" % links, body)
        kids = b" ".join(b"%d 0 R" % page.number for page in self.pages)
        objects[self._page_tree] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(self.pages), kids)
        objects[self._catalog] = objects[self._catalog].removesuffix(b">>") + self.form + b">>"
        objects.root, objects.info = self._catalog, self._info
        return objects.save()

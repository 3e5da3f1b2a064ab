"""The links of a page, as Typst writes them. Their addresses say what becomes of them."""

import re
from dataclasses import dataclass
from functools import cached_property

from pikepdf import Object, String

from learning_roadmap.guide.guide import NotPrintable
from learning_roadmap.guide.objects import string_end

ACTION = b"/A<</Type/Action/S/URI/URI"
KEY = re.compile(rb">>/F 4/StructParent (\d+)")
RECTANGLE = re.compile(rb"/Rect\[([^\]]*)\]")
BORDER = b"/Border[0 0 0]"


@dataclass(frozen=True)
class Link:
    """A link.

    Attributes:
        number: of its object.
        page: of the page's object.
        key: of its structure element in the parent tree.
        head: what its object begins with: kind and place.
        address: as it is written, a string.
        tail: what follows the key.
    """

    number: int
    page: int
    key: int
    head: bytes
    address: bytes
    tail: bytes

    @cached_property
    def rectangle(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top."""
        match = RECTANGLE.search(self.head)
        assert match
        left, bottom, right, top = map(float, match[1].split())
        return left, bottom, right, top

    def body(self) -> bytes:
        """The object of a link to the web."""
        return b"%s%s%s>>/F 4/StructParent %d%s" % (self.head, ACTION, self.address, self.key, self.tail)

    def text(self) -> str:
        """The address."""
        return bytes(Object.parse(self.address)).decode()


def read_link(number: int, page: int, body: bytes, offset: int) -> Link:
    """The link in an object, whose key is raised.

    Raises:
        NotPrintable: when it has another form than that which Typst writes.
    """
    start = body.find(ACTION)
    if start >= 0:
        begin = start + len(ACTION)
        end = string_end(body, begin)
        if match := KEY.match(body, end):
            return Link(number, page, int(match[1]) + offset, body[:start], body[begin:end], body[match.end() :])
    raise NotPrintable("the typesetter has written a link in another form than expected")


def decoded(string: bytes) -> str:
    """A string as text."""
    return str(Object.parse(string))


def encoded(text: str) -> bytes:
    """A text as string."""
    return bytes(String(text).unparse())

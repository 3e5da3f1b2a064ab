"""Elements of the structure tree, as Typst writes them: their kind, the element around them, other entries, kids and page."""

import re
from collections.abc import Iterable, Iterator

from learning_roadmap.guide.objects import Objects

HEAD = re.compile(rb"<</Type/StructElem/S/(\w+)/P (\d+) 0 R")
KID = re.compile(rb"\d+ 0 R|\d+|<<[^>]*>>")
RECORD = re.compile(rb"/MCID (\d+)")
PAGE = re.compile(rb"/Pg (\d+) 0 R")


def kind_of(objects: Objects, number: int) -> bytes:
    """The kind of an element; empty if the object is no element."""
    match = HEAD.match(objects[number])
    return match[1] if match else b""


def parent_of(objects: Objects, number: int) -> int:
    """The element around an element."""
    match = HEAD.match(objects[number])
    assert match, number
    return int(match[2])


def set_head(objects: Objects, number: int, *, kind: bytes = b"", parent: int = 0) -> None:
    """Change the kind of an element, or the element around it."""
    match = HEAD.match(objects[number])
    assert match, number
    objects[number] = b"<</Type/StructElem/S/%s/P %d 0 R%s" % (kind or match[1], parent or int(match[2]), objects[number][match.end() :])


def kids_of(objects: Objects, number: int) -> list[bytes]:
    """The kids of an element as text: elements as references, marked content as numbers or records."""
    start, end = _place_of_kids(objects[number])
    return KID.findall(objects[number], start, end)


def set_kids(objects: Objects, number: int, kids: Iterable[bytes]) -> None:
    """Change the kids of an element."""
    body = objects[number]
    start, end = _place_of_kids(body)
    objects[number] = body[:start] + b" ".join(kids) + body[end:]


def _place_of_kids(body: bytes) -> tuple[int, int]:
    start = body.rindex(b"/K[") + 3
    return start, body.index(b"]", start)


def element_in(kid: bytes) -> int:
    """The number of the element that a kid is; 0 if it is marked content."""
    return int(kid[:-4]) if kid.endswith(b" 0 R") else 0


def contents_on(objects: Objects, number: int, page: int) -> Iterator[int]:
    """The marked content of an element on a page: on its own page as numbers, on others as records."""
    body = objects[number]
    own = PAGE.search(body, _place_of_kids(body)[1])
    for kid in kids_of(objects, number):
        if kid.isdigit():
            if own and int(own[1]) == page:
                yield int(kid)
        elif record := RECORD.search(kid):
            match = PAGE.search(kid) or own
            if match and int(match[1]) == page:
                yield int(record[1])


def new_element(objects: Objects, kind: bytes, parent: int, kids: Iterable[bytes] = ()) -> int:
    """Add an element and return its number. The element around it does not have it yet."""
    return objects.append(b"<</Type/StructElem/S/%s/P %d 0 R/K[%s]>>" % (kind, parent, b" ".join(kids)))


def reference_to(number: int) -> bytes:
    """A kid that is an element."""
    return b"%d 0 R" % number

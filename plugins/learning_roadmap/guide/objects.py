"""The objects of a PDF file as text, as Typst writes them: one after another, each with its number, and only streams compressed.

pikepdf needs 3 KB for an object of 200 bytes and longer to copy all objects of a part than Typst to write them.
"""

import hashlib
import re
import zlib
from collections.abc import Iterator
from struct import Struct

from learning_roadmap.guide.guide import NotPrintable

CROSS_REFERENCES = re.compile(
    rb"xref\n0 \d+\n0{10} 65535 f..((?:\d{10} 00000 n..)*)trailer\n<<[^\n]*/Root (\d+) 0 R/Info (\d+) 0 R[^\n]*>>", re.DOTALL
)
ENTRY_BYTES = 20
# Parentheses enclose strings, in which nothing is a reference.
TOKEN = re.compile(rb"(\\.|[()]|\b\d+ 0 R\b)", re.DOTALL)
PARENTHESIS = re.compile(rb"\\.|[()]", re.DOTALL)
STREAM, END = b"\nstream\n", b"\nendstream"
# A row of the table of objects: kind, place, and position in a group.
ROW = Struct(">BIH")
# So many objects are compressed together.
GROUP = 100


class PartFile:
    """A file that Typst has written. Its objects are read by number, from 1.

    Attributes:
        root: the number of the catalog.
        info: the number of the information.
    """

    def __init__(self, file: bytes) -> None:
        """Find the objects.

        Raises:
            NotPrintable: when the file has another form than that which Typst writes. Reading an object raises it, too.
        """
        start = int(file.rstrip().removesuffix(b"%%EOF").split()[-1])
        table = CROSS_REFERENCES.match(file, start)
        if table is None:
            raise NotPrintable("the typesetter has written a file without a table of its objects")
        self._file = file
        self._places = [int(table[1][at : at + 10]) for at in range(0, len(table[1]), ENTRY_BYTES)] + [start]
        self.root, self.info = int(table[2]), int(table[3])

    def __len__(self) -> int:
        return len(self._places) - 1

    def __getitem__(self, number: int) -> bytes:
        place, end = self._places[number - 1 : number + 1]
        head, tail = b"%d 0 obj\n" % number, self._file.rfind(b"\nendobj", place, end)
        if tail < 0 or not self._file.startswith(head, place):
            raise NotPrintable(f"the typesetter has not written object {number} where its table says")
        return self._file[place + len(head) : tail]


class Objects:
    """The objects of a file, by number from 1."""

    def __init__(self) -> None:
        self._bodies: list[bytes | None] = [None]
        self.root = self.info = 0

    def __getitem__(self, number: int) -> bytes:
        body = self._bodies[number]
        assert body is not None, number
        return body

    def __setitem__(self, number: int, body: bytes) -> None:
        self._bodies[number] = body

    def __delitem__(self, number: int) -> None:
        self._bodies[number] = None

    def __len__(self) -> int:
        return len(self._bodies)

    def __iter__(self) -> Iterator[int]:
        return (number for number, body in enumerate(self._bodies) if body is not None)

    def append(self, body: bytes) -> int:
        """Add an object and return its number."""
        self._bodies.append(body)
        return len(self._bodies) - 1

    def add_file(self, part: "PartFile") -> range:
        """Add the objects of a file and return their numbers. Its catalog and information are those of the whole from now on."""
        shift = len(self._bodies) - 1
        changed = {b"%d 0 R" % number: b"%d 0 R" % (number + shift) for number in range(1, len(part) + 1)}
        for number in range(1, len(part) + 1):
            content, stream, data = part[number].partition(STREAM)
            self._bodies.append(_renumbered(content, changed) + stream + data)
        self.root, self.info = part.root + shift, part.info + shift
        return range(shift + 1, len(self._bodies))

    def read_stream(self, number: int) -> bytes:
        """The content of a compressed stream."""
        return zlib.decompress(self[number].partition(STREAM)[2].removesuffix(END))

    def set_stream(self, number: int, content: bytes) -> None:
        """Replace the content of a stream without other entries than its length and filter."""
        self[number] = stream_object(b"", content)

    def add_stream(self, entries: bytes, content: bytes) -> int:
        """Add a stream and return its number."""
        return self.append(stream_object(entries, content))

    def save(self) -> bytes:
        """The file."""
        file = bytearray(b"%PDF-1.7\n%\x80\x80\x80\x80\n")
        places: dict[int, tuple[int, int, int]] = {}
        plain: list[tuple[int, bytes]] = []
        for number, body in enumerate(self._bodies):
            if body is not None and STREAM in body:
                places[number] = (1, len(file), 0)
                file += b"%d 0 obj\n%s\nendobj\n" % (number, body)
            elif body is not None:
                plain.append((number, body))
        last = len(self._bodies)
        for group in (plain[at : at + GROUP] for at in range(0, len(plain), GROUP)):
            places[last] = (1, len(file), 0)
            places |= {number: (2, last, position) for position, (number, _) in enumerate(group)}
            file += b"%d 0 obj\n%s\nendobj\n" % (last, _group(group))
            last += 1
        places[last] = (1, len(file), 0)
        table = b"".join(ROW.pack(*places.get(number, (0, 0, 0))) for number in range(last + 1))
        id = hashlib.sha256(file).hexdigest()[:32].encode()
        entries = b"/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]" % (last + 1, self.root, self.info, id, id)
        file += b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (last, stream_object(entries, table), len(file))
        return bytes(file)


def stream_object(entries: bytes, content: bytes) -> bytes:
    """A compressed stream."""
    data = zlib.compress(content)
    return b"<</Length %d/Filter/FlateDecode%s>>%s%s%s" % (len(data), entries, STREAM, data, END)


def reference_in(body: bytes, name: bytes) -> int:
    """The number of the object to which an object without strings refers by a name; 0 if it refers to none."""
    match = re.search(rb"/%s (\d+) 0 R" % name, body)
    return int(match[1]) if match else 0


def without_stream(body: bytes) -> bytes:
    """The dictionary of a stream; another object itself."""
    return body.partition(STREAM)[0]


def string_end(body: bytes, start: int) -> int:
    """Where the string ends that begins here: in parentheses, or in hexadecimal digits.

    Raises:
        NotPrintable: when it does not end.
    """
    if body.startswith(b"<", start):
        return body.index(b">", start) + 1
    depth = 0
    for match in PARENTHESIS.finditer(body, start):
        depth += (match[0] == b"(") - (match[0] == b")")
        if not depth:
            return match.end()
    raise NotPrintable("the typesetter has written a string without an end")


def references(text: bytes) -> Iterator[int]:
    """The numbers of the objects that a text without strings refers to."""
    yield from (int(number) for number in re.findall(rb"\b(\d+) 0 R\b", text))


def _group(group: list[tuple[int, bytes]]) -> bytes:
    heads, place = [], 0
    for number, body in group:
        heads.append(b"%d %d" % (number, place))
        place += len(body) + 1
    head = b" ".join(heads) + b"\n"
    return stream_object(b"/Type/ObjStm/N %d/First %d" % (len(group), len(head)), head + b"\n".join(body for _, body in group))


def _renumbered(content: bytes, changed: dict[bytes, bytes]) -> bytes:
    """The content of an object with other references."""
    if b" 0 R" not in content:
        return content
    pieces = TOKEN.split(content)
    tokens = pieces[1::2]
    if b"(" not in content:
        pieces[1::2] = map(changed.__getitem__, tokens)
        return b"".join(pieces)
    depth = 0
    for at, token in enumerate(tokens):
        depth += (token == b"(") - (token == b")")
        if not depth and token in changed:
            pieces[2 * at + 1] = changed[token]
    return b"".join(pieces)

"""Several files of Typst as one: each object's number is raised by the number of objects before its file.

pikepdf would copy each object with all that it refers to, one at a time, which takes longer than all else that it does for a guide.
"""

import re
from collections.abc import Mapping, Sequence
from io import BytesIO

from learning_roadmap.guide.guide import NotPrintable

HEAD = b"%PDF-1.7\n%\x80\x80\x80\x80\n"
CROSS_REFERENCES = re.compile(rb"xref\n0 \d+\n0{10} 65535 f..((?:\d{10} 00000 n..)*)trailer\n<<[^\n]*/Root (\d+) 0 R[^\n]*>>\nstartxref", re.DOTALL)
ENTRY_BYTES = 20
# Parentheses enclose strings, in which nothing is a reference.
TOKEN = re.compile(rb"(\\.|[()]|\b\d+ 0 R\b)", re.DOTALL)
START, STREAM = b"startxref", b"\nstream\n"


def concatenate(files: Sequence[bytes]) -> tuple[BytesIO, list[int]]:
    """The file with the objects of all files, and the object number of each one's catalog. That of the first is the catalog.

    Raises:
        NotPrintable: when a file has another form than that which Typst writes.
    """
    written = BytesIO()
    written.write(HEAD)
    offsets: list[int] = []
    catalogs: list[int] = []
    for file in files:
        start = int(file[file.rindex(START) + len(START) :].split()[0])
        table = CROSS_REFERENCES.match(file, start)
        if table is None:
            raise NotPrintable("the typesetter has written a file without a table of its objects")
        catalogs.append(int(table[2]) + len(offsets))
        places = [int(table[1][at : at + 10]) for at in range(0, len(table[1]), ENTRY_BYTES)]
        shift = len(offsets)
        changed = {b"%d 0 R" % number: b"%d 0 R" % (number + shift) for number in range(1, len(places) + 1)}
        for number, (place, end) in enumerate(zip(places, (*places[1:], start), strict=True), 1):
            head = b"%d 0 obj\n" % number
            if not file.startswith(head, place):
                raise NotPrintable(f"the typesetter has not written object {number} where its table says")
            content, stream, data = file[place + len(head) : end].partition(STREAM)
            offsets.append(written.tell())
            written.write(b"%d 0 obj\n%s%s%s" % (len(offsets), _renumbered(content, changed), stream, data))
    end = written.tell()
    written.write(b"xref\n0 %d\n0000000000 65535 f\r\n" % (len(offsets) + 1))
    written.write(b"".join(b"%010d 00000 n\r\n" % offset for offset in offsets))
    written.write(b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(offsets) + 1, catalogs[0], end))
    return written, catalogs


def _renumbered(content: bytes, changed: Mapping[bytes, bytes]) -> bytes:
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

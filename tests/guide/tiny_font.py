"""A TrueType font with one glyph, made by hand: a filled square for one character."""

import struct

UNITS = 1000


def tiny_font(family: str, character: str) -> bytes:
    """The bytes of a font file.

    See the OpenType specification, chapters "Font file" and on each table.
    """
    square = struct.pack(">hhhhh", 1, 100, 0, 900, 800) + struct.pack(">HH", 3, 0) + bytes([1] * 4)
    square += struct.pack(">4h", 100, 800, 0, -800) + struct.pack(">4h", 0, 0, 800, 0)
    square += b"\0" * (-len(square) % 4)
    # Glyph 0 stands for all that is missing, and is empty.
    code = ord(character)
    cmap = struct.pack(">HHHHL", 0, 1, 3, 10, 12) + struct.pack(">HHLLLLLL", 12, 0, 28, 0, 1, code, code, 1)
    names = [(1, family), (2, "Regular"), (3, family), (4, family), (5, "1"), (6, family.replace(" ", ""))]
    words = [text.encode("utf-16-be") for _, text in names]
    records, at = b"", 0
    for (number, _), encoded in zip(names, words, strict=True):
        records += struct.pack(">HHHHHH", 3, 1, 0x409, number, len(encoded), at)
        at += len(encoded)
    tables = {
        "OS/2": struct.pack(">HhHHH", 4, UNITS, 400, 5, 0) + struct.pack(">11h", *[100] * 10, 0) + bytes(10) + bytes(16) + b"none"
        + struct.pack(">HHH", 0x40, min(code, 0xFFFF), min(code, 0xFFFF)) + struct.pack(">hhhHH", 800, -200, 0, 1000, 200)
        + bytes(8) + struct.pack(">hhHHH", 500, 700, 0, 32, 1),
        "cmap": cmap,
        "glyf": square,
        "head": struct.pack(">LLLLHHQQhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, UNITS, 0, 0, 100, 0, 900, 800, 0, 8, 2, 1, 0),
        "hhea": struct.pack(">LhhhHhhhhhhhhhhhH", 0x10000, 800, -200, 0, 1000, 0, 0, 900, 1, 0, 0, 0, 0, 0, 0, 0, 2),
        "hmtx": struct.pack(">HhHh", 1000, 0, 1000, 100),
        "loca": struct.pack(">LLL", 0, 0, len(square)),
        "maxp": struct.pack(">LHHHHHHHHHHHHHH", 0x10000, 2, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
        "name": struct.pack(">HHH", 0, len(names), 6 + len(records)) + records + b"".join(words),
        "post": struct.pack(">LLhhLLLLL", 0x30000, 0, 0, 0, 0, 0, 0, 0, 0),
    }  # fmt: skip
    head, body = struct.pack(">LHHHH", 0x10000, len(tables), 128, 3, len(tables) * 16 - 128), b""
    start = 12 + 16 * len(tables)
    for tag, table in sorted(tables.items()):
        head += tag.encode() + struct.pack(">LLL", 0, start + len(body), len(table))
        body += table + b"\0" * (-len(table) % 4)
    return head + body

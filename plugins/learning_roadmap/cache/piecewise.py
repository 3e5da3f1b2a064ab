"""Reading a data file in pieces, so that neither its text nor its tree is in memory as a whole, and a changed piece is parsed alone.

A file is correct if its pieces are, and if the checks of the whole find nothing in what connects them. Any file with problems or warnings
is left to the careful reader, which sees the whole and explains them.
"""

from typing import Any

from pydantic import ValidationError

from learning_roadmap.cache.pieces import Piece
from learning_roadmap.cache.read_piece import ReadPiece, read_piece, stored_piece
from learning_roadmap.cache.store import Cache, code_key, key_of
from learning_roadmap.datafile import Connections, are_correct
from learning_roadmap.model import Roadmap


def load_pieces(pieces: list[Piece], cache: Cache) -> tuple[Roadmap, dict[str, int], bytes] | None:
    """The roadmap of a file, the first line of each entry, from 1, by id, and the JSON of the roadmap; None if there is anything to report.

    Args:
        pieces: those of the file. They are taken out of the list, so that their text leaves the memory.
    """
    values: dict[str, Any] = {}
    texts: dict[str, list[bytes]] = {}
    lines: dict[str, int] = {}
    connections: list[bytes] = []
    pieces.reverse()
    while pieces:
        piece = pieces.pop()
        read = _read(piece, cache)
        if read is None:
            return None
        value = getattr(read.roadmap, piece.field)
        if piece.has_items:
            values.setdefault(piece.field, []).extend(value)
        else:
            values[piece.field] = value
        texts.setdefault(piece.field, []).append(read.json)
        lines |= {id: piece.before + line for id, line in read.lines.items()}
        connections.append(read.connections)
    try:
        roadmap = Roadmap.model_validate(values)
    except ValidationError:
        return None
    if not _are_correct(connections, cache):
        return None
    fields = [_field_json(name, texts[name], isinstance(values[name], list)) for name in Roadmap.model_fields if name in texts]
    # Fields at their default are left out.
    return roadmap, lines, b"{%s}" % b",".join(filter(None, fields))


def _field_json(name: str, texts: list[bytes], has_items: bool) -> bytes:
    """A field in the JSON of the roadmap, from its pieces."""
    return b'"%s":[%s]' % (name.encode(), b",".join(texts)) if has_items else texts[0]


def _are_correct(connections: list[bytes], cache: Cache) -> bool:
    """Whether the checks of the whole find nothing. The answer for the same connections is stored."""
    key = key_of(code_key(), *connections)
    if cache.get("correct", key) is not None:
        return True
    if not are_correct([Connections.from_json(text) for text in connections]):
        return False
    cache.put("correct", key, b"")
    return True


def _read(piece: Piece, cache: Cache) -> ReadPiece | None:
    """What a piece holds, from the cache or from its text; None if it has problems."""
    key = key_of(code_key(), piece.field, piece.raw)
    if content := cache.get("piece", key):
        return stored_piece(piece, content)
    read = read_piece(piece)
    if read:
        cache.put("piece", key, read.stored())
    return read

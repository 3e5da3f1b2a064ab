"""Reading a data file in pieces, so that neither its text nor its tree is in memory as a whole, and a changed piece is parsed alone.

A file is correct if its pieces are, and if the checks of the whole find nothing in what connects them. Any file with problems or warnings
is left to the careful reader, which sees the whole and explains them.
"""

from itertools import chain
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
    values: dict[str, list[Any]] = {}
    texts: dict[str, list[bytes]] = {}
    lines: dict[str, int] = {}
    connections: list[bytes] = []
    pieces.reverse()
    while pieces:
        piece = pieces.pop()
        read = _read(piece, cache)
        if read is None:
            return None
        values.setdefault(piece.field, []).append(getattr(read.roadmap, piece.field))
        texts.setdefault(piece.field, []).append(read.json)
        lines |= {id: piece.before + line for id, line in read.lines.items()}
        connections.append(read.connections)
    try:
        roadmap = Roadmap.model_validate({name: _joined(parts) for name, parts in values.items()})
    except ValidationError:
        return None
    if not _are_correct(connections, cache):
        return None
    fields = [_joined_json(texts[name]) for name in Roadmap.model_fields if name in texts]
    # Fields at their default are left out.
    return roadmap, lines, b"{%s}" % b",".join(filter(None, fields))


def _joined(parts: list[Any]) -> Any:
    """The value of a field, or its items from several pieces."""
    return parts[0] if len(parts) == 1 else tuple(chain.from_iterable(parts))


def _joined_json(parts: list[bytes]) -> bytes:
    """The same in JSON, with the name of the field.

    >>> _joined_json([b'"tips":[1,2]', b'"tips":[3]'])
    b'"tips":[1,2,3]'
    """
    if len(parts) == 1:
        return parts[0]
    start = parts[0].index(b"[") + 1
    return b"%s%s]" % (parts[0][:start], b",".join(part[start:-1] for part in parts))


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

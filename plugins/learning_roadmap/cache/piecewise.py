"""Reading a data file in pieces, so that neither its text nor its tree is in memory as a whole, and a changed piece is parsed alone.

A file is correct if its pieces are, and if the checks of the whole find nothing in what connects them. Any file with a problem is
left to the careful reader, which sees the whole and explains it.
"""

from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from learning_roadmap.cache.json_parts import joined
from learning_roadmap.cache.pieces import Piece
from learning_roadmap.cache.read_piece import ReadPiece, read_piece, stored_piece
from learning_roadmap.cache.second_process import second_process
from learning_roadmap.cache.store import MEBIBYTE, Cache, code_key, key_of
from learning_roadmap.datafile import Connections, are_correct, unencrypted_address
from learning_roadmap.model import Roadmap


class LoadedPieces(NamedTuple):
    """What all pieces of a file hold together.

    Attributes:
        parts: the roadmap's JSON.
        lines: the first line of each entry, from 1, by id.
        warnings: problems that do not prevent loading, in words.
    """

    roadmap: Roadmap
    parts: list[bytes]
    lines: dict[str, int]
    warnings: list[str]


# From so many bytes, a second process helps to read.
LARGE = 4 * MEBIBYTE
# What pieces hold, by their keys
ReadPieces = dict[str, ReadPiece]


def load_pieces(pieces: list[Piece], path: Path, cache: Cache, remembered: ReadPieces | None = None) -> LoadedPieces | None:
    """The roadmap of a file in pieces; None if it has problems, which the careful reader explains.

    Args:
        pieces: those of the file. They are taken out of the list, so that their text leaves the memory.
        remembered: what the pieces of the file held before, in a process that reads it again and again. Those of now take their place.
    """
    now: ReadPieces = {}
    read: list[tuple[str, Roadmap]] = []
    parts: list[bytes] = []
    lines: dict[str, int] = {}
    warnings: list[str] = []
    connections: list[bytes] = []
    known = {} if remembered is None else remembered
    keys = [_key(piece) for piece in pieces]
    found = {key: one for key in dict.fromkeys(keys) if (one := known.get(key) or _stored(key, cache))}
    missing = [(piece, key) for piece, key in zip(pieces, keys, strict=True) if key not in found]
    is_large = sum(len(piece.raw) for piece, _ in missing) > LARGE
    pieces.reverse()
    with second_process(lambda: _read_backwards(missing, cache), cache, is_worth_it=is_large):
        # Only the copy needs them; here their text is to leave the memory.
        missing.clear()
        for key in keys:
            piece = pieces.pop()
            one = found.pop(key, None) or _stored(key, cache) or _read(piece, key, cache)
            if one is None:
                return None
            if remembered is not None:
                now[key] = one
            read.append((piece.field, one.roadmap))
            parts.append(one.json)
            lines |= {id: piece.before + line for id, line in one.lines.items()}
            warnings += [unencrypted_address(str(path), (piece.before + line, column)).as_line("warning:") for line, column in one.warnings]
            connections.append(one.connections)
    try:
        roadmap = joined(read)
    except ValidationError:
        return None
    if not _are_correct(connections, cache):
        return None
    if remembered is not None:
        remembered.clear()
        remembered.update(now)
    return LoadedPieces(roadmap, parts, lines, warnings)


def _are_correct(connections: list[bytes], cache: Cache) -> bool:
    """Whether the checks of the whole find nothing. The answer for the same connections is stored."""
    key = key_of(code_key(), *connections)
    if cache.get("correct", key) is not None:
        return True
    if not are_correct([Connections.from_json(text) for text in connections]):
        return False
    cache.put("correct", key, b"")
    return True


def _key(piece: Piece) -> str:
    return key_of(code_key(), piece.field, piece.raw)


def _stored(key: str, cache: Cache) -> ReadPiece | None:
    """What a piece holds, if an earlier build or the second process has read it."""
    content = cache.get("piece", key)
    return stored_piece(content) if content else None


def _read(piece: Piece, key: str, cache: Cache) -> ReadPiece | None:
    """What a piece holds, from its text; None if it has problems."""
    read = read_piece(piece)
    if read:
        cache.put("piece", key, read.stored())
    return read


def _read_backwards(pieces: list[tuple[Piece, str]], cache: Cache) -> None:
    """Read pieces, given with their keys, the last ones first."""
    for piece, key in reversed(pieces):
        _read(piece, key, cache)

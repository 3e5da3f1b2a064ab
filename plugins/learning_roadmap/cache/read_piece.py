"""Reading one piece of a data file."""

import json
from dataclasses import dataclass

from pydantic import ValidationError

from learning_roadmap.cache.json_parts import REQUIRED, part_of, read_part
from learning_roadmap.cache.pieces import Piece
from learning_roadmap.datafile import Block, Connections, Record, TreeReader, quick_tree
from learning_roadmap.diagnostics import ProblemsFound
from learning_roadmap.model import Roadmap
from learning_roadmap.text import decode


@dataclass(frozen=True)
class ReadPiece:
    """What a piece holds.

    Attributes:
        roadmap: a roadmap with nothing but its field.
        json: its part of the roadmap's JSON; empty if the field has its default value.
        lines: the line of each entry in the piece, from 1, by id.
        connections: what the checks of the whole roadmap read, as JSON.
    """

    roadmap: Roadmap
    json: bytes
    lines: dict[str, int]
    connections: bytes

    def stored(self) -> bytes:
        return b"\n".join((json.dumps(self.lines).encode(), self.connections, self.json))


def read_piece(piece: Piece) -> ReadPiece | None:
    """What a piece holds; None if it has problems."""
    raw = (f"{piece.field}:\n".encode() if piece.is_continued else b"") + piece.raw
    tree = quick_tree(raw) or _careful_tree(raw)
    if tree is None or list(tree) != [piece.field]:
        return None
    try:
        roadmap = Roadmap.model_validate({**REQUIRED, **tree})
    except ValidationError:
        return None
    lines: dict[str, int] = {}
    connections = Connections.of(tree, lines)
    if not connections.is_valid:
        return None
    if piece.is_continued:
        lines = {id: line - 1 for id, line in lines.items()}
    return ReadPiece(roadmap, part_of(roadmap, piece.field), lines, connections.as_json())


def stored_piece(content: bytes) -> ReadPiece:
    """What a piece holds, as it was stored.

    Raises:
        ValueError: when the content is of something else.
    """
    lines, connections, text = content.split(b"\n", 2)
    return ReadPiece(read_part(text), text, json.loads(lines), connections)


def _careful_tree(raw: bytes) -> Record | None:
    try:
        text = decode(raw, "")
        reader = TreeReader(text)
        tree = reader.read()
    except ProblemsFound:
        return None
    return tree if isinstance(tree, Block) and not reader.problems and not text.warnings else None

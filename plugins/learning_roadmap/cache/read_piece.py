"""Reading one piece of a data file."""

import json
from dataclasses import dataclass

from pydantic import ValidationError

from learning_roadmap.cache.pieces import Piece
from learning_roadmap.datafile import Block, Connections, Record, TreeReader, quick_tree
from learning_roadmap.diagnostics import ProblemsFound
from learning_roadmap.model import FORMAT, Roadmap
from learning_roadmap.text import decode

# What a roadmap must have. With them, each piece is a roadmap of its own.
REQUIRED = {"format": FORMAT, "id": "piece", "title": "Piece"}


@dataclass(frozen=True)
class ReadPiece:
    """What a piece holds.

    Attributes:
        roadmap: a roadmap with nothing but its field.
        json: its field with its name, as in the JSON of a roadmap; empty if it has its default value. In UTF-8, which needs half of the
            memory of a text with a single "●".
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
    if piece.is_continued:
        lines = {id: line - 1 for id, line in lines.items()}
    text = roadmap.model_dump_json(include={piece.field}, exclude_defaults=True)[1:-1]
    return ReadPiece(roadmap, text.encode(), lines, connections.as_json())


def stored_piece(piece: Piece, content: bytes) -> ReadPiece:
    """What a piece holds, as it was stored.

    Raises:
        ValueError: when the content is of something else.
    """
    lines, connections, text = content.split(b"\n", 2)
    required = json.dumps({name: value for name, value in REQUIRED.items() if name != piece.field}).encode()
    whole = required[:-1] + b"," + text + b"}" if text else required
    return ReadPiece(Roadmap.model_validate_json(whole), text, json.loads(lines), connections)


def _careful_tree(raw: bytes) -> Record | None:
    try:
        text = decode(raw, "")
        reader = TreeReader(text)
        tree = reader.read()
    except ProblemsFound:
        return None
    return tree if isinstance(tree, Block) and not reader.problems and not text.warnings else None

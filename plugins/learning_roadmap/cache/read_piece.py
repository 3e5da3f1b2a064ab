"""Reading one piece of a data file."""

import json
from dataclasses import dataclass

from pydantic import ValidationError

from learning_roadmap.cache.json_parts import REQUIRED, part_of, read_part
from learning_roadmap.cache.pieces import Piece
from learning_roadmap.datafile import Block, Connections, Record, TreeReader, placed_entries, quick_tree, unencrypted_addresses
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
        warnings: the positions of its addresses that are not encrypted, with lines as above.
        connections: what the checks of the whole roadmap read, as JSON.
    """

    roadmap: Roadmap
    json: bytes
    lines: dict[str, int]
    warnings: list[tuple[int, int]]
    connections: bytes

    def stored(self) -> bytes:
        return b"\n".join((json.dumps([self.lines, self.warnings]).encode(), self.connections, self.json))


def read_piece(piece: Piece) -> ReadPiece | None:
    """What a piece holds; None if it has problems."""
    raw = (f"{piece.field}:\n".encode() if piece.is_continued else b"") + piece.raw
    tree: Record | None = quick_tree(raw) or _careful_tree(raw)
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
    warnings: list[tuple[int, int]] = []
    if not connections.is_encrypted:
        if not (block := _careful_tree(raw)):
            return None
        warnings = list(unencrypted_addresses(placed_entries(block)))
    if piece.is_continued:
        # The line of the field's name was added.
        lines = {id: line - 1 for id, line in lines.items()}
        warnings = [(line - 1, column) for line, column in warnings]
    return ReadPiece(roadmap, part_of(roadmap, piece.field), lines, warnings, connections.as_json())


def stored_piece(content: bytes) -> ReadPiece:
    """What a piece holds, as it was stored.

    Raises:
        ValueError: when the content is of something else.
    """
    places, connections, text = content.split(b"\n", 2)
    lines, warnings = json.loads(places)
    return ReadPiece(read_part(text), text, lines, warnings, connections)


def _careful_tree(raw: bytes) -> Block | None:
    try:
        text = decode(raw, "")
        reader = TreeReader(text)
        tree = reader.read()
    except ProblemsFound:
        return None
    return tree if isinstance(tree, Block) and not reader.problems and not text.warnings else None

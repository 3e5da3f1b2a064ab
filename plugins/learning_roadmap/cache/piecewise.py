"""Reading a data file in pieces, so that after a change of a text only the changed piece is parsed.

The checks of the whole roadmap read ids and references only. So a file is correct if its pieces are, and if it has the ids and references of a
file that was found to be correct as a whole.
"""

import json
import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from learning_roadmap.cache.pieces import PHASES, Piece
from learning_roadmap.cache.store import Cache, code_key, key_of
from learning_roadmap.datafile import Block, DataFile, Items, TreeReader, placed_entries
from learning_roadmap.diagnostics import ProblemsFound
from learning_roadmap.model import FORMAT, Roadmap
from learning_roadmap.text import decode

# The fields, in JSON, that only messages about mistakes show. A pattern for each is faster than one for all, whose matches are filled in one by one.
TEXTS = {f'"{name}":1': re.compile(rf'"{name}":"(?:[^"\\]|\\.)*"') for name in ("title", "summary", "ask", "answer")}


@dataclass(frozen=True)
class ReadPiece:
    """What a piece holds.

    Attributes:
        json: the field or the item, as JSON of the model in UTF-8, which needs half of the memory of a text with a single "●".
        lines: the line of each entry in the piece, from 1, by id.
        outline: a hash of everything except for texts: ids and references, which the checks of the whole roadmap read.
    """

    json: bytes
    lines: dict[str, int]
    outline: str


def load_pieces(pieces: list[Piece], path: Path, cache: Cache) -> tuple[Roadmap, dict[str, int]] | None:
    """The roadmap from pieces that were read before and some new ones; with it, the first line of each entry, from 1, by id.

    None if it has to be read as a whole: because a new piece has problems, or because ids and references are not those of a file that
    was found to be correct as a whole.
    """
    read: list[ReadPiece] = []
    stored = [_stored(piece, cache) for piece in pieces]
    if not any(stored):
        return None
    for piece, known in zip(pieces, stored, strict=True):
        one = known or _read(piece, path)
        if one is None:
            return None
        if not known:
            _put(piece, one, cache)
        read.append(one)
    if cache.get("correct", _key_of(read)) is None:
        return None
    lines = {id: piece.before + line for piece, one in zip(pieces, read, strict=True) for id, line in one.lines.items()}
    phases = b",".join(one.json for piece, one in zip(pieces, read, strict=True) if piece.is_item)
    fields = [one.json for piece, one in zip(pieces, read, strict=True) if not piece.is_item and one.json]
    if phases:
        fields.append(b'"%s":[%s]' % (PHASES.encode(), phases))
    content = b"{%s}" % b",".join(fields)
    # With the fields, all of the text would be in memory three times.
    del read, stored, phases, fields
    try:
        return Roadmap.model_validate_json(content), lines
    except ValidationError:
        return None


def store_pieces(pieces: list[Piece], data: DataFile, cache: Cache) -> None:
    """Store the pieces of a data file that was read as a whole and has no problems."""
    tree, phases = data.tree, data.tree.get(PHASES)
    marks = {mark[0]: (data.tree[name], False) for name, mark in tree.keys_at.items()}
    if isinstance(phases, Items) and any(piece.is_item for piece in pieces):
        del marks[tree.keys_at[PHASES][0]]
        marks |= {mark[0]: (phase, True) for phase, mark in zip(phases, phases.items_at, strict=True)}
    # Inside of a text in quotes, a line may look like the beginning of a piece.
    if sorted((line, is_item) for line, (_, is_item) in marks.items()) != [(piece.before + 1, piece.is_item) for piece in pieces]:
        return
    models = iter(data.roadmap.phases)
    lines: list[dict[str, int]] = [{} for _ in pieces]
    starts = [piece.before for piece in pieces]
    for id, line in data.lines.items():
        number = bisect_left(starts, line) - 1
        lines[number][id] = line - starts[number]
    read: list[ReadPiece] = []
    for piece, lines_of_piece in zip(pieces, lines, strict=True):
        text = next(models).model_dump_json(exclude_defaults=True) if piece.is_item else _field_json(data.roadmap, piece.field)
        read.append(ReadPiece(text.encode(), lines_of_piece, _outline(piece, marks[piece.before + 1][0])))
        _put(piece, read[-1], cache)
    cache.put("correct", _key_of(read), b"")


def _read(piece: Piece, path: Path) -> ReadPiece | None:
    """What a piece holds, read on its own; None if it has problems."""
    head = f"{PHASES}:\n".encode() if piece.is_item else b""
    try:
        text = decode(head + piece.raw, str(path))
        reader = TreeReader(text)
        tree = reader.read()
        if reader.problems or text.warnings or not isinstance(tree, Block) or list(tree) != [piece.field]:
            return None
        roadmap = Roadmap.model_validate({"format": FORMAT, "id": "piece", "title": "Piece", **tree})
    except (ProblemsFound, ValidationError):
        return None
    if piece.is_item and len(roadmap.phases) != 1:
        return None
    value = tree[PHASES][0] if piece.is_item else tree[piece.field]
    json_text = roadmap.phases[0].model_dump_json(exclude_defaults=True) if piece.is_item else _field_json(roadmap, piece.field)
    lines = {entry.id: entry.block.mark[0] - piece.is_item for entry in placed_entries(tree) if entry.id}
    return ReadPiece(json_text.encode(), lines, _outline(piece, value))


def _field_json(roadmap: Roadmap, field: str) -> str:
    """A field with its name, as in the JSON of the roadmap; empty if it has its default value."""
    return roadmap.model_dump_json(include={field}, exclude_defaults=True)[1:-1]


def _outline(piece: Piece, value: Any) -> str:
    outline = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for without_text, text in TEXTS.items():
        outline = text.sub(without_text, outline)
    return key_of(piece.field, outline)


def _put(piece: Piece, read: ReadPiece, cache: Cache) -> None:
    head = {"lines": read.lines, "outline": read.outline}
    cache.put("piece", _key(piece), json.dumps(head).encode() + b"\n" + read.json)


def _stored(piece: Piece, cache: Cache) -> ReadPiece | None:
    content = cache.get("piece", _key(piece))
    if content is None:
        return None
    head, text = content.split(b"\n", 1)
    return ReadPiece(text, **json.loads(head))


def _key(piece: Piece) -> str:
    return key_of(code_key(), piece.field, piece.raw)


def _key_of(read: Iterable[ReadPiece]) -> str:
    return key_of(code_key(), *(piece.outline for piece in read))

"""The data file for a build: parsed and checked once; after a change of a text, only its piece again."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from learning_roadmap.cache.pieces import Piece, pieces_of
from learning_roadmap.cache.piecewise import load_pieces, store_pieces
from learning_roadmap.cache.store import Cache, code_key, key_of
from learning_roadmap.datafile import MAX_BYTES, collector_paused, load, parse
from learning_roadmap.model import Roadmap
from learning_roadmap.text import decode


@dataclass(frozen=True)
class LoadedRoadmap:
    """What a build needs of a data file.

    Attributes:
        lines: the first line of each entry, from 1, by id.
        warnings: problems that do not prevent loading, in words.
    """

    roadmap: Roadmap
    lines: dict[str, int]
    warnings: tuple[str, ...]


def load_cached(path: Path, cache: Cache) -> LoadedRoadmap:
    """The roadmap in a data file. A file with errors is never cached.

    Raises:
        ProblemsFound: with every problem, when there is any.
    """
    raw = _content(path)
    # Warnings name the file.
    key = key_of(code_key(), str(path), raw or b"")
    stored = TypeAdapter(LoadedRoadmap)
    if raw is not None and (cached := cache.get("data", key)):
        with collector_paused():
            return stored.validate_json(cached)
    pieces = pieces_of(raw) if raw is not None and cache.is_on else []
    if loaded := _from_pieces(pieces, path, cache):
        cache.put("data", key, stored.dump_json(loaded, exclude_defaults=True))
        return loaded
    # The collector would go through the positions of all values, which nobody needs any more.
    with collector_paused():
        data = parse(decode(raw, str(path)), path) if raw is not None else load(path)
        loaded = LoadedRoadmap(data.roadmap, data.lines, tuple(warning.as_line("warning:") for warning in data.warnings))
        if pieces and not data.warnings:
            store_pieces(pieces, data, cache)
        del data
    cache.put("data", key, stored.dump_json(loaded, exclude_defaults=True))
    return loaded


def _from_pieces(pieces: list[Piece], path: Path, cache: Cache) -> LoadedRoadmap | None:
    with collector_paused():
        joined = load_pieces(pieces, path, cache)
    return LoadedRoadmap(*joined, ()) if joined else None


def _content(path: Path) -> bytes | None:
    """The bytes of a file that can be read and is not too large; None for any other, whose problem :func:`load` reports."""
    try:
        if not path.is_file() or path.stat().st_size > MAX_BYTES:
            return None
        return path.read_bytes()
    except OSError:
        return None

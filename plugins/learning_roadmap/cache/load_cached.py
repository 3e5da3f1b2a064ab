"""The data file for a build: parsed and checked once; after a change of a text, only its piece again."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from learning_roadmap.cache.json_parts import as_json, field_of, in_order, joined, part_of, read_part
from learning_roadmap.cache.memory import return_memory
from learning_roadmap.cache.pieces import pieces_of
from learning_roadmap.cache.piecewise import LoadedPieces, ReadPieces, load_pieces
from learning_roadmap.cache.store import Cache, code_key, key_of
from learning_roadmap.datafile import MAX_BYTES, collector_paused, load, parse
from learning_roadmap.model import Roadmap, fields_in, version_of_json
from learning_roadmap.text import decode

# A translation in the JSON of a roadmap. Its language is its first field, while that of the roadmap is not.
TRANSLATION = re.compile(rb'\{"language":"([^"]*)"')


@dataclass(frozen=True)
class LoadedRoadmap:
    """What a build needs of a data file.

    Attributes:
        lines: the first line of each entry, from 1, by id.
        warnings: problems that do not prevent loading, in words.
        version: a short hash of the data.
        languages: those that entries are translated into.
        key: of the file, its path and our code.
    """

    roadmap: Roadmap
    lines: dict[str, int]
    warnings: tuple[str, ...]
    version: str
    languages: frozenset[str]
    key: str


def load_cached(path: Path, cache: Cache, last: LoadedRoadmap | None = None, remembered: ReadPieces | None = None) -> LoadedRoadmap:
    """The roadmap in a data file. A file with errors is never cached.

    Args:
        last: what this process loaded before, which is returned again while the file and its path are the same.
        remembered: the pieces that this process read before, and where it remembers those of now; None to remember nothing.

    Raises:
        ProblemsFound: with every problem, when there is any.
    """
    raw = _content(path)
    # Warnings name the file.
    key = key_of(code_key(), str(path), raw or b"")
    if last and last.key == key:
        return last
    if raw is not None and (cached := cache.get("data", key)):
        stored = cached.split(b"\n")
        del raw, cached
        loaded = _decoded(stored, key)
    else:
        pieces = pieces_of(raw) if raw is not None else []
        # Its pieces are enough.
        del raw
        # The collector would go through the roadmap again and again.
        with collector_paused():
            read = load_pieces(pieces, path, cache, remembered) if pieces else None
            loaded = _stored(read, key, cache) if read else _load_whole(path, cache)
            del read
    # Reading has needed twice as much as what was read.
    return_memory()
    return loaded


def _load_whole(path: Path, cache: Cache) -> LoadedRoadmap:
    """The roadmap in a file that is read as a whole, which explains all problems.

    Raises:
        ProblemsFound: with every problem, when there is any.
    """
    raw = _content(path)
    key = key_of(code_key(), str(path), raw or b"")
    data = parse(decode(raw, str(path)), path) if raw is not None else load(path)
    parts = [part_of(data.roadmap, field) for field in fields_in(Roadmap)]
    read = LoadedPieces(data.roadmap, parts, data.lines, [warning.as_line("warning:") for warning in data.warnings])
    # The positions of all values are not needed any more.
    del data
    return _stored(read, key, cache)


def _stored(read: LoadedPieces, key: str, cache: Cache) -> LoadedRoadmap:
    """What was read, after it is stored for the next build."""
    parts, lines, warnings = in_order(read.parts), read.lines, tuple(read.warnings)
    languages = frozenset(language.decode() for part in parts for language in TRANSLATION.findall(part))
    loaded = LoadedRoadmap(read.roadmap, lines, warnings, version_of_json(as_json(parts)), languages, key)
    head = {"lines": lines, "warnings": warnings, "version": loaded.version, "languages": sorted(loaded.languages)}
    cache.put("data", key, json.dumps(head).encode(), *(line for part in parts for line in (b"\n", part)))
    return loaded


def _decoded(stored: list[bytes], key: str) -> LoadedRoadmap:
    """What was stored: a line of facts, and the roadmap's JSON in parts. They are taken out of the list, and leave the memory."""
    stored.reverse()
    with collector_paused():
        fields = json.loads(stored.pop())
        warnings, languages = tuple(fields["warnings"]), frozenset(fields["languages"])
        parts = ((field_of(stored[-1]), read_part(stored.pop())) for _ in range(len(stored)))
        return LoadedRoadmap(joined(parts), fields["lines"], warnings, fields["version"], languages, key)


def _content(path: Path) -> bytes | None:
    """The bytes of a file that can be read and is not too large; None for any other, whose problem :func:`load` reports."""
    try:
        if not path.is_file() or path.stat().st_size > MAX_BYTES:
            return None
        return path.read_bytes()
    except OSError:
        return None

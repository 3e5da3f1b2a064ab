"""The study guide and the poster of earlier builds, reused until something that they show changes."""

import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache, partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any
from unicodedata import unidata_version

from learning_roadmap.cache import Cache, call_in_new_process, code_key, key_of
from learning_roadmap.guide.content import content
from learning_roadmap.guide.guide import Guide, make_guide, make_poster
from learning_roadmap.guide.identity import colours
from learning_roadmap.guide.options import Options
from learning_roadmap.guide.poster import poster_content
from learning_roadmap.model import RoadmapIndex

PACKAGE = Path(__file__).parent.parent
# The code that turns what is printed into a file. What comes before it shows in what is printed.
CODE = ("guide", "picture")
# The libraries that determine the bytes of the file.
LIBRARIES = ("typst", "pikepdf", "segno", "pygraphviz")
# How many files of each kind are kept: a site that is built with two sets of options needs two.
KEPT = 3
DIGEST_BYTES = 32


def cached_guide(
    index: RoadmapIndex,
    options: Options,
    folder: Path | None,
    warn: Callable[[str], None] = lambda _: None,
    *,
    in_new_process: bool = False,
) -> bytes:
    """The PDF, from ``folder`` if it is cached there. If the folder cannot be written, the guide is not cached.

    Args:
        folder: None for no cache.
        warn: is called with each warning, also for a cached guide.
        in_new_process: whether a new process makes it, if it is to be cached: the typesetter keeps gibibytes until its process ends.

    Raises:
        NotPrintable: as ``make_guide`` does.
    """

    def make() -> Guide:
        parts = Cache(folder) if folder else None
        guide = make_guide(index, options, parts)
        if parts:
            parts.trim()
        return guide

    elsewhere = cached_guide if in_new_process else None
    return _cached("study-guide", partial(content, index, options, draw=False), index, options, make, folder, warn, elsewhere)


def cached_poster(
    index: RoadmapIndex,
    options: Options,
    folder: Path | None,
    warn: Callable[[str], None] = lambda _: None,
    *,
    in_new_process: bool = False,
) -> bytes:
    """The poster as PDF; like ``cached_guide``."""
    elsewhere = cached_poster if in_new_process else None
    return _cached("poster", partial(poster_content, index, options), index, options, partial(make_poster, index, options), folder, warn, elsewhere)


def _cached(
    name: str,
    printed: Callable[[], Any],
    index: RoadmapIndex,
    options: Options,
    make: Callable[[], Guide],
    folder: Path | None,
    warn: Callable[[str], None],
    elsewhere: Callable[..., bytes] | None,
) -> bytes:
    if folder is None or not Cache(folder).is_on:
        guide = make()
    else:
        file = folder / f"{name}-{fingerprint(printed_key(name, printed, index, options, Cache(folder)), options)}.bin"
        cached = load_guide(file)
        if cached is None and elsewhere:
            call_in_new_process(elsewhere, index, options, folder)
            cached = load_guide(file)
        guide = cached or _save(make(), name, file, warn)
    for warning in guide.warnings:
        warn(warning)
    return guide.pdf


def printed_key(name: str, printed: Callable[[], Any], index: RoadmapIndex, options: Options, cache: Cache) -> str:
    """The key of the printed content, cached by its inputs: computing the content takes longer than all pages of a warm build."""
    # The version of Unicode determines how names are sorted.
    inputs = key_of(code_key(), unidata_version, name, repr(colours()), repr(options), _data_key(index))
    if stored := cache.get("printed", inputs):
        return stored.decode()
    key = key_of(json.dumps(printed(), default=repr))
    cache.put("printed", inputs, key.encode())
    return key


# The guide and the poster use the same data.
@lru_cache(maxsize=1)
def _data_key(index: RoadmapIndex) -> str:
    return key_of(index.roadmap.model_dump_json(exclude_defaults=True))


def _save(guide: Guide, name: str, file: Path, warn: Callable[[str], None]) -> Guide:
    try:
        save_guide(guide, file, f"{name}-*.bin")
    except OSError as error:
        warn(f"cannot cache the {name} for the next build: {error.strerror}")
    return guide


def load_guide(path: Path) -> Guide | None:
    """A saved guide; None if there is none, or its file is damaged or cannot be read."""
    try:
        file = path.read_bytes()
        digest, saved = file[:DIGEST_BYTES], file[DIGEST_BYTES:]
        if digest != hashlib.sha256(saved).digest():
            return None
        head, _, pdf = saved.partition(b"\n")
        guide = Guide(pdf, tuple(json.loads(head)["warnings"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    # In a folder that cannot be written, it can still be read.
    with suppress(OSError):
        os.utime(path)
    return guide


def save_guide(guide: Guide, path: Path, others: str) -> None:
    """Save a guide in one step, so that a build at the same time reads all of it or nothing, and delete those used longest ago.

    Raises:
        OSError: when the file cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    saved = json.dumps({"warnings": guide.warnings}).encode() + b"\n" + guide.pdf
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=path.stem, suffix=".part", delete=False) as temporary:
        try:
            temporary.writelines((hashlib.sha256(saved).digest(), saved))
            temporary.close()
            os.replace(temporary.name, path)
        except OSError:
            Path(temporary.name).unlink(missing_ok=True)
            raise
    for outdated in sorted(path.parent.glob(others), key=_last_use)[:-KEPT]:
        outdated.unlink(missing_ok=True)


def _last_use(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # another build has deleted it
        return 0


def version_of(library: str) -> str:
    """The version of a library; empty if it is not installed."""
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def fingerprint(printed: str, options: Options) -> str:
    """A hash of everything that can change the file: the key of the printed content, fonts, our code and the libraries."""
    digest = hashlib.sha256(json.dumps([[version_of(name) for name in LIBRARIES], printed]).encode())
    code_files = [path for folder in CODE for path in (PACKAGE / folder).rglob("*") if path.suffix in {".py", ".typ"}]
    fonts = [path for folder in options.fonts for path in folder.rglob("*") if path.is_file()]
    for path in sorted(code_files) + sorted(fonts):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]

"""The study guide of the last build, reused until something it depends on changes."""

import hashlib
import json
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from learning_roadmap.guide.guide import Guide, make_guide
from learning_roadmap.guide.options import Options
from learning_roadmap.model import RoadmapIndex

PACKAGE = Path(__file__).parent.parent
# The libraries that determine the bytes of the file.
LIBRARIES = ("typst", "pikepdf", "segno", "pydantic", "pygraphviz")


def cached_guide(index: RoadmapIndex, options: Options, folder: Path, warn: Callable[[str], None] = lambda _: None) -> bytes:
    """The PDF, from ``folder`` if it is cached there. If the folder cannot be written, the guide is not cached.

    Args:
        warn: is called with each warning, also for a cached guide.
    """
    file = folder / f"study-guide-{fingerprint(index, options)}.pdf"
    guide = load_guide(file)
    if guide is None:
        guide = make_guide(index, options)
        try:
            save_guide(guide, file)
        except OSError as error:
            warn(f"cannot cache the study guide for the next build: {error.strerror}")
    for warning in guide.warnings:
        warn(warning)
    return guide.pdf


def load_guide(path: Path) -> Guide | None:
    """A saved guide; None if there is none, or it cannot be read."""
    try:
        return Guide(path.read_bytes(), tuple(json.loads(path.with_suffix(".json").read_text("utf-8"))))
    except (OSError, ValueError):
        return None


def save_guide(guide: Guide, path: Path) -> None:
    """Save a guide and delete all others in its folder.

    Raises:
        OSError: when the files cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    for outdated in path.parent.glob("study-guide-*"):
        outdated.unlink(missing_ok=True)
    # The PDF last: if it exists, so do its warnings.
    for target, content in ((path.with_suffix(".json"), json.dumps(guide.warnings).encode()), (path, guide.pdf)):
        temporary = target.with_suffix(".part")
        temporary.write_bytes(content)
        temporary.replace(target)


def version_of(library: str) -> str:
    """The version of a library; empty if it is not installed."""
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def fingerprint(index: RoadmapIndex, options: Options) -> str:
    """A hash of everything that can change the guide: data, options, fonts, our code and the libraries."""
    digest = hashlib.sha256(f"{[version_of(name) for name in LIBRARIES]} {options}".encode())
    digest.update(index.roadmap.model_dump_json(exclude_defaults=True).encode())
    code_files = [path for path in PACKAGE.rglob("*") if path.suffix in {".py", ".typ"}]
    fonts = [path for folder in options.fonts for path in folder.rglob("*") if path.is_file()]
    for path in sorted(code_files) + sorted(fonts):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]

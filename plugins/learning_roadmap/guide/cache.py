"""The study guide of the last build, used again as long as nothing it depends on has changed."""

import hashlib
import json
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from learning_roadmap.guide.guide import Guide, make_guide
from learning_roadmap.guide.options import Options
from learning_roadmap.model import RoadmapIndex

PACKAGE = Path(__file__).parent.parent
# All that the words, the pages and the file come from.
LIBRARIES = ("typst", "pikepdf", "segno", "pydantic")


def cached_guide(index: RoadmapIndex, options: Options, folder: Path, tell: Callable[[str], None] = lambda _: None) -> bytes:
    """The PDF, from ``folder`` if it was made before. A folder that cannot be written is no reason to fail.

    Args:
        tell: is given each warning, of a cached guide too.
    """
    file = folder / f"study-guide-{fingerprint(index, options)}.pdf"
    guide = load(file)
    if guide is None:
        guide = make_guide(index, options)
        try:
            save(guide, file)
        except OSError as error:
            tell(f"cannot cache the study guide for the next build: {error.strerror}")
    for warning in guide.warnings:
        tell(warning)
    return guide.pdf


def load(path: Path) -> Guide | None:
    """A guide that was saved; none if there is none, or it cannot be read."""
    try:
        return Guide(path.read_bytes(), tuple(json.loads(path.with_suffix(".json").read_text("utf-8"))))
    except (OSError, ValueError):
        return None


def save(guide: Guide, path: Path) -> None:
    """Saves a guide in place of all others in its folder.

    Raises:
        OSError: when it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    for old in path.parent.glob("study-guide-*"):
        old.unlink(missing_ok=True)
    # The PDF last: where it is, its warnings are.
    for target, content in ((path.with_suffix(".json"), json.dumps(guide.warnings).encode()), (path, guide.pdf)):
        partly = target.with_suffix(".part")
        partly.write_bytes(content)
        partly.replace(target)


def fingerprint(index: RoadmapIndex, options: Options) -> str:
    """A name that is another one as soon as the guide could be: data, options, fonts, our code, and the libraries that write the file."""
    found = hashlib.sha256(f"{[version(name) for name in LIBRARIES]} {options}".encode())
    found.update(index.roadmap.model_dump_json(exclude_defaults=True).encode())
    makers = [path for path in PACKAGE.rglob("*") if path.suffix in {".py", ".typ"}]
    fonts = [path for folder in options.fonts for path in folder.rglob("*") if path.is_file()]
    for path in sorted(makers) + sorted(fonts):
        found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()[:16]

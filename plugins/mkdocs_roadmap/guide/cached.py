"""A guide that is made again only when something it is made of has changed."""

import hashlib
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from mkdocs_roadmap import __version__
from mkdocs_roadmap.guide.guide import Guide, make_guide
from mkdocs_roadmap.guide.options import Options
from mkdocs_roadmap.model.atlas import Atlas

MAKERS = sorted(Path(__file__).parent.glob("*.*"))


def cached_guide(atlas: Atlas, options: Options, folder: Path, tell: Callable[[str], None] = lambda _: None) -> bytes:
    """The PDF, from ``folder`` if it was made before. A folder that cannot be written is no reason to fail.

    Args:
        tell: is given each warning of a guide that is made anew.
    """
    kept = folder / f"study-guide-{_fingerprint(atlas, options)}.pdf"
    if kept.is_file():
        return kept.read_bytes()
    guide: Guide = make_guide(atlas, options)
    for warning in guide.warnings:
        tell(warning)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("study-guide-*.pdf"):
            old.unlink(missing_ok=True)
        partly = kept.with_suffix(".part")
        partly.write_bytes(guide.pdf)
        partly.replace(kept)
    except OSError as error:
        tell(f"the guide could not be kept for the next build ({error.strerror})")
    return guide.pdf


def _fingerprint(atlas: Atlas, options: Options) -> str:
    found = hashlib.sha256(f"{__version__} {asdict(options)}".encode())
    found.update(atlas.roadmap.model_dump_json(exclude_defaults=True).encode())
    for maker in MAKERS:
        if maker.is_file():
            found.update(maker.read_bytes())
    return found.hexdigest()[:16]

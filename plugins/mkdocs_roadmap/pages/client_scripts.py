"""The client's scripts: small files, put together in the order in which they build on one another."""

from functools import cache
from pathlib import Path

ASSETS = Path(__file__).parent.parent / "assets"

# Every page loads "core"; the others are fetched by the pages that need them.
SCRIPTS: dict[str, tuple[str, ...]] = {
    "core": (
        "records", "merging", "disk", "mirror", "store", "elements", "notices", "parts", "counts", "keeping", "heirs",
        "rows", "bars", "start",
    ),
    "panel": ("prose", "panel"),
    "desk": ("desk",),
}  # fmt: skip


@cache
def _text(path: Path, changed: int) -> str:
    return path.read_text(encoding="utf-8").replace('"use strict";\n', "", 1)


def script(name: str) -> str:
    """The text of one of :data:`SCRIPTS`."""
    files = [ASSETS / name / f"{part}.js" for part in SCRIPTS[name]]
    return '"use strict";\n' + "".join(_text(file, file.stat().st_mtime_ns) for file in files)

"""A build loads only what it needs: never the reader, and the typesetter only without a cached guide."""

import subprocess
import sys

from tests.pages.conftest import MACROS, Project

READER = {"ftfy", "markdown_it", "rapidfuzz", "learning_roadmap.sources", "learning_roadmap.merge", "learning_roadmap.check", "learning_roadmap.edit"}
TYPESETTER = {"typst", "pikepdf", "segno", "learning_roadmap.guide.compile"}
BUILD = "import sys; from mkdocs.__main__ import cli; cli(['build', '--quiet', '--strict'], standalone_mode=False); print(*sys.modules)"


def test_a_build_with_a_cached_guide_loads_neither_reader_nor_typesetter(project: Project) -> None:
    folder = project(plugins=["search", {"learning-roadmap": {"guide": True, "csp": True}}, {"macros": MACROS}])
    first, second = (
        set(subprocess.run([sys.executable, "-c", BUILD], cwd=folder, capture_output=True, text=True, check=True).stdout.split()) for _ in range(2)
    )
    assert (folder / "site" / "study-guide.pdf").read_bytes().startswith(b"%PDF")
    assert first >= TYPESETTER, "the first build makes the guide"
    assert not READER & first
    assert not (READER | TYPESETTER) & second

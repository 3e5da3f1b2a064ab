"""A build loads only what it needs: never the reader, and the typesetter only without a cached guide, which a server has made elsewhere."""

import subprocess
import sys
from pathlib import Path

from tests.pages.conftest import MACROS, Project

READER = {"ftfy", "markdown_it", "rapidfuzz", "learning_roadmap.sources", "learning_roadmap.merge", "learning_roadmap.check", "learning_roadmap.edit"}
TYPESETTER = {"typst", "pikepdf", "segno", "learning_roadmap.guide.compile"}
BUILD = "import sys; from mkdocs.__main__ import cli; cli(['build', '--quiet', '--strict'], standalone_mode=False); print(*sys.modules)"
SERVE = """import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
config = load_config("mkdocs.yml")
config.plugins.on_startup(command="serve", dirty=False)
build(config, serve_url="http://127.0.0.1:8000/")
print(*sys.modules)"""


def modules(program: str, folder: Path) -> set[str]:
    """What a program has loaded that prints it."""
    return set(subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=True).stdout.split())


def test_a_build_with_a_cached_guide_loads_neither_reader_nor_typesetter(project: Project) -> None:
    folder = project(plugins=["search", {"learning-roadmap": {"guide": True, "csp": True}}, {"macros": MACROS}])
    first, second = (modules(BUILD, folder) for _ in range(2))
    assert (folder / "site" / "study-guide.pdf").read_bytes().startswith(b"%PDF")
    assert first >= TYPESETTER, "the first build makes the guide"
    assert not READER & first
    assert not (READER | TYPESETTER) & second


def test_a_server_does_not_load_the_typesetter(project: Project) -> None:
    folder = project(plugins=["search", {"learning-roadmap": {"guide": True}}, {"macros": MACROS}])
    assert not TYPESETTER & modules(SERVE, folder)
    assert (folder / "site" / "study-guide.pdf").read_bytes().startswith(b"%PDF")

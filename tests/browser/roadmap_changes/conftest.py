"""Releases of one roadmap, changed by commands."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import BrowserContext

from learning_roadmap.cli.main import main
from tests.browser.hosts import Releases
from tests.browser.release_data import BREAD

DOCUMENT = "# Shapes\n\n## Dough\n\n### Basics\n\n- Shaping\n  - Batard\n  - Boule\n"


def edited(folder: Path, data: str, *commands: tuple[str, ...]) -> str:
    """The data after some commands of `roadmap`."""
    path = folder / "roadmap.yml"
    path.write_text(data, encoding="utf-8")
    for command in [("fmt",), *commands]:
        done = CliRunner().invoke(main, [*command, "--data", str(path)])
        assert done.exit_code == 0, done.output
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def all_releases(tmp_path_factory: pytest.TempPathFactory) -> Releases:
    folder = tmp_path_factory.mktemp("releases")
    work = tmp_path_factory.mktemp("work")
    (work / "shapes.md").write_text(DOCUMENT, encoding="utf-8")
    parts = edited(
        work, BREAD,
        ("add", "topic", "Coil fold", "--in", "folding"), ("add", "topic", "Letter fold", "--in", "folding"),
        ("move", "salt", "--to", "kneading"), ("import", str(work / "shapes.md")),
    )  # fmt: skip
    more = edited(work, parts, ("add", "topic", "Lamination", "--in", "folding"), ("add", "topic", "Baguette", "--in", "shaping"))
    ends = edited(
        work, BREAD,
        ("merge", "proving", "--into", "kneading"), ("split", "steam", "--into", "Early steam", "--into", "Late steam"),
        ("move", "stone", "--to", "basics"), ("retire", "retarding"), ("merge", "oven", "--into", "dough"),
    )  # fmt: skip
    gone = edited(work, BREAD, ("retire", "slicing"), ("retire", "serving"), ("retire", "table"))
    whole = edited(work, more, *(("move", id, "--to", "heat") for id in ("coil-fold", "letter-fold", "lamination")))
    releases = Releases(folder)
    for name, data in {"first": BREAD, "parts": parts, "more": more, "ends": ends, "gone": gone, "whole": whole}.items():
        releases.build(name, data)
    return releases


@pytest.fixture
def releases(all_releases: Releases, context: BrowserContext) -> Releases:
    all_releases.now = "first"
    all_releases.serve(context)
    return all_releases

"""Exports of the small roadmap, built by every installed generator, without our plugin."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
import yaml

from learning_roadmap.datafile import load
from learning_roadmap.export import export_tree
from learning_roadmap.model.index import RoadmapIndex
from tests.built_once import built_once
from tests.pages.conftest import SMALL

DAY = date(2026, 1, 15)
# Zensical is no dependency of ours: it is tried where it is installed, as the workflow export.yml does.
ZENSICAL = os.environ.get("ROADMAP_ZENSICAL") or shutil.which("zensical")
COMMANDS = {
    "mkdocs": [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
    "properdocs": [sys.executable, "-m", "properdocs", "build", "--strict", "--quiet", "-f", "mkdocs.yml"],
    "zensical": [str(ZENSICAL), "build", "--strict"],
}
PAGE = """---
title: By hand
---

# By hand

{{ progress() }}

- {{ topic("attention") }} of {{ count("topics") }}, see [vectors](phases/foundations.md#topic-vectors)

{% raw %}`{{ as it is }}`{% endraw %}

![A picture](pictures/a.svg)
"""

Build = Callable[..., Path]


@pytest.fixture(scope="session", params=COMMANDS)
def generator(request: pytest.FixtureRequest) -> str:
    if request.param == "zensical" and ZENSICAL is None:
        pytest.skip("Zensical is not installed")
    name: str = request.param
    return name


def written(folder: Path, tree: dict[str, bytes]) -> Path:
    for path, content in tree.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of pages written by hand."""
    return written(tmp_path_factory.mktemp("pages"), {"hand.md": PAGE.encode(), "pictures/a.svg": b"<svg/>", ".hidden.md": b"{{ 1 }}"})


@pytest.fixture(scope="session")
def build_export(tmp_path_factory: pytest.TempPathFactory, pages: Path) -> Build:
    """Exports a data file and builds what came out; any warning of the generator fails."""

    def build(generator: str, data: str | None = None, extensions: tuple[str, ...] = ()) -> Path:
        name = hashlib.sha256(repr((data, extensions)).encode()).hexdigest()[:12]
        return built_once(tmp_path_factory, f"{generator}-{name}", partial(make, generator, data, extensions)) / "out" / "site"

    def make(generator: str, data: str | None, extensions: tuple[str, ...], folder: Path) -> None:
        folder.mkdir()
        (folder / "roadmap.yml").write_text(data or SMALL.read_text("utf-8"), "utf-8")
        target = written(folder / "out", export_tree(RoadmapIndex(load(folder / "roadmap.yml").roadmap), pages, DAY))
        config = yaml.safe_load((target / "mkdocs.yml").read_text("utf-8"))
        config["markdown_extensions"].extend(extensions)
        (target / "mkdocs.yml").write_text(yaml.safe_dump(config, sort_keys=False), "utf-8")
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        done = subprocess.run(COMMANDS[generator], cwd=target, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        assert "warning" not in (done.stdout + done.stderr).lower()

    return build


@pytest.fixture(scope="session")
def exported(generator: str, build_export: Build) -> Path:
    """The site that a generator makes of the small roadmap."""
    return build_export(generator)

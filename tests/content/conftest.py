"""The roadmap, the documents and the pages that this repository publishes: the only tests that read them.

Everything in this folder has the marker ``content``; all other tests use data of their own.
"""

import shutil
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from learning_roadmap.datafile import DataFile, load
from learning_roadmap.mkdocs_plugin import guide_files
from tests.built_once import built_once
from tests.paths import ROOT

CONTENT = ROOT / "content"
ROADMAP = CONTENT / "roadmap.yml"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker("content")


@pytest.fixture(scope="session")
def published() -> DataFile:
    """The published roadmap, as it is loaded."""
    return load(ROADMAP)


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the data and the documents in the working directory; the path of the data file."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(CONTENT / "sources", tmp_path / "content" / "sources")
    return Path(shutil.copy(ROADMAP, tmp_path / "content" / "roadmap.yml"))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it is published, with the Chinese one in a folder of it; its guide is made without a warning."""
    return built_once(tmp_path_factory, "published", build_site)


def build_site(folder: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        # Warnings about the guide do not fail a strict build.
        warnings: list[object] = []
        patch.setattr(guide_files.log, "info", lambda *words: warnings.append(words))
        for file, target, path in (("mkdocs.yml", folder, ""), ("mkdocs.zh.yml", folder / "zh", "zh/")):
            config = load_config(str(ROOT / file), site_dir=str(target), site_url=f"https://example.org/roadmap/{path}", strict=True)
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
        assert warnings == []

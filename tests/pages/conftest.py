"""A small site in a directory of its own, built by MkDocs itself."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from learning_roadmap.datafile import load
from learning_roadmap.model.index import RoadmapIndex

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests" / "data" / "small.yml"

INDEX = """# Home

{{ progress() }}

{{ start() }}

{{ phases() }}

{{ documents() }}

Learn {{ topic("attention") }} from {{ paper("attention-paper") }} and {{ resource("fast-ai") }},
in {{ phase("deep-learning") }}.

{{ progress("linear-algebra") }}

There are {{ count("topics") }} topics; see [vectors](phases/foundations.md#topic-vectors).
"""

MACROS = {"modules": ["learning_roadmap.mkdocs_plugin.macros"], "on_undefined": "strict"}

Project = Callable[..., Path]


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Material's notice about MkDocs 2 is no part of a build's result."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")


@pytest.fixture(scope="session")
def index() -> RoadmapIndex:
    return RoadmapIndex(load(SMALL).roadmap)


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Makes a project directory; keywords change its mkdocs.yml, ``data`` its roadmap, ``index`` its home page."""

    def make(data: str | None = None, index: str = INDEX, **changes: Any) -> Path:
        folder = tmp_path_factory.mktemp("project")
        (folder / "content" / "pages").mkdir(parents=True)
        (folder / "content" / "pages" / "index.md").write_text(index, "utf-8")
        (folder / "content" / "roadmap.yml").write_text(data or SMALL.read_text("utf-8"), "utf-8")
        config: dict[str, Any] = {
            "site_name": "Test",
            "docs_dir": "content/pages",
            "theme": {
                "name": "material",
                "font": False,
                "custom_dir": str(ROOT / "overrides"),
                "features": ["navigation.instant"],
            },
            "plugins": ["search", "learning-roadmap", {"macros": MACROS}],
            "validation": dict.fromkeys(("omitted_files", "absolute_links", "unrecognized_links", "anchors"), "warn"),
            "strict": True,
        }
        (folder / "mkdocs.yml").write_text(yaml.safe_dump(config | changes, sort_keys=False), "utf-8")
        return folder

    return make


def build_site(folder: Path) -> Path:
    """Build as ``mkdocs build`` does."""
    config = load_config(str(folder / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return folder / "site"


@pytest.fixture(scope="session")
def small_site(project: Project) -> Callable[[bool], Path]:
    """The small site in one way of writing addresses, built once."""
    return cache(lambda directory_urls: build_site(project(use_directory_urls=directory_urls)))


@pytest.fixture(scope="session", params=[False, True], ids=["file-urls", "directory-urls"])
def site(request: pytest.FixtureRequest, small_site: Callable[[bool], Path]) -> Path:
    """The small site, in both ways of writing addresses."""
    return small_site(request.param)


def page_at(site: Path, name: str) -> str:
    """The HTML of a page, whichever way addresses are written."""
    file = site / f"{name}.html"
    return (file if file.exists() else site / name / "index.html").read_text("utf-8")

"""A site of real size, built once to be served and once to be opened from disk, and the browsers of the core tests."""

import os
import shutil
from collections.abc import Iterator
from copy import deepcopy
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.browser.engines.base import Browser as Learner
from tests.browser.engines.base import Engine
from tests.browser.engines.chromium import FLAGS, Chromium, executable
from tests.browser.engines.firefox import Firefox
from tests.browser.engines.webkit import WebKit
from tests.browser.sites import served
from tests.built_once import built_once
from tests.families import family
from tests.paths import PROJECT

__all__ = ["FLAGS", "executable"]  # other tests start a Chromium of their own

# What every engine must do is shown in Firefox: all else in this folder runs in Chromium anyway. `make test-all` shows it in all three; WebKitGTK
# needs a display, and CI has it weekly.
EVERY_ENGINE = ["chromium", "firefox", "webkit"]
ENGINES = family(EVERY_ENGINE, "firefox")


@pytest.fixture(scope="session", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Each browser in turn; one that is not installed fails the tests, it does not skip them."""
    found: Engine
    if request.param == "chromium":
        found = Chromium(request.getfixturevalue("playwright"), request.getfixturevalue("browser"))
    else:
        found = {"firefox": Firefox, "webkit": WebKit}[request.param]()
    yield found
    found.close()


@pytest.fixture
def learner(engine: Engine) -> Iterator[Learner]:
    """Somebody whose storage is empty. What the policy refuses, an uncaught error and a request off the site fail the test."""
    found = engine.fresh()
    yield found
    complaints = found.complaints()
    found.close()
    assert complaints == []


# As the published site, with our search: the worker of the theme's would be a fifth of the work of opening a page.
PLUGINS = [
    {"learning-roadmap": {"file": "content/roadmap.yml", "guide": True, "csp": True, "search": True}},
    {"macros": {"modules": ["learning_roadmap.mkdocs_plugin.macros"], "on_undefined": "strict"}},
]


def build_site(target: Path, *, directory_urls: bool, **changes: Any) -> Path:
    """The site of the frozen project; keywords change its mkdocs.yml."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    config = load_config(str(PROJECT / "mkdocs.yml"), site_dir=str(target), strict=True, use_directory_urls=directory_urls,
                         site_url="http://127.0.0.1/" if directory_urls else "", **changes)  # fmt: skip
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return target


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site, with instant navigation and addresses of directories."""
    built = built_once(tmp_path_factory, "served", partial(build_site, directory_urls=True, plugins=deepcopy(PLUGINS)))
    # What is served names its address in a file.
    with served(Path(shutil.copytree(built, tmp_path_factory.mktemp("served") / "site"))) as address:
        yield address


@pytest.fixture(scope="session")
def theme_search(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site with the theme's search in place of ours."""
    folder = build_site(tmp_path_factory.mktemp("theme-search"), directory_urls=True)
    with served(folder) as address:
        yield address


@pytest.fixture(scope="session")
def from_disk(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the site as it is opened without a server."""
    return built_once(tmp_path_factory, "disk", partial(build_site, directory_urls=False, plugins=deepcopy(PLUGINS))).as_uri()

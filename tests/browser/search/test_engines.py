"""The search in every browser that is tested, from disk and on a server."""

import shutil
from pathlib import Path

import pytest

from tests.browser.engines.base import Browser, Tab
from tests.browser.search.test_search import DATA, HOME, PLUGINS
from tests.browser.sites import served, small_site
from tests.families import only_in_all


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Path]:
    """A small site, with and without directory URLs."""
    folder = tmp_path_factory.mktemp("engines")
    return {
        directory_urls: small_site(folder / str(directory_urls), DATA, HOME, plugins=PLUGINS, use_directory_urls=directory_urls)
        for directory_urls in (True, False)
    }


def search(tab: Tab, url: str) -> None:
    tab.goto(url)
    tab.until("document.documentElement.classList.contains('rm-on')")
    tab.press("s")
    tab.until("document.activeElement.matches('.rm-search-input')")
    tab.insert("kmaens")
    tab.until("document.querySelector('.rm-search-result')")
    tab.press("Enter")
    tab.until("location.hash === '#topic-alpha' && document.querySelector('#topic-alpha') && !document.querySelector('dialog[open]')")


def test_from_disk(learner: Browser, sites: dict[bool, Path]) -> None:
    search(learner.new_tab(), (sites[False] / "index.html").as_uri())


# From disk above; on a server in Chromium, `test_search`.
@only_in_all
def test_on_a_server(learner: Browser, sites: dict[bool, Path], tmp_path: Path) -> None:
    with served(Path(shutil.copytree(sites[True], tmp_path / "site"))) as address:
        search(learner.new_tab(), f"{address}/")

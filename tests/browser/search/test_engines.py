"""The search in every browser that is tested, from disk and on a server."""

import shutil
from pathlib import Path

import pytest

from tests.browser.engines.base import Browser, Tab
from tests.browser.search.dialog import INPUT, IS_INSTANT, RESULT
from tests.browser.search.test_search import DATA, HOME, PLUGINS
from tests.browser.sites import served, small_site
from tests.families import only_in_all


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Path]:
    """A small site, with and without directory URLs."""
    folder = tmp_path_factory.mktemp("engines")
    return {
        directory_urls: small_site(folder / str(directory_urls), DATA, HOME, plugins=PLUGINS, use_directory_urls=directory_urls, site_url=url)
        for directory_urls, url in ((True, "http://127.0.0.1/"), (False, ""))
    }


# The next request of the page waits for `goOn()`.
WAIT = """(() => { const { send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.send = function (...body) { globalThis.goOn = () => send.apply(this, body); }; })()"""


def open_search(tab: Tab) -> None:
    tab.press("s")
    tab.until(f"document.activeElement.matches('{INPUT}')")


def search(tab: Tab, url: str) -> None:
    tab.goto(url)
    tab.until("document.documentElement.classList.contains('rm-on')")
    open_search(tab)
    tab.insert("kmaens")
    tab.until(f"document.querySelector('{RESULT}')")
    tab.press("Enter")
    tab.until("location.hash === '#topic-alpha' && document.querySelector('#topic-alpha') && !document.querySelector('dialog[open]')")


def test_from_disk(learner: Browser, sites: dict[bool, Path]) -> None:
    search(learner.new_tab(), (sites[False] / "index.html").as_uri())


# From disk above; on a server in Chromium, `test_search`.
@only_in_all
def test_on_a_server(learner: Browser, sites: dict[bool, Path], tmp_path: Path) -> None:
    with served(Path(shutil.copytree(sites[True], tmp_path / "site"))) as address:
        search(learner.new_tab(), f"{address}/")


def test_a_page_that_arrives_takes_no_letters(learner: Browser, sites: dict[bool, Path], tmp_path: Path) -> None:
    with served(Path(shutil.copytree(sites[True], tmp_path / "site"))) as address:
        tab = learner.new_tab()
        tab.goto(f"{address}/")
        tab.until(f"document.documentElement.classList.contains('rm-on') && {IS_INSTANT}")
        tab.evaluate(WAIT)
        open_search(tab)
        tab.insert("beta")
        tab.until(f"document.querySelector('{RESULT}')")
        tab.press("Enter")
        tab.until("globalThis.goOn")
        open_search(tab)
        tab.insert("le")
        tab.evaluate("goOn()")
        # The browser goes to the topic, and focuses nothing.
        tab.until("document.activeElement === document.body")
        tab.insert("ft")
        tab.until(f"document.querySelector('{INPUT}').value === 'left' && document.querySelector('{RESULT} .rm-search-title').textContent === 'Left'")

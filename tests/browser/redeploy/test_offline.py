"""A site that browsers store: it is read and ticked offline, and no visit mixes two of its versions."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import EVERY_ENGINE
from tests.browser.engines.base import Browser as Learner
from tests.browser.hosts import Host, Version, hosted
from tests.browser.page import box
from tests.browser.redeploy.page import Tally, Versions, eventually, settle, tick_every_box, until_stored
from tests.browser.sites import placed, small_site
from tests.families import family

PHASE = "phases/basics/"
# Every page, with each of its ticks, and the dashboard, whose parts no page before has loaded.
PAGES = ("", PHASE, "phases/further/", "dashboard/", "dashboard/remaining/", "dashboard/backup/", "projects/")
# Of the phases, of the dashboard and of the other pages one each, and the page with a part of its own; and less of the version after that.
OFFLINE = family(PAGES[1:], "dashboard/remaining/", "dashboard/backup/", "projects/")
OFFLINE_LATER = family(PAGES[1:5], PHASE, "dashboard/remaining/")


@pytest.fixture
def stored(host: Host, tab: Page, stored_versions: Versions) -> Page:
    """A browser that has stored the first version; nothing else of it is in a cache."""
    host.is_cached = lambda path: False
    host.deploy(stored_versions("base"))
    visit(tab, host, PHASE)
    until_stored(tab)
    return tab


def visit(page: Page, host: Host, path: str) -> None:
    page.goto(f"{host.address}/{path}")
    settle(page)


def copies(page: Page) -> list[str]:
    names: list[str] = page.evaluate("caches.keys()")
    return [name.rpartition(" ")[2] for name in names if name.startswith("roadmap-offline ")]


def build(page: Page) -> Any:
    return page.evaluate("[roadmapLoader.build, document.querySelector('[data-rm-build]')?.dataset.rmBuild]")


def test_every_page_is_read_and_ticked_offline(stored: Page, host: Host, stored_versions: Versions, tally: Tally) -> None:
    box(stored, "sets").check()
    stored.evaluate("roadmap.store.settled()")
    host.is_down = True
    for path in OFFLINE:
        visit(stored, host, path)
        if path != "dashboard/backup/":
            tick_every_box(stored, tally, f"offline, {path}", stored_versions("base"))
    visit(stored, host, PHASE)
    # By instant navigation or not, a link leads on.
    stored.locator('.md-nav a[href$="phases/further/"]').first.evaluate("link => link.click()")
    stored.wait_for_url("**/phases/further/")
    expect(stored.locator("h1", has_text="Further")).to_be_visible()
    # What is not stored is said in a page of ours, which leads on. It has an address of its own at any depth.
    answer = stored.goto(f"{host.address}/nowhere/at/all/")
    assert answer and answer.status == 503
    expect(stored.get_by_role("heading", name="You are offline")).to_be_visible()
    assert stored.get_by_role("link", name="Home page").get_attribute("href") == "./"
    stored.get_by_role("link", name="Home page").click()
    stored.wait_for_url(f"{host.address}/")
    # Other files are reported as without a worker.
    assert stored.evaluate("fetch('nothing.json').then(() => 'answered', (error) => error.name)") == "TypeError"


def test_a_new_version_comes_with_the_next_visit_and_is_stored_whole(stored: Page, host: Host, stored_versions: Versions, tally: Tally) -> None:
    [old], [before, _] = copies(stored), build(stored)
    box(stored, "sets").check()
    stored.evaluate("roadmap.store.settled()")
    open_tab = stored.context.new_page()
    visit(open_tab, host, PHASE)
    host.deploy(stored_versions("everything"))
    # Files of the new version do not arrive: the copy of the old one stays, and is all there.
    host.answer = lambda path, query: b"" if path == "/dashboard/index.html" else None
    visit(stored, host, "projects/")
    [after, _] = build(stored)
    assert after != before, "with a connection, the new version is shown at once"
    stored.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update()).catch(() => {})")
    eventually(stored, "navigator.serviceWorker.getRegistration().then((one) => !one.installing && !one.waiting)")
    host.is_down = True
    visit(stored, host, "dashboard/remaining/")
    assert build(stored) == [before, before]
    tick_every_box(stored, tally, "the old version, offline", stored_versions("base"))
    # The rest arrives: from now on, the new version is the copy.
    host.is_down, host.answer = False, lambda path, query: None
    visit(stored, host, "projects/")
    until_stored(stored, old)
    host.is_down = True
    for path in OFFLINE_LATER:
        visit(stored, host, path)
        assert set(build(stored)) - {None} == {after}
        tick_every_box(stored, tally, f"the new version, offline, {path}", stored_versions("everything"))
    # The tab from before still stores each tick under its own topic; and the next page is one of the new version.
    tick_every_box(open_tab, tally, "a tab of the old version", stored_versions("base"))
    open_tab.locator('.md-nav a[href$="dashboard/remaining/"]').first.evaluate("link => link.click()")
    open_tab.wait_for_url("**/dashboard/remaining/")
    tick_every_box(open_tab, tally, "a tab of the old version, on its way", stored_versions("base"), stored_versions("everything"))
    assert set(build(open_tab)) - {None} == {after}


def test_a_site_without_the_option_removes_the_worker_and_its_copies(stored: Page, host: Host, versions: Versions, stored_versions: Versions) -> None:
    stored.evaluate("caches.open('roadmap-offline http://127.0.0.1/elsewhere/ 1')")
    assert len(copies(stored)) == 2
    host.deploy(versions("everything"))
    visit(stored, host, "projects/")
    eventually(stored, "navigator.serviceWorker.getRegistrations().then((all) => all.length === 0)")
    assert stored.evaluate("caches.keys()") == ["roadmap-offline http://127.0.0.1/elsewhere/ 1"]
    visit(stored, host, PHASE)
    assert stored.evaluate("navigator.serviceWorker.controller") is None


def test_erasing_everything_removes_the_worker_its_copies_and_the_open_sections(stored: Page, host: Host) -> None:
    stored.locator(".rm-fold-button").first.evaluate("button => button.click()")
    assert stored.evaluate("Object.keys(sessionStorage).filter((key) => key.startsWith('roadmap-folds:')).length") == 1
    visit(stored, host, "dashboard/backup/")
    stored.get_by_role("button", name="Erase everything…").click()
    stored.get_by_role("dialog", name="Erase everything?").get_by_role("button", name="Erase everything", exact=True).click()
    expect(stored.locator(".rm-status")).to_contain_text("Everything was erased.")
    settle(stored)
    visit(stored, host, PHASE)
    assert stored.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    assert copies(stored) == []
    assert stored.evaluate("Object.keys(sessionStorage).filter((key) => key.startsWith('roadmap-folds:'))") == []


# What is stored beside what does not depend on the engine; the tests above run in Chromium, too.
in_chromium = pytest.mark.parametrize("engine", family(EVERY_ENGINE, "chromium"), indirect=True)


@in_chromium
def test_two_sites_of_one_origin_are_stored_side_by_side(learner: Learner, tmp_path: Path) -> None:
    plugins = [{"learning-roadmap": {"file": "roadmap.yml", "csp": True, "offline": True}}]
    site = small_site(tmp_path / "built", plugins=plugins, use_directory_urls=False)
    with hosted(Version(placed(tmp_path / "live", site, "one", "two"), {}, {})) as host:
        host.is_cached = lambda path: False
        tab = learner.new_tab()
        for name in ("one", "two"):
            tab.goto(f"{host.address}/{name}/")
            tab.until("navigator.serviceWorker.controller?.state === 'activated'")
            tab.until(f"navigator.serviceWorker.controller.scriptURL.endsWith('/{name}/service-worker.js')")
        scopes = "caches.keys().then((names) => names.map((name) => new URL(name.split(' ')[1]).pathname))"
        assert tab.evaluate(scopes) == ["/one/", "/two/"]
        host.is_down = True
        tab.goto(f"{host.address}/one/phases/one.html")
        tab.click('.rm-tick[data-tick="alpha"]')
        tab.sees("Alpha: done. Saved.", ".rm-status")
        for name, is_done in (("two", False), ("one", True)):
            tab.goto(f"{host.address}/{name}/phases/one.html")
            tab.until(f"document.querySelector('.rm-tick[data-tick=alpha]').checked === {str(is_done).lower()}")
        tab.goto(f"{host.address}/one/dashboard/index.html")
        tab.until("document.querySelector('[data-rm-desk] h2')")


@in_chromium
def test_erasing_everything_removes_the_copies_of_all_languages_and_of_no_other_site(learner: Learner, tmp_path: Path) -> None:
    def built(name: str, *links: str, **options: str) -> Path:
        alternates = [{"name": link, "link": link, "lang": "en"} for link in links]
        plugins = [{"learning-roadmap": {"file": "roadmap.yml", "offline": True, **options}}]
        return small_site(tmp_path / name, plugins=plugins, extra={"alternate": alternates} if links else {})

    live = tmp_path / "live"
    placed(live, built("en", "./", "zh/"), "site")
    placed(live, built("zh", "../", "./", scope="../"), "site/zh")
    placed(live, built("other"), "site/other")
    with hosted(Version(live, {}, {})) as host:
        tab = learner.new_tab()
        folders = ["/site/", "/site/zh/", "/site/other/"]
        for folder in folders:
            tab.goto(f"{host.address}{folder}")
            tab.until("navigator.serviceWorker.controller?.state === 'activated'")
            tab.until(f"navigator.serviceWorker.controller.scriptURL.endsWith('{folder}service-worker.js')")
        copies = "caches.keys().then((names) => names.map((name) => new URL(name.split(' ')[1]).pathname))"
        workers = "navigator.serviceWorker.getRegistrations().then((all) => all.map((one) => new URL(one.scope).pathname))"
        assert set(tab.evaluate(copies)) == set(tab.evaluate(workers)) == set(folders)
        tab.goto(f"{host.address}/site/zh/")
        tab.until("globalThis.roadmap?.load")
        tab.evaluate("roadmap.load('upkeep').then(({ erase }) => erase())")
        assert tab.evaluate(copies) == tab.evaluate(workers) == ["/site/other/"]

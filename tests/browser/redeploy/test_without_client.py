"""The client does not load, or the site is replaced on disk."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hosts import Host
from tests.browser.redeploy.page import Tally, Versions, settle, tick_every_box
from tests.browser.release_data import BASE, CHANGES
from tests.browser.sites import small_site
from tests.families import family

SCRIPTS = "/assets/roadmap/"


GONE = [(gone, is_soft) for gone in ("parts", "map", "core") for is_soft in (False, True)]


@pytest.mark.parametrize(("gone", "is_soft"), family(GONE, ("parts", False), ("map", True), ("core", False)))
def test_without_the_client_the_page_says_so_and_every_checkbox_is_disabled(tab: Page, host: Host, is_soft: bool, gone: str) -> None:
    host.is_soft = is_soft
    part = re.compile(r"\.[0-9a-f]{12}\.js$" if gone == "parts" else rf"/{gone}\.[0-9a-f]{{12}}\.js$")
    host.answer = lambda path, query: b"" if part.search(path) else None
    tab.goto(f"{host.address}/phases/basics/")
    alert = tab.get_by_role("alert")
    expect(alert).to_contain_text("so you cannot tick topics here. Your progress is safe in this browser. Reload the page.")
    assert alert.evaluate("alert => alert.parentElement.firstElementChild === alert")
    boxes = tab.locator(".md-content .rm-tick")
    assert boxes.count() > 5
    assert boxes.evaluate_all("boxes => boxes.every((box) => box.disabled && box.title.includes('cannot tick topics'))")
    expect(tab.locator(".rm-off")).to_be_hidden()
    # With the next page it is said again.
    tab.locator('.md-nav a[href$="phases/further/"]').first.evaluate("link => link.click()")
    expect(tab.locator("#phase-further, h1", has_text="Further").first).to_be_visible()
    expect(tab.get_by_role("alert")).to_have_count(1)
    assert boxes.evaluate_all("boxes => boxes.length > 3 && boxes.every((box) => box.disabled)")
    assert tab.evaluate("Object.keys(localStorage).filter((key) => key.includes('/state/'))") == []
    # And when it works again, a click on the button is enough.
    host.answer = lambda path, query: None
    tab.get_by_role("alert").get_by_role("button", name="Reload").click()
    expect(boxes.first).to_be_enabled()


def test_without_the_loader_the_page_says_so(tab: Page, host: Host) -> None:
    host.answer = lambda path, query: b"" if path.startswith(SCRIPTS) and path.endswith(".js") else None
    tab.goto(f"{host.address}/phases/basics/")
    expect(tab.locator(".rm-off")).to_contain_text("because this page’s scripts did not load. It is safe in this browser.")
    assert tab.locator(".rm-off").bounding_box() is not None
    assert tab.locator(".md-content .rm-tick:visible").count() == 0


def test_a_site_opened_from_disk_and_replaced(tab: Page, tmp_path: Path, versions: Versions, tally: Tally) -> None:
    built = [small_site(tmp_path / name, CHANGES[name](BASE), use_directory_urls=False) for name in ("base", "everything")]
    there = tmp_path / "there"
    shutil.copytree(built[0], there)
    tab.goto((there / "phases" / "basics.html").as_uri())
    settle(tab)
    shutil.rmtree(there)
    shutil.copytree(built[1], there)
    tick_every_box(tab, tally, "from disk, open tab", versions("base"))
    tab.evaluate("void roadmap.need('dashboard').catch(() => {})")
    expect(tab.locator('.rm-tick[data-tick="notation"]')).to_be_attached()
    for name in ("phases/basics", "dashboard/index", "dashboard/remaining"):
        tab.goto((there / f"{name}.html").as_uri())
        tick_every_box(tab, tally, f"from disk, {name}", versions("everything"))


def test_no_tick_was_stored_under_the_wrong_topic(tally: Tally) -> None:
    print(f"{tally.cases} cases, {tally.boxes} boxes, {len(tally.wrong)} wrong")
    assert tally.wrong == []

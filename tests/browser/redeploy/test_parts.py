"""A part that is fetched later is missing, truncated, or of another build."""

import time

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hosts import Host
from tests.browser.redeploy.page import Tally, Versions, settle, tick_every_box


class TestParts:
    """A part that is fetched later is gone, or none can be had."""

    def test_a_missing_part_is_loaded_by_reloading_the_page(self, tab: Page, host: Host, versions: Versions) -> None:
        # The panel is the same in both versions; a host that deletes what is old deletes it all the same.
        tab.goto(f"{host.address}/phases/basics/")
        settle(tab)
        tab.evaluate("globalThis.isSame = true")
        host.answer = lambda path, query: b"" if "/panel." in path else None
        host.deploy(versions("everything"))
        tab.locator('.rm-more[data-entry="functions"]').click()
        expect(tab.locator('.rm-tick[data-tick="notation"]')).to_be_attached()
        settle(tab)
        assert tab.evaluate("globalThis.isSame") is None
        host.answer = lambda path, query: None
        tab.locator('.rm-more[data-entry="functions"]').click()
        expect(tab.get_by_role("dialog", name="Details of Maps")).to_be_visible()

    def test_nothing_is_explained_when_the_page_is_about_to_be_reloaded(self, tab: Page, host: Host, versions: Versions) -> None:
        # Two parts are missed at once: the first reloads the page.
        tab.goto(f"{host.address}/phases/basics/")
        settle(tab)
        host.deploy(versions("everything"))
        tab.evaluate("""() => {
          for (const part of ["dashboard", "backup"]) roadmap.need(part).catch(() => sessionStorage.setItem("explained", part));
        }""")
        expect(tab.locator('.rm-tick[data-tick="notation"]')).to_be_attached()
        assert tab.evaluate("sessionStorage.getItem('explained')") is None

    def test_a_page_with_unsaved_text_is_not_reloaded(self, tab: Page, host: Host, versions: Versions, tally: Tally) -> None:
        tab.goto(f"{host.address}/phases/basics/")
        settle(tab)
        tab.locator('.rm-more[data-entry="sets"]').click()
        tab.get_by_label("Notes on Sets").fill("half a sent")
        host.deploy(versions("everything"))
        tab.evaluate("void roadmap.need('dashboard').catch(() => {})")
        expect(tab.get_by_role("alert")).to_contain_text("This site has a new version")
        assert tab.get_by_label("Notes on Sets").input_value() == "half a sent"
        tick_every_box(tab, tally, "with a note open", versions("base"))
        tab.get_by_role("alert").get_by_role("button", name="Reload").click()
        # The address names the row: it leads to where the topic is now, with its panel open.
        tab.wait_for_url("**/phases/further/#topic-sets")
        expect(tab.get_by_label("Notes on Sets")).to_have_value("half a sent")
        tab.goto(f"{host.address}/phases/basics/")
        expect(tab.locator('.rm-tick[data-tick="notation"]')).to_be_visible()
        assert tab.evaluate("roadmap.store.read('note/sets').text") == "half a sent"

    @pytest.mark.parametrize("is_soft", [False, True], ids=["404", "soft-404"])
    def test_a_page_without_a_connection_still_works(self, tab: Page, host: Host, versions: Versions, tally: Tally, is_soft: bool) -> None:
        host.is_soft = is_soft
        tab.goto(f"{host.address}/phases/basics/")
        settle(tab)
        host.answer = lambda path, query: b""
        tab.locator('.rm-more[data-entry="sets"]').click()
        expect(tab.get_by_role("alert")).to_contain_text("A part of this page could not be loaded")
        tick_every_box(tab, tally, "no connection", versions("base"))
        host.answer = lambda path, query: None
        tab.locator('.rm-more[data-entry="sets"]').click()
        expect(tab.get_by_role("dialog", name="Details of Sets")).to_be_visible()
        expect(tab.get_by_role("alert")).to_have_count(0)

    def test_a_page_never_reloads_in_a_loop(self, tab: Page, host: Host, versions: Versions, tally: Tally) -> None:
        # A host that never gets rid of the old page: it says so, and its boxes work.
        old = (versions("base").folder / "phases" / "basics" / "index.html").read_bytes()
        host.deploy(versions("everything"))
        host.answer = lambda path, query: old if path == "/phases/basics/index.html" else None
        tab.goto(f"{host.address}/phases/basics/")
        settle(tab)
        expect(tab.locator("#rm-notice-version")).to_contain_text("another version of the site")
        tab.wait_for_timeout(500)
        assert host.asked.count("/phases/basics/") == 2
        tick_every_box(tab, tally, "an old page for ever", versions("base"))

    def test_a_truncated_file_in_the_cache_is_fetched_again(self, tab: Page, host: Host, versions: Versions, tally: Tally) -> None:
        def cut(path: str, query: str) -> bytes | None:
            return (
                (host.folder / path.lstrip("/")).read_bytes()[:-9] if "/core." in path and path != "/assets/roadmap/core.js" and not query else None
            )

        host.answer = cut
        tab.goto(f"{host.address}/phases/basics/")
        tick_every_box(tab, tally, "half a file", versions("base"))

    def test_a_part_of_another_build_is_not_run(self, tab: Page, host: Host, versions: Versions) -> None:
        (topics,) = (versions("everything").folder / "assets" / "roadmap").glob("topics.*.js")
        host.answer = lambda path, query: topics.read_bytes() if "/topics." in path else None
        tab.goto(f"{host.address}/dashboard/")
        expect(tab.get_by_role("alert")).to_contain_text("A part of this page could not be loaded")
        assert tab.locator(".rm-tick").count() == 0

    def test_a_tick_made_before_the_client_has_loaded_is_saved(self, tab: Page, host: Host) -> None:
        gate = {"is_open": False}

        def slow(path: str, query: str) -> bytes | None:
            while "/core." in path and not gate["is_open"]:
                time.sleep(0.02)
            return None

        host.answer = slow
        tab.goto(f"{host.address}/phases/basics/", wait_until="commit")
        tab.locator(".rm-check", has_text="Functions").wait_for()
        while tab.evaluate("typeof roadmapLoader") != "object":
            tab.wait_for_timeout(20)
        tab.locator(".rm-check", has_text="Functions").click()
        gate["is_open"] = True
        settle(tab)
        expect(tab.locator('.rm-tick[data-tick="functions"]')).to_be_checked()
        assert tab.evaluate("roadmap.store.state('functions')") == "done"

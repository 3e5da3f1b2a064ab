"""Everything can be erased, in all tabs and both copies, and nothing of other sites."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.backup.backup_file import on_disk
from tests.browser.backup.page import store, text_record
from tests.browser.page import BACKUP, box, until, watch
from tests.browser.storage import everything, records


@pytest.fixture
def used(picker: Page, server: str) -> Page:
    """A browser with all that can be stored, and something of another site of the same origin."""
    page = picker
    store(page, {"state/vectors": {"state": "done", "at": 5}, "note/vectors": text_record("mine", 5, k3x9=5)})
    page.evaluate("roadmap.backups.point('here')")
    page.evaluate(
        """async () => { localStorage.setItem("elsewhere", "theirs"); localStorage.setItem("roadmap/cooking/state/soup", "theirs");
             for (const name of [`${roadmap.localStore.prefix}pages`, "elsewhere"]) await (await caches.open(name)).put("/x", new Response("x"));
             await new Promise((done) => { const open = indexedDB.open("elsewhere", 1);
               open.onupgradeneeded = () => open.result.createObjectStore("kept"); open.onsuccess = () => { open.result.close(); done(); }; }); }"""
    )
    page.get_by_role("button", name="New file").click()
    expect(page.locator(".rm-status")).to_contain_text("Saved to mine.json.")
    return page


def assert_empty(page: Page) -> None:
    left = set(everything(page))
    assert {path for path in left if not path.startswith("meta/")} == set()
    assert left & {"meta/device", "meta/unsaved", "meta/exported", "meta/backup", "meta/erasing", "meta/points"} == set()
    assert page.evaluate("async () => { const all = []; await roadmap.database.each((slice) => all.push(...slice)); return all; }") == []
    assert page.evaluate("roadmap.database.points()") == []
    assert page.evaluate("async () => (await indexedDB.databases()).some(({ name }) => name.endsWith('backup-file'))") is False


def erase(page: Page) -> None:
    page.get_by_role("button", name="Erase everything…").click()
    page.get_by_role("dialog", name="Erase everything?").get_by_role("button", name="Erase everything", exact=True).click()


def test_everything_is_erased_in_all_tabs_and_nothing_of_other_sites(used: Page, server: str) -> None:
    other = used.context.new_page()
    watch(other)
    other.on("dialog", lambda dialog: dialog.accept())
    other.goto(server + "/phases/foundation/")
    expect(box(other, "vectors")).to_be_checked()
    other.locator('.rm-more[data-entry="vectors"]').first.click()
    other.get_by_label("Notes on").fill("not saved yet, and to be gone")
    used.get_by_role("button", name="Erase everything…").click()
    dialog = used.get_by_role("dialog", name="Erase everything?")
    expect(dialog).to_contain_text("This cannot be undone.")
    expect(dialog.get_by_role("button", name="Cancel")).to_be_focused()
    with used.expect_download() as download:
        dialog.get_by_role("button", name="Export first").click()
    assert "note/vectors" in json.loads(Path(download.value.path()).read_text("utf-8"))["items"]
    with used.expect_event("load"):
        dialog.get_by_role("button", name="Erase everything", exact=True).click()
    expect(used.locator(".rm-status")).to_contain_text("Everything was erased.")
    expect(box(other, "vectors")).not_to_be_checked()
    # The address of the row opens its panel again, without the text.
    expect(other.get_by_label("Notes on")).to_have_value("")
    assert_empty(used)
    for page in (other, used):
        page.reload()
        page.evaluate("roadmap.load('upkeep').then(({ reconcile }) => reconcile())")
    assert_empty(used)
    assert used.evaluate("[localStorage.elsewhere, localStorage['roadmap/cooking/state/soup']]") == ["theirs", "theirs"]
    assert used.evaluate("caches.keys()") == ["elsewhere"]
    assert used.evaluate("async () => (await indexedDB.databases()).some(({ name }) => name === 'elsewhere')") is True
    # The file on disk is the learner's.
    assert "note/vectors" in on_disk(used)
    # And it all begins anew.
    other.goto(server + "/phases/foundation/")
    box(other, "vectors").check()
    until(used, "roadmap.store.state('vectors') === 'done'")


def test_cancel_and_escape_erase_nothing(used: Page) -> None:
    before = records(used)
    dialog = used.get_by_role("dialog", name="Erase everything?")
    for leave in ("Cancel", "Escape"):
        used.get_by_role("button", name="Erase everything…").click()
        expect(dialog).to_be_visible()
        if leave == "Cancel":
            dialog.get_by_role("button", name="Cancel").click()
        else:
            used.keyboard.press("Escape")
        expect(dialog).to_have_count(0)
    assert records(used) == before


def test_an_interrupted_erasure_is_resumed_when_the_site_is_opened(used: Page, server: str) -> None:
    # As it stands when the browser is closed after the mark was set.
    used.evaluate("localStorage.setItem(`${roadmap.localStore.prefix}meta/erasing`, 'all')")
    loads: list[Page] = []
    used.on("load", lambda page: loads.append(page))
    used.goto(server + BACKUP, wait_until="commit")
    # It erases, and then begins anew: the page that is there after that is the second.
    for _ in range(500):
        if len(loads) >= 2:
            break
        used.wait_for_timeout(20)
    expect(used.get_by_role("button", name="New file")).to_be_visible()
    assert used.evaluate("[localStorage.getItem(`${roadmap.localStore.prefix}meta/erasing`), roadmap.store.state('vectors')]") == [None, "todo"]
    assert_empty(used)


def test_a_second_copy_that_does_not_respond_is_reported_and_erased_later(used: Page, server: str) -> None:
    used.evaluate("() => { roadmap.database.clear = () => new Promise(() => {}); }")
    erase(used)
    expect(used.locator(".rm-status")).to_contain_text("did not respond", timeout=60_000)
    until(used, "!localStorage.getItem(`${roadmap.localStore.prefix}meta/erasing`)")
    used.reload()
    used.evaluate("roadmap.load('upkeep').then(({ reconcile }) => reconcile())")
    assert_empty(used)


def test_a_full_storage_can_be_erased(used: Page) -> None:
    used.evaluate(
        """() => { for (let size = 4_000_000; size > 0; size = Math.floor(size / 2))
             for (;;) { try { localStorage.setItem(`fill-${Math.random()}`, "x".repeat(size)); } catch { break; } } }"""
    )
    with used.expect_event("load"):
        erase(used)
    expect(used.locator(".rm-status")).to_contain_text("Everything was erased.")
    assert records(used) == {}

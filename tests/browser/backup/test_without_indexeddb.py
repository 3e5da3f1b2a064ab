"""Import and export without IndexedDB, and with one that never answers."""

import json
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.backup.page import choose, confirm_import, open_backup, store
from tests.browser.storage import records

HANG = "indexedDB.open = () => ({ addEventListener() {} });"


def test_without_indexeddb_an_import_warns_that_it_cannot_be_undone(context: BrowserContext, page: Page, server: str) -> None:
    context.add_init_script("Object.defineProperty(globalThis, 'indexedDB', { value: undefined });")
    open_backup(page, server)
    store(page, {"state/vectors": {"state": "done", "at": 5}})
    choose(page, {"state/matrices": {"state": "done", "at": 9}})
    warning = page.locator(".rm-warning")
    expect(warning).to_contain_text("This import cannot be undone")
    with page.expect_download() as download:
        warning.get_by_role("button", name="Export").click()
    assert set(json.loads(Path(download.value.path()).read_text("utf-8"))["items"]) == {"state/vectors"}
    confirm_import(page)
    assert set(records(page)) == {"state/vectors", "state/matrices"}
    assert page.get_by_role("button", name="Undo", exact=True).count() == 0


def test_export_and_import_work_with_an_indexeddb_that_never_answers(context: BrowserContext, page: Page, server: str) -> None:
    context.add_init_script(HANG)
    open_backup(page, server)
    store(page, {"state/vectors": {"state": "done", "at": 5}})
    with page.expect_download() as download:
        page.get_by_role("button", name="Export to a file").click()
    assert "state/vectors" in json.loads(Path(download.value.path()).read_text("utf-8"))["items"]
    expect(page.get_by_text("does not respond").first).to_be_visible()
    choose(page, {"state/matrices": {"state": "done", "at": 9}})
    expect(page.locator(".rm-warning")).to_contain_text("cannot be undone")
    page.locator("#take").click()
    expect(page.locator(".rm-status")).to_contain_text("1 record imported", timeout=60_000)
    assert page.evaluate("roadmap.store.state('matrices')") == "done"

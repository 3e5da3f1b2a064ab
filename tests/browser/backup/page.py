"""What tests do with the page Backup & sync."""

from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.backup.progress_file import file
from tests.browser.page import BACKUP


def open_backup(page: Page, server: str) -> Page:
    page.goto(server + BACKUP)
    expect(page.get_by_role("heading", name="Restore")).to_be_visible()
    return page


def store(page: Page, items: dict[str, Any]) -> None:
    assert page.evaluate("items => roadmap.store.put(new Map(Object.entries(items)))", items)


def choose(page: Page, items: dict[str, Any], name: str = "other.json") -> None:
    page.locator("#file").set_input_files({"name": name, "mimeType": "application/json", "buffer": file(items)})


def confirm_import(page: Page) -> None:
    page.locator("#take").click()
    expect(page.locator(".rm-status")).to_contain_text("imported")


def text_record(text: str, at: int, **by: int) -> dict[str, Any]:
    return {"text": text, "at": at, "by": by}

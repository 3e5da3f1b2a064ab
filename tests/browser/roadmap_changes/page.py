"""What tests see of a change of the roadmap: topics, their labels, the notice, and the list of changes."""

from typing import Any

from playwright.sync_api import Error, Page, expect

from tests.browser.hosts import ORIGIN
from tests.browser.page import until


def open_phase(page: Page, phase: str = "dough") -> None:
    try:
        page.goto(f"{ORIGIN}/phases/{phase}/")
    except Error:
        # The page before was just loading itself again, because there is a new release.
        page.goto(f"{ORIGIN}/phases/{phase}/")
    settled(page)


def settled(page: Page) -> None:
    until(page, "globalThis.roadmap?.need")
    # In a browser without records, it would wait for the first tick.
    page.evaluate("roadmap.need('upkeep')")
    until(page, "roadmap.localStore.get('meta/seen')")


def box(page: Page, id: str) -> Any:
    return page.locator(f'.rm-tick[data-tick="{id}"]').first


def state_label(page: Page, id: str) -> Any:
    return page.locator(f'.rm-check:has([data-tick="{id}"]) .rm-state').first


def notice(page: Page) -> Any:
    return page.locator("#rm-notice-update")


def log(page: Page) -> list[str]:
    page.goto(f"{ORIGIN}/dashboard/changes/")
    expect(page.locator("[data-rm-desk] > *").first).not_to_have_class("rm-empty")
    return [" ".join(text.split()) for text in page.locator(".rm-update li").all_inner_texts()]

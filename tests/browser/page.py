"""What tests do with a page: wait, watch and tick. The site is that of the fixture ``server``."""

import time
from typing import Any

from playwright.sync_api import BrowserContext, Error, Page, expect

from learning_roadmap.datafile import load
from learning_roadmap.model.index import RoadmapIndex
from tests.browser.engines.base import is_ours
from tests.paths import DATA

INDEX = RoadmapIndex(load(DATA).roadmap)
LEAVES = [topic.id for topic in INDEX.leaf_topics]
# Pages that many tests open.
DEEP = "/phases/deep-learning/"
BACKUP = "/dashboard/backup/"


def box(page: Page, id: str) -> Any:
    return page.locator(f'.rm-tick[data-tick="{id}"]').first


def count(page: Page, scope: str) -> Any:
    return page.locator(f'.rm-progress[data-scope="{scope}"] .rm-count').first


def more(page: Page, id: str) -> None:
    """Open the panel of a row, unless the address of the page has opened it."""
    button = page.locator(f'.rm-more[data-entry="{id}"]').first
    if not page.url.endswith(f"#topic-{id}"):
        button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".rm-panel")).to_be_visible()


def unfold(page: Page) -> None:
    """Open all sections of a phase page."""
    page.locator("[data-rm-folds]").click()
    expect(page.locator("[data-rm-body][hidden]")).to_have_count(0)


def refusals(context: BrowserContext) -> list[str]:
    """What browsers say when a Content-Security-Policy refuses something; it goes on growing."""
    found: list[str] = []
    context.on("console", lambda message: found.append(message.text) if "Content Security Policy" in message.text else None)
    return found


def until(page: Page, condition: str) -> None:
    """Wait until an expression is true. Playwright's own `wait_for_function` evaluates in the page, which its policy forbids."""
    end = time.monotonic() + 60
    while not page.evaluate(f"Boolean({condition})"):
        assert time.monotonic() < end, f"this did not come true: {condition}"
        page.wait_for_timeout(20)


def until_idle(page: Page) -> None:
    """Wait until what a page does when it has time is done: both copies are reconciled, and what there is to say is said."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        # A page may load itself anew meanwhile: then the new one counts.
        try:
            until(page, "globalThis.roadmap?.need")
            # A browser without records would load this part with the first tick. It begins when the browser is idle, in turn; and a second
            # reconciliation ends after the first.
            if page.evaluate(
                """() => globalThis.roadmap?.need('upkeep').then(() => new Promise((idle) => requestIdleCallback(idle, { timeout: 2500 })))
                     .then(() => roadmap.reconcile()).catch(() => {}).then(() => roadmap.store.settled()).then(() => true)"""
            ):
                break
        except Error as error:
            if "context was destroyed" not in str(error):
                raise
    else:
        raise AssertionError("the page goes on loading itself anew")
    # What is said after that takes a task or two.
    page.wait_for_timeout(300)


def watch(page: Page) -> None:
    def refuse(text: str) -> None:
        raise AssertionError(text)

    page.on("pageerror", lambda error: refuse(str(error)))
    page.on("request", lambda request: None if is_ours(request.url) else refuse(f"a request left the site: {request.url}"))

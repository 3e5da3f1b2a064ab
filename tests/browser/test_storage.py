"""What was saved is never lost: many writes at once, killed browsers, full and blocked storage."""

import os
import signal
import time
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.browser.engines.chromium import FLAGS, executable
from tests.browser.page import DEEP, box, until
from tests.browser.storage import FILL, everything
from tests.families import family, only_in_all


def repair(page: Page) -> None:
    page.evaluate("roadmap.load('upkeep').then(({ reconcile }) => reconcile())")


# `test_tabs.py` has a few changes in each of four tabs.
@only_in_all
def test_four_tabs_with_two_hundred_writes_each_lose_nothing(context: BrowserContext, server: str) -> None:
    tabs = [context.new_page() for _ in range(4)]
    for tab in tabs:
        tab.goto(server)
    # Each tab writes for itself, all at the same time, into entries that no other tab writes.
    for at, tab in enumerate(tabs):
        tab.evaluate(
            """at => { for (let turn = 0; turn < 200; turn += 1)
                 setTimeout(() => roadmap.store.write([[`state/t${at}-${turn}`, { state: "done" }]]), turn % 7); }""",
            at,
        )
    until(tabs[0], "Object.keys(localStorage).filter((key) => key.includes('/state/')).length === 800")
    tabs[0].evaluate("roadmap.store.settled()")
    tabs[0].reload()
    for turn in range(4):
        kept = tabs[0].evaluate(
            "at => Array.from({ length: 200 }, (_, turn) => roadmap.store.state(`t${at}-${turn}`)).filter((state) => state === 'done')", turn
        )
        assert len(kept) == 200


# What is written late is written within a second, or when the browser is idle: at once, and after that.
@pytest.mark.parametrize("delay", family([0, 0.3, 1, 3], 0, 1))
def test_what_was_reported_as_saved_survives_a_killed_browser(playwright: Playwright, tmp_path: Path, server: str, delay: float) -> None:
    ids = {"perceptron": "Perceptron", "dropout": "Dropout", "relu": "ReLU"}
    # A browser of its own: it is to be killed.
    profile = tmp_path / "profile"
    page = playwright.chromium.launch_persistent_context(profile, executable_path=executable(), args=FLAGS).new_page()
    page.goto(server + DEEP)
    for id, title in ids.items():
        box(page, id).check()
        expect(page.locator(".rm-status")).to_contain_text(f"{title}: done. Saved.")
    time.sleep(delay)
    kill(profile)
    context = playwright.chromium.launch_persistent_context(profile, executable_path=executable(), args=FLAGS)
    page = context.new_page()
    page.goto(server + DEEP)
    for id in ids:
        expect(box(page, id)).to_be_checked()
    context.close()


def kill(profile: Path) -> None:
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes().decode(errors="replace")
        except OSError:
            continue
        if f"--user-data-dir={profile}" in command and "playwright" not in command.split("\0")[0]:
            try:
                os.kill(int(process.name), signal.SIGKILL)
            except ProcessLookupError:
                continue


def test_a_full_storage_keeps_the_old_value_and_can_be_exported(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    box(page, "relu").check()
    page.evaluate(FILL)
    before = everything(page)
    box(page, "sigmoid").click()
    expect(page.locator(".rm-status")).to_contain_text("could not be saved")
    expect(box(page, "sigmoid")).not_to_be_checked()
    assert {key: value for key, value in everything(page).items() if key.startswith("state/")} == {
        key: value for key, value in before.items() if key.startswith("state/")
    }
    page.goto(server + "/dashboard/backup/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export to a file").click()
    assert "state/relu" in Path(download.value.path()).read_text(encoding="utf-8")


def test_blocked_storage_is_reported_and_the_page_can_be_read(context: BrowserContext, server: str) -> None:
    page = context.new_page()  # not watched: Material itself stumbles over blocked storage
    context.add_init_script("Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });")
    page.goto(server + DEEP)
    expect(page.locator(".rm-notice").get_by_text("new ticks cannot be saved").first).to_be_visible()
    box(page, "relu").click()
    expect(box(page, "relu")).not_to_be_checked()


def test_ticks_are_saved_without_a_second_copy(context: BrowserContext, page: Page, server: str) -> None:
    context.add_init_script("Object.defineProperty(globalThis, 'indexedDB', { value: undefined });")
    page.goto(server + DEEP)
    box(page, "relu").check()
    expect(page.locator(".rm-status")).to_contain_text("ReLU: done. Saved in this tab; a backup copy failed.")
    expect(page.locator("#rm-notice-backup")).to_contain_text("IndexedDB is not available")
    page.reload()
    expect(box(page, "relu")).to_be_checked()
    page.goto(server + "/dashboard/backup/")
    expect(page.get_by_text("there are no restore points")).to_be_visible()

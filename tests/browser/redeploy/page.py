"""Wait until a page is at rest, and check that each tick is stored under the topic shown."""

import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Error, Page

from tests.browser.hosts import Version
from tests.browser.page import until

# Clicks every box on the page at once, before anything is drawn anew, and returns what each has changed in the storage.
CLICK = """() => {
  const { prefix } = roadmap.localStore;
  const states = () => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith(`${prefix}state/`)));
  return [...document.querySelectorAll(".md-content .rm-tick")].map((box) => {
    const before = states();
    const isOff = box.disabled || getComputedStyle(box).display === "none";
    box.click();
    const after = states();
    const changed = Object.keys(after).filter((key) => after[key] !== before[key]).map((key) => key.slice(`${prefix}state/`.length));
    // As if nothing had been said, for the lists of what is left.
    roadmap.store.write(changed.map((id) => [`state/${id}`, { state: "todo" }]));
    const title = box.getAttribute("aria-label") ?? box.parentElement.querySelector(".rm-title").textContent;
    return { id: box.dataset.tick, title: title.trim(), changed, isOff };
  });
}"""
# Whether the client has come to rest: nothing is loading, the dashboard is drawn, and page and scripts are of one build, or it says so.
AT_REST = """(() => {
  const has = (name) => document.documentElement.classList.contains(name);
  if (has("rm-failed")) return true;
  if (!has("rm-on") || document.querySelector("[data-rm-desk] > .rm-empty")) return false;
  const desk = document.querySelector("[data-rm-desk]:not([data-rm-desk=''])");
  if (desk && desk.childElementCount === 0 && !document.querySelector(".rm-alert")) return false;
  const build = document.querySelector("[data-rm-build]")?.dataset.rmBuild ?? roadmapLoader.build;
  return build === roadmapLoader.build || document.querySelector("#rm-notice-version") !== null;
})()"""
Versions = Callable[[str], Version]


class Tally:
    """Over all cases: boxes ticked, and those that went wrong."""

    def __init__(self) -> None:
        self.cases, self.boxes = 0, 0
        self.wrong: list[str] = []


def settle(page: Page) -> None:
    """Wait until the client has come to rest; it may reload the page meanwhile."""
    end = time.monotonic() + 60
    calm = 0
    while calm < 3:
        try:
            calm = calm + 1 if page.evaluate(AT_REST) else 0
        except Error:
            calm = 0
        assert time.monotonic() < end, page.locator("body").inner_text()
        page.wait_for_timeout(60)


def click_every_box(page: Page) -> list[dict[str, Any]]:
    """Click every box once the page is at rest. A page of an old build may be replaced by a new one just then; the new one counts."""
    for _ in range(5):
        settle(page)
        try:
            boxes: list[dict[str, Any]] = page.evaluate(CLICK)
        except Error as error:
            if "context was destroyed" not in str(error):
                raise
        else:
            return boxes
    raise AssertionError("the page does not come to rest")


def tick_every_box(page: Page, tally: Tally, case: str, *known: Version) -> None:
    """Tick every box of the page: each tick is stored under the id of the topic whose title is shown, in a version that was deployed."""
    found = click_every_box(page)
    assert found, f"{case}: no boxes"
    tally.cases += 1
    tally.boxes += len(found)
    wrong = [f"{case}: {one}" for one in found if one["isOff"] or not any(is_right(one, version) for version in known)]
    tally.wrong += wrong
    assert wrong == []


def is_right(box: dict[str, Any], version: Version) -> bool:
    id, changed = box["id"], set(box["changed"])
    parts = version.parts.get(id, {id})
    return version.names.get(id) == box["title"] and changed != set() and changed <= parts


def eventually(page: Page, promise: str) -> None:
    """Wait until a promise that is made again and again has a true value."""
    end = time.monotonic() + 60
    while not page.evaluate(promise):
        assert time.monotonic() < end, f"this did not come true: {promise}"
        page.wait_for_timeout(50)


def until_stored(page: Page, other: str = "") -> None:
    """Wait until a worker is active, and there is one copy, and not that other one."""
    until(page, "navigator.serviceWorker.controller?.state === 'activated'")
    names = "caches.keys().then((names) => names.filter((name) => name.startsWith('roadmap-offline ')))"
    eventually(page, f"{names}.then((names) => names.length === 1 && !names[0].endsWith(' {other}'))")

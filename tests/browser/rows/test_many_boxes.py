"""Pages with thousands of boxes: those of a section are restored when it opens, and no box that can be seen or clicked is ever wrong."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.engines.base import Browser, Tab
from tests.browser.page import until, watch
from tests.browser.rows.conftest import PHASE
from tests.browser.sites import served, small_site
from tests.families import family, only_in_all

pytestmark = pytest.mark.slow
SECTION = 50
# More topics than are counted in the task in which the client starts.
SIZES = family([2_100, 10_000], 2_100)
# In the first half, which is finished, all are ticked, half of them as known already. In the second half every second one is.
STORE = """count => roadmap.store.put(new Map(Array.from({ length: count }, (_, at) => [`state/topic-${at}`,
    at < count / 2 ? { state: "done", ...(at % 2 ? { known: true } : {}), at: 1 } : { state: at % 2 ? "done" : "todo", at: 1 }])))"""
# The boxes that do not show that, save for some that are ticked, too.
WRONG = """((count, ticked) => [...document.querySelectorAll(".rm-tick")].filter((box, at) =>
    box.checked !== (ticked.includes(box.dataset.tick) || at < count / 2 || at % 2 === 1)))"""
# Do something as soon as the page shows its boxes.
WHEN_SHOWN = """new MutationObserver((_, observer) => {
    if (!document.documentElement.classList.contains("rm-on")) return;
    observer.disconnect();
    ACT;
  }).observe(document, { attributes: true, attributeFilter: ["class"], subtree: true });"""
IN_VIEW = """(section => [...document.querySelectorAll(`[data-rm-section="section:section-${section}"] .rm-tick`)]
    .map(({ checked }) => checked))"""


@pytest.fixture(scope="session", params=SIZES)
def many(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, int]]:
    """The address of a phase, and its number of boxes."""
    rows = (
        (f"  - id: section-{at // SECTION}\n    title: Section {at // SECTION}\n    topics:\n" if at % SECTION == 0 else "")
        + f"    - {{id: topic-{at}, title: Topic {at}}}\n"
        for at in range(request.param)
    )
    data = "format: 2\nid: many\ntitle: Many\nphases:\n- id: one\n  title: One\n  sections:\n" + "".join(rows)
    with served(small_site(tmp_path_factory.mktemp("many"), data)) as root:
        yield root + PHASE, request.param


def reload_and(page: Page, many: tuple[str, int], act: str) -> Any:
    """What an act finds that is done as soon as the page of a learner with records shows its boxes."""
    address, count = many
    watch(page)
    # A page without boxes stores alike.
    page.goto(address.removesuffix(PHASE) + "/404.html")
    until(page, "globalThis.roadmap?.store")
    page.evaluate(STORE, count)
    page.evaluate("roadmap.store.settled().then(() => {})")
    page.add_init_script(WHEN_SHOWN.replace("ACT", f"globalThis.found = {act}"))
    page.goto(address)
    until(page, "globalThis.found !== undefined")
    return page.evaluate("found")


def assert_right(page: Page, count: int, *ticked: int) -> None:
    """All boxes are right as soon as all sections are open: those of some topics are ticked, and all others as they were."""
    found = f"{WRONG}({count}, {[f'topic-{at}' for at in ticked]}).length"
    assert page.evaluate(f"(document.querySelector('[data-rm-folds]').click(), {found})") == 0
    expect(page.locator("[data-rm-body][hidden]")).to_have_count(0)


def test_boxes_in_view_are_right_when_they_are_shown(page: Page, many: tuple[str, int]) -> None:
    _, count = many
    middle = count // SECTION // 2
    # The section with the next topic is open.
    assert reload_and(page, many, f"{IN_VIEW}({middle})") == [at % 2 == 1 for at in range(SECTION)]
    expect(page.locator("[data-rm-body]:not([hidden])")).to_have_count(1)
    assert_right(page, count)


def test_boxes_of_a_section_that_opens_are_right_at_once(page: Page, many: tuple[str, int]) -> None:
    _, count = many
    last = count // SECTION - 1
    opened = f"(document.querySelector('#section-section-{last} button').click(), {IN_VIEW}({last}))"
    assert reload_and(page, many, opened) == [at % 2 == 1 for at in range(SECTION)]
    assert_right(page, count)


def test_clicks_on_boxes_that_are_not_restored_are_kept(page: Page, many: tuple[str, int]) -> None:
    address, count = many
    box = "document.querySelector('[data-tick=\"topic-AT\"]').click()"
    # To do in the open section and in the last one, known already in the first one.
    clicks = [box.replace("AT", str(at)) for at in (count // 2, count - 2, 1)]
    reload_and(page, many, f"({', '.join(clicks)}, true)")
    assert_right(page, count, count // 2, count - 2)
    # A box that looked open because it was not restored yet was not clicked to forget that its topic is known.
    assert page.evaluate("roadmap.store.read('state/topic-1')") == {"state": "done", "known": True, "at": 1}
    page.evaluate("roadmap.store.settled().then(() => {})")
    other = page.context.new_page()
    other.goto(address)
    expect(other.locator("html")).to_have_class(re.compile("rm-on"))
    assert_right(other, count, count // 2, count - 2)


def test_a_tick_that_cannot_be_stored_is_taken_back_from_a_box_that_is_not_restored(page: Page, many: tuple[str, int]) -> None:
    _, count = many
    full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"
    click = f"document.querySelector('[data-tick=\"topic-{count - 2}\"]').click()"
    reload_and(page, many, f"(({full}), {click}, true)")
    assert_right(page, count)


# In Chromium, the tests above.
@only_in_all
def test_every_engine_restores_all_boxes_and_keeps_a_click(learner: Browser, many: tuple[str, int]) -> None:
    address, count = many
    tab: Tab = learner.new_tab()
    # As above: a page without boxes.
    tab.goto(address.removesuffix(PHASE) + "/404.html")
    tab.until("globalThis.roadmap?.store")
    tab.evaluate(f"({STORE})({count})")
    tab.evaluate("roadmap.store.settled().then(() => {})")
    tab.goto(address)
    tab.until("document.documentElement.classList.contains('rm-on')")
    tab.evaluate(f"document.querySelector('[data-tick=\"topic-{count - 2}\"]').click()")
    tab.evaluate("document.querySelector('[data-rm-folds]').click()")
    tab.until(f"{WRONG}({count}, ['topic-{count - 2}']).length === 0")

"""Releases that are rolled back, restore points of earlier ones, and tabs that still show one."""

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.hosts import ORIGIN, Releases
from tests.browser.roadmap_changes.page import box, open_phase, state_label
from tests.families import family


def test_a_restore_point_of_an_earlier_release_restores_ticks(page: Page, releases: Releases) -> None:
    open_phase(page)
    box(page, "folding").check()
    page.evaluate("roadmap.store.settled().then(() => roadmap.backups.point('test'))")
    releases.now = "parts"
    open_phase(page)
    expect(box(page, "coil-fold")).to_be_checked()
    page.goto(f"{ORIGIN}/dashboard/backup/")
    page.get_by_role("button", name="Restore", exact=True).first.click()
    expect(page.locator(".rm-status")).to_contain_text("Restored.")
    open_phase(page)
    for id in ("folding", "coil-fold", "letter-fold"):
        expect(box(page, id)).to_be_checked()


def test_a_restore_point_of_an_earlier_release_restores_what_was_unticked_later(page: Page, releases: Releases) -> None:
    open_phase(page)
    box(page, "folding").check()
    page.evaluate("roadmap.store.settled().then(() => roadmap.backups.point('test'))")
    releases.now = "parts"
    open_phase(page)
    box(page, "coil-fold").uncheck()
    page.goto(f"{ORIGIN}/dashboard/backup/")
    page.get_by_role("listitem").filter(has_text="test").get_by_role("button", name="Restore", exact=True).click()
    expect(page.locator(".rm-status")).to_contain_text("Restored.")
    open_phase(page)
    for id in ("folding", "coil-fold", "letter-fold"):
        expect(box(page, id)).to_be_checked()


TWICE = ("parts", "more", "first", "more", "first", "parts", "more")


def test_rolling_a_release_back_and_forward_adds_no_ticks(page: Page, releases: Releases) -> None:
    open_phase(page)
    box(page, "folding").check()
    releases.now = "more"
    open_phase(page)
    box(page, "batard").check()
    box(page, "boule").check()
    box(page, "boule").uncheck()
    page.evaluate("roadmap.store.settled()")
    # "parts" once, so that the one that is new is new since it was finished; `make test-all` goes there and back again.
    for name in family(TWICE, *TWICE[:4]):
        releases.now = name
        open_phase(page)
        if name == "first":
            expect(box(page, "folding")).to_be_checked()
            continue
        for id in ("coil-fold", "letter-fold", "batard"):
            expect(box(page, id)).to_be_checked()
        expect(box(page, "boule")).not_to_be_checked()
        expect(state_label(page, "boule")).to_have_count(0)


def test_a_later_topic_is_still_marked_new_after_a_rollback(page: Page, releases: Releases) -> None:
    open_phase(page)
    box(page, "folding").check()
    for name in ("parts", "more", "first", "more"):
        releases.now = name
        open_phase(page)
        for id in ("coil-fold", "letter-fold") if name != "first" else ("folding",):
            expect(box(page, id)).to_be_checked()
    expect(box(page, "lamination")).not_to_be_checked()
    expect(state_label(page, "lamination")).to_have_text("new since you finished this")
    # What is said of it while it has none goes to all that it gets.
    releases.now = "first"
    open_phase(page)
    box(page, "folding").uncheck()
    box(page, "folding").check()
    releases.now = "more"
    open_phase(page)
    expect(box(page, "lamination")).to_be_checked()


def test_ticks_in_a_tab_of_an_older_release_are_taken_over(context: BrowserContext, page: Page, releases: Releases) -> None:
    old = context.new_page()
    open_phase(old)
    releases.now = "parts"
    open_phase(page)
    box(old, "folding").check()
    expect(box(page, "coil-fold")).to_be_checked()
    expect(box(page, "letter-fold")).to_be_checked()

"""Topics that get subtopics, more of them, or lose them."""

from playwright.sync_api import Page, expect

from tests.browser.hosts import ORIGIN, Releases
from tests.browser.page import until_idle
from tests.browser.roadmap_changes.page import box, log, notice, open_phase, settled, state_label


def test_a_topic_that_gets_subtopics_by_add_move_and_import_keeps_its_tick(page: Page, releases: Releases) -> None:
    open_phase(page)
    for id in ("folding", "kneading", "shaping"):
        box(page, id).check()
    releases.now = "parts"
    open_phase(page)
    for id in ("coil-fold", "letter-fold", "salt", "batard", "boule", "folding", "kneading", "shaping"):
        expect(box(page, id)).to_be_checked()
    expect(notice(page)).to_contain_text("“Folding” now has subtopics: “Coil fold”, “Letter fold”.")
    # It stays until it is answered, and the page says it ever after.
    page.reload()
    notice(page).get_by_role("button", name="Show changes").click()
    page.wait_for_url("**/dashboard/changes/")
    expect(page.locator(".rm-update li")).to_have_count(3)
    expect(page.locator(".rm-update li a", has_text="Coil fold")).to_be_visible()
    page.reload()
    expect(page.locator(".rm-update li")).to_have_count(3)
    until_idle(page)
    expect(notice(page)).to_have_count(0)
    # What the learner says of a part is theirs.
    open_phase(page)
    box(page, "coil-fold").uncheck()
    open_phase(page)
    expect(box(page, "coil-fold")).not_to_be_checked()
    expect(box(page, "letter-fold")).to_be_checked()


def test_a_tick_just_before_leaving_keeps_its_meaning(page: Page, releases: Releases) -> None:
    # The part that remembers the release is not there yet when the first page with a tick is left; nor is it when it is asked for anew.
    # With unroute(), a request that is on its way could be answered twice.
    is_missing = [True]
    page.route("**/upkeep.*.js*", lambda route: route.abort() if is_missing else route.fallback())
    page.goto(f"{ORIGIN}/phases/dough/")
    box(page, "folding").check()
    expect(box(page, "folding")).to_be_checked()
    assert page.evaluate("roadmap.localStore.get('meta/seen')") is None
    is_missing.clear()
    releases.now = "parts"
    open_phase(page)
    for id in ("coil-fold", "letter-fold", "folding"):
        expect(box(page, id)).to_be_checked()


def test_learning_and_skipped_go_to_new_subtopics_without_removing_their_ticks(page: Page, releases: Releases) -> None:
    open_phase(page)
    box(page, "salt").check()
    page.evaluate("""() => { roadmap.rows.mark("folding", "skipped", "x"); roadmap.rows.mark("kneading", "learning", "x"); }""")
    releases.now = "parts"
    open_phase(page)
    expect(box(page, "salt")).to_be_checked()
    expect(state_label(page, "coil-fold")).to_have_text("skipped")
    page.evaluate("roadmap.rows.mark('folding', 'todo', 'x', true)")
    open_phase(page)
    expect(state_label(page, "coil-fold")).to_have_count(0)


def test_a_later_subtopic_is_marked_new_since_the_topic_was_finished(page: Page, releases: Releases) -> None:
    open_phase(page)
    box(page, "folding").check()
    releases.now = "parts"
    open_phase(page)
    expect(box(page, "letter-fold")).to_be_checked()
    # This one is finished as subtopics.
    for id in ("batard", "boule"):
        box(page, id).check()
    notice(page).get_by_role("button", name="Close").click()
    releases.now = "more"
    open_phase(page)
    for id in ("lamination", "baguette"):
        expect(box(page, id)).not_to_be_checked()
        expect(state_label(page, id)).to_have_text("new since you finished this")
    expect(notice(page)).to_contain_text("New since you finished “Folding”: “Lamination”.")
    page.goto(f"{ORIGIN}/dashboard/")
    expect(page.locator(".rm-dashboard-card", has=page.get_by_role("heading", name="New since you finished")).locator(".rm-tick")).to_have_count(2)
    assert "New since you finished “Shaping”: “Baguette”." in log(page)
    open_phase(page)
    box(page, "lamination").check()
    expect(state_label(page, "lamination")).to_have_count(0)
    expect(box(page, "folding")).to_be_checked()
    box(page, "baguette").check()
    box(page, "baguette").uncheck()
    expect(state_label(page, "baguette")).to_have_count(0)
    open_phase(page)
    expect(state_label(page, "baguette")).to_have_count(0)


def test_an_update_over_two_releases_ticks_all_subtopics(page: Page, releases: Releases) -> None:
    open_phase(page)
    box(page, "folding").check()
    releases.now = "more"
    open_phase(page)
    for id in ("coil-fold", "letter-fold", "lamination"):
        expect(box(page, id)).to_be_checked()


def test_a_topic_that_loses_its_subtopics_gets_their_combined_state(page: Page, releases: Releases) -> None:
    releases.now = "more"
    open_phase(page)
    for id in ("coil-fold", "letter-fold", "lamination"):
        box(page, id).check()
    settled(page)
    open_phase(page)
    releases.now = "whole"
    open_phase(page)
    expect(box(page, "folding")).to_be_checked()
    assert "“Folding” no longer has subtopics. It now has their combined state." in log(page)
    open_phase(page, "oven")
    expect(box(page, "coil-fold")).to_be_checked()
    # From then on it is its own.
    open_phase(page)
    box(page, "folding").uncheck()
    open_phase(page)
    expect(box(page, "folding")).not_to_be_checked()

"""Progress follows merged, split, moved and retired entries, and the changes can be read."""

import json

from playwright.sync_api import Browser, Page, expect

from tests.browser.hosts import ORIGIN, Releases
from tests.browser.page import unfold, until, watch
from tests.browser.roadmap_changes.page import box, log, notice, open_phase, state_label


def test_plan_focus_status_and_reviews_follow_merged_split_moved_and_retired_entries(page: Page, releases: Releases) -> None:
    open_phase(page, "oven")
    for id in ("steam", "stone"):
        box(page, id).check()
    card = {"reps": 2, "ease": 2.5, "days": 6, "due": "2199-01-01"}
    page.evaluate(
        """card => roadmap.store.write([["plan/current", { start: "2026-01-05", hours: 5, parts: ["oven"] }], ["review/steam", card],
             ["focus/current", { phase: "oven", topic: "steam", target: "2026-03-01" }],
             ["phase/oven", { status: "completed" }], ["state/retarding", { state: "done" }]])""",
        card,
    )
    releases.now = "ends"
    open_phase(page)
    unfold(page)
    for id in ("early-steam", "late-steam", "stone"):
        expect(box(page, id)).to_be_checked()
    page.goto(f"{ORIGIN}/dashboard/plan/")
    expect(page.locator('[name="parts"][value="dough"]')).to_be_checked()
    assert page.evaluate("roadmap.planning.next().steps.length") == 5
    page.goto(f"{ORIGIN}/dashboard/journal/")
    expect(page.locator("#status-dough")).to_have_value("completed")
    expect(page.locator("#focus-phase")).to_have_value("dough")
    expect(page.locator("#focus-topic")).to_have_value("early-steam")
    expect(page.locator("#focus-target")).to_have_value("2026-03-01")
    for id in ("early-steam", "late-steam"):
        assert page.evaluate(f"roadmap.store.read('review/{id}').due") == "2199-01-01"
    said = log(page)
    for line in (
        "“steam” is now “Early steam”, “Late steam”. Your progress and notes were transferred.",
        "“retarding” was removed from the roadmap. Your notes are kept and exported.",
        "In your plan, “oven” is now “Dough”.",
        "Your current focus “oven” is now “Dough”.",
    ):
        assert line in said
    # A site that is rolled back finds all of it.
    releases.now = "first"
    open_phase(page, "oven")
    expect(box(page, "steam")).to_be_checked()
    assert page.evaluate("roadmap.need('dashboard').then(() => roadmap.planning.plan().parts)") == ["oven"]


def test_a_topic_moved_to_another_phase_is_reported_and_stays_in_focus(page: Page, releases: Releases) -> None:
    open_phase(page)
    releases.now = "more"
    open_phase(page)
    box(page, "coil-fold").check()
    page.evaluate("roadmap.store.write([['focus/current', { phase: 'dough', topic: 'letter-fold' }]])")
    open_phase(page)
    releases.now = "whole"
    open_phase(page)
    assert "“Coil fold” moved to “Oven”." in log(page)
    page.goto(f"{ORIGIN}/dashboard/journal/")
    expect(page.locator("#focus-phase")).to_have_value("oven")
    expect(page.locator("#focus-topic")).to_have_value("letter-fold")


def test_a_plan_without_remaining_phases_falls_back_to_the_default(page: Page, releases: Releases) -> None:
    open_phase(page)
    page.evaluate(
        """roadmap.store.write([["plan/current", { start: "2026-01-05", hours: 5, parts: ["table"] }], ["focus/current", { phase: "table" }]])"""
    )
    releases.now = "gone"
    open_phase(page)
    expect(notice(page)).to_contain_text("“table” was removed from the roadmap and from your plan.")
    page.goto(f"{ORIGIN}/dashboard/")
    expect(page.get_by_text("Nothing is left in your plan.")).to_have_count(0)
    page.goto(f"{ORIGIN}/dashboard/journal/")
    expect(page.locator("#focus-phase")).to_have_value("")


def test_the_list_of_changes_is_exported_and_imported(page: Page, releases: Releases, browser: Browser) -> None:
    open_phase(page)
    assert log(page) == []
    expect(page.get_by_text("Nothing has changed since you started.")).to_be_visible()
    open_phase(page)
    box(page, "folding").check()
    releases.now = "parts"
    open_phase(page)
    expect(box(page, "coil-fold")).to_be_checked()
    releases.now = "more"
    open_phase(page)
    expect(state_label(page, "lamination")).to_have_count(1)
    said = log(page)
    text = page.evaluate("roadmap.need('backup').then(() => roadmap.progress.write(roadmap.progress.everything()))")
    other_context = browser.new_context()
    try:
        releases.serve(other_context)
        other = other_context.new_page()
        watch(other)
        other.goto(f"{ORIGIN}/dashboard/backup/")
        other.locator("#file").set_input_files({"name": "p.json", "mimeType": "application/json", "buffer": text.encode()})
        other.locator("#take").click()
        until(other, "roadmap.store.state('coil-fold') === 'done'")
        assert log(other) == said
        open_phase(other)
        expect(state_label(other, "lamination")).to_have_text("new since you finished this")
        expect(notice(other)).to_have_count(0)
        again = other.evaluate("roadmap.need('backup').then(() => roadmap.progress.write(roadmap.progress.everything()))")
        assert json.loads(again)["items"] == json.loads(text)["items"]
    finally:
        other_context.close()


def test_goals_follow_splits_without_being_rewritten(page: Page, releases: Releases) -> None:
    open_phase(page, "oven")
    page.evaluate(
        """() => roadmap.store.write([["focus/current", { goal: "steam" }], ["plan/current", { start: "2026-01-05", hours: 5, goal: "steam" }]])"""
    )
    releases.now = "ends"
    open_phase(page)
    page.goto(f"{ORIGIN}/dashboard/plan/")
    expect(page.get_by_label("What to learn")).to_have_value("goal:early-steam")
    assert page.evaluate("[roadmap.goal.id(), roadmap.planning.plan().goal]") == ["early-steam", "early-steam"]
    assert page.evaluate("[roadmap.store.read('focus/current').goal, roadmap.store.read('plan/current').goal]") == ["steam", "steam"]
    expect(page.locator(".rm-notices")).to_contain_text("Your goal “steam” is now “Early steam”.")

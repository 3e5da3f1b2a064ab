"""The plan: for a goal, with what its topics need, with advice that is true; deleted, and stored in former shapes."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.dashboard.page import MONDAY, at_noon
from tests.families import family

PLAN = {"start": MONDAY, "hours": 10}


@pytest.fixture
def bakery(monday: Page, bakery_site: str) -> Page:
    """The page of the plan, of a roadmap with prerequisites."""
    monday.goto(bakery_site + "/dashboard/plan/")
    expect(monday.locator("#make-plan")).to_be_visible()
    return monday


def show_plan(page: Page, plan: dict[str, Any]) -> None:
    page.evaluate("plan => roadmap.store.write([['plan/current', plan]])", plan)
    page.evaluate("roadmap.dashboard.show()")
    expect(page.get_by_role("button", name="Update plan")).to_be_visible()


def planned(page: Page) -> list[str]:
    """The ids of the topics of the stored plan, in order."""
    return page.evaluate("roadmap.planning.ahead(roadmap.planning.plan()).order.map((at) => roadmapMap.leaves[at])")  # type: ignore[no-any-return]


def stored(page: Page) -> dict[str, Any]:
    return page.evaluate("roadmap.store.read('plan/current')")  # type: ignore[no-any-return]


def test_the_path_to_a_goal_can_be_planned(monday: Page, bakery_site: str) -> None:
    bakery = monday
    bakery.goto(bakery_site + "/dashboard/plan/#goal=pizza")
    expect(bakery.get_by_label("What to learn")).to_have_value("goal:pizza")
    expect(bakery.locator(".rm-plan")).to_contain_text("Create the plan to save it.")
    bakery.get_by_role("button", name="Create plan").click()
    expect(bakery.locator(".rm-dashboard")).to_contain_text("5 topics to go, about 20 hours")
    assert (stored(bakery)["goal"], stored(bakery)["order"]) == ("pizza", "map")
    assert "#goal" not in bakery.url
    assert planned(bakery) == ["flour", "water", "kneading", "oven", "pizza"]
    bakery.evaluate("roadmap.store.write([['state/kneading', { state: 'done' }]])")
    assert planned(bakery) == ["oven", "pizza"], "what leads to a known topic is not needed"
    bakery.reload()
    expect(bakery.get_by_label("What to learn")).to_have_value("goal:pizza")
    bakery.get_by_label("What to learn").select_option("map")
    bakery.get_by_role("button", name="Update plan").click()
    expect(bakery.locator(".rm-dashboard")).to_contain_text("7 topics to go")
    assert "goal" not in stored(bakery)


def test_the_goal_of_the_dashboard_is_offered(bakery: Page) -> None:
    bakery.evaluate("roadmap.goal.choose('baguette')")
    bakery.reload()
    expect(bakery.get_by_label("What to learn").locator("option")).to_have_text(["Merged roadmap", "Path to: Baguette", "Cookbook"])
    expect(bakery.get_by_label("What to learn")).to_have_value("map")


def test_a_phase_without_what_it_needs_is_reported_and_completed(bakery: Page) -> None:
    show_plan(bakery, {**PLAN, "parts": ["breads"]})
    assert planned(bakery) == ["shaping", "baguette", "oven", "pizza"]
    bakery.get_by_text("3 topics need others that are not in this plan").click()
    expect(bakery.get_by_text("Baguette needs Salt, which is not in this plan.")).to_be_visible()
    bakery.get_by_role("button", name="Add the 4 topics they need").click()
    expect(bakery.get_by_text("that are not in this plan")).to_have_count(0)
    assert planned(bakery) == ["flour", "water", "kneading", "shaping", "salt", "baguette", "oven", "pizza"]
    assert stored(bakery)["needs"] is True
    bakery.get_by_text("More options").click()
    expect(bakery.get_by_label("Add topics that the others need")).to_be_checked()
    bakery.get_by_label("Add topics that the others need").uncheck()
    bakery.get_by_role("button", name="Update plan").click()
    expect(bakery.get_by_role("button", name="Add the 4 topics they need")).to_be_visible()


def test_a_document_that_comes_too_early_is_reported_and_reordered(bakery: Page) -> None:
    show_plan(bakery, {**PLAN, "order": "cookbook"})
    assert planned(bakery) == ["kneading", "flour", "water", "pizza"]
    bakery.get_by_text("1 topic comes before what it needs").click()
    expect(bakery.get_by_text("Kneading comes before Flour, which it needs.")).to_be_visible()
    bakery.get_by_role("button", name="Put prerequisites first").click()
    expect(bakery.get_by_text("comes before what it needs")).to_have_count(0)
    assert planned(bakery) == ["flour", "water", "kneading", "pizza"]
    bakery.get_by_role("button", name="Add the topic they need").click()
    expect(bakery.locator(".rm-plan-warning")).to_have_count(0)
    assert planned(bakery) == ["flour", "water", "kneading", "oven", "pizza"]
    bakery.keyboard.press("Control+z")
    bakery.keyboard.press("Control+z")
    expect(bakery.locator(".rm-plan-warning")).to_have_count(2)


def test_a_form_that_is_being_edited_keeps_what_a_warning_adds(bakery: Page) -> None:
    show_plan(bakery, {**PLAN, "parts": ["breads"]})
    bakery.get_by_label("Hours per week").fill("12")
    bakery.get_by_role("button", name="Add the 4 topics they need").click()
    expect(bakery.get_by_label("Hours per week")).to_have_value("12")
    bakery.get_by_role("button", name="Update plan").click()
    expect(bakery.locator(".rm-plan-warning")).to_have_count(0)
    assert (stored(bakery)["hours"], stored(bakery)["needs"]) == (12, True)


@pytest.mark.parametrize("time", [{"hours": 3}, {"week": [0, 0, 0, 0, 0, 1, 2]}], ids=["hours a week", "weekdays"])
def test_the_advised_hours_meet_the_milestone(bakery: Page, time: dict[str, Any]) -> None:
    show_plan(bakery, {"start": MONDAY, **time})
    line = bakery.locator("li", has_text="Bake a baguette").last
    expect(line).to_contain_text("cannot be met at this pace (expected by")
    expect(line).to_contain_text(", or until ")
    needed = bakery.evaluate("roadmap.planning.milestones(roadmap.planning.plan())[0].goals[0].needed")
    hours = needed.get("hours") or sum(needed["week"])
    expect(line).to_contain_text(f"Needs about {hours:g} h a week")
    show_plan(bakery, {"start": MONDAY, **needed})
    expect(bakery.locator("li", has_text="Bake a baguette").last).to_contain_text("on track")


def test_a_milestone_outside_the_plan_names_the_phases_to_add(bakery: Page) -> None:
    show_plan(bakery, {**PLAN, "parts": ["basics"]})
    expect(bakery.locator("li", has_text="Bake a baguette").last).to_have_text("Bake a baguette: not fully part of this plan. Add the phase Breads.")


def test_a_plan_is_deleted_and_restored(bakery: Page) -> None:
    show_plan(bakery, {**PLAN, "parts": ["basics"]})
    bakery.get_by_role("button", name="Delete plan").click()
    expect(bakery.get_by_role("button", name="Create plan")).to_be_visible()
    expect(bakery.get_by_role("heading", name="Schedule")).to_have_count(0)
    bakery.locator(".rm-toast").get_by_role("button", name="Undo").click()
    expect(bakery.get_by_role("button", name="Update plan")).to_be_visible()
    assert stored(bakery)["parts"] == ["basics"]


def test_hours_a_week_and_hours_of_weekdays_exclude_each_other(bakery: Page) -> None:
    show_plan(bakery, {"start": MONDAY, "week": [0, 0, 0, 0, 0, 4, 0]})
    expect(bakery.get_by_label("By weekday")).to_be_checked()
    expect(bakery.get_by_label("Hours per week")).to_be_hidden()
    expect(bakery.get_by_label("Sat")).to_have_value("4")
    bakery.get_by_label("Sun").fill("3.5")
    expect(bakery.locator(".rm-plan")).to_contain_text("Together 7.5 hours a week.")
    bakery.get_by_label("The same every week").check()
    expect(bakery.get_by_label("Sat")).to_be_hidden()
    expect(bakery.get_by_label("Hours per week")).to_have_value("7.5")
    bakery.get_by_label("Hours per week").fill("30")
    bakery.get_by_role("button", name="Update plan").click()
    expect(bakery.locator(".rm-status")).to_contain_text("Plan updated")
    assert (stored(bakery)["hours"], stored(bakery).get("week")) == (30, None)
    bakery.reload()
    bakery.get_by_label("By weekday").check()
    for day in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"):
        bakery.get_by_label(day).fill("0")
    bakery.get_by_role("button", name="Update plan").click()
    expect(bakery.locator(".rm-plan .rm-field-status")).to_contain_text("not all of them 0")
    assert stored(bakery)["hours"] == 30


FORMER: list[tuple[dict[str, Any], int]] = [
    ({"start": MONDAY}, 8),
    ({"start": MONDAY, "hours": 10, "pace": 10, "off": [["2026-02-02", "2026-02-08"]], "order": "map", "optional": True}, 8),
    ({"start": MONDAY, "week": [1, 0, 0, 0, 0, 0, 0], "order": "map", "parts": ["basics"], "optional": False}, 4),
    ({"start": MONDAY, "hours": 10, "order": "cookbook"}, 4),
    ({"start": MONDAY, "hours": 10, "order": "a-removed-document"}, 8),
    ({"start": MONDAY, "hours": 10, "parts": ["a-removed-phase"]}, 8),
    ({"start": MONDAY, "hours": 10, "goal": "a-removed-goal"}, 8),
]


# The oldest form, the one with all fields, and one that names what was removed.
@pytest.mark.parametrize(("plan", "count"), family(FORMER, FORMER[0], FORMER[2], FORMER[4]))
def test_former_and_outdated_plans_are_read(bakery: Page, plan: dict[str, Any], count: int) -> None:
    show_plan(bakery, plan)
    expect(bakery.get_by_role("heading", name="Schedule")).to_be_visible()
    assert len(planned(bakery)) == count
    expect(bakery.get_by_label("What to learn")).to_have_value("cookbook" if count == 4 and plan.get("order") == "cookbook" else "map")


def test_a_plan_made_in_another_tab_appears(bakery: Page) -> None:
    other = bakery.context.new_page()
    at_noon(other, MONDAY)
    other.goto(bakery.url)
    other.get_by_role("button", name="Create plan").click()
    expect(bakery.get_by_role("button", name="Update plan")).to_be_visible()


def test_saving_renders_once_and_later_weeks_are_built_when_they_are_opened(bakery: Page) -> None:
    show_plan(bakery, {"start": MONDAY, "hours": 2})
    bakery.evaluate(
        """() => { globalThis.rendered = 0;
             new MutationObserver(() => { rendered += 1; }).observe(document.querySelector("[data-rm-desk]"), { childList: true }); }"""
    )
    bakery.get_by_label("Hours per week").fill("1.5")
    bakery.get_by_label("Hours per week").press("Enter")
    expect(bakery.get_by_text("Show 16 later weeks")).to_be_visible()
    bakery.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert bakery.evaluate("rendered") == 1
    expect(bakery.locator(".rm-week")).to_have_count(8)
    bakery.get_by_text("Show 16 later weeks").click()
    expect(bakery.locator(".rm-week")).to_have_count(24)
    box = bakery.locator(".rm-week").last.locator(".rm-tick").last
    box.check()
    assert bakery.evaluate("Object.keys(localStorage).some((key) => key.endsWith('state/pizza'))")

"""The goal and the current focus: what the dashboard continues with."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.dashboard.page import MONDAY, at_noon


def card(page: Page, heading: str = "Continue here") -> Locator:
    return page.locator(".rm-dashboard-card", has=page.get_by_role("heading", name=heading))


def titles(page: Page, heading: str = "Continue here") -> list[str]:
    return card(page, heading).locator(".rm-row .rm-title").all_inner_texts()


def write(page: Page, **records: Any) -> None:
    """Store records, and draw the dashboard anew."""
    page.evaluate("items => roadmap.store.write(Object.entries(items))", {name.replace("__", "/"): record for name, record in records.items()})
    page.evaluate("roadmap.dashboard.show()")
    expect(card(page)).to_be_visible()


def test_only_topics_whose_prerequisites_are_known_are_offered(bakery: Page) -> None:
    assert titles(bakery) == ["Flour", "Water", "Salt", "Oven"]
    expect(card(bakery).locator("li", has_text="Flour")).to_contain_text("opens up 4 topics")
    expect(card(bakery).locator("li", has_text="Oven")).to_contain_text("opens up: Pizza")
    write(bakery, state__flour={"state": "done"}, state__water={"state": "skipped"})
    assert titles(bakery) == ["Kneading", "Salt", "Oven"]


def test_a_chosen_goal_is_followed_and_can_be_removed(bakery: Page) -> None:
    expect(card(bakery).get_by_role("link", name="Choose a goal")).to_have_attribute("href", f"{bakery.url}path/")
    bakery.evaluate("roadmap.goal.choose('pizza')")
    expect(bakery.locator(".rm-status")).to_contain_text("Goal: Pizza")
    expect(card(bakery).get_by_role("link", name="Pizza")).to_have_attribute("href", f"{bakery.url}path/#goal=pizza")
    assert titles(bakery) == ["Flour", "Water", "Oven"]
    expect(card(bakery).locator("li", has_text="Flour")).to_contain_text("opens up: Kneading, Pizza")
    card(bakery).get_by_role("button", name="Remove goal").click()
    expect(card(bakery).get_by_role("link", name="Choose a goal")).to_be_visible()
    bakery.keyboard.press("Control+z")
    expect(card(bakery).get_by_role("link", name="Pizza")).to_be_visible()
    assert bakery.evaluate("roadmap.goal.id()") == "pizza"


def test_the_goal_keeps_the_focus_and_the_focus_keeps_the_goal(bakery: Page) -> None:
    write(bakery, focus__current={"phase": "breads", "topic": "oven", "target": "2026-02-01"})
    assert bakery.evaluate("roadmap.goal.choose('baguette')")
    record = bakery.evaluate("roadmap.store.read('focus/current')")
    assert {key: record[key] for key in ("phase", "topic", "target", "goal")} == {
        "phase": "breads",
        "topic": "oven",
        "target": "2026-02-01",
        "goal": "baguette",
    }
    bakery.goto(bakery.url + "journal/")
    bakery.locator("#focus-topic").select_option("pizza")
    expect(bakery.locator(".rm-status")).to_contain_text("Current focus changed")
    assert bakery.evaluate("roadmap.goal.id()") == "baguette"


def test_what_is_left_of_a_goal_may_be_a_project(bakery: Page) -> None:
    known = {f"state__{id}": {"state": "done"} for id in ("flour", "water", "salt", "kneading", "shaping", "baguette")}
    write(bakery, focus__current={"goal": "bread-stall"}, **known)
    expect(card(bakery)).to_contain_text("You have learned all that Bread stall needs. These exercises and projects are left:")
    assert titles(bakery)[0] == "Bread stall"
    write(bakery, **{"state__bread-stall": {"state": "done"}})
    expect(card(bakery)).to_contain_text("You have learned all that Bread stall needs. Change")
    assert titles(bakery) == ["Oven"]


def test_a_goal_that_the_roadmap_lacks_is_no_goal(bakery: Page) -> None:
    write(bakery, focus__current={"goal": "croissant"})
    assert bakery.evaluate("[roadmap.goal.id(), roadmap.goal.path()]") == ["", None]
    assert bakery.evaluate("roadmap.goal.choose('brioche')") is False
    assert bakery.evaluate("roadmap.store.read('focus/current').goal") == "croissant", "another version of the roadmap may have it"
    expect(card(bakery).get_by_role("link", name="Choose a goal")).to_be_visible()


def test_a_roadmap_without_prerequisites_says_so(dashboard: Page) -> None:
    before = titles(dashboard)
    assert before == dashboard.evaluate("roadmapTopics.order.slice(0, 4).map((at) => roadmapTopics.topics[at][0])")
    write(dashboard, focus__current={"goal": "neural-networks-basics"})
    expect(card(dashboard)).to_contain_text("This roadmap does not say which topics need others")
    inside = dashboard.evaluate("roadmap.counts.leavesIn('section:neural-networks-basics').slice(0, 4).map((id) => roadmap.roadmapIndex.title(id))")
    assert titles(dashboard) == inside


def test_a_goal_chosen_in_another_tab_appears(bakery: Page) -> None:
    other = bakery.context.new_page()
    at_noon(other, MONDAY)
    other.goto(bakery.url)
    expect(card(other)).to_be_visible()
    other.evaluate("roadmap.goal.choose('pizza')")
    expect(card(bakery).get_by_role("link", name="Pizza")).to_be_visible()
    assert titles(bakery) == ["Flour", "Water", "Oven"]


def test_the_focus_comes_first_or_says_what_it_needs(bakery: Page) -> None:
    write(bakery, focus__current={"topic": "oven", "target": "2026-02-01"}, state__salt={"state": "learning"})
    assert titles(bakery)[:2] == ["Oven", "Salt"]
    expect(card(bakery)).to_contain_text("Your focus: Oven. Target date: 1 Feb 2026.")
    write(bakery, focus__current={"topic": "pizza", "target": "2026-01-01"})
    expect(card(bakery)).to_contain_text("Your focus, Pizza, needs first: Flour, Water, Oven. Its target date, 1 Jan 2026, has passed.")
    write(bakery, focus__current={"phase": "breads"})
    assert titles(bakery)[:2] == ["Salt", "Oven"], "what is in progress, then the phase"
    write(bakery, focus__current={"phase": "breads", "topic": "oven"}, state__oven={"state": "done"})
    expect(card(bakery)).to_contain_text("Your focus, Breads, needs first: Flour, Water, Salt.")


def test_a_target_date_in_the_past_is_not_saved(bakery: Page) -> None:
    bakery.goto(bakery.url + "journal/")
    bakery.locator("#focus-target").fill("2025-12-31")
    expect(bakery.get_by_text("This target date is in the past")).to_be_visible()
    assert bakery.evaluate("roadmap.store.read('focus/current')") is None
    bakery.locator("#focus-target").fill("2026-01-05")
    expect(bakery.locator(".rm-status")).to_contain_text("Current focus changed")
    expect(bakery.get_by_text("This target date is in the past")).to_have_count(0)


def test_this_week_shows_other_topics_than_continue_here(bakery: Page) -> None:
    for order in ("map", "cookbook"):
        write(bakery, plan__current={"start": MONDAY, "hours": 20, "order": order})
        week = titles(bakery, "This week")
        assert not set(week) & set(titles(bakery)), order
        expect(card(bakery, "This week")).to_contain_text("of this week’s topics are under Continue here.")
        assert week, order


def test_a_plan_in_the_order_of_a_document_keeps_it(bakery: Page) -> None:
    write(bakery, plan__current={"start": MONDAY, "hours": 20, "order": "cookbook"})
    # Kneading needs flour and water; pizza needs the oven, which the document does not name.
    assert titles(bakery) == ["Flour", "Water", "Oven"]
    expect(card(bakery).locator("li", has_text="Flour")).to_contain_text("opens up: Kneading, Pizza")

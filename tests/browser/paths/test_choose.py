"""Choosing a goal: by typing, by keyboard, by links, and what happens with goals that are not there."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.paths.conftest import Site, both_sites
from tests.browser.paths.page import open_path, titles


@pytest.fixture
def chooser(page: Page, site: Site) -> Page:
    page.goto(site.at("dashboard/path"))
    expect(page.get_by_role("searchbox", name="Find a goal")).to_be_visible()
    return page


def test_projects_are_suggested_before_anything_is_typed(chooser: Page) -> None:
    headings = chooser.locator(".rm-goals h3")
    assert headings.all_text_contents() == ["Projects", "Milestones", "Phases"]
    expect(chooser.get_by_role("status").filter(has_text="search all")).to_have_text(
        "These are suggestions. Type a word to search all 17 goals, from topics to projects."
    )


def test_typing_filters_and_says_how_many_match(chooser: Page) -> None:
    field = chooser.get_by_role("searchbox", name="Find a goal")
    field.fill("creme BRU")
    expect(chooser.locator(".rm-goals a")).to_have_text(["Crème brûlée"])
    expect(chooser.get_by_role("status").filter(has_text="matches")).to_have_text("1 goal matches. Press Enter to open it.")
    field.fill("ba")
    assert chooser.locator(".rm-goals h3").all_text_contents() == ["Projects", "Milestones", "Sections"]
    expect(chooser.get_by_role("status").filter(has_text="match")).to_contain_text("3 goals match.")
    # The kind of the best match comes first.
    field.fill("o")
    assert chooser.locator(".rm-goals h3").all_text_contents() == ["Phases", "Projects", "Topics"]
    field.fill("<b>")
    expect(chooser.get_by_role("status").filter(has_text="No goal")).to_be_visible()
    expect(chooser.locator(".rm-goals a")).to_have_count(0)
    field.press("Enter")
    expect(field).to_be_focused()


def test_a_goal_is_chosen_by_keyboard_alone(chooser: Page) -> None:
    chooser.get_by_role("searchbox", name="Find a goal").focus()
    chooser.keyboard.type("proof")
    chooser.keyboard.press("Tab")
    expect(chooser.get_by_role("link", name="Proofing", exact=True)).to_be_focused()
    chooser.keyboard.press("Enter")
    expect(chooser.get_by_role("heading", name="Proofing", level=2)).to_be_focused()
    chooser.keyboard.press("Tab")
    chooser.keyboard.press("Tab")
    expect(chooser.get_by_role("link", name="Plan this")).to_be_focused()
    chooser.get_by_role("link", name="Choose another goal").focus()
    chooser.keyboard.press("Enter")
    expect(chooser.get_by_role("heading", name="Choose a goal")).to_be_focused()
    # What was typed is still there; Enter opens the first match.
    field = chooser.get_by_role("searchbox", name="Find a goal")
    expect(field).to_have_value("proof")
    field.fill("baguette")
    field.press("Enter")
    expect(chooser.get_by_role("heading", name="Baguette", level=2)).to_be_focused()
    chooser.go_back()
    expect(chooser.get_by_role("heading", name="Choose a goal")).to_be_visible()
    chooser.go_back()
    expect(chooser.get_by_role("heading", name="Proofing", level=2)).to_be_visible()


def test_goals_are_found_by_alternative_names(page: Page, site: Site) -> None:
    page.goto(site.at("dashboard/path", ""))
    page.get_by_role("searchbox", name="Find a goal").fill("working dough")
    expect(page.locator(".rm-goals a")).to_have_text(["Kneading"])


def test_a_new_plan_has_the_hours_that_the_roadmap_assumes(page: Page, site: Site) -> None:
    page.goto(site.at("dashboard/plan"))
    expect(page.get_by_label("Hours per week")).to_have_value("5")


@both_sites
def test_every_page_with_a_goal_leads_to_its_path(page: Page, site: Site) -> None:
    page.goto(site.at("projects"))
    page.get_by_role("button", name="Details of Baguette").click()
    page.get_by_role("link", name="Path to it: Baguette").click()
    expect(page.get_by_role("heading", name="Baguette", level=2)).to_be_visible()
    page.goto(site.at("milestones"))
    expect(page.get_by_role("link", name="Path to it: Fame")).to_have_count(0)
    page.get_by_role("link", name="Path to it: Baker").click()
    expect(page.get_by_role("heading", name="Baker", level=2)).to_be_visible()
    page.goto(site.at("phases/dough"))
    page.locator('.rm-more[data-entry="kneading"]').click()
    page.get_by_role("link", name="Path to this topic").click()
    expect(page.get_by_role("heading", name="Kneading", level=2)).to_be_visible()
    # On the page itself the address has only another hash.
    page.locator('.rm-more[data-entry="flour"]').click()
    page.get_by_role("link", name="Path to this topic").click()
    expect(page.get_by_role("heading", name="Flour", level=2)).to_be_visible()
    page.locator(".rm-entry-link a").first.click()
    page.wait_for_url("**/phases/dough**")


def test_a_paper_has_no_path(page: Page, site: Site) -> None:
    page.goto("about:blank")
    page.goto(site.at("dashboard/path", "old-loaf"))
    expect(page.locator(".rm-dashboard")).to_contain_text("An old loaf takes no topics, so there is no path to it.")
    expect(page.get_by_role("link", name="See it in the roadmap")).to_be_visible()


def test_a_goal_that_does_not_exist(page: Page, site: Site) -> None:
    for id in ("nothing", "fame", "<img src=x>", "constructor", "%E0%A4%A"):
        page.goto("about:blank")
        page.goto(site.at("dashboard/path", id))
        expect(page.locator(".rm-dashboard"), id).to_contain_text("There is no path to “")
        expect(page.get_by_role("searchbox", name="Find a goal"), id).to_be_visible()


def test_a_goal_that_was_removed(page: Page, site: Site) -> None:
    open_path(page, site, "wheat")
    expect(page.locator(".rm-dashboard")).to_contain_text("“wheat” has become “Flour”.")
    assert titles(page) == ["Flour"]
    page.goto("about:blank")
    page.goto(site.at("dashboard/path", "leaven"))
    page.locator(".rm-dashboard > ul").get_by_role("link", name="Proofing").click()
    expect(page.get_by_role("heading", name="Proofing", level=2)).to_be_visible()
    page.goto("about:blank")
    page.goto(site.at("dashboard/path", "margarine"))
    expect(page.locator(".rm-dashboard")).to_contain_text("“margarine” was removed from the roadmap.")


def test_another_anchor_does_not_change_the_goal(page: Page, site: Site) -> None:
    open_path(page, site, "proofing")
    page.evaluate("location.hash = '#page-path'")
    page.evaluate("roadmap.store.write([['state/salt', { state: 'done' }]])")
    page.wait_for_timeout(200)
    expect(page.get_by_role("heading", name="Proofing", level=2)).to_be_visible()


def test_the_navigation_leads_from_a_path_to_all_goals(page: Page, site: Site) -> None:
    open_path(page, site, "proofing")
    page.locator(".md-sidebar--primary").get_by_role("link", name="Path to a goal").first.click()
    expect(page.get_by_role("heading", name="Choose a goal")).to_be_visible()

"""The pages of the dashboard: how they are reached, and what they show."""

import re

from playwright.sync_api import Page, Route, expect

from tests.browser.dashboard.page import PLAN, at_noon
from tests.browser.page import LEAVES, box, until
from tests.families import family


def test_countable_goals_are_counted_from_ticks(dashboard: Page, server: str) -> None:
    dashboard.evaluate("plan => roadmap.store.write([['plan/current', plan]])", PLAN)
    dashboard.goto(server + "/projects/")
    for id in ("house-price-prediction", "image-classifier"):
        box(dashboard, id).check()
    dashboard.goto(server + "/milestones/")
    expect(dashboard.locator("[data-rm-goal=build-5-beginner-projects]")).to_have_text("2 of 5")
    expect(dashboard.locator("[data-rm-milestone='3-month-goal']")).to_contain_text("by 5 Apr 2026")
    box(dashboard, "start-technical-blog").check()
    dashboard.reload()
    expect(box(dashboard, "start-technical-blog")).to_be_checked()


def test_every_progress_bar_links_to_its_remaining_topics(monday: Page, server: str) -> None:
    monday.goto(server + "/phases/deep-learning/")
    box(monday, "perceptron").check()
    monday.locator(".rm-progress[data-scope='section:neural-networks-basics'] .rm-left").click()
    monday.wait_for_url("**/dashboard/remaining/?of=section%3Aneural-networks-basics")
    left = monday.locator(".rm-dashboard")
    expect(left.get_by_text("Activation functions").or_(left.get_by_text("ReLU")).first).to_be_visible()
    expect(left.locator("[data-tick=perceptron]")).to_have_count(0)
    count = left.locator(".rm-topic").count()
    first = left.locator(".rm-tick").first
    first.click()
    # It stays for a moment, so that a second click takes it back and hits nothing else.
    expect(first).to_be_checked()
    expect(left.locator(".rm-topic")).to_have_count(count)
    expect(left.locator(".rm-topic")).to_have_count(count - 1)


def test_the_chart_compares_progress_with_the_plan_and_has_a_table(dashboard: Page) -> None:
    dashboard.evaluate("plan => roadmap.store.write([['plan/current', plan]])", PLAN)
    dashboard.evaluate("ids => roadmap.store.write(ids.map((id) => [`state/${id}`, { state: 'done' }]))", LEAVES[:9])
    at_noon(dashboard, "2026-01-20")
    dashboard.evaluate("roadmap.dashboard.show()")
    expect(dashboard.locator(".rm-chart")).to_have_attribute("aria-label", re.compile(r"^9 of \d+ planned topics done\. \d+ due by this week\.$"))
    dashboard.get_by_text("Show as a table").click()
    expect(dashboard.locator(".rm-table tbody tr").nth(0).locator("td").nth(1)).to_have_text("9")


def test_the_dashboard_works_from_disk(page: Page, from_disk: str) -> None:
    for name in ("index", "plan", "remaining", "journal", "backup"):
        page.goto(f"{from_disk}/dashboard/{name}.html")
        expect(page.locator(".rm-dashboard")).not_to_contain_text("It needs JavaScript")
    page.goto(f"{from_disk}/dashboard/backup.html")
    with page.expect_download():
        page.get_by_role("button", name="Export to a file").click()


def test_the_parts_of_the_dashboard_are_requested_at_once_and_run_in_order(page: Page, server: str) -> None:
    held: list[Route] = []
    page.route("**/upkeep.*.js", lambda route: held.append(route))
    with page.expect_response("**/dashboard.*.js"):
        page.goto(server + "/dashboard/", wait_until="commit")
    expect(page.locator(".rm-dashboard-card")).to_have_count(0)
    held.pop().continue_()
    expect(page.locator(".rm-dashboard-card").first).to_be_visible()


def test_instant_navigation_to_the_dashboard_and_back(page: Page, server: str) -> None:
    page.goto(server + "/phases/deep-learning/")
    page.evaluate("globalThis.stayed = true")
    page.get_by_role("link", name="Dashboard", exact=True).first.click()
    expect(page.get_by_role("heading", name="Continue here")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="Dashboard - ")).to_be_attached()
    page.get_by_role("link", name="Remaining topics").first.click()
    page.wait_for_url("**/dashboard/remaining/**")
    expect(page.locator(".rm-dashboard .rm-tick").first).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Continue here")).to_be_visible()
    assert page.evaluate("globalThis.stayed") is True


NAMES = (*(f"dashboard/{name}" for name in ("", "plan/", "remaining/", "journal/", "backup/", "print/")), "routine/", "milestones/")


def test_no_page_of_the_dashboard_is_wider_than_the_screen(page: Page, server: str) -> None:
    page.goto(server + "/404.html")
    page.evaluate("plan => roadmap.store.write([['plan/current', plan]])", PLAN)
    # What is wide is a chart, a form, a table or a list of words.
    for name in family(NAMES, "dashboard/", "dashboard/plan/", "dashboard/journal/", "dashboard/backup/", "milestones/"):
        page.set_viewport_size({"width": 390, "height": 800})
        page.goto(f"{server}/{name}")
        expect(page.locator("[data-rm-desk] > *").first, name).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, name
        page.set_viewport_size({"width": 1280, "height": 800})
        # The theme's parts move to their new places.
        until(page, "document.documentElement.clientWidth > 1200 && document.documentElement.scrollWidth <= 1280")


def test_the_focus_stays_in_a_list_that_is_redrawn(monday: Page, server: str) -> None:
    monday.goto(server + "/dashboard/remaining/")
    row = monday.locator(".rm-more").nth(2)
    entry = row.get_attribute("data-entry")
    row.focus()
    monday.keyboard.press("Enter")
    expect(monday.locator(".rm-panel")).to_be_focused()
    monday.keyboard.press("Tab")
    monday.keyboard.press("Tab")
    expect(monday.get_by_role("radio", name="To do")).to_be_focused()
    for _ in range(4):
        monday.keyboard.press("ArrowDown")
    expect(monday.get_by_role("radio", name="Skipped")).to_be_checked()
    monday.keyboard.press("Escape")
    # What was skipped in the panel leaves the list when the panel is closed.
    expect(monday.locator(f".rm-long [data-entry='{entry}']")).to_have_count(0)
    monday.locator(".rm-dashboard .rm-tick").nth(4).focus()
    monday.keyboard.press("Space")
    monday.wait_for_timeout(3000)
    assert monday.evaluate("document.querySelector('.rm-dashboard').contains(document.activeElement)")

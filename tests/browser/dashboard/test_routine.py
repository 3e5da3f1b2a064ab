"""The routine and its days."""

import datetime as dt

from playwright.sync_api import Browser, Page, expect

from tests.browser.page import watch
from tests.browser.storage import everything


def test_the_routine_starts_fresh_each_day_of_the_learners_own_clock(browser: Browser, server: str) -> None:
    context = browser.new_context(timezone_id="Europe/Berlin", locale="de-DE")
    page = context.new_page()
    watch(page)
    # The night in which summer time begins: the day has 23 hours.
    page.clock.set_fixed_time(dt.datetime.fromisoformat("2026-03-28T23:30:00+01:00"))
    page.goto(server + "/routine/")
    page.get_by_role("checkbox", name="Math problem solving").check()
    page.clock.set_fixed_time(dt.datetime.fromisoformat("2026-03-29T00:10:00+01:00"))
    page.reload()
    expect(page.get_by_role("checkbox", name="Math problem solving")).not_to_be_checked()
    expect(page.locator(".rm-topics legend")).to_contain_text(["Morning", "Afternoon", "Evening", "Weekend"])
    expect(page.get_by_text("1 day in a row.")).to_be_visible()
    page.get_by_role("checkbox", name="Work on theory").check()
    page.clock.set_fixed_time(dt.datetime.fromisoformat("2026-03-30T08:00:00+02:00"))
    page.reload()
    expect(page.get_by_text("2 days in a row.")).to_be_visible()
    expect(page.locator(".rm-topics legend")).to_contain_text(["Morning", "Afternoon", "Evening"])
    expect(page.locator(".rm-heatmap")).to_have_attribute("aria-label", "You were active on 2 days in the past year.")
    assert {"day/2026-03-28", "day/2026-03-29"} <= everything(page).keys()
    # A missed day ends the row, and nothing else.
    page.clock.set_fixed_time(dt.datetime.fromisoformat("2026-04-01T08:00:00+02:00"))
    page.reload()
    expect(page.get_by_text("Missing a day is fine.")).to_be_visible()
    expect(page.get_by_text("in a row.")).to_have_count(0)
    context.close()


def test_the_routine_starts_fresh_at_midnight_on_an_open_page(dashboard: Page, server: str) -> None:
    dashboard.clock.install(time=dt.datetime.fromisoformat("2026-03-10T22:00:00+00:00"))
    dashboard.goto(server + "/routine/")
    dashboard.get_by_role("checkbox", name="Math problem solving").check()
    dashboard.clock.run_for(9 * 3600 * 1000)
    expect(dashboard.get_by_role("heading", name="Today, 11 Mar 2026")).to_be_visible()
    expect(dashboard.get_by_role("checkbox", name="Math problem solving")).not_to_be_checked()
    dashboard.get_by_role("checkbox", name="Math problem solving").check()
    assert {path for path in everything(dashboard) if path.startswith("day/")} == {"day/2026-03-10", "day/2026-03-11"}

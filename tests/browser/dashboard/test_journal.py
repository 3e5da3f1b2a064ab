"""The journal: status of phases, current focus, and monthly reviews."""

from playwright.sync_api import Page, expect

from tests.browser.dashboard.page import MONDAY, at_noon


def test_the_status_of_a_phase_follows_its_ticks_until_it_is_set(dashboard: Page, server: str) -> None:
    dashboard.goto(server + "/dashboard/journal/")
    status = dashboard.get_by_label("Status of Foundation")
    expect(status.locator("option").first).to_have_text("Not started (automatic)")
    dashboard.evaluate("roadmap.store.write([['state/vectors', { state: 'learning' }]])")
    expect(status.locator("option").first).to_have_text("In progress (automatic)")
    status.select_option("completed")
    dashboard.reload()
    expect(dashboard.get_by_label("Status of Foundation")).to_have_value("completed")


def test_focus_and_journal_are_saved(dashboard: Page, server: str) -> None:
    dashboard.goto(server + "/dashboard/journal/")
    dashboard.locator("#focus-phase").select_option("deep-learning")
    expect(dashboard.locator("#focus-topic option", has_text="Perceptron").first).to_have_text("Perceptron")
    dashboard.locator("#focus-topic").select_option("perceptron")
    dashboard.locator("#focus-target").fill("2026-02-01")
    dashboard.locator("#focus-target").blur()
    dashboard.get_by_label("Learned").fill("**Vectors** and <b>more</b>")
    dashboard.get_by_label("Challenges").fill("Time")
    dashboard.get_by_label("Challenges").blur()
    expect(dashboard.locator(".rm-wide .rm-field-status")).to_have_text("Saved.")
    dashboard.reload()
    expect(dashboard.locator("#focus-topic")).to_have_value("perceptron")
    expect(dashboard.locator("#focus-target")).to_have_value("2026-02-01")
    expect(dashboard.get_by_label("Learned")).to_have_value("**Vectors** and <b>more</b>")
    dashboard.locator("#month").fill("2025-12")
    dashboard.locator("#month").blur()
    expect(dashboard.get_by_label("Learned")).to_have_value("")
    dashboard.get_by_role("button", name="January 2026").click()
    expect(dashboard.get_by_label("Challenges")).to_have_value("Time")


def test_two_tabs_can_edit_the_same_month(dashboard: Page, server: str) -> None:
    other = dashboard.context.new_page()
    for tab in (dashboard, other):
        at_noon(tab, MONDAY)
        tab.goto(server + "/dashboard/journal/")
    dashboard.get_by_label("Learned").focus()
    other.get_by_label("Challenges").fill("a long text about challenges")
    other.get_by_label("Challenges").blur()
    expect(other.locator("#save-status-month")).to_have_text("Saved.")
    dashboard.get_by_label("Learned").fill("x")
    dashboard.get_by_label("Learned").blur()
    expect(dashboard.locator("#save-status-month")).to_have_text("Saved.")
    found = dashboard.evaluate("roadmap.store.read('month/2026-01')")
    assert (found["learned"], found["challenges"]) == ("x", "a long text about challenges")


def test_a_month_is_saved_when_the_page_is_left_at_once(dashboard: Page, server: str) -> None:
    dashboard.goto(server + "/dashboard/journal/")
    dashboard.get_by_label("Goals for next month").fill("in haste")
    dashboard.reload()
    expect(dashboard.get_by_label("Goals for next month")).to_have_value("in haste")

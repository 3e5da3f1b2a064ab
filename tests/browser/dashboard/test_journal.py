"""The journal: status of phases, current focus, and monthly reviews."""

from playwright.sync_api import Page, expect

from tests.browser.dashboard.page import MONDAY, at_noon


def test_the_status_of_a_phase_follows_its_ticks_until_it_is_set(monday: Page, server: str) -> None:
    monday.goto(server + "/dashboard/journal/")
    status = monday.get_by_label("Status of Foundation")
    expect(status.locator("option").first).to_have_text("Not started (automatic)")
    monday.evaluate("roadmap.store.write([['state/vectors', { state: 'learning' }]])")
    expect(status.locator("option").first).to_have_text("In progress (automatic)")
    status.select_option("completed")
    monday.reload()
    expect(monday.get_by_label("Status of Foundation")).to_have_value("completed")


def test_focus_and_journal_are_saved(monday: Page, server: str) -> None:
    monday.goto(server + "/dashboard/journal/")
    monday.locator("#focus-phase").select_option("deep-learning")
    expect(monday.locator("#focus-topic option", has_text="Perceptron").first).to_have_text("Perceptron")
    monday.locator("#focus-topic").select_option("perceptron")
    monday.locator("#focus-target").fill("2026-02-01")
    monday.locator("#focus-target").blur()
    monday.get_by_label("Learned").fill("**Vectors** and <b>more</b>")
    monday.get_by_label("Challenges").fill("Time")
    monday.get_by_label("Challenges").blur()
    expect(monday.locator(".rm-wide .rm-field-status")).to_have_text("Saved.")
    monday.reload()
    expect(monday.locator("#focus-topic")).to_have_value("perceptron")
    expect(monday.locator("#focus-target")).to_have_value("2026-02-01")
    expect(monday.get_by_label("Learned")).to_have_value("**Vectors** and <b>more</b>")
    monday.locator("#month").fill("2025-12")
    monday.locator("#month").blur()
    expect(monday.get_by_label("Learned")).to_have_value("")
    monday.get_by_role("button", name="January 2026").click()
    expect(monday.get_by_label("Challenges")).to_have_value("Time")


def test_two_tabs_can_edit_the_same_month(monday: Page, server: str) -> None:
    other = monday.context.new_page()
    for tab in (monday, other):
        at_noon(tab, MONDAY)
        tab.goto(server + "/dashboard/journal/")
    monday.get_by_label("Learned").focus()
    other.get_by_label("Challenges").fill("a long text about challenges")
    other.get_by_label("Challenges").blur()
    expect(other.locator("#save-status-month")).to_have_text("Saved.")
    monday.get_by_label("Learned").fill("x")
    monday.get_by_label("Learned").blur()
    expect(monday.locator("#save-status-month")).to_have_text("Saved.")
    found = monday.evaluate("roadmap.store.read('month/2026-01')")
    assert (found["learned"], found["challenges"]) == ("x", "a long text about challenges")


def test_a_month_is_saved_when_the_page_is_left_at_once(monday: Page, server: str) -> None:
    monday.goto(server + "/dashboard/journal/")
    monday.get_by_label("Goals for next month").fill("in haste")
    monday.reload()
    expect(monday.get_by_label("Goals for next month")).to_have_value("in haste")

"""Filters hide rows, say how many are left, and are kept in the address."""

import re

from playwright.sync_api import Page, expect

from tests.browser.rows.conftest import PHASE


def shown(page: Page) -> list[str]:
    return [title.strip() for title in page.locator(".rm-calm .rm-title:visible").all_text_contents()]


def test_each_filter_alone(phase: Page) -> None:
    phase.get_by_label("Level").select_option("beginner")
    expect(phase.locator("[data-rm-matches]")).to_have_text("2 matches")
    # A topic stays for the sake of its subtopic.
    assert shown(phase) == ["Flour", "Kneading", "Slapping"]
    expect(phase.locator(".rm-status")).to_have_text("2 matches")
    expect(phase.locator("[data-rm-section='section:oven'] .rm-none")).to_have_text("No matches")
    expect(phase).to_have_url(re.compile(r"\?level=beginner$"))
    phase.get_by_label("Level").select_option("")
    expect(phase).to_have_url(re.compile(f"{PHASE}$"))
    phase.get_by_role("button", name="Core").click()
    assert shown(phase) == ["Flour"]
    phase.get_by_role("button", name="Core").click()
    phase.get_by_role("button", name="Has a project").click()
    assert shown(phase) == ["Stone", "Bread"]
    phase.get_by_role("button", name="Has a project").click()
    phase.get_by_label("Kind").select_option("practice")
    assert shown(phase) == ["First dough"]
    phase.get_by_label("Kind").select_option("")
    # All is as it was before.
    assert shown(phase) == ["Flour", "Kneading", "Folding", "Slapping", "First dough"]
    expect(phase.locator("[data-rm-matches]")).to_have_text("")


def test_states_are_filtered_and_a_tick_does_not_take_its_row_away(phase: Page) -> None:
    phase.get_by_role("checkbox", name="Flour").check()
    phase.get_by_label("State").select_option("done")
    assert shown(phase) == ["Flour"]
    phase.get_by_role("checkbox", name="Flour").uncheck()
    assert shown(phase) == ["Flour"]
    phase.reload()
    expect(phase.get_by_label("State")).to_have_value("done")
    expect(phase.locator("[data-rm-matches]")).to_have_text("0 matches")
    assert shown(phase) == []


def test_filters_of_an_address_are_combined_and_unknown_values_ignored(page: Page, bakery: str) -> None:
    page.goto(f"{bakery}{PHASE}?state=todo&level=advanced&kind=nonsense")
    expect(page.locator("[data-rm-matches]")).to_have_text("2 matches")
    assert shown(page) == ["Kneading", "Steam"]


def test_a_link_to_a_hidden_row_shows_it(page: Page, bakery: str) -> None:
    page.goto(f"{bakery}{PHASE}?level=advanced#topic-flour")
    expect(page.get_by_role("checkbox", name="Flour")).to_be_visible()
    page.wait_for_url(f"**{PHASE}#topic-flour")

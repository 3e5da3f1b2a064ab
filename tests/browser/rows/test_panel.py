"""The panel of a row: what is in it, its address, how it closes, and where the focus goes."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.page import unfold
from tests.browser.rows.conftest import PHASE


def details(page: Page, title: str) -> Locator:
    return page.get_by_role("button", name=f"Details of {title}", exact=True)


def panel(page: Page) -> Locator:
    return page.locator(".rm-panel[role=dialog]")


def test_everything_about_a_topic_is_in_its_panel(phase: Page) -> None:
    details(phase, "Kneading").click()
    expect(panel(phase)).to_contain_text("Applies to all subtopics.")
    for words in ("Needs", "dough is made of it", "A: “Knead”", "Link to Kneading", "Remaining topics of Kneading", "Path to this topic"):
        expect(panel(phase)).to_contain_text(words)
    expect(panel(phase).get_by_label("Notes on Kneading")).to_be_visible()
    expect(panel(phase).get_by_role("radio")).to_have_count(5)
    details(phase, "Flour").click()
    expect(panel(phase)).to_have_count(1)
    expect(panel(phase)).to_contain_text("Ground grain.")
    expect(panel(phase)).to_contain_text("Opens up")
    # The text of the other row is back in its details.
    assert phase.locator("#topic-kneading > details").inner_text() == "" and "Needs" in (
        phase.locator("#topic-kneading > details").text_content() or ""
    )


def test_closing_returns_the_focus_and_leaves_the_address(phase: Page) -> None:
    address = phase.url
    ways: dict[str, Callable[[], None]] = {
        "Escape": lambda: phase.keyboard.press("Escape"),
        "Close": lambda: panel(phase).get_by_role("button", name="Close").click(),
        "the same button": lambda: details(phase, "Flour").click(),
    }
    for way, close in ways.items():
        details(phase, "Flour").click()
        expect(panel(phase), way).to_be_focused()
        expect(phase, way).to_have_url(f"{address}#topic-flour")
        close()
        expect(panel(phase), way).to_have_count(0)
        expect(details(phase, "Flour"), way).to_be_focused()
        expect(details(phase, "Flour"), way).to_have_attribute("aria-expanded", "false")
        expect(phase, way).to_have_url(address)


def test_the_back_button_closes_it_and_many_panels_are_one_step(phase: Page) -> None:
    address = phase.url
    for title in ("Flour", "Kneading", "Folding"):
        details(phase, title).click()
        expect(details(phase, title)).to_have_attribute("aria-expanded", "true")
    phase.keyboard.press("Escape")
    details(phase, "Flour").click()
    expect(panel(phase)).to_be_visible()
    phase.go_back()
    expect(panel(phase)).to_have_count(0)
    expect(phase).to_have_url(address)
    phase.go_forward()
    expect(panel(phase)).to_contain_text("Ground grain.")


def test_an_address_opens_the_section_and_the_panel(page: Page, bakery: str) -> None:
    page.goto(f"{bakery}{PHASE}#topic-stone")
    expect(panel(page)).to_have_attribute("aria-label", "Details of Stone")
    expect(page.get_by_role("checkbox", name="Stone")).to_be_in_viewport()
    # A link in the panel leads to another row.
    page.goto(f"{bakery}{PHASE}#topic-kneading")
    panel(page).get_by_role("link", name="Flour").click()
    expect(panel(page)).to_have_attribute("aria-label", "Details of Flour")
    page.go_back()
    expect(panel(page)).to_have_attribute("aria-label", "Details of Kneading")


def test_a_row_has_two_tab_stops(phase: Page) -> None:
    unfold(phase)
    rows = phase.locator(".rm-calm > .rm-row")
    expect(rows).to_have_count(8)
    counts = rows.evaluate_all(
        "rows => rows.map(row => [...row.parentElement.querySelectorAll(':scope > :not(ul) :is(a, button, input, summary, select)')]"
        ".filter(one => one.checkVisibility()).length)"
    )
    assert counts == [2] * 8
    phase.get_by_role("checkbox", name="Flour").focus()
    phase.keyboard.press("Tab")
    expect(details(phase, "Flour")).to_be_focused()
    phase.keyboard.press("Tab")
    expect(phase.get_by_role("checkbox", name="Kneading")).to_be_focused()


# It is above the sheet of a narrow window, and beside the panel of a wide one.
@pytest.mark.parametrize("width", [390, 1280])
def test_the_row_stays_in_view_beside_the_panel_and_above_the_sheet(phase: Page, width: int) -> None:
    phase.emulate_media(reduced_motion="reduce")
    phase.set_viewport_size({"width": width, "height": 800})
    unfold(phase)
    details(phase, "Stone").click()
    # The row moves when the panel opens, so the panel is waited for first.
    expect(panel(phase)).to_be_visible()
    phase.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    row, box = phase.locator("#topic-stone > .rm-row").bounding_box(), panel(phase).bounding_box()
    assert row and box
    if width == 390:
        assert row["y"] + row["height"] <= box["y"] + 1 and box["y"] + box["height"] <= 801
    else:
        assert row["x"] + row["width"] <= box["x"] and box["x"] + box["width"] <= 1280
    assert row["y"] >= 48 and row["height"] >= 44
    assert phase.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_the_details_open_below_the_row(browser: Browser, bakery: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(bakery + PHASE)
    row = page.locator("#topic-kneading")
    expect(row.get_by_text("Link to Kneading")).to_be_hidden()
    row.locator("summary").first.click()
    expect(row.get_by_text("Link to Kneading")).to_be_visible()
    expect(row.get_by_text("dough is made of it")).to_be_visible()
    for hidden in (".rm-more", ".rm-filters", ".rm-tick"):
        assert not any(one.is_visible() for one in page.locator(hidden).all()), hidden
    # All sections are open.
    expect(page.locator("#topic-stone")).to_be_visible()
    context.close()


def test_a_page_of_a_former_build_opens_the_panel_too(phase: Page) -> None:
    """Its rows have a button and no details of this kind."""
    phase.evaluate(
        """document.querySelector('.md-content article').insertAdjacentHTML('beforeend', `<ul class="rm-list"><li class="rm-topic" id="old">
        <div class="rm-row"><label class="rm-check">
        <input type="checkbox" class="rm-tick" data-tick="flour"> <span class="rm-title">Old</span></label>
        <button type="button" class="rm-more" data-entry="flour" aria-label="State and notes of Old">…</button></div>
        <div class="rm-details"><p class="rm-summary">As it was.</p></div></li></ul>`)"""
    )
    address = phase.url
    phase.get_by_role("button", name="State and notes of Old").click()
    expect(panel(phase).get_by_role("radio", name="To do")).to_be_checked()
    expect(phase.get_by_text("As it was.")).to_be_visible()
    expect(phase).to_have_url(address)
    phase.keyboard.press("Escape")
    expect(panel(phase)).to_have_count(0)

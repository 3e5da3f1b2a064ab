"""No text is cut or dropped: what cannot be saved is reported, kept and offered as a file, and leaving the page warns."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Error, Page, expect

from tests.browser.page import more, until
from tests.browser.sites import SMALL_PAGE, served, small_site
from tests.browser.storage import FILL, raw_records

LONG = "Not saved: 23,411 characters, but the limit is 20,000"
EMPTY = "Object.keys(localStorage).filter((key) => key.startsWith('fill-')).forEach((key) => localStorage.removeItem(key))"


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(small_site(tmp_path_factory.mktemp("small"))) as address:
        yield address


def paste(page: Page, label: str, text: str) -> None:
    """As from a clipboard, at the cursor."""
    page.get_by_label(label).click()
    page.keyboard.insert_text(text)


def is_new(page: Page) -> bool:
    """Whether the page was loaded anew since it was marked, and its client has started."""
    try:
        return bool(page.evaluate("globalThis.isFormerPage === undefined && document.documentElement.classList.contains('rm-on')"))
    except Error:
        return False


def asks_before_leaving(page: Page) -> bool:
    """Whether the browser asks before the page is loaded anew. The answer is to stay."""
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.evaluate("() => { globalThis.isFormerPage = true; setTimeout(() => location.reload()); }")
    end = time.monotonic() + 60
    while not asked and not is_new(page):
        assert time.monotonic() < end, "the page is neither loaded anew, nor does the browser ask"
        page.wait_for_timeout(50)
    page.remove_listener("dialog", stay)
    return asked == ["beforeunload"]


def test_a_pasted_text_over_the_limit_is_neither_cut_nor_stored(page: Page, origin: str) -> None:
    page.goto(origin + SMALL_PAGE)
    more(page, "alpha")
    page.evaluate("roadmap.store.write([['note/alpha', { text: 'kept' }]])")
    area, message = page.get_by_label("Notes on Alpha"), page.locator(".rm-notes .rm-field-status")
    expect(area).to_have_value("kept")
    text = "x" * 23_407
    paste(page, "Notes on Alpha", text)
    expect(message).to_have_text(LONG)
    assert len(area.input_value()) == 23_411
    page.wait_for_timeout(700)
    expect(message).to_have_text(LONG)
    assert page.evaluate("roadmap.store.read('note/alpha').text") == "kept"
    with page.expect_download() as download:
        page.locator(".rm-notes").get_by_role("button", name="Download this text").click()
    assert sorted(Path(download.value.path()).read_text(encoding="utf-8")) == sorted(text + "kept")
    # Closed and opened again, it is all there.
    page.keyboard.press("Escape")
    expect(page.locator(".rm-panel")).to_have_count(0)
    more(page, "alpha")
    assert len(area.input_value()) == 23_411
    expect(message).to_have_text(LONG)
    expect(page.locator(".rm-notes").get_by_role("button", name="Download this text")).to_be_visible()
    assert page.evaluate("roadmap.hasUnsavedText()")
    assert asks_before_leaving(page)
    assert len(area.input_value()) == 23_411
    # Short enough, it is saved, and nobody is asked any more.
    area.fill("y" * 20_000)
    expect(message).to_have_text("Saved.")
    expect(page.locator(".rm-notes").get_by_role("button", name="Download this text")).to_be_hidden()
    assert not page.evaluate("roadmap.hasUnsavedText()")
    assert not asks_before_leaving(page)
    assert page.evaluate("roadmap.store.read('note/alpha').text.length") == 20_000


def test_a_note_refused_by_a_full_storage_survives_closing_its_panel(page: Page, origin: str) -> None:
    page.goto(origin + SMALL_PAGE)
    more(page, "alpha")
    page.evaluate(FILL)
    area, message = page.get_by_label("Notes on Alpha"), page.locator(".rm-notes .rm-field-status")
    paste(page, "Notes on Alpha", "worth keeping " * 20)
    expect(message).to_have_text("Not saved.")
    more(page, "beta")
    expect(area).to_have_count(0)
    assert page.evaluate("roadmap.hasUnsavedText()")
    more(page, "alpha")
    assert area.input_value() == "worth keeping " * 20
    with page.expect_download() as download:
        page.locator(".rm-notes").get_by_role("button", name="Download this text").click()
    assert Path(download.value.path()).read_text(encoding="utf-8") == "worth keeping " * 20
    assert asks_before_leaving(page)
    more(page, "beta")
    page.evaluate(EMPTY)
    more(page, "alpha")
    expect(message).to_have_text("Saved.")
    assert page.evaluate("roadmap.store.read('note/alpha').text") == "worth keeping " * 20
    assert not asks_before_leaving(page)


def test_a_refused_text_is_merged_with_that_of_another_tab(page: Page, origin: str) -> None:
    page.goto(origin + SMALL_PAGE)
    more(page, "alpha")
    page.evaluate(FILL)
    paste(page, "Notes on Alpha", "of this tab")
    expect(page.locator(".rm-notes .rm-field-status")).to_have_text("Not saved.")
    more(page, "beta")
    page.evaluate(EMPTY)
    page.evaluate("roadmap.store.write([['note/alpha', { text: 'of the other' }]])")
    more(page, "alpha")
    expect(page.locator(".rm-notes .rm-field-status")).to_have_text("Saved.")
    text = page.evaluate("roadmap.store.read('note/alpha').text")
    assert "of this tab" in text and "of the other" in text


def test_a_link_not_yet_added_is_kept_and_one_over_the_limit_is_reported(page: Page, origin: str) -> None:
    page.goto(origin + SMALL_PAGE)
    more(page, "alpha")
    message = page.locator(".rm-links .rm-field-status")
    paste(page, "Link title", "t" * 501)
    expect(message).to_have_text("Not saved: 501 characters, but the limit is 500")
    paste(page, "Link address", "https://example.org/" + "a" * 1981)
    page.get_by_role("button", name="Add", exact=True).click()
    assert raw_records(page) == {}
    page.get_by_label("Link title").fill("title")
    expect(message).to_have_text("Not saved: 2,001 characters, but the limit is 2,000")
    more(page, "beta")
    more(page, "alpha")
    assert len(page.get_by_label("Link address").input_value()) == 2001
    expect(message).to_have_text("Not saved: 2,001 characters, but the limit is 2,000")
    assert asks_before_leaving(page)
    page.get_by_label("Link address").fill("https://example.org/a")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(message).to_have_text("Saved.")
    assert not page.evaluate("roadmap.hasUnsavedText()")


def test_a_journal_keeps_a_text_it_cannot_save_and_saves_the_rest(page: Page, origin: str) -> None:
    page.goto(origin + "/dashboard/journal/")
    paste(page, "Learned", "z" * 23_411)
    expect(page.get_by_text(LONG)).to_be_visible()
    paste(page, "Challenges", "time")
    page.get_by_label("Challenges").blur()
    expect(page.locator("#save-status-month")).to_have_text("Saved.")
    month = page.evaluate("roadmap.days.today().slice(0, 7)")
    until(page, f"roadmap.store.read('month/{month}').challenges === 'time'")
    # The view is made anew when anything changes.
    page.evaluate("roadmap.dashboard.show()")
    page.wait_for_timeout(300)
    assert len(page.get_by_label("Learned").input_value()) == 23_411
    expect(page.get_by_text(LONG)).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download this text").click()
    assert Path(download.value.path()).stat().st_size == 23_411
    assert asks_before_leaving(page)
    page.get_by_label("Learned").fill("much")
    page.get_by_label("Learned").blur()
    until(page, f"roadmap.store.read('month/{month}').learned === 'much'")
    assert page.evaluate(f"roadmap.store.read('month/{month}').challenges") == "time"
    assert not page.evaluate("roadmap.hasUnsavedText()")


def test_a_journal_keeps_a_text_refused_by_a_full_storage(page: Page, origin: str) -> None:
    page.goto(origin + "/dashboard/journal/")
    page.evaluate(FILL)
    paste(page, "Learned", "worth keeping " * 20)
    page.get_by_label("Learned").blur()
    expect(page.locator("#save-status-month")).to_have_text("Not saved.")
    page.evaluate("roadmap.dashboard.show()")
    page.wait_for_timeout(300)
    assert page.get_by_label("Learned").input_value() == "worth keeping " * 20
    assert asks_before_leaving(page)
    page.evaluate(EMPTY)
    page.get_by_label("Learned").focus()
    page.get_by_label("Learned").blur()
    until(page, "Object.values(localStorage).some((raw) => raw.includes('worth keeping'))")
    assert not page.evaluate("roadmap.hasUnsavedText()")


def test_leaving_an_unsaved_plan_asks_first(page: Page, origin: str) -> None:
    page.goto(origin + "/dashboard/plan/")
    page.locator("summary", has_text="More").click()
    paste(page, "Days off, one date or range per line", "2026-12-24 to 2027-01-01")
    assert asks_before_leaving(page)
    page.locator("#make-plan").click()
    until(page, "roadmap.store.read('plan/current') !== null")
    assert not asks_before_leaving(page)

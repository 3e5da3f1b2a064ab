"""The details of a topic: they open without scripts, and what to read prints."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.sites import SMALL, SMALL_PAGE, served, small_site

DETAILS = """summary: The `first` letter.
      read: [{resource: primer}]
      check: [{ask: Which comes next?, answer: Beta.}]
      named: [{document: greek, line: 2, words: The letter alpha}]
"""
DATA = (
    SMALL.replace("    - {id: alpha, title: Alpha}\n", f"    - id: alpha\n      title: Alpha\n      {DETAILS}")
    + """resources:
- {id: primer, title: Primer, kind: book, url: 'https://example.org/primer', access: free}
documents:
- {id: greek, title: Greek, file: greek.md, outline: [{line: 2, kind: topic, text: The letter alpha}]}
"""
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(small_site(tmp_path_factory.mktemp("letters"), DATA)) as root:
        yield root


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def alpha(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Locator]:
    """The row of a topic."""
    context = browser.new_context(java_script_enabled=request.param)
    page = context.new_page()
    page.goto(site + SMALL_PAGE)
    if request.param:
        expect(page.locator("html")).to_have_class(re.compile("rm-on"))
    yield page.locator("#topic-alpha")
    context.close()


def open_details(row: Locator) -> None:
    """By the button of the row, which needs scripts, or by the details themselves."""
    button = row.locator(".rm-more")
    if button.is_visible():
        button.click()
        expect(row.get_by_role("dialog", name="Details of Alpha")).to_be_visible()
    else:
        row.get_by_text("1 reading · 1 question · 1 of 1 source").click()


def test_details_and_answers_open_by_themselves(alpha: Locator) -> None:
    expect(alpha.get_by_text("The first letter.")).to_be_visible()
    reading, question, answer = alpha.get_by_role("link", name="Primer"), alpha.get_by_text("Which comes next?"), alpha.get_by_text("Beta.")
    expect(reading).to_be_hidden()
    open_details(alpha)
    expect(reading).to_be_visible()
    expect(question).to_be_visible()
    expect(answer).to_be_hidden()
    question.click()
    expect(answer).to_be_visible()


def test_summary_and_readings_print_and_answers_do_not(alpha: Locator) -> None:
    for is_open in (False, True):
        if is_open:
            alpha.page.emulate_media(media="screen")
            open_details(alpha)
            alpha.get_by_text("Which comes next?").click()
            expect(alpha.get_by_text("Beta.")).to_be_visible()
        alpha.page.emulate_media(media="print")
        expect(alpha.get_by_text("The first letter.").first).to_be_visible()
        expect(alpha.get_by_role("link", name="Primer")).to_be_visible()
        expect(alpha.get_by_text("Which comes next?")).to_be_visible()
        expect(alpha.get_by_text("Beta.")).to_be_hidden()
        expect(alpha.get_by_text("The letter alpha")).to_be_hidden()


def test_printed_progress_has_the_summaries(page: Page, site: str) -> None:
    page.goto(site + "/dashboard/print/")
    row = page.locator(".rm-print li", has=page.locator("[data-tick=alpha]"))
    expect(row.locator(".rm-summary code")).to_have_text("first")
    page.evaluate("roadmap.store.write([['note/alpha', { text: 'mine' }]])")
    expect(row.locator(".rm-printed-note")).to_have_text("mine")
    expect(row.locator(".rm-summary")).to_have_count(1)

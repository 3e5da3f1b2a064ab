"""What tests do with the dialog of the search."""

from playwright.sync_api import Page

from tests.browser.page import until

INPUT = ".rm-search-input"
STATUS = ".rm-search-status"
RESULT = ".rm-search-result"
# Material goes to a page without loading it once it has read the site map.
IS_INSTANT = "performance.getEntriesByType('resource').some((one) => one.name.endsWith('/sitemap.xml'))"


def open_search(page: Page) -> None:
    """Open the search with its button, and wait until it can be used."""
    page.locator("html.rm-on").wait_for(state="attached")
    page.locator(".rm-search-button").click()
    until(page, "performance.getEntriesByName('roadmap-searched').length")


def results_for(page: Page, typed: str) -> list[str]:
    """Type into the open search. The addresses of the results."""
    page.evaluate("performance.clearMarks('roadmap-searched')")
    page.locator(INPUT).fill(typed)
    # Results are shown in one task with their mark.
    until(page, "performance.getEntriesByName('roadmap-searched').length")
    addresses: list[str] = page.locator(RESULT).evaluate_all("links => links.map((link) => link.getAttribute('href') ?? '')")
    return addresses


def titles_for(page: Page, typed: str) -> list[str]:
    """Type into the open search. The titles of the results."""
    results_for(page, typed)
    return page.locator(f"{RESULT} .rm-search-title").all_text_contents()

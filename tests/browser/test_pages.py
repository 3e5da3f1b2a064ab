"""Pages in a browser: readable on every screen, a search that finds rows, and no requests to other sites."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.page import until
from tests.families import family

PAGES = ["/", "/phases/foundation/", "/phases/deep-learning/", "/documents/complete-ai-engineer/", "/resources/", "/papers/", "/tracking/"]


def test_no_page_is_wider_than_the_screen(page: Page, server: str) -> None:
    # Of the phases one, and of the lists.
    for path in family(PAGES, *PAGES[:2], *PAGES[3:5], PAGES[6]):
        page.set_viewport_size({"width": 390, "height": 800})
        page.goto(server + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
        page.set_viewport_size({"width": 1280, "height": 800})
        # The theme's parts move to their new places.
        until(page, "document.documentElement.clientWidth > 1200 && document.documentElement.scrollWidth <= 1280")


# An acronym, another spelling, and several words; all are alternative names.
QUERIES = [("NER", "named-entity-recognition"), ("K-Nearest Neighbors", "k-nearest-neighbors"), ("QML with IBM Qiskit", "quantum-machine-learning")]


@pytest.mark.parametrize(("query", "id"), family(QUERIES, QUERIES[2]))
def test_search_finds_a_topic_by_any_of_its_names_and_opens_its_row(page: Page, theme_search: str, query: str, id: str) -> None:
    page.goto(theme_search)
    page.locator('[data-md-component="search-query"]').first.click()
    page.keyboard.type(query)
    hit = page.locator(f'.md-search-result__link[href*="#topic-{id}"]').first
    hit.click()
    page.wait_for_url(f"**#topic-{id}")
    expect(page.locator(f"#topic-{id}")).to_be_in_viewport()


def test_without_javascript_the_pages_can_be_read(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + "/phases/deep-learning/")
    expect(page.get_by_text("Batch normalization").first).to_be_visible()
    assert page.locator(".rm-tick:visible, .rm-progress:visible").count() == 0
    context.close()


def test_ticks_can_be_seen_in_forced_colours(browser: Browser, server: str) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(server + "/phases/deep-learning/")
    box = page.locator(".rm-tick").first
    before = box.screenshot()
    box.check()
    assert box.screenshot() != before
    context.close()


def test_every_checkbox_and_progress_bar_has_a_name(page: Page, server: str) -> None:
    page.goto(server + "/phases/deep-learning/")
    nameless = page.evaluate(
        "[...document.querySelectorAll('.rm-tick')].filter((box) => !box.labels[0]?.textContent.trim()).length"
        " + [...document.querySelectorAll('progress')].filter((bar) => !bar.getAttribute('aria-label')).length"
    )
    assert nameless == 0


def test_the_data_is_published_with_its_schema(page: Page, server: str) -> None:
    response = page.goto(server + "/roadmap.json")
    assert response is not None
    assert response.json()["id"] == "ai-engineer"
    response = page.goto(server + "/roadmap.schema.json")
    assert response is not None
    assert response.json()["title"] == "Roadmap"


def test_the_client_can_load_the_strings_of_the_site(page: Page, server: str) -> None:
    page.goto(server + "/")
    assert page.evaluate("roadmapLoader.need('strings').then(() => roadmapStrings.toast.undo)") == "Undo"

"""What tests do with the page of a path."""

from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.paths.conftest import Site


def titles(page: Page) -> list[str]:
    """The topics and tasks of the path in their order."""
    return [title.strip() for title in page.locator(".rm-topic .rm-title").all_text_contents()]


def row(page: Page, title: str) -> Any:
    return page.locator(".rm-topic").filter(has=page.get_by_role("checkbox", name=title))


def open_path(page: Page, site: Site, goal: str) -> None:
    # Another hash alone would not load the page.
    page.goto("about:blank")
    page.goto(site.at("dashboard/path", goal))
    expect(page.locator(".rm-path-buttons")).to_be_visible()


def finish(page: Page, *ids: str) -> None:
    page.evaluate("ids => roadmap.store.write(ids.map((id) => [`state/${id}`, { state: 'done' }]))", ids)

"""Topics that were added since the last visit."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.page import box
from tests.browser.sites import SMALL, SMALL_PAGE, served, small_site

DATA = SMALL.replace("title: Small\n", "title: Small\npublished: '2026-01-01'\n", 1)
DATA = DATA.replace("{id: beta, title: Beta}", "{id: beta, title: Beta, added: '2026-02-03'}")
DATA = DATA.replace("{id: right, title: Right}", "{id: right, title: Right, added: '2026-03-04'}")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a roadmap to which two topics were added."""
    plugins = [{"learning-roadmap": {"file": "roadmap.yml", "csp": True}}]
    with served(small_site(tmp_path_factory.mktemp("new"), DATA, plugins=plugins)) as url:
        yield url


def test_topics_that_were_added_since_the_last_visit_are_new(page: Page, address: str) -> None:
    page.goto(address + SMALL_PAGE)
    expect(page.locator("html.rm-on")).to_be_attached()
    page.evaluate("roadmap.need('upkeep')")
    assert page.evaluate("roadmap.recent.summary().count") == 0, "nothing is new at the first visit"
    # As an earlier release, without these topics, has left it.
    page.evaluate("localStorage.setItem(`${roadmap.localStore.prefix}meta/added`, '{}')")
    page.reload()
    expect(page.locator(".rm-state")).to_have_text(["New", "New"])
    # It is part of the name that a screen reader reads out.
    new = page.get_by_role("checkbox", name="Beta New", exact=True)
    expect(new).not_to_be_checked()
    new.check()
    expect(page.locator(".rm-state")).to_have_text(["New"])
    page.goto(f"{address}/dashboard/")
    link = page.get_by_role("link", name="1 new topic since Mar 4, 2026", exact=True)
    expect(link).to_be_visible()
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What’s new")
    # It belongs to this browser, and to no export.
    page.goto(f"{address}/dashboard/backup/")
    with page.expect_download() as download:
        page.locator("#save").click()
    assert list(json.loads(Path(download.value.path()).read_text("utf-8"))["items"]) == ["state/beta"]
    page.evaluate("roadmap.erase()")
    page.goto(address + SMALL_PAGE)
    expect(box(page, "beta")).not_to_be_checked()
    expect(page.locator(".rm-state")).to_have_count(0)

"""The filters of the map in a browser: what they count, and where their links lead."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.sites import served, small_site

NAMED = "named: [{document: a, line: 1, words: X}, {document: b, line: 1, words: X}, {document: c, line: 1, words: X}]"
DATA = f"""
format: 2
id: small
title: Small
phases:
- id: one
  title: One
  sections:
  - id: first
    title: First
    topics:
    - {{id: alpha, title: Alpha, hours: 2, {NAMED}}}
    - {{id: beta, title: Beta, hours: 3}}
  - id: second
    title: Second
    topics:
    - {{id: gamma, title: Gamma}}
- id: two
  title: Two
  sections:
  - id: third
    title: Third
    topics:
    - {{id: delta, title: Delta}}
projects:
- {{id: build, title: Build it, topics: [gamma]}}
documents:
""" + "".join(f"- {{id: {id}, title: {id}, file: {id}.md, outline: [{{line: 1, kind: topic, text: X}}]}}\n" for id in "abc")
INDEX = "# Small\n\n{{ map() }}\n\n{{ phases() }}\n"
PLUGINS = [{"learning-roadmap": {"file": "roadmap.yml", "csp": True}}, {"macros": {"modules": ["learning_roadmap.mkdocs_plugin.macros"]}}]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(small_site(tmp_path_factory.mktemp("filters") / "site", DATA, INDEX, plugins=PLUGINS)) as address:
        yield address


def counts(page: Page) -> list[str]:
    """The words beside each box that is not faint, in the picture."""
    return page.locator(".rm-picture-wide .rm-node:not(.rm-node-off) .rm-node-count").all_text_contents()


def test_filters_count_what_matches_and_links_keep_them(page: Page, site: str) -> None:
    page.goto(f"{site}/phases/one/")
    page.evaluate("roadmap.store.write([['state/beta', { state: 'done' }]])")
    page.goto(f"{site}/")
    chips = page.get_by_role("group", name="Filter topics")
    core, to_do, projects = (chips.get_by_role("button", name=name) for name in ("Core", "To do", "Has a project"))
    expect(page.locator(".rm-card:visible")).to_have_count(2)
    core.click()
    expect(chips).to_contain_text("1 topic")
    assert counts(page) == ["0/1", "0/1"], "the first phase, and its first section"
    expect(page.locator(".rm-card:visible")).to_have_count(1)
    assert page.url.endswith("/?core=1")
    core.press("Enter")
    assert counts(page) == ["1/3", "1/2", "0/1", "0/1", "0/1"]
    assert page.url.endswith("/")
    projects.click()
    assert counts(page) == ["0/1", "0/1"]
    projects.click()
    to_do.click()
    assert counts(page) == ["2 to do", "1 to do", "1 to do", "1 to do", "1 to do"]
    core.click()
    assert counts(page) == ["1 to do", "1 to do"]
    page.locator(".rm-card-title").first.click()
    page.wait_for_url("**/phases/one/?core=1&state=todo")
    expect(page.get_by_role("button", name="Core")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".rm-calm:visible .rm-title")).to_have_text(["Alpha"])
    page.go_back()
    page.goto(f"{site}/map/?state=todo")
    expect(page.locator(".rm-map-list [data-rm-node='section:first']")).to_contain_text("1 to do")
    page.evaluate("roadmap.store.write([['state/alpha', { state: 'done' }]])")
    expect(page.locator(".rm-map-list").get_by_role("link", name="First")).to_be_hidden()


def test_without_javascript_there_is_nothing_to_press(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/")
    expect(page.locator(".rm-picture")).to_be_visible()
    expect(page.get_by_role("button", name="Core")).to_have_count(0)
    context.close()

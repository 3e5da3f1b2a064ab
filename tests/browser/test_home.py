"""The home page in a browser: a first visit, a learner who comes back, and the end; and the map as a file."""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.page import watch
from tests.browser.sites import served, small_site
from tests.families import family

DATA = """
format: 2
id: small
title: Small
hours_per_week: 10
phases:
- id: one
  title: One
  sections:
  - id: first
    title: First
    topics:
    - {id: alpha, title: Alpha, hours: 1.5}
    - {id: beta, title: Beta, hours: 3}
milestones:
- id: soon
  title: Soon
  months: 1
  goals:
  - {id: all, title: All of it, covers: [one]}
"""
INDEX = """# Small

{{ welcome() }}

{{ map() }}
"""
PLUGINS = [{"learning-roadmap": {"file": "roadmap.yml", "csp": True}}, {"macros": {"modules": ["learning_roadmap.mkdocs_plugin.macros"]}}]
SVG = "{http://www.w3.org/2000/svg}"
# What moved on the page after it was shown.
SHIFTS = """new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) sum += one.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(sum), 500);
})"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(small_site(tmp_path_factory.mktemp("home") / "site", DATA, INDEX, plugins=PLUGINS)) as address:
        yield address


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site, to be opened without a server."""
    return small_site(tmp_path_factory.mktemp("home") / "disk", DATA, INDEX, plugins=PLUGINS, use_directory_urls=False)


def finish(page: Page, site: str, *ids: str) -> None:
    page.goto(f"{site}/phases/one/")
    for id in ids:
        page.locator(f".rm-tick[data-tick='{id}']").check()


def test_a_first_visit_begins_with_the_first_phase(page: Page, site: str) -> None:
    watch(page)
    page.goto(f"{site}/")
    expect(page.locator("html.rm-on")).to_be_attached()
    expect(page.locator(".rm-again")).to_be_hidden()
    page.get_by_role("link", name="Start learning", exact=True).click()
    page.wait_for_url("**/phases/one/")


# On a phone there is the least space for what comes late.
@pytest.mark.parametrize("width", family([390, 1280], 390))
def test_who_comes_back_continues_and_nothing_moves(browser: Browser, site: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    watch(page)
    finish(page, site, "alpha")
    page.goto(f"{site}/dashboard/plan/")
    page.get_by_role("button", name="Create plan").click()
    page.goto(f"{site}/")
    panel = page.get_by_role("region", name="Continue")
    expect(panel).to_contain_text("Beta · 3 h")
    expect(panel).to_contain_text("1 of 2 topics")
    expect(panel).to_contain_text("h planned")
    expect(panel).to_contain_text("Soon")
    expect(page.get_by_role("link", name="Start learning", exact=True)).to_have_count(0)
    assert page.evaluate(SHIFTS) <= 0.01
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    panel.get_by_role("link", name="Beta").click()
    page.wait_for_url("**/phases/one/#topic-beta")
    context.close()


def test_a_tick_in_another_tab_is_enough_to_come_back(page: Page, site: str) -> None:
    page.goto(f"{site}/")
    other = page.context.new_page()
    finish(other, site, "alpha")
    expect(page.get_by_role("region", name="Continue")).to_contain_text("Beta")
    other.close()


def test_the_end_is_said_quietly(page: Page, site: str) -> None:
    finish(page, site, "alpha", "beta")
    page.goto(f"{site}/")
    expect(page.get_by_role("region", name="Continue")).to_contain_text("You have finished the whole roadmap.")


def test_the_tick_that_finishes_a_section_is_celebrated_once(browser: Browser, site: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    finish(page, site, "alpha")
    bar = page.locator(".rm-progress[data-scope='section:first']")
    expect(bar).to_have_class("rm-progress")
    page.locator(".rm-tick[data-tick='beta']").check()
    expect(bar).to_have_class("rm-progress rm-finished rm-just-finished")
    assert bar.locator("progress").evaluate("(bar) => getComputedStyle(bar).animationName") == "none", "less motion is wanted"
    page.reload()
    expect(bar).to_have_class("rm-progress rm-finished")
    page.locator(".rm-tick[data-tick='beta']").uncheck()
    expect(bar).to_have_class("rm-progress")
    context.close()


def test_without_javascript_the_home_page_says_where_to_begin(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/")
    expect(page.get_by_role("link", name="Start learning", exact=True)).to_be_visible()
    expect(page.locator("[data-rm-node='section:first'] .rm-node-hours").first).to_have_text("5 h")
    context.close()


def test_hours_left_follow_the_ticks(page: Page, site: str) -> None:
    finish(page, site, "beta")
    page.goto(f"{site}/map/")
    hours = page.locator(".rm-map-list [data-rm-node='section:first'] .rm-node-hours")
    expect(hours).to_have_text("2 h left")
    finish(page, site, "alpha")
    page.goto(f"{site}/map/")
    expect(page.locator(".rm-map-list [data-rm-node='section:first'] .rm-node-count")).to_contain_text("100%")
    expect(hours).to_have_text("")


def saved(page: Page, name: str) -> Any:
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return download.value.path().read_bytes()


@pytest.mark.parametrize("width", family([390, 1280], 390))
def test_the_map_as_svg_stands_alone(browser: Browser, folder: Path, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme="dark")
    page = context.new_page()
    page.goto((folder / "phases" / "one.html").as_uri())
    page.locator(".rm-tick[data-tick='alpha']").check()
    page.goto((folder / "map.html").as_uri())
    text = saved(page, "Download as SVG").decode()
    svg = ElementTree.fromstring(text)
    assert svg.find(f"{SVG}title") is not None and svg.findtext(f"{SVG}title") == "Small: 1 of 2 topics done (50%)"
    assert svg.findtext(f"{SVG}desc") == "1 One: 1/2"
    assert all(name.startswith(SVG) for name in (element.tag for element in svg.iter()))
    names = {name for element in svg.iter() for name in element.attrib}
    assert not [name for name in names if "href" in name or name in {"class", "style", "src"} or name.startswith(("on", "data-"))]
    assert "url(" not in text and "var(" not in text and text.count("http") == 1
    assert svg.find(f".//{SVG}rect") is not None and "First" in "".join(svg.itertext())
    context.close()


def test_the_map_as_png_is_a_picture_of_that_size(page: Page, folder: Path) -> None:
    page.goto((folder / "map.html").as_uri())
    svg = ElementTree.fromstring(saved(page, "Download as SVG"))
    png = saved(page, "Download as PNG")
    assert png.startswith(b"\x89PNG\r\n")
    assert struct.unpack(">II", png[16:24]) == tuple(2 * int(svg.attrib[side]) for side in ("width", "height"))


def test_an_address_that_does_not_exist(page: Page, site: str) -> None:
    page.goto(f"{site}/404.html")
    expect(page.get_by_role("heading", name="Page not found")).to_be_visible()
    page.get_by_role("article").get_by_role("link", name="Map").click()
    expect(page.locator("#page-map")).to_be_visible()

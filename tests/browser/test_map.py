"""The map in a browser: the picture that fits, coloured by progress, and a list for the keyboard and screen readers."""

from collections.abc import Iterator
from itertools import product

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.page import unfold, until
from tests.browser.sites import served, small_site

DATA = """
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
    - {id: alpha, title: Alpha}
    - {id: beta, title: Beta}
  - id: second
    title: Second
    topics:
    - {id: gamma, title: Gamma, needs: [{topic: alpha}]}
- id: two
  title: Two
  sections:
  - id: third
    title: Third
    topics:
    - {id: delta, title: Delta, needs: [{topic: gamma}]}
"""
# With a palette, so that Material's style of both schemes is there.
THEME = {"name": "material", "font": False, "features": ["navigation.instant"], "palette": {"scheme": "default", "primary": "white"}}
WIDE, NARROW = ".rm-picture-wide", ".rm-picture-narrow"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(small_site(tmp_path_factory.mktemp("map") / "site", DATA, theme=THEME)) as address:
        yield address


def fill(page: Page, node: str) -> float:
    """The share of a bar that is filled."""
    node = f"{WIDE} [data-rm-node='{node}']"
    done, all = (float(page.locator(f"{node} .rm-node-{part}").get_attribute("width") or "nan") for part in ("fill", "track"))
    return done / all


WIDTHS = [(1280, WIDE, NARROW), (390, NARROW, WIDE), (320, NARROW, WIDE)]


def test_the_picture_that_fits_is_shown(page: Page, site: str) -> None:
    page.goto(f"{site}/map/")
    for width, shown, hidden in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        expect(page.locator(shown)).to_be_visible()
        expect(page.locator(hidden)).to_be_hidden()
        # The theme's parts move to their new places.
        until(page, f"document.documentElement.scrollWidth <= {width}")
        letters = page.evaluate(
            f"(() => {{ const svg = document.querySelector('{shown} svg'); return 13 * svg.clientWidth / svg.viewBox.baseVal.width }})()"
        )
        assert letters >= (10 if width == 320 else 12), "the size of the letters in pixels"


def test_progress_is_shown_in_the_picture_and_in_the_list(page: Page, site: str) -> None:
    page.goto(f"{site}/map/")
    section = page.locator(f"{WIDE} [data-rm-node='section:first']")
    expect(section.locator(".rm-node-count")).to_have_text("0/2")
    assert fill(page, "section:first") == 0
    page.goto(f"{site}/phases/one/")
    page.locator(".rm-tick[data-tick='alpha']").check()
    page.goto(f"{site}/map/")
    expect(section.locator(".rm-node-count")).to_have_text("1/2")
    assert fill(page, "section:first") == pytest.approx(0.5, abs=0.05)
    expect(section.locator(".rm-node-tick")).to_be_hidden()
    expect(page.locator(".rm-map-list [data-rm-node='section:first']")).to_contain_text("1 of 2 topics")
    assert fill(page, "phase:one") == pytest.approx(1 / 3, abs=0.05)


def test_what_is_done_has_a_tick_in_every_open_tab(page: Page, site: str) -> None:
    page.goto(f"{site}/map/")
    second = page.locator(f"{WIDE} [data-rm-node='section:second']")
    expect(second.locator(".rm-node-count")).to_have_text("0/1")
    other = page.context.new_page()
    other.goto(f"{site}/phases/one/")
    unfold(other)
    other.locator(".rm-tick[data-tick='gamma']").check()
    expect(second.locator(".rm-node-count")).to_have_text("1/1")
    expect(second.locator(".rm-node-tick")).to_be_visible()
    assert fill(page, "section:second") == 1
    other.close()


def test_painting_changes_no_size(browser: Browser, site: str) -> None:
    def figure(scripts: bool) -> object:
        context = browser.new_context(java_script_enabled=scripts)
        page = context.new_page()
        page.goto(f"{site}/map/")
        expect(page.locator(f"{WIDE} [data-rm-node='phase:one'] .rm-node-count")).to_have_text("0/3" if scripts else "3 topics")
        box = page.locator(".rm-picture").bounding_box()
        context.close()
        assert box is not None
        return box["x"], box["width"], box["height"]

    assert figure(scripts=True) == figure(scripts=False)


def test_a_click_on_a_box_opens_its_section_and_a_link_still_navigates(page: Page, site: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{site}/map/")
    page.locator(f"{WIDE} [data-rm-node='section:third'] text").first.click()
    page.wait_for_url("**/phases/two/#section-third")
    expect(page.locator("#section-third")).to_be_in_viewport()
    page.go_back()
    page.locator(".rm-map-list").get_by_role("link", name="Second", exact=True).click()
    page.wait_for_url("**/phases/one/#section-second")
    assert errors == []


def test_the_keyboard_and_screen_readers_get_each_entry_once(page: Page, site: str) -> None:
    page.goto(f"{site}/map/")
    main = page.locator("article")
    for name in ("One", "First", "Second", "Two", "Third"):
        expect(main.get_by_role("link", name=name, exact=True)).to_have_count(1)
    page.locator("#page-map").evaluate("(heading) => { heading.tabIndex = -1; heading.focus() }")
    reached = []
    while not reached or (len(reached) < 30 and reached[-1] != "Third"):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent"))
        assert not page.evaluate("Boolean(document.activeElement.closest('svg'))")
    assert [name for name in reached if name in {"One", "First", "Second", "Two", "Third"}] == ["One", "First", "Second", "Two", "Third"]


def test_without_javascript_the_picture_can_be_read(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/map/")
    expect(page.locator(f"{WIDE} [data-rm-node='section:first']")).to_contain_text("2 topics")
    expect(page.locator(f"{WIDE} .rm-node-track").first).to_be_hidden()
    context.close()


CONTRAST = """([text, box]) => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const page = getComputedStyle(document.body).backgroundColor;
  const light = (...layers) => {
    for (const colour of [page, ...layers]) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const back = getComputedStyle(document.querySelector(box)).fill;
  const [one, other] = [light(back), light(back, getComputedStyle(document.querySelector(text)).fill)].sort((a, b) => b - a);
  return (one + 0.05) / (other + 0.05);
}"""


def test_texts_stand_out_in_both_schemes(page: Page, site: str) -> None:
    page.goto(f"{site}/map/")
    for scheme, kind, text in product(("default", "slate"), ("phase", "section"), ("text:not(.rm-node-count)", ".rm-node-count")):
        page.evaluate("(scheme) => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
        node = f"{WIDE} .rm-node-{kind}"
        assert page.evaluate(CONTRAST, [f"{node} {text}", f"{node} .rm-node-box"]) >= 4.5, (scheme, kind, text)


def test_progress_can_be_seen_in_forced_colours(browser: Browser, site: str) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(f"{site}/map/")
    node = page.locator(f"{WIDE} [data-rm-node='section:second']")
    expect(node.locator(".rm-node-count")).to_have_text("0/1")
    before = node.screenshot()
    box = node.locator(".rm-node-box").evaluate("(box) => [getComputedStyle(box).fill, getComputedStyle(box).stroke]")
    assert box[0] != box[1]
    page.goto(f"{site}/phases/one/")
    unfold(page)
    page.locator(".rm-tick[data-tick='gamma']").check()
    page.goto(f"{site}/map/")
    expect(node.locator(".rm-node-count")).to_have_text("1/1")
    assert node.screenshot() != before
    context.close()


def test_on_paper_the_wide_picture_is_printed_and_no_phase_is_cut(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{site}/map/")
    page.emulate_media(media="print")
    expect(page.locator(WIDE)).to_be_visible()
    expect(page.locator(NARROW)).to_be_hidden()
    assert page.locator(f"{WIDE} svg").evaluate_all("(all) => all.map((one) => getComputedStyle(one).breakInside)") == ["avoid", "avoid"]

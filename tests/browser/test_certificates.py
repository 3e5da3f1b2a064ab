"""The moment when something is finished, and its certificate and badge; from disk."""

from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.engines.base import Browser as Learner
from tests.browser.page import watch
from tests.browser.sites import small_site
from tests.families import only_in_all

DATA = """
format: 2
id: bread
title: Bread & "Butter" <b>
phases:
- id: dough
  title: Dough
  sections:
  - id: mixing
    title: Mixing
    topics:
    - {id: flour, title: Flour, hours: 1.5}
    - {id: water, title: Water, hours: 2}
    - {id: malt, title: Malt, hours: 9, optional: true}
  - id: rising
    title: Rising
    topics:
    - {id: yeast, title: Yeast, hours: 3}
- id: oven
  title: Oven
  sections:
  - id: heat
    title: Heat
    topics:
    - {id: steam, title: Steam}
roles:
- id: baker
  title: Baker
  skills:
  - {entry: water}
milestones:
- id: soon
  title: Soon
  months: 1
  goals:
  - {id: kneaded, title: Kneaded, covers: [mixing]}
"""
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    plugins = [{"learning-roadmap": {"file": "roadmap.yml", "csp": True}}]
    return small_site(tmp_path_factory.mktemp("bread"), DATA, use_directory_urls=False, plugins=plugins)


@pytest.fixture
def page(context: BrowserContext) -> Page:
    page = context.new_page()
    watch(page)
    return page


def open_page(page: Page, site: Path, name: str) -> None:
    page.goto("about:blank")
    page.goto(f"{(site / name.partition('#')[0]).as_uri()}{''.join(name.partition('#')[1:])}")
    expect(page.locator("html.rm-on")).to_be_attached()


def finish(page: Page, *ids: str) -> None:
    page.evaluate("ids => roadmap.store.write(ids.map((id) => [`state/${id}`, { state: 'done' }]))", ids)


def tick(page: Page, id: str) -> None:
    page.locator(f".rm-tick[data-tick='{id}']").first.check()


def test_only_the_tick_that_finishes_something_is_celebrated(page: Page, site: Path) -> None:
    open_page(page, site, "phases/dough.html")
    other = page.context.new_page()
    open_page(other, site, "phases/dough.html")
    page.get_by_role("button", name="Expand all").click()
    tick(page, "flour")
    expect(page.locator(".rm-toast")).to_contain_text("Flour: done.")
    # What is written otherwise, such as by an import, is not celebrated.
    finish(page, "yeast")
    tick(page, "malt")
    expect(page.locator(".rm-toast")).to_contain_text("Malt: done.")
    assert page.evaluate("roadmap.celebration === undefined"), "nothing of it is loaded before it is needed"
    tick(page, "water")
    celebration = page.locator(".rm-toast .rm-celebration")
    expect(celebration).to_have_text("Phase finished: Dough, 3 topics. See the certificate")
    expect(page.locator(".rm-status")).to_have_text("Phase finished: Dough, 3 topics.")
    assert other.locator(".rm-celebration, .rm-just-finished").count() == 0
    page.locator(".rm-toast").get_by_role("button", name="Undo", exact=True).click()
    expect(page.locator(".rm-toast")).to_contain_text("Undone")
    expect(celebration).to_have_count(0)
    page.locator(".rm-toast").get_by_role("button", name="Redo").click()
    expect(page.locator(".rm-toast")).to_contain_text("Redone")
    expect(celebration).to_have_count(0)
    page.evaluate("roadmap.store.write([['state/yeast', { state: 'todo' }], ['state/water', { state: 'todo' }]])")
    tick(page, "water")
    expect(celebration).to_have_text("Section finished: Mixing, 2 topics.")
    tick(page, "yeast")
    celebration.get_by_role("link").click()
    expect(page.get_by_role("article", name="Certificate: Dough")).to_contain_text("has finished the phase")


def test_a_certificate_says_what_was_done_and_keeps_the_name_here(page: Page, site: Path) -> None:
    open_page(page, site, "dashboard/certificate.html")
    expect(page.locator(".rm-dashboard")).to_contain_text("Nothing finished yet")
    expect(page.locator(".rm-certificate")).to_have_count(0)
    assert page.locator("meta[name='robots'][content='noindex']").count() == 1
    finish(page, "flour", "water", "malt")
    page.evaluate("roadmap.store.write([['state/yeast', { state: 'skipped' }]])")
    open_page(page, site, "dashboard/certificate.html#of=phase:dough")
    paper = page.locator(".rm-certificate")
    expect(paper).to_contain_text("2 of 2 topics")
    expect(paper).to_contain_text("about 3.5 hours")
    expect(paper).to_contain_text("1 topic skipped")
    expect(paper).to_contain_text("nobody has examined this")
    links = page.get_by_role("navigation", name="What you have finished").get_by_role("link")
    assert [text.split("\n")[0] for text in links.all_inner_texts()] == ["Dough", "Baker", "Soon"]
    links.nth(1).click()
    expect(paper).to_contain_text("1 of 1 topic")
    expect(page.get_by_role("article", name="Certificate: Baker")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("article", name="Certificate: Dough")).to_be_visible()
    name = "<img src=x onerror=alert(1)> Ada"
    page.get_by_label("Your name").fill(name)
    expect(page.locator(".rm-certificate-name")).to_have_text(name)
    page.reload()
    expect(page.locator(".rm-certificate-name")).to_have_text(name)
    assert "onerror" not in page.evaluate("roadmap.load('backup').then(({ progress }) => progress.write(progress.everything()))")
    for paper_size in ({"format": "A4"}, {"format": "Letter"}):
        with pikepdf.open(BytesIO(page.pdf(landscape=True, **paper_size))) as pdf:  # type: ignore[arg-type]
            assert len(pdf.pages) == 1
    page.evaluate("roadmap.erase()")
    open_page(page, site, "dashboard/certificate.html")
    expect(page.locator(".rm-dashboard")).to_contain_text("Nothing finished yet")
    assert "Ada" not in page.evaluate("JSON.stringify(localStorage)")


def test_a_badge_is_a_picture_that_stands_alone(page: Page, site: Path) -> None:
    open_page(page, site, "dashboard/certificate.html")
    finish(page, "flour")
    expect(page.locator("#badge-markdown")).to_have_value(r"![Bread \& &quot;Butter&quot; \<b\>: 1 / 4 topics](roadmap.svg)".replace("&quot;", '"'))
    with page.expect_download() as download:
        page.get_by_role("button", name="Download SVG").click()
    assert download.value.suggested_filename == "roadmap.svg"
    text = download.value.path().read_text("utf-8")
    svg = ElementTree.fromstring(text)
    assert svg.findtext(f"{SVG}title") == 'Bread & "Butter" <b>: 1 / 4 topics'
    assert [element.text for element in svg.iter(f"{SVG}text")] == ['Bread & "Butter" <b>', "1 / 4 topics"]
    assert text.count("http") == 1 and "url(" not in text
    assert not {"href", "class", "style"} & {name for element in svg.iter() for name in element.attrib}
    page.get_by_role("combobox", name="Badge for").select_option("section:rising")
    expect(page.locator("#badge-markdown")).to_have_value("![Rising: 0 / 1 topic](section-rising.svg)")


def test_less_motion_is_respected(browser: Browser, site: Path) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    open_page(page, site, "phases/oven.html")
    tick(page, "steam")
    expect(page.locator(".rm-celebration")).to_be_visible()
    animated = "document.getAnimations().filter((one) => one.effect.target.closest('.rm-celebration, .rm-progress')).length"
    assert page.evaluate(animated) == 0
    context.close()


# In Chromium, above.
@only_in_all
def test_in_every_browser(learner: Learner, site: Path) -> None:
    tab = learner.new_tab()
    tab.goto((site / "phases" / "oven.html").as_uri())
    tab.click('.rm-tick[data-tick="steam"]')
    tab.sees("Phase finished: Oven, 1 topic.", ".rm-celebration")
    tab.click(".rm-celebration a")
    tab.sees("has finished the phase", ".rm-certificate")
    assert b"1 / 1 topic" in tab.download("#badge-download")

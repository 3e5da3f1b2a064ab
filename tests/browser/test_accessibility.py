"""The rules of axe-core on a page of every kind, on a phone in the light scheme and on a desk in the dark one."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.page import refusals
from tests.browser.sites import served, small_site
from tests.families import family
from tests.paths import ROOT, SMALL

AXE = ROOT / "plugins" / "learning_roadmap" / "client" / "node_modules" / "axe-core" / "axe.min.js"
PLUGINS = [
    {"learning-roadmap": {"file": "roadmap.yml", "csp": True, "search": True}},
    {"macros": {"modules": ["learning_roadmap.mkdocs_plugin.macros"]}},
]
THEME = {
    "name": "material",
    "font": False,
    "features": ["navigation.instant", "navigation.tabs", "navigation.indexes"],
    "palette": {"scheme": "default", "primary": "white"},
}
SCREENS = [(1280, "slate", "black"), (390, "default", "white")]
# A colour that is still changing is neither the old nor the new one.
STILL = "{ const sheet = new CSSStyleSheet(); sheet.replaceSync('* { transition: none !important }'); document.adoptedStyleSheets.push(sheet); }"
# The rules of WCAG's levels A and AA, those for good practice, and two that are off unless they are asked for. No rule of these needs the text of
# style sheets, or a video.
RUN = """axe.run({ preload: false, resultTypes: ['violations'],
                  rules: { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true } } })"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[str]]]:
    """A site with every kind of entry: its address, and the paths of its pages."""
    folder = tmp_path_factory.mktemp("accessibility") / "site"
    built = small_site(folder, SMALL.read_text(encoding="utf-8"), "# Small\n\n{{ map() }}\n\n{{ phases() }}\n", plugins=PLUGINS, theme=THEME)
    pages = sorted(path.relative_to(built).as_posix() for path in built.rglob("*.html") if "md-header" in path.read_text(encoding="utf-8"))
    with served(built) as address:
        yield address, pages


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce")
    context.add_init_script(AXE.read_text(encoding="utf-8") + STILL)
    refused = refusals(context)
    yield context.new_page()
    context.close()
    assert refused == []


def violations(page: Page, screens: list[tuple[int, str, str]] = SCREENS) -> Iterator[str]:
    """On each screen, with one load."""
    for width, *colours in screens:
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate("([scheme, primary]) => Object.assign(document.body.dataset, { mdColorScheme: scheme, mdColorPrimary: primary })", colours)
        answer: dict[str, Any] = page.evaluate(RUN)
        for rule in answer["violations"]:
            yield from (f"{page.url} {width}: {rule['id']}: {node['html'][:200]}" for node in rule["nodes"])


def test_no_page_violates_a_rule_of_axe(page: Page, site: tuple[str, list[str]]) -> None:
    address, pages = site
    assert len(pages) > 25
    found = []
    # Of the phases and of the documents, `make test` takes one each.
    alike = [path for folder in ("phases", "documents") for path in pages if path.startswith(f"{folder}/") and path != f"{folder}/index.html"]
    for at, path in enumerate(family(pages, *(path for path in pages if path not in alike[1:-1]))):
        page.goto(f"{address}/{path}")
        expect(page.locator("html.rm-on")).to_be_attached()
        expect(page.locator("[data-rm-desk] > .rm-empty")).to_have_count(0)
        # The screens in turn; `make test-all` takes both.
        found += violations(page, family(SCREENS, SCREENS[at % 2]))
    page.goto(f"{address}/phases/foundations/#topic-vectors")
    page.locator(".rm-tick:visible").first.check()
    expect(page.locator(".rm-panel")).to_be_visible()
    expect(page.locator(".rm-toast")).to_be_visible()
    found += violations(page, family(SCREENS, SCREENS[0]))
    page.locator("[data-rm-search]:visible").first.click()
    page.keyboard.type("vectors")
    expect(page.locator(".rm-search-result").first).to_be_visible()
    found += violations(page, family(SCREENS, SCREENS[1]))
    assert found == []

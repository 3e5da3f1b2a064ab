"""The site under its Content-Security-Policy: everything works, nothing of ours is refused, and injected scripts do not run."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.page import box, refusals, until
from tests.families import family

PLAN = {"start": "2026-01-05", "hours": 10, "pace": 10, "off": [], "order": "map", "optional": True, "at": 1735689600000}
LISTEN = """
  globalThis.refused = [];
  document.addEventListener("securitypolicyviolation", (event) => refused.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""


@pytest.fixture
def listening(page: Page) -> Page:
    page.add_init_script(LISTEN)
    return page


def refused(page: Page) -> list[str]:
    found: list[str] = page.evaluate("refused")
    return found


def test_search_colours_instant_navigation_and_notes_work(listening: Page, theme_search: str) -> None:
    page = listening
    page.goto(theme_search + "/phases/deep-learning/")
    page.evaluate("globalThis.isSameDocument = true")
    page.locator('label[title="Switch to light mode"]').click()
    page.locator('label[title="Switch to dark mode"]').click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    box(page, "perceptron").check()
    page.locator('.rm-more[data-entry="perceptron"]').first.click()
    page.get_by_label("Notes on Perceptron").fill("**bold** `code` [a](https://example.org/)")
    expect(page.locator(".rm-panel .rm-prose strong")).to_have_text("bold")
    page.keyboard.press("Escape")
    for name in ("Sources", "Dashboard", "Home"):
        page.locator(".md-tabs").get_by_role("link", name=name, exact=True).click()
        expect(page.locator(".md-tabs__item--active")).to_have_text(name)
    until(page, "document.title.startsWith('Home')")
    # The theme closes the search once more when a page has come, and does not say when that is.
    page.wait_for_timeout(500)
    page.locator('[data-md-component="search-query"]').first.click()
    page.keyboard.type("gradient descent")
    page.locator('.md-search-result__link[href*="#topic-gradient-descent"]').first.click()
    page.wait_for_url("**#topic-gradient-descent*")
    assert page.evaluate("globalThis.isSameDocument") is True
    # The page that came later carries the same policy: a second one would be added to the first.
    assert page.locator("meta[http-equiv='Content-Security-Policy']").count() == 1
    assert refused(page) == []


def test_the_dashboard_its_charts_and_its_files_work(listening: Page, server: str, tmp_path: Path) -> None:
    page = listening
    page.goto(server + "/dashboard/")
    page.evaluate("plan => roadmap.store.put(new Map([['plan/current', plan], ['state/perceptron', { state: 'done', at: 1767600000000 }]]))", PLAN)
    page.reload()
    expect(page.locator(".rm-chart")).to_be_visible()
    page.goto(server + "/dashboard/plan/")
    with page.expect_download() as calendar:
        page.get_by_role("button", name="Export calendar").click()
    assert calendar.value.path().read_bytes().startswith(b"BEGIN:VCALENDAR")
    page.goto(f"{server}/dashboard/print/")
    expect(page.locator('[data-state="done"]').first).to_be_attached()
    assert refused(page) == []
    for name in ("journal", "remaining", "backup"):
        page.goto(f"{server}/dashboard/{name}/")
        expect(page.locator("[data-rm-desk] h2, [data-rm-desk] li").first).to_be_attached()
        assert refused(page) == []
    with page.expect_download() as saved:
        page.get_by_role("button", name="Export to a file").click()
    exported = tmp_path / "progress.json"
    exported.write_bytes(saved.value.path().read_bytes())
    page.evaluate("localStorage.clear()")
    page.reload()
    assert "perceptron" in json.dumps(json.loads(exported.read_text("utf-8")))
    page.set_input_files("input[type=file]", exported)
    page.locator("#take, .rm-preview-place p").first.wait_for()
    assert refused(page) == []


def test_every_page_of_the_site_opens_without_a_violation(listening: Page, from_disk: str) -> None:
    folder = Path(from_disk.removeprefix("file://"))
    # The page for what is not there has addresses from the server's root.
    files = sorted(set(folder.rglob("*.html")) - {folder / "404.html"})
    # The policy is one for all pages, and those of a folder are of one kind; only the dashboard has scripts for each, most of which the test before
    # this one opens. `make test-all` opens all.
    first = {path.parent: path for path in reversed(files)}.values()
    before = {folder / "dashboard" / f"{name}.html" for name in ("index", "plan", "print", "journal", "remaining", "backup")}
    some = (path for path in files if path.parent in (folder, folder / "dashboard") or path.name == "index.html" or path in first)
    some = (path for path in some if path not in before)
    for path in family(files, *some):
        listening.goto(path.as_uri())
        until(listening, "globalThis.roadmap?.progressBars")
        assert refused(listening) == [], path


def test_the_not_found_page_works(listening: Page, server: str) -> None:
    listening.goto(server + "/404.html")
    expect(listening.get_by_role("heading", name="Page not found")).to_be_visible()
    until(listening, "globalThis.roadmap?.progressBars")
    assert refused(listening) == []


INJECTED = [
    "<script>fired()</script>",
    "<script src='data:text/javascript,fired()'></script>",
    "<script src='https://example.org/evil.js'></script>",
    "<script type=module>fired()</script>",
    "<img src=x onerror='fired()'>",
    "<svg onload='fired()'></svg>",
    "<details open ontoggle='fired()'>x</details>",
    "<iframe srcdoc='<script>parent.fired()</script>'></iframe>",
    "<iframe src='javascript:parent.fired()'></iframe>",
    "<object data='data:text/html,<script>parent.fired()</script>'></object>",
    "<base href='https://example.org/'>",
    "<style>body { display: none }</style>",
    "<p style='position: fixed'>x</p>",
    "<a id=go href='javascript:fired()'>go</a>",
]  # fmt: skip


@pytest.fixture(scope="module")
def victim(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A tab in which all that is injected could run, and what the policy refuses in it; in other contexts a refusal fails the test."""
    context = browser.new_context()
    said = refusals(context)
    page = context.new_page()
    page.add_init_script("globalThis.happened = []; globalThis.fired = (what) => happened.push(what);")
    yield page, said
    context.close()


# Each directive of the policy that refuses something, and each way in which a script is written; their variants with `make test-all`.
@pytest.mark.parametrize("number", family(range(len(INJECTED)), 0, 2, 3, 4, 7, 8, 9, 10, 11, 12, 13))
def test_injected_scripts_are_refused(victim: tuple[Page, list[str]], from_disk: str, number: int) -> None:
    page, said = victim
    html = (Path(from_disk.removeprefix("file://")) / "about.html").read_text("utf-8")
    before, article, after = html.partition('<article class="md-content__inner md-typeset">')
    assert article
    page.goto("about:blank")
    said.clear()
    page.unroute_all()
    page.route("**/about.html", lambda route: route.fulfill(body=before + article + INJECTED[number] + after, content_type="text/html"))
    page.goto(from_disk + "/about.html")
    until(page, "globalThis.roadmap?.progressBars")
    page.evaluate("document.getElementById('go')?.click()")
    page.wait_for_timeout(100)
    assert page.evaluate("happened") == []
    assert said != []
    assert page.evaluate("getComputedStyle(document.body).display") != "none"

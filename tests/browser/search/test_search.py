"""The search in a browser: opened by button or key, used with the keyboard, on a server and from disk."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.page import refusals, until, watch
from tests.browser.search.dialog import INPUT, IS_INSTANT, RESULT, STATUS, open_search, results_for, titles_for
from tests.browser.sites import SMALL, SMALL_PAGE, THEME_SEARCH, served, small_site
from tests.families import family

PLUGINS = [{"learning-roadmap": {"file": "roadmap.yml", "csp": True, "search": True}}]
DATA = SMALL.replace("title: Alpha}", "title: <b>Alpha</b> & quantisation, also: [k-means]}")
HOME = "# Home\n\n<input class='own' aria-label='own'>\n\n## A fine heading\n\nHandwritten words about *kneading*.\n"
FORM = ".github/ISSUE_TEMPLATE/suggest-topic.yml"
REPOSITORY = "https://git.example/learn/map/"

# A clock that runs fast ends the first slice at once, and the next one waits.
SLOW_INDEX = """() => { performance.now = () => (globalThis.time = (globalThis.time ?? 0) + 1000);
  roadmap.store.yieldToMain = () => new Promise((go) => { globalThis.goOn = go; }); }"""
GO_ON = "delete performance.now; roadmap.store.yieldToMain = () => undefined; goOn()"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    parent = tmp_path_factory.mktemp("search")
    (parent / FORM).parent.mkdir(parents=True)
    (parent / FORM).write_text("name: Suggest\n", "utf-8")
    return small_site(parent, DATA, HOME, plugins=PLUGINS, repo_url=REPOSITORY, site_url="http://127.0.0.1/")


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> str:
    site = small_site(tmp_path_factory.mktemp("search"), DATA, HOME, plugins=PLUGINS, use_directory_urls=False)
    return site.as_uri()


@pytest.fixture
def address(folder: Path, tmp_path: Path) -> Iterator[str]:
    with served(Path(shutil.copytree(folder, tmp_path / "site"))) as running:
        yield running


# On a server in the tests below that ask for its address; what differs is how the index is loaded.
@pytest.fixture(params=family(["served", "disk"], "disk"))
def home(request: pytest.FixtureRequest) -> str:
    """The address of the home page, on a server and on disk."""
    return f"{request.getfixturevalue('address')}/" if request.param == "served" else f"{request.getfixturevalue('disk')}/index.html"


def test_enter_opens_the_first_result(page: Page, home: str) -> None:
    complaints = refusals(page.context)
    watch(page)
    page.goto(home)
    open_search(page)
    assert titles_for(page, "kmeans") == ["<b>Alpha</b> & quantisation"]
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("#topic-alpha$"))
    expect(page.locator("#topic-alpha")).to_be_in_viewport()
    expect(page.locator("dialog[open]")).to_have_count(0)
    assert complaints == []


def test_titles_are_found_before_everything_is_indexed(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    page.evaluate(SLOW_INDEX)
    page.keyboard.press("s")
    page.keyboard.type("alphax")
    expect(page.locator(RESULT)).to_have_count(0)
    page.keyboard.press("Backspace")
    expect(page.locator(RESULT)).to_have_text(re.compile("Alpha"))
    page.locator(INPUT).fill("kneading")
    expect(page.locator(RESULT)).to_have_count(0)
    page.evaluate(GO_ON)
    expect(page.locator(RESULT)).to_have_text(re.compile("A fine heading"))


def test_the_focus_stays_on_a_result_when_everything_is_indexed(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    page.evaluate(SLOW_INDEX)
    page.keyboard.press("s")
    page.keyboard.type("alpha")
    expect(page.locator(RESULT)).to_have_text(re.compile("Alpha"))
    page.keyboard.press("ArrowDown")
    expect(page.locator(RESULT)).to_be_focused()
    page.evaluate(GO_ON)
    until(page, "performance.getEntriesByName('roadmap-searched').length")
    expect(page.locator(RESULT).first).to_be_focused()


def test_handwritten_sections_are_found(page: Page, home: str) -> None:
    page.goto(home)
    open_search(page)
    (result,) = results_for(page, "kneading")
    assert result.endswith("#a-fine-heading")
    expect(page.locator(RESULT)).to_have_text(re.compile(r"A fine heading\s*page · Home\s*Handwritten words about kneading"))
    assert page.locator(f"{RESULT} mark").all_text_contents() == ["kneading"]


def test_it_goes_on_working_after_instant_navigation(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    page.evaluate("globalThis.sameDocument = true")
    open_search(page)
    results_for(page, "beta")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("#topic-beta$"))
    open_search(page)
    # What was typed is still there, and typing replaces it.
    expect(page.locator(INPUT)).to_have_value("beta")
    page.keyboard.type("left")
    expect(page.locator(f"{RESULT} .rm-search-title")).to_have_text(["Left"])
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("#topic-left$"))
    assert page.evaluate("globalThis.sameDocument") is True


def test_a_page_that_arrives_takes_no_letters(page: Page, address: str) -> None:
    routes: list[Route] = []
    page.goto(f"{address}/")
    until(page, IS_INSTANT)
    page.route("**/phases/one/", lambda route: routes.append(route))
    open_search(page)
    results_for(page, "beta")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("#topic-beta$"))
    open_search(page)
    page.keyboard.type("le")
    [arriving] = routes
    arriving.continue_()
    # The browser goes to the topic, and focuses nothing.
    expect(page.locator(INPUT)).not_to_be_focused()
    page.keyboard.type("ft")
    expect(page.locator(f"{RESULT} .rm-search-title")).to_have_text(["Left"])


@pytest.mark.parametrize("key", family(["/", "s", "f"], "/"))
def test_material_keys_open_it(page: Page, disk: str, key: str) -> None:
    page.goto(f"{disk}/index.html")
    page.locator("html.rm-on").wait_for(state="attached")
    page.locator(".own").focus()
    page.keyboard.press(key)
    expect(page.locator(".own")).to_have_value(key)
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.locator(".own").blur()
    page.keyboard.press(key)
    expect(page.locator(INPUT)).to_be_focused()
    # The key that opens it is not typed into it; the same key is, from then on.
    page.keyboard.press(key)
    expect(page.locator(INPUT)).to_have_value(key)


def test_arrows_move_through_the_results_and_escape_returns_the_focus(page: Page, disk: str) -> None:
    page.goto(f"{disk}/index.html")
    open_search(page)
    assert len(results_for(page, "r")) > 2
    results = page.locator(RESULT)
    for key, focused in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0)):
        page.keyboard.press(key)
        expect(results.nth(focused)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(INPUT)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(results.last).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.locator(".rm-search-button")).to_be_focused()


def test_it_has_names_for_screen_readers(page: Page, disk: str) -> None:
    page.goto(f"{disk}/index.html")
    page.locator("html.rm-on").wait_for(state="attached")
    page.get_by_role("button", name="Search", exact=True).click()
    dialog = page.get_by_role("dialog", name="Search")
    expect(dialog.get_by_role("textbox", name="Search topics, resources and papers")).to_be_focused()
    results_for(page, "beta")
    expect(dialog.get_by_role("status")).to_have_text("1 result")
    expect(dialog.get_by_role("list", name="Results").get_by_role("link")).to_have_count(1)
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_have_count(0)


def test_no_results_offers_the_nearest_titles_and_the_form(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    open_search(page)
    assert titles_for(page, "parent & zzzz") == ["Parent"]
    expect(page.locator(STATUS)).to_have_text("No results for “parent & zzzz”. Nearest titles:")
    link = page.locator(".rm-search-none a").last
    expect(link).to_have_text("Suggest “parent & zzzz” as a topic")
    expect(link).to_have_attribute("href", f"{REPOSITORY}issues/new?template=suggest-topic.yml&title=Topic%3A%20parent%20%26%20zzzz")
    assert results_for(page, "qqqq") == []
    expect(page.locator(STATUS)).to_have_text("No results for “qqqq”.")
    results_for(page, "beta")
    expect(link).to_have_count(0)


def test_without_a_repository_there_is_no_form_but_the_page_of_all_topics(page: Page, disk: str) -> None:
    page.goto(f"{disk}/index.html")
    open_search(page)
    results_for(page, "qqqq")
    link = page.locator(".rm-search-none a")
    expect(link).to_have_text("all topics from A to Z")
    link.click()
    expect(page.locator("h1")).to_have_text("Topics A–Z")


def test_nothing_is_loaded_before_it_is_opened(page: Page, address: str) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{address}{SMALL_PAGE}")
    page.locator("html.rm-on").wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    assert [url for url in requests if "search" in url or "/workers/" in url or "/lunr/" in url] == []
    open_search(page)
    assert [re.sub(r".*/|\.[0-9a-f]{12}", "", url) for url in requests if "search" in url] == ["search-entries.js", "search.js"]


def test_it_says_when_its_part_cannot_be_loaded(page: Page, address: str) -> None:
    page.route("**/search-entries.*", lambda route: route.abort())
    page.goto(f"{address}/")
    page.locator("html.rm-on").wait_for(state="attached")
    page.locator(".rm-search-button").click()
    expect(page.locator(STATUS)).to_have_text("This part could not be loaded. Reload the page.")
    page.unroute("**/search-entries.*")
    page.keyboard.press("Escape")
    open_search(page)
    expect(page.locator(STATUS)).to_have_text("Type a topic, an acronym, a name or a part of it. The arrow keys choose a result.")
    assert titles_for(page, "beta") == ["Beta"]


def test_the_backdrop_closes_it(page: Page, disk: str) -> None:
    page.goto(f"{disk}/index.html")
    open_search(page)
    page.mouse.click(5, 5)
    expect(page.locator("dialog[open]")).to_have_count(0)


@pytest.mark.parametrize("width", family([320, 390, 1280], 320, 1280))
def test_it_fits_the_window_and_its_buttons_are_large_enough(page: Page, disk: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{disk}/index.html")
    expect(page.get_by_role("button", name="Search", exact=True)).to_be_visible()
    open_search(page)
    results_for(page, "r")
    box = page.locator("dialog[open]").bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= width and box["y"] + box["height"] <= 700
    assert page.evaluate("document.querySelector('.rm-search-found').scrollWidth <= document.querySelector('.rm-search-found').clientWidth")
    for name in (".rm-search-button", ".rm-search-close", RESULT):
        size = page.locator(name).first.bounding_box()
        assert size and size["height"] >= 24 and size["width"] >= 24, name


def test_a_site_with_the_search_of_the_theme_keeps_it(page: Page, tmp_path: Path) -> None:
    site = small_site(tmp_path / "site", site_url="http://127.0.0.1/", plugins=THEME_SEARCH)
    with served(site) as address:
        page.goto(f"{address}/")
        page.locator("html.rm-on").wait_for(state="attached")
        until(page, "document.forms.search")
        page.keyboard.press("/")
        expect(page.locator(".md-search__input")).to_be_focused()
        page.keyboard.type("beta")
        expect(page.locator(".md-search-result__link").first).to_contain_text("One")

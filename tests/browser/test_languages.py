"""One site in two languages: both share the progress. A page that reads from right to left fits the window."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.page import box, until
from tests.browser.sites import SMALL, SMALL_PAGE, served, small_site
from tests.families import family

TRANSLATED = SMALL.replace("title: Alpha}", "title: Alpha, translations: [{language: zh, title: 甲}]}")
PAGES = (
    "",
    "phases/one/",
    "dashboard/",
    "dashboard/plan/",
    "dashboard/path/",
    "dashboard/backup/",
    "dashboard/journal/",
    "map/",
    "topics/",
    "routine/",
)


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("languages")
    options = {"file": "roadmap.yml", "csp": True, "search": True}
    theme = {"name": "material", "font": False, "features": ["navigation.instant"]}
    languages = {"alternate": [{"name": "English", "link": "/", "lang": "en"}, {"name": "中文", "link": "/zh/", "lang": "zh"}]}
    english = small_site(
        folder / "en",
        TRANSLATED,
        site_url="http://127.0.0.1/",
        theme=theme,
        plugins=[{"learning-roadmap": options}],
        extra=languages,
    )
    chinese = small_site(
        folder / "zh",
        TRANSLATED,
        site_url="http://127.0.0.1/zh/",
        theme=theme | {"language": "zh"},
        plugins=[{"learning-roadmap": options | {"scope": "../"}}],
        extra=languages,
    )
    chinese.rename(english / "zh")
    with served(english) as address:
        yield address


def test_a_tick_in_one_language_is_seen_in_the_other(page: Page, origin: str) -> None:
    page.goto(f"{origin}{SMALL_PAGE}")
    box(page, "alpha").check()
    page.evaluate("roadmap.store.settled()")
    page.goto(f"{origin}/zh{SMALL_PAGE}")
    expect(box(page, "alpha")).to_be_checked()
    box(page, "beta").check()
    page.evaluate("roadmap.store.settled()")
    page.goto(f"{origin}{SMALL_PAGE}")
    expect(box(page, "beta")).to_be_checked()
    expect(page.locator(".rm-messages .rm-notice")).to_have_count(0)


def test_a_tick_is_seen_at_once_in_a_tab_of_the_other_language(context: BrowserContext, origin: str) -> None:
    english, chinese = context.new_page(), context.new_page()
    english.goto(f"{origin}{SMALL_PAGE}")
    chinese.goto(f"{origin}/zh{SMALL_PAGE}")
    expect(chinese.locator("html.rm-on")).to_have_count(1)
    box(english, "left").check()
    expect(box(chinese, "left")).to_be_checked()
    box(chinese, "left").uncheck()
    expect(box(english, "left")).not_to_be_checked()


def test_the_page_and_the_client_are_in_the_language(page: Page, origin: str) -> None:
    page.goto(f"{origin}/zh{SMALL_PAGE}")
    expect(page.locator("html")).to_have_attribute("lang", "zh")
    expect(page.locator("#topic-alpha .rm-title")).to_have_text("甲")
    expect(page.locator("#topic-beta .rm-title")).to_have_text("Beta")
    box(page, "right").check()
    expect(page.locator(".rm-toast")).to_contain_text("Right：已完成。")
    page.goto(f"{origin}/zh/dashboard/")
    expect(page.locator(".md-content")).to_contain_text("已完成 ")


def test_the_switch_shows_the_focus_and_keeps_the_open_panel(page: Page, origin: str) -> None:
    page.goto(f"{origin}{SMALL_PAGE}#topic-alpha")
    expect(page.locator(".rm-panel")).to_be_visible()
    # What contains no message is no stop for Tab.
    assert page.locator(".rm-messages").evaluate("(one) => one.scrollHeight <= one.clientHeight")
    page.locator(".md-header .md-select button").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    link = page.locator(".md-select__link[lang=zh]")
    expect(link).to_be_focused()
    assert link.evaluate("(one) => getComputedStyle(one).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{origin}/zh{SMALL_PAGE}#topic-alpha")
    expect(page.locator(".rm-panel")).to_contain_text("甲")


@pytest.mark.parametrize(("locale", "path", "date"), [
    ("en-US", "", "Jan 31, 2026"),
    ("en-GB", "", "31 Jan 2026"),
    ("de-DE", "", "Jan 31, 2026"),
    ("en-US", "/zh", "2026年1月31日"),
])  # fmt: skip
def test_dates_are_in_the_language_of_the_page(browser: Browser, origin: str, locale: str, path: str, date: str) -> None:
    context = browser.new_context(locale=locale)
    page = context.new_page()
    page.goto(f"{origin}{path}{SMALL_PAGE}")
    until(page, "() => globalThis.roadmap?.locale")
    assert (
        page.evaluate("new Intl.DateTimeFormat(roadmap.locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse('2026-01-31'))") == date
    )
    context.close()


# Narrow pages have less room; both widths have the same rules.
@pytest.mark.parametrize("width", family([390, 1280], 390))
def test_a_page_from_right_to_left_fits_the_window(page: Page, origin: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.add_init_script("document.addEventListener('DOMContentLoaded', () => { document.documentElement.dir = document.body.dir = 'rtl'; })")
    # A page of each kind: rows, a form, a search, a table, a picture.
    for path in family(PAGES, "", "phases/one/", "dashboard/", "dashboard/plan/", "dashboard/path/", "map/"):
        page.goto(f"{origin}/{path}")
        expect(page.locator("html.rm-on")).to_have_count(1)
        overflow = page.evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth")
        outside = page.evaluate(
            """() => [...document.querySelectorAll(".md-content *")].filter((one) => {
                 const { left, right, width } = one.getBoundingClientRect();
                 return width > 1 && one.checkVisibility() && !one.closest("svg, .rm-picture, .rm-hidden") && (left < -1 || right > innerWidth + 1);
               }).map((one) => one.outerHTML.slice(0, 80))"""
        )
        assert (path, overflow, outside) == (path, 0, [])


def test_titles_keep_their_own_direction(page: Page, origin: str) -> None:
    page.goto(f"{origin}{SMALL_PAGE}")
    assert page.locator("#topic-alpha .rm-title").evaluate("(one) => getComputedStyle(one).unicodeBidi") == "plaintext"

"""Old addresses lead to the entry that they named, or to its successor."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.page import refusals, until, watch
from tests.browser.sites import THEME_SEARCH, served, small_site
from tests.families import family

DATA = """
format: 2
id: old
title: Old addresses
phases:
- id: basics
  title: Basics
  sections:
  - id: words
    title: Words
    topics:
    - {id: language, title: Language}
    - id: tokens
      title: Tokens
      topics:
      - {id: byte-pairs, title: Byte pairs}
- id: further
  title: Further
  sections:
  - id: vectors
    title: Vectors
    topics:
    - {id: embeddings, title: Embeddings}
    - {id: moved-here, title: Moved here}
    - {id: first-half, title: First half}
    - {id: second-half, title: Second half}
    practice:
    - {id: try-it, title: Try it}
resources:
- {id: a-book, title: A book, kind: book}
history:
- {id: word-vectors, was: merged, kind: topic, into: [embeddings]}
- {id: both-halves, was: split, kind: topic, into: [first-half, second-half]}
- {id: perl, was: retired, kind: topic}
- {id: speech, was: merged, kind: topic, into: [language]}
- {id: some-book, was: merged, kind: resource, into: [a-book]}
- {id: preface, was: merged, kind: phase, into: [basics], reason: '<b>too</b> short'}
- {id: middle, was: split, kind: phase, into: [basics, further]}
- {id: extras, was: retired, kind: phase}
- {id: corner, was: merged, kind: phase, into: [vectors]}
"""


class Site:
    """A small site, whichever way addresses are written."""

    def __init__(self, root: str, *, directory_urls: bool) -> None:
        self.root, self.directory_urls = root, directory_urls

    def at(self, name: str, anchor: str = "") -> str:
        group, _, last = name.partition("/")
        if last == "index":
            path = f"{group}/" if self.directory_urls else f"{group}/index.html"
        else:
            path = f"{name}/" if self.directory_urls else f"{name}.html"
        return f"{self.root}/{path}" + (f"#{anchor}" if anchor else "")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Site]]:
    """The site, served and from disk."""
    folders = [
        small_site(tmp_path_factory.mktemp("old"), DATA, use_directory_urls=is_served, site_url="http://127.0.0.1/") for is_served in (True, False)
    ]
    with served(folders[0]) as root:
        yield {"served": Site(root, directory_urls=True), "from-disk": Site(folders[1].as_uri(), directory_urls=False)}


# The addresses themselves are tested in both, below.
@pytest.fixture(params=family(["served", "from-disk"], "served"))
def site(request: pytest.FixtureRequest, sites: dict[str, Site]) -> Site:
    return sites[request.param]


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """The tab of somebody who only reads: nothing is stored, so all tests of addresses share it."""
    context = browser.new_context()
    context.set_default_timeout(30_000)
    refused = refusals(context)
    page = context.new_page()
    watch(page)
    yield page
    context.close()
    assert refused == []


@pytest.fixture
def visitor(tab: Page) -> Page:
    """The same tab on an empty page, so that the next address is loaded and not only scrolled to."""
    tab.goto("about:blank")
    return tab


MOVED = [
    ("phases/basics", "topic-word-vectors", "phases/further", "topic-embeddings"),
    ("phases/basics", "topic-speech", "phases/basics", "topic-language"),
    ("phases/basics", "topic-moved-here", "phases/further", "topic-moved-here"),
    ("phases/further", "topic-tokens", "phases/basics", "topic-tokens"),
    ("phases/basics", "topic-both-halves", "phases/further", "topic-first-half"),
    ("phases/basics", "section-vectors", "phases/further", "section-vectors"),
    ("phases/basics", "practice-try-it", "phases/further", "practice-try-it"),
    ("resources", "resource-some-book", "resources", "resource-a-book"),
    ("phases/preface", "", "phases/basics", ""),
    ("phases/preface", "phase-preface", "phases/basics", "phase-basics"),
    ("phases/preface", "topic-byte-pairs", "phases/basics", "topic-byte-pairs"),
    ("phases/preface", "topic-word-vectors", "phases/further", "topic-embeddings"),
    ("phases/middle", "", "phases/basics", ""),
    ("phases/middle", "topic-embeddings", "phases/further", "topic-embeddings"),
    ("phases/corner", "", "phases/further", "section-vectors"),
    ("phases/extras", "", "phases/index", ""),
    ("phases/extras", "topic-language", "phases/basics", "topic-language"),
]
# On a server one of each kind of move and of entry; from disk, where addresses are written in another way, one of a removed phase with an anchor on
# it. `make test-all` takes all.
SERVED = family(MOVED, *(MOVED[number] for number in (0, 2, 4, 5, 7, 8, 11, 14, 15)))
FROM_DISK = family(MOVED, MOVED[10])


@pytest.mark.parametrize(
    ("site", "page_name", "anchor", "there", "row"),
    [*(("served", *case) for case in SERVED), *(("from-disk", *case) for case in FROM_DISK)],
    indirect=["site"],
)
def test_an_old_address_leads_to_the_successor(visitor: Page, site: Site, page_name: str, anchor: str, there: str, row: str) -> None:
    page = visitor
    steps = page.evaluate("history.length")
    page.goto(site.at(page_name, anchor))
    page.wait_for_url(site.at(there, row))
    if row:
        expect(page.locator(f"#{row}")).to_be_in_viewport()
    # Back leads to where the visitor came from, not into a circle.
    assert page.evaluate("history.length") <= steps + 1


RENAMED = [("index", "index"), ("left", "remaining"), ("keep", "backup"), ("plan", "plan"), ("print", "print"), ("shared", "shared")]


# All names are in one table, whose first has an address of its own kind; what is shared is taken out of the address.
@pytest.mark.parametrize(
    ("site", "old", "new"),
    [*(("served", *case) for case in family(RENAMED, RENAMED[1], RENAMED[5])), *(("from-disk", *case) for case in family(RENAMED, RENAMED[0]))],
    indirect=["site"],
)
def test_a_page_that_was_renamed_redirects_with_query_and_fragment(visitor: Page, site: Site, old: str, new: str) -> None:
    page = visitor
    steps = page.evaluate("history.length")
    rest = "?of=section%3Avectors#a=b&c=%7B%22x%22%7D"
    page.goto(site.at(f"desk/{old}") + rest)
    page.wait_for_url(lambda url: url.partition("?")[0] == site.at(f"dashboard/{new}"))
    assert page.evaluate("history.length") <= steps + 1
    if new != "shared":  # which takes the shared state out of its address
        assert page.url == site.at(f"dashboard/{new}") + rest


def test_the_address_of_a_retired_entry_shows_a_notice(page: Page, site: Site) -> None:
    page.goto(site.at("phases/basics", "topic-perl"))
    expect(page.locator(".rm-notice")).to_contain_text("“perl” was removed from the roadmap.")
    assert page.url == site.at("phases/basics", "topic-perl")


ELSEWHERE = ["nothing-here", "topic-constructor", "topic-", "topic-<b>", "line-12", "__search", "phase-projects", "%E0%A4%A"]


@pytest.mark.parametrize(
    ("site", "anchor"),
    [
        *(("served", anchor) for anchor in family(ELSEWHERE, *ELSEWHERE[:4], "%E0%A4%A")),
        *(("from-disk", anchor) for anchor in family(ELSEWHERE, "nothing-here")),
    ],
    indirect=["site"],
)
def test_an_anchor_without_an_entry_does_not_redirect(visitor: Page, site: Site, anchor: str) -> None:
    page = visitor
    page.goto(site.at("phases/basics", anchor))
    until(page, "document.documentElement.classList.contains('rm-on')")
    page.wait_for_timeout(300)
    assert page.url.partition("#")[0] == site.at("phases/basics")
    expect(page.locator(".rm-notice")).to_have_count(0)


def test_an_old_anchor_on_an_open_page_redirects(page: Page, site: Site) -> None:
    page.goto(site.at("phases/basics"))
    page.evaluate("location.hash = 'topic-word-vectors'")
    page.wait_for_url(site.at("phases/further", "topic-embeddings"))


def test_valid_addresses_load_no_redirect_data(page: Page, site: Site) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.at("phases/further", "topic-embeddings"))
    page.wait_for_timeout(300)
    assert not [url for url in asked if "/locations." in url]


def test_a_removed_phase_redirects_without_javascript(browser: Browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.at("phases/preface"))
    page.wait_for_url(site.at("phases/basics"))
    context.close()


def test_a_redirect_page_can_be_read(page: Page, site: Site) -> None:
    page.route("**/redirect.js*", lambda route: route.fulfill(body=""))
    page.goto(site.at("phases/middle"))
    expect(page.get_by_text("“middle” is now:")).to_be_visible()
    assert page.get_by_role("link").all_inner_texts() == ["Basics", "Further"]
    page.goto(site.at("phases/preface"))
    expect(page.get_by_text("(<b>too</b> short)")).to_be_visible()
    page.get_by_role("link", name="Basics").click()
    page.wait_for_url(site.at("phases/basics"))


def test_redirect_pages_are_not_listed(tmp_path: Path) -> None:
    site = small_site(tmp_path, DATA, plugins=THEME_SEARCH, site_url="http://127.0.0.1/")
    for name in ("sitemap.xml", "search/search_index.json", "phases/index.html"):
        text = (site / name).read_text("utf-8")
        assert "basics" in text and "preface" not in text and "middle" not in text

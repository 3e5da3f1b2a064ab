"""A new version of the site comes while pages of the old one are open or in caches: each tick goes to the topic whose name is shown."""

import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from tests.browser.deployments import BASE, CHANGES, Host, Version, build_versions, hosted
from tests.browser.page import refusals
from tests.browser.sites import small_site

PAGES = ("phases/basics/", "phases/further/", "dashboard/", "dashboard/remaining/", "projects/", "milestones/")
# Clicks every box on the page at once, before anything is drawn anew, and says what each has changed in the storage.
CLICK = """() => {
  const { prefix } = roadmap.localStore;
  const states = () => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith(`${prefix}state/`)));
  return [...document.querySelectorAll(".md-content .rm-tick")].map((box) => {
    const before = states();
    const isOff = box.disabled || getComputedStyle(box).display === "none";
    box.click();
    const after = states();
    const changed = Object.keys(after).filter((key) => after[key] !== before[key]).map((key) => key.slice(`${prefix}state/`.length));
    // As if nothing had been said, for the lists of what is left.
    roadmap.store.write(changed.map((id) => [`state/${id}`, { state: "todo" }]));
    const title = box.getAttribute("aria-label") ?? box.parentElement.querySelector(".rm-title").textContent;
    return { id: box.dataset.tick, title: title.trim(), changed, isOff };
  });
}"""
# Whether the client has come to rest: nothing is on its way, no desk waits to be drawn, and page and scripts are of one build, or it says so.
AT_REST = """(() => {
  const has = (name) => document.documentElement.classList.contains(name);
  if (has("rm-failed")) return true;
  if (!has("rm-on") || document.querySelector("[data-rm-desk] > .rm-empty")) return false;
  const desk = document.querySelector("[data-rm-desk]:not([data-rm-desk=''])");
  if (desk && desk.childElementCount === 0 && !document.querySelector(".rm-alert")) return false;
  const build = document.querySelector("[data-rm-build]")?.dataset.rmBuild ?? roadmapLoader.build;
  return build === roadmapLoader.build || document.querySelector("#rm-notice-version") !== null;
})()"""

Versions = Callable[[str], Version]


class Tally:
    """Over all cases: boxes ticked, and those that went wrong."""

    def __init__(self) -> None:
        self.cases, self.boxes = 0, 0
        self.wrong: list[str] = []


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Versions:
    return build_versions(tmp_path_factory.mktemp("versions"))


@pytest.fixture(scope="module")
def tally() -> Iterator[Tally]:
    found = Tally()
    yield found
    print(f"\nredeployments: {found.cases} cases, {found.boxes} boxes ticked, {len(found.wrong)} wrong")


@pytest.fixture
def host(versions: Versions) -> Iterator[Host]:
    with hosted(versions("base")) as found:
        yield found


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.set_default_timeout(10_000)
    refused = refusals(context)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert refused == []
    # A page in place of a script, or half a script, cannot be read: that is said by the browser itself.
    assert [error for error in errors if "Unexpected token" not in error and "Unexpected end of input" not in error] == []


def rest(page: Page) -> None:
    """Wait until the client has come to rest; it may reload the page meanwhile."""
    end = time.monotonic() + 15
    calm = 0
    while calm < 3:
        try:
            calm = calm + 1 if page.evaluate(AT_REST) else 0
        except Error:
            calm = 0
        assert time.monotonic() < end, page.locator("body").inner_text()
        page.wait_for_timeout(60)


def see_to_it(page: Page, tally: Tally, case: str, *known: Version) -> None:
    """Tick every box of the page: each tick is stored under the id of the topic whose title is shown, in a version that was deployed."""
    rest(page)
    found = page.evaluate(CLICK)
    assert found, f"{case}: no boxes"
    tally.cases += 1
    tally.boxes += len(found)
    wrong = [f"{case}: {one}" for one in found if one["isOff"] or not any(is_right(one, version) for version in known)]
    tally.wrong += wrong
    assert wrong == []


def is_right(box: dict[str, Any], version: Version) -> bool:
    id, changed = box["id"], set(box["changed"])
    parts = version.parts.get(id, {id})
    return version.names.get(id) == box["title"] and changed != set() and changed <= parts


# Every change on a host that says 404 for what is gone, and the largest also on one that answers with a page and the status 200.
LARGE = [("everything", False), ("everything", True), ("again", False), ("again", True)]
EACH = [(name, False) for name in CHANGES if name not in ("base", "everything", "again")] + LARGE
# The whole matrix takes minutes: `make test-all`.
EVERY = [(name, is_soft) for name in CHANGES if name != "base" for is_soft in (False, True)] if os.environ.get("ROADMAP_ALL") else []


def deployments(name: str) -> list[str]:
    """What comes after the first version: one other, or two."""
    return ["everything", "again"] if name == "again" else [name]


def over(cases: list[tuple[str, bool]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(
        ("name", "is_soft"), EVERY or cases, ids=lambda value: value if isinstance(value, str) else ["404", "soft-404"][value]
    )


class TestEveryChange:
    """Each change of the roadmap, in each way in which an old version and a new one can meet."""

    @pytest.fixture(autouse=True)
    def given(self, host: Host, tab: Page, versions: Versions, tally: Tally, name: str, is_soft: bool) -> None:
        host.is_soft = is_soft
        self.host, self.page, self.tally = host, tab, tally
        self.base = versions("base")
        self.known = [self.base, *map(versions, deployments(name))]

    def check(self, case: str, *known: Version) -> None:
        see_to_it(self.page, self.tally, case, *(known or self.known))

    def deploy(self) -> None:
        for version in self.known[1:]:
            self.host.deploy(version)

    @over(EACH)
    def test_an_open_tab(self) -> None:
        self.page.goto(f"{self.host.address}/phases/basics/")
        rest(self.page)
        self.deploy()
        self.check("open tab")
        self.page.reload()
        self.check("open tab, reloaded", self.known[-1])

    @over(EACH)
    def test_instant_navigation_from_an_open_tab(self) -> None:
        self.page.goto(f"{self.host.address}/phases/basics/")
        rest(self.page)
        for version in self.known[1:]:
            self.host.deploy(version)
            for path in ("dashboard/", "phases/further/", "dashboard/remaining/"):
                self.page.locator(f'.md-nav a[href$="{path}"]').first.evaluate("link => link.click()")
                self.page.wait_for_url(f"**/{path}")
                self.check(f"instant navigation to {path}")
        # Of the first version nothing is left; pages of the second that were seen may still be in the cache, with all that they need.
        self.check("at the end", *self.known[1:])

    @over(EACH)
    def test_a_warm_cache(self) -> None:
        for path in PAGES:
            self.page.goto(f"{self.host.address}/{path}")
            rest(self.page)
        self.page.goto(f"{self.host.address}/tips-or-nothing/")
        self.deploy()
        for path in PAGES:
            self.page.goto(f"{self.host.address}/{path}")
            if path == PAGES[0]:
                assert "/" + path not in self.host.asked, "the page was to come from the cache"
            self.check(f"warm cache, {path}")

    @over(LARGE)
    def test_an_old_page_with_new_scripts(self) -> None:
        self.host.is_cached = lambda path: path.endswith(".html")
        for path in PAGES[:4]:
            self.page.goto(f"{self.host.address}/{path}")
            rest(self.page)
        self.page.goto(f"{self.host.address}/projects/")
        self.deploy()
        for path in PAGES[:4]:
            self.page.goto(f"{self.host.address}/{path}")
            self.check(f"old page, new scripts, {path}")

    @over(LARGE)
    @pytest.mark.parametrize("are_parts_there", [False, True], ids=["parts-gone", "parts-there"])
    def test_a_new_page_with_an_old_loader(self, are_parts_there: bool) -> None:
        old = {path.name: path.read_bytes() for path in (self.base.folder / "assets" / "roadmap").iterdir()}

        def stale(path: str, query: str) -> bytes | None:
            # A cache between host and reader that knows no queries, save one that nobody has asked for before.
            file = Path(path).name
            is_part = re.search(r"\.[0-9a-f]{12}\.js$", file) is not None
            wanted = are_parts_there if is_part else file == "loader.js" and not query.startswith("fresh=")
            return old.get(file) if wanted else None

        self.deploy()
        self.host.answer = stale
        for path in PAGES[:4]:
            self.page.goto(f"{self.host.address}/{path}")
            self.check(f"new page, old loader, {path}", self.known[-1])

    @over(LARGE)
    def test_back_and_forward(self) -> None:
        for path in PAGES[:3]:
            self.page.goto(f"{self.host.address}/{path}")
            rest(self.page)
        for version in self.known[1:]:
            self.host.deploy(version)
            self.page.goto(f"{self.host.address}/dashboard/remaining/")
            self.check("after the deployment")
            for way in ("go_back", "go_back", "go_back", "go_forward", "go_forward", "go_forward"):
                getattr(self.page, way)()
                self.check(f"{way} to {self.page.url}")

    @over(LARGE)
    def test_a_cached_page_from_before_the_loader(self) -> None:
        loader = re.compile(rb'<script src="([^"]*)loader\.js\?v=[0-9a-f]+"></script>')
        mark = re.compile(rb'<p class="rm-off".*?</p>')
        html = (self.base.folder / "phases" / "basics" / "index.html").read_bytes()
        html, found = loader.subn(rb'<script src="\1map.js"></script><script src="\1core.js"></script>', mark.sub(b"", html))
        assert found == 1
        self.deploy()
        self.host.answer = lambda path, query: html if path == "/phases/basics/index.html" else None
        self.page.goto(f"{self.host.address}/phases/basics/")
        self.check("page of the former engine")


class TestParts:
    """A part that is fetched later is gone, or none can be had."""

    def test_a_missing_part_is_loaded_by_reloading_the_page(self, tab: Page, host: Host, versions: Versions) -> None:
        # The panel is the same in both versions; a host that deletes what is old deletes it all the same.
        tab.goto(f"{host.address}/phases/basics/")
        rest(tab)
        tab.evaluate("globalThis.isSame = true")
        host.answer = lambda path, query: b"" if "/panel." in path else None
        host.deploy(versions("everything"))
        tab.locator('.rm-more[data-entry="functions"]').click()
        expect(tab.locator('.rm-tick[data-tick="notation"]')).to_be_attached()
        rest(tab)
        assert tab.evaluate("globalThis.isSame") is None
        host.answer = lambda path, query: None
        tab.locator('.rm-more[data-entry="functions"]').click()
        expect(tab.get_by_role("group", name="State and notes of Maps")).to_be_visible()

    def test_a_page_with_unsaved_text_is_not_reloaded(self, tab: Page, host: Host, versions: Versions, tally: Tally) -> None:
        tab.goto(f"{host.address}/phases/basics/")
        rest(tab)
        tab.locator('.rm-more[data-entry="sets"]').click()
        tab.get_by_label("Notes on Sets").fill("half a sent")
        host.deploy(versions("everything"))
        tab.evaluate("void roadmap.need('desk').catch(() => {})")
        expect(tab.get_by_role("alert")).to_contain_text("This site has a new version")
        assert tab.get_by_label("Notes on Sets").input_value() == "half a sent"
        see_to_it(tab, tally, "with a note open", versions("base"))
        tab.get_by_role("alert").get_by_role("button", name="Reload").click()
        expect(tab.locator('.rm-tick[data-tick="notation"]')).to_be_visible()
        assert tab.evaluate("roadmap.store.read('note/sets').text") == "half a sent"

    @pytest.mark.parametrize("is_soft", [False, True], ids=["404", "soft-404"])
    def test_a_page_without_a_connection_still_works(self, tab: Page, host: Host, versions: Versions, tally: Tally, is_soft: bool) -> None:
        host.is_soft = is_soft
        tab.goto(f"{host.address}/phases/basics/")
        rest(tab)
        host.answer = lambda path, query: b""
        tab.locator('.rm-more[data-entry="sets"]').click()
        expect(tab.get_by_role("alert")).to_contain_text("A part of this page could not be loaded")
        see_to_it(tab, tally, "no connection", versions("base"))
        host.answer = lambda path, query: None
        tab.locator('.rm-more[data-entry="sets"]').click()
        expect(tab.get_by_role("group", name="State and notes of Sets")).to_be_visible()
        expect(tab.get_by_role("alert")).to_have_count(0)

    def test_a_page_never_reloads_in_a_loop(self, tab: Page, host: Host, versions: Versions, tally: Tally) -> None:
        # A host that never gets rid of the old page: it says so, and its boxes work.
        old = (versions("base").folder / "phases" / "basics" / "index.html").read_bytes()
        host.deploy(versions("everything"))
        host.answer = lambda path, query: old if path == "/phases/basics/index.html" else None
        tab.goto(f"{host.address}/phases/basics/")
        rest(tab)
        expect(tab.locator("#rm-notice-version")).to_contain_text("another version of the site")
        tab.wait_for_timeout(500)
        assert host.asked.count("/phases/basics/") == 2
        see_to_it(tab, tally, "an old page for ever", versions("base"))

    def test_a_truncated_file_in_the_cache_is_fetched_again(self, tab: Page, host: Host, versions: Versions, tally: Tally) -> None:
        def cut(path: str, query: str) -> bytes | None:
            return (
                (host.folder / path.lstrip("/")).read_bytes()[:-9] if "/core." in path and path != "/assets/roadmap/core.js" and not query else None
            )

        host.answer = cut
        tab.goto(f"{host.address}/phases/basics/")
        see_to_it(tab, tally, "half a file", versions("base"))

    def test_a_part_of_another_build_is_not_run(self, tab: Page, host: Host, versions: Versions) -> None:
        (topics,) = (versions("everything").folder / "assets" / "roadmap").glob("topics.*.js")
        host.answer = lambda path, query: topics.read_bytes() if "/topics." in path else None
        tab.goto(f"{host.address}/dashboard/")
        expect(tab.get_by_role("alert")).to_contain_text("A part of this page could not be loaded")
        assert tab.locator(".rm-tick").count() == 0

    def test_a_tick_made_before_the_client_has_loaded_is_saved(self, tab: Page, host: Host) -> None:
        gate = {"is_open": False}

        def slow(path: str, query: str) -> bytes | None:
            while "/core." in path and not gate["is_open"]:
                time.sleep(0.02)
            return None

        host.answer = slow
        tab.goto(f"{host.address}/phases/basics/", wait_until="commit")
        tab.locator(".rm-check", has_text="Functions").wait_for()
        while tab.evaluate("typeof roadmapLoader") != "object":
            tab.wait_for_timeout(20)
        tab.locator(".rm-check", has_text="Functions").click()
        gate["is_open"] = True
        rest(tab)
        expect(tab.locator('.rm-tick[data-tick="functions"]')).to_be_checked()
        assert tab.evaluate("roadmap.store.state('functions')") == "done"


SCRIPTS = "/assets/roadmap/"


@pytest.mark.parametrize("is_soft", [False, True], ids=["404", "soft-404"])
@pytest.mark.parametrize("gone", ["parts", "map", "core"])
def test_without_the_client_the_page_says_so_and_every_checkbox_is_disabled(tab: Page, host: Host, is_soft: bool, gone: str) -> None:
    host.is_soft = is_soft
    part = re.compile(r"\.[0-9a-f]{12}\.js$" if gone == "parts" else rf"/{gone}\.[0-9a-f]{{12}}\.js$")
    host.answer = lambda path, query: b"" if part.search(path) else None
    tab.goto(f"{host.address}/phases/basics/")
    alert = tab.get_by_role("alert")
    expect(alert).to_contain_text("so you cannot tick topics here. Your progress is safe in this browser. Reload the page.")
    assert alert.evaluate("alert => alert.parentElement.firstElementChild === alert")
    boxes = tab.locator(".md-content .rm-tick")
    assert boxes.count() > 5
    assert boxes.evaluate_all("boxes => boxes.every((box) => box.disabled && box.title.includes('cannot tick topics'))")
    expect(tab.locator(".rm-off")).to_be_hidden()
    # With the next page it is said again.
    tab.locator('.md-nav a[href$="phases/further/"]').first.evaluate("link => link.click()")
    expect(tab.locator("#phase-further, h1", has_text="Further").first).to_be_visible()
    expect(tab.get_by_role("alert")).to_have_count(1)
    assert boxes.evaluate_all("boxes => boxes.length > 3 && boxes.every((box) => box.disabled)")
    assert tab.evaluate("Object.keys(localStorage).filter((key) => key.includes('/state/'))") == []
    # And when it works again, a click on the button is enough.
    host.answer = lambda path, query: None
    tab.get_by_role("alert").get_by_role("button", name="Reload").click()
    expect(boxes.first).to_be_enabled()


def test_without_the_loader_the_page_says_so(tab: Page, host: Host) -> None:
    host.answer = lambda path, query: b"" if path.startswith(SCRIPTS) and path.endswith(".js") else None
    tab.goto(f"{host.address}/phases/basics/")
    expect(tab.locator(".rm-off")).to_contain_text("because this page’s scripts did not load. It is safe in this browser.")
    assert tab.locator(".rm-off").bounding_box() is not None
    assert tab.locator(".md-content .rm-tick:visible").count() == 0


def test_a_site_opened_from_disk_and_replaced(tab: Page, tmp_path: Path, versions: Versions, tally: Tally) -> None:
    built = [small_site(tmp_path / name, CHANGES[name](BASE), use_directory_urls=False) for name in ("base", "everything")]
    there = tmp_path / "there"
    shutil.copytree(built[0], there)
    tab.goto((there / "phases" / "basics.html").as_uri())
    rest(tab)
    shutil.rmtree(there)
    shutil.copytree(built[1], there)
    see_to_it(tab, tally, "from disk, open tab", versions("base"))
    tab.evaluate("void roadmap.need('desk').catch(() => {})")
    expect(tab.locator('.rm-tick[data-tick="notation"]')).to_be_attached()
    for name in ("phases/basics", "dashboard/index", "dashboard/remaining"):
        tab.goto((there / f"{name}.html").as_uri())
        see_to_it(tab, tally, f"from disk, {name}", versions("everything"))


def test_no_tick_was_stored_under_the_wrong_topic(tally: Tally) -> None:
    print(f"{tally.cases} cases, {tally.boxes} boxes, {len(tally.wrong)} wrong")
    assert tally.wrong == []

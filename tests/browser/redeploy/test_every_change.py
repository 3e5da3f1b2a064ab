"""Each change of the roadmap, in each way in which an old version and a new one can meet."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.hosts import Host, Version
from tests.browser.redeploy.page import Tally, Versions, settle, tick_every_box, until_stored
from tests.browser.release_data import CHANGES
from tests.families import family

PAGES = ("phases/basics/", "phases/further/", "dashboard/", "dashboard/remaining/", "projects/", "milestones/")
CACHED = family(PAGES, PAGES[0], PAGES[3], PAGES[4])
MIXED = family(PAGES[:4], PAGES[0], PAGES[3])
# Each change, on a host that says 404 for what is gone, on one that answers with a page and the status 200, and with a service worker that has
# stored the first version. The whole matrix takes minutes: `make test-all`. "everything" contains each change, so `make test` runs it in each way
# of meeting; and "again", a second deployment after it, where pages stay open. The open tab meets all three hosts. What is a way of meeting for each
# page, `make test` shows with a page of a phase and with the dashboard.
EVERY = [(name, way) for name in CHANGES if name != "base" for way in ("404", "soft-404", "stored")]


def deployments(name: str) -> list[str]:
    """What comes after the first version: one other, or two."""
    return ["everything", "again"] if name == "again" else [name]


def parametrize(*few: tuple[str, str]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("name", "way"), family(EVERY, *few))


class TestEveryChange:
    """Each change of the roadmap, in each way in which an old version and a new one can meet."""

    @pytest.fixture(autouse=True)
    def prepare(self, host: Host, tab: Page, versions: Versions, stored_versions: Versions, tally: Tally, name: str, way: str) -> None:
        host.is_soft = way == "soft-404"
        if way == "stored":
            versions = stored_versions
            host.deploy(versions("base"))
            tab.goto(f"{host.address}/topics/")
            until_stored(tab)
        self.host, self.page, self.tally = host, tab, tally
        self.base = versions("base")
        self.known = [self.base, *map(versions, deployments(name))]

    def check(self, case: str, *known: Version) -> None:
        tick_every_box(self.page, self.tally, case, *(known or self.known))

    def deploy(self) -> None:
        for version in self.known[1:]:
            self.host.deploy(version)

    @parametrize(("everything", "404"), ("everything", "stored"), ("again", "soft-404"))
    def test_an_open_tab(self) -> None:
        self.page.goto(f"{self.host.address}/phases/basics/")
        settle(self.page)
        self.deploy()
        self.check("open tab")
        self.page.reload()
        self.check("open tab, reloaded", self.known[-1])

    @parametrize(("everything", "soft-404"), ("again", "404"))
    def test_instant_navigation_from_an_open_tab(self) -> None:
        self.page.goto(f"{self.host.address}/phases/basics/")
        settle(self.page)
        for version in self.known[1:]:
            self.host.deploy(version)
            for path in ("dashboard/", "phases/further/", "dashboard/remaining/"):
                self.page.locator(f'.md-nav a[href$="{path}"]').first.evaluate("link => link.click()")
                self.page.wait_for_url(f"**/{path}")
                self.check(f"instant navigation to {path}")
        # Of the first version nothing is left; pages of the second that were seen may still be in the cache, with all that they need.
        self.check("at the end", *self.known[1:])

    @parametrize(("everything", "stored"))
    def test_a_warm_cache(self) -> None:
        for path in CACHED:
            self.page.goto(f"{self.host.address}/{path}")
            settle(self.page)
        self.page.goto(f"{self.host.address}/tips-or-nothing/")
        self.deploy()
        for path in CACHED:
            self.page.goto(f"{self.host.address}/{path}")
            if path == PAGES[0]:
                assert "/" + path not in self.host.asked, "the page was to come from the cache"
            self.check(f"warm cache, {path}")

    @parametrize(("everything", "soft-404"))
    def test_an_old_page_with_new_scripts(self) -> None:
        self.host.is_cached = lambda path: path.endswith(".html")
        for path in MIXED:
            self.page.goto(f"{self.host.address}/{path}")
            settle(self.page)
        self.page.goto(f"{self.host.address}/projects/")
        self.deploy()
        for path in MIXED:
            self.page.goto(f"{self.host.address}/{path}")
            self.check(f"old page, new scripts, {path}")

    @parametrize(("everything", "404"))
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
        for path in MIXED:
            self.page.goto(f"{self.host.address}/{path}")
            self.check(f"new page, old loader, {path}", self.known[-1])

    @parametrize(("everything", "404"))
    def test_back_and_forward(self) -> None:
        for path in PAGES[:3]:
            self.page.goto(f"{self.host.address}/{path}")
            settle(self.page)
        for version in self.known[1:]:
            self.host.deploy(version)
            self.page.goto(f"{self.host.address}/dashboard/remaining/")
            self.check("after the deployment")
            for move in ("go_back", "go_back", "go_back", "go_forward", "go_forward", "go_forward"):
                # The client may load the page once more before it is loaded: `check` waits until all is at rest.
                getattr(self.page, move)(wait_until="commit")
                self.check(f"{move} to {self.page.url}")

    @parametrize(("everything", "soft-404"))
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

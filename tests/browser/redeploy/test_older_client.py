"""A tab of an older build beside one of this build: a state that the older one does not know."""

import json
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hosts import Host, Version
from tests.browser.older_client import OLDER_CORE
from tests.browser.page import box, more, until
from tests.browser.redeploy.page import Versions, settle
from tests.browser.storage import everything, second_copy

PHASE = "phases/basics/"
PATH = "state/sets"


def older_core(version: Version) -> Callable[[str, str], bytes | None]:
    """Answers for the part "core" of a version with that of an older build."""
    [file] = (version.folder / "assets" / "roadmap").glob("core.*.js")
    head, opening, _ = file.read_text(encoding="utf-8").partition("()=>{\n")
    part = f"{head}{opening}{OLDER_CORE}\n}});\n".encode()
    return lambda path, query: part if path.endswith(f"/{file.name}") else None


@pytest.fixture
def older(host: Host, tab: Page, versions: Versions) -> Page:
    """A tab of an older build."""
    host.is_cached = lambda path: False
    host.answer = older_core(versions("base"))
    tab.goto(f"{host.address}/{PHASE}")
    settle(tab)
    assert tab.evaluate("roadmap.store.isKnown === undefined")
    return tab


@pytest.fixture
def newer(older: Page, host: Host) -> Iterator[Page]:
    """A tab of this build beside it, in which a topic was just marked as known already."""
    answer, host.answer = host.answer, lambda path, query: None
    page = older.context.new_page()
    page.goto(f"{host.address}/{PHASE}")
    settle(page)
    host.answer = answer
    more(page, "sets")
    page.get_by_role("radio", name="Known already").check()
    page.evaluate("roadmap.store.settled()")
    yield page
    page.close()


def test_an_older_tab_shows_what_is_known_as_done_and_keeps_it(older: Page, newer: Page) -> None:
    stored = everything(newer)[PATH]
    assert json.loads(stored) | {"at": 0} == {"state": "done", "known": True, "at": 0}
    expect(box(older, "sets")).to_be_checked()
    older.reload()
    settle(older)
    assert older.evaluate("roadmap.store.isKnown === undefined")
    expect(box(older, "sets")).to_be_checked()
    box(older, "functions").check()
    # Both copies are compared, and an export is read again.
    older.evaluate("roadmap.store.reconcile()")
    assert older.evaluate("[roadmap.counts.of('all').done, roadmap.store.damaged()]") == [2, []]
    assert older.evaluate("path => roadmap.store.put(new Map([[path, roadmap.store.read(path)]]))", PATH)
    assert everything(older)[PATH] == stored == second_copy(older)[PATH]
    expect(newer.get_by_role("radio", name="Known already")).to_be_checked()


def test_an_older_tab_unticks_what_is_known_and_undo_brings_it_back(older: Page, newer: Page) -> None:
    box(older, "sets").uncheck()
    expect(newer.get_by_role("radio", name="To do")).to_be_checked()
    older.locator("h1").click()
    older.keyboard.press("Control+z")
    expect(newer.get_by_role("radio", name="Known already")).to_be_checked()
    until(newer, "roadmap.store.isKnown('sets')")


def test_a_tick_in_an_older_tab_makes_it_learned(older: Page, newer: Page) -> None:
    box(older, "sets").uncheck()
    box(older, "sets").check()
    expect(newer.get_by_role("radio", name="Done")).to_be_checked()
    assert "known" not in json.loads(everything(newer)[PATH])

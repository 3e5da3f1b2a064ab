"""Sites of one origin are separate; records of an older scope or another path are copied or offered, never mixed silently."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.page import box, until, until_idle
from tests.browser.sites import SMALL_PAGE, placed, served, small_site
from tests.browser.storage import fill_database, raw_records, second_copy

LEGACY = "roadmap/small/"

OLD = {
    "state/alpha": '{"state":"done","at":1768435200000}',
    "note/alpha": '{"text":"of before","at":1768435200000,"by":{"dev":1768435200000}}',
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_site(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory, site: Path) -> Iterator[str]:
    """One server with the same roadmap under two paths, and its file under a third."""
    folder = placed(tmp_path_factory.mktemp("origin"), site, "a", "b")
    (folder / "blank.html").write_text("<!doctype html><title>Blank</title>", encoding="utf-8")
    with served(folder) as address:
        yield address


def leave_behind(page: Page, origin: str, items: dict[str, str] = OLD, *, mirror: bool = True, disk: bool = True) -> None:
    """What an earlier version of the site stored, in both copies and with a restore point."""
    page.goto(f"{origin}/blank.html")
    if disk:
        page.evaluate("([prefix, items]) => Object.entries(items).forEach(([path, raw]) => localStorage.setItem(prefix + path, raw))",
                      [LEGACY, {**items, "meta/format": "2", "meta/device": "dev"}])  # fmt: skip
    if mirror:
        fill_database(page, LEGACY[:-1], items, [{"at": 5, "why": "start of the day", "items": items}])


def idle(page: Page) -> None:
    """Wait until what a page does when it has time is done. A page that erases or starts empty begins anew after that."""
    until_idle(page)
    page.wait_for_timeout(1500)
    until_idle(page)


def test_two_sites_of_one_roadmap_under_two_paths_share_nothing(page: Page, origin: str) -> None:
    page.goto(f"{origin}/a{SMALL_PAGE}")
    box(page, "alpha").check()
    page.evaluate("roadmap.store.write([['note/beta', { text: 'of a' }]])")
    page.evaluate("roadmap.rows.markKnown(['left'], 'Left: known already')")
    page.evaluate("roadmap.store.settled()")
    here = raw_records(page)
    page.goto(f"{origin}/b{SMALL_PAGE}")
    expect(page.locator("html.rm-on")).to_have_count(1)
    expect(box(page, "alpha")).not_to_be_checked()
    # Its data is offered, and stays where it is.
    expect(page.locator(".rm-notice")).to_contain_text("progress on the same roadmap is saved under /a/: 3 records")
    assert raw_records(page) == {} and second_copy(page) == {}
    (other,) = page.evaluate("roadmap.otherScopes.others()")
    assert (other["path"], other["records"]) == ("/a/", 3)
    read = page.evaluate("async prefix => Object.fromEntries(await roadmap.otherScopes.read(prefix))", other["prefix"])
    assert read["state/alpha"]["state"] == "done" and read["note/beta"]["text"] == "of a"
    assert read["state/left"] == json.loads(here["state/left"]) and read["state/left"]["known"] is True
    box(page, "beta").check()
    page.evaluate("roadmap.store.settled()")
    page.goto(f"{origin}/a{SMALL_PAGE}")
    idle(page)
    assert raw_records(page) == here == second_copy(page) | {}
    expect(page.locator(".rm-notice")).to_have_count(0)


def test_two_folders_opened_from_disk_share_nothing(page: Page, tmp_path: Path) -> None:
    folders = [small_site(tmp_path / name, use_directory_urls=False) for name in ("one", "two with a ~ and 100% ü")]
    page.goto(f"{folders[0].as_uri()}/phases/one.html")
    box(page, "alpha").check()
    expect(page.locator(".rm-status")).to_contain_text("Saved.")
    page.goto(f"{folders[1].as_uri()}/phases/one.html")
    expect(box(page, "alpha")).not_to_be_checked()
    box(page, "beta").check()
    expect(page.locator(".rm-status")).to_contain_text("Saved.")
    for folder, mine, others in ((folders[0], "alpha", "beta"), (folders[1], "beta", "alpha")):
        page.goto(f"{folder.as_uri()}/phases/one.html")
        expect(box(page, mine)).to_be_checked()
        expect(box(page, others)).not_to_be_checked()
        page.goto(f"{folder.as_uri()}/dashboard/remaining.html")
        assert page.evaluate("id => roadmap.store.state(id)", mine) == "done"


def test_a_site_with_a_configured_scope_keeps_its_progress_when_it_moves(page: Page, tmp_path: Path) -> None:
    folder = small_site(tmp_path / "site", plugins=[{"learning-roadmap": {"file": "roadmap.yml", "scope": "our school/1"}}])
    with served(placed(tmp_path / "origin", folder, "latest", "1.0")) as origin:
        page.goto(f"{origin}/latest{SMALL_PAGE}")
        box(page, "alpha").check()
        page.goto(f"{origin}/1.0{SMALL_PAGE}")
        expect(box(page, "alpha")).to_be_checked()
        assert page.evaluate("roadmap.localStore.prefix") == "roadmap/small@our%20school%2F1/"


def test_records_of_the_older_scope_are_copied_once_and_announced_until_answered(page: Page, origin: str) -> None:
    leave_behind(page, origin)
    page.goto(f"{origin}/a{SMALL_PAGE}")
    expect(box(page, "alpha")).to_be_checked()
    notice = page.locator("#rm-notice-scope")
    expect(notice).to_contain_text("an earlier version of this site")
    idle(page)
    assert raw_records(page) == OLD and second_copy(page) == OLD
    # The copy is another author: two sites are never one device.
    assert page.evaluate("roadmap.localStore.get('meta/device')") != "dev"
    assert page.evaluate("roadmap.backups.points().then((points) => points.map(({ at, size }) => [at, size]))")[0] == [5, 2]
    assert second_copy(page, LEGACY[:-1]) == OLD
    assert page.evaluate("prefix => Object.keys(localStorage).filter((key) => key.startsWith(prefix)).length", LEGACY) == len(OLD) + 2
    page.reload()
    notice.get_by_role("button", name="Keep progress").click()
    # What is done here later is not undone by what still lies there.
    box(page, "alpha").uncheck()
    page.evaluate("roadmap.store.settled()")
    page.reload()
    idle(page)
    expect(box(page, "alpha")).not_to_be_checked()
    expect(notice).to_have_count(0)


def test_starting_empty_leaves_the_older_records_in_place(page: Page, origin: str) -> None:
    leave_behind(page, origin)
    page.goto(f"{origin}/a{SMALL_PAGE}")
    with page.expect_event("load"):
        page.locator("#rm-notice-scope").get_by_role("button", name="Start empty").click()
    idle(page)
    expect(box(page, "alpha")).not_to_be_checked()
    assert raw_records(page) == {} == second_copy(page)
    page.reload()
    idle(page)
    assert raw_records(page) == {}
    expect(page.locator("#rm-notice-scope")).to_have_count(0)
    (other,) = page.evaluate("roadmap.otherScopes.others()")
    assert (other["path"], other["records"]) == ("", 2)
    # The way back has a way back.
    assert "before starting empty" in page.evaluate("roadmap.backups.points().then((points) => points.map(({ why }) => why))")


def test_records_written_by_another_tab_before_starting_empty_stay_away(context: BrowserContext, page: Page, origin: str) -> None:
    leave_behind(page, origin)
    page.goto(f"{origin}/a{SMALL_PAGE}")
    other = context.new_page()
    other.goto(f"{origin}/a{SMALL_PAGE}")
    other.evaluate("roadmap.store.write([['note/alpha', { text: 'of before' }]])")
    until(page, "roadmap.store.read('note/alpha')?.text === 'of before'")
    with page.expect_event("load"):
        page.locator("#rm-notice-scope").get_by_role("button", name="Start empty").click()
    idle(page)
    page.evaluate("roadmap.store.write([['note/alpha', { text: 'of now' }]])")
    until(other, "roadmap.store.read('note/alpha')?.text.includes('of now')")
    idle(page)
    assert page.evaluate("roadmap.store.read('note/alpha').text") == "of now"


def test_a_scope_with_records_is_not_mixed_with_an_older_one(page: Page, origin: str) -> None:
    page.goto(f"{origin}/a{SMALL_PAGE}")
    box(page, "beta").check()
    page.evaluate("roadmap.store.settled()")
    mine = raw_records(page)
    leave_behind(page, origin)
    page.goto(f"{origin}/a{SMALL_PAGE}")
    idle(page)
    assert raw_records(page) == mine == second_copy(page)
    assert [one["path"] for one in page.evaluate("roadmap.otherScopes.others()")] == [""]


def test_a_scope_with_records_only_in_the_second_copy_is_not_mixed_with_an_older_one(page: Page, origin: str) -> None:
    page.goto(f"{origin}/a{SMALL_PAGE}")
    box(page, "beta").check()
    page.evaluate("roadmap.store.settled()")
    mine = raw_records(page)
    page.evaluate("localStorage.clear()")
    leave_behind(page, origin)
    page.goto(f"{origin}/a{SMALL_PAGE}")
    expect(box(page, "beta")).to_be_checked()
    expect(box(page, "alpha")).not_to_be_checked()
    idle(page)
    assert raw_records(page) == mine
    expect(page.locator("#rm-notice-scope")).to_have_count(0)


def test_an_older_second_copy_is_copied_when_the_first_is_missing(page: Page, origin: str) -> None:
    leave_behind(page, origin, disk=False)
    page.goto(f"{origin}/a{SMALL_PAGE}")
    expect(box(page, "alpha")).to_be_checked()
    expect(page.locator("#rm-notice-scope")).to_contain_text("an earlier version of this site")
    assert raw_records(page) == OLD


def test_interrupted_copying_is_resumed(page: Page, origin: str) -> None:
    leave_behind(page, origin)
    page.evaluate("""([prefix, path, raw]) => { localStorage.setItem(prefix + path, raw);
                       localStorage.setItem(`${prefix}meta/scope`, '{"state":"copying","at":1}'); }""",
                  ["roadmap/small@%2Fa%2F/", "state/alpha", OLD["state/alpha"]])  # fmt: skip
    page.goto(f"{origin}/a{SMALL_PAGE}")
    expect(page.locator("#rm-notice-scope")).to_be_visible()
    assert raw_records(page) == OLD


def test_without_space_for_a_copy_the_older_records_are_used_in_place(page: Page, origin: str) -> None:
    leave_behind(page, origin, OLD | {f"note/n{at}": json.dumps({"text": "x" * 19_000, "at": 1}) for at in range(200)})
    page.goto(f"{origin}/a{SMALL_PAGE}")
    expect(box(page, "alpha")).to_be_checked()
    assert page.evaluate("roadmap.localStore.prefix") == LEGACY
    box(page, "beta").check()
    page.reload()
    expect(box(page, "beta")).to_be_checked()
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('roadmap/small@')).length") == 0


def test_records_saved_later_by_an_old_page_are_offered(context: BrowserContext, page: Page, origin: str) -> None:
    leave_behind(page, origin)
    page.goto(f"{origin}/a{SMALL_PAGE}")
    page.locator("#rm-notice-scope").get_by_role("button", name="Keep progress").click()
    page.evaluate(f"localStorage.setItem('{LEGACY}state/beta', JSON.stringify({{ state: 'done', at: Date.now() + 5 }}))")
    page.reload()
    notice = page.locator("#rm-notice-scope")
    expect(notice).to_contain_text("a page from an earlier version of this site saved progress")
    assert page.evaluate("roadmap.store.state('beta')") == "todo"
    notice.get_by_role("button", name="Later").click()
    page.reload()
    idle(page)
    expect(notice).to_have_count(0)
    until(page, "roadmap.store.state('alpha') === 'done'")


def test_an_older_second_copy_alone_is_not_erased_without_consent(page: Page, origin: str) -> None:
    page.goto(f"{origin}/a{SMALL_PAGE}")
    box(page, "beta").check()
    fill_database(page, LEGACY[:-1], OLD, [])
    page.goto(f"{origin}/a/dashboard/backup/")
    page.get_by_role("button", name="Erase everything…").click()
    dialog = page.get_by_role("dialog", name="Erase everything?")
    dialog.get_by_label("Also erase what an earlier version of this site saved").uncheck()
    with page.expect_event("load"):
        dialog.get_by_role("button", name="Erase everything", exact=True).click()
    idle(page)
    assert raw_records(page) == {}
    assert second_copy(page, LEGACY[:-1]) == OLD


def test_an_interrupted_erasure_of_the_older_scope_is_resumed(page: Page, origin: str) -> None:
    page.goto(f"{origin}/a{SMALL_PAGE}")
    box(page, "beta").check()
    leave_behind(page, origin)
    page.goto(f"{origin}/a{SMALL_PAGE}")
    idle(page)
    page.evaluate("void roadmap.erase({ isOlder: true })")
    page.reload()
    idle(page)
    assert raw_records(page) == {} == second_copy(page, LEGACY[:-1])
    assert page.evaluate("prefix => Object.keys(localStorage).filter((key) => key.startsWith(prefix))", LEGACY) == []

"""An import merges with what is there, can be undone, and reaches other browsers."""

from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.backup.progress_file import file
from tests.browser.page import BACKUP, box, until
from tests.browser.storage import PREFIX, everything


def test_import_shows_what_changes_merges_and_can_be_undone(backup: Page, tmp_path: Path) -> None:
    backup.evaluate("roadmap.store.put(new Map([['state/vectors', { state: 'done', at: 5 }], ['state/matrices', { state: 'done', at: 50 }]]))")
    path = tmp_path / "p.json"
    path.write_bytes(
        file({"state/vectors": {"state": "learning", "at": 9}, "state/matrices": {"state": "todo", "at": 9}, "note/vectors": {"text": "n", "at": 1}})
    )
    before = everything(backup)
    backup.locator("#file").set_input_files(path)
    expect(backup.locator(".rm-removals .rm-changes > li")).to_have_text("Vectors (States)done → learning")
    expect(backup.locator(".rm-group .rm-changes > li")).to_have_text("VectorsNewn")
    expect(backup.locator(".rm-status")).to_contain_text("2 changes. 1 of them would remove or undo something.")
    assert {k: v for k, v in everything(backup).items() if not k.startswith("meta/")} == {
        k: v for k, v in before.items() if not k.startswith("meta/")
    }
    backup.get_by_role("checkbox", name="Vectors (States)").check()
    backup.get_by_role("button", name="Import", exact=True).click()
    expect(backup.locator(".rm-status")).to_contain_text("2 records imported. You can undo this.")
    assert backup.evaluate("['vectors', 'matrices'].map(roadmap.store.state)") == ["learning", "done"]
    backup.get_by_role("button", name="Undo").click()
    expect(backup.locator(".rm-status")).to_contain_text("Restored.")
    assert backup.evaluate("['vectors', 'matrices'].map(roadmap.store.state)") == ["done", "done"]
    assert backup.evaluate("roadmap.store.read('note/vectors').text") == ""


def test_a_file_from_one_browser_can_be_imported_in_another(backup: Page, context: BrowserContext, server: str, tmp_path: Path) -> None:
    backup.goto(server + "/phases/deep-learning/")
    box(backup, "perceptron").check()
    backup.goto(server + BACKUP)
    with backup.expect_download() as download:
        backup.get_by_role("button", name="Export to a file").click()
    path = tmp_path / "mine.json"
    download.value.save_as(path)
    other = context.browser.new_context()  # type: ignore[union-attr]
    page = other.new_page()
    page.goto(server + BACKUP)
    page.locator("#file").set_input_files(path)
    page.get_by_role("button", name="Import", exact=True).click()
    expect(page.locator(".rm-status")).to_contain_text("imported")
    with page.expect_download() as again:
        page.get_by_role("button", name="Export to a file").click()
    assert Path(again.value.path()).read_bytes() == path.read_bytes()
    assert f"{PREFIX}state/perceptron" in page.evaluate("Object.keys(localStorage)")
    other.close()


def test_changes_made_during_a_preview_are_not_overwritten(backup: Page, server: str, tmp_path: Path) -> None:
    path = tmp_path / "old.json"
    path.write_bytes(file({"state/vectors": {"state": "learning", "at": 9}, "note/matrices": {"text": "of the file", "at": 9}}))
    backup.locator("#file").set_input_files(path)
    expect(backup.locator(".rm-changes > li")).to_have_count(2)
    other = backup.context.new_page()
    other.goto(server)
    other.evaluate("roadmap.store.write([['state/vectors', { state: 'done' }], ['note/matrices', { text: 'mine' }]])")
    backup.get_by_role("button", name="Import", exact=True).click()
    expect(backup.locator(".rm-status")).to_contain_text("imported")
    # A tab hears of the other a moment later; what it took over meanwhile is merged again.
    until(backup, "roadmap.store.state('vectors') === 'done'")
    until(backup, "['mine', 'of the file'].every(part => roadmap.store.read('note/matrices').text.includes(part))")


def test_undoing_an_import_restores_plan_review_and_the_day_of_a_tick(backup: Page, tmp_path: Path) -> None:
    backup.evaluate("roadmap.store.put(new Map([['state/vectors', { state: 'done', at: 1700000000000 }]]))")
    path = tmp_path / "p.json"
    plan = {"start": "2026-01-05", "hours": 10, "at": 1700000000001}
    review = {"reps": 3, "ease": 2.5, "days": 15, "due": "2027-01-01", "at": 1700000000001}
    path.write_bytes(file({"plan/current": plan, "review/vectors": review, "state/vectors": {"state": "todo", "at": 1700000000001}}))
    backup.locator("#file").set_input_files(path)
    backup.get_by_role("checkbox", name="Vectors (States)").check()
    backup.get_by_role("button", name="Import", exact=True).click()
    backup.get_by_role("button", name="Undo").click()
    expect(backup.locator(".rm-status")).to_contain_text("Restored.")
    assert backup.evaluate("[roadmap.planning.plan(), roadmap.store.state('vectors'), roadmap.store.since('vectors')]") == [
        None,
        "done",
        1700000000000,
    ]
    assert backup.evaluate("roadmap.review.due(1700000000000, roadmap.store.read('review/vectors'))") == "2023-11-15"

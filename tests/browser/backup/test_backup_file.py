"""The backup file: saved with a click and after changes, and never overwritten without a question."""

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.backup.backup_file import exported, fill, on_disk
from tests.browser.backup.page import confirm_import, open_backup, store, text_record
from tests.browser.backup.progress_file import file
from tests.browser.page import box, until, watch
from tests.browser.storage import records


def test_the_backup_file_is_saved_with_a_click_and_after_changes(picker: Page, server: str) -> None:
    store(picker, {"state/vectors": {"state": "done", "at": 5}})
    picker.get_by_role("button", name="New file").click()
    expect(picker.locator(".rm-status")).to_contain_text("Saved to mine.json.")
    assert picker.evaluate("suggested") == "ai-engineer-progress.json"
    assert on_disk(picker) == exported(picker)
    picker.reload()
    expect(picker.get_by_text("“mine.json”, last saved")).to_be_visible()
    store(picker, {"state/matrices": {"state": "done", "at": 5}})
    picker.get_by_role("button", name="Save now").click()
    until(picker, "roadmap.backup.state().count === 0 && !document.querySelector('.rm-warning')")
    expect(picker.locator(".rm-status")).to_contain_text("Saved to mine.json.")
    assert "state/matrices" in on_disk(picker)
    picker.get_by_label("Save automatically").check()
    # On any other page, a tick brings it up to date in a while.
    other = picker.context.new_page()
    watch(other)
    other.clock.install()
    other.goto(server + "/phases/deep-learning/")
    box(other, "perceptron").check()
    until(other, "roadmap.backup")
    assert "state/perceptron" not in on_disk(other)
    for _ in range(600):
        other.clock.fast_forward(20_000)
        other.wait_for_timeout(50)
        if other.evaluate("roadmap.backups.unsaved().changes === 0"):
            break
    until(other, "roadmap.backups.unsaved().changes === 0")
    assert on_disk(other) == exported(other)


def test_leaving_a_page_saves_the_backup_file(picker: Page, server: str) -> None:
    picker.get_by_role("button", name="New file").click()
    expect(picker.locator(".rm-status")).to_contain_text("Saved to mine.json.")
    picker.get_by_label("Save automatically").check()
    picker.goto(server + "/phases/deep-learning/")
    box(picker, "perceptron").check()
    until(picker, "roadmap.backup")
    picker.evaluate(
        "() => { Object.defineProperty(document, 'visibilityState', { value: 'hidden' }); document.dispatchEvent(new Event('visibilitychange')); }"
    )
    until(picker, "roadmap.backups.unsaved().changes === 0")
    assert "state/perceptron" in on_disk(picker)


def test_a_file_with_unknown_records_is_not_overwritten_without_a_question(picker: Page) -> None:
    store(picker, {"state/vectors": {"state": "done", "at": 5}})
    before = file({"note/matrices": text_record("from elsewhere", 9, z=9)}).decode()
    fill(picker, before)
    picker.get_by_role("button", name="Existing file").click()
    expect(picker.locator(".rm-warning")).to_contain_text("“mine.json” has 1 change that is not in this browser, so nothing was written to it.")
    assert on_disk(picker) == before
    picker.get_by_role("button", name="Import from the file").click()
    confirm_import(picker)
    assert records(picker)["note/matrices"]["text"] == "from elsewhere"
    picker.evaluate("roadmap.backup.save({ isClick: true })")
    assert on_disk(picker) == exported(picker)
    # Another device writes into it, by a synced folder: the same again, in a save that nobody clicked.
    more = file(records(picker) | {"note/dropout": text_record("later", 9, z=9)}).decode()
    fill(picker, more)
    picker.evaluate("roadmap.backup.save()")
    assert on_disk(picker) == more
    picker.reload()
    picker.get_by_role("button", name="Overwrite the file").click()
    expect(picker.locator(".rm-status")).to_contain_text("Saved to mine.json.")
    assert on_disk(picker) == exported(picker)


def test_a_file_of_another_kind_is_not_overwritten_without_a_question(picker: Page) -> None:
    fill(picker, "my diary")
    picker.get_by_role("button", name="Existing file").click()
    expect(picker.locator(".rm-warning")).to_contain_text("“mine.json” is not a progress file, so nothing was written to it.")
    assert on_disk(picker) == "my diary"
    picker.get_by_role("button", name="Stop using this file").click()
    expect(picker.get_by_role("button", name="New file")).to_be_visible()


def test_a_lost_permission_is_reported_and_granted_again_with_a_click(picker: Page) -> None:
    picker.get_by_role("button", name="New file").click()
    expect(picker.locator(".rm-status")).to_contain_text("Saved to mine.json.")
    picker.evaluate(
        "FileSystemHandle.prototype.queryPermission = async () => 'prompt'; FileSystemHandle.prototype.requestPermission = async () => 'denied'"
    )
    store(picker, {"state/vectors": {"state": "done", "at": 5}})
    picker.evaluate("roadmap.backup.save()")
    picker.get_by_role("button", name="Save now").click()
    expect(picker.locator(".rm-warning")).to_contain_text("asks again for permission")
    assert "state/vectors" not in on_disk(picker)
    picker.evaluate("() => { FileSystemHandle.prototype.requestPermission = async () => 'granted'; }")
    picker.get_by_role("button", name="Save now").click()
    expect(picker.locator(".rm-warning")).to_have_count(0)
    until(picker, "roadmap.backup.state().problem === ''")
    assert "state/vectors" in on_disk(picker)


def test_a_failed_save_leaves_the_file_unchanged(picker: Page) -> None:
    store(picker, {"state/vectors": {"state": "done", "at": 5}})
    picker.get_by_role("button", name="New file").click()
    expect(picker.locator(".rm-status")).to_contain_text("Saved to mine.json.")
    before = on_disk(picker)
    picker.evaluate("() => { FileSystemWritableFileStream.prototype.close = () => Promise.reject(new Error('disk full')); }")
    store(picker, {"state/matrices": {"state": "done", "at": 5}})
    picker.get_by_role("button", name="Save now").click()
    expect(picker.locator(".rm-warning")).to_contain_text("could not be written. Its previous content is unchanged")
    assert on_disk(picker) == before


def test_without_file_access_progress_is_downloaded(context: BrowserContext, page: Page, server: str) -> None:
    context.add_init_script("delete globalThis.showSaveFilePicker; delete Window.prototype.showSaveFilePicker;")
    open_backup(page, server)
    assert page.evaluate("'showSaveFilePicker' in globalThis") is False
    expect(page.get_by_text("cannot update a file by itself")).to_be_visible()
    with page.expect_download():
        page.get_by_role("button", name="Export now").click()
    expect(page.get_by_text("Last export:")).to_be_visible()

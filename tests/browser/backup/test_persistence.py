"""How long the browser keeps the data: persistent storage, and reminders to export."""

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.backup.page import open_backup
from tests.browser.page import DEEP, box, unfold, until, until_idle
from tests.browser.storage import PREFIX

ASKED = """
  globalThis.asked = 0; globalThis.grant = false; navigator.storage.persist = () => { asked += 1; return Promise.resolve(grant); };
  navigator.storage.persisted = () => Promise.resolve(false);
"""


def test_persistent_storage_is_requested_again_at_growing_intervals(context: BrowserContext, page: Page, server: str) -> None:
    context.add_init_script(ASKED)
    open_backup(page, server)
    page.evaluate(
        "async () => { for (let turn = 0; turn < 1000; turn += 1) { roadmap.backups.changed(); await Promise.resolve(); await Promise.resolve(); } }"
    )
    # At the first change, and 40, 80, 160, 320 after that; not a thousand times.
    assert page.evaluate("asked") == 5
    page.evaluate("grant = true")
    with page.expect_download():
        page.get_by_role("button", name="Export to a file").click()
    until(page, "roadmap.persistence.answer() === 'granted'")
    page.evaluate("for (let turn = 0; turn < 1000; turn += 1) roadmap.backups.changed()")
    assert page.evaluate("asked") == 6


def test_persistent_storage_that_shows_a_prompt_is_requested_only_after_a_click(context: BrowserContext, page: Page, server: str) -> None:
    context.add_init_script(ASKED + "globalThis.mozInnerScreenX = 0;")
    open_backup(page, server)
    page.evaluate("for (let turn = 0; turn < 1000; turn += 1) roadmap.backups.changed()")
    assert page.evaluate("asked") == 0
    expect(page.get_by_text("may delete this site’s data when the disk is full")).to_be_visible()
    page.get_by_role("button", name="Ask the browser to keep this data").click()
    expect(page.locator(".rm-status")).to_contain_text("did not agree")
    page.evaluate("grant = true")
    page.get_by_role("button", name="Ask the browser to keep this data").click()
    expect(page.get_by_text("has agreed to keep this site’s data")).to_be_visible()
    assert page.evaluate("asked") == 2


def test_webkit_users_learn_of_the_seven_day_limit_and_are_reminded_earlier(context: BrowserContext, page: Page, server: str) -> None:
    context.add_init_script("Object.defineProperty(navigator, 'vendor', { value: 'Apple Computer, Inc.' });" + ASKED + "grant = true;")
    open_backup(page, server)
    expect(page.get_by_text("deletes a site’s data after seven days of use without a visit")).to_be_visible()
    page.evaluate("for (let turn = 0; turn < 10; turn += 1) roadmap.backups.changed()")
    page.reload()
    expect(page.get_by_role("complementary").get_by_text("only in this browser, which may delete it")).to_be_visible()


def test_later_makes_reminders_less_frequent(context: BrowserContext, page: Page, server: str) -> None:
    # Storage that lasts, all the time: where it does not, the reminder comes sooner.
    context.add_init_script(ASKED + "grant = true; navigator.storage.persisted = () => Promise.resolve(true);")
    open_backup(page, server)
    reminder = page.get_by_role("complementary", name="Messages about your progress").get_by_text("only in this browser")
    for changes, is_shown in ((24, False), (1, True), (25, False), (25, True)):
        page.evaluate("changes => { for (let turn = 0; turn < changes; turn += 1) roadmap.backups.changed(); }", changes)
        page.reload()
        expect(page.get_by_role("heading", name="Restore")).to_be_visible()
        until_idle(page)
        expect(reminder).to_have_count(int(is_shown))
        if is_shown:
            page.get_by_role("button", name="Later").click()


def test_later_does_not_mark_changes_as_exported(backup: Page) -> None:
    backup.evaluate(f"localStorage.setItem('{PREFIX}meta/unsaved', JSON.stringify({{ since: Date.now(), changes: 30 }}))")
    backup.reload()
    backup.get_by_role("button", name="Later").click()
    backup.reload()
    expect(backup.get_by_text("30 changes since")).to_be_visible()
    until_idle(backup)
    expect(backup.locator(".rm-notice")).to_have_count(0)


def test_persistent_storage_is_requested_at_the_first_save(context: BrowserContext, page: Page, server: str) -> None:
    context.add_init_script("""globalThis.asked = 0; navigator.storage.persist = () => { asked += 1; return Promise.resolve(true); };
           navigator.storage.persisted = () => Promise.resolve(asked > 0);""")
    page.goto(server + DEEP)
    assert page.evaluate("asked") == 0
    box(page, "relu").check()
    box(page, "tanh").check()
    until(page, f"localStorage.getItem('{PREFIX}meta/persist') === 'granted'")
    until_idle(page)
    assert page.evaluate("asked") == 1


def test_an_export_is_recommended_after_twenty_five_changes(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    unfold(page)
    for at in range(25):
        page.locator(".rm-tick[data-tick]").nth(at + 30).click()
    until(page, "roadmap.backups?.unsaved().changes === 25")
    page.reload()
    reminder = page.get_by_role("complementary", name="Messages about your progress")
    expect(reminder.get_by_text("only in this browser")).to_be_visible()
    with page.expect_download():
        reminder.get_by_role("button", name="Export").click()
    page.reload()
    until_idle(page)
    expect(reminder.get_by_text("only in this browser")).to_have_count(0)


def test_an_unanswered_reminder_does_not_come_back_on_every_page(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    page.evaluate("roadmap.load('upkeep').then(({ backups }) => { for (let turn = 0; turn < 25; turn += 1) backups.changed(); })")
    # The page may have reminded already, as soon as it was idle.
    until_idle(page)
    page.evaluate("sessionStorage.clear()")
    page.reload()
    reminder = page.get_by_role("complementary", name="Messages about your progress").get_by_text("only in this browser")
    expect(reminder).to_be_visible()
    page.goto(server + "/phases/")
    until_idle(page)
    expect(reminder).to_have_count(0)
    # The next visit is reminded.
    page.evaluate("sessionStorage.clear()")
    page.reload()
    expect(reminder).to_be_visible()

"""Restore points: a copy of all records that can be restored."""

from playwright.sync_api import Page, expect

from tests.browser.page import DEEP, box, until


def test_ten_restore_points_are_kept_and_can_be_restored(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    box(page, "relu").check()
    page.evaluate("roadmap.store.settled()")
    page.evaluate("(async () => { for (let turn = 0; turn < 14; turn += 1) await roadmap.backups.point(`turn ${turn}`); })()")
    box(page, "tanh").check()
    box(page, "relu").uncheck()
    page.goto(server + "/dashboard/backup/")
    points = page.get_by_role("button", name="Restore", exact=True)
    expect(points).to_have_count(10)
    points.first.click()
    expect(page.locator(".rm-status")).to_contain_text("Restored.")
    assert page.evaluate("[roadmap.store.state('relu'), roadmap.store.state('tanh')]") == ["done", "todo"]
    # And the way back has a way back.
    page.get_by_role("button", name="Restore", exact=True).first.click()
    expect(page.locator(".rm-status")).to_contain_text("Restored.")
    until(page, "roadmap.store.state('tanh') === 'done' && roadmap.store.state('relu') === 'todo'")

"""Ticks and notes follow topics whose ids are gone."""

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.page import box, until_idle
from tests.browser.release_data import BEFORE, CHANGED
from tests.browser.sites import small_site
from tests.browser.storage import everything


def build_two(folder: Path) -> tuple[str, str]:
    plugins = [{"learning-roadmap": {"file": "roadmap.yml", "scope": "moved"}}]
    versions = (("before", BEFORE), ("after", CHANGED))
    before, after = (small_site(folder / name, text, plugins=plugins, use_directory_urls=False).as_uri() for name, text in versions)
    return before, after


def test_ticks_follow_merged_split_renamed_and_retired_topics_and_it_is_reported_once(page: Page, tmp_path: Path) -> None:
    before, after = build_two(tmp_path)
    page.goto(before + "/phases/one.html")
    for id in ("part-a", "both-halves", "same", "dropped"):
        box(page, id).check()
    page.evaluate(
        """() => { roadmap.store.write([["note/part-a", { text: "note of a" }]]); roadmap.store.write([["note/part-b", { text: "note of b" }]]); }"""
    )
    old = everything(page)
    page.goto(after + "/phases/one.html")
    for id in ("whole", "left-half", "right-half", "same"):
        expect(box(page, id)).to_be_checked()
    expect(page.locator(".rm-notice").get_by_text("“part a” is now “Whole”")).to_be_visible()
    expect(page.locator(".rm-notice").get_by_text("“dropped” was removed from the roadmap.")).to_be_visible()
    note = json.loads(everything(page)["note/whole"])["text"]
    assert "note of a" in note and "note of b" in note
    # Nothing that was stored is gone.
    assert {key: value for key, value in everything(page).items() if key in old and not key.startswith("meta/")} == {
        key: value for key, value in old.items() if not key.startswith("meta/")
    }
    page.evaluate("roadmap.store.settled()")
    # It is said until it is answered.
    page.reload()
    page.locator(".rm-notice", has_text="The roadmap has changed").get_by_role("button", name="Close").click()
    again = everything(page)
    page.reload()
    expect(box(page, "whole")).to_be_checked()
    until_idle(page)
    expect(page.locator(".rm-notice").get_by_text("The roadmap has changed")).to_have_count(0)
    assert everything(page) == again
    # A restore point from before the change leads back to ticks, not to nothing.
    page.goto(after + "/dashboard/backup.html")
    page.get_by_role("button", name="Restore", exact=True).last.click()
    expect(page.locator(".rm-status")).to_contain_text("Restored.")
    assert page.evaluate("roadmap.store.state('whole')") == "done"
    page.goto(after + "/phases/one.html")
    # A later change of a successor is kept, and no old tick returns.
    box(page, "whole").uncheck()
    page.reload()
    expect(box(page, "whole")).not_to_be_checked()

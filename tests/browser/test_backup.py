"""Backup & sync: an import is seen item by item, a file on disk follows, everything can be erased, and none of it needs more than it has."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.page import box, until, watch

KEEP = "/dashboard/backup/"
DEVICE = "k3x9"
HANG = "indexedDB.open = () => ({ addEventListener() {} });"
# A file of the browser's own stands in for one that the learner has chosen: the same handles, without a dialog.
PICKER = """
  globalThis.showSaveFilePicker = async (options) => {
    globalThis.suggested = options.suggestedName;
    return (await navigator.storage.getDirectory()).getFileHandle("mine.json", { create: true });
  };
  globalThis.showOpenFilePicker = async () => [await globalThis.showSaveFilePicker({})];
"""


@pytest.fixture
def keep(page: Page, server: str) -> Page:
    return opened(page, server)


def opened(page: Page, server: str) -> Page:
    page.goto(server + KEEP)
    expect(page.get_by_role("heading", name="Restore")).to_be_visible()
    return page


def stored(page: Page) -> dict[str, str]:
    """What this site has stored, by path."""
    pairs: dict[str, str] = page.evaluate(
        "Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith(roadmap.localStore.prefix))"
        ".map(([key, value]) => [key.slice(roadmap.localStore.prefix.length), value]))"
    )
    return pairs


def records(page: Page) -> dict[str, Any]:
    return {path: json.loads(raw) for path, raw in stored(page).items() if not re.match(r"meta/|damaged/", path)}


def put(page: Page, items: dict[str, Any]) -> None:
    assert page.evaluate("items => roadmap.store.put(new Map(Object.entries(items)))", items)


def text_of(items: dict[str, Any], **head: Any) -> bytes:
    return json.dumps({"format": "roadmap-progress", "version": 2, "site": "ai-engineer", "items": items} | head).encode()


def choose(page: Page, items: dict[str, Any], name: str = "other.json") -> None:
    page.locator("#file").set_input_files({"name": name, "mimeType": "application/json", "buffer": text_of(items)})


def bring_in(page: Page) -> None:
    page.locator("#take").click()
    expect(page.locator(".rm-status")).to_contain_text("imported")


def written(text: str, at: int, **by: int) -> dict[str, Any]:
    return {"text": text, "at": at, "by": by}


# ---- the look before an import ----


def test_a_file_with_a_newer_version_vector_cannot_empty_a_note_unnoticed(keep: Page) -> None:
    put(keep, {"note/vectors": written("all that I learned", 5, k3x9=5), "note/matrices": written("one\ntwo", 5, k3x9=5)})
    crafted = {"note/vectors": written("", 9, k3x9=9), "note/matrices": written("one", 9, k3x9=9), "note/dropout": written("new", 1, z=1)}
    choose(keep, crafted)
    removals = keep.locator(".rm-removals .rm-changes > li")
    expect(removals).to_have_count(2)
    expect(keep.get_by_role("heading", name="These changes would remove or undo something (2)")).to_be_visible()
    expect(removals.nth(0)).to_contain_text("all that I learned")
    expect(removals.nth(0)).to_contain_text("empty")
    # Who clicks without reading keeps what they have, and gets what is new.
    bring_in(keep)
    assert {path: item["text"] for path, item in records(keep).items()} == {
        "note/vectors": "all that I learned", "note/matrices": "one\ntwo", "note/dropout": "new",
    }  # fmt: skip
    choose(keep, crafted)
    keep.get_by_role("checkbox", name="Vectors (Notes)").check()
    bring_in(keep)
    assert (records(keep)["note/vectors"]["text"], records(keep)["note/matrices"]["text"]) == ("", "one\ntwo")
    keep.get_by_role("button", name="Undo", exact=True).click()
    expect(keep.locator(".rm-status")).to_contain_text("Restored.")
    assert records(keep)["note/vectors"]["text"] == "all that I learned"


def test_a_link_with_a_newer_version_vector_shows_what_it_would_remove(page: Page, server: str) -> None:
    page.goto(server + KEEP)
    page.evaluate("roadmap.need('files')")
    put(page, {"state/vectors": {"state": "done", "at": 5}, "note/vectors": written("mine", 5, k3x9=5)})
    crafted = text_of({"state/vectors": {"state": "todo", "at": 9}, "note/vectors": written(" ", 9, k3x9=9)}).decode()
    hash = page.evaluate("text => roadmap.share.write(text)", crafted)
    page.goto(f"{server}/dashboard/shared/#{hash}")
    page.get_by_role("button", name="Import into this browser").click()
    expect(page.locator(".rm-removals .rm-changes > li")).to_have_count(2)
    bring_in(page)
    assert records(page)["state/vectors"]["state"] == "done"
    assert records(page)["note/vectors"]["text"] == "mine"


def test_the_state_of_a_removed_id_cannot_undo_a_tick_of_its_successor(keep: Page) -> None:
    put(keep, {"state/vectors": {"state": "done", "at": 5}})
    keep.evaluate("roadmapMap.history['old-vectors'] = [['vectors', 'Vectors']]")
    choose(keep, {"state/old-vectors": {"state": "learning", "at": 9}})
    expect(keep.locator(".rm-removals .rm-changes > li")).to_have_text("Vectors (States)done → learning")
    keep.locator("#take").click()
    expect(keep.locator(".rm-preview")).to_have_count(0)
    assert keep.evaluate("roadmap.store.state('vectors')") == "done"
    choose(keep, {"state/old-vectors": {"state": "learning", "at": 9}})
    keep.get_by_role("checkbox", name="Vectors (States)").check()
    bring_in(keep)
    assert keep.evaluate("roadmap.store.state('vectors')") == "learning"


def test_side_effects_of_an_import_change_nothing_that_was_not_selected(keep: Page) -> None:
    put(keep, {"state/vectors": {"state": "done", "at": 5}, "note/vectors": written("mine", 5, k3x9=5)})
    # The page's own start is over.
    until(keep, "roadmap.localStore.get('meta/seen')")
    # Whatever a release does with records of another: here, it would hand them on.
    keep.evaluate(
        """() => { roadmap.updates.apply = () => roadmap.store.put(new Map([
             ["state/vectors", { state: "todo", at: 9 }], ["state/relu", { state: "done", at: 9 }],
             ["note/vectors", { text: "", at: 9, by: { k3x9: 9 } }]])); }"""
    )
    choose(keep, {"state/matrices": {"state": "done", "at": 9}})
    bring_in(keep)
    assert keep.evaluate("['vectors', 'matrices', 'relu'].map(roadmap.store.state)") == ["done", "done", "done"]
    assert keep.evaluate("roadmap.store.since('vectors')") == 5
    assert records(keep)["note/vectors"]["text"] == "mine"


def test_every_kind_of_change_is_described(keep: Page) -> None:
    link = {"title": "A <b>talk</b>", "url": "https://example.org/a"}
    plan = {"start": "2026-01-12", "hours": 10, "off": [["2026-02-02", "2026-02-08"]], "at": 5}
    put(keep, {
        "links/vectors": {"links": [link], "at": 5, "by": {"k3x9": 5}},
        "plan/current": plan,
        "day/2026-01-05": {"ticks": {"x": 5}, "at": 5},
        "month/2026-01": {"learned": "Much", "at": 5, "by": {"k3x9": 5}},
        "phase/foundation": {"status": "in-progress", "at": 5},
    })  # fmt: skip
    choose(keep, {
        "links/vectors": {"links": [{**link, "url": "https://example.org/b"}], "at": 9, "by": {"k3x9": 9}},
        "plan/current": {"none": True, "at": 9},
        "day/2026-01-05": {"ticks": {"x": -9}, "at": 9},
        "month/2026-01": {"learned": "", "at": 9, "by": {"k3x9": 9}},
        "phase/foundation": {"status": "completed", "at": 9},
        "focus/current": {"phase": "foundation", "topic": "vectors", "at": 9},
        "review/vectors": {"reps": 2, "ease": 2.5, "days": 6, "due": "2026-02-01", "at": 9},
        "state/matrices": {"state": "skipped", "at": 9},
    })  # fmt: skip
    removals = keep.locator(".rm-removals .rm-changes > li")
    expect(removals).to_have_count(4)
    expect(removals.filter(has_text="My links")).to_contain_text("Removed: A <b>talk</b> (https://example.org/a)")
    expect(removals.filter(has_text="My links")).to_contain_text("Added: A <b>talk</b> (https://example.org/b)")
    expect(removals.filter(has_text="Plan")).to_contain_text("→ no plan")
    expect(removals.filter(has_text="Habits")).to_contain_text("done → not done")
    expect(removals.filter(has_text="Monthly reviews")).to_contain_text("Learned")
    rest = keep.locator(".rm-group")
    expect(rest.filter(has_text="Phase status")).to_contain_text("In progress → Completed")
    expect(rest.filter(has_text="Current focus")).to_contain_text("Topic: none → Vectors")
    expect(rest.filter(has_text="Reviews (1 change)")).to_contain_text("Times reviewed: 0 → 2")
    expect(rest.filter(has_text="States")).to_contain_text("Matrices: to do → skipped")
    assert keep.locator(".rm-preview b").count() == 0


def test_long_texts_are_folded_and_show_their_first_difference(keep: Page) -> None:
    lines = [f"Line {number} of a long note 😀." for number in range(60)]
    put(keep, {"note/vectors": written("\n".join(lines), 5, k3x9=5)})
    choose(keep, {"note/vectors": written("\n".join(lines).replace("Line 40 of", "Line 40 without"), 9, k3x9=9)})
    fold = keep.locator(".rm-removals details")
    expect(fold.locator("summary")).to_contain_text("First difference:")
    expect(fold.locator("summary ins")).to_have_text("without")
    expect(fold.locator("dd").first).not_to_be_visible()
    fold.locator("summary").click()
    expect(fold.locator("dd").nth(0)).to_have_text("\n".join(lines))
    expect(fold.locator("dd").nth(1)).to_contain_text("Line 40 without")


def test_an_extended_text_is_not_a_removal_and_kinds_can_be_deselected(keep: Page) -> None:
    put(keep, {"note/vectors": written("one\ntwo", 5, k3x9=5), "note/matrices": written("mine", 5, k3x9=5)})
    choose(keep, {
        "note/vectors": written("zero\none, and more\ntwo", 9, k3x9=9),
        "note/matrices": written("theirs", 9, z=9),
        "state/vectors": {"state": "done", "at": 9},
    })  # fmt: skip
    expect(keep.locator(".rm-removals")).to_have_count(0)
    keep.get_by_role("checkbox", name="States (1 change)").uncheck()
    bring_in(keep)
    found = records(keep)
    assert "state/vectors" not in found
    assert found["note/vectors"]["text"] == "zero\none, and more\ntwo"
    assert found["note/matrices"]["text"] == "mine\n\n---\n\ntheirs"


def test_only_what_the_preview_showed_is_removed(keep: Page, server: str) -> None:
    put(keep, {"note/vectors": written("seen", 5, k3x9=5), "state/vectors": {"state": "learning", "at": 5}})
    choose(keep, {"note/vectors": written("", 9, k3x9=9), "state/vectors": {"state": "todo", "at": 9}})
    for name in ("Vectors (Notes)", "Vectors (States)"):
        keep.get_by_role("checkbox", name=name).check()
    # In another tab, what was looked at becomes something else before it is imported.
    other = keep.context.new_page()
    other.goto(server)
    put(other, {"note/vectors": written("seen, and gone on", 6, k3x9=6)})
    until(keep, "roadmap.store.read('note/vectors').text === 'seen, and gone on'")
    bring_in(keep)
    assert records(keep)["note/vectors"]["text"] == "seen, and gone on"
    assert records(keep)["state/vectors"]["state"] == "todo"


def test_thousands_of_changes_make_a_short_page_and_are_all_imported(keep: Page) -> None:
    many = {f"state/t{number}": {"state": "done", "at": 9} for number in range(4000)}
    put(keep, {f"state/u{number}": {"state": "done", "at": 5} for number in range(300)})
    choose(keep, many | {f"state/u{number}": {"state": "todo", "at": 9} for number in range(300)})
    expect(keep.locator(".rm-status")).to_contain_text("4300 changes. 300 of them would remove or undo something.")
    expect(keep.get_by_role("checkbox", name="States (4000 changes)")).to_be_checked()
    assert keep.locator(".rm-preview li").count() < 250
    keep.get_by_role("button", name="Show more (200)").click()
    assert keep.locator(".rm-removals .rm-changes > li").count() == 200
    keep.get_by_role("button", name="Select all").click()
    keep.get_by_text("Show changes: States").click()
    keep.get_by_role("button", name="Show more (3900)").click()
    bring_in(keep)
    expect(keep.locator(".rm-status")).to_contain_text("4300 records imported")
    assert keep.evaluate("['t0', 't3999', 'u0', 'u299'].map(roadmap.store.state)") == ["done", "done", "todo", "todo"]


def test_the_valid_records_of_a_file_can_be_imported(keep: Page) -> None:
    choose(keep, {
        "state/vectors": {"state": "done", "at": 9},
        "state/matrices": {"state": "perhaps", "at": 9},
        "note/../../meta/format": {"text": "x", "at": 1},
        "note/vectors": written("kept", 9, z=9),
    })  # fmt: skip
    expect(keep.locator(".rm-errors li")).to_have_count(2)
    expect(keep.locator(".rm-errors")).to_contain_text("[PRG-TYPE] “state/matrices”")
    assert records(keep) == {}
    keep.get_by_role("button", name="Import the other 2 records").click()
    expect(keep.locator(".rm-warnings")).to_contain_text("Skipped: [PRG-ID]")
    bring_in(keep)
    assert set(records(keep)) == {"state/vectors", "note/vectors"}


@pytest.mark.parametrize(
    "content", [b"{", text_of({"state/a": {"state": "done", "at": 1}}, version=3), text_of({"state/a": {"state": "?", "at": 1}})]
)
def test_a_file_without_valid_records_offers_no_partial_import(keep: Page, content: bytes) -> None:
    keep.locator("#file").set_input_files({"name": "x.json", "mimeType": "application/json", "buffer": content})
    expect(keep.get_by_role("heading", name="Nothing was imported")).to_be_visible()
    assert keep.locator("#import-rest").count() == 0


# ---- without IndexedDB, and with one that hangs ----


def test_without_indexeddb_an_import_warns_that_it_cannot_be_undone(context: BrowserContext, page: Page, server: str) -> None:
    context.add_init_script("Object.defineProperty(globalThis, 'indexedDB', { value: undefined });")
    opened(page, server)
    put(page, {"state/vectors": {"state": "done", "at": 5}})
    choose(page, {"state/matrices": {"state": "done", "at": 9}})
    warning = page.locator(".rm-warning")
    expect(warning).to_contain_text("This import cannot be undone")
    with page.expect_download() as download:
        warning.get_by_role("button", name="Export").click()
    assert set(json.loads(Path(download.value.path()).read_text("utf-8"))["items"]) == {"state/vectors"}
    bring_in(page)
    assert set(records(page)) == {"state/vectors", "state/matrices"}
    assert page.get_by_role("button", name="Undo", exact=True).count() == 0


def test_export_and_import_work_with_an_indexeddb_that_never_answers(context: BrowserContext, page: Page, server: str) -> None:
    context.add_init_script(HANG)
    opened(page, server)
    put(page, {"state/vectors": {"state": "done", "at": 5}})
    with page.expect_download() as download:
        page.get_by_role("button", name="Export to a file").click()
    assert "state/vectors" in json.loads(Path(download.value.path()).read_text("utf-8"))["items"]
    expect(page.get_by_text("does not respond").first).to_be_visible()
    choose(page, {"state/matrices": {"state": "done", "at": 9}})
    expect(page.locator(".rm-warning")).to_contain_text("cannot be undone")
    page.locator("#take").click()
    expect(page.locator(".rm-status")).to_contain_text("1 record imported", timeout=20_000)
    assert page.evaluate("roadmap.store.state('matrices')") == "done"


# ---- a file that follows ----


@pytest.fixture
def picking(context: BrowserContext, page: Page, server: str) -> Page:
    context.add_init_script(PICKER)
    return opened(page, server)


def on_disk(page: Page) -> str:
    text: str = page.evaluate(
        "async () => (await (await (await navigator.storage.getDirectory()).getFileHandle('mine.json', { create: true })).getFile()).text()"
    )
    return text


def fill(page: Page, text: str) -> None:
    page.evaluate(
        """async text => { const file = await (await navigator.storage.getDirectory()).getFileHandle("mine.json", { create: true });
             const writable = await file.createWritable(); await writable.write(text); await writable.close(); }""",
        text,
    )


def exported(page: Page) -> str:
    text: str = page.evaluate("roadmap.progress.write(roadmap.progress.everything())")
    return text


def test_the_backup_file_is_saved_with_a_click_and_after_changes(picking: Page, server: str) -> None:
    put(picking, {"state/vectors": {"state": "done", "at": 5}})
    picking.get_by_role("button", name="New file").click()
    expect(picking.locator(".rm-status")).to_contain_text("Saved to mine.json.")
    assert picking.evaluate("suggested") == "ai-engineer-progress.json"
    assert on_disk(picking) == exported(picking)
    picking.reload()
    expect(picking.get_by_text("“mine.json”, last saved")).to_be_visible()
    put(picking, {"state/matrices": {"state": "done", "at": 5}})
    picking.get_by_role("button", name="Save now").click()
    until(picking, "roadmap.backup.state().count === 0 && !document.querySelector('.rm-warning')")
    expect(picking.locator(".rm-status")).to_contain_text("Saved to mine.json.")
    assert "state/matrices" in on_disk(picking)
    picking.get_by_label("Save automatically").check()
    # On any other page, a tick brings it up to date in a while.
    other = picking.context.new_page()
    watch(other)
    other.clock.install()
    other.goto(server + "/phases/deep-learning/")
    box(other, "perceptron").check()
    until(other, "roadmap.backup")
    assert "state/perceptron" not in on_disk(other)
    for _ in range(20):
        other.clock.fast_forward(20_000)
        other.wait_for_timeout(50)
    until(other, "roadmap.backups.unsaved().changes === 0")
    assert on_disk(other) == exported(other)


def test_leaving_a_page_saves_the_backup_file(picking: Page, server: str) -> None:
    picking.get_by_role("button", name="New file").click()
    expect(picking.locator(".rm-status")).to_contain_text("Saved to mine.json.")
    picking.get_by_label("Save automatically").check()
    picking.goto(server + "/phases/deep-learning/")
    box(picking, "perceptron").check()
    until(picking, "roadmap.backup")
    picking.evaluate(
        "() => { Object.defineProperty(document, 'visibilityState', { value: 'hidden' }); document.dispatchEvent(new Event('visibilitychange')); }"
    )
    until(picking, "roadmap.backups.unsaved().changes === 0")
    assert "state/perceptron" in on_disk(picking)


def test_a_file_with_unknown_records_is_not_overwritten_without_a_question(picking: Page) -> None:
    put(picking, {"state/vectors": {"state": "done", "at": 5}})
    before = text_of({"note/matrices": written("from elsewhere", 9, z=9)}).decode()
    fill(picking, before)
    picking.get_by_role("button", name="Existing file").click()
    expect(picking.locator(".rm-warning")).to_contain_text("“mine.json” has 1 change that is not in this browser, so nothing was written to it.")
    assert on_disk(picking) == before
    picking.get_by_role("button", name="Import from the file").click()
    bring_in(picking)
    assert records(picking)["note/matrices"]["text"] == "from elsewhere"
    picking.evaluate("roadmap.backup.save({ isClick: true })")
    assert on_disk(picking) == exported(picking)
    # Another device writes into it, by a synced folder: the same again, in a save that nobody clicked.
    more = text_of(records(picking) | {"note/dropout": written("later", 9, z=9)}).decode()
    fill(picking, more)
    picking.evaluate("roadmap.backup.save()")
    assert on_disk(picking) == more
    picking.reload()
    picking.get_by_role("button", name="Overwrite the file").click()
    expect(picking.locator(".rm-status")).to_contain_text("Saved to mine.json.")
    assert on_disk(picking) == exported(picking)


def test_a_file_of_another_kind_is_not_overwritten_without_a_question(picking: Page) -> None:
    fill(picking, "my diary")
    picking.get_by_role("button", name="Existing file").click()
    expect(picking.locator(".rm-warning")).to_contain_text("“mine.json” is not a progress file, so nothing was written to it.")
    assert on_disk(picking) == "my diary"
    picking.get_by_role("button", name="Stop using this file").click()
    expect(picking.get_by_role("button", name="New file")).to_be_visible()


def test_a_lost_permission_is_reported_and_granted_again_with_a_click(picking: Page) -> None:
    picking.get_by_role("button", name="New file").click()
    expect(picking.locator(".rm-status")).to_contain_text("Saved to mine.json.")
    picking.evaluate(
        "FileSystemHandle.prototype.queryPermission = async () => 'prompt'; FileSystemHandle.prototype.requestPermission = async () => 'denied'"
    )
    put(picking, {"state/vectors": {"state": "done", "at": 5}})
    picking.evaluate("roadmap.backup.save()")
    picking.get_by_role("button", name="Save now").click()
    expect(picking.locator(".rm-warning")).to_contain_text("asks again for permission")
    assert "state/vectors" not in on_disk(picking)
    picking.evaluate("() => { FileSystemHandle.prototype.requestPermission = async () => 'granted'; }")
    picking.get_by_role("button", name="Save now").click()
    expect(picking.locator(".rm-warning")).to_have_count(0)
    until(picking, "roadmap.backup.state().problem === ''")
    assert "state/vectors" in on_disk(picking)


def test_a_failed_save_leaves_the_file_unchanged(picking: Page) -> None:
    put(picking, {"state/vectors": {"state": "done", "at": 5}})
    picking.get_by_role("button", name="New file").click()
    expect(picking.locator(".rm-status")).to_contain_text("Saved to mine.json.")
    before = on_disk(picking)
    picking.evaluate("() => { FileSystemWritableFileStream.prototype.close = () => Promise.reject(new Error('disk full')); }")
    put(picking, {"state/matrices": {"state": "done", "at": 5}})
    picking.get_by_role("button", name="Save now").click()
    expect(picking.locator(".rm-warning")).to_contain_text("could not be written. Its previous content is unchanged")
    assert on_disk(picking) == before


def test_without_file_access_progress_is_downloaded(context: BrowserContext, page: Page, server: str) -> None:
    context.add_init_script("delete globalThis.showSaveFilePicker; delete Window.prototype.showSaveFilePicker;")
    opened(page, server)
    assert page.evaluate("'showSaveFilePicker' in globalThis") is False
    expect(page.get_by_text("cannot update a file by itself")).to_be_visible()
    with page.expect_download():
        page.get_by_role("button", name="Export now").click()
    expect(page.get_by_text("Last export:")).to_be_visible()


# ---- how safe the browser is ----

ASKED = """
  globalThis.asked = 0; globalThis.grant = false; navigator.storage.persist = () => { asked += 1; return Promise.resolve(grant); };
  navigator.storage.persisted = () => Promise.resolve(false);
"""


def test_persistent_storage_is_requested_again_at_growing_intervals(context: BrowserContext, page: Page, server: str) -> None:
    context.add_init_script(ASKED)
    opened(page, server)
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
    opened(page, server)
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
    opened(page, server)
    expect(page.get_by_text("deletes a site’s data after seven days of use without a visit")).to_be_visible()
    page.evaluate("for (let turn = 0; turn < 10; turn += 1) roadmap.backups.changed()")
    page.reload()
    expect(page.get_by_role("complementary").get_by_text("only in this browser, which may delete it")).to_be_visible()


def test_later_makes_reminders_less_frequent(context: BrowserContext, page: Page, server: str) -> None:
    # Storage that lasts, all the time: where it does not, the reminder comes sooner.
    context.add_init_script(ASKED + "grant = true; navigator.storage.persisted = () => Promise.resolve(true);")
    opened(page, server)
    reminder = page.get_by_role("complementary", name="Messages about your progress").get_by_text("only in this browser")
    for changes, is_shown in ((24, False), (1, True), (25, False), (25, True)):
        page.evaluate("changes => { for (let turn = 0; turn < changes; turn += 1) roadmap.backups.changed(); }", changes)
        page.reload()
        expect(page.get_by_role("heading", name="Restore")).to_be_visible()
        page.wait_for_timeout(400)
        expect(reminder).to_have_count(int(is_shown))
        if is_shown:
            page.get_by_role("button", name="Later").click()


def test_a_notice_covers_no_button(keep: Page) -> None:
    keep.set_viewport_size({"width": 390, "height": 500})
    choose(keep, {"state/vectors": {"state": "done", "at": 5}})
    expect(keep.locator("#take")).to_be_visible()
    keep.evaluate("roadmap.notice('long', 'Something to read. '.repeat(12), [['Yes', () => {}]], ['Later', () => {}])")
    covered = keep.evaluate(
        """() => [...document.querySelectorAll("[data-rm-desk] button:not([hidden])")].filter((button) => {
             button.scrollIntoView({ block: "nearest" });
             const { left, top, width, height } = button.getBoundingClientRect();
             return width > 0 && !button.contains(document.elementFromPoint(left + width / 2, top + height / 2));
           }).map((button) => button.textContent)"""
    )
    assert covered == []


# ---- erase everything ----


@pytest.fixture
def used(picking: Page, server: str) -> Page:
    """A browser with all that can be stored, and something of another site of the same origin."""
    page = picking
    put(page, {"state/vectors": {"state": "done", "at": 5}, "note/vectors": written("mine", 5, k3x9=5)})
    page.evaluate("roadmap.backups.point('here')")
    page.evaluate(
        """async () => { localStorage.setItem("elsewhere", "theirs"); localStorage.setItem("roadmap/cooking/state/soup", "theirs");
             for (const name of [`${roadmap.localStore.prefix}pages`, "elsewhere"]) await (await caches.open(name)).put("/x", new Response("x"));
             await new Promise((done) => { const open = indexedDB.open("elsewhere", 1);
               open.onupgradeneeded = () => open.result.createObjectStore("kept"); open.onsuccess = () => { open.result.close(); done(); }; }); }"""
    )
    page.get_by_role("button", name="New file").click()
    expect(page.locator(".rm-status")).to_contain_text("Saved to mine.json.")
    return page


def is_empty(page: Page) -> None:
    left = set(stored(page))
    assert {path for path in left if not path.startswith("meta/")} == set()
    assert left & {"meta/device", "meta/unsaved", "meta/exported", "meta/backup", "meta/erasing", "meta/points"} == set()
    assert page.evaluate("async () => { const all = []; await roadmap.database.each((slice) => all.push(...slice)); return all; }") == []
    assert page.evaluate("roadmap.database.points()") == []
    assert page.evaluate("async () => (await indexedDB.databases()).some(({ name }) => name.endsWith('backup-file'))") is False


def erase(page: Page) -> None:
    page.get_by_role("button", name="Erase everything…").click()
    page.get_by_role("dialog", name="Erase everything?").get_by_role("button", name="Erase everything", exact=True).click()


def test_everything_is_erased_in_all_tabs_and_nothing_of_other_sites(used: Page, server: str) -> None:
    other = used.context.new_page()
    watch(other)
    other.on("dialog", lambda dialog: dialog.accept())
    other.goto(server + "/phases/foundation/")
    expect(box(other, "vectors")).to_be_checked()
    other.locator('.rm-more[data-entry="vectors"]').first.click()
    other.get_by_label("Notes on").fill("not saved yet, and to be gone")
    used.get_by_role("button", name="Erase everything…").click()
    dialog = used.get_by_role("dialog", name="Erase everything?")
    expect(dialog).to_contain_text("This cannot be undone.")
    expect(dialog.get_by_role("button", name="Cancel")).to_be_focused()
    with used.expect_download() as download:
        dialog.get_by_role("button", name="Export first").click()
    assert "note/vectors" in json.loads(Path(download.value.path()).read_text("utf-8"))["items"]
    with used.expect_navigation():
        dialog.get_by_role("button", name="Erase everything", exact=True).click()
    expect(used.locator(".rm-status")).to_contain_text("Everything was erased.")
    expect(box(other, "vectors")).not_to_be_checked()
    expect(other.locator(".rm-panel")).to_have_count(0)
    is_empty(used)
    for page in (other, used):
        page.reload()
        page.evaluate("roadmap.store.reconcile()")
    is_empty(used)
    assert used.evaluate("[localStorage.elsewhere, localStorage['roadmap/cooking/state/soup']]") == ["theirs", "theirs"]
    assert used.evaluate("caches.keys()") == ["elsewhere"]
    assert used.evaluate("async () => (await indexedDB.databases()).some(({ name }) => name === 'elsewhere')") is True
    # The file on disk is the learner's.
    assert "note/vectors" in on_disk(used)
    # And it all begins anew.
    other.goto(server + "/phases/foundation/")
    box(other, "vectors").check()
    until(used, "roadmap.store.state('vectors') === 'done'")


def test_cancel_and_escape_erase_nothing(used: Page) -> None:
    before = records(used)
    dialog = used.get_by_role("dialog", name="Erase everything?")
    for leave in ("Cancel", "Escape"):
        used.get_by_role("button", name="Erase everything…").click()
        expect(dialog).to_be_visible()
        if leave == "Cancel":
            dialog.get_by_role("button", name="Cancel").click()
        else:
            used.keyboard.press("Escape")
        expect(dialog).to_have_count(0)
    assert records(used) == before


def test_an_interrupted_erasure_is_resumed_when_the_site_is_opened(used: Page, server: str) -> None:
    # As it stands when the browser is closed after the mark was set.
    used.evaluate("localStorage.setItem(`${roadmap.localStore.prefix}meta/erasing`, 'all')")
    loads: list[Page] = []
    used.on("load", lambda page: loads.append(page))
    used.goto(server + KEEP, wait_until="commit")
    # It erases, and then begins anew: the page that is there after that is the second.
    for _ in range(500):
        if len(loads) >= 2:
            break
        used.wait_for_timeout(20)
    expect(used.get_by_role("button", name="New file")).to_be_visible()
    assert used.evaluate("[localStorage.getItem(`${roadmap.localStore.prefix}meta/erasing`), roadmap.store.state('vectors')]") == [None, "todo"]
    is_empty(used)


def test_a_second_copy_that_does_not_respond_is_reported_and_erased_later(used: Page, server: str) -> None:
    used.evaluate("() => { roadmap.database.clear = () => new Promise(() => {}); }")
    erase(used)
    expect(used.locator(".rm-status")).to_contain_text("did not respond", timeout=20_000)
    until(used, "!localStorage.getItem(`${roadmap.localStore.prefix}meta/erasing`)")
    used.reload()
    used.evaluate("roadmap.store.reconcile()")
    is_empty(used)


def test_a_full_storage_can_be_erased(used: Page) -> None:
    used.evaluate(
        """() => { for (let size = 4_000_000; size > 0; size = Math.floor(size / 2))
             for (;;) { try { localStorage.setItem(`fill-${Math.random()}`, "x".repeat(size)); } catch { break; } } }"""
    )
    with used.expect_navigation():
        erase(used)
    expect(used.locator(".rm-status")).to_contain_text("Everything was erased.")
    assert records(used) == {}


# ---- another copy on this site ----


def test_another_copy_on_this_origin_is_offered_and_previewed(keep: Page, server: str) -> None:
    expect(keep.get_by_text("Import from another copy on this site")).not_to_be_visible()
    keep.evaluate(
        """() => { localStorage.setItem("roadmap/ai-engineer@%2Ffork%2F/state/vectors", '{"state":"done","at":5}');
             localStorage.setItem("roadmap/ai-engineer@%2Fempty%2F/meta/format", "2"); }"""
    )
    keep.reload()
    copies = keep.locator("section", has=keep.get_by_text("Import from another copy on this site"))
    expect(copies.locator("li")).to_have_text(["/fork/: 1 record Import…"])
    copies.get_by_role("button", name="Import…").click()
    expect(keep.locator(".rm-preview")).to_contain_text("Vectors: to do → done")
    assert records(keep) == {}
    bring_in(keep)
    assert keep.evaluate("roadmap.store.state('vectors')") == "done"


# ---- other programs ----

TRAPS = [
    "[sound:http://example.org/x.mp3] [anki:play:q:0]",
    "[latex]\\input{/etc/passwd}[/latex] [$]x[/$] [$$]y[/$$]",
    "{{c1::hidden}} {{Front}}",
    "\\(x\\) \\[y\\] & <b>&lt;</b> \"quoted\" 'single'",
    "a\tb\nc",
]


def test_anki_markup_in_notes_is_exported_as_text(keep: Page) -> None:
    put(keep, {"state/vectors": {"state": "done", "at": 5}, "note/vectors": written("\n".join(TRAPS), 5, k3x9=5)})
    keep.evaluate("() => { roadmap.roadmapIndex.data.title = 'A::B\\n#notetype:Cloze'; roadmap.roadmapIndex.title = () => '[sound:a.mp3]'; }")
    with keep.expect_download() as download:
        keep.get_by_role("button", name="Export cards for Anki").click()
    head, _, card = Path(download.value.path()).read_text("utf-8").rpartition("#tags column:4\n")
    assert "#html:true" in head and "#deck:A:B #notetype:Cloze" in head.splitlines()
    # What Anki looks for in the HTML of a field: rslib/src/latex.rs, cloze.rs and its audio tags.
    assert re.search(r"\[(?:sound|anki|latex|\$)|\{\{", card) is None
    guid, front, back, tags = card.rstrip("\n").split("\t", 3)[0], *re.findall(r'"([^"]*)"', card)[1:]
    assert (guid, tags) == ('"ai-engineer/vectors"', "ai-engineer")
    shown = keep.evaluate(
        "html => { const made = new DOMParser().parseFromString(html, 'text/html').body; return [made.innerText, made.innerHTML]; }", back
    )
    for trap in TRAPS[:4]:
        assert trap in shown[0]
    # MathJax reads a text node at a time.
    assert re.search(r"\\[()\[\]]", shown[1]) is None
    assert front == "&#91;sound:a.mp3]"


NOTE = """\
Ask @octocat and @org/team, see #12, GH-7, owner/name#3 or https://example.org/a(b) and www.example.org.
Write to me@example.org. A `code @kept span` and [a link @in](https://example.org/link) stay, ![a picture](https://example.org/p.png) does not.
An odd ` backtick @after and \\` escaped @more, \\@back `x`@side`y` @a@b 0123456789abcdef0123456789abcdef01234567
[\\@label](https://example.org/q) \\[@no link](https://example.org/r) ``two ` @inside`` <img src=x> &copy; decade
```
@fenced https://example.org/fenced #1
```
  ```
@after an indented fence
- ~~~
@after a fence in a list https://example.org/list
> `
> @quoted `
~~~
@open to the end"""


def live(text: str) -> Iterator[str]:
    """What GitHub would make live in a Markdown text: looked for where it does, outside code and links, by another reader of Markdown."""
    for token in MarkdownIt("commonmark").parse(text):
        inside = 0
        for one in token.children or ():
            inside += (one.type == "link_open") - (one.type == "link_close")
            if one.type == "image" or (one.type == "text" and not inside and re.search(r"@\w|#\d|GH-\d|://|www\.|[0-9a-f]{40}", one.content)):
                yield one.content or str(one.attrs)


def test_a_checklist_creates_no_mentions_or_links_on_github(keep: Page) -> None:
    put(keep, {"note/vectors": written(NOTE, 5, k3x9=5), "note/matrices": written("@next `", 5, k3x9=5)})
    keep.evaluate("() => { roadmapTopics.topics[roadmapMap.leaves.indexOf('vectors')][0] = '@property and https://example.org/ `#5` C#'; }")
    with keep.expect_download() as download:
        keep.get_by_role("button", name="Export checklist").click()
    text = Path(download.value.path()).read_text("utf-8")
    assert list(live(text)) == []
    assert "- [ ] `@property` and `https://example.org/`" in text
    assert "Ask `@octocat` and `@org/team`, see `#12`, `GH-7`, `owner/name#3`" in text
    # What its author made a link or code is that still; what a reader copies is what was written.
    assert "[a link @in](https://example.org/link)" in text and "`code @kept span`" in text
    assert "\u200b" not in text and "&#64;" not in text
    html = MarkdownIt("commonmark").render(text)
    assert "<code>code @kept span</code>" in html and "@fenced https://example.org/fenced" in html
    assert "<img" not in html


def test_the_checklist_checks_can_fail() -> None:
    for text in ("Ask @octocat", "see #12", "https://example.org/", "![a](https://example.org/p.png)", "`a` ` @b"):
        assert list(live(text)) != []

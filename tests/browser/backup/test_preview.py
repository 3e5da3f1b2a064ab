"""An import is previewed change by change, and does only what was seen and selected."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.backup.page import choose, confirm_import, store, text_record
from tests.browser.backup.progress_file import file
from tests.browser.page import BACKUP, until
from tests.browser.storage import records
from tests.families import family


def test_a_file_with_a_newer_version_vector_cannot_empty_a_note_unnoticed(backup: Page) -> None:
    store(backup, {"note/vectors": text_record("all that I learned", 5, k3x9=5), "note/matrices": text_record("one\ntwo", 5, k3x9=5)})
    crafted = {"note/vectors": text_record("", 9, k3x9=9), "note/matrices": text_record("one", 9, k3x9=9), "note/dropout": text_record("new", 1, z=1)}
    choose(backup, crafted)
    removals = backup.locator(".rm-removals .rm-changes > li")
    expect(removals).to_have_count(2)
    expect(backup.get_by_role("heading", name="These changes would remove or undo something (2)")).to_be_visible()
    expect(removals.nth(0)).to_contain_text("all that I learned")
    expect(removals.nth(0)).to_contain_text("empty")
    # Who clicks without reading keeps what they have, and gets what is new.
    confirm_import(backup)
    assert {path: item["text"] for path, item in records(backup).items()} == {
        "note/vectors": "all that I learned", "note/matrices": "one\ntwo", "note/dropout": "new",
    }  # fmt: skip
    choose(backup, crafted)
    backup.get_by_role("checkbox", name="Vectors (Notes)").check()
    confirm_import(backup)
    assert (records(backup)["note/vectors"]["text"], records(backup)["note/matrices"]["text"]) == ("", "one\ntwo")
    backup.get_by_role("button", name="Undo", exact=True).click()
    expect(backup.locator(".rm-status")).to_contain_text("Restored.")
    assert records(backup)["note/vectors"]["text"] == "all that I learned"


def test_a_link_with_a_newer_version_vector_shows_what_it_would_remove(page: Page, server: str) -> None:
    page.goto(server + BACKUP)
    page.evaluate("roadmap.need('backup')")
    store(page, {"state/vectors": {"state": "done", "at": 5}, "note/vectors": text_record("mine", 5, k3x9=5)})
    crafted = file({"state/vectors": {"state": "todo", "at": 9}, "note/vectors": text_record(" ", 9, k3x9=9)}).decode()
    hash = page.evaluate("text => roadmap.share.write(text)", crafted)
    page.goto(f"{server}/dashboard/shared/#{hash}")
    page.get_by_role("button", name="Import into this browser").click()
    expect(page.locator(".rm-removals .rm-changes > li")).to_have_count(2)
    confirm_import(page)
    assert records(page)["state/vectors"]["state"] == "done"
    assert records(page)["note/vectors"]["text"] == "mine"


def test_the_state_of_a_removed_id_cannot_undo_a_tick_of_its_successor(backup: Page) -> None:
    store(backup, {"state/vectors": {"state": "done", "at": 5}})
    backup.evaluate("roadmapMap.history['old-vectors'] = [['vectors', 'Vectors']]")
    choose(backup, {"state/old-vectors": {"state": "learning", "at": 9}})
    expect(backup.locator(".rm-removals .rm-changes > li")).to_have_text("Vectors (States)done → learning")
    backup.locator("#take").click()
    expect(backup.locator(".rm-preview")).to_have_count(0)
    assert backup.evaluate("roadmap.store.state('vectors')") == "done"
    choose(backup, {"state/old-vectors": {"state": "learning", "at": 9}})
    backup.get_by_role("checkbox", name="Vectors (States)").check()
    confirm_import(backup)
    assert backup.evaluate("roadmap.store.state('vectors')") == "learning"


def test_side_effects_of_an_import_change_nothing_that_was_not_selected(backup: Page) -> None:
    store(backup, {"state/vectors": {"state": "done", "at": 5}, "note/vectors": text_record("mine", 5, k3x9=5)})
    # The page's own start is over.
    until(backup, "roadmap.localStore.get('meta/seen')")
    # Whatever a release does with records of another: here, it would hand them on.
    backup.evaluate(
        """() => { roadmap.updates.apply = () => roadmap.store.put(new Map([
             ["state/vectors", { state: "todo", at: 9 }], ["state/relu", { state: "done", at: 9 }],
             ["note/vectors", { text: "", at: 9, by: { k3x9: 9 } }]])); }"""
    )
    choose(backup, {"state/matrices": {"state": "done", "at": 9}})
    confirm_import(backup)
    assert backup.evaluate("['vectors', 'matrices', 'relu'].map(roadmap.store.state)") == ["done", "done", "done"]
    assert backup.evaluate("roadmap.store.since('vectors')") == 5
    assert records(backup)["note/vectors"]["text"] == "mine"


def test_every_kind_of_change_is_described(backup: Page) -> None:
    link = {"title": "A <b>talk</b>", "url": "https://example.org/a"}
    plan = {"start": "2026-01-12", "hours": 10, "off": [["2026-02-02", "2026-02-08"]], "at": 5}
    store(backup, {
        "links/vectors": {"links": [link], "at": 5, "by": {"k3x9": 5}},
        "plan/current": plan,
        "day/2026-01-05": {"ticks": {"x": 5}, "at": 5},
        "month/2026-01": {"learned": "Much", "at": 5, "by": {"k3x9": 5}},
        "phase/foundation": {"status": "in-progress", "at": 5},
    })  # fmt: skip
    choose(backup, {
        "links/vectors": {"links": [{**link, "url": "https://example.org/b"}], "at": 9, "by": {"k3x9": 9}},
        "plan/current": {"none": True, "at": 9},
        "day/2026-01-05": {"ticks": {"x": -9}, "at": 9},
        "month/2026-01": {"learned": "", "at": 9, "by": {"k3x9": 9}},
        "phase/foundation": {"status": "completed", "at": 9},
        "focus/current": {"phase": "foundation", "topic": "vectors", "at": 9},
        "review/vectors": {"reps": 2, "ease": 2.5, "days": 6, "due": "2026-02-01", "at": 9},
        "state/matrices": {"state": "skipped", "at": 9},
    })  # fmt: skip
    removals = backup.locator(".rm-removals .rm-changes > li")
    expect(removals).to_have_count(4)
    expect(removals.filter(has_text="My links")).to_contain_text("Removed: A <b>talk</b> (https://example.org/a)")
    expect(removals.filter(has_text="My links")).to_contain_text("Added: A <b>talk</b> (https://example.org/b)")
    expect(removals.filter(has_text="Plan")).to_contain_text("→ no plan")
    expect(removals.filter(has_text="Habits")).to_contain_text("done → not done")
    expect(removals.filter(has_text="Monthly reviews")).to_contain_text("Learned")
    rest = backup.locator(".rm-group")
    expect(rest.filter(has_text="Phase status")).to_contain_text("In progress → Completed")
    expect(rest.filter(has_text="Current focus")).to_contain_text("Topic: none → Vectors")
    expect(rest.filter(has_text="Reviews (1 change)")).to_contain_text("Times reviewed: 0 → 2")
    expect(rest.filter(has_text="States")).to_contain_text("Matrices: to do → skipped")
    assert backup.locator(".rm-preview b").count() == 0


def test_long_texts_are_folded_and_show_their_first_difference(backup: Page) -> None:
    lines = [f"Line {number} of a long note 😀." for number in range(60)]
    store(backup, {"note/vectors": text_record("\n".join(lines), 5, k3x9=5)})
    choose(backup, {"note/vectors": text_record("\n".join(lines).replace("Line 40 of", "Line 40 without"), 9, k3x9=9)})
    fold = backup.locator(".rm-removals details")
    expect(fold.locator("summary")).to_contain_text("First difference:")
    expect(fold.locator("summary ins")).to_have_text("without")
    expect(fold.locator("dd").first).not_to_be_visible()
    fold.locator("summary").click()
    expect(fold.locator("dd").nth(0)).to_have_text("\n".join(lines))
    expect(fold.locator("dd").nth(1)).to_contain_text("Line 40 without")


def test_an_extended_text_is_not_a_removal_and_kinds_can_be_deselected(backup: Page) -> None:
    store(backup, {"note/vectors": text_record("one\ntwo", 5, k3x9=5), "note/matrices": text_record("mine", 5, k3x9=5)})
    choose(backup, {
        "note/vectors": text_record("zero\none, and more\ntwo", 9, k3x9=9),
        "note/matrices": text_record("theirs", 9, z=9),
        "state/vectors": {"state": "done", "at": 9},
    })  # fmt: skip
    expect(backup.locator(".rm-removals")).to_have_count(0)
    backup.get_by_role("checkbox", name="States (1 change)").uncheck()
    confirm_import(backup)
    found = records(backup)
    assert "state/vectors" not in found
    assert found["note/vectors"]["text"] == "zero\none, and more\ntwo"
    assert found["note/matrices"]["text"] == "mine\n\n---\n\ntheirs"


def test_only_what_the_preview_showed_is_removed(backup: Page, server: str) -> None:
    store(backup, {"note/vectors": text_record("seen", 5, k3x9=5), "state/vectors": {"state": "learning", "at": 5}})
    choose(backup, {"note/vectors": text_record("", 9, k3x9=9), "state/vectors": {"state": "todo", "at": 9}})
    for name in ("Vectors (Notes)", "Vectors (States)"):
        backup.get_by_role("checkbox", name=name).check()
    # In another tab, what was looked at becomes something else before it is imported.
    other = backup.context.new_page()
    other.goto(server)
    store(other, {"note/vectors": text_record("seen, and gone on", 6, k3x9=6)})
    until(backup, "roadmap.store.read('note/vectors').text === 'seen, and gone on'")
    confirm_import(backup)
    assert records(backup)["note/vectors"]["text"] == "seen, and gone on"
    assert records(backup)["state/vectors"]["state"] == "todo"


def test_thousands_of_changes_make_a_short_page_and_are_all_imported(backup: Page) -> None:
    many = {f"state/t{number}": {"state": "done", "at": 9} for number in range(4000)}
    store(backup, {f"state/u{number}": {"state": "done", "at": 5} for number in range(300)})
    choose(backup, many | {f"state/u{number}": {"state": "todo", "at": 9} for number in range(300)})
    expect(backup.locator(".rm-status")).to_contain_text("4300 changes. 300 of them would remove or undo something.")
    expect(backup.get_by_role("checkbox", name="States (4000 changes)")).to_be_checked()
    assert backup.locator(".rm-preview li").count() < 250
    backup.get_by_role("button", name="Show more (200)").click()
    assert backup.locator(".rm-removals .rm-changes > li").count() == 200
    backup.get_by_role("button", name="Select all").click()
    backup.get_by_text("Show changes: States").click()
    backup.get_by_role("button", name="Show more (3900)").click()
    confirm_import(backup)
    expect(backup.locator(".rm-status")).to_contain_text("4300 records imported")
    assert backup.evaluate("['t0', 't3999', 'u0', 'u299'].map(roadmap.store.state)") == ["done", "done", "todo", "todo"]


def test_the_valid_records_of_a_file_can_be_imported(backup: Page) -> None:
    choose(backup, {
        "state/vectors": {"state": "done", "at": 9},
        "state/matrices": {"state": "perhaps", "at": 9},
        "note/../../meta/format": {"text": "x", "at": 1},
        "note/vectors": text_record("kept", 9, z=9),
    })  # fmt: skip
    expect(backup.locator(".rm-errors li")).to_have_count(2)
    expect(backup.locator(".rm-errors")).to_contain_text(re.compile(r"“state/matrices”.* \[PRG-TYPE\]"))
    assert records(backup) == {}
    backup.get_by_role("button", name="Import the other 2 records").click()
    expect(backup.locator(".rm-warnings")).to_contain_text(re.compile(r"Skipped: .* \[PRG-ID\]"))
    confirm_import(backup)
    assert set(records(backup)) == {"state/vectors", "note/vectors"}


NO_RECORDS = [b"{", file({"state/a": {"state": "done", "at": 1}}, version=3), file({"state/a": {"state": "?", "at": 1}})]


# One that is read, and has no record that is valid.
@pytest.mark.parametrize("content", family(NO_RECORDS, NO_RECORDS[2]))
def test_a_file_without_valid_records_offers_no_partial_import(backup: Page, content: bytes) -> None:
    backup.locator("#file").set_input_files({"name": "x.json", "mimeType": "application/json", "buffer": content})
    expect(backup.get_by_role("heading", name="Nothing was imported")).to_be_visible()
    assert backup.locator("#import-rest").count() == 0


def test_a_notice_covers_no_button(backup: Page) -> None:
    backup.set_viewport_size({"width": 390, "height": 500})
    choose(backup, {"state/vectors": {"state": "done", "at": 5}})
    expect(backup.locator("#take")).to_be_visible()
    backup.evaluate("roadmap.notice('long', 'Something to read. '.repeat(12), [['Yes', () => {}]], ['Later', () => {}])")
    covered = backup.evaluate(
        """() => [...document.querySelectorAll("[data-rm-desk] button:not([hidden])")].filter((button) => {
             button.scrollIntoView({ block: "nearest" });
             const { left, top, width, height } = button.getBoundingClientRect();
             return width > 0 && !button.contains(document.elementFromPoint(left + width / 2, top + height / 2));
           }).map((button) => button.textContent)"""
    )
    assert covered == []


def test_another_copy_on_this_origin_is_offered_and_previewed(backup: Page, server: str) -> None:
    expect(backup.get_by_text("Import from another copy on this site")).not_to_be_visible()
    backup.evaluate(
        """() => { localStorage.setItem("roadmap/ai-engineer@%2Ffork%2F/state/vectors", '{"state":"done","at":5}');
             localStorage.setItem("roadmap/ai-engineer@%2Fempty%2F/meta/format", "2"); }"""
    )
    backup.reload()
    copies = backup.locator("section", has=backup.get_by_text("Import from another copy on this site"))
    expect(copies.locator("li")).to_have_text(["/fork/: 1 record Import…"])
    copies.get_by_role("button", name="Import…").click()
    expect(backup.locator(".rm-preview")).to_contain_text("Vectors: to do → done")
    assert records(backup) == {}
    confirm_import(backup)
    assert backup.evaluate("roadmap.store.state('vectors')") == "done"

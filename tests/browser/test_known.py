"""Known already: a state of its own that counts as done."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route, expect

from tests.browser.backup.page import confirm_import, open_backup
from tests.browser.page import DEEP, box, count, more, until
from tests.browser.storage import records

PARTS = ("relu", "sigmoid", "tanh", "leaky-relu")


def label(page: Page, id: str) -> Any:
    return page.locator(f'.rm-check:has(.rm-tick[data-tick="{id}"]) .rm-state').first


def radio(page: Page, name: str) -> Any:
    return page.locator(".rm-panel").get_by_role("radio", name=name)


def know(page: Page, *ids: str) -> None:
    assert page.evaluate("ids => roadmap.rows.markKnown(ids, 'Some topics: known already')", ids)


def states(page: Page, *ids: str) -> list[str]:
    found: list[str] = page.evaluate("ids => ids.map(id => roadmap.rows.choiceOf(id))", ids)
    return found


def test_a_known_topic_says_so_counts_as_done_and_survives_a_reload(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    more(page, "perceptron")
    radio(page, "Known already").check()
    expect(page.locator(".rm-toast")).to_contain_text("Perceptron: known already")
    for _ in range(2):
        expect(box(page, "perceptron")).to_be_checked()
        expect(label(page, "perceptron")).to_have_text("known already")
        expect(count(page, "phase:deep-learning")).to_contain_text("1 of ")
        page.reload()
    assert records(page)["state/perceptron"] | {"at": 0} == {"state": "done", "known": True, "at": 0}
    # The box unticks it, and a tick means that it was learned.
    box(page, "perceptron").uncheck()
    expect(label(page, "perceptron")).to_have_count(0)
    box(page, "perceptron").check()
    expect(label(page, "perceptron")).to_have_count(0)
    more(page, "perceptron")
    expect(radio(page, "Done")).to_be_checked()


def test_another_tab_sees_what_is_known(page: Page, server: str) -> None:
    other = page.context.new_page()
    for tab in (page, other):
        tab.goto(server + DEEP)
    more(other, "perceptron")
    know(page, "perceptron")
    expect(label(other, "perceptron")).to_have_text("known already")
    expect(radio(other, "Known already")).to_be_checked()
    box(other, "perceptron").uncheck()
    expect(box(page, "perceptron")).not_to_be_checked()
    expect(label(page, "perceptron")).to_have_count(0)


def test_the_second_copy_restores_what_is_known(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    know(page, "perceptron")
    page.evaluate("roadmap.store.settled()")
    stored = records(page)["state/perceptron"]
    page.evaluate("() => { localStorage.clear(); }")
    page.reload()
    expect(label(page, "perceptron")).to_have_text("known already")
    assert records(page)["state/perceptron"] == stored


def test_a_known_parent_is_known_in_all_that_was_open(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    page.evaluate("roadmap.store.write([['state/relu', { state: 'done' }], ['state/tanh', { state: 'skipped' }]])")
    more(page, "activation-functions")
    before = states(page, *PARTS)
    radio(page, "Known already").click()
    after = states(page, *PARTS)
    assert after == ["done", "known", "skipped", "known"]
    # One part was learned, so the whole is done.
    expect(radio(page, "Done")).to_be_checked()
    expect(label(page, "activation-functions")).to_have_count(0)
    page.keyboard.press("Control+z")
    assert states(page, *PARTS) == before
    page.keyboard.press("Control+y")
    assert states(page, *PARTS) == after
    # What is finished in all parts can become known, and learned, without those that are skipped.
    radio(page, "Known already").check()
    assert states(page, *PARTS) == ["known", "known", "skipped", "known"]
    expect(label(page, "activation-functions")).to_have_text("known already")
    expect(box(page, "activation-functions")).to_be_checked()
    radio(page, "Done").check()
    assert states(page, *PARTS) == ["done", "done", "skipped", "done"]
    know(page, "relu")
    box(page, "activation-functions").uncheck()
    assert states(page, *PARTS) == ["todo", "todo", "skipped", "todo"]


def test_many_topics_are_marked_in_one_act_that_is_undone_at_once(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    page.evaluate("roadmap.store.write([['state/relu', { state: 'done' }], ['state/dropout', { state: 'skipped' }]])")
    know(page, "activation-functions", "perceptron", "dropout", "relu")
    expect(page.locator(".rm-toast")).to_contain_text("Some topics: known already")
    ids = ("perceptron", "dropout", *PARTS)
    assert states(page, *ids) == ["known", "skipped", "done", "known", "known", "known"]
    page.locator(".rm-toast").get_by_role("button", name="Undo", exact=True).click()
    assert states(page, *ids) == ["todo", "skipped", "done", "todo", "todo", "todo"]
    # Nothing is left to mark: that is no act.
    know(page, "dropout", "relu")
    assert page.evaluate("roadmap.acts.undo()") is False


def test_a_tick_from_before_the_start_does_not_make_it_learned(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    know(page, "perceptron")
    before = records(page)["state/perceptron"]
    # The box is clicked before the client has shown what is stored.
    held: list[Route] = []
    page.route("**/core.*.js", lambda route: held.append(route))
    page.reload(wait_until="domcontentloaded")
    for id in ("perceptron", "dropout"):
        box(page, id).evaluate("box => box.click()")
    [core] = held
    core.continue_()
    until(page, "document.documentElement.classList.contains('rm-on')")
    assert states(page, "dropout") == ["done"]
    expect(box(page, "perceptron")).to_be_checked()
    assert records(page)["state/perceptron"] == before


def test_it_is_not_due_for_review_and_no_work_of_the_month(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    old = {"state": "done", "at": 1_700_000_000_000}
    items = {"state/vectors": old, "state/matrices": {**old, "known": True}}
    page.evaluate("items => roadmap.store.put(new Map(Object.entries(items)))", items)
    page.goto(server + "/dashboard/")
    expect(page.locator("#grade-good-vectors")).to_be_visible()
    expect(page.locator(".rm-reviews > li")).to_have_count(1)
    expect(page.locator(".rm-dashboard > .rm-line").first).to_contain_text("2 of ")
    page.goto(server + "/dashboard/journal/")
    page.locator("#month").fill("2023-11")
    page.locator("#month").blur()
    expect(page.get_by_text("Completed this month: 1 topic.")).to_be_visible()


def test_the_chart_leaves_out_what_was_known(page: Page, server: str) -> None:
    page.goto(server + "/dashboard/")
    page.evaluate("roadmap.store.write([['plan/current', { start: '2026-01-05', hours: 10 }], ['state/vectors', { state: 'done' }]])")
    caption = page.locator(".rm-figure figcaption")
    expect(caption).to_contain_text("1 of ")
    expect(caption).not_to_contain_text("known")
    size = int(caption.inner_text().split(" of ")[1].split(" ")[0])
    know(page, "matrices", "perceptron")
    expect(caption).to_contain_text(f"1 of {size - 2} planned topics done.")
    expect(caption).to_contain_text("2 topics were known already and are not part of this.")


def test_an_export_is_imported_elsewhere_with_what_is_known(page: Page, server: str, tmp_path: Path) -> None:
    open_backup(page, server)
    know(page, "vectors")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export to a file").click()
    file = tmp_path / "progress.json"
    download.value.save_as(file)
    stored = records(page)["state/vectors"]
    assert json.loads(file.read_text("utf-8"))["items"]["state/vectors"] == stored
    with page.expect_download() as download:
        page.get_by_role("button", name="Export checklist").click()
    assert "- [x] Vectors (known already)\n" in Path(download.value.path()).read_text("utf-8")
    page.get_by_role("button", name="Copy link to share your ticks").click()
    address = page.get_by_label("Link", exact=True).input_value()

    context = page.context.browser.new_context()  # type: ignore[union-attr]
    other = context.new_page()
    other.goto(address)
    expect(other.get_by_text("✓ Vectors (known already)")).to_be_visible()
    open_backup(other, server)
    other.evaluate("roadmap.store.put(new Map([['state/vectors', { state: 'done', at: 5 }]]))")
    other.locator("#file").set_input_files(file)
    # It counts as done, so nothing is lost.
    expect(other.locator(".rm-removals")).to_have_count(0)
    expect(other.locator(".rm-changes > li")).to_have_text("Vectors: done → known already")
    confirm_import(other)
    assert records(other)["state/vectors"] == stored
    # The restore point from before brings back what was done.
    other.get_by_role("button", name="Undo", exact=True).click()
    expect(other.locator(".rm-status")).to_contain_text("Restored.")
    assert states(other, "vectors") == ["done"]
    context.close()


def test_printed_progress_says_known_already(page: Page, server: str) -> None:
    page.goto(server + "/dashboard/print/")
    know(page, "vectors")
    expect(page.locator(".rm-print .rm-check:has([data-tick=vectors]) .rm-state")).to_have_text("known already")
    expect(page.locator(".rm-print [data-tick=vectors]")).to_be_checked()

"""Every action can be undone and redone exactly, by button and by key."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.page import DEEP, box, count, more, unfold, until
from tests.browser.storage import records
from tests.browser.undo.actions import (
    ACTIONS,
    FULL,
    OLD,
    PLAN,
    SEED,
    click,
    meanings,
    plan,
    press_undo,
    seed,
    state,
    status,
    toast,
    until_means,
    until_means_other,
    until_means_timeless,
)
from tests.families import family

# One of each kind of record, some of which have a former one; on other pages and for other kinds of entries, boxes tick alike.
CHOSEN = family(
    ACTIONS, "complete a parent", "a topic's state", "a link that is removed", "a habit", "another review", "a phase's status", "the focus",
    "a first plan",
)  # fmt: skip
ADDRESSES = sorted({ACTIONS[name][0] for name in CHOSEN})


@pytest.mark.parametrize("address", ADDRESSES)
def test_each_action_on_a_page_is_undone_by_button_and_by_key_and_redone(page: Page, server: str, address: str) -> None:
    page.goto(server + "/404.html")
    seed(page)
    page.goto(server + address)
    before = meanings(page)
    here = [name for name in CHOSEN if ACTIONS[name][0] == address]
    for name in here:
        _, act = ACTIONS[name]
        if name != here[0]:
            page.reload()
        act(page)
        until_means_other(page, before, name)
        expect(toast(page), name).to_contain_text("Saved.")
        expect(status(page), name).to_contain_text("Press Ctrl+Z to undo.")
        press_undo(page)
        until_means(page, before, name)
        expect(status(page), name).to_contain_text("Undone: ")
        # By key, with the focus where the act has left it, but in no text.
        page.locator("h1").click()
        act(page)
        until_means_other(page, before, name)
        expect(status(page), name).to_contain_text("Saved.")
        done = meanings(page)
        page.evaluate("document.activeElement.matches('input[type=date], input[type=number]') && document.activeElement.blur()")
        page.keyboard.press("Control+z")
        until_means(page, before, name)
        page.keyboard.press("Control+Shift+Z")
        until_means_timeless(page, done, name)
        page.keyboard.press("Control+z")
        until_means(page, before, name)


def test_a_changed_plan_is_restored(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    seed(page, PLAN)
    page.goto(server + "/dashboard/plan/")
    plan("33")(page)
    expect(page.get_by_label("Hours per week")).to_have_value("33")
    press_undo(page)
    expect(page.get_by_label("Hours per week")).to_have_value("10")
    assert meanings(page)["plan/current"]["hours"] == 10


def test_unticking_a_parent_by_mistake_is_undone_for_all_subtopics(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    unfold(page)
    parent, parts = page.evaluate(
        """() => [...document.querySelectorAll('.rm-tick')].map(box => box.dataset.tick).filter(roadmap.counts.isParent)
             .map(id => [id, roadmap.counts.leavesOf(id)]).sort((one, other) => other[1].length - one[1].length)[0]"""
    )
    assert len(parts) >= 4
    states = ["done", "learning", "skipped", *["done", "learning"] * len(parts)][: len(parts)]
    seed(page, {f"state/{part}": {"state": state, "at": OLD + at} for at, (part, state) in enumerate(zip(parts, states, strict=True))})
    before = meanings(page)
    done, learning = states.count("done"), states.count("learning")
    click(parent)(page)
    expect(toast(page)).to_contain_text(f"{learning} topic")
    # What was done keeps its day, and what is skipped stays so.
    after = meanings(page)
    assert all(after[path] == before[path] for path in before if before[path]["state"] != "learning")
    click(parent)(page)
    expect(toast(page)).to_contain_text(f"{done + learning} topics set to “to do”")
    assert [record["state"] for record in meanings(page).values()] == ["skipped"] * states.count("skipped")
    press_undo(page)
    until_means(page, after)
    toast(page).get_by_role("button", name="Undo previous").click()
    until_means(page, before)
    expect(status(page)).to_contain_text("their earlier states again")


def test_undo_reaches_the_second_copy_and_survives_a_reload(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    click("perceptron")(page)
    expect(status(page)).to_contain_text("Perceptron: done. Saved.")
    press_undo(page)
    expect(status(page)).to_contain_text("Undone: Perceptron is “to do” again. Saved.")
    expect(box(page, "perceptron")).not_to_be_checked()
    page.reload()
    expect(count(page, "phase:deep-learning")).to_contain_text("0 of ")
    # Nothing is left to undo, and the key does no harm.
    before = records(page)
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+y")
    expect(toast(page)).to_have_count(0)
    assert records(page) == before
    assert page.evaluate("roadmap.need('upkeep').then(() => [roadmap.acts.undo(), roadmap.acts.redo()])") == [False, False]


def test_actions_on_one_topic_are_undone_one_by_one_and_redone(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    seed(page)
    said = [meanings(page)]
    for name in ("Done", "Skipped", "To do"):
        state("tanh", name)(page)
        said.append(meanings(page))
    # With the focus in the panel, which keeps its other keys to itself.
    for then, name in zip(said[-2::-1], ("Skipped", "Done", "Learning"), strict=True):
        page.keyboard.press("Control+z")
        expect(page.get_by_role("radio", name=name)).to_be_checked()
        expect(page.get_by_role("radio", name=name)).to_be_focused()
        until_means_timeless(page, then)
    until_means(page, said[0])
    for then in said[1:]:
        page.keyboard.press("Control+y")
        until_means_timeless(page, then)
    for _ in range(3):
        page.keyboard.press("Control+z")
    until_means(page, said[0])
    page.keyboard.press("Control+z")
    until_means(page, said[0])


def test_a_new_action_clears_redo_and_fifty_actions_are_kept(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    page.evaluate("roadmap.need('upkeep')")
    ids = page.evaluate("roadmapMap.leaves.slice(0, 55)")
    page.evaluate("ids => ids.forEach(id => roadmap.rows.mark(id, 'done', id))", ids)
    assert page.evaluate("Array.from({ length: 60 }, () => roadmap.acts.undo()).filter(Boolean).length") == 50
    assert set(meanings(page)) == {f"state/{id}" for id in ids[:5]}
    page.evaluate("id => roadmap.rows.mark(id, 'learning', id)", ids[7])
    assert page.evaluate("roadmap.acts.redo()") is False


def test_keys_pressed_before_the_part_has_arrived_are_not_lost(page: Page, server: str) -> None:
    waiting: list[Route] = []
    page.route("**/upkeep.*.js", lambda route: waiting.append(route))
    page.goto(server + DEEP)
    with page.expect_request("**/upkeep.*.js"):
        box(page, "tanh").check()
    page.keyboard.press("Control+z")
    expect(box(page, "tanh")).to_be_checked()
    waiting.pop().continue_()
    expect(box(page, "tanh")).not_to_be_checked()


def test_undo_works_after_instant_navigation(page: Page, server: str) -> None:
    page.goto(server + "/phases/")
    page.evaluate("globalThis.stayed = true")
    page.locator('a[href*="deep-learning"]').first.click()
    page.wait_for_url("**/deep-learning/")
    seed(page)
    before = meanings(page)
    click("perceptron")(page)
    click("activation-functions")(page)
    page.locator(".rm-neighbours a").first.click()
    until(page, "!location.pathname.includes('deep-learning')")
    assert page.evaluate("globalThis.stayed") is True
    # The button came along; the second act is undone by key.
    press_undo(page)
    expect(toast(page)).to_contain_text("Undone: 2 topics of Activation functions have their earlier states again.")
    page.keyboard.press("Control+z")
    until_means(page, before)


def test_undo_can_be_repeated_after_a_full_storage(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    seed(page)
    before = meanings(page)
    click("activation-functions")(page)
    done = records(page)
    page.evaluate("() => { globalThis.set = Storage.prototype.setItem; }")
    page.evaluate(FULL)
    press_undo(page)
    expect(page.get_by_text("storage is full or blocked. Nothing was changed.")).to_be_visible()
    expect(box(page, "relu")).to_be_checked()
    assert records(page) == done
    # An act that could not be stored is nothing to undo.
    click("perceptron")(page)
    expect(page.get_by_text("could not be saved")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_text("could not be saved")).to_have_count(0)
    page.evaluate("() => { Storage.prototype.setItem = globalThis.set; }")
    page.keyboard.press("Control+z")
    until_means(page, before)


def test_text_fields_keep_their_own_undo(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    click("dropout")(page)
    more(page, "perceptron")
    page.get_by_label("Notes on Perceptron").press_sequentially("words")
    page.keyboard.press("Control+z")
    assert page.evaluate("roadmap.store.state('dropout')") == "done"
    expect(page.get_by_label("Notes on Perceptron")).not_to_have_value("words")
    page.get_by_label("Link title").press_sequentially("a")
    page.keyboard.press("Control+z")
    assert page.evaluate("roadmap.store.state('dropout')") == "done"
    page.get_by_role("radio", name="To do").focus()
    page.keyboard.press("Control+z")
    assert page.evaluate("roadmap.store.state('dropout')") == "todo"


def test_undo_restores_a_review_older_than_its_tick(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    seed(page, {**SEED, "review/vectors": {"reps": 5, "ease": 2.5, "days": 90, "due": "2199-01-01", "at": OLD}})
    due = "roadmap.review.due(roadmap.store.since('vectors'), roadmap.store.read('review/vectors'))"
    page.goto(server + "/dashboard/")
    page.locator("#grade-good-vectors").click()
    expect(page.locator("#grade-good-vectors")).to_have_count(0)
    assert page.evaluate(due) > "2024"
    press_undo(page)
    expect(page.locator("#grade-good-vectors")).to_be_visible()
    assert page.evaluate(due) < "2024"

"""What a learner does can be undone: by button and by key, exactly, and never at the cost of what came later."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.page import box, count, more, until, watch

DEEP = "/phases/deep-learning/"
PARTS = ("relu", "sigmoid", "tanh", "leaky-relu")
FULL = "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"
OLD = 1_700_000_000_000
SEED = {
    "state/sigmoid": {"state": "done", "at": OLD},
    "state/tanh": {"state": "learning", "at": OLD + 1},
    "state/leaky-relu": {"state": "skipped", "at": OLD + 2, "since": OLD - 5},
    "state/vectors": {"state": "done", "at": OLD + 3},
    "state/matrices": {"state": "done", "at": OLD + 4},
    "review/matrices": {"reps": 2, "ease": 2.36, "days": 6, "due": "2023-11-21", "at": OLD + 5},
    "phase/foundation": {"status": "completed", "at": OLD},
    "links/perceptron": {"links": [{"title": "Mine", "url": "https://example.org/"}], "at": OLD},
    "focus/current": {"phase": "foundation", "target": "2030-01-01", "at": OLD},
}
PLAN = {"plan/current": {"start": "2026-01-05", "hours": 10, "pace": 10, "off": [], "order": "map", "optional": True, "at": OLD}}


def records(page: Page) -> dict[str, Any]:
    """All records, by their paths."""
    found: dict[str, str] = page.evaluate("Object.fromEntries(roadmap.store.paths().map(path => [path, roadmap.localStore.get(path)]))")
    return {path: json.loads(raw) for path, raw in found.items()}


def sense(page: Page) -> dict[str, Any]:
    """What the records say, without the time of their last change; one that says nothing is none."""
    return {path: said for path, record in records(page).items() if (said := _sense(path, record))}


def _sense(path: str, record: dict[str, Any]) -> dict[str, Any] | None:
    kind = path.split("/")[0]
    said = {name: value for name, value in record.items() if name not in ("at", "by", "after", "since")}
    if kind in ("state", "review"):
        said["since"] = record.get("since", record["at"])
    if kind == "day":
        habits = sorted(habit for habit, at in record["ticks"].items() if at > 0)
        return {"ticks": habits} if habits else None
    if said.get("state") == "todo" or said.get("reps") == 0 or said.get("none"):
        return None
    return None if said in ({}, {"status": "auto"}) else said


def seed(page: Page, items: dict[str, Any] | None = None) -> None:
    page.evaluate("items => roadmap.store.put(new Map(Object.entries(items)))", SEED if items is None else items)


def status(page: Page) -> Any:
    return page.locator(".rm-status")


def toast(page: Page) -> Any:
    return page.locator(".rm-toast")


def press_undo(page: Page) -> None:
    toast(page).get_by_role("button", name="Undo", exact=True).click()


def state(id: str, name: str) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        if page.locator(".rm-panel").count() == 0:
            more(page, id)
        page.locator(".rm-panel").get_by_role("radio", name=name).check()

    return act


def click(id: str) -> Callable[[Page], None]:
    return lambda page: box(page, id).click()


def press(selector: str) -> Callable[[Page], None]:
    return lambda page: page.locator(selector).first.click()


def choose(id: str, value: str) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        field = page.locator(f"#{id}")
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
            field.blur()

    return act


def remove_link(page: Page) -> None:
    more(page, "perceptron")
    page.get_by_role("button", name="Remove link Mine").click()


def plan(hours: str) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        page.get_by_label("Hours per week").fill(hours)
        page.locator("#make-plan").click()

    return act


ACTS: dict[str, tuple[str, Callable[[Page], None]]] = {
    "tick": (DEEP, click("perceptron")),
    "untick": ("/phases/foundation/", click("vectors")),
    "complete a parent": (DEEP, click("activation-functions")),
    "a topic's state": (DEEP, state("tanh", "Skipped")),
    "a parent's state": (DEEP, state("activation-functions", "To do")),
    "a document's list": ("/documents/machine-learning-engineer/", click("dropout")),
    "a project": ("/projects/", click("chatbot-with-rag")),
    "a paper": ("/papers/", press(".rm-tick")),
    "a goal": ("/milestones/", press(".rm-tick")),
    "the dashboard's list": ("/dashboard/", press(".rm-desk .rm-tick")),
    "what is left": ("/dashboard/remaining/", press(".rm-desk .rm-tick")),
    "a habit": ("/dashboard/", press(".rm-habit")),
    "a habit of the routine": ("/routine/", press("[data-rm-desk] .rm-habit")),
    "a first review": ("/dashboard/", press("#grade-good-vectors")),
    "another review": ("/dashboard/", press("#grade-forgotten-matrices")),
    "a phase's status": ("/dashboard/journal/", choose("status-deep-learning", "in-progress")),
    "another status": ("/dashboard/journal/", choose("status-foundation", "auto")),
    "the focus": ("/dashboard/journal/", choose("focus-phase", "deep-learning")),
    "the focus's day": ("/dashboard/journal/", choose("focus-target", "2031-02-03")),
    "a link that is removed": (DEEP, remove_link),
    "a first plan": ("/dashboard/plan/", plan("7")),
}


ADDRESSES = sorted({address for address, _ in ACTS.values()})


@pytest.mark.parametrize("address", ADDRESSES)
def test_each_action_on_a_page_is_undone_by_button_and_by_key_and_redone(page: Page, server: str, address: str) -> None:
    page.goto(server + "/404.html")
    seed(page)
    page.goto(server + address)
    before = sense(page)
    for name, (place, act) in ACTS.items():
        if place != address:
            continue
        act(page)
        assert sense(page) != before, name
        expect(toast(page), name).to_contain_text("Saved.")
        expect(status(page), name).to_contain_text("Press Ctrl+Z to undo.")
        press_undo(page)
        assert sense(page) == before, name
        expect(status(page), name).to_contain_text("Undone: ")
        # By key, with the focus where the act has left it, but in no text.
        page.locator("h1").click()
        page.reload()
        act(page)
        done = sense(page)
        page.evaluate("document.activeElement.matches('input[type=date], input[type=number]') && document.activeElement.blur()")
        page.keyboard.press("Control+z")
        assert sense(page) == before, name
        page.keyboard.press("Control+Shift+Z")
        assert _timeless(sense(page)) == _timeless(done), name
        page.keyboard.press("Control+z")
        assert sense(page) == before, name
        page.reload()


def _timeless(said: dict[str, Any]) -> dict[str, Any]:
    return {path: {name: value for name, value in record.items() if name != "since"} for path, record in said.items()}


def test_a_changed_plan_is_restored(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    seed(page, PLAN)
    page.goto(server + "/dashboard/plan/")
    plan("33")(page)
    expect(page.get_by_label("Hours per week")).to_have_value("33")
    press_undo(page)
    expect(page.get_by_label("Hours per week")).to_have_value("10")
    assert sense(page)["plan/current"]["hours"] == 10


def test_unticking_a_parent_by_mistake_is_undone_for_all_subtopics(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    parent, parts = page.evaluate(
        """() => [...document.querySelectorAll('.rm-tick')].map(box => box.dataset.tick).filter(roadmap.counts.isParent)
             .map(id => [id, roadmap.counts.leavesOf(id)]).sort((one, other) => other[1].length - one[1].length)[0]"""
    )
    assert len(parts) >= 4
    states = ["done", "learning", "skipped", *["done", "learning"] * len(parts)][: len(parts)]
    seed(page, {f"state/{part}": {"state": state, "at": OLD + at} for at, (part, state) in enumerate(zip(parts, states, strict=True))})
    before = sense(page)
    done, learning = states.count("done"), states.count("learning")
    click(parent)(page)
    expect(toast(page)).to_contain_text(f"{learning} topic")
    # What was done keeps its day, and what is skipped stays so.
    after = sense(page)
    assert all(after[path] == before[path] for path in before if before[path]["state"] != "learning")
    click(parent)(page)
    expect(toast(page)).to_contain_text(f"{done + learning} topics set to “to do”")
    assert [record["state"] for record in sense(page).values()] == ["skipped"] * states.count("skipped")
    press_undo(page)
    assert sense(page) == after
    toast(page).get_by_role("button", name="Undo previous").click()
    assert sense(page) == before
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
    assert page.evaluate("[roadmap.undo.undo(), roadmap.undo.redo()]") == [False, False]


def test_actions_on_one_topic_are_undone_one_by_one_and_redone(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    seed(page)
    said = [sense(page)]
    for name in ("Done", "Skipped", "To do"):
        state("tanh", name)(page)
        said.append(sense(page))
    # With the focus in the panel, which keeps its other keys to itself.
    for then, name in zip(said[-2::-1], ("Skipped", "Done", "Learning"), strict=True):
        page.keyboard.press("Control+z")
        expect(page.get_by_role("radio", name=name)).to_be_checked()
        expect(page.get_by_role("radio", name=name)).to_be_focused()
        assert _timeless(sense(page)) == _timeless(then)
    assert sense(page) == said[0]
    for then in said[1:]:
        page.keyboard.press("Control+y")
        assert _timeless(sense(page)) == _timeless(then)
    for _ in range(3):
        page.keyboard.press("Control+z")
    assert sense(page) == said[0]
    page.keyboard.press("Control+z")
    assert sense(page) == said[0]


def test_a_new_action_clears_redo_and_fifty_actions_are_kept(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    ids = page.evaluate("roadmapMap.leaves.slice(0, 55)")
    page.evaluate("ids => ids.forEach(id => roadmap.rows.mark(id, 'done', id))", ids)
    assert page.evaluate("Array.from({ length: 60 }, () => roadmap.undo.undo()).filter(Boolean).length") == 50
    assert set(sense(page)) == {f"state/{id}" for id in ids[:5]}
    page.evaluate("id => roadmap.rows.mark(id, 'learning', id)", ids[7])
    assert page.evaluate("roadmap.undo.redo()") is False


def test_undo_works_after_instant_navigation(page: Page, server: str) -> None:
    page.goto(server + "/phases/")
    page.evaluate("globalThis.stayed = true")
    page.locator('a[href*="deep-learning"]').first.click()
    page.wait_for_url("**/deep-learning/")
    seed(page)
    before = sense(page)
    click("perceptron")(page)
    click("activation-functions")(page)
    page.locator(".rm-neighbours a").first.click()
    until(page, "!location.pathname.includes('deep-learning')")
    assert page.evaluate("globalThis.stayed") is True
    # The button came along; the second act is undone by key.
    press_undo(page)
    expect(toast(page)).to_contain_text("Undone: 2 topics of Activation functions have their earlier states again.")
    page.keyboard.press("Control+z")
    assert sense(page) == before


def test_undo_leaves_what_another_tab_has_changed_since(context: BrowserContext, page: Page, server: str) -> None:
    other = context.new_page()
    watch(other)
    page.goto(server + DEEP)
    other.goto(server + DEEP)
    click("activation-functions")(page)
    expect(box(other, "relu")).to_be_checked()
    state("relu", "Learning")(other)
    until(page, "roadmap.store.state('relu') === 'learning'")
    press_undo(page)
    expect(status(page)).to_contain_text("1 record has since been changed in another tab and stays as it is.")
    assert page.evaluate("ids => ids.map(roadmap.store.state)", PARTS) == ["learning", "todo", "todo", "todo"]
    # Everything of an act was changed since: nothing is undone, and that is said.
    click("perceptron")(page)
    expect(box(other, "perceptron")).to_be_checked()
    click("perceptron")(other)
    until(page, "roadmap.store.state('perceptron') === 'todo'")
    before = records(page)
    page.keyboard.press("Control+z")
    expect(status(page)).to_contain_text("Cannot undo “Perceptron: done”: it has since been changed in another tab.")
    assert records(page) == before
    until(other, "roadmap.store.state('relu') === 'learning'")


def test_undo_reaches_the_other_tab(context: BrowserContext, page: Page, server: str) -> None:
    other = context.new_page()
    page.goto(server + DEEP)
    other.goto(server + DEEP)
    click("dropout")(page)
    expect(box(other, "dropout")).to_be_checked()
    page.keyboard.press("Control+z")
    expect(box(other, "dropout")).not_to_be_checked()
    # A tab undoes its own acts only.
    assert other.evaluate("roadmap.undo.undo()") is False


def test_habits_of_one_day_are_undone_separately(context: BrowserContext, page: Page, server: str) -> None:
    other = context.new_page()
    for tab in (page, other):
        tab.goto(server + "/dashboard/")
        expect(tab.locator(".rm-habit").nth(2)).to_be_visible()
    first, second, third = (page.locator(".rm-habit").nth(at).get_attribute("id") for at in range(3))
    page.locator(f"#{first}").check()
    page.locator(f"#{second}").check()
    other.locator(f"#{third}").check()
    expect(page.locator(f"#{third}")).to_be_checked()
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    expect(page.locator(f"#{first}")).not_to_be_checked()
    expect(page.locator(f"#{second}")).not_to_be_checked()
    expect(page.locator(f"#{third}")).to_be_checked()
    page.locator(f"#{third}").uncheck()
    page.keyboard.press("Control+z")
    expect(other.locator(f"#{third}")).to_be_checked()


def test_undo_can_be_repeated_after_a_full_storage(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    seed(page)
    before = sense(page)
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
    assert sense(page) == before


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


def test_each_action_is_announced_once_and_moves_no_focus(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    expect(status(page)).to_have_count(1)
    page.evaluate(
        """() => { globalThis.heard = []; const place = document.querySelector('.rm-status');
             const hear = () => place.textContent && heard.push(place.textContent);
             new MutationObserver(hear).observe(place, { childList: true, characterData: true, subtree: true }); }"""
    )
    box(page, "perceptron").focus()
    page.keyboard.press("Space")
    until(page, "heard.length === 1")
    expect(box(page, "perceptron")).to_be_focused()
    page.keyboard.press("Control+z")
    until(page, "heard.length === 2")
    expect(box(page, "perceptron")).to_be_focused()
    said = page.evaluate("heard")
    assert said[0].startswith("Perceptron: done. Saved. 1 of ") and said[0].endswith(" topics done. Press Ctrl+Z to undo.")
    assert said[1] == "Undone: Perceptron is “to do” again. Saved."
    assert toast(page).get_attribute("role") == "group"
    assert page.locator("[role=status] .rm-toast, .rm-toast [role=status], .rm-toast [aria-live]").count() == 0


def test_the_toast_is_reached_by_keyboard_and_returns_the_focus(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    box(page, "perceptron").focus()
    page.keyboard.press("Space")
    undo = toast(page).get_by_role("button", name="Undo", exact=True)
    # It stands at the end of the page, behind the last link.
    page.evaluate("[...document.querySelectorAll('a[href]')].findLast(link => link.checkVisibility()).focus()")
    for _ in range(3):
        page.keyboard.press("Tab")
        if undo.evaluate("button => button === document.activeElement"):
            break
    expect(undo).to_be_focused()
    box(page, "perceptron").focus()
    undo.focus()
    page.keyboard.press("Enter")
    expect(box(page, "perceptron")).not_to_be_checked()
    expect(toast(page).get_by_role("button", name="Redo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(box(page, "perceptron")).to_be_checked()
    page.keyboard.press("Escape")
    expect(toast(page)).to_have_count(0)
    expect(box(page, "perceptron")).to_be_focused()
    # And without the focus in it.
    page.keyboard.press("Space")
    expect(toast(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(toast(page)).to_have_count(0)
    expect(box(page, "perceptron")).not_to_be_checked()


def test_the_toast_disappears_unless_the_pointer_is_over_it(page: Page, server: str) -> None:
    page.clock.install()
    page.goto(server + DEEP)
    click("perceptron")(page)
    expect(toast(page)).to_be_visible()
    page.clock.fast_forward(60_000)
    expect(toast(page)).to_have_count(0)
    click("dropout")(page)
    toast(page).hover()
    page.clock.fast_forward(60_000)
    expect(toast(page)).to_be_visible()
    page.locator("h1").hover()
    page.clock.fast_forward(60_000)
    expect(toast(page)).to_have_count(0)
    # What is gone from sight can be undone all the same.
    page.keyboard.press("Control+z")
    expect(box(page, "dropout")).not_to_be_checked()


def test_a_double_click_on_undo_undoes_once(page: Page, server: str) -> None:
    # Here the next button comes to stand where the first one stood.
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(server + DEEP)
    click("perceptron")(page)
    click("dropout")(page)
    expect(toast(page)).to_contain_text("Dropout: done. Saved.")
    toast(page).get_by_role("button", name="Undo", exact=True).dblclick()
    assert page.evaluate("['perceptron', 'dropout'].map(roadmap.store.state)") == ["done", "todo"]


@pytest.mark.parametrize("looks", [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}])
def test_notices_never_cover_the_end_of_a_page(browser: Browser, server: str, looks: Any) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True, **looks)
    page = context.new_page()
    page.goto(server + DEEP)
    page.evaluate("roadmap.notice('long', 'A notice of some length. '.repeat(12), [['Do', () => {}]], ['Later', () => {}])")
    box(page, "perceptron").tap()
    expect(toast(page)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for button in toast(page).get_by_role("button").all():
        place = button.bounding_box()
        assert place and place["width"] >= 24 and place["height"] >= 24
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    until(page, "scrollY + innerHeight >= document.documentElement.scrollHeight - 1")
    assert page.evaluate(
        "document.querySelector('.md-footer').getBoundingClientRect().bottom <= document.querySelector('.rm-foot').getBoundingClientRect().top + 1"
    )
    # Whatever gets the focus is scrolled clear of them, too.
    covered = page.evaluate(
        """() => { const foot = () => document.querySelector('.rm-foot').getBoundingClientRect().top + 1;
             const nodes = [...document.querySelectorAll('.md-content :is(a[href], button, input)')].filter(node => node.checkVisibility());
             return nodes.filter(node => { node.focus(); return node.getBoundingClientRect().bottom > foot(); }).length; }"""
    )
    assert covered == 0
    context.close()


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


def test_messages_of_the_toast_are_shown_as_text(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    page.evaluate("roadmap.undo.act('<img src=x onerror=alert(1)>', [['state/dropout', { state: 'done' }]], { undone: '<b>x</b>' })")
    expect(toast(page)).to_contain_text("<img src=x onerror=alert(1)>.")
    page.keyboard.press("Control+z")
    expect(toast(page)).to_contain_text("Undone: <b>x</b>.")
    assert page.locator(".rm-toast :is(img, b), .rm-status :is(img, b)").count() == 0

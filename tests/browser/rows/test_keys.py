"""The keys of rows: they work only while a row has the focus, and never in a field."""

from playwright.sync_api import Page, expect

from tests.browser.page import box, until


def state(page: Page, id: str) -> str:
    choice: str = page.evaluate("id => roadmap.rows.choiceOf(id)", id)
    return choice


def test_keys_move_mark_open_and_undo(phase: Page) -> None:
    box(phase, "flour").focus()
    phase.keyboard.press("j")
    expect(box(phase, "kneading")).to_be_focused()
    phase.keyboard.press("j")
    expect(box(phase, "folding")).to_be_focused()
    phase.keyboard.press("k")
    phase.keyboard.press("k")
    phase.keyboard.press("k")
    expect(box(phase, "flour")).to_be_focused()
    for key, choice in (("l", "learning"), ("a", "known"), ("x", "skipped")):
        phase.keyboard.press(key)
        assert state(phase, "flour") == choice
    phase.keyboard.press("u")
    until(phase, "roadmap.rows.choiceOf('flour') === 'known'")
    phase.keyboard.press("Space")
    assert state(phase, "flour") == "todo"
    phase.keyboard.press("o")
    expect(phase.get_by_role("dialog", name="Details of Flour")).to_be_focused()
    phase.keyboard.press("Escape")
    # From the button of the row they work, too.
    phase.keyboard.press("j")
    expect(box(phase, "kneading")).to_be_focused()


def test_a_closed_section_is_passed_over(phase: Page) -> None:
    box(phase, "first-dough").focus()
    phase.keyboard.press("j")
    expect(box(phase, "first-dough")).to_be_focused()
    phase.get_by_role("button", name="Expand all").click()
    box(phase, "first-dough").focus()
    phase.keyboard.press("j")
    expect(box(phase, "steam")).to_be_focused()


def test_keys_do_nothing_elsewhere_in_fields_or_with_modifiers(phase: Page) -> None:
    for key in "lax":
        phase.keyboard.press(key)
    box(phase, "flour").focus()
    for key in ("Control+l", "Alt+a", "Meta+x"):
        phase.keyboard.press(key)
    assert state(phase, "flour") == "todo"
    phase.keyboard.press("o")
    notes = phase.get_by_label("Notes on Flour")
    notes.fill("")
    notes.press_sequentially("all jokes? xu")
    expect(notes).to_have_value("all jokes? xu")
    assert state(phase, "flour") == "todo"


def test_the_keys_are_listed(phase: Page) -> None:
    box(phase, "flour").focus()
    phase.keyboard.press("?")
    dialog = phase.get_by_role("dialog", name="Keyboard shortcuts")
    expect(dialog.locator("dt")).to_have_text(["j", "k", "Space", "l", "a", "x", "o", "u", "?"])
    phase.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(box(phase, "flour")).to_be_focused()


def test_a_mistaken_tick_of_a_parent_is_undone_whole(phase: Page) -> None:
    box(phase, "folding").check()
    phase.evaluate("roadmap.store.put(new Map([['state/slapping', { state: 'learning', at: 5 }]]))")
    box(phase, "kneading").check()
    assert [state(phase, id) for id in ("folding", "slapping")] == ["done", "done"]
    phase.locator(".rm-toast").get_by_role("button", name="Undo", exact=True).click()
    assert [state(phase, id) for id in ("folding", "slapping")] == ["done", "learning"]

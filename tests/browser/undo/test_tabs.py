"""Undo with several tabs: never at the cost of what came later."""

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.page import DEEP, box, until, watch
from tests.browser.storage import records
from tests.browser.undo.actions import PARTS, click, press_undo, state, status


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
    assert other.evaluate("roadmap.acts.undo()") is False


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

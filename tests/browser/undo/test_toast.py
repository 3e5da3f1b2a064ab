"""The toast with the undo button: announced, reached by keyboard, and never in the way."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.page import DEEP, box, until
from tests.browser.undo.actions import click, status, toast
from tests.families import family


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
    expect(undo).to_be_visible()
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


LOOKS = [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}]


@pytest.mark.parametrize("looks", family(LOOKS, LOOKS[2]))
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
        "document.querySelector('.md-footer').getBoundingClientRect().bottom "
        "<= document.querySelector('.rm-messages').getBoundingClientRect().top + 1"
    )
    # Whatever gets the focus is scrolled clear of them, too.
    covered = page.evaluate(
        """() => { const foot = () => document.querySelector('.rm-messages').getBoundingClientRect().top + 1;
             const nodes = [...document.querySelectorAll('.md-content :is(a[href], button, input)')].filter(node => node.checkVisibility());
             return nodes.filter(node => { node.focus(); return node.getBoundingClientRect().bottom > foot(); }).length; }"""
    )
    assert covered == 0
    context.close()


def test_messages_of_the_toast_are_shown_as_text(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    page.evaluate("roadmap.undo.act('<img src=x onerror=alert(1)>', [['state/dropout', { state: 'done' }]], { undone: '<b>x</b>' })")
    expect(toast(page)).to_contain_text("<img src=x onerror=alert(1)>.")
    page.keyboard.press("Control+z")
    expect(toast(page)).to_contain_text("Undone: <b>x</b>.")
    assert page.locator(".rm-toast :is(img, b), .rm-status :is(img, b)").count() == 0

"""A row: its states, its notes and its links, by mouse, touch and keyboard."""

from playwright.sync_api import Browser, Page, expect

from tests.browser.page import DEEP, box, count, more, unfold, until
from tests.browser.storage import everything


def size(page: Page, scope: str) -> int:
    return int(count(page, scope).inner_text().split(" of ")[1].split(" ")[0])


def test_every_state_is_reached_by_keyboard_and_announced_with_the_checkbox(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    box(page, "perceptron").focus()
    page.keyboard.press("Tab")
    expect(page.locator('.rm-more[data-entry="perceptron"]')).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Details of Perceptron")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Close")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name="To do")).to_be_focused()
    choices = {"Learning": " learning", "Done": "", "Known already": " known already", "Skipped": " skipped"}
    for name, label in choices.items():
        page.keyboard.press("ArrowDown")
        expect(page.get_by_role("radio", name=name)).to_be_checked()
        expect(page.get_by_role("checkbox", name=f"Perceptron{label}", exact=True).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".rm-panel")).to_have_count(0)
    expect(page.locator('.rm-more[data-entry="perceptron"]')).to_be_focused()
    page.reload()
    expect(page.get_by_role("checkbox", name="Perceptron skipped")).not_to_be_checked()


def test_skipped_topics_are_not_counted(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    before = size(page, "phase:deep-learning")
    more(page, "perceptron")
    page.get_by_role("radio", name="Skipped").check()
    expect(count(page, "phase:deep-learning")).to_have_text(f"0 of {before - 1} topics · 0% · 0 of 4 exercises")
    # A parent whose other parts are done is done.
    box(page, "activation-functions").check()
    more(page, "relu")
    page.get_by_role("radio", name="Skipped").check()
    assert box(page, "activation-functions").is_checked()
    page.reload()
    assert box(page, "activation-functions").is_checked()


def test_optional_topics_and_branches_do_not_lower_the_percentage(page: Page, server: str) -> None:
    page.goto(server + "/phases/specialization/")
    unfold(page)
    bar = count(page, "section:industry-applications")
    expect(bar).to_have_text("0 of 1 topic · 0% · + 7 optional")
    box(page, "robotics").check()
    expect(bar).to_have_text("1 of 1 topic · 100% · + 7 optional")
    box(page, "climate-ai").check()
    expect(bar).to_have_text("1 of 1 topic · 100% · 1 of 7 optional done")


def test_the_state_of_a_parent_is_applied_to_its_subtopics(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    more(page, "activation-functions")
    page.get_by_role("radio", name="Learning").check()
    for part in ("relu", "sigmoid"):
        assert page.evaluate("id => roadmap.store.state(id)", part) == "learning"


def test_notes_are_stored_as_written_and_shown_as_text(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    more(page, "perceptron")
    text = "**bold** <img src=x onerror=alert(1)> {{ 7*7 }}\n- one\n- [ok](https://example.org/a) [bad](javascript:alert(1))\n`code`"
    page.get_by_label("Notes on Perceptron").fill(text)
    shown = page.locator(".rm-panel .rm-prose")
    expect(shown.locator("strong")).to_have_text("bold")
    expect(shown.locator("li")).to_have_count(2)
    expect(shown.locator("a")).to_have_attribute("href", "https://example.org/a")
    assert shown.locator("img").count() == 0
    expect(shown).to_contain_text("[bad](javascript:alert(1))")
    expect(page.locator(".rm-notes .rm-field-status")).to_have_text("Saved.")
    page.reload()
    expect(page.locator('.rm-more[data-entry="perceptron"]').first).to_have_class("rm-more rm-has-note")
    more(page, "perceptron")
    expect(page.get_by_label("Notes on Perceptron")).to_have_value(text)
    page.goto(server + "/dashboard/journal/")
    expect(page.locator(".rm-note")).to_contain_text("bold")


def test_a_note_is_saved_when_the_page_is_left_at_once(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    more(page, "perceptron")
    page.get_by_label("Notes on Perceptron").fill("in haste")
    page.goto(server)
    assert "in haste" in everything(page)["note/perceptron"]


def test_links_added_by_learners_must_be_web_addresses(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    more(page, "perceptron")
    page.get_by_label("Link title").fill("My <b>find</b>")
    page.get_by_label("Link address").fill("javascript:alert(1)")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator(".rm-links .rm-field-status")).to_contain_text("Enter a full web address")
    page.get_by_label("Link address").fill("https://example.org/x")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator(".rm-own-links a")).to_have_text("My <b>find</b>")
    page.reload()
    more(page, "perceptron")
    expect(page.locator(".rm-own-links a")).to_have_attribute("href", "https://example.org/x")
    page.get_by_role("button", name="Remove link").click()
    expect(page.locator(".rm-own-links li")).to_have_count(0)


def test_papers_and_resources_have_a_reading_state(page: Page, server: str) -> None:
    page.goto(server + "/papers/")
    paper = page.locator(".rm-tick").first
    paper.check()
    page.goto(server + "/resources/")
    page.locator(".rm-more").first.click()
    page.get_by_role("radio", name="Learning").check()
    page.reload()
    expect(page.locator(".rm-state").first).to_have_text("learning")
    page.goto(server + "/papers/")
    expect(page.locator(".rm-tick").first).to_be_checked()


def test_two_tabs_agree_on_notes_too(page: Page, server: str) -> None:
    other = page.context.new_page()
    page.goto(server + DEEP)
    other.goto(server + DEEP)
    page.evaluate("roadmap.store.write([['note/perceptron', { text: 'there' }]])")
    expect(other.locator('.rm-more[data-entry="perceptron"]').first).to_have_class("rm-more rm-has-note")


def test_states_and_the_panel_work_with_forced_colours_and_touch(browser: Browser, server: str) -> None:
    context = browser.new_context(forced_colors="active", has_touch=True, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(server + DEEP)
    page.locator('.rm-more[data-entry="perceptron"]').first.tap()
    page.get_by_text("Skipped (not for me").tap()
    expect(page.locator("#topic-perceptron .rm-state")).to_have_text("skipped")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    target = page.locator('.rm-more[data-entry="dropout"]').first.bounding_box()
    assert target and target["width"] >= 24 and target["height"] >= 24
    context.close()


def test_an_open_panel_never_overwrites_another_tab(page: Page, server: str) -> None:
    other = page.context.new_page()
    for tab in (page, other):
        tab.goto(server + DEEP)
        more(tab, "perceptron")
    other.get_by_label("Notes on Perceptron").fill("three evenings of notes")
    expect(other.locator(".rm-notes .rm-field-status")).to_have_text("Saved.")
    # Who has written nothing sees it; who closes the panel changes nothing.
    expect(page.get_by_label("Notes on Perceptron")).to_have_value("three evenings of notes")
    page.keyboard.press("Escape")
    assert "three evenings" in everything(page)["note/perceptron"]
    # Both write at once: both are kept.
    more(page, "perceptron")
    page.evaluate("document.querySelector('.rm-notes textarea').value += ' and mine'")
    other.get_by_label("Notes on Perceptron").fill("another text")
    page.keyboard.press("Escape")
    until(page, "['another text', 'and mine'].every(part => roadmap.store.read('note/perceptron').text.includes(part))")


def test_setting_a_parent_keeps_skipped_subtopics_and_completion_times(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    page.evaluate("roadmap.store.put(new Map([['state/relu', { state: 'done', at: 1700000000000 }], ['state/tanh', { state: 'skipped', at: 5 }]]))")
    box(page, "activation-functions").click()
    assert page.evaluate("[roadmap.store.state('tanh'), roadmap.store.since('relu'), roadmap.store.state('sigmoid')]") == [
        "skipped",
        1700000000000,
        "done",
    ]
    box(page, "activation-functions").click()
    assert page.evaluate("['tanh', 'relu', 'sigmoid'].map(roadmap.store.state)") == ["skipped", "todo", "todo"]
    page.evaluate("roadmap.store.put(new Map([['state/relu', { state: 'done', at: 2e12 }]]))")
    more(page, "activation-functions")
    page.get_by_role("radio", name="Learning").check()
    assert page.evaluate("['tanh', 'relu', 'sigmoid'].map(roadmap.store.state)") == ["skipped", "done", "learning"]

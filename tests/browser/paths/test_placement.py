"""The page "Where do I stand?": questions, their result, and what is marked in the end."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.engines.base import Browser
from tests.browser.page import refusals, unfold, until, watch
from tests.browser.paths.fields import TOPICS, field
from tests.browser.sites import deploy, served, small_site
from tests.browser.storage import everything, records
from tests.families import family, only_in_all

PLACEMENT = "/dashboard/placement/"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_site(tmp_path_factory.mktemp("placement") / "site", field())


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with served(folder) as address:
        yield address


def title(page: Page) -> Any:
    return page.locator("#placement-title")


def start(page: Page, address: str, scope: str = "all") -> None:
    page.goto(address + PLACEMENT)
    if scope != "all":
        page.get_by_label("Ask about").select_option(scope)
    page.get_by_role("button", name="Start", exact=True).click()
    expect(title(page)).to_be_focused()


def button(page: Page, name: str) -> Any:
    return page.locator(".rm-placement").get_by_role("button", name=name, exact=True)


def say(page: Page, answer: str = "Yes") -> str:
    """Answer the question, and return its topic."""
    shown = title(page).inner_text()
    button(page, answer).click()
    expect(title(page)).not_to_have_text(shown)
    expect(title(page)).to_be_focused()
    return shown


def say_to_all(page: Page, answer: str = "Yes") -> list[str]:
    asked = []
    while button(page, answer).count():
        asked.append(say(page, answer))
    return asked


def mark(page: Page) -> None:
    page.locator("#placement-mark").click()
    expect(title(page)).to_contain_text("marked as known already")


def session(page: Page) -> Any:
    return json.loads(everything(page).get("meta/placement", "null"))


def open_phase(page: Page, number: int) -> None:
    page.locator(f"#placement-phase-{number}").click()


def tick_box(page: Page, id: str) -> Any:
    return page.get_by_role("checkbox", name=f"Topic {id}").first


def test_all_yes_marks_everything_as_known_already_and_undo_takes_it_back(page: Page, context: BrowserContext, address: str) -> None:
    watch(page)
    refused = refusals(context)
    page.goto(address + PLACEMENT)
    expect(page.get_by_text("30 open topics. At most 10 questions.")).to_be_visible()
    start(page, address)
    expect(page.get_by_text("Question 1 of at most 10", exact=True)).to_be_visible()
    expect(page.get_by_role("progressbar", name="Question 1 of at most 10")).to_be_visible()
    asked = say_to_all(page)
    assert len(set(asked)) == len(asked) <= 10
    expect(title(page)).to_have_text("We think you know 30 topics (60 h)")
    assert records(page) == {}
    button(page, "Mark 30 topics as known already").click()
    expect(page.locator(".rm-toast")).to_contain_text("30 topics: known already")
    expect(title(page)).to_have_text("30 topics are marked as known already")
    assert len(records(page)) == 30
    page.goto(address + "/phases/one/")
    unfold(page)
    expect(page.locator(".rm-tick").first).to_be_checked()
    expect(page.locator(".rm-check:has([data-tick=one-a-0]) .rm-state")).to_have_text("known already")
    page.goto(address + PLACEMENT)
    expect(title(page)).to_have_text("30 topics are marked as known already")
    button(page, "Start over").click()
    expect(page.get_by_text("All topics are done or skipped")).to_be_visible()
    assert refused == []


def test_undo_returns_to_the_result_as_it_was_corrected(page: Page, address: str) -> None:
    start(page, address)
    say_to_all(page)
    open_phase(page, 2)
    tick_box(page, "three-b-4").uncheck()
    mark(page)
    assert "state/three-b-4" not in records(page)
    page.locator(".rm-toast").get_by_role("button", name="Undo", exact=True).click()
    expect(button(page, "Mark 29 topics as known already")).to_be_visible()
    assert page.evaluate("roadmap.counts.of('all').done") == 0


def test_nothing_is_stored_before_it_is_confirmed_and_what_is_done_or_skipped_stays(page: Page, address: str) -> None:
    page.goto(address + PLACEMENT)
    page.evaluate("roadmap.store.write([['state/one-a-0', { state: 'done' }], ['state/one-b-1', { state: 'skipped' }]])")
    before = records(page)
    start(page, address)
    asked = say_to_all(page)
    assert not {"Topic one-a-0", "Topic one-b-1"} & set(asked)
    open_phase(page, 0)
    assert records(page) == before
    expect(title(page)).to_contain_text("28 topics")
    expect(tick_box(page, "one-a-1")).to_be_checked()
    for id in ("one-a-0", "one-b-1"):
        expect(tick_box(page, id)).to_have_count(0)
    mark(page)
    after = records(page)
    assert {path: after[path] for path in before} == before
    assert len(after) == 30


def test_no_to_all_finds_nothing(page: Page, address: str) -> None:
    start(page, address)
    say_to_all(page, "No")
    expect(title(page)).to_have_text("Your answers do not show topics that you know already")
    expect(page.locator("#placement-mark")).to_be_disabled()
    assert records(page) == {}


def test_a_placement_goes_on_after_a_reload(page: Page, address: str) -> None:
    start(page, address)
    first, second = say(page), say(page, "Roughly")
    current = title(page).inner_text()
    assert [answer for _, answer in session(page)["answers"]] == ["yes", "roughly"]
    page.reload()
    expect(title(page)).to_have_text(current)
    expect(page.get_by_text("Question 3 of at most 10", exact=True)).to_be_visible()
    # Back takes one answer after the other back.
    for question in (second, first):
        button(page, "Back").click()
        expect(title(page)).to_have_text(question)
    expect(button(page, "Back")).to_have_count(0)
    assert session(page)["answers"] == []
    button(page, "Start over").click()
    expect(button(page, "Start")).to_be_visible()
    assert session(page) is None


def test_the_result_can_be_seen_early_and_the_questions_go_on(page: Page, address: str) -> None:
    start(page, address)
    say(page)
    current = title(page).inner_text()
    button(page, "Stop and see the result").click()
    expect(title(page)).to_contain_text("We think you know")
    page.reload()
    expect(title(page)).to_contain_text("We think you know")
    button(page, "Go on with the questions").click()
    expect(title(page)).to_have_text(current)


def test_one_phase_and_what_its_answers_imply_elsewhere(page: Page, address: str) -> None:
    page.goto(f"{address}{PLACEMENT}?of=phase:two")
    expect(page.get_by_label("Ask about")).to_have_value("phase:two")
    expect(page.get_by_text("10 open topics. At most 4 questions.")).to_be_visible()
    button(page, "Start").click()
    expect(title(page)).to_be_focused()
    assert all("two-" in topic for topic in say_to_all(page))
    expect(page.locator("#placement-phase-0")).to_have_text("Phase one 10 of 10 ticked")
    expect(page.locator("#placement-phase-1")).to_have_text("Phase two 10 of 10 ticked")
    expect(page.locator("#placement-phase-2")).to_have_count(0)
    mark(page)
    assert page.evaluate("roadmap.counts.of('phase:three').done") == 0


def test_the_list_is_corrected(page: Page, address: str) -> None:
    start(page, address)
    say_to_all(page)
    open_phase(page, 0)
    tick_box(page, "one-a-1").uncheck()
    expect(page.get_by_text("Needs Topic one-a-1, which is not ticked.")).to_be_visible()
    expect(page.locator("#placement-phase-0")).to_contain_text("9 of 10 ticked")
    page.get_by_role("button", name="None of Section one-b").click()
    expect(page.locator("#placement-mark")).to_have_text("Mark 24 topics as known already")
    page.reload()
    open_phase(page, 0)
    expect(tick_box(page, "one-a-1")).not_to_be_checked()
    expect(tick_box(page, "one-b-4")).not_to_be_checked()
    page.get_by_role("button", name="All of Section one-b").click()
    tick_box(page, "one-a-1").check()
    expect(page.get_by_text("which is not ticked")).to_have_count(0)
    assert session(page)["corrections"] == []
    tick_box(page, "one-a-0").uncheck()
    mark(page)
    assert "state/one-a-0" not in records(page)
    assert len(records(page)) == 29


def test_the_list_says_why(page: Page, address: str) -> None:
    start(page, address)
    known = say(page).removeprefix("Topic ")
    unknown = say(page, "No").removeprefix("Topic ")
    button(page, "Stop and see the result").click()
    for number in range(3):
        open_phase(page, number)
    # What the learner claims is ticked, even where the other answers do not support it.
    expect(tick_box(page, known)).to_be_checked()
    button(page, "Go on with the questions").click()
    say_to_all(page)
    label = page.locator(".rm-placement .rm-check")
    expect(label.filter(has_text=known).locator(".rm-state")).to_have_text("you said yes")
    expect(label.filter(has_text=unknown).locator(".rm-state")).to_have_text("you said no")
    first = TOPICS[0]
    expect(label.filter(has_text=first).locator(".rm-state")).to_have_text("prerequisite")
    expect(tick_box(page, unknown)).not_to_be_checked()


def test_keys_answer_only_while_the_focus_is_in_the_card(page: Page, address: str) -> None:
    start(page, address)
    page.keyboard.press("1")
    expect(page.get_by_text("Question 2 of at most 10", exact=True)).to_be_visible()
    expect(page.locator(".rm-status")).to_contain_text("Question 2 of at most 10: Topic")
    page.keyboard.press("3")
    expect(page.get_by_text("Question 3 of at most 10", exact=True)).to_be_visible()
    assert [answer for _, answer in session(page)["answers"]] == ["yes", "no"]
    page.locator("a.md-logo").first.focus()
    page.keyboard.press("1")
    page.wait_for_timeout(100)
    assert len(session(page)["answers"]) == 2
    # The second click of a double click is no answer to the next question.
    button(page, "Yes").dblclick()
    page.wait_for_timeout(100)
    assert len(session(page)["answers"]) == 3


def test_the_answer_opens_to_test_oneself(page: Page, address: str) -> None:
    start(page, address)
    id = title(page).inner_text().removeprefix("Topic ")
    expect(page.get_by_text(f"What is {id}?")).to_be_visible()
    expect(page.get_by_text(f"It is {id}.")).to_be_hidden()
    page.get_by_text("Show the answer").click()
    expect(page.get_by_text(f"It is {id}.")).to_be_visible()


def test_another_tab_goes_on_with_the_same_placement(page: Page, context: BrowserContext, address: str) -> None:
    start(page, address)
    other = context.new_page()
    other.goto(address + PLACEMENT)
    expect(title(other)).to_have_text(title(page).inner_text())
    say(page)
    expect(title(other)).to_have_text(title(page).inner_text())
    button(other, "No").click()
    expect(page.get_by_text("Question 3 of at most 10", exact=True)).to_be_visible()
    button(page, "Start over").click()
    expect(button(other, "Start")).to_be_visible()


def test_exports_leave_it_out_and_erasing_erases_it(page: Page, address: str) -> None:
    start(page, address)
    say(page)
    page.goto(address + "/dashboard/backup/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export to a file").click()
    assert "placement" not in Path(download.value.path()).read_text("utf-8")
    assert session(page)
    assert page.evaluate("roadmap.erase()") is True
    page.reload()
    until(page, "document.documentElement.classList.contains('rm-on')")
    assert session(page) is None


def test_topics_that_were_removed_meanwhile_are_left_out(page: Page, tmp_path: Path) -> None:
    live = small_site(tmp_path / "first", field())
    with served(live) as address:
        start(page, address)
        asked = say(page).removeprefix("Topic ")
        say(page, "No")
        deploy(small_site(tmp_path / "second", field(removed=(asked,))), live, address)
        page.reload()
        expect(page.get_by_text("Question 2 of at most 10", exact=True)).to_be_visible()
        say_to_all(page, "No")
        assert records(page).keys() <= {path for path in records(page) if path.startswith("update/")}


def test_without_questions_and_prerequisites(page: Page, tmp_path: Path) -> None:
    site = small_site(tmp_path / "plain", field(questions=False, prerequisites=False))
    with served(site) as address:
        page.goto(address + PLACEMENT)
        expect(page.get_by_text("Few topics of this roadmap say what they need.")).to_be_visible()
        start(page, address)
        name = title(page).inner_text()
        expect(page.get_by_text(f"Can you explain {name}?")).to_be_visible()
        expect(page.get_by_text(f"What {name.removeprefix('Topic ')} is about.")).to_be_visible()
        assert 0 < len(say_to_all(page)) <= 10
        expect(title(page)).to_contain_text("We think you know")


def test_from_disk(page: Page, tmp_path: Path) -> None:
    site = small_site(tmp_path / "disk", field(), use_directory_urls=False)
    page.goto((site / "dashboard" / "placement.html").as_uri())
    button(page, "Start").click()
    say_to_all(page)
    mark(page)
    assert len(records(page)) == 30


def test_a_browser_that_stores_nothing_says_so(page: Page, address: str) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };")
    start(page, address)
    expect(page.get_by_text("This browser stores nothing here")).to_be_visible()
    say(page)
    expect(page.get_by_text("Question 2 of at most 10", exact=True)).to_be_visible()


@pytest.mark.parametrize("width", family([320, 390], 320))
def test_no_screen_is_wider_than_the_window(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})

    def fits() -> bool:
        return bool(page.evaluate("document.documentElement.scrollWidth") <= width)

    page.goto(address + PLACEMENT)
    expect(button(page, "Start")).to_be_visible()
    assert fits()
    start(page, address)
    assert fits()
    say_to_all(page)
    open_phase(page, 1)
    assert fits()


# In Chromium, above.
@only_in_all
def test_the_keys_answer_and_a_reload_goes_on_in_every_browser(learner: Browser, address: str) -> None:
    tab = learner.new_tab()
    tab.goto(address + PLACEMENT)
    tab.until("document.getElementById('placement-start')")
    tab.click("button", "Start")
    tab.sees("Question 1 of at most 10", ".rm-placement")
    tab.until("document.activeElement.id === 'placement-title'")
    tab.press("1")
    tab.sees("Question 2 of at most 10", ".rm-placement")
    tab.reload()
    tab.sees("Question 2 of at most 10", ".rm-placement")
    tab.until("document.getElementById('placement-yes')")
    while tab.evaluate("document.getElementById('placement-yes') !== null"):
        tab.click("#placement-yes")
    tab.sees("We think you know 30 topics", "#placement-title")
    tab.click("#placement-mark")
    tab.sees("30 topics are marked as known already", "#placement-title")


def test_the_dashboard_leads_there_until_something_is_done(page: Page, address: str) -> None:
    page.goto(address + "/dashboard/")
    page.get_by_role("link", name="I already know some of this").click()
    expect(button(page, "Start")).to_be_visible()
    page.goto(address + "/dashboard/")
    page.evaluate("roadmap.store.write([['state/one-a-0', { state: 'done' }]])")
    expect(page.get_by_text("1 of 30 topics done")).to_be_visible()
    expect(page.get_by_role("link", name="I already know some of this")).to_have_count(0)

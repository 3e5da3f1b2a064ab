"""A tick is saved, and shown wherever the topic is."""

import re
from collections.abc import Iterable

from playwright.sync_api import BrowserContext, Page, expect

from learning_roadmap.model import Topic
from tests.browser.page import DEEP, INDEX, box, count
from tests.browser.storage import states
from tests.families import only_in_all

# What is optional holds nothing back, and of the branches of a choice one is enough.
CHOICES = [section for phase in INDEX.roadmap.phases for section in phase.sections if section.choose_one]


def required(topics: Iterable[Topic]) -> int:
    ids = {topic.id for topic in topics}
    taken = [sum(branch.id in ids for branch in section.topics) for section in CHOICES]
    return sum(not INDEX.is_optional(INDEX.topics[id]) for id in ids) - sum(max(branches - 1, 0) for branches in taken)


TOPICS = required(INDEX.leaf_topics)


def starting_with(words: str) -> re.Pattern[str]:
    """What is optional, and exercises and projects, have counts of their own, after those of the topics."""
    return re.compile(rf"^{re.escape(words)}(?: · .*)?$")


def test_a_tick_survives_a_reload(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    box(page, "perceptron").check()
    page.reload()
    expect(box(page, "perceptron")).to_be_checked()
    assert states(page) == {"perceptron": "done"}


def test_a_tick_is_shown_on_every_page_with_the_topic(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    box(page, "batch-normalization").check()
    for document in {source.document for source in INDEX.topics["batch-normalization"].named}:
        page.goto(f"{server}/documents/{document}/")
        expect(box(page, "batch-normalization")).to_be_checked()
        size = required(INDEX.leaves_of_document[document])
        expect(count(page, f"document:{document}")).to_have_text(starting_with(f"1 of {size} topics · 1%"))


def test_a_tick_on_a_document_page_updates_the_bars_of_phase_and_roadmap(page: Page, server: str) -> None:
    page.goto(server + "/documents/machine-learning-engineer/")
    box(page, "dropout").check()
    page.goto(server + DEEP)
    expect(box(page, "dropout")).to_be_checked()
    size = required(INDEX.leaves_of(INDEX.roadmap.phases[2]))
    expect(count(page, "phase:deep-learning")).to_have_text(starting_with(f"1 of {size} topics · 2%"))
    page.goto(server)
    expect(count(page, "all")).to_have_text(starting_with(f"1 of {TOPICS} topics · 1%"))


def test_a_parent_shows_and_sets_its_subtopics(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    parent = box(page, "activation-functions")
    box(page, "relu").check()
    assert parent.evaluate("box => [box.checked, box.indeterminate]") == [False, True]
    parent.check()
    for part in ("relu", "sigmoid", "tanh", "leaky-relu"):
        expect(box(page, part)).to_be_checked()
    assert parent.evaluate("box => [box.checked, box.indeterminate]") == [True, False]
    parent.uncheck()
    expect(box(page, "tanh")).not_to_be_checked()
    assert set(states(page).values()) == {"todo"}


# In Firefox, `test_core`; here, of other records, `test_states` and `test_tabs`.
@only_in_all
def test_two_tabs_agree_at_once(context: BrowserContext, page: Page, server: str) -> None:
    other = context.new_page()
    page.goto(server + DEEP)
    other.goto(server + "/documents/complete-ai-engineer/")
    box(page, "momentum").check()
    expect(box(other, "momentum")).to_be_checked()
    box(other, "momentum").uncheck()
    expect(box(page, "momentum")).not_to_be_checked()


def test_instant_navigation_keeps_ticking(page: Page, server: str) -> None:
    page.goto(server)
    page.evaluate("globalThis.stayed = true")
    page.get_by_role("link", name="Phases", exact=True).first.click()
    page.wait_for_url("**/phases/**")
    page.locator(f'a[href*="{DEEP.strip("/").split("/")[1]}"]').first.click()
    page.wait_for_url("**/deep-learning/")
    box(page, "perceptron").check()
    expect(count(page, "phase:deep-learning")).to_contain_text("1 of ")
    assert page.evaluate("globalThis.stayed") is True, "the page was loaded anew; instant navigation is off"


# In Firefox, `test_core`; here, of the dashboard, `dashboard/test_pages`.
@only_in_all
def test_ticks_work_from_disk(page: Page, from_disk: str) -> None:
    page.goto(f"{from_disk}/phases/deep-learning.html")
    box(page, "perceptron").check()
    page.goto(f"{from_disk}/documents/deep-learning.html")
    expect(box(page, "perceptron")).to_be_checked()


# In Firefox, `test_core`; here, `test_states`.
@only_in_all
def test_the_keyboard_is_enough(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    box(page, "perceptron").focus()
    page.keyboard.press("Space")
    expect(box(page, "perceptron")).to_be_checked()
    expect(page.get_by_role("status").filter(has_text="Perceptron: done. Saved. 1 of ")).to_have_count(1)


# In Firefox, `test_core`; here, `test_storage`.
@only_in_all
def test_a_full_storage_is_reported_and_the_tick_reverts(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    box(page, "relu").check()
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }")
    box(page, "activation-functions").click()
    expect(page.get_by_text("could not be saved")).to_be_visible()
    expect(box(page, "sigmoid")).not_to_be_checked()
    assert states(page) == {"relu": "done"}


def test_projects_and_practice_can_be_ticked_too(page: Page, server: str) -> None:
    page.goto(server + "/projects/")
    box(page, "chatbot-with-rag").check()
    page.reload()
    expect(box(page, "chatbot-with-rag")).to_be_checked()

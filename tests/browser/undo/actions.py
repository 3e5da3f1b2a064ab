"""What a learner does on a page, what the records then say, and how it is undone."""

import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

from tests.browser.page import DEEP, box, more
from tests.browser.storage import PREFIX, records

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


def meanings(page: Page) -> dict[str, Any]:
    """What the records mean: without the time of their last change, and without records that equal none."""
    return {path: meaning for path, record in records(page).items() if (meaning := _meaning(path, record))}


def until_means(page: Page, expected: dict[str, Any], name: str = "") -> None:
    """Wait until the records mean this: a key may arrive before the part that acts on it."""
    end = time.monotonic() + 60
    while (meaning := meanings(page)) != expected and time.monotonic() < end:
        page.wait_for_timeout(20)
    assert meaning == expected, name


def until_means_other(page: Page, former: dict[str, Any], name: str = "") -> None:
    """Wait until the records mean something else."""
    end = time.monotonic() + 60
    while meanings(page) == former:
        assert time.monotonic() < end, name
        page.wait_for_timeout(20)


def _meaning(path: str, record: dict[str, Any]) -> dict[str, Any] | None:
    kind = path.split("/")[0]
    meaning = {name: value for name, value in record.items() if name not in ("at", "by", "after", "since")}
    if kind in ("state", "review"):
        meaning["since"] = record.get("since", record["at"])
    if kind == "day":
        habits = sorted(habit for habit, at in record["ticks"].items() if at > 0)
        return {"ticks": habits} if habits else None
    if meaning.get("state") == "todo" or meaning.get("reps") == 0 or meaning.get("none"):
        return None
    return None if meaning in ({}, {"status": "auto"}) else meaning


def seed(page: Page, items: dict[str, Any] | None = None) -> None:
    # So many changes lead to the reminder to export, at any moment, and it takes the place of what else is said.
    page.evaluate(f"localStorage.setItem('{PREFIX}meta/unsaved', JSON.stringify({{ since: Date.now(), changes: -1000 }}))")
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


ACTIONS: dict[str, tuple[str, Callable[[Page], None]]] = {
    "tick": (DEEP, click("perceptron")),
    "untick": ("/phases/foundation/", click("vectors")),
    "complete a parent": (DEEP, click("activation-functions")),
    "a topic's state": (DEEP, state("tanh", "Skipped")),
    "known already": (DEEP, state("tanh", "Known already")),
    "a parent that is known already": (DEEP, state("loss-functions", "Known already")),
    "a parent's state": (DEEP, state("activation-functions", "To do")),
    "a document's list": ("/documents/machine-learning-engineer/", click("dropout")),
    "a project": ("/projects/", click("chatbot-with-rag")),
    "a paper": ("/papers/", press(".rm-tick")),
    "a goal": ("/milestones/", press(".rm-tick")),
    "the dashboard's list": ("/dashboard/", press(".rm-dashboard .rm-tick")),
    "what is left": ("/dashboard/remaining/", press(".rm-dashboard .rm-tick")),
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


def until_means_timeless(page: Page, expected: dict[str, Any], name: str = "") -> None:
    """Wait until the records mean this, whenever it was said."""
    end = time.monotonic() + 60
    while (meaning := timeless(meanings(page))) != timeless(expected) and time.monotonic() < end:
        page.wait_for_timeout(20)
    assert meaning == timeless(expected), name


def timeless(meaning: dict[str, Any]) -> dict[str, Any]:
    return {path: {name: value for name, value in record.items() if name != "since"} for path, record in meaning.items()}

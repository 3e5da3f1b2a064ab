"""Every page shows the same numbers, whatever the learner has done."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.dashboard.numbers_site import GARDEN, HOURS, TO_LEARN
from tests.browser.sites import served, small_site

INDEX = '# Home\n\n{{ count("topics") }} topics\n\n{{ progress() }}\n\n{{ phases() }}\n'
STATES = {
    "digging": {"state": "done"},
    "compost": {"state": "done", "known": True},
    "testing": {"state": "done"},
    "seeds": {"state": "skipped"},
    "spade": {"state": "learning"},
    "bed": {"state": "done"},
    "small-garden": {"state": "done"},
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    macros = {"macros": {"modules": ["learning_roadmap.mkdocs_plugin.macros"], "on_undefined": "strict"}}
    plugins = [macros, {"learning-roadmap": {"file": "roadmap.yml", "csp": True}}]
    with served(small_site(tmp_path_factory.mktemp("garden"), GARDEN, INDEX, plugins=plugins)) as address:
        yield address


def bars(page: Page) -> dict[str, str]:
    found: list[list[str]] = page.evaluate(
        "[...document.querySelectorAll('.rm-progress')].map((bar) => [bar.dataset.scope, bar.querySelector('.rm-count').textContent])"
    )
    return {bar[0]: bar[1] for bar in found}


def store(page: Page, states: dict[str, Any]) -> None:
    page.evaluate("states => roadmap.store.write(Object.entries(states).map(([id, state]) => [`state/${id}`, state]))", states)


def remaining(page: Page, root: str, scope: str = "all") -> int:
    page.goto(f"{root}/dashboard/remaining/?of={scope}")
    line = page.locator(".rm-dashboard > p").first
    expect(line).to_contain_text("to go")
    [count] = re.findall(r"(\d+) topics? to go", line.inner_text())
    return int(count)


def test_before_anything_is_done_all_pages_agree(page: Page, root: str) -> None:
    page.goto(root + "/")
    expect(page.get_by_text(f"{TO_LEARN['all']} topics", exact=True)).to_be_visible()
    assert bars(page)["all"] == "0 of 7 topics · 0% · + 3 optional · 0 of 1 exercise · 0 of 2 projects"
    assert bars(page)["phase:show"] == "0 of 1 topic · 0% · 0 of 2 projects"
    assert remaining(page, root) == TO_LEARN["all"]


def test_home_phases_dashboard_remaining_plan_chart_and_goals_agree(page: Page, root: str) -> None:
    page.goto(root + "/")
    store(page, STATES)
    # Seven to learn: seeds are skipped; with the spade begun, it is the branch, in place of grip and turn.
    home = bars(page)
    assert home["all"] == "2 of 5 topics · 40% · 1 of 4 optional done · 1 of 1 exercise · 1 of 2 projects"
    assert home["phase:soil"] == "2 of 3 topics · 67% · 1 of 4 optional done · 1 of 1 exercise"
    left = page.locator(".rm-left-count").all_inner_texts()
    assert left[0] == "3 to go"
    page.goto(root + "/phases/soil/")
    assert bars(page)["phase:soil"] == home["phase:soil"]
    assert [remaining(page, root, scope) for scope in ("all", "phase:soil", "phase:plants", "phase:show")] == [3, 1, 1, 1]
    page.goto(root + "/dashboard/remaining/")
    expect(page.locator(".rm-progress[data-scope='all']").first).to_be_visible()
    assert bars(page)["all"] == home["all"]
    # The three, both topics of the other branch, the worms, and the large garden.
    expect(page.get_by_role("link", name="To go (7)")).to_be_visible()
    expect(page.locator(".rm-list.rm-long .rm-title")).to_have_count(7)
    page.get_by_role("link", name="Known already (1)").click()
    expect(page.locator(".rm-list .rm-title")).to_have_text(["Compost"])
    page.get_by_role("link", name="Skipped (1)").click()
    expect(page.locator(".rm-list .rm-title")).to_have_text(["Seeds"])
    page.evaluate("roadmap.store.write([['plan/current', { start: roadmap.days.today(), hours: 5, parts: ['soil', 'plants'], optional: true }]])")
    page.goto(root + "/dashboard/")
    expect(page.get_by_text("2 of 5 topics done (40%).")).to_be_visible()
    expect(page.get_by_role("link", name="See all 3 remaining topics")).to_be_visible()
    # The plan leaves out the talk, and has the worms, which are optional.
    expect(page.locator("figcaption")).to_contain_text("2 of 5 planned topics done.")
    expect(page.locator("figcaption")).to_contain_text("1 topic was known already")
    page.goto(root + "/dashboard/plan/")
    expect(page.locator(".rm-dashboard")).to_contain_text("3 topics to go")
    expect(page.locator("#plan-differences")).to_have_text(
        "1 of them is optional. The whole roadmap has 3 topics to go; this plan leaves out 1 of them. 1 exercise or project is not included."
    )
    expect(page.locator(".rm-dashboard")).to_contain_text("Know soil")
    page.goto(root + "/milestones/")
    expect(page.locator("[data-rm-goal='know-soil']")).to_have_text("2 of 3")
    expect(page.locator("[data-rm-goal='two-gardens']")).to_have_text("1 of 1, reached")


def test_whoever_opens_a_link_sees_the_same_counts(page: Page, root: str) -> None:
    page.goto(root + "/dashboard/backup/")
    store(page, STATES)
    page.get_by_role("button", name="Copy link to share your ticks").click()
    expect(page.get_by_label("Link", exact=True)).to_be_visible()
    link = page.get_by_label("Link", exact=True).input_value()
    page.goto(root + "/")
    own = bars(page)
    # Somebody who has done something else
    store(page, {id: {"state": "skipped"} for id in STATES})
    page.goto(link)
    counts = page.locator(".rm-dashboard section > .rm-line")
    expect(counts).to_have_text([own[f"phase:{id}"] for id in HOURS])
    expect(page.get_by_text("✓ A bed")).to_be_visible()
    assert bars(page) == {}
    assert page.evaluate("roadmap.counts.of('all').skipped") == 5, "their own counts are as before"


def hours_left(page: Page) -> dict[str, str]:
    """The hours of the phases that the list of the map shows."""
    phases = page.locator(".rm-map-list [data-rm-node^='phase:']:visible")
    return {(one.get_attribute("data-rm-node") or "")[6:]: one.locator(".rm-node-hours").inner_text() for one in phases.all()}


def test_the_map_has_the_hours_of_the_phase_pages_with_and_without_filters(page: Page, root: str) -> None:
    page.goto(root + "/map/")
    to_do = page.get_by_role("button", name="To do")
    all_hours = {id: f"{hours} h left" for id, hours in HOURS.items()}
    expect(page.locator(".rm-map-list [data-rm-node='phase:soil'] .rm-node-hours")).to_have_text(all_hours["soil"])
    assert hours_left(page) == all_hours
    to_do.click()
    assert hours_left(page) == all_hours, "nothing is begun"
    to_do.click()
    store(page, {"bed": {"state": "done"}})
    assert hours_left(page)["soil"] == f"{HOURS['soil'] - 5} h left", "an exercise takes its hours"
    store(page, {"grip": {"state": "done"}})
    assert hours_left(page)["soil"] == f"{HOURS['soil'] - 7} h left"
    store(page, {"turn": {"state": "done"}})
    assert hours_left(page)["soil"] == "6 h left", "the fork's own hours end with its last subtopic"
    store(page, {"grip": {"state": "todo"}, "turn": {"state": "todo"}, **STATES})
    assert hours_left(page) == {"soil": "1 h left", "plants": "6 h left", "show": "3 h left"}, "the spade, the pots, the talk"
    to_do.click()
    assert hours_left(page) == {"plants": "6 h left", "show": "3 h left"}, "the spade is begun"


def test_a_plan_with_projects_judges_their_goals_by_their_hours(page: Page, root: str) -> None:
    page.goto(root + "/dashboard/plan/")
    page.get_by_text("More options").click()
    page.get_by_label("Include exercises and projects").check()
    page.get_by_role("button", name="Create plan").click()
    expect(page.locator("#plan-differences")).to_contain_text("4 exercises and projects are planned, each after its topics.")
    expect(page.locator(".rm-dashboard")).to_contain_text("Build a garden: on track")
    titles = page.locator(".rm-week .rm-title").all_inner_texts()
    assert titles.index("Seeds") < titles.index("Small garden"), "after its topics"
    page.get_by_text("More options").click()
    page.get_by_label("Include exercises and projects").uncheck()
    page.get_by_role("button", name="Update plan").click()
    expect(page.locator(".rm-dashboard")).to_contain_text("Build a garden: not fully part of this plan. Include exercises and projects in the plan.")


def test_starting_over_keeps_notes_and_can_be_undone(page: Page, root: str) -> None:
    page.goto(root + "/dashboard/backup/")
    store(page, STATES)
    page.evaluate("roadmap.store.write([['note/digging', { text: 'deep' }]])")
    page.get_by_role("button", name="Start over…").click()
    page.get_by_role("button", name="Start over", exact=True).click()
    expect(page.locator(".rm-toast")).to_contain_text("Started over")
    assert page.evaluate("roadmap.store.state('digging')") == "todo"
    assert page.evaluate("roadmap.store.read('note/digging').text") == "deep"
    page.locator(".rm-toast").get_by_role("button", name="Undo").click()
    assert page.evaluate("roadmap.store.state('digging')") == "done"

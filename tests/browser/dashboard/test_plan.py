"""The plan: its schedule, its milestones, and the form."""

import datetime as dt
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.dashboard.page import MONDAY, PLAN
from tests.browser.page import LEAVES
from tests.browser.storage import everything


def plan(page: Page, **changes: Any) -> dict[str, Any]:
    """What the schedule says, as plain data."""
    found: dict[str, Any] = page.evaluate(
        """plan => { const { planning } = roadmap; const ahead = planning.ahead(plan);
             const short = (one) => ({ finish: one.finish, hours: one.hours, isEndless: one.isEndless, weeks: one.weeks.length });
             return { least: short(ahead.least), likely: short(ahead.likely), most: short(ahead.most), count: ahead.order.length,
                      first: ahead.order.slice(0, 3).map((at) => roadmapMap.leaves[at]),
                      milestones: Object.fromEntries(planning.milestones(plan).flatMap((one) => one.goals)
                        .map((goal) => [goal.id, goal.judged?.verdict ?? null])),
                      until: planning.milestones(plan).map((one) => one.until) }; }""",
        PLAN | changes,
    )
    return found


def weeks_until(day: str) -> float:
    return ((dt.date.fromisoformat(day) - dt.date.fromisoformat(MONDAY)).days + 1) / 7


def test_a_schedule_matches_the_durations_of_the_roadmap(dashboard: Page) -> None:
    found = plan(dashboard)
    assert (round(found["least"]["hours"]), round(found["most"]["hours"])) == (620, 780)
    assert round(weeks_until(found["least"]["finish"])) == 62
    assert round(weeks_until(found["most"]["finish"])) == 78


PROJECT_GOALS = (
    "10-plus-portfolio-projects",
    "9-month-goal-contributing-to-open-source",
    "build-5-beginner-projects",
    "kaggle-competition-participation",
    "llm-fine-tuning-project",
)


def test_milestones_that_cannot_be_met_are_reported(dashboard: Page) -> None:
    found = plan(dashboard)
    assert found["until"] == ["2026-04-05", "2026-07-05", "2026-10-05", "2027-01-05", "2027-07-05"]
    assert {goal: verdict for goal, verdict in found["milestones"].items() if verdict} == {
        "complete-foundations": "met",
        "master-core-ml-algorithms": "late",
        "deep-learning-fundamentals-complete": "tight",
        "transformers-and-nlp-expertise": "tight",
        "generative-ai-mastery": "late",
        "mlops-pipeline-expertise": "late",
        # Goals of projects, which this plan does not include.
        **dict.fromkeys(PROJECT_GOALS, "unplanned"),
    }
    fast = plan(dashboard, hours=30)
    assert set(fast["milestones"].values()) == {"met", "unplanned", None}
    with_projects = plan(dashboard, hours=100, tasks=True)["milestones"]
    assert {with_projects[goal] for goal in PROJECT_GOALS} <= {"met", "tight", "late"}, "judged by their hours"


def test_a_document_of_twelve_weeks_is_scheduled_in_twelve_weeks(dashboard: Page) -> None:
    found = plan(dashboard, order="ai-ml-engineer")
    assert round(weeks_until(found["likely"]["finish"]), 1) == 12
    assert found["first"] == ["vectors", "matrices", "matrix-operations-and-transformations"]


def test_the_schedule_follows_what_is_done(dashboard: Page) -> None:
    before = plan(dashboard)
    dashboard.evaluate("ids => roadmap.store.write(ids.map((id) => [`state/${id}`, { state: 'done' }]))", LEAVES[:51])
    dashboard.evaluate(f"roadmap.store.write([['state/{LEAVES[60]}', {{ state: 'learning' }}], ['state/{LEAVES[55]}', {{ state: 'skipped' }}]])")
    after = plan(dashboard)
    assert after["count"] == before["count"] - 52
    assert after["first"][0] == LEAVES[60], "what is begun comes first"
    assert after["likely"]["finish"] < before["likely"]["finish"]
    assert after["milestones"]["complete-foundations"] is None


def test_the_schedule_respects_weekdays_days_off_and_limits(dashboard: Page) -> None:
    evenly = plan(dashboard)
    weekend = plan(dashboard, week=[0, 0, 0, 0, 0, 5, 5])
    assert abs(weeks_until(weekend["likely"]["finish"]) - weeks_until(evenly["likely"]["finish"])) < 1
    assert dt.date.fromisoformat(weekend["likely"]["finish"]).weekday() >= 5
    rested = plan(dashboard, off=[["2026-01-05", "2026-01-18"]])
    assert weeks_until(rested["likely"]["finish"]) - weeks_until(evenly["likely"]["finish"]) == 2
    assert plan(dashboard, hours=0.25)["likely"]["isEndless"] is True
    assert plan(dashboard, parts=[])["count"] == 0


def test_a_plan_is_created_in_the_form_and_survives(monday: Page, server: str) -> None:
    monday.goto(server + "/dashboard/plan/")
    monday.get_by_label("Start").fill("2026-01-12")
    monday.get_by_label("Hours per week").fill("20")
    monday.get_by_text("More options").click()
    monday.get_by_label("Days off").fill("2026-02-30")
    monday.get_by_role("button", name="Create plan").click()
    expect(monday.locator(".rm-plan .rm-field-status")).to_contain_text("“2026-02-30” is not a date")
    assert "plan/current" not in everything(monday)
    monday.get_by_label("Days off").fill("2026-02-02 to 2026-02-08\n2026-03-02")
    monday.get_by_role("button", name="Create plan").click()
    expect(monday.locator(".rm-dashboard")).to_contain_text("33–41 weeks")
    monday.reload()
    expect(monday.get_by_label("Hours per week")).to_have_value("20")
    expect(monday.locator(".rm-dashboard")).to_contain_text("on track")
    monday.goto(server + "/dashboard/")
    expect(monday.get_by_role("heading", name="Week of")).to_be_visible()


def test_a_tick_does_not_discard_a_plan_being_edited(dashboard: Page, server: str) -> None:
    dashboard.evaluate("plan => roadmap.store.write([['plan/current', plan]])", PLAN)
    dashboard.goto(server + "/dashboard/plan/")
    dashboard.get_by_label("Hours per week").fill("33")
    dashboard.locator(".rm-dashboard .rm-tick").first.click()
    dashboard.wait_for_timeout(3000)
    expect(dashboard.get_by_label("Hours per week")).to_have_value("33")
    dashboard.get_by_role("button", name="Update plan").click()
    expect(dashboard.locator(".rm-status")).to_contain_text("Plan updated. Saved.")
    assert dashboard.evaluate("roadmap.planning.plan().hours") == 33


def test_only_one_branch_is_planned_and_counted(dashboard: Page, server: str) -> None:
    dashboard.goto(server + "/dashboard/remaining/?of=section:industry-applications")
    expect(dashboard.locator(".rm-dashboard > p").first).to_contain_text("1 topic to go. 7 more are optional or in another branch.")
    found = plan(dashboard, parts=["specialization"])
    required = dashboard.evaluate("roadmap.counts.of('phase:specialization').size")
    optional = dashboard.evaluate(
        "roadmapMap.leaves.filter((id) => roadmap.counts.isOptional(id) && roadmap.counts.leavesIn('phase:specialization').includes(id)).length"
    )
    assert found["count"] == required + optional

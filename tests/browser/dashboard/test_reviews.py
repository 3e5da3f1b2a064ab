"""Reviews of done topics."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.dashboard.page import at_noon
from tests.browser.sites import SMALL, served, small_site


def show(page: Page, day: str) -> None:
    """Draw the dashboard as on another day."""
    at_noon(page, day)
    page.evaluate("roadmap.dashboard.show()")


def test_done_topics_are_due_for_review_at_growing_intervals(dashboard: Page) -> None:
    dashboard.evaluate("roadmap.store.write([['state/vectors', { state: 'done' }]])")
    show(dashboard, "2026-01-05")
    expect(dashboard.get_by_role("heading", name="Due for review")).to_have_count(0)
    for day, word, due in (("2026-01-06", "good", "2026-01-07"), ("2026-01-07", "good", "2026-01-13"), ("2026-01-13", "good", "2026-01-28")):
        show(dashboard, day)
        dashboard.get_by_role("button", name=word).click()
        assert dashboard.evaluate("roadmap.store.read('review/vectors').due") == due
    show(dashboard, "2026-01-28")
    dashboard.get_by_role("button", name="Forgot").click()
    assert dashboard.evaluate("roadmap.store.read('review/vectors')")["days"] == 1


def test_a_review_asks_another_question_each_time_and_opens_its_answer(page: Page, tmp_path: Path) -> None:
    questions = "check: [{ask: Why `first`?, answer: Because <b>.}, {ask: Why last?, answer: In the end.}]"
    site = small_site(tmp_path, SMALL.replace("title: Alpha}", f"title: Alpha, {questions}}}"))
    with served(site) as root:
        page.goto(root + "/dashboard/")
        page.evaluate("roadmap.store.write([['state/alpha', { state: 'done' }], ['state/beta', { state: 'done' }]])")
        for day, ask, answer in (("2031-01-06", "Why first?", "Because <b>."), ("2031-03-06", "Why last?", "In the end.")):
            show(page, day)
            alpha = page.locator(".rm-reviews li", has_text="Alpha")
            expect(alpha.get_by_text(answer)).to_be_hidden()
            alpha.get_by_text(ask).click()
            expect(alpha.get_by_text(answer)).to_be_visible()
            expect(page.locator(".rm-reviews li", has_text="Beta")).to_have_count(0), "it has no question, so there is nothing to recall"
            alpha.get_by_role("button", name="good").click()


def test_sm2_follows_its_paper(dashboard: Page) -> None:
    cards = dashboard.evaluate(
        """() => { let card = roadmap.review.FRESH; return [5, 4, 3, 5, 1, 4, 3, 3, 3, 3, 3, 3, 3, 3, 3].map((quality) => {
             card = roadmap.review.next(card, quality, "2026-01-01"); return [card.reps, card.days, card.ease]; }); }"""
    )
    assert cards[:6] == [[1, 1, 2.6], [2, 6, 2.6], [3, 16, 2.46], [4, 40, 2.56], [1, 1, 2.56], [2, 6, 2.56]]
    assert cards[-1][2] == 1.3, "the ease never falls below 1.3"


def test_reviews_are_limited_and_can_be_turned_off(page: Page, tmp_path: Path) -> None:
    topics = "".join(f"    - {{id: t{number}, title: Topic {number}}}\n" for number in range(14))
    site = small_site(tmp_path, SMALL.replace("    topics:\n", "    topics:\n" + topics, 1))
    with served(site) as root:
        page.goto(root + "/dashboard/")
        page.evaluate("roadmap.store.write(roadmapMap.leaves.map((id) => [`state/${id}`, { state: 'done' }]))")
        page.evaluate("roadmap.store.write([['state/t0', { state: 'done', known: true }]])")
        show(page, "2031-01-06")
        rows = page.locator(".rm-reviews li")
        expect(rows).to_have_count(10)
        expect(page.locator(".rm-reviews").get_by_text("Topic 0", exact=True)).to_have_count(0)
        page.get_by_role("button", name="good").first.click()
        expect(rows).to_have_count(9)
        page.get_by_label("Reviews a day, at most").select_option("5")
        expect(rows).to_have_count(4)
        page.get_by_label("Reviews a day, at most").select_option("none")
        expect(page.get_by_text("Reviews are off.")).to_be_visible()
        expect(rows).to_have_count(0)
        assert page.evaluate("roadmap.store.read('focus/current').reviews") == 0

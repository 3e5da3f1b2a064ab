"""Reviews of done topics."""

from playwright.sync_api import Page, expect

from tests.browser.dashboard.page import at_noon


def test_done_topics_are_due_for_review_at_growing_intervals(dashboard: Page, server: str) -> None:
    dashboard.evaluate("roadmap.store.write([['state/vectors', { state: 'done' }]])")
    dashboard.goto(server + "/dashboard/")
    expect(dashboard.get_by_role("heading", name="Due for review")).to_have_count(0)
    for day, word, due in (("2026-01-06", "good", "2026-01-07"), ("2026-01-07", "good", "2026-01-13"), ("2026-01-13", "good", "2026-01-28")):
        at_noon(dashboard, day)
        dashboard.goto(server + "/dashboard/")
        dashboard.get_by_role("button", name=word).click()
        assert dashboard.evaluate("roadmap.store.read('review/vectors').due") == due
    at_noon(dashboard, "2026-01-28")
    dashboard.goto(server + "/dashboard/")
    dashboard.get_by_role("button", name="Forgot").click()
    assert dashboard.evaluate("roadmap.store.read('review/vectors')")["days"] == 1


def test_sm2_follows_its_paper(dashboard: Page) -> None:
    cards = dashboard.evaluate(
        """() => { let card = roadmap.review.FRESH; return [5, 4, 3, 5, 1, 4, 3, 3, 3, 3, 3, 3, 3, 3, 3].map((quality) => {
             card = roadmap.review.next(card, quality, "2026-01-01"); return [card.reps, card.days, card.ease]; }); }"""
    )
    assert cards[:6] == [[1, 1, 2.6], [2, 6, 2.6], [3, 16, 2.46], [4, 40, 2.56], [1, 1, 2.56], [2, 6, 2.56]]
    assert cards[-1][2] == 1.3, "the ease never falls below 1.3"

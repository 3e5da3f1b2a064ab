"""The page of a path in every browser."""

from tests.browser.engines.base import Browser
from tests.browser.paths.conftest import Site
from tests.families import only_in_all


# In Chromium, `test_choose` and `test_path`.
@only_in_all
def test_a_goal_is_chosen_and_its_first_topic_ticked(learner: Browser, site: Site) -> None:
    tab = learner.new_tab()
    tab.goto(site.at("dashboard/path"))
    tab.fill("#path-search", "proof")
    tab.sees("1 goal matches", "[role=status]")
    tab.press("Enter")
    tab.sees("Proofing", ".rm-dashboard h2")
    tab.until("document.activeElement.id === 'path-heading'")
    tab.sees("5 topics to learn: about 10 hours", ".rm-dashboard")
    tab.click('.rm-tick[data-tick="water"]')
    tab.sees("You know 1 of the 5 topics", ".rm-dashboard")
    tab.until("document.querySelector('.rm-tick[data-tick=water]').checked")
    tab.click("#path-goal")
    tab.sees("Your goal", ".rm-facts")
    # The goal is shown before and after: only the address tells that the browser has gone back.
    tab.evaluate("history.back()")
    tab.until("location.hash === ''")
    tab.sees("Proofing", ".rm-dashboard h2")
    tab.click(".rm-path-buttons a", "Choose another goal")
    tab.sees("Choose a goal", ".rm-dashboard h2")

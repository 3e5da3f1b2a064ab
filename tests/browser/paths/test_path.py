"""The path: its topics, their order and reasons, and what changes when topics are ticked."""

import unicodedata
from pathlib import Path

from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.browser.page import box
from tests.browser.paths.conftest import Site, both_sites
from tests.browser.paths.page import finish, open_path, row, titles
from tests.browser.storage import everything


def test_each_topic_comes_after_its_prerequisites(page: Page, site: Site) -> None:
    open_path(page, site, "baguette")
    assert titles(page) == ["Flour", "Water", "Kneading", "Yeast", "Proofing", "Steam", "Baguette"]
    headings = page.locator(".rm-dashboard :is(h2, h3)").all_text_contents()
    assert headings == ["Baguette", "Dough: Basics", "Dough: Rising", "Oven: Heat", "Do at the end"]
    summary = page.locator(".rm-dashboard > p:not(.rm-facts)").first
    expect(summary).to_have_text(
        "6 topics to learn: about 11 hours, 2 weeks at 5 hours a week. 1 topic without hours is not counted in this time. "
        "Together with the exercises and projects: about 16 hours, 3 weeks at 5 hours a week. You know none of them yet."
    )
    expect(page.locator(".rm-dashboard")).to_contain_text("About 5 hours.")


def test_each_topic_has_its_reason(page: Page, site: Site) -> None:
    open_path(page, site, "baguette")
    expect(row(page, "Flour").locator(".rm-line")).to_have_text("No prerequisites For Kneading: gluten is a protein of flour")
    expect(row(page, "Flour").locator("code")).to_have_text("gluten")
    expect(row(page, "Kneading").locator(".rm-line")).to_have_text("For Proofing: only kneaded dough holds the gas")
    expect(row(page, "Proofing").locator(".rm-line")).to_have_text("Part of the goal itself.")
    water = row(page, "Water")
    expect(water.locator(".rm-line")).to_contain_text("For Kneading: dough is kneaded wet")
    water.get_by_text("and for 2 more topics").click()
    expect(water.locator("li")).to_have_text(["For Yeast: it wakes up in warm water", "For Steam: steam is water"])


def test_what_is_known_is_left_out(page: Page, site: Site) -> None:
    open_path(page, site, "baguette")
    finish(page, "kneading")
    page.evaluate("roadmap.store.write([['state/yeast', { state: 'skipped' }]])")
    open_path(page, site, "baguette")
    assert titles(page) == ["Water", "Proofing", "Steam", "Baguette"]
    expect(page.locator(".rm-dashboard")).to_contain_text(
        "You know 1 of the 5 topics that lead here. 1 more is skipped. 1 more is not needed, because you know what builds on it."
    )
    expect(row(page, "Proofing")).to_contain_text("Can be learned now")
    page.evaluate("roadmap.store.write([['state/baguette', { state: 'skipped' }]])")
    open_path(page, site, "baguette")
    assert titles(page) == ["Water", "Proofing", "Steam"]
    expect(page.get_by_role("heading", name="Do at the end")).to_have_count(0)


def test_a_ticked_topic_stays_until_the_page_is_opened_again(page: Page, site: Site) -> None:
    page.clock.install()
    open_path(page, site, "proofing")
    # The rows wait 2.5 seconds, and the counts do not. Here, the clock stands still meanwhile.
    page.clock.pause_at(page.evaluate("Date.now() / 1000 + 1"))
    box(page, "water").check()
    expect(page.locator(".rm-dashboard")).to_contain_text("You know 1 of the 5 topics")
    expect(page.locator(".rm-dashboard")).to_contain_text("4 topics to learn: about 8 hours")
    assert titles(page) == ["Flour", "Water", "Kneading", "Yeast", "Proofing"]
    page.clock.run_for(2400)
    expect(row(page, "Yeast")).not_to_contain_text("Can be learned now")
    page.clock.run_for(200)
    expect(row(page, "Yeast")).to_contain_text("Can be learned now")
    page.clock.resume()
    assert titles(page) == ["Flour", "Water", "Kneading", "Yeast", "Proofing"]
    expect(box(page, "water")).to_be_checked()
    page.reload()
    expect(row(page, "Yeast")).to_be_visible()
    assert titles(page) == ["Flour", "Kneading", "Yeast", "Proofing"]
    # What is reset elsewhere is on the path again.
    page.evaluate("roadmap.store.write([['state/water', { state: 'todo' }]])")
    expect(row(page, "Water")).to_be_visible()


def test_a_goal_that_is_reached_suggests_what_is_next(page: Page, site: Site) -> None:
    open_path(page, site, "yeast")
    finish(page, "yeast")
    open_path(page, site, "yeast")
    expect(page.locator(".rm-dashboard")).to_contain_text("You have reached this goal. You know all topics that lead here.")
    expect(page.get_by_role("heading", name="What you could learn next")).to_be_visible()
    assert titles(page) == ["Water", "Flour", "Crème brûlée"]
    finish(page, "proofing", "steam")
    open_path(page, site, "baguette")
    assert titles(page) == ["Baguette"]
    expect(page.locator(".rm-dashboard")).to_contain_text("You know all topics that lead here. The exercises and projects below are left.")


def test_a_project_without_topics_has_only_itself(page: Page, site: Site) -> None:
    open_path(page, site, "photo")
    assert titles(page) == ["Photo of a loaf"]
    expect(page.locator(".rm-dashboard")).not_to_contain_text("0 topics")


def test_the_plan_gives_the_pace(page: Page, site: Site) -> None:
    open_path(page, site, "proofing")
    page.evaluate("roadmap.store.write([['plan/current', { start: '2026-01-05', hours: 2 }]])")
    expect(page.locator(".rm-dashboard")).to_contain_text("about 10 hours, 5 weeks at the 2 hours a week of your plan.")


def test_my_goal_is_shown_without_a_goal_in_the_address(page: Page, site: Site) -> None:
    open_path(page, site, "proofing")
    page.get_by_role("button", name="Make it my goal").click()
    expect(page.get_by_text("Your goal")).to_be_visible()
    page.goto("about:blank")
    page.goto(site.at("dashboard/path"))
    expect(page.get_by_role("heading", name="Proofing", level=2)).to_be_visible()
    page.get_by_role("button", name="No longer my goal").click()
    expect(page.get_by_role("heading", name="Choose a goal")).to_be_visible()


def test_the_page_of_the_plan_gets_the_goal(page: Page, site: Site) -> None:
    open_path(page, site, "proofing")
    page.get_by_role("link", name="Plan this").click()
    page.wait_for_url(site.at("dashboard/plan", "proofing"))


@both_sites
def test_a_link_shows_the_path_without_anything_of_the_learner(page: Page, site: Site, browser: Browser) -> None:
    open_path(page, site, "baguette")
    finish(page, "water")
    page.get_by_role("button", name="Copy link").click()
    field = page.get_by_label("Link to this path")
    expect(field).to_have_value(site.at("dashboard/path", "baguette"))
    expect(page.get_by_role("status").filter(has_text="Link copied").or_(page.get_by_text("Copy this link"))).to_be_visible()
    other = browser.new_context()
    page = other.new_page()
    page.goto(site.at("dashboard/path", "baguette"))
    expect(row(page, "Water")).to_be_visible()
    assert titles(page)[:2] == ["Flour", "Water"]
    assert [key for key in everything(page) if not key.startswith("meta/")] == []
    other.close()


def test_without_a_clipboard_the_link_can_be_selected(page: Page, site: Site) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    open_path(page, site, "proofing")
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_text("Copy this link.")).to_be_visible()
    expect(page.get_by_label("Link to this path")).to_be_focused()
    assert page.evaluate("document.activeElement.selectionEnd - document.activeElement.selectionStart") == len(site.at("dashboard/path", "proofing"))


def test_a_path_on_paper(page: Page, site: Site, tmp_path: Path) -> None:
    open_path(page, site, "baguette")
    page.pdf(path=tmp_path / "path.pdf", print_background=False)
    extracted = "".join(one.extract_text() for one in PdfReader(tmp_path / "path.pdf").pages)
    # Without ligatures.
    text = " ".join(unicodedata.normalize("NFKC", extracted).split())
    for expected in ("Baguette", "6 topics to learn", "Dough: Basics", "For Kneading: gluten is a protein of flour", "Do at the end"):
        assert expected in text
    for chrome in ("Plan this", "Copy link", "Choose", "and for", "open", "Remaining topics"):
        assert chrome not in text


def test_a_narrow_window_needs_no_horizontal_scrolling(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    for goal in ("baguette", ""):
        page.goto("about:blank")
        page.goto(site.at("dashboard/path", goal))
        expect(page.locator(".rm-dashboard h2")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_without_prerequisites_the_page_says_so(page: Page, flat_site: Path) -> None:
    page.goto(f"{flat_site.as_uri()}/dashboard/path.html#goal=one")
    expect(page.locator(".rm-dashboard")).to_contain_text(
        "2 topics to learn. The roadmap does not say how long they take. You know none of them yet. "
        "This roadmap has no prerequisites, so the list has only the goal’s own topics."
    )
    assert titles(page) == ["Alpha", "Beta"]
    expect(page.locator(".rm-dashboard")).not_to_contain_text("No prerequisites")

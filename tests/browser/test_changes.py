"""The roadmap changes under a learner: what was said follows to where its topics went, and what happened can be read up."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, BrowserContext, Page, expect

from learning_roadmap.cli.main import main
from tests.browser.page import until, watch
from tests.browser.releases import FIRST, ORIGIN, Releases

DOCUMENT = "# Shapes\n\n## Dough\n\n### Basics\n\n- Shaping\n  - Batard\n  - Boule\n"


def changed(folder: Path, data: str, *commands: tuple[str, ...]) -> str:
    """The data after some commands of `roadmap`."""
    path = folder / "roadmap.yml"
    path.write_text(data, encoding="utf-8")
    for command in [("fmt",), *commands]:
        done = CliRunner().invoke(main, [*command, "--data", str(path)])
        assert done.exit_code == 0, done.output
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Releases:
    folder = tmp_path_factory.mktemp("releases")
    work = tmp_path_factory.mktemp("work")
    (work / "shapes.md").write_text(DOCUMENT, encoding="utf-8")
    parts = changed(
        work, FIRST,
        ("add", "topic", "Coil fold", "--in", "folding"), ("add", "topic", "Letter fold", "--in", "folding"),
        ("move", "salt", "--to", "kneading"), ("import", str(work / "shapes.md")),
    )  # fmt: skip
    more = changed(work, parts, ("add", "topic", "Lamination", "--in", "folding"), ("add", "topic", "Baguette", "--in", "shaping"))
    ends = changed(
        work, FIRST,
        ("merge", "proving", "--into", "kneading"), ("split", "steam", "--into", "Early steam", "--into", "Late steam"),
        ("move", "stone", "--to", "basics"), ("retire", "retarding"), ("merge", "oven", "--into", "dough"),
    )  # fmt: skip
    gone = changed(work, FIRST, ("retire", "slicing"), ("retire", "serving"), ("retire", "table"))
    whole = changed(work, more, *(("move", id, "--to", "heat") for id in ("coil-fold", "letter-fold", "lamination")))
    releases = Releases(folder)
    for name, data in {"first": FIRST, "parts": parts, "more": more, "ends": ends, "gone": gone, "whole": whole}.items():
        releases.build(name, data)
    return releases


@pytest.fixture
def releases(built: Releases, context: BrowserContext) -> Releases:
    built.now = "first"
    built.serve(context)
    return built


def open_phase(page: Page, phase: str = "dough") -> None:
    page.goto(f"{ORIGIN}/phases/{phase}/")
    settled(page)


def settled(page: Page) -> None:
    until(page, "globalThis.roadmap?.localStore.get('meta/seen')")


def box(page: Page, id: str) -> Any:
    return page.locator(f'.rm-tick[data-tick="{id}"]').first


def label(page: Page, id: str) -> Any:
    return page.locator(f'.rm-check:has([data-tick="{id}"]) .rm-state').first


def notice(page: Page) -> Any:
    return page.locator("#rm-notice-update")


def log(page: Page) -> list[str]:
    page.goto(f"{ORIGIN}/dashboard/changes/")
    expect(page.locator("[data-rm-desk] > *").first).not_to_have_class("rm-empty")
    return [" ".join(text.split()) for text in page.locator(".rm-update li").all_inner_texts()]


def test_a_topic_that_gets_subtopics_by_add_move_and_import_keeps_its_tick(page: Page, releases: Releases) -> None:
    open_phase(page)
    for id in ("folding", "kneading", "shaping"):
        box(page, id).check()
    releases.now = "parts"
    open_phase(page)
    for id in ("coil-fold", "letter-fold", "salt", "batard", "boule", "folding", "kneading", "shaping"):
        expect(box(page, id)).to_be_checked()
    expect(notice(page)).to_contain_text("“Folding” now has subtopics: “Coil fold”, “Letter fold”.")
    # It stays until it is answered, and the page says it ever after.
    page.reload()
    notice(page).get_by_role("button", name="Show changes").click()
    page.wait_for_url("**/dashboard/changes/")
    expect(page.locator(".rm-update li")).to_have_count(3)
    expect(page.locator(".rm-update li a", has_text="Coil fold")).to_be_visible()
    page.reload()
    expect(page.locator(".rm-update li")).to_have_count(3)
    page.wait_for_timeout(400)
    expect(notice(page)).to_have_count(0)
    # What the learner says of a part is theirs.
    open_phase(page)
    box(page, "coil-fold").uncheck()
    open_phase(page)
    expect(box(page, "coil-fold")).not_to_be_checked()
    expect(box(page, "letter-fold")).to_be_checked()


def test_learning_and_skipped_go_to_new_subtopics_without_removing_their_ticks(page: Page, releases: Releases) -> None:
    open_phase(page)
    box(page, "salt").check()
    page.evaluate("""() => { roadmap.rows.mark("folding", "skipped", "x"); roadmap.rows.mark("kneading", "learning", "x"); }""")
    releases.now = "parts"
    open_phase(page)
    expect(box(page, "salt")).to_be_checked()
    expect(label(page, "coil-fold")).to_have_text("skipped")
    page.evaluate("roadmap.rows.mark('folding', 'todo', 'x', true)")
    open_phase(page)
    expect(label(page, "coil-fold")).to_have_count(0)


def test_a_later_subtopic_is_marked_new_since_the_topic_was_finished(page: Page, releases: Releases) -> None:
    open_phase(page)
    box(page, "folding").check()
    releases.now = "parts"
    open_phase(page)
    expect(box(page, "letter-fold")).to_be_checked()
    # This one is finished as subtopics.
    for id in ("batard", "boule"):
        box(page, id).check()
    notice(page).get_by_role("button", name="Close").click()
    releases.now = "more"
    open_phase(page)
    for id in ("lamination", "baguette"):
        expect(box(page, id)).not_to_be_checked()
        expect(label(page, id)).to_have_text("new since you finished this")
    expect(notice(page)).to_contain_text("New since you finished “Folding”: “Lamination”.")
    page.goto(f"{ORIGIN}/dashboard/")
    expect(page.locator(".rm-part", has=page.get_by_role("heading", name="New since you finished")).locator(".rm-tick")).to_have_count(2)
    assert "New since you finished “Shaping”: “Baguette”." in log(page)
    open_phase(page)
    box(page, "lamination").check()
    expect(label(page, "lamination")).to_have_count(0)
    expect(box(page, "folding")).to_be_checked()
    box(page, "baguette").check()
    box(page, "baguette").uncheck()
    expect(label(page, "baguette")).to_have_count(0)
    open_phase(page)
    expect(label(page, "baguette")).to_have_count(0)


def test_an_update_over_two_releases_ticks_all_subtopics(page: Page, releases: Releases) -> None:
    open_phase(page)
    box(page, "folding").check()
    releases.now = "more"
    open_phase(page)
    for id in ("coil-fold", "letter-fold", "lamination"):
        expect(box(page, id)).to_be_checked()


def test_a_topic_that_loses_its_subtopics_gets_their_combined_state(page: Page, releases: Releases) -> None:
    releases.now = "more"
    open_phase(page)
    for id in ("coil-fold", "letter-fold", "lamination"):
        box(page, id).check()
    settled(page)
    open_phase(page)
    releases.now = "whole"
    open_phase(page)
    expect(box(page, "folding")).to_be_checked()
    assert "“Folding” no longer has subtopics. It now has their combined state." in log(page)
    open_phase(page, "oven")
    expect(box(page, "coil-fold")).to_be_checked()
    # From then on it is its own.
    open_phase(page)
    box(page, "folding").uncheck()
    open_phase(page)
    expect(box(page, "folding")).not_to_be_checked()


def test_plan_focus_status_and_reviews_follow_merged_split_moved_and_retired_entries(page: Page, releases: Releases) -> None:
    open_phase(page, "oven")
    for id in ("steam", "stone"):
        box(page, id).check()
    card = {"reps": 2, "ease": 2.5, "days": 6, "due": "2199-01-01"}
    page.evaluate(
        """card => roadmap.store.write([["plan/current", { start: "2026-01-05", hours: 5, parts: ["oven"] }], ["review/steam", card],
             ["focus/current", { phase: "oven", topic: "steam", target: "2026-03-01" }],
             ["phase/oven", { status: "completed" }], ["state/retarding", { state: "done" }]])""",
        card,
    )
    releases.now = "ends"
    open_phase(page)
    for id in ("early-steam", "late-steam", "stone"):
        expect(box(page, id)).to_be_checked()
    page.goto(f"{ORIGIN}/dashboard/plan/")
    expect(page.locator('[name="parts"][value="dough"]')).to_be_checked()
    assert page.evaluate("roadmap.planning.next().length") == 5
    page.goto(f"{ORIGIN}/dashboard/journal/")
    expect(page.locator("#status-dough")).to_have_value("completed")
    expect(page.locator("#focus-phase")).to_have_value("dough")
    expect(page.locator("#focus-topic")).to_have_value("early-steam")
    expect(page.locator("#focus-target")).to_have_value("2026-03-01")
    for id in ("early-steam", "late-steam"):
        assert page.evaluate(f"roadmap.store.read('review/{id}').due") == "2199-01-01"
    said = log(page)
    for line in (
        "“steam” is now “Early steam”, “Late steam”. Your progress and notes were transferred.",
        "“retarding” was removed from the roadmap. Your notes are kept and exported.",
        "In your plan, “oven” is now “Dough”.",
        "Your current focus “oven” is now “Dough”.",
    ):
        assert line in said
    # A site that is rolled back finds all of it.
    releases.now = "first"
    open_phase(page, "oven")
    expect(box(page, "steam")).to_be_checked()
    assert page.evaluate("roadmap.need('desk').then(() => roadmap.planning.plan().parts)") == ["oven"]


def test_a_topic_moved_to_another_phase_is_reported_and_stays_in_focus(page: Page, releases: Releases) -> None:
    open_phase(page)
    releases.now = "more"
    open_phase(page)
    box(page, "coil-fold").check()
    page.evaluate("roadmap.store.write([['focus/current', { phase: 'dough', topic: 'letter-fold' }]])")
    open_phase(page)
    releases.now = "whole"
    open_phase(page)
    assert "“Coil fold” moved to “Oven”." in log(page)
    page.goto(f"{ORIGIN}/dashboard/journal/")
    expect(page.locator("#focus-phase")).to_have_value("oven")
    expect(page.locator("#focus-topic")).to_have_value("letter-fold")


def test_a_plan_without_remaining_phases_falls_back_to_the_default(page: Page, releases: Releases) -> None:
    open_phase(page)
    page.evaluate(
        """roadmap.store.write([["plan/current", { start: "2026-01-05", hours: 5, parts: ["table"] }], ["focus/current", { phase: "table" }]])"""
    )
    releases.now = "gone"
    open_phase(page)
    expect(notice(page)).to_contain_text("“table” was removed from the roadmap and from your plan.")
    page.goto(f"{ORIGIN}/dashboard/")
    expect(page.get_by_text("Nothing is left in your plan.")).to_have_count(0)
    page.goto(f"{ORIGIN}/dashboard/journal/")
    expect(page.locator("#focus-phase")).to_have_value("")


def test_the_list_of_changes_is_exported_and_imported(page: Page, releases: Releases, browser: Browser) -> None:
    open_phase(page)
    assert log(page) == []
    expect(page.get_by_text("Nothing has changed since you started.")).to_be_visible()
    open_phase(page)
    box(page, "folding").check()
    releases.now = "parts"
    open_phase(page)
    expect(box(page, "coil-fold")).to_be_checked()
    releases.now = "more"
    open_phase(page)
    expect(label(page, "lamination")).to_have_count(1)
    said = log(page)
    text = page.evaluate("roadmap.need('files').then(() => roadmap.progress.write(roadmap.progress.everything()))")
    other_context = browser.new_context()
    try:
        releases.serve(other_context)
        other = other_context.new_page()
        watch(other)
        other.goto(f"{ORIGIN}/dashboard/backup/")
        other.locator("#file").set_input_files({"name": "p.json", "mimeType": "application/json", "buffer": text.encode()})
        other.locator("#take").click()
        until(other, "roadmap.store.state('coil-fold') === 'done'")
        assert log(other) == said
        open_phase(other)
        expect(label(other, "lamination")).to_have_text("new since you finished this")
        expect(notice(other)).to_have_count(0)
        again = other.evaluate("roadmap.need('files').then(() => roadmap.progress.write(roadmap.progress.everything()))")
        assert json.loads(again)["items"] == json.loads(text)["items"]
    finally:
        other_context.close()


def test_a_restore_point_of_an_earlier_release_restores_ticks(page: Page, releases: Releases) -> None:
    open_phase(page)
    box(page, "folding").check()
    page.evaluate("roadmap.store.settled().then(() => roadmap.backups.point('test'))")
    releases.now = "parts"
    open_phase(page)
    expect(box(page, "coil-fold")).to_be_checked()
    page.goto(f"{ORIGIN}/dashboard/backup/")
    page.get_by_role("button", name="Restore", exact=True).first.click()
    expect(page.locator(".rm-status")).to_contain_text("Restored.")
    open_phase(page)
    for id in ("folding", "coil-fold", "letter-fold"):
        expect(box(page, id)).to_be_checked()


def test_a_restore_point_of_an_earlier_release_restores_what_was_unticked_later(page: Page, releases: Releases) -> None:
    open_phase(page)
    box(page, "folding").check()
    page.evaluate("roadmap.store.settled().then(() => roadmap.backups.point('test'))")
    releases.now = "parts"
    open_phase(page)
    box(page, "coil-fold").uncheck()
    page.goto(f"{ORIGIN}/dashboard/backup/")
    page.get_by_role("listitem").filter(has_text="test").get_by_role("button", name="Restore", exact=True).click()
    expect(page.locator(".rm-status")).to_contain_text("Restored.")
    open_phase(page)
    for id in ("folding", "coil-fold", "letter-fold"):
        expect(box(page, id)).to_be_checked()


def test_rolling_a_release_back_and_forward_adds_no_ticks(page: Page, releases: Releases) -> None:
    open_phase(page)
    box(page, "folding").check()
    releases.now = "more"
    open_phase(page)
    box(page, "batard").check()
    box(page, "boule").check()
    box(page, "boule").uncheck()
    page.evaluate("roadmap.store.settled()")
    # "parts" once, so that the one that is new is new since it was finished.
    for name in ("parts", "more", "first", "more", "first", "parts", "more"):
        releases.now = name
        open_phase(page)
        if name == "first":
            expect(box(page, "folding")).to_be_checked()
            continue
        for id in ("coil-fold", "letter-fold", "batard"):
            expect(box(page, id)).to_be_checked()
        expect(box(page, "boule")).not_to_be_checked()
        expect(label(page, "boule")).to_have_count(0)


def test_a_later_topic_is_still_marked_new_after_a_rollback(page: Page, releases: Releases) -> None:
    open_phase(page)
    box(page, "folding").check()
    for name in ("parts", "more", "first", "more"):
        releases.now = name
        open_phase(page)
        for id in ("coil-fold", "letter-fold") if name != "first" else ("folding",):
            expect(box(page, id)).to_be_checked()
    expect(box(page, "lamination")).not_to_be_checked()
    expect(label(page, "lamination")).to_have_text("new since you finished this")
    # What is said of it while it has none goes to all that it gets.
    releases.now = "first"
    open_phase(page)
    box(page, "folding").uncheck()
    box(page, "folding").check()
    releases.now = "more"
    open_phase(page)
    expect(box(page, "lamination")).to_be_checked()


def test_ticks_in_a_tab_of_an_older_release_are_taken_over(context: BrowserContext, page: Page, releases: Releases) -> None:
    old = context.new_page()
    open_phase(old)
    releases.now = "parts"
    open_phase(page)
    box(old, "folding").check()
    expect(box(page, "coil-fold")).to_be_checked()
    expect(box(page, "letter-fold")).to_be_checked()

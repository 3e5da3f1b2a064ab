"""The desk: what to do next, whether it can be done in time, and what was done."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from icalendar import Calendar
from PIL import ImageStat
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader

from learning_roadmap.datafile import load
from learning_roadmap.model import Topic
from learning_roadmap.model.index import RoadmapIndex
from tests.browser.page import LEAVES, box, everything, refusals, watch
from tests.paths import DATA

MONDAY = "2026-01-05"
INDEX = RoadmapIndex(load(DATA).roadmap)
PLAN = {"start": MONDAY, "hours": 10, "pace": 10, "off": [], "order": "map", "optional": True}


def at_noon(page: Page, day: str) -> None:
    page.clock.set_fixed_time(dt.datetime.fromisoformat(f"{day}T12:00:00+00:00"))


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    found = browser.new_context(timezone_id="UTC", locale="en-GB")
    found.set_default_timeout(10_000)
    refused = refusals(found)
    yield found
    found.close()
    assert refused == []


@pytest.fixture
def desk(page: Page, server: str) -> Page:
    at_noon(page, MONDAY)
    page.goto(server + "/dashboard/")
    expect(page.get_by_role("heading", name="Continue here")).to_be_visible()
    return page


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


# ---- the plan ----


def test_a_schedule_matches_the_durations_of_the_roadmap(desk: Page) -> None:
    found = plan(desk)
    assert (round(found["least"]["hours"]), round(found["most"]["hours"])) == (620, 780)
    assert round(weeks_until(found["least"]["finish"])) == 62
    assert round(weeks_until(found["most"]["finish"])) == 78


def test_milestones_that_cannot_be_met_are_reported(desk: Page) -> None:
    found = plan(desk)
    assert found["until"] == ["2026-04-05", "2026-07-05", "2026-10-05", "2027-01-05", "2027-07-05"]
    assert {goal: verdict for goal, verdict in found["milestones"].items() if verdict} == {
        "complete-foundations": "met",
        "master-core-ml-algorithms": "late",
        "deep-learning-fundamentals-complete": "tight",
        "transformers-and-nlp-expertise": "tight",
        "generative-ai-mastery": "late",
        "mlops-pipeline-expertise": "late",
    }
    fast = plan(desk, hours=30)
    assert set(fast["milestones"].values()) == {"met", None}


def test_a_document_of_twelve_weeks_is_scheduled_in_twelve_weeks(desk: Page) -> None:
    found = plan(desk, order="ai-ml-engineer")
    assert round(weeks_until(found["likely"]["finish"]), 1) == 12
    assert found["first"] == ["vectors", "matrices", "matrix-operations-and-transformations"]


def test_the_schedule_follows_what_is_done(desk: Page) -> None:
    before = plan(desk)
    desk.evaluate("ids => roadmap.store.write(ids.map((id) => [`state/${id}`, { state: 'done' }]))", LEAVES[:51])
    desk.evaluate(f"roadmap.store.write([['state/{LEAVES[60]}', {{ state: 'learning' }}], ['state/{LEAVES[55]}', {{ state: 'skipped' }}]])")
    after = plan(desk)
    assert after["count"] == before["count"] - 52
    assert after["first"][0] == LEAVES[60], "what is begun comes first"
    assert after["likely"]["finish"] < before["likely"]["finish"]
    assert after["milestones"]["complete-foundations"] is None


def test_the_schedule_respects_weekdays_days_off_and_limits(desk: Page) -> None:
    evenly = plan(desk)
    weekend = plan(desk, week=[0, 0, 0, 0, 0, 5, 5])
    assert abs(weeks_until(weekend["likely"]["finish"]) - weeks_until(evenly["likely"]["finish"])) < 1
    assert dt.date.fromisoformat(weekend["likely"]["finish"]).weekday() >= 5
    rested = plan(desk, off=[["2026-01-05", "2026-01-18"]])
    assert weeks_until(rested["likely"]["finish"]) - weeks_until(evenly["likely"]["finish"]) == 2
    assert plan(desk, hours=0.25)["likely"]["isEndless"] is True
    assert plan(desk, parts=[])["count"] == 0


def test_a_plan_is_created_in_the_form_and_survives(desk: Page, server: str) -> None:
    desk.goto(server + "/dashboard/plan/")
    desk.get_by_label("Start").fill("2026-01-12")
    desk.get_by_label("Hours per week").fill("20")
    desk.get_by_text("More options").click()
    desk.get_by_label("Days off").fill("2026-02-30")
    desk.get_by_role("button", name="Create plan").click()
    expect(desk.locator(".rm-plan .rm-told")).to_contain_text("“2026-02-30” is not a date")
    assert "plan/current" not in everything(desk)
    desk.get_by_label("Days off").fill("2026-02-02 to 2026-02-08\n2026-03-02")
    desk.get_by_role("button", name="Create plan").click()
    expect(desk.locator(".rm-desk")).to_contain_text("33–41 weeks")
    desk.reload()
    expect(desk.get_by_label("Hours per week")).to_have_value("20")
    expect(desk.locator(".rm-desk")).to_contain_text("on track")
    desk.goto(server + "/dashboard/")
    expect(desk.get_by_role("heading", name="Week of")).to_be_visible()


def test_the_calendar_is_valid_and_keeps_its_uids(desk: Page, server: str) -> None:
    desk.evaluate("plan => roadmap.store.write([['plan/current', plan]])", PLAN)
    desk.goto(server + "/dashboard/plan/")

    def calendar() -> str:
        with desk.expect_download() as download:
            desk.get_by_role("button", name="Export calendar").click()
        return Path(download.value.path()).read_bytes().decode()

    text = calendar()
    assert text.endswith("END:VCALENDAR\r\n") and "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    lines = text.replace("\r\n ", "").split("\r\n")
    events = [dict(line.split(":", 1) for line in event.split("\n")[1:] if ":" in line) for event in "\n".join(lines).split("BEGIN:VEVENT")[1:]]
    assert len(events) == len({event["UID"] for event in events})
    assert {event["UID"] for event in events} >= {"week-2026-01-05@ai-engineer.roadmap", "milestone-3-month-goal@ai-engineer.roadmap"}
    for event in events:
        start, end = event["DTSTART;VALUE=DATE"], event["DTEND;VALUE=DATE"]
        assert re.fullmatch(r"\d{8}", start) and start < end
        assert re.fullmatch(r"\d{8}T\d{6}Z", event["DTSTAMP"])
        assert not re.search(r"(?<!\\)[;,]", event["SUMMARY"])
    parsed = Calendar.from_ical(text)
    assert len(list(parsed.walk("VEVENT"))) == len(events)
    assert not parsed.errors and not any(event.errors for event in parsed.walk("VEVENT"))
    # The learner goes on; the weeks keep their names, and a program that has them changes them.
    desk.evaluate("ids => roadmap.store.write(ids.map((id) => [`state/${id}`, { state: 'done' }]))", LEAVES[:20])
    assert {"week-2026-01-12@ai-engineer.roadmap"} <= {line.removeprefix("UID:") for line in calendar().split("\r\n") if line.startswith("UID:")}


# ---- today ----


def test_the_routine_starts_fresh_each_day_of_the_learners_own_clock(browser: Browser, server: str) -> None:
    context = browser.new_context(timezone_id="Europe/Berlin", locale="de-DE")
    page = context.new_page()
    watch(page)
    # The night in which summer time begins: the day has 23 hours.
    page.clock.set_fixed_time(dt.datetime.fromisoformat("2026-03-28T23:30:00+01:00"))
    page.goto(server + "/routine/")
    page.get_by_role("checkbox", name="Math problem solving").check()
    page.clock.set_fixed_time(dt.datetime.fromisoformat("2026-03-29T00:10:00+01:00"))
    page.reload()
    expect(page.get_by_role("checkbox", name="Math problem solving")).not_to_be_checked()
    expect(page.locator(".rm-topics legend")).to_contain_text(["Morning", "Afternoon", "Evening", "Weekend"])
    expect(page.get_by_text("1 day in a row.")).to_be_visible()
    page.get_by_role("checkbox", name="Work on theory").check()
    page.clock.set_fixed_time(dt.datetime.fromisoformat("2026-03-30T08:00:00+02:00"))
    page.reload()
    expect(page.get_by_text("2 days in a row.")).to_be_visible()
    expect(page.locator(".rm-topics legend")).to_contain_text(["Morning", "Afternoon", "Evening"])
    expect(page.locator(".rm-heat")).to_have_attribute("aria-label", "You were active on 2 days in the past year.")
    assert {"day/2026-03-28", "day/2026-03-29"} <= everything(page).keys()
    # A missed day ends the row, and nothing else.
    page.clock.set_fixed_time(dt.datetime.fromisoformat("2026-04-01T08:00:00+02:00"))
    page.reload()
    expect(page.get_by_text("Missing a day is fine.")).to_be_visible()
    expect(page.get_by_text("in a row.")).to_have_count(0)
    context.close()


def test_done_topics_are_due_for_review_at_growing_intervals(desk: Page, server: str) -> None:
    desk.evaluate("roadmap.store.write([['state/vectors', { state: 'done' }]])")
    desk.goto(server + "/dashboard/")
    expect(desk.get_by_role("heading", name="Due for review")).to_have_count(0)
    for day, word, due in (("2026-01-06", "good", "2026-01-07"), ("2026-01-07", "good", "2026-01-13"), ("2026-01-13", "good", "2026-01-28")):
        at_noon(desk, day)
        desk.goto(server + "/dashboard/")
        desk.get_by_role("button", name=word).click()
        assert desk.evaluate("roadmap.store.read('review/vectors').due") == due
    at_noon(desk, "2026-01-28")
    desk.goto(server + "/dashboard/")
    desk.get_by_role("button", name="Forgot").click()
    assert desk.evaluate("roadmap.store.read('review/vectors')")["days"] == 1


def test_sm2_follows_its_paper(desk: Page) -> None:
    cards = desk.evaluate(
        """() => { let card = roadmap.review.FRESH; return [5, 4, 3, 5, 1, 4, 3, 3, 3, 3, 3, 3, 3, 3, 3].map((quality) => {
             card = roadmap.review.next(card, quality, "2026-01-01"); return [card.reps, card.days, card.ease]; }); }"""
    )
    assert cards[:6] == [[1, 1, 2.6], [2, 6, 2.6], [3, 16, 2.46], [4, 40, 2.56], [1, 1, 2.56], [2, 6, 2.56]]
    assert cards[-1][2] == 1.3, "the ease never falls below 1.3"


# ---- milestones, focus, journal, left ----


def test_countable_goals_are_counted_from_ticks(desk: Page, server: str) -> None:
    desk.evaluate("plan => roadmap.store.write([['plan/current', plan]])", PLAN)
    desk.goto(server + "/projects/")
    for id in ("house-price-prediction", "image-classifier"):
        box(desk, id).check()
    desk.goto(server + "/milestones/")
    expect(desk.locator("[data-rm-goal=build-5-beginner-projects]")).to_have_text("2 of 5")
    expect(desk.locator("[data-rm-milestone='3-month-goal']")).to_contain_text("by 5 Apr 2026")
    box(desk, "start-technical-blog").check()
    desk.reload()
    expect(box(desk, "start-technical-blog")).to_be_checked()


def test_the_status_of_a_phase_follows_its_ticks_until_it_is_set(desk: Page, server: str) -> None:
    desk.goto(server + "/dashboard/journal/")
    status = desk.get_by_label("Status of Foundation")
    expect(status.locator("option").first).to_have_text("Not started (automatic)")
    desk.evaluate("roadmap.store.write([['state/vectors', { state: 'learning' }]])")
    expect(status.locator("option").first).to_have_text("In progress (automatic)")
    status.select_option("completed")
    desk.reload()
    expect(desk.get_by_label("Status of Foundation")).to_have_value("completed")


def test_focus_and_journal_are_saved(desk: Page, server: str) -> None:
    desk.goto(server + "/dashboard/journal/")
    desk.locator("#focus-phase").select_option("deep-learning")
    expect(desk.locator("#focus-topic option", has_text="Perceptron").first).to_have_text("Perceptron")
    desk.locator("#focus-topic").select_option("perceptron")
    desk.locator("#focus-target").fill("2026-02-01")
    desk.locator("#focus-target").blur()
    desk.get_by_label("Learned").fill("**Vectors** and <b>more</b>")
    desk.get_by_label("Challenges").fill("Time")
    desk.get_by_label("Challenges").blur()
    expect(desk.locator(".rm-wide .rm-told")).to_have_text("Saved.")
    desk.reload()
    expect(desk.locator("#focus-topic")).to_have_value("perceptron")
    expect(desk.locator("#focus-target")).to_have_value("2026-02-01")
    expect(desk.get_by_label("Learned")).to_have_value("**Vectors** and <b>more</b>")
    desk.locator("#month").fill("2025-12")
    desk.locator("#month").blur()
    expect(desk.get_by_label("Learned")).to_have_value("")
    desk.get_by_role("button", name="January 2026").click()
    expect(desk.get_by_label("Challenges")).to_have_value("Time")


def test_every_progress_bar_links_to_its_remaining_topics(desk: Page, server: str) -> None:
    desk.goto(server + "/phases/deep-learning/")
    box(desk, "perceptron").check()
    desk.locator(".rm-progress[data-scope='section:neural-networks-basics'] .rm-left").click()
    desk.wait_for_url("**/dashboard/remaining/?of=section%3Aneural-networks-basics")
    left = desk.locator(".rm-desk")
    expect(left.get_by_text("Activation functions").or_(left.get_by_text("ReLU")).first).to_be_visible()
    expect(left.locator("[data-tick=perceptron]")).to_have_count(0)
    count = left.locator(".rm-topic").count()
    first = left.locator(".rm-tick").first
    first.click()
    # It stays for a moment, so that a second click takes it back and hits nothing else.
    expect(first).to_be_checked()
    expect(left.locator(".rm-topic")).to_have_count(count)
    expect(left.locator(".rm-topic")).to_have_count(count - 1)


def test_the_chart_compares_progress_with_the_plan_and_has_a_table(desk: Page, server: str) -> None:
    desk.evaluate("plan => roadmap.store.write([['plan/current', plan]])", PLAN)
    desk.evaluate("ids => roadmap.store.write(ids.map((id) => [`state/${id}`, { state: 'done' }]))", LEAVES[:9])
    at_noon(desk, "2026-01-20")
    desk.goto(server + "/dashboard/")
    expect(desk.locator(".rm-chart")).to_have_attribute("aria-label", re.compile(r"^9 of \d+ planned topics done\. \d+ due by this week\.$"))
    desk.get_by_text("Show as a table").click()
    expect(desk.locator(".rm-table tbody tr").nth(0).locator("td").nth(1)).to_have_text("9")


def test_the_dashboard_works_from_disk(page: Page, from_disk: str) -> None:
    for name in ("index", "plan", "remaining", "journal", "backup"):
        page.goto(f"{from_disk}/dashboard/{name}.html")
        expect(page.locator(".rm-desk")).not_to_contain_text("It needs JavaScript")
    page.goto(f"{from_disk}/dashboard/backup.html")
    with page.expect_download():
        page.get_by_role("button", name="Export to a file").click()


def test_instant_navigation_to_the_dashboard_and_back(page: Page, server: str) -> None:
    page.goto(server + "/phases/deep-learning/")
    page.evaluate("globalThis.stayed = true")
    page.get_by_role("link", name="Dashboard", exact=True).first.click()
    expect(page.get_by_role("heading", name="Continue here")).to_be_visible()
    page.get_by_role("link", name="Remaining topics").first.click()
    page.wait_for_url("**/dashboard/remaining/**")
    expect(page.locator(".rm-desk .rm-tick").first).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Continue here")).to_be_visible()
    assert page.evaluate("globalThis.stayed") is True


@pytest.mark.parametrize(
    "path",
    [
        "/dashboard/",
        "/dashboard/plan/",
        "/dashboard/remaining/",
        "/dashboard/journal/",
        "/dashboard/backup/",
        "/dashboard/print/",
        "/routine/",
        "/milestones/",
    ],
)
def test_no_page_of_the_dashboard_is_wider_than_the_screen(page: Page, server: str, path: str) -> None:
    page.goto(server + path)
    page.evaluate("plan => roadmap.store.write([['plan/current', plan]])", PLAN)
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.reload()
        expect(page.locator("[data-rm-desk] > *").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


MM = 72 / 25.4


def plain(text: str) -> str:
    """Words alone: breaks and spaces are the layout's."""
    return re.sub(r"\W+", "", text)


@pytest.fixture
def mine(desk: Page, server: str) -> Page:
    """The page of someone who has done, skipped, begun and written something."""
    states = {"vectors": "done", "matrices": "skipped", "eigenvalues": "learning", "house-price-prediction": "done"}
    desk.evaluate("states => roadmap.store.write(Object.entries(states).map(([id, state]) => [`state/${id}`, { state }]))", states)
    desk.evaluate("roadmap.store.write([['note/vectors', { text: 'mine <b>' }], ['note/long-gone', { text: 'kept all the same' }]])")
    desk.evaluate("roadmap.store.write([['links/vectors', { links: [{ title: 'A talk', url: 'https://example.org/talk' }] }]])")
    desk.evaluate("plan => roadmap.store.write([['plan/current', plan]])", PLAN)
    desk.goto(server + "/dashboard/")
    desk.get_by_role("link", name="Print my progress").click()
    expect(desk.get_by_role("heading", name="My progress")).to_be_visible()
    expect(desk.get_by_role("button", name="Print")).to_be_visible()
    return desk


def printed(page: Page, target: Path, paper: str = "A4") -> PdfReader:
    # As printers do it: no backgrounds.
    page.pdf(path=target, format=paper, print_background=False)
    return PdfReader(target)


def test_printed_progress_shows_what_is_done_and_what_is_skipped(mine: Page, tmp_path: Path) -> None:
    expect(mine.locator(".rm-print [data-tick=vectors]")).to_be_checked()
    mine.emulate_media(media="print")
    skipped = mine.locator(".rm-row", has=mine.locator("[data-tick=matrices]"))
    assert skipped.locator(".rm-title").evaluate("one => getComputedStyle(one).color") == "rgb(117, 117, 117)"
    text = "".join(page.extract_text() for page in printed(mine, tmp_path / "mine.pdf").pages)
    assert "mine <b>" in text and "A talk https://example.org/talk" in text and "kept all the same" in text
    assert "Matrices · skipped" in text and "Eigenvalues · learning" in text and "by 5 Apr 2026" in text
    assert "Backup & sync" not in text and "Print" not in text


def test_printed_progress_contains_the_whole_roadmap(mine: Page, tmp_path: Path) -> None:
    printed(mine, tmp_path / "mine.pdf")
    text = plain("".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(tmp_path / "mine.pdf")))
    roadmap = INDEX.roadmap
    for phase in roadmap.phases:
        assert all(plain(words) in text for words in (phase.title, phase.goal, phase.level, phase.duration) if words)
        for section in phase.sections:
            assert all(plain(entry.title) in text for entry in (section, *section.practice)), section.title
    for entries in (INDEX.topics.values(), roadmap.projects, roadmap.papers, roadmap.resources, *(one.goals for one in roadmap.milestones)):
        assert [entry.id for entry in entries if plain(entry.title) not in text] == []  # type: ignore[attr-defined]
    nested = mine.evaluate("[...document.querySelectorAll('.rm-print .rm-list .rm-list [data-tick]')].map((one) => one.dataset.tick)")
    assert nested == [id for id in INDEX.topics if isinstance(INDEX.located[id].ancestors[-1], Topic)]


def test_printed_counts_equal_those_of_the_dashboard_and_are_explained(mine: Page, server: str) -> None:
    said = mine.locator(".rm-cover > p .rm-tally").inner_text()
    found = re.fullmatch(r"(\d+) of (\d+) topics done \(1%\)\. Not counted, of (\d+) topics: (\d+) in other branches, 1 skipped\.", said)
    assert found, said
    done, size, total, branches = map(int, found.groups())
    assert (done, total, size + branches + 1) == (1, len(INDEX.leaf_topics), total)
    scopes = mine.locator(".rm-tally").evaluate_all("all => all.map((one) => [one.dataset.scope, one.textContent])")
    for scope, words in scopes:
        count = mine.evaluate("scope => roadmap.counts.of(scope)", scope)
        assert words.startswith(f"{count['done']} of {count['size']} topic"), scope
    mine.goto(server + "/dashboard/")
    expect(mine.locator(".rm-desk").get_by_text(f"{done} of {size} topics done (1%).")).to_be_visible()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_printed_pages_have_numbers_titles_and_no_stranded_headings(mine: Page, tmp_path: Path, paper: str) -> None:
    reader = printed(mine, tmp_path / "mine.pdf", paper)
    width, height = {"A4": (595, 842), "Letter": (612, 792)}[paper]
    pictures = pypdfium2.PdfDocument(tmp_path / "mine.pdf")
    titles = [phase.title for phase in INDEX.roadmap.phases]
    headings = {plain(entry.title) for phase in INDEX.roadmap.phases for entry in (phase, *phase.sections)} | {"Practice", "Projects"}
    begun: list[str] = []
    for at, (page, picture) in enumerate(zip(reader.pages, pictures, strict=True), 1):
        assert abs(float(page.mediabox.width) - width) < 1.5 and abs(float(page.mediabox.height) - height) < 1.5
        text = picture.get_textpage()
        head = text.get_text_bounded(0, height - 19 * MM, width, height)
        foot = text.get_text_bounded(0, 0, width, 19 * MM)
        assert foot.strip() == str(at)
        body = [" ".join(line.split()) for line in text.get_text_bounded(0, 19 * MM, width, height - 19 * MM).splitlines() if line.strip()]
        assert body, f"page {at} is blank"
        if at > 1:
            assert INDEX.roadmap.title in head
            begun += [title for title in titles if title in head and title not in begun]
        # Nothing is left alone at the foot of a column.
        for left in (0, width / 2):
            column = text.get_text_bounded(left, 19 * MM, left + width / 2, height - 19 * MM)
            lines = [line for line in column.splitlines() if line.strip()]
            assert not lines or plain(lines[-1]) not in headings, f"page {at}: {lines[-1]}"
    assert begun == titles


def test_printed_checkboxes_are_outlines_of_4_mm(mine: Page, tmp_path: Path) -> None:
    mine.emulate_media(media="print", color_scheme="dark")
    sizes = mine.locator(".rm-print .rm-tick").evaluate_all("all => all.map((one) => Math.min(one.offsetWidth, one.offsetHeight))")
    assert min(sizes) >= 4 * 96 / 25.4 - 0.5
    printed(mine, tmp_path / "mine.pdf")
    page = pypdfium2.PdfDocument(tmp_path / "mine.pdf")[1]
    picture = page.render(scale=4, grayscale=True).to_pil()
    assert picture.getpixel((2, 2)) == 255, "paper is white in a dark scheme, too"
    text = page.get_textpage()

    def ink(title: str) -> float:
        """How dark the inside of the box before a title is."""
        found = text.search(title, match_whole_word=True).get_next()
        assert found
        left, bottom, _, top = text.get_charbox(found[0])
        middle = page.get_height() - (bottom + top) / 2
        inside = [left - 5.2 * MM, middle - 0.9 * MM, left - 3 * MM, middle + 0.9 * MM]
        return 255 - float(ImageStat.Stat(picture.crop(tuple(round(4 * edge) for edge in inside))).mean[0])  # type: ignore[arg-type]

    assert ink("Vectors") > 15 and ink("Eigenvalues") > 10 and ink("Eigenvectors") < 1


def test_without_scripts_an_empty_form_is_printed(browser: Browser, from_disk: str, tmp_path: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{from_disk}/dashboard/print.html")
    reader = printed(page, tmp_path / "blank.pdf")
    text = "".join(page.extract_text() for page in reader.pages)
    assert f"{len(INDEX.leaf_topics)} topics" in text and "Perceptron" in text and "As of" not in text
    assert page.locator(".rm-print .rm-tick").first.is_visible()
    context.close()


def test_a_section_with_only_skipped_topics_says_so(mine: Page) -> None:
    mine.evaluate("roadmap.store.write(roadmap.counts.leavesIn('section:databases').map((id) => [`state/${id}`, { state: 'skipped' }]))")
    place = mine.locator(".rm-chapter .rm-tally[data-scope='section:databases']")
    expect(place).to_have_text("All 4 topics are skipped")


def test_a_hostile_title_stays_text_in_the_running_head(mine: Page) -> None:
    evil = 'a" } } body { display: none } @page { "\\ \n*/ </style>'
    mine.evaluate("evil => { document.querySelector('[data-rm-head]').dataset.rmHead = evil; roadmap.dashboard.show(); }", evil)
    mine.wait_for_function("document.adoptedStyleSheets.some((sheet) => [...sheet.cssRules].some((rule) => rule.cssText.includes('display: none')))")
    rules = mine.evaluate("document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.constructor.name)")
    assert set(rules) == {"CSSPageRule"}
    expect(mine.get_by_role("heading", name="My progress")).to_be_visible()


# ---- what may happen in between ----


def test_two_tabs_can_edit_the_same_month(desk: Page, server: str) -> None:
    other = desk.context.new_page()
    for tab in (desk, other):
        at_noon(tab, MONDAY)
        tab.goto(server + "/dashboard/journal/")
    desk.get_by_label("Learned").focus()
    other.get_by_label("Challenges").fill("a long text about challenges")
    other.get_by_label("Challenges").blur()
    expect(other.locator("#told-month")).to_have_text("Saved.")
    desk.get_by_label("Learned").fill("x")
    desk.get_by_label("Learned").blur()
    expect(desk.locator("#told-month")).to_have_text("Saved.")
    found = desk.evaluate("roadmap.store.read('month/2026-01')")
    assert (found["learned"], found["challenges"]) == ("x", "a long text about challenges")


def test_a_month_is_saved_when_the_page_is_left_at_once(desk: Page, server: str) -> None:
    desk.goto(server + "/dashboard/journal/")
    desk.get_by_label("Goals for next month").fill("in haste")
    desk.reload()
    expect(desk.get_by_label("Goals for next month")).to_have_value("in haste")


def test_the_routine_starts_fresh_at_midnight_on_an_open_page(desk: Page, server: str) -> None:
    desk.clock.install(time=dt.datetime.fromisoformat("2026-03-10T22:00:00+00:00"))
    desk.goto(server + "/routine/")
    desk.get_by_role("checkbox", name="Math problem solving").check()
    desk.clock.run_for(9 * 3600 * 1000)
    expect(desk.get_by_role("heading", name="Today, 11 Mar 2026")).to_be_visible()
    expect(desk.get_by_role("checkbox", name="Math problem solving")).not_to_be_checked()
    desk.get_by_role("checkbox", name="Math problem solving").check()
    assert {path for path in everything(desk) if path.startswith("day/")} == {"day/2026-03-10", "day/2026-03-11"}


def test_weeks_no_longer_planned_are_cancelled_in_the_next_calendar(desk: Page, server: str) -> None:
    desk.evaluate("plan => roadmap.store.write([['plan/current', plan]])", PLAN)
    desk.goto(server + "/dashboard/plan/")

    def events() -> dict[str, Any]:
        with desk.expect_download() as download:
            desk.get_by_role("button", name="Export calendar").click()
        return {str(event["UID"]): event for event in Calendar.from_ical(Path(download.value.path()).read_bytes()).walk("VEVENT")}

    before = events()
    desk.evaluate("ids => roadmap.store.write(ids.map((id) => [`state/${id}`, { state: 'done' }]))", LEAVES[:60])
    at_noon(desk, "2026-01-06")
    after = events()
    gone = {uid for uid in before if after[uid].get("STATUS") == "CANCELLED"}
    assert gone and all(after[uid]["SEQUENCE"] > before[uid]["SEQUENCE"] for uid in before)


def test_the_focus_stays_in_a_list_that_is_redrawn(desk: Page, server: str) -> None:
    desk.goto(server + "/dashboard/remaining/")
    desk.locator(".rm-more").nth(2).focus()
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("radio", name="To do")).to_be_focused()
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("ArrowDown")
    expect(desk.get_by_role("radio", name="Skipped")).to_be_checked()
    desk.keyboard.press("Escape")
    desk.locator(".rm-desk .rm-tick").nth(4).focus()
    desk.keyboard.press("Space")
    desk.wait_for_timeout(3000)
    assert desk.evaluate("document.querySelector('.rm-desk').contains(document.activeElement)")


def test_a_tick_does_not_discard_a_plan_being_edited(desk: Page, server: str) -> None:
    desk.evaluate("plan => roadmap.store.write([['plan/current', plan]])", PLAN)
    desk.goto(server + "/dashboard/plan/")
    desk.get_by_label("Hours per week").fill("33")
    desk.locator(".rm-desk .rm-tick").first.click()
    desk.wait_for_timeout(3000)
    expect(desk.get_by_label("Hours per week")).to_have_value("33")
    desk.get_by_role("button", name="Update plan").click()
    expect(desk.locator(".rm-status")).to_contain_text("Plan updated. Saved.")
    assert desk.evaluate("roadmap.planning.plan().hours") == 33


def test_only_one_branch_is_planned_and_counted(desk: Page, server: str) -> None:
    desk.goto(server + "/dashboard/remaining/?of=section:industry-applications")
    expect(desk.locator(".rm-desk > p").first).to_contain_text("1 topic to go. 7 more are optional or in another branch.")
    found = plan(desk, parts=["specialization"])
    required = desk.evaluate("roadmap.counts.of('phase:specialization').size")
    optional = desk.evaluate(
        "roadmapMap.leaves.filter((id) => roadmap.counts.isOptional(id) && roadmap.counts.leavesIn('phase:specialization').includes(id)).length"
    )
    assert found["count"] == required + optional

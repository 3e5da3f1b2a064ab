"""The printed progress, as a reader of PDF files sees it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from PIL import ImageStat
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from learning_roadmap.datafile import load
from learning_roadmap.model import Topic, work
from learning_roadmap.model.index import RoadmapIndex
from tests.browser.dashboard.page import MONDAY, PLAN, at_noon
from tests.browser.page import watch
from tests.families import family
from tests.paths import DATA

INDEX = RoadmapIndex(load(DATA).roadmap)
MM = 72 / 25.4


def plain(text: str) -> str:
    """Words alone: breaks and spaces are the layout's."""
    return re.sub(r"\W+", "", text)


def open_print(dashboard: Page) -> Page:
    """Open the page of someone who has done, skipped, begun and written something."""
    states = {"vectors": "done", "matrices": "skipped", "eigenvalues": "learning", "house-price-prediction": "done"}
    dashboard.evaluate("states => roadmap.store.write(Object.entries(states).map(([id, state]) => [`state/${id}`, { state }]))", states)
    dashboard.evaluate("roadmap.store.write([['note/vectors', { text: 'mine <b>' }], ['note/long-gone', { text: 'kept all the same' }]])")
    dashboard.evaluate("roadmap.store.write([['links/vectors', { links: [{ title: 'A talk', url: 'https://example.org/talk' }] }]])")
    dashboard.evaluate("plan => roadmap.store.write([['plan/current', plan]])", PLAN)
    dashboard.get_by_role("link", name="Print my progress").click()
    expect(dashboard.get_by_role("heading", name="My progress")).to_be_visible()
    expect(dashboard.get_by_role("button", name="Print")).to_be_visible()
    return dashboard


@pytest.fixture
def printout(dashboard: Page) -> Page:
    return open_print(dashboard)


@dataclass(frozen=True)
class Printed:
    """What was printed of that page, and the topics on it that are inside others."""

    pdf: Path
    nested: list[str]


@pytest.fixture(scope="module")
def on_paper(browser: Browser, server: str, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Printed]:
    """Prints it once on each paper: to print the whole roadmap takes longer than to read it."""

    @cache
    def on_paper(paper: str) -> Printed:
        with browser.new_context(timezone_id="UTC", locale="en-GB") as context:
            page = context.new_page()
            watch(page)
            at_noon(page, MONDAY)
            page.goto(server + "/dashboard/")
            expect(page.get_by_role("heading", name="Continue here")).to_be_visible()
            nested = open_print(page).evaluate(
                "[...document.querySelectorAll('.rm-print .rm-list .rm-list [data-tick]')].map((one) => one.dataset.tick)"
            )
            target = tmp_path_factory.mktemp("printed") / "mine.pdf"
            printed(page, target, paper)
        return Printed(target, nested)

    return on_paper


def printed(page: Page, target: Path, paper: str = "A4", pages: str = "") -> None:
    # As printers do it: no backgrounds.
    page.pdf(path=target, format=paper, print_background=False, page_ranges=pages)


def text_of(pdf: Path) -> str:
    """The text of all pages, whose lines may break anywhere."""
    return " ".join("".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)).split())


def test_printed_progress_shows_what_is_done_and_what_is_skipped(printout: Page, on_paper: Callable[[str], Printed]) -> None:
    expect(printout.locator(".rm-print [data-tick=vectors]")).to_be_checked()
    for words in ("done", "known already", "learning", "skipped"):
        expect(printout.locator(".rm-legend")).to_contain_text(words)
    printout.emulate_media(media="print")
    skipped = printout.locator(".rm-row", has=printout.locator("[data-tick=matrices]"))
    assert skipped.locator(".rm-title").evaluate("one => getComputedStyle(one).color") == "rgb(117, 117, 117)"
    text = text_of(on_paper("A4").pdf)
    assert "mine <b>" in text and "A talk https://example.org/talk" in text and "kept all the same" in text
    assert "Matrices · skipped" in text and "Eigenvalues · learning" in text and "by 5 Apr 2026" in text
    assert "Backup & sync" not in text and "Print" not in text


def test_printed_progress_contains_the_whole_roadmap(on_paper: Callable[[str], Printed]) -> None:
    mine = on_paper("A4")
    text = plain(text_of(mine.pdf))
    roadmap = INDEX.roadmap
    for phase in roadmap.phases:
        assert all(plain(words) in text for words in (phase.title, phase.goal, phase.level, phase.duration) if words)
        for section in phase.sections:
            assert all(plain(entry.title) in text for entry in (section, *section.practice)), section.title
    for entries in (INDEX.topics.values(), roadmap.projects, roadmap.papers, roadmap.resources, *(one.goals for one in roadmap.milestones)):
        assert [entry.id for entry in entries if plain(entry.title) not in text] == []  # type: ignore[attr-defined]
    assert mine.nested == [id for id in INDEX.topics if isinstance(INDEX.located[id].ancestors[-1], Topic)]


def test_printed_counts_equal_those_of_the_dashboard_and_are_explained(printout: Page, server: str) -> None:
    said = printout.locator(".rm-cover > p .rm-tally").inner_text()
    found = re.fullmatch(r"(\d+) of (\d+) topics done \(1%\)\. Not counted, of (\d+) topics: (\d+) in other branches, 1 skipped\.", said)
    assert found, said
    done, size, total, branches = map(int, found.groups())
    assert (done, total, size + branches + 1) == (1, len(INDEX.leaf_topics), total)
    scopes = printout.locator(".rm-tally").evaluate_all("all => all.map((one) => [one.dataset.scope, one.textContent])")
    for scope, words in scopes:
        count = printout.evaluate("scope => roadmap.counts.of(scope)", scope)
        assert words.startswith(f"{count['done']} of {count['size']} topic"), scope
    printout.goto(server + "/dashboard/")
    expect(printout.locator(".rm-dashboard").get_by_text(f"{done} of {size} topics done (1%).")).to_be_visible()


@pytest.mark.parametrize("paper", family(["A4", "Letter"], "A4"))
def test_printed_pages_have_numbers_titles_and_no_stranded_headings(on_paper: Callable[[str], Printed], paper: str) -> None:
    mine = on_paper(paper)
    reader = PdfReader(mine.pdf)
    width, height = {"A4": (595, 842), "Letter": (612, 792)}[paper]
    pictures = pypdfium2.PdfDocument(mine.pdf)
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


def test_printed_checkboxes_are_outlines_of_4_mm(printout: Page, tmp_path: Path) -> None:
    printout.emulate_media(media="print", color_scheme="dark")
    sizes = printout.locator(".rm-print .rm-tick").evaluate_all("all => all.map((one) => Math.min(one.offsetWidth, one.offsetHeight))")
    assert min(sizes) >= 4 * 96 / 25.4 - 0.5
    printed(printout, tmp_path / "mine.pdf", pages="2")
    page = pypdfium2.PdfDocument(tmp_path / "mine.pdf")[0]
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
    printed(page, tmp_path / "blank.pdf")
    text = text_of(tmp_path / "blank.pdf")
    assert f"{len(work(INDEX).to_learn)} topics" in text and "Perceptron" in text and "As of" not in text
    assert page.locator(".rm-print .rm-tick").first.is_visible()
    context.close()


def test_a_section_with_only_skipped_topics_says_so(printout: Page) -> None:
    printout.evaluate("roadmap.store.write(roadmap.counts.leavesIn('section:databases').map((id) => [`state/${id}`, { state: 'skipped' }]))")
    place = printout.locator(".rm-chapter .rm-tally[data-scope='section:databases']")
    expect(place).to_have_text("All 4 topics are skipped")


def test_a_hostile_title_stays_text_in_the_running_head(printout: Page) -> None:
    evil = 'a" } } body { display: none } @page { "\\ \n*/ </style>'
    printout.evaluate("evil => { document.querySelector('[data-rm-head]').dataset.rmHead = evil; roadmap.dashboard.show(); }", evil)
    # Beside the styles of parts, there is one with the rules of the printed page.
    of_page = "document.adoptedStyleSheets.filter((sheet) => sheet.cssRules[0] instanceof CSSPageRule)"
    printout.wait_for_function(f"{of_page}.some((sheet) => [...sheet.cssRules].some((rule) => rule.cssText.includes('display: none')))")
    rules = printout.evaluate(f"{of_page}.flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.constructor.name)")
    assert set(rules) == {"CSSPageRule"}
    expect(printout.get_by_role("heading", name="My progress")).to_be_visible()

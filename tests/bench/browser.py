"""The client in a real browser: what it costs to bring the ticks back, and to click."""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.main_thread import traced
from tests.browser.engines.chromium import FLAGS, executable

SECTION = 50
LOADS = 5
STORE = """count => roadmap.store.put(new Map(Array.from({ length: count },
    (_, at) => [`state/topic-${at}`, { state: at % 2 ? "done" : "todo", at: at + 1 }])))"""
# Looks again and again whether all boxes that are not in a closed section are right by now. Every second one is to be ticked.
LOOK = """(count => { let at = 0; const look = () => { const boxes = document.getElementsByClassName("rm-tick");
    while (at < count && boxes[at] && (boxes[at].checked === (at % 2 === 1) || boxes[at].closest("[hidden]"))) at += 1;
    if (at === count) console.timeStamp("ticks are back"); else setTimeout(look); }; look(); })"""
# The places of the first boxes that are not ticked.
PLACES = """() => [0, 2, 4, 6, 8].map(at => { const { x, y, width, height } = document.getElementsByClassName("rm-tick")[at].getBoundingClientRect();
    return [x + width / 2, y + height / 2]; })"""
IS_RIGHT = """() => [...document.getElementsByClassName("rm-tick")]
    .every(box => box.checked === (roadmap.store.state(box.dataset.tick) === "done"))"""
HEAD = """A page of boxes, half of them ticked (medians of {} loads; processor time of the page's main thread, in ms)
  ours: our scripts, and the browser while they call it; of that forced: style and layout that they asked for
  back: in all sections that are open; the first of {}-topic sections is
  most at once: the most of it in one task; later: ours in the 3 s after that; page: the longest task of theme and browser
  clicks: ours until the tick is painted; all: with what theme and browser do until then; after: elapsed, with the wait for a frame
  open all: ours, when the button "Expand all" opens all sections, and the rest of the ticks is back
                          ticks back                      later                page  click                    open all
              ours   forced   most at once    ours   most at once                    ours     all   after"""


def starting(folder: Path) -> None:
    """Prints the figures of pages with 1,000 and 10,000 boxes."""
    print(HEAD.format(LOADS, SECTION))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=FLAGS)
        for count in (1_000, 10_000):
            context = browser.new_context()
            page = context.new_page()
            page.goto(_site(folder / str(count), count))
            context.add_init_script(f"{LOOK}({count})")
            loads = [_load(browser, page, count) for _ in range(LOADS)]
            start, forced, at_once, later, later_at_once, longest, ours, whole, after, opening = map(median, zip(*loads, strict=True))
            print(f"  {count:>6} {start:9.1f} {forced:8.1f} {at_once:14.1f} {later:7.1f} {later_at_once:14.1f} {longest:13.1f} "
                  f"{ours:7.1f} {whole:7.1f} {after:7.1f} {opening:11.1f}")  # fmt: skip
            context.close()
        browser.close()


def _load(browser: Browser, page: Page, count: int) -> list[float]:
    """The figures of one load and the clicks after it."""
    page.evaluate(STORE, count)
    page.evaluate("roadmap.store.settled()")

    def load() -> None:
        page.reload()
        page.wait_for_timeout(3_000)

    thread = traced(browser, page, load)
    opened, _ = thread.event("CommitLoad")
    back, _ = thread.event("TimeStamp", after=opened, message="ticks are back")
    start, later = list(thread.tasks(opened, back)), list(thread.tasks(back, back + 3e6))
    return [
        sum(task.ours for task in start),
        sum(task.forced for task in start),
        max(task.ours for task in start),
        sum(task.ours for task in later),
        max(task.ours for task in later),
        max(task.whole - task.ours for task in [*start, *later]),
        *_clicks(browser, page),
        _opening(browser, page),
    ]


def _clicks(browser: Browser, page: Page) -> list[float]:
    """Our own work from a click until the tick is painted, that of the main thread in all, and the time that passes; medians of five clicks."""
    places = page.evaluate(PLACES)

    def click() -> None:
        for x, y in places:
            page.mouse.click(x, y)
            page.wait_for_timeout(500)
            page.evaluate("new Promise(requestAnimationFrame)")

    thread = traced(browser, page, click)
    clicks, painted = [], 0.0
    for _ in places:
        start, end = thread.event("EventDispatch", after=painted, type="click")
        # With the commit, the main thread has done its part of the first frame after that.
        _, painted = thread.event("Commit", after=end)
        tasks = list(thread.tasks(start, painted))
        clicks.append((sum(task.ours for task in tasks), sum(task.whole for task in tasks), (painted - start) / 1000))
    return list(map(median, zip(*clicks, strict=True)))


def _opening(browser: Browser, page: Page) -> float:
    """Our own work when all sections are opened."""

    def click() -> None:
        page.get_by_role("button", name="Expand all").click()
        page.wait_for_timeout(500)

    start, end = (thread := traced(browser, page, click)).event("EventDispatch", type="click")
    if not page.evaluate(IS_RIGHT):
        raise AssertionError("a box does not show what is stored")
    page.evaluate("sessionStorage.clear()")
    return sum(task.ours for task in thread.tasks(start, end))


def _site(folder: Path, count: int) -> str:
    rows = (
        (f"  - id: section-{at // SECTION}\n    title: Section {at // SECTION}\n    topics:\n" if at % SECTION == 0 else "")
        + f"    - {{id: topic-{at}, title: Topic number {at}}}\n"
        for at in range(count)
    )
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# Home\n", encoding="utf-8")
    head = "format: 2\nid: big\ntitle: Big\nphases:\n- id: one\n  title: One\n  sections:\n"
    (folder / "roadmap.yml").write_text(head + "".join(rows), encoding="utf-8")
    config = "site_name: t\nuse_directory_urls: false\ntheme: {name: material, font: false}\nplugins: [{learning-roadmap: {file: roadmap.yml}}]\n"
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(folder / "mkdocs.yml")], check=True, env=environment)
    return (folder / "site" / "phases" / "one.html").as_uri()

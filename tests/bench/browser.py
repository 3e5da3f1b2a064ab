"""The client in a real browser: how long until ticks are back, and until a click is seen."""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from tests.browser.engines.chromium import FLAGS, executable

SECTION = 50
STORE = """count => roadmap.store.put(new Map(Array.from({ length: count },
    (_, at) => [`state/topic-${at}`, { state: at % 2 ? "done" : "todo", at: at + 1 }])))"""
LONG = "globalThis.tasks = []; new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask', buffered: true });"
SHOWN = """() => { const time = (name) => performance.getEntriesByName(name)[0].startTime;
    const [from, to] = [time("roadmap-start"), time("roadmap-shown")];
    return [to - from, Math.max(0, ...tasks.filter((task) => task.startTime >= from - 5 && task.startTime <= to).map((task) => task.duration))]; }"""
CLICK = """async at => { const box = document.querySelectorAll(".rm-tick")[at * 2]; const start = performance.now(); box.click();
    const ours = performance.now() - start;
    const { port1, port2 } = new MessageChannel();
    await new Promise((seen) => requestAnimationFrame(() => { port1.onmessage = seen; port2.postMessage(0); }));
    return [ours, performance.now() - start]; }"""


def starting(folder: Path) -> None:
    """Prints the figures of pages with 1,000 and 10,000 boxes, half of them ticked: medians of three loads."""
    print("A page of boxes, half of them ticked (medians of 3 loads; the longest task between script start and ticks)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=FLAGS)
        for count in (1_000, 10_000):
            context = browser.new_context()
            page = context.new_page()
            page.goto(_site(folder / str(count), count))
            page.evaluate(STORE, count)
            page.evaluate("roadmap.store.settled()")
            context.add_init_script(LONG)
            starts, tasks, ours, seen = [], [], [], []
            for _ in range(3):
                page.reload()
                page.wait_for_timeout(3_000)
                start, task = page.evaluate(SHOWN)
                starts.append(start)
                tasks.append(task)
                clicks = [page.evaluate(CLICK, at) for at in range(5)]
                ours.append(median(click[0] for click in clicks))
                seen.append(median(click[1] for click in clicks))
            print(f"  {count:>6} boxes: ticks back {median(starts):6.1f} ms after script start, longest task {median(tasks):4.0f} ms; "
                  f"click: {median(ours):4.1f} ms of ours, painted after {median(seen):4.1f} ms")  # fmt: skip
            context.close()
        browser.close()


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

"""The search in a real browser: how long until it is ready, and until a typed word shows its first result."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from learning_roadmap.model import Roadmap
from tests.bench.larger import times
from tests.bench.sites import roadmap_site
from tests.browser.engines.chromium import FLAGS, executable

ROUNDS = 5
# Words that are frequent, rare, several and misspelt; one letter, which has the most results.
WORDS = ("gradient", "backpropagation", "linear algebra for machine learning", "convlution", "l")
READY = """async () => { const start = performance.now();
    document.querySelector("[data-rm-search]").click();
    while (performance.getEntriesByName("roadmap-searched").length === 0) await new Promise((soon) => setTimeout(soon));
    return performance.now() - start; }"""
SEARCH = """async word => { const field = document.querySelector(".rm-search-input");
    performance.clearMarks("roadmap-searched");
    const start = performance.now();
    field.value = word;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    while (performance.getEntriesByName("roadmap-searched").length === 0) await new Promise((soon) => queueMicrotask(soon));
    const { port1, port2 } = new MessageChannel();
    await new Promise((seen) => requestAnimationFrame(() => { port1.onmessage = seen; port2.postMessage(0); }));
    return [performance.getEntriesByName("roadmap-searched")[0].startTime - start, performance.now() - start,
      document.querySelectorAll(".rm-search-result").length]; }"""


def searching(roadmap: Roadmap, sizes: Sequence[int], folder: Path) -> None:
    """Print the medians of searches in the roadmap many times over, and the time from the first click to a search that is ready."""
    print(f"Search (medians of {ROUNDS}; the first result is painted after that of its word)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=FLAGS)
        for factor in sizes:
            site = roadmap_site(times(roadmap, factor), folder / f"searched-{factor}", has_search=True)
            command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
            subprocess.run(command, cwd=site, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
            rounds = [_round(browser.new_page(), (site / "site" / "index.html").as_uri()) for _ in range(ROUNDS)]
            print(f"  {factor:>3}×: ready {median(ready for ready, _ in rounds):6.1f} ms after the first click")
            for at, word in enumerate(WORDS):
                found = [words[at] for _, words in rounds]
                print(f"        {word:<36} {median(one[0] for one in found):6.1f} ms, painted after {median(one[1] for one in found):6.1f} ms, "
                      f"{found[0][2]:>2} results shown")  # fmt: skip
        browser.close()


def _round(page: Page, address: str) -> tuple[float, list[tuple[float, float, int]]]:
    """Milliseconds until the search is ready; for each word until its results are there and are painted, and their number."""
    page.goto(address)
    page.wait_for_timeout(500)
    ready = page.evaluate(READY)
    words = [tuple(page.evaluate(SEARCH, word)) for word in WORDS]
    page.close()
    return ready, words

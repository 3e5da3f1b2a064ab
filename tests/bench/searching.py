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
# The word is typed before the search is there.
FIRST = """async word => { const start = performance.now();
    document.querySelector(".rm-search-input").value = word;
    document.querySelector("[data-rm-search]").click();
    const until = async (isTrue) => { while (!isTrue()) await new Promise((soon) => setTimeout(soon)); return performance.now() - start; };
    return [await until(() => document.querySelector(".rm-search-result")),
      await until(() => performance.getEntriesByName("roadmap-searched").length > 0)]; }"""
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
            print(f"  {factor:>3}×: the first result {median(first[0] for first, _ in rounds):6.1f} ms after the search is opened first, "
                  f"everything indexed after {median(first[1] for first, _ in rounds):6.1f} ms")  # fmt: skip
            for at, word in enumerate(WORDS):
                found = [words[at] for _, words in rounds]
                print(f"        {word:<36} {median(one[0] for one in found):6.1f} ms, painted after {median(one[1] for one in found):6.1f} ms, "
                      f"{found[0][2]:>2} results shown")  # fmt: skip
        browser.close()


def _round(page: Page, address: str) -> tuple[list[float], list[tuple[float, float, int]]]:
    """Milliseconds until the first result and until all is indexed; for each word until its results are there and are painted, and their number."""
    page.goto(address)
    page.wait_for_timeout(500)
    first = page.evaluate(FIRST, WORDS[0])
    words = [tuple(page.evaluate(SEARCH, word)) for word in WORDS]
    page.close()
    return first, words

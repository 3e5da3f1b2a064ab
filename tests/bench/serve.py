"""`mkdocs serve` in a real browser: how long after a change of a file the page is loaded again."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from learning_roadmap.datafile.write import write_roadmap
from learning_roadmap.model import Roadmap
from tests.bench.larger import times
from tests.browser.engines.chromium import FLAGS, executable
from tests.paths import ROOT

ROUNDS = 3
PACKAGE = Path("plugins") / "learning_roadmap"
# A file of each kind, and what is written at its end.
CHANGES = {
    "data file": (Path("content/roadmap.yml"), "# {}\n"),
    "source page": (Path("content/pages/about.md"), "\nChange {}.\n"),
    "template": (PACKAGE / "templates/phase.html", "{{# {} #}}"),
    "style": (PACKAGE / "assets/roadmap.css", "/* {} */"),
    "client": (PACKAGE / "assets/core.js", "/* {} */"),
}
BUILT = re.compile(r"Documentation built in ([\d.]+) seconds")


def serving(roadmap: Roadmap, sizes: Sequence[int], folder: Path) -> None:
    """Print the medians, with the part that was the build, for the project's site with its roadmap many times over."""
    print(f"From a change of a file to the page loaded again, under 'mkdocs serve' (medians of {ROUNDS}; in brackets, the build)")
    for factor in sizes:
        project = _project(roadmap, factor, folder / f"served-{factor}")
        with _served(project) as (page, log):
            for name, (path, text) in CHANGES.items():
                spent, built = zip(*(_reload(page, log, project / path, text.format(number)) for number in range(ROUNDS)), strict=True)
                print(f"  {factor:>3}×: {name:<12} {median(spent):5.2f} s ({median(built):5.2f} s)", flush=True)


def _project(roadmap: Roadmap, factor: int, folder: Path) -> Path:
    """A copy of the project with its package, whose files are changed, too."""
    for path in subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True
    ).stdout.split("\0"):
        if path.startswith(("content/", "overrides/", f"{PACKAGE}/", "mkdocs")) and "/client/" not in path and (ROOT / path).is_file():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / path, folder / path)
    if factor > 1:
        (folder / "content/roadmap.yml").write_text(write_roadmap(times(roadmap, factor)), encoding="utf-8")
    return folder


@contextmanager
def _served(project: Path) -> Iterator[tuple[Page, Path]]:
    """A page of the served project, and the server's log."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    log = project / "serve.log"
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(project / "plugins")}
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
    with log.open("wb") as output, subprocess.Popen(command, cwd=project, env=environment, stderr=output) as server, sync_playwright() as playwright:
        try:
            while "Serving on" not in log.read_text("utf-8"):
                if server.poll() is not None:
                    raise RuntimeError(log.read_text("utf-8"))
                time.sleep(0.1)
            page = playwright.chromium.launch(executable_path=executable(), args=FLAGS).new_page()
            page.goto(re.findall(r"Serving on (\S+)", log.read_text("utf-8"))[0])
            yield page, log
        finally:
            server.terminate()


def _reload(page: Page, log: Path, path: Path, text: str) -> tuple[float, float]:
    """Change a file. Seconds until the page is loaded again, and seconds of the build."""
    content = path.read_text("utf-8")
    start = time.perf_counter()
    with page.expect_event("load", timeout=300_000):
        path.write_text(content + text, encoding="utf-8")
    return time.perf_counter() - start, float(BUILT.findall(log.read_text("utf-8"))[-1])

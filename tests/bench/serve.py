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
    """Print the medians, with the time of the build and the server's CPU time, for the project's site with its roadmap many times over."""
    print(f"From a change of a file to the reload of its page, and until that is loaded, under 'mkdocs serve' (medians of {ROUNDS})")
    for factor in sizes:
        project = _project(roadmap, factor, folder / f"served-{factor}")
        with _served(project) as (page, log, process):
            for name, (path, text) in CHANGES.items():
                rounds = [_reload(page, log, process, project / path, text.format(number)) for number in range(ROUNDS)]
                reload, loaded, built, cpu = map(median, zip(*rounds, strict=True))
                print(f"  {factor:>3}×: {name:<12} {reload:5.2f} s, {loaded:5.2f} s (build {built:5.2f} s, CPU {cpu:5.2f} s)", flush=True)


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
def _served(project: Path) -> Iterator[tuple[Page, Path, int]]:
    """A page of the served project, the server's log, and the number of its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    log = project / "serve.log"
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(project / "plugins")}
    command = [sys.executable, "-m", "mkdocs", "serve", "--strict", "--dev-addr", address]
    with log.open("wb") as output, subprocess.Popen(command, cwd=project, env=environment, stderr=output) as server, sync_playwright() as playwright:
        try:
            while "Serving on" not in log.read_text("utf-8"):
                if server.poll() is not None:
                    raise RuntimeError(log.read_text("utf-8"))
                time.sleep(0.1)
            page = playwright.chromium.launch(executable_path=executable(), args=FLAGS).new_page()
            page.goto(re.findall(r"Serving on (\S+)", log.read_text("utf-8"))[0])
            yield page, log, server.pid
        finally:
            server.terminate()


def _reload(page: Page, log: Path, process: int, path: Path, text: str) -> tuple[float, float, float, float]:
    """Change a file. Seconds until the page reloads and until it is loaded again, seconds of the build, and CPU seconds of the server."""
    # The page may be loaded once more for the change before.
    page.wait_for_timeout(2000)
    content = path.read_text("utf-8")
    start, used = time.perf_counter(), _cpu(process)
    with page.expect_event("load", timeout=300_000):
        with page.expect_request(lambda request: request.is_navigation_request(), timeout=300_000):
            path.write_text(content + text, encoding="utf-8")
        reload = time.perf_counter() - start
    loaded = time.perf_counter() - start
    return reload, loaded, float(BUILT.findall(log.read_text("utf-8"))[-1]), _cpu(process) - used


def _cpu(process: int) -> float:
    """CPU seconds of a process, by user and system: the fields 14 and 15 of its record."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

"""`make bench`: what is promised, measured. Ratios within one run count; seconds are those of this machine."""

import gzip
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path

import pypdf

from learning_roadmap.datafile import load
from learning_roadmap.datafile.write import write_roadmap
from learning_roadmap.merge.importer import import_documents
from learning_roadmap.model import Roadmap
from learning_roadmap.pages.client_scripts import SCRIPTS, STYLE, script, style
from learning_roadmap.project.manifest import find_sources
from tests.bench.browser import starting
from tests.bench.builds import compare, write_history
from tests.bench.graph import answering, deriving
from tests.bench.larger import times
from tests.bench.searching import searching
from tests.bench.serve import serving
from tests.merge.cases import Judge, load_cases
from tests.paths import DATA, ROOT, SOURCES

CONTENT = ROOT / "content" / "roadmap.yml"
# A process that is started by a large one counts that one's memory as its own peak, save in /proc.
WITH_PEAK = """
import re
from learning_roadmap.cli.main import main
try:
    main()
finally:
    with open("/proc/self/status") as status:
        print("peak", re.search(r"VmHWM:\\s*(\\d+)", status.read())[1])
"""


def seconds(work: Callable[[], object], rounds: int = 3) -> float:
    """The best of a few rounds: what the work takes when nothing else disturbs it."""
    found = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return min(found)


def merging() -> None:
    print("Merging, automatic stage (five documents into nothing, no curation)")
    cases = load_cases()
    spent = seconds(lambda: import_documents(Path("none.yml"), find_sources(SOURCES)), 1)
    judge = Judge(import_documents(Path("none.yml"), find_sources(SOURCES)).roadmap)
    found, pairs = judge.recall(cases.merge)
    false = len(judge.false_merges(cases.apart))
    print(f"  recall {found}/{pairs} pairs = {found / pairs:.3f}; false merges {false}; precision {found / (found + false):.3f}")
    print(f"  import of the five documents into nothing: {spent:.2f} s; into the committed file: "
          f"{seconds(lambda: import_documents(DATA, find_sources(SOURCES))):.2f} s")  # fmt: skip


def loading(roadmap: Roadmap, folder: Path) -> None:
    print("Load and validate the data file")
    base = 0.0
    for factor in (1, 10, 100):
        path = folder / f"{factor}.yml"
        path.write_text(write_roadmap(times(roadmap, factor)), encoding="utf-8")
        spent = seconds(lambda path=path: load(path), 3 if factor < 100 else 1)  # type: ignore[misc]
        base = base or spent
        print(f"  {factor:>3}×: {path.stat().st_size / 1e6:6.1f} MB  {spent:6.2f} s  {spent / base:6.1f}× the time")


def guiding(roadmap: Roadmap) -> None:
    print("Study guide (a process of its own each)")
    base = 0.0
    for factor in (1, 10):
        larger = times(roadmap, factor)
        with tempfile.TemporaryDirectory() as name:
            path = Path(name) / "roadmap.yml"
            path.write_text(write_roadmap(larger), encoding="utf-8")
            target = Path(name) / "guide.pdf"
            start = time.perf_counter()
            command = [sys.executable, "-c", WITH_PEAK, "guide", str(target), "--data", str(path), "--no-cache"]
            done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
            peak = int(done.stdout.rsplit("peak", 1)[-1])
            spent = time.perf_counter() - start
            base = base or spent
            print(f"  {factor:>3}×: {len(pypdf.PdfReader(target).pages):>5} pages  {spent:6.2f} s  {peak / 2**20:5.2f} GiB  "
                  f"{target.stat().st_size / 1e6:5.2f} MB  {spent / base:5.1f}× the time  (exit {done.returncode})")  # fmt: skip


def weight() -> None:
    print("Weight of our own client, compressed (gzip -9), as it is served")
    sizes = {f"{name}.js": len(gzip.compress(script(name).encode(), 9)) for name in SCRIPTS}
    sizes[STYLE] = len(gzip.compress(style().encode(), 9))
    for name, size in sizes.items():
        print(f"  {name:<14} {size / 1000:5.2f} kB{'  (every page)' if name in ('loader.js', 'core.js', 'roadmap.css') else ''}")
    print(f"  {'together':<14} {sum(sizes.values()) / 1000:5.2f} kB")


def main() -> None:
    roadmap = load(CONTENT).roadmap
    arguments = ArgumentParser(prog="make bench", description="Measure what is promised.")
    sizes = "how many times the content; 100, of the builds alone, takes hours"
    arguments.add_argument("--sizes", type=int, nargs="+", default=[1, 10], metavar="N", help=sizes)
    arguments.add_argument("--rounds", type=int, default=3, help="runs of each build at 1×")
    arguments.add_argument("--limit", type=int, default=1800, help="seconds of CPU after which a build is stopped")
    arguments.add_argument("--history", type=Path, help="a file to which the figures of the builds are added, as a line of JSON")
    arguments.add_argument("--only-builds", action="store_true")
    arguments.add_argument("--only-serve", action="store_true")
    options = arguments.parse_args()
    # With more, the pages are too large for any browser.
    opened = [size for size in options.sizes if size <= 10]
    with tempfile.TemporaryDirectory() as name:
        if options.only_serve:
            serving(roadmap, opened, Path(name))
            return
        result = compare(CONTENT, options.sizes, options.rounds, options.limit, Path(name))
        if options.history:
            write_history(result, options.history)
        if options.only_builds:
            return
        merging()
        loading(roadmap, Path(name))
        guiding(roadmap)
        answering()
        deriving(roadmap)
        starting(Path(name))
        searching(roadmap, opened, Path(name))
        serving(roadmap, opened, Path(name))
        weight()


main()

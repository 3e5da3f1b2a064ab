"""A program that runs on has its guide made by a new process, which takes the typesetter's memory with it."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from learning_roadmap.guide import Options, cache, cached_guide, cached_poster
from tests.guide.guides import DAY, index_of

INDEX = index_of([{"id": "t", "title": "中"}])


@pytest.mark.parametrize(("make", "here"), [(cached_guide, "make_guide"), (cached_poster, "make_poster")])
def test_a_new_process_makes_the_same_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[..., bytes], here: str) -> None:
    expected: list[str] = []
    pdf = make(INDEX, Options(DAY), tmp_path / "here", expected.append)
    monkeypatch.setattr(cache, here, lambda *_: pytest.fail("made here"))
    # A folder whose files have the names of modules is not looked into.
    (tmp_path / "pickle.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    warnings: list[str] = []
    assert make(INDEX, Options(DAY), tmp_path / "elsewhere", warnings.append, in_new_process=True) == pdf
    assert warnings == expected
    # It is in the cache now.
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("made again"))
    assert make(INDEX, Options(DAY), tmp_path / "elsewhere", in_new_process=True) == pdf


@pytest.mark.parametrize("python", ["/no/such/program", "/bin/false"])
def test_without_the_new_process_the_guide_is_made_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, python: str) -> None:
    pdf = cached_guide(INDEX, Options(DAY), tmp_path / "here")
    monkeypatch.setattr(sys, "executable", python)
    assert cached_guide(INDEX, Options(DAY), tmp_path / "elsewhere", in_new_process=True) == pdf

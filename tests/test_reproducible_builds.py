"""The same input gives the same bytes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.families import family
from tests.paths import PROJECT

pytestmark = pytest.mark.slow


def build(target: Path, **environment: str) -> dict[str, bytes]:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(target)]
    subprocess.run(command, cwd=PROJECT, check=True, env={**os.environ, "SOURCE_DATE_EPOCH": "1768435200", "NO_MKDOCS_2_WARNING": "1", **environment})
    return {str(path.relative_to(target)): path.read_bytes() for path in target.rglob("*") if path.is_file()}


def test_two_builds_are_byte_identical(tmp_path: Path) -> None:
    one = build(tmp_path / "one", PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")
    two = build(tmp_path / "two", PYTHONHASHSEED="2", TZ="Pacific/Auckland", LC_ALL="C")
    assert [path for path in one.keys() | two.keys() if one.get(path) != two.get(path)] == []


# A phase is joined of parts as the whole guide is.
@pytest.mark.parametrize("phase", family([[], ["--phase", "foundation"]], ["--phase", "foundation"]))
def test_two_guides_are_byte_identical(phase: list[str], tmp_path: Path) -> None:
    made = []
    for seed, zone, locale in (("1", "UTC", "C.UTF-8"), ("2", "Pacific/Auckland", "C")):
        target = tmp_path / f"{seed}.pdf"
        environment = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "ROADMAP_CACHE": "0"}
        command = [sys.executable, "-m", "learning_roadmap", "guide", str(target), *phase]
        subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, env={**os.environ, "SOURCE_DATE_EPOCH": "1768435200", **environment})
        made.append(target.read_bytes())
    assert made[0] == made[1]

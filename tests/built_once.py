"""Build once in a run what the tests of all its processes only read."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest


def built_once(factory: pytest.TempPathFactory, name: str, build: Callable[[Path], object]) -> Path:
    """The folder that is built by the first process that asks for it; the others wait until it is there.

    Args:
        name: of the folder, the same in all processes and no other's.
        build: is given the folder that it makes.
    """
    base = factory.getbasetemp()
    # Each process has a folder of its own in that of the run.
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"once-{name}"
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (done := folder.with_suffix(".done")).exists():
            build(folder)
            done.touch()
    return folder

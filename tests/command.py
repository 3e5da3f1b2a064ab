"""Run `roadmap` in this process or in one of its own."""

import re
import subprocess
import sys
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from learning_roadmap.cli.main import main


@dataclass(frozen=True)
class Outcome:
    """How a command ended, and what it printed."""

    returncode: int
    stdout: str
    stderr: str


def roadmap(*arguments: str | Path, cwd: Path) -> Outcome:
    """Run a command in this process, which takes a fraction of the time; an exception that it does not catch is raised here."""
    with chdir(cwd):
        result = CliRunner().invoke(main, [*map(str, arguments)], catch_exceptions=False)
    return Outcome(result.exit_code, result.stdout, result.stderr)


def roadmap_process(*arguments: str | Path, cwd: Path) -> Outcome:
    """Run a command in a process of its own: what is asked is how the process itself behaves."""
    command = [sys.executable, "-m", "learning_roadmap", *map(str, arguments)]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False)
    return Outcome(done.returncode, done.stdout, done.stderr)


def reports(stderr: str, problem: str) -> bool:
    """Whether a report has all parts of a problem, which are separated by its code and a dash: location, code, message and fix."""
    return all(part in stderr for part in re.split(r"(\[[A-Z-]+\]) ?| — ", problem) if part)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def warnings(stderr: str) -> list[str]:
    """What a command said beside what it is at, which it says when it takes long."""
    return [line for line in stderr.splitlines() if not line.startswith("… ")]

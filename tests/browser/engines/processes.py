"""Processes that must not outlive a test, and browsers that are killed."""

import contextlib
import os
import shutil
import signal
import subprocess
from pathlib import Path


def start(command: list[str], output: Path, environment: dict[str, str] | None = None) -> subprocess.Popen[bytes]:
    """Start a program in a process group of its own; what it says goes into a file."""
    with output.open("wb") as file:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            env={**os.environ, **(environment or {})},
        )


def kill(process: subprocess.Popen[bytes]) -> None:
    """End a program and all that it started, without a warning."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def located(variable: str, names: tuple[str, ...]) -> str | None:
    """The program that `make test` found and named in a variable, or the first one on the path."""
    return os.environ.get(variable) or next((path for name in names if (path := shutil.which(name))), None)


def kill_all(argument: str) -> None:
    """End every program that was started with an argument, such as the folder of a profile that only one test has."""
    listed = subprocess.run(["ps", "-A", "-ww", "-o", "pid=,args="], check=True, capture_output=True, text=True, errors="replace").stdout
    for line in listed.splitlines():
        number, _, command = line.strip().partition(" ")
        # Playwright's own driver names the folder too, and has to hear of the end.
        if argument in command.split() and "playwright" not in command.split()[0]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(number), signal.SIGKILL)

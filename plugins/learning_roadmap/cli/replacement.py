"""Replace a file that other commands and editors change, too: one command at a time, and only what it has read."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from learning_roadmap.cli.common import say, write_atomic
from learning_roadmap.diagnostics import EntryField, Problem, ProblemsFound, visible

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

PATIENCE = 600  # seconds; a large import takes some
PAUSE = 0.05
Replace = Callable[[bytes], None]


@contextmanager
def replacing(path: Path) -> Iterator[Replace]:
    """Wait until no other command changes the file, and yield a function that replaces it. A symbolic link is followed.

    That function refuses to replace a file that was changed since, for example in an editor.

    Raises:
        ProblemsFound: when another command does not finish.
    """
    target = Path(os.path.realpath(path))
    with _locked(target.parent, path):
        before = _content(target)

        def replace(content: bytes) -> None:
            if _content(target) != before:
                raise _refusal(path, "the file was changed while this command was running", "run the command again")
            write_atomic(target, content, shown=path)

        yield replace


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError:  # loading it says why
        return None


@contextmanager
def _locked(folder: Path, path: Path) -> Iterator[None]:
    """Hold a lock on a folder. The system ends it with the process, so none is ever left behind.

    Where folders cannot be locked (Windows, some network drives), only the comparison before replacing protects the file.
    """
    handle = None
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY) if fcntl is not None else None
    try:
        if handle is not None:
            _wait(handle, path)
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _wait(handle: int, path: Path) -> None:
    start, is_announced = time.monotonic(), False
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            waited = time.monotonic() - start
            if waited > PATIENCE:
                raise _refusal(path, "another command has been changing this file for minutes", "wait for it, or end it") from None
            if waited > 1 and not is_announced:
                is_announced = True
                say(f"… waiting for another command that changes {visible(str(path))}", err=True)
            time.sleep(PAUSE)
        except OSError:
            return


def _refusal(path: Path, message: str, fix: str) -> ProblemsFound:
    return ProblemsFound([Problem(EntryField(str(path), ""), "FILE", message, fix)])

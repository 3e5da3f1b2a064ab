"""A second process for large builds: it starts at the other end of a list, and what it has stored in the cache need not be done again."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from warnings import catch_warnings

from learning_roadmap.cache.store import Cache


@contextmanager
def second_process(work: Callable[[], object], cache: Cache, *, is_worth_it: bool) -> Iterator[int | None]:
    """Let a copy of this process work for a cache until it is done or this one has no more to do.

    Nothing is expected of it: where it cannot be started, stops, or hangs, all is done here.

    Args:
        work: what it does, and stores in the cache.
        is_worth_it: whether there is enough to do. A copy takes a tenth of a second from both processes.

    Yields:
        The number of the process; None if there is none.
    """
    id = _started(work) if is_worth_it and cache.is_on else None
    try:
        yield id
    finally:
        if id is not None and sys.platform != "win32":
            # Files of a cache replace each other, so it may stop at any moment.
            with suppress(ProcessLookupError):
                os.kill(id, signal.SIGKILL)
            with suppress(ChildProcessError):
                os.waitpid(id, 0)


def _started(work: Callable[[], object]) -> int | None:
    if sys.platform != "linux" or len(os.sched_getaffinity(0)) == 1:
        return None
    try:
        # Python warns where other threads run: what they hold now is held in a copy forever. If the copy waits for it, it is ended here.
        with catch_warnings(action="ignore", category=DeprecationWarning):
            id = os.fork()
    except OSError:
        return None
    if id == 0:
        _run(work)
    return id


def _run(work: Callable[[], object]) -> None:
    """Do the work, and end without a word: whatever goes wrong will go wrong in the first process, too, which explains it."""
    try:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        work()
    finally:
        os._exit(0)

"""A second process for large builds: it starts at the other end of a list, and what it has stored in the cache need not be done again."""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Self
from warnings import catch_warnings

from learning_roadmap.cache.store import Cache


class SecondProcess:
    """A copy of this process that works for a cache until it is done or this one has no more to do.

    Nothing is expected of it: where it cannot be started, stops, or hangs, all is done here.

    Attributes:
        id: its number, once it was started.
    """

    def __init__(self, work: Callable[[], object], cache: Cache, *, is_worth_it: bool) -> None:
        """Prepare it.

        Args:
            work: what it does, and stores in the cache.
            is_worth_it: whether there may be enough to do. A copy takes a tenth of a second from both processes.
        """
        self._work = work
        self._is_worth_it = is_worth_it and cache.is_on
        self._missing = 0
        self.id: int | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        if self.id is not None and sys.platform != "win32":
            # Files of a cache replace each other, so it may stop at any moment.
            with suppress(ProcessLookupError):
                os.kill(self.id, signal.SIGKILL)
            with suppress(ChildProcessError):
                os.waitpid(self.id, 0)

    def missed(self) -> None:
        """Say that something is not in the cache. The second time, the process starts: after a small change there is only one such thing."""
        self._missing += 1
        if self._missing == 2 and self._is_worth_it and sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1:
            # Python warns where other threads run: what they hold now is held in a copy forever. If the copy waits for it, it is ended here.
            with suppress(OSError), catch_warnings(action="ignore", category=DeprecationWarning):
                self.id = os.fork()
            if self.id == 0:
                self._run()

    def _run(self) -> None:
        """Do the work, and end without a word: whatever goes wrong will go wrong in the first process, too, which explains it."""
        try:
            nothing = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nothing, 1)
            os.dup2(nothing, 2)
            self._work()
        finally:
            os._exit(0)

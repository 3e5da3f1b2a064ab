"""A new process, for what needs much memory in a program that runs on: some libraries keep theirs until their process ends.

Not a copy of this process: a copy has what other threads hold locked, and none of these threads.
"""

import pickle
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress


def call_in_new_process(function: Callable[..., object], *arguments: object) -> None:
    """Call a function in a new process, for what it puts into a cache.

    Nothing is expected of it: where the process cannot be started, or the function fails, there is nothing in the cache.

    Args:
        function: of a module that can be imported.
        arguments: can be pickled.
    """
    # -P: without the current folder, whose files may have the names of modules.
    command = [sys.executable, "-P", "-c", f"from {__name__} import main; main()"]
    with suppress(OSError):
        subprocess.run(command, input=pickle.dumps((function, arguments)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


def main() -> None:
    """What the new process does."""
    function, arguments = pickle.load(sys.stdin.buffer)
    function(*arguments)

"""Runs a command, and prints its exit code, its seconds, its CPU seconds and the MiB of its memory as JSON. Without other modules of ours.

Started as a small process, because one that a large one starts counts that one's memory as its own peak.
"""

import json
import os
import resource
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

PAUSE = 0.1


def main() -> None:
    """The arguments are how many seconds of CPU the command may use, and the command, which inherits the limit."""
    limit = int(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
    start = time.perf_counter()
    process = subprocess.Popen(sys.argv[2:], stdout=subprocess.DEVNULL)
    peaks = [0.0]
    threading.Thread(target=_watch, args=(process.pid, peaks), daemon=True).start()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    figures = time.perf_counter() - start, usage.ru_utime + usage.ru_stime, max(usage.ru_maxrss / 1024, *peaks)
    print(json.dumps([process.returncode, *figures]))


def _watch(process: int, peaks: list[float]) -> None:
    """Note the memory of a process and those that it has started, while there are any. What they share counts once."""
    with suppress(OSError):
        while True:
            if others := Path(f"/proc/{process}/task/{process}/children").read_text().split():
                peaks.append(_share(str(process)) + sum(map(_share, others)))
            time.sleep(PAUSE)


def _share(process: str) -> float:
    """The MiB of a process, with its share of what others have, too."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    main()

"""What the main thread of a page did, as Chromium's tracing tells it, and how much of it was work of our scripts."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page

OURS = "/assets/roadmap/"
CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline", "disabled-by-default-v8.cpu_profiler"]


class Work(NamedTuple):
    """Milliseconds for which a task, or a part of one, had a processor: how busy the machine is changes that little.

    Attributes:
        whole: all of it.
        ours: the part in which our scripts ran, or the browser because they called it. Samples of the profiler tell.
        forced: the part of ``ours`` in which the browser computed style or layout, because a script asked for what depends on it.
    """

    whole: float
    ours: float
    forced: float


@dataclass(frozen=True)
class MainThread:
    """A trace of one thread; times in microseconds.

    Attributes:
        events: what the browser did, in order.
        times: when the profiler looked.
        is_ours: whether it saw one of our scripts then, or what one had called.
    """

    events: list[dict[str, Any]]
    times: list[int]
    is_ours: list[bool]

    def event(self, name: str, after: float = 0, **data: str) -> tuple[float, float]:
        """Start and end of the first event with a name, and with values among its data, that begins after a time."""
        for event in self.events:
            found = event.get("args", {}).get("data", {})
            if event["name"] == name and event["ts"] >= after and all(found.get(key) == value for key, value in data.items()):
                return event["ts"], event["ts"] + event.get("dur", 0)
        raise LookupError(name)

    def tasks(self, start: float, end: float) -> Iterator[Work]:
        """The work of each task between two times."""
        for at, until, task in self._complete("RunTask"):
            if until > start and at < end:
                yield self._work(max(at, start), min(until, end), task["tdur"] / 1000 / max(until - at, 1))

    def _work(self, start: float, end: float, share: float) -> Work:
        looks = range(bisect_left(self.times, start), bisect_right(self.times, end))
        ours = [self.times[look] for look in looks if self.is_ours[look]]
        computed = [(at, until) for at, until, _ in self._complete("UpdateLayoutTree", "Layout") if until > start and at < end]
        forced = sum(any(at <= time <= until for at, until in computed) for time in ours)
        whole = (end - start) * share
        each = whole / max(len(looks), 1)
        return Work(whole, len(ours) * each, forced * each)

    def _complete(self, *names: str) -> Iterator[tuple[float, float, dict[str, Any]]]:
        return ((event["ts"], event["ts"] + event["dur"], event) for event in self.events if event["name"] in names and event["ph"] == "X")


def traced(browser: Browser, page: Page, act: Callable[[], None]) -> MainThread:
    """The page's main thread during an act. The profiler makes scripts slower, by about a tenth."""
    browser.start_tracing(page=page, categories=CATEGORIES)
    act()
    # The thread in which this is done is the one that we want.
    page.evaluate("console.timeStamp('end')")
    events: list[dict[str, Any]] = sorted(json.loads(browser.stop_tracing())["traceEvents"], key=lambda event: event["ts"])
    thread = next((event["pid"], event["tid"]) for event in events if event["name"] == "TimeStamp")
    own = [event for event in events if (event["pid"], event["tid"]) == thread]
    profile = next(event for event in own if event["name"] == "Profile")
    chunks = [event["args"]["data"] for event in events
              if event["name"] == "ProfileChunk" and (event["pid"], event["id"]) == (thread[0], profile["id"])]  # fmt: skip
    is_ours: dict[int, bool] = {}
    for node in (node for chunk in chunks for node in chunk.get("cpuProfile", {}).get("nodes", [])):
        is_ours[node["id"]] = OURS in node["callFrame"].get("url", "") or is_ours.get(node.get("parent"), False)
    steps = [step for chunk in chunks for step in chunk.get("timeDeltas", [])]
    nodes = [node for chunk in chunks for node in chunk.get("cpuProfile", {}).get("samples", [])]
    times = list(accumulate(steps, initial=profile["args"]["data"]["startTime"]))[1:]
    samples = sorted(zip(times, (is_ours[node] for node in nodes), strict=True))
    return MainThread(own, [time for time, _ in samples], [ours for _, ours in samples])

"""What the core tests need of a browser: each engine implements the same few verbs."""

import contextlib
import json
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import Any

# Long, for a busy machine: only a test that fails waits for its end.
TIMEOUT = 60.0
# One form for all engines: plain data or the error's words, as text.
WRAPPED = """(async () => { try { return JSON.stringify({ value: await (EXPRESSION) }); }
  catch (error) { return JSON.stringify({ error: String(error) }); } })()"""
# The first visible element of a selector; with a name, the one that a learner would call so.
FIND = """(() => { const name = (one) => (one.getAttribute("aria-label") ?? one.labels?.[0]?.textContent ?? one.textContent).trim();
  const [css, text] = [CSS, TEXT];
  return [...document.querySelectorAll(css)].find((one) => one.checkVisibility() && (text === null || name(one) === text)) ?? null; })()"""
# Whether a click in its middle would reach it, or a label of it. An ancestor that is hit instead takes the click away from it: Material's tabs,
# for instance, let clicks through to the page while they are faded out.
READY = """((one) => { if (!one || one.disabled) return false;
  one.scrollIntoView({ block: "center", behavior: "instant" });
  const { x, y, width, height } = one.getClientRects()[0] ?? one.getBoundingClientRect();
  const hit = document.elementFromPoint(x + width / 2, y + height / 2);
  return hit !== null && [one, ...(one.labels ?? [])].some((target) => target.contains(hit)); })(FOUND)"""


class Gone(AssertionError):
    """An element went away, or something came before it, between being found and being clicked."""


class Tab(ABC):
    """One page of a browser."""

    @abstractmethod
    def goto(self, url: str) -> None:
        """Load an address, and wait until it is loaded."""

    @abstractmethod
    def _reload(self) -> None:
        """Load the same address again."""

    @abstractmethod
    def _run(self, expression: str) -> str:
        """The text that the promise of an expression is resolved with."""

    @abstractmethod
    def press(self, keys: str) -> None:
        """Press one key, or several at once: ``Space``, ``Control+z``."""

    @abstractmethod
    def insert(self, text: str) -> None:
        """Type a text into what has the focus."""

    @abstractmethod
    def close(self) -> None:
        """Close the page."""

    @abstractmethod
    def _click(self, found: str) -> None:
        """Click in the middle of the element that an expression finds; raise `Gone` if that could not be done."""

    @abstractmethod
    def _choose(self, found: str, path: Path) -> None:
        """Give a file to the file input that an expression finds."""

    @abstractmethod
    def _download(self, act: Callable[[], None]) -> bytes:
        """The file that an act saves."""

    def reload(self) -> None:
        """Load the same address again, and wait for the new page: a browser may answer while the former one is still there."""
        self.evaluate("globalThis.isFormerPage = true")
        self._reload()
        self.until("globalThis.isFormerPage === undefined && document.readyState === 'complete'")

    def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression; a promise is awaited."""
        found = json.loads(self._run(WRAPPED.replace("EXPRESSION", expression)))
        assert "error" not in found, f"{found['error']}: {expression}"
        return found.get("value")

    def until(self, condition: str) -> None:
        """Wait until an expression is true; an error is as good as false."""
        end = time.monotonic() + TIMEOUT
        while not self.evaluate(f"(() => {{ try {{ return Boolean({condition}); }} catch {{ return false; }} }})()"):
            if time.monotonic() > end:
                text = self.evaluate("[location.href, document.body.innerText.slice(0, 1500)].join('\\n')")
                raise AssertionError(f"this did not come true: {condition}\n{text}")
            time.sleep(0.02)

    def find(self, css: str, text: str | None = None) -> str:
        """An expression for an element, once a click would reach it."""
        found = FIND.replace("CSS, TEXT", f"{json.dumps(css)}, {json.dumps(text)}")
        self.until(READY.replace("FOUND", found))
        return found

    def click(self, css: str, text: str | None = None) -> None:
        """Click an element, once it is there. Pages are drawn anew at times: what was found may be gone when the click comes."""
        end = time.monotonic() + TIMEOUT
        while True:
            try:
                return self._click(self.find(css, text))
            except Gone:
                if time.monotonic() > end:
                    raise

    def fill(self, css: str, text: str, name: str | None = None) -> None:
        """Replace the text of a field, key by key."""
        self.evaluate(f"(field => {{ field.focus(); field.select(); }})({self.find(css, name)})")
        self.insert(text)

    def choose_file(self, css: str, path: Path) -> None:
        """Choose a file in a file input, which need not be visible."""
        self.until(f"document.querySelector({json.dumps(css)})")
        self._choose(f"document.querySelector({json.dumps(css)})", path)

    def download(self, css: str, text: str | None = None) -> bytes:
        """Click an element, and wait for the file that it saves."""
        return self._download(lambda: self.click(css, text))

    def sees(self, text: str, css: str = "body") -> None:
        """Wait until a text stands in an element."""
        self.until(f"[...document.querySelectorAll({json.dumps(css)})].some(one => one.textContent.includes({json.dumps(text)}))")


class Browser(ABC):
    """Tabs that share one storage: one learner."""

    @abstractmethod
    def new_tab(self) -> Tab:
        """An empty page."""

    @abstractmethod
    def complaints(self) -> list[str]:
        """Refusals of the site's policy, uncaught errors and requests that left the site, up to now."""

    @abstractmethod
    def kill(self) -> None:
        """End all of its processes as a crash does. Only for a browser that was started on a profile."""

    @abstractmethod
    def close(self) -> None:
        """Close all of its tabs."""


class Engine(ABC):
    """A browser that is installed on this machine."""

    # Whether storage in a profile's folder outlives the process that wrote it.
    keeps_profiles = True

    @abstractmethod
    def fresh(self) -> Browser:
        """A learner whose storage is empty and shared with nobody; may live in a process that is shared."""

    @abstractmethod
    def start(self, profile: Path) -> Browser:
        """A process of its own whose storage is in a folder."""

    @abstractmethod
    def close(self) -> None:
        """End what is shared."""


def is_ours(url: str) -> bool:
    """Whether an address is one of the tests' own."""
    return url.startswith(("http://127.0.0.1", "file://", "data:", "blob:", "about:"))


def saved_in(folder: Path, act: Callable[[], None]) -> bytes:
    """The file that an act puts into a folder; while it is not whole, a second one (``.part``) stands beside it."""
    before = set(folder.iterdir())
    act()
    end = time.monotonic() + TIMEOUT
    while time.monotonic() < end:
        files = set(folder.iterdir()) - before
        # Firefox renames the file once more when it is whole.
        with contextlib.suppress(FileNotFoundError):
            if len(files) == 1 and (path := files.pop()).stat().st_size and path.suffix != ".part":
                return path.read_bytes()
        time.sleep(0.05)
    raise AssertionError(f"nothing was saved: {[path.name for path in folder.iterdir()]}")

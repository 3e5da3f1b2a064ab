"""Chromium, driven by Playwright."""

from collections.abc import Callable
from pathlib import Path

import playwright.sync_api as pw

from tests.browser.engines import base, processes

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-gpu",
]  # fmt: skip


def executable() -> str | None:
    """The Chromium that `make test` found, or one on the path; None is Playwright's own."""
    return processes.located("ROADMAP_CHROMIUM", NAMES)


class Tab(base.Tab):
    def __init__(self, page: pw.Page) -> None:
        self._page = page

    def goto(self, url: str) -> None:
        self._page.goto(url)

    def _reload(self) -> None:
        self._page.reload()

    def _run(self, expression: str) -> str:
        # A page may load itself anew meanwhile, as after a deployment: then the one that comes is asked.
        for _ in range(3):
            try:
                return str(self._page.evaluate(expression))
            except pw.Error as error:
                if "Execution context was destroyed" not in str(error):
                    raise
                self._page.wait_for_load_state()
        raise base.Gone(expression)

    def press(self, keys: str) -> None:
        self._page.keyboard.press(keys)

    def insert(self, text: str) -> None:
        self._page.keyboard.type(text)

    def close(self) -> None:
        self._page.close()

    def _element(self, found: str) -> pw.ElementHandle:
        element = self._page.evaluate_handle(found).as_element()
        if element is None:
            raise base.Gone(found)
        return element

    def _click(self, found: str) -> None:
        try:
            self._element(found).click()
        except pw.Error as error:
            if "not attached" in str(error):
                raise base.Gone(str(error)) from None
            raise

    def _choose(self, found: str, path: Path) -> None:
        self._element(found).set_input_files(path)

    def _download(self, act: Callable[[], None]) -> bytes:
        with self._page.expect_download() as download:
            act()
        return Path(download.value.path()).read_bytes()


class Browser(base.Browser):
    def __init__(self, context: pw.BrowserContext, profile: Path | None = None) -> None:
        self._context = context
        self._profile = profile
        self._complaints: list[str] = []
        context.set_default_timeout(base.TIMEOUT * 1000)
        context.on("console", lambda message: self._complain(message.text) if "Content Security Policy" in message.text else None)
        context.on("weberror", lambda error: self._complain(str(error.error)))
        context.on("request", lambda request: None if base.is_ours(request.url) else self._complain(f"a request left the site: {request.url}"))

    def _complain(self, text: str) -> None:
        self._complaints.append(text)

    def new_tab(self) -> Tab:
        return Tab(self._context.new_page())

    def complaints(self) -> list[str]:
        return self._complaints

    def kill(self) -> None:
        assert self._profile is not None, "a browser that is shared is not killed"
        processes.kill_all(f"--user-data-dir={self._profile}")

    def close(self) -> None:
        self._context.close()


class Chromium(base.Engine):
    def __init__(self, playwright: pw.Playwright, browser: pw.Browser) -> None:
        self._playwright = playwright
        self._browser = browser

    def fresh(self) -> Browser:
        return Browser(self._browser.new_context())

    def start(self, profile: Path) -> Browser:
        context = self._playwright.chromium.launch_persistent_context(profile, executable_path=executable(), args=FLAGS)
        return Browser(context, profile)

    def close(self) -> None:
        """The process belongs to the other tests as well, and is ended with them."""

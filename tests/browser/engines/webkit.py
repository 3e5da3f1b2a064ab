"""WebKitGTK's small browser, driven by WebDriver over HTTP: https://www.w3.org/TR/webdriver2/."""

import contextlib
import http.client
import json
import os
import random
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.browser.engines import base, keyboard, processes

BROWSERS = ("/usr/lib/*/webkit2gtk-4.*/MiniBrowser", "/usr/libexec/webkit2gtk-4.*/MiniBrowser", "/usr/lib/webkit2gtk-4.*/MiniBrowser")
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
RUN = "const done = arguments[arguments.length - 1]; (EXPRESSION).then(done);"
# https://www.w3.org/TR/webdriver2/#errors
GONE = ("stale element reference", "no such element", "element click intercepted", "element not interactable")
# What the browser says of a page on its standard output, if it is about a refusal or an error.
COMPLAINTS = ("CONSOLE SECURITY ERROR", "CONSOLE JS ERROR")


class Driver:
    """A WebKitWebDriver with the one browser that it can start."""

    def __init__(self, folder: Path, display: str, program: str, browser: str) -> None:
        self.downloads = folder / "downloads"
        self.downloads.mkdir(parents=True)
        (folder / "user-dirs.dirs").write_text(f'XDG_DOWNLOAD_DIR="{self.downloads}"\n', encoding="utf-8")
        self.output = folder / "output.txt"
        environment = {"DISPLAY": display, "XDG_CONFIG_HOME": str(folder), "NO_AT_BRIDGE": "1", "GDK_BACKEND": "x11"}
        arguments = ["--automation", "--enable-write-console-messages-to-stdout=true"]
        options = {"browserName": "MiniBrowser", "webkitgtk:browserOptions": {"binary": browser, "args": arguments}}
        self._session = ""
        # The driver cannot choose a free port by itself, and another program may be quicker to take the one that we choose.
        for _ in range(10):
            self._port = random.randrange(20_000, 32_000)
            self._process = processes.start([program, f"--port={self._port}"], self.output, environment)
            if self._answers():
                break
        else:
            raise AssertionError(f"WebKitWebDriver does not start:\n{self.output.read_text(errors='replace')}")
        try:
            self._session = f"/session/{self._ask('POST', '/session', {'capabilities': {'alwaysMatch': options}})['sessionId']}"
            self.send("POST", "/timeouts", {"script": 60_000, "pageLoad": 60_000})
            self.send("POST", "/window/rect", {"width": 1270, "height": 1000})
        except BaseException:
            self.end()
            raise

    def _answers(self) -> bool:
        end = time.monotonic() + 30
        while time.monotonic() < end and self._process.poll() is None:
            with contextlib.suppress(OSError):
                self._ask("GET", "/status")
                return self._process.poll() is None
            time.sleep(0.05)
        processes.kill(self._process)
        return False

    def _ask(self, method: str, path: str, content: dict[str, Any] | None = None) -> Any:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=90)
        try:
            connection.request(method, path, None if content is None else json.dumps(content), {"Content-Type": "application/json"})
            value = json.loads(connection.getresponse().read())["value"]
        finally:
            connection.close()
        if isinstance(value, dict) and "error" in value:
            text = f"{method} {path}: {value['error']}: {value.get('message')}"
            raise base.Gone(text) if value["error"] in GONE else AssertionError(text)
        return value

    def send(self, method: str, path: str, content: dict[str, Any] | None = None) -> Any:
        """What a command of the session returns."""
        return self._ask(method, self._session + path, content)

    def end(self) -> None:
        with contextlib.suppress(Exception):
            self._ask("DELETE", self._session)
        processes.kill(self._process)


class Tab(base.Tab):
    def __init__(self, driver: Driver, window: str) -> None:
        self._driver = driver
        self._window = window

    def _send(self, method: str, path: str, content: dict[str, Any] | None = None) -> Any:
        # Commands go to one window at a time.
        self._driver.send("POST", "/window", {"handle": self._window})
        return self._driver.send(method, path, content)

    def goto(self, url: str) -> None:
        self._send("POST", "/url", {"url": url})

    def _reload(self) -> None:
        self._send("POST", "/refresh", {})

    def _run(self, expression: str) -> str:
        text: str = self._send("POST", "/execute/async", {"script": RUN.replace("EXPRESSION", expression), "args": []})
        return text

    def _element(self, found: str) -> str:
        value = self._send("POST", "/execute/sync", {"script": f"return {found};", "args": []})
        if value is None:
            raise base.Gone(found)
        return f"/element/{value[ELEMENT]}"

    def _type(self, actions: list[dict[str, str]]) -> None:
        self._send("POST", "/actions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def press(self, keys: str) -> None:
        self._type(keyboard.chord(keys))

    def insert(self, text: str) -> None:
        self._type(keyboard.text(text))

    def close(self) -> None:
        self._send("DELETE", "/window")

    def _click(self, found: str) -> None:
        self._send("POST", f"{self._element(found)}/click", {})

    def _choose(self, found: str, path: Path) -> None:
        self._send("POST", f"{self._element(found)}/value", {"text": str(path)})

    def _download(self, act: Callable[[], None]) -> bytes:
        return base.saved_in(self._driver.downloads, act)


class Browser(base.Browser):
    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self._first: str | None = driver.send("GET", "/window")

    def new_tab(self) -> Tab:
        window, self._first = self._first, None
        return Tab(self._driver, window or self._driver.send("POST", "/window/new", {"type": "tab"})["handle"])

    def complaints(self) -> list[str]:
        lines = self._driver.output.read_text(encoding="utf-8", errors="replace").splitlines()
        return [line for line in lines if any(mark in line for mark in COMPLAINTS)]

    def kill(self) -> None:
        raise AssertionError("WebKitGTK forgets everything when it is driven")

    def close(self) -> None:
        self._driver.end()


class WebKit(base.Engine):
    # A browser in automation mode keeps its storage in memory only.
    keeps_profiles = False

    def __init__(self) -> None:
        program = processes.located("ROADMAP_WEBKIT", ("WebKitWebDriver",))
        browser = next((str(path) for pattern in BROWSERS for path in sorted(Path("/").glob(pattern[1:]))), None)
        assert program and browser, (
            "No WebKitGTK was found. Install it (Debian: apt install webkit2gtk-driver), or name WebKitWebDriver in ROADMAP_WEBKIT."
        )
        self._program, self._browser = program, browser
        self._folder = Path(tempfile.mkdtemp(prefix="webkit-"))
        self._count = 0
        self._screen: subprocess.Popen[bytes] | None = None
        self._display = os.environ.get("DISPLAY") or self._start_screen()

    def _start_screen(self) -> str:
        screen = shutil.which("Xvfb")
        assert screen, "No display and no Xvfb was found. Install it (Debian: apt install xvfb): WebKitGTK draws on nothing else."
        output = self._folder / "screen.txt"
        # It chooses a free display by itself, and writes its number to where it says the rest.
        self._screen = processes.start([screen, "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"], output)
        end = time.monotonic() + 30
        while not (number := output.read_text(errors="replace").strip().rpartition("\n")[2]).isdigit():
            assert time.monotonic() < end and self._screen.poll() is None, f"Xvfb does not start: {output.read_text(errors='replace')}"
            time.sleep(0.05)
        return f":{number}"

    def fresh(self) -> Browser:
        self._count += 1
        return Browser(Driver(self._folder / str(self._count), self._display, self._program, self._browser))

    def start(self, profile: Path) -> Browser:
        raise AssertionError("WebKitGTK forgets everything when it is driven")

    def close(self) -> None:
        if self._screen:
            processes.kill(self._screen)
        shutil.rmtree(self._folder, ignore_errors=True)

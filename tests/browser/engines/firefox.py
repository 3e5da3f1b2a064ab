"""Firefox, driven by WebDriver BiDi: Playwright drives only a build of its own, and Debian packages no geckodriver."""

import contextlib
import json
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.browser.engines import base, keyboard, processes
from tests.browser.engines.bidi import BidiError, Connection

NAMES = ("firefox-esr", "firefox")
PREFERENCES: dict[str, str | int | bool] = {
    # No requests of the browser's own.
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "toolkit.telemetry.enabled": False,
    # No page of its own at a start, not even after a crash.
    "browser.aboutwelcome.enabled": False,
    "browser.sessionstore.resume_from_crash": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "toolkit.startup.max_resumed_crashes": -1,
    # No add-ons of the system or of a user: to look for them is a fifth of the work of a start.
    "extensions.enabledScopes": 0,
    # Downloads go into a folder without a question.
    "browser.download.alwaysOpenPanel": False,
    "browser.download.folderList": 2,
    "browser.download.useDownloadDir": True,
    # What a learner's Firefox does.
    "network.prefetch-next": True,
}


class Process:
    """A running Firefox on a profile."""

    def __init__(self, profile: Path, binary: str) -> None:
        profile.mkdir(parents=True, exist_ok=True)
        self.downloads = profile / "downloads"
        self.downloads.mkdir(exist_ok=True)
        preferences = PREFERENCES | {"browser.download.dir": str(self.downloads)}
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in preferences.items()]
        (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        address = profile / "WebDriverBiDiServer.json"
        address.unlink(missing_ok=True)
        output = profile / "output.txt"
        command = [binary, "--headless", "--no-remote", "--remote-debugging-port=0", "--profile", str(profile)]
        self._process = processes.start(command, output, {"MOZ_CRASHREPORTER_DISABLE": "1"})
        self.complaints: dict[str, list[str]] = {}
        try:
            self._connection = Connection(f"ws://127.0.0.1:{self._port(address, output)}/session", self._hear)
            self.send("session.new", capabilities={})
            self.send("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])
        except BaseException:
            self.kill()
            raise

    def _port(self, address: Path, output: Path) -> int:
        end = time.monotonic() + 120
        while time.monotonic() < end and self._process.poll() is None:
            with contextlib.suppress(OSError, ValueError):
                return int(json.loads(address.read_text(encoding="utf-8"))["ws_port"])
            time.sleep(0.05)
        raise AssertionError(f"Firefox does not start:\n{output.read_text(errors='replace')}")

    def _hear(self, event: str, said: dict[str, Any]) -> None:
        context = said.get("context") or said.get("source", {}).get("context") or ""
        text = ""
        # What the policy refuses is an error of type "javascript", too.
        if event == "log.entryAdded" and said["type"] == "javascript" and said["level"] == "error":
            # Firefox says it without an address of a request that it has cancelled itself, as when a page is left; with one, it is a failure.
            text = "" if said["text"].startswith("Failed to load ‘’.") else said["text"]
        elif event == "network.beforeRequestSent" and not base.is_ours(said["request"]["url"]):
            text = f"a request left the site: {said['request']['url']}"
        if text:
            self.complaints.setdefault(context, []).append(text)

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        return self._connection.send(method, **parameters)

    def kill(self) -> None:
        processes.kill(self._process)
        if hasattr(self, "_connection"):
            self._connection.close()


class Tab(base.Tab):
    def __init__(self, process: Process, context: str) -> None:
        self._process = process
        self.context = context

    def goto(self, url: str) -> None:
        try:
            self._process.send("browsingContext.navigate", context=self.context, url=url, wait="complete")
        except BidiError as error:
            # A page that redirects at once goes on before it is loaded.
            if "NS_BINDING_ABORTED" not in str(error):
                raise

    def _reload(self) -> None:
        self._process.send("browsingContext.reload", context=self.context, wait="complete")

    def _value(self, expression: str) -> dict[str, Any]:
        answer = self._process.send("script.evaluate", expression=expression, target={"context": self.context}, awaitPromise=True)
        if answer["type"] == "exception":
            raise BidiError(f"{answer['exceptionDetails']['text']}: {expression}")
        result: dict[str, Any] = answer["result"]
        return result

    def _run(self, expression: str) -> str:
        text: str = self._value(expression)["value"]
        return text

    def _perform(self, *sources: dict[str, Any]) -> None:
        self._process.send("input.performActions", context=self.context, actions=list(sources))

    def press(self, keys: str) -> None:
        self._perform({"type": "key", "id": "keys", "actions": keyboard.chord(keys)})

    def insert(self, text: str) -> None:
        self._perform({"type": "key", "id": "keys", "actions": keyboard.text(text)})

    def close(self) -> None:
        self._process.send("browsingContext.close", context=self.context)

    def _element(self, found: str) -> dict[str, str]:
        value = self._value(found)
        if "sharedId" not in value:
            raise base.Gone(found)
        return {"sharedId": value["sharedId"]}

    def _click(self, found: str) -> None:
        element = {"type": "element", "element": self._element(found)}
        move = {"type": "pointerMove", "x": 0, "y": 0, "origin": element}
        button = [{"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp")]
        try:
            self._perform({"type": "pointer", "id": "mouse", "actions": [move, *button]})
        except BidiError as error:
            if error.code in ("move target out of bounds", "no such element", "no such node"):
                raise base.Gone(str(error)) from None
            raise

    def _choose(self, found: str, path: Path) -> None:
        self._process.send("input.setFiles", context=self.context, element=self._element(found), files=[str(path)])

    def _download(self, act: Callable[[], None]) -> bytes:
        return base.saved_in(self._process.downloads, act)


class Browser(base.Browser):
    def __init__(self, process: Process, user: str | None = None) -> None:
        self._process = process
        # A user context has a storage of its own; without one it is the profile's.
        self._user = user
        self._tabs: list[Tab] = []

    def new_tab(self) -> Tab:
        user = {"userContext": self._user} if self._user else {}
        tab = Tab(self._process, self._process.send("browsingContext.create", type="tab", **user)["context"])
        self._tabs.append(tab)
        return tab

    def complaints(self) -> list[str]:
        # Any command: what was said before its answer has been heard after it.
        self._process.send("session.status")
        return [text for tab in self._tabs for text in self._process.complaints.get(tab.context, [])]

    def kill(self) -> None:
        assert self._user is None, "a browser that is shared is not killed"
        self._process.kill()

    def close(self) -> None:
        if self._user:
            self._process.send("browser.removeUserContext", userContext=self._user)
        else:
            self._process.kill()


class Firefox(base.Engine):
    def __init__(self) -> None:
        binary = processes.located("ROADMAP_FIREFOX", NAMES)
        assert binary, "No Firefox was found. Install one (Debian: apt install firefox-esr), or name it in ROADMAP_FIREFOX."
        self._binary = binary
        self._folder = Path(tempfile.mkdtemp(prefix="firefox-"))
        self._shared: Process | None = None

    def fresh(self) -> Browser:
        self._shared = self._shared or Process(self._folder / "profile", self._binary)
        return Browser(self._shared, self._shared.send("browser.createUserContext")["userContext"])

    def start(self, profile: Path) -> Browser:
        return Browser(Process(profile, self._binary))

    def close(self) -> None:
        if self._shared:
            self._shared.kill()
        shutil.rmtree(self._folder, ignore_errors=True)

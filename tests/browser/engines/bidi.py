"""WebDriver BiDi: https://www.w3.org/TR/webdriver-bidi/."""

import contextlib
import json
import time
from collections.abc import Callable
from typing import Any

from websockets.sync.client import ClientConnection, connect

LIMIT = 60.0


class BidiError(AssertionError):
    """A command that the browser refused."""

    def __init__(self, text: str, code: str = "") -> None:
        super().__init__(text)
        self.code = code


class Connection:
    """Commands are answered in turn; events that come between are passed on."""

    def __init__(self, url: str, listener: Callable[[str, dict[str, Any]], None]) -> None:
        # Neither a proxy nor a limit to a message: the other end is a browser on this machine.
        self._open = contextlib.ExitStack()
        self._socket: ClientConnection = self._open.enter_context(connect(url, proxy=None, max_size=None, ping_interval=None))
        self._listener = listener
        self._number = 0

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """What a command returns."""
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": parameters}))
        end = time.monotonic() + LIMIT
        while True:
            try:
                answer = json.loads(self._socket.recv(timeout=max(0.0, end - time.monotonic())))
            except TimeoutError:
                raise BidiError(f"{method}: no answer in {LIMIT:.0f} seconds") from None
            if answer.get("type") == "event":
                self._listener(answer["method"], answer["params"])
            elif answer.get("id") == self._number:
                if "result" not in answer:
                    raise BidiError(f"{method}: {answer.get('error')}: {answer.get('message')}", answer.get("error", ""))
                found: dict[str, Any] = answer["result"]
                return found

    def close(self) -> None:
        """Hang up; the other end may be gone already."""
        with contextlib.suppress(Exception):
            self._open.close()

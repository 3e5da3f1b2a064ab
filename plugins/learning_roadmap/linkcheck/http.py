"""One address is asked for, politely, and only if it is a public one: nobody looks into a private network through us."""

import http.client
import ipaddress
import socket
import ssl
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from learning_roadmap.model import check_url

AGENT = "mkdocs-learning-roadmap link check"
SECONDS = 20
REDIRECTS = 5
# Sites that do not like to be asked by programs say one of these to them, and show the page to people.
UNWILLING = frozenset({401, 403, 405, 406, 418, 429, 999})
GONE = frozenset({404, 410})


class Verdict(StrEnum):
    """What an answer means. Only what is surely dead is dead."""

    ALIVE = "alive"
    MOVED = "moved"
    DEAD = "dead"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Answer:
    """What came back, in words; ``now`` is where the address has moved to for good."""

    verdict: Verdict
    said: str
    now: str | None = None


def is_public(host: str) -> bool:
    """Whether a name leads to public addresses only.

    Raises:
        OSError: when it leads nowhere.
    """
    found = {info[4][0] for info in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)}
    return all(ipaddress.ip_address(str(address).partition("%")[0]).is_global for address in found)


class _Stop(urllib.request.HTTPRedirectHandler):
    """Redirects are followed by hand: every step is looked at first."""

    def redirect_request(self, *_: object) -> None:
        return None


def ask(url: str, is_allowed: Callable[[str], bool] = is_public) -> Answer:
    """Ask for an address, follow where it leads, and say what came of it. Nothing of the page is kept."""
    opener = urllib.request.build_opener(_Stop, urllib.request.ProxyHandler({}))
    here, now, is_for_good = url, None, True
    for _ in range(REDIRECTS + 1):
        try:
            host = urlsplit(here).hostname or ""
            if not is_allowed(host):
                return Answer(Verdict.DEAD, f"leads into a private network: {host}")
            status, location = _status(opener, here)
        except socket.gaierror as error:
            is_known = error.errno in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME))
            return Answer(Verdict.DEAD if is_known else Verdict.UNSURE, f"no host {host} is found")
        except ssl.SSLCertVerificationError as error:
            return Answer(Verdict.UNSURE, f"its certificate is not valid: {error.verify_message}")
        except (OSError, http.client.HTTPException, ValueError) as error:
            return Answer(Verdict.UNSURE, f"no answer: {type(error).__name__}")
        if location is None:
            return _verdict(status, now)
        is_for_good = is_for_good and status in (301, 308)
        here = urllib.request.urljoin(here, location)  # type: ignore[attr-defined]
        now = here if is_for_good else now
        try:
            check_url(here)
        except ValueError as error:
            return Answer(Verdict.DEAD, f"leads to an address that is not taken: {error}")
    return Answer(Verdict.DEAD, "leads on and on")


def _status(opener: urllib.request.OpenerDirector, url: str) -> tuple[int, str | None]:
    """The status of an answer, and where it leads. HEAD first; GET where that is not understood."""
    for method in ("HEAD", "GET"):
        request = urllib.request.Request(url, method=method, headers={"User-Agent": AGENT, "Accept": "*/*"})
        try:
            with opener.open(request, timeout=SECONDS) as answer:
                return answer.status, None
        except urllib.error.HTTPError as error:
            error.close()
            if 300 <= error.code < 400 and (location := error.headers.get("Location")):
                return error.code, location
            if method == "GET":
                return error.code, None
        except urllib.error.URLError as error:
            raise error.reason if isinstance(error.reason, Exception) else OSError(error.reason) from None
    raise AssertionError


def _verdict(status: int, now: str | None) -> Answer:
    if status in GONE:
        return Answer(Verdict.DEAD, f"answers {status}")
    if status in UNWILLING or status >= 500:
        return Answer(Verdict.UNSURE, f"answers {status} to programs")
    if status >= 400:
        return Answer(Verdict.DEAD, f"answers {status}")
    return Answer(Verdict.MOVED, f"has moved to {now}", now) if now else Answer(Verdict.ALIVE, f"answers {status}")

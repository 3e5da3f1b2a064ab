"""Request one URL and judge the answer. Only public hosts are requested, so that no link leads into a private network (SSRF)."""

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

from learning_roadmap.diagnostics import Invalid
from learning_roadmap.model import check_url

AGENT = "mkdocs-learning-roadmap link check"
TIMEOUT_SECONDS = 20
MAX_REDIRECTS = 5
# Sites that block automated requests answer with one of these, and show the page to people.
BLOCKED = frozenset({401, 403, 405, 406, 418, 429, 999})
GONE = frozenset({404, 410})


class Verdict(StrEnum):
    """What an answer means. A link is dead only when there is no doubt."""

    ALIVE = "alive"
    MOVED = "moved"
    DEAD = "dead"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Answer:
    """What a request came to, in words; ``new_url`` is where the page has moved permanently."""

    verdict: Verdict
    message: str
    new_url: str | None = None


def is_public(host: str) -> bool:
    """Whether a host name resolves to public IP addresses only.

    Raises:
        OSError: when it does not resolve.
    """
    addresses = {info[4][0] for info in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)}
    return all(ipaddress.ip_address(str(address).partition("%")[0]).is_global for address in addresses)


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """Leaves redirects to us: every step is checked before it is followed."""

    def redirect_request(self, *_: object) -> None:
        return None


def request(url: str, is_allowed: Callable[[str], bool] = is_public) -> Answer:
    """Request a URL, follow its redirects, and judge the answer. Nothing of the page is kept."""
    opener = urllib.request.build_opener(_NoRedirects, urllib.request.ProxyHandler({}))
    current_url, new_url, is_permanent = url, None, True
    for _ in range(MAX_REDIRECTS + 1):
        try:
            host = urlsplit(current_url).hostname or ""
            if not is_allowed(host):
                return Answer(Verdict.DEAD, f"host in a private network: {host}")
            status, location = _status(opener, current_url)
        except socket.gaierror as error:
            is_unknown_host = error.errno in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME))
            return Answer(Verdict.DEAD if is_unknown_host else Verdict.UNSURE, f"host not found: {host}")
        except ssl.SSLCertVerificationError as error:
            return Answer(Verdict.UNSURE, f"invalid certificate: {error.verify_message}")
        except (OSError, http.client.HTTPException, ValueError) as error:
            return Answer(Verdict.UNSURE, f"no answer: {type(error).__name__}")
        if location is None:
            return _judge(status, new_url)
        is_permanent = is_permanent and status in (301, 308)
        current_url = urllib.request.urljoin(current_url, location)  # type: ignore[attr-defined]
        new_url = current_url if is_permanent else new_url
        try:
            check_url(current_url)
        except Invalid as invalid:
            return Answer(Verdict.DEAD, f"redirects to an address that is not allowed: {invalid.message}")
    return Answer(Verdict.DEAD, "too many redirects")


def _status(opener: urllib.request.OpenerDirector, url: str) -> tuple[int, str | None]:
    """The status of an answer, and its redirect. HEAD first; GET where HEAD is not supported."""
    for method in ("HEAD", "GET"):
        head_or_get = urllib.request.Request(url, method=method, headers={"User-Agent": AGENT, "Accept": "*/*"})
        try:
            with opener.open(head_or_get, timeout=TIMEOUT_SECONDS) as answer:
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


def _judge(status: int, new_url: str | None) -> Answer:
    if status in GONE:
        return Answer(Verdict.DEAD, f"status {status}")
    if status in BLOCKED:
        return Answer(Verdict.UNSURE, f"status {status}: may block automated requests")
    if status >= 500:
        return Answer(Verdict.UNSURE, f"status {status}: server error")
    if status >= 400:
        return Answer(Verdict.DEAD, f"status {status}")
    return Answer(Verdict.MOVED, f"moved to {new_url}", new_url) if new_url else Answer(Verdict.ALIVE, f"status {status}")

"""Hosts that serve one release of a site after another: with caches, as static hosts do, or without any."""

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Route

from learning_roadmap.datafile import load
from learning_roadmap.model.index import RoadmapIndex
from tests.browser.release_data import BASE, CHANGES
from tests.browser.sites import Server, small_site
from tests.built_once import built_once

ORIGIN = "http://127.0.0.1"


@dataclass(frozen=True)
class Version:
    """A built site.

    Attributes:
        names: titles by id, of everything that can be ticked and more.
        parts: what a tick of a topic is stored under: the topic itself, or all topics that count within it.
    """

    folder: Path
    names: dict[str, str]
    parts: dict[str, set[str]]


def build_versions(factory: pytest.TempPathFactory, group: str, *, is_offline: bool = False) -> Callable[[str], Version]:
    """Builds each version when it is first asked for."""
    plugins: list[Any] = [{"learning-roadmap": {"file": "roadmap.yml", "csp": True, "search": True, "offline": is_offline}}]

    @cache
    def version(name: str) -> Version:
        data = CHANGES[name](BASE)
        folder = built_once(factory, f"{group}-{name}", lambda folder: small_site(folder, data, site_url="http://127.0.0.1/", plugins=plugins))
        index = RoadmapIndex(load(folder / "roadmap.yml").roadmap)
        names = {id: found.entry.title for id, found in index.located.items()}
        parts = {id: {leaf.id for leaf in index.leaves_of(topic)} for id, topic in index.topics.items()}
        return Version(folder / "site", names, parts)

    return version


TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".xml": "application/xml"}


@dataclass
class Host:
    """What is served now, and how.

    Attributes:
        answer: may answer for a path and its query in place of a file; None leaves it to the file, b"" is a missing file.
        is_soft: whether a missing file is answered with a page and the status 200.
        is_cached: whether a browser may keep a file, by its path.
        is_down: whether no request is answered, as without a connection.
    """

    address: str
    folder: Path
    is_soft: bool = False
    answer: Callable[[str, str], bytes | None] = lambda path, query: None
    is_cached: Callable[[str], bool] = lambda path: True
    is_down: bool = False
    asked: list[str] = field(default_factory=list)

    def deploy(self, version: Version) -> None:
        self.folder = version.folder
        self.asked.clear()


@contextmanager
def hosted(version: Version) -> Iterator[Host]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if host.is_down:
                self.close_connection = True
                return
            url = urlsplit(self.path)
            host.asked.append(url.path)
            path = url.path + ("index.html" if url.path.endswith("/") else "")
            file = host.folder / path.lstrip("/")
            body = host.answer(path, url.query)
            kind = TYPES.get(file.suffix, "application/octet-stream")
            status = 200
            if body is None and file.is_file():
                body = file.read_bytes()
            if not body:
                status, kind, body = 200 if host.is_soft else 404, "text/html", b"<!doctype html><title>Not here</title><p>This page is not here."
            if path == "/sitemap.xml":
                body = re.sub(rb"http://127\.0\.0\.1/", f"{host.address}/".encode(), body)
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "max-age=600" if host.is_cached(path) else "no-store")
            # A page that is left does not wait for what it has asked for.
            with suppress(ConnectionError):
                self.end_headers()
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with Server(("127.0.0.1", 0), Handler) as running:
        host = Host(f"http://127.0.0.1:{running.server_address[1]}", version.folder)
        threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
        yield host
        running.shutdown()


class Releases:
    """Builds releases, and answers for the one that is out inside the browser: no cache stands between. A deployment is a change of ``now``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now = ""

    def build(self, name: str, data: str) -> None:
        """Build a release; the first one is out at once."""
        plugins: list[Any] = [{"learning-roadmap": {"file": "roadmap.yml", "guide": False}}]
        small_site(self.folder / name, data, plugins=plugins, theme={"name": "material", "font": False})
        self.now = self.now or name

    def serve(self, context: BrowserContext) -> None:
        """Answer every request of the context from the release that is out."""
        context.route(f"{ORIGIN}/**", self._answer)

    def _answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(ORIGIN).partition("?")[0].partition("#")[0].lstrip("/")
        file = self.folder / self.now / "site" / path
        if file.is_dir():
            file = file / "index.html"
        if file.is_file():
            route.fulfill(path=file)
        else:
            route.fulfill(status=404, body="")

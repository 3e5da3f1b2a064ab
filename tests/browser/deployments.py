"""One site in several versions, and a host that goes from one to the next as static hosts do: with caches, and without what is gone."""

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import urlsplit

from learning_roadmap.datafile import load
from learning_roadmap.model.index import RoadmapIndex
from tests.browser.sites import Server, small_site

BASE = """format: 2
id: deployed
title: A roadmap that changes
phases:
- id: basics
  title: Basics
  sections:
  - id: numbers
    title: Numbers
    topics:
    - {id: sets, title: Sets}
    - {id: functions, title: Functions}
    - id: algebra
      title: Algebra
      topics:
      - {id: vectors, title: Vectors}
      - {id: matrices, title: Matrices}
      - {id: tensors, title: Tensors}
    practice:
    - {id: count-things, title: Count things}
- id: further
  title: Further
  sections:
  - id: learning
    title: Learning
    topics:
    - {id: regression, title: Regression}
    - {id: trees, title: Trees}
    - {id: networks, title: Networks}
    - {id: perl, title: Perl}
projects:
- {id: robot, title: A robot}
milestones:
- id: one-month
  title: One month
  months: 1
  goals:
  - {id: know-numbers, title: Know the numbers, covers: [numbers]}
"""
Change = Callable[[str], str]


def _replaced(*pairs: tuple[str, str]) -> Change:
    def change(data: str) -> str:
        for old, new in pairs:
            assert data.count(old) == 1, old
            data = data.replace(old, new)
        return data

    return change


def _gone(entry: str) -> Change:
    return lambda data: data + ("" if "\nhistory:\n" in data else "history:\n") + f"- {entry}\n"


def _all(*changes: Change) -> Change:
    def change(data: str) -> str:
        for one in changes:
            data = one(data)
        return data

    return change


ADDED = _replaced(("    - {id: sets, title: Sets}\n", "    - {id: notation, title: Notation}\n    - {id: sets, title: Sets}\n"))
RENAMED = _replaced(("title: Functions", "title: Maps"))
MERGED = _all(_replaced(("      - {id: vectors, title: Vectors}\n", "")), _gone("{id: vectors, was: merged, kind: topic, into: [matrices]}"))
SPLIT = _all(
    _replaced(("    - {id: trees, title: Trees}\n", "    - {id: oaks, title: Oaks}\n    - {id: firs, title: Firs}\n")),
    _gone("{id: trees, was: split, kind: topic, into: [oaks, firs]}"),
)
RETIRED = _all(_replaced(("    - {id: perl, title: Perl}\n", "")), _gone("{id: perl, was: retired, kind: topic}"))
MOVED = _replaced(("    - {id: sets, title: Sets}\n", ""), ("    - {id: networks,", "    - {id: sets, title: Sets}\n    - {id: networks,"))
EVERYTHING = _all(MERGED, SPLIT, RETIRED, MOVED, RENAMED,
                  _replaced(("    - {id: functions,", "    - {id: notation, title: Notation}\n    - {id: functions,")))  # fmt: skip
AGAIN = _all(
    EVERYTHING,
    _replaced(("    - {id: notation, title: Notation}\n", "    - {id: zero, title: Zero}\n    - {id: notation, title: Symbols}\n"),
              ("      - {id: matrices, title: Matrices}\n", ""), ("    - {id: oaks,", "    - {id: ashes, title: Ashes}\n    - {id: oaks,")),
    lambda data: data.replace("into: [matrices]", "into: [tensors]"),
    _gone("{id: matrices, was: merged, kind: topic, into: [tensors]}"),
)  # fmt: skip
CHANGES: dict[str, Change] = {
    "base": lambda data: data, "added": ADDED, "renamed": RENAMED, "merged": MERGED, "split": SPLIT, "retired": RETIRED, "moved": MOVED,
    "everything": EVERYTHING, "again": AGAIN,
}  # fmt: skip


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


def build_versions(folder: Path) -> Callable[[str], Version]:
    """Builds each version when it is first asked for."""

    @cache
    def version(name: str) -> Version:
        data = CHANGES[name](BASE)
        site = small_site(folder / name, data, site_url="http://127.0.0.1/")
        index = RoadmapIndex(load(folder / name / "roadmap.yml").roadmap)
        names = {id: found.entry.title for id, found in index.located.items()}
        parts = {id: {leaf.id for leaf in index.leaves_of(topic)} for id, topic in index.topics.items()}
        return Version(site, names, parts)

    return version


TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".xml": "application/xml"}


@dataclass
class Host:
    """What is served now, and how.

    Attributes:
        answer: may answer for a path and its query in place of a file; None leaves it to the file, b"" is a missing file.
        is_soft: whether a missing file is answered with a page and the status 200.
        is_cached: whether a browser may keep a file, by its path.
    """

    address: str
    folder: Path
    is_soft: bool = False
    answer: Callable[[str, str], bytes | None] = lambda path, query: None
    is_cached: Callable[[str], bool] = lambda path: True
    asked: list[str] = field(default_factory=list)

    def deploy(self, version: Version) -> None:
        self.folder = version.folder
        self.asked.clear()


@contextmanager
def hosted(version: Version) -> Iterator[Host]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
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

"""Build and serve sites of a few lines."""

import os
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingTCPServer
from typing import Any
from unittest.mock import patch

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from learning_roadmap.cache import SWITCH

SMALL = """
format: 2
id: small
title: Small
phases:
- id: one
  title: One
  sections:
  - id: section
    title: Section
    topics:
    - {id: alpha, title: Alpha}
    - {id: beta, title: Beta}
    - id: parent
      title: Parent
      topics:
      - {id: left, title: Left}
      - {id: right, title: Right}
      - {id: middle, title: Middle}
routine:
- id: morning
  title: Morning
  items:
  - {id: read, title: Read}
  - {id: write, title: Write}
"""
SMALL_PAGE = "/phases/one/"
# Sites with the theme's search, for the tests of that: its worker, which indexes the site for each page, is a fifth of the work of opening one.
THEME_SEARCH: list[Any] = ["search", {"learning-roadmap": {"file": "roadmap.yml", "csp": True}}]


def small_site(folder: Path, data: str = SMALL, index: str = "# Home\n", **changes: Any) -> Path:
    """The folder of a built site, with our search as new projects have it; keywords change its mkdocs.yml."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text(index, encoding="utf-8")
    (folder / "roadmap.yml").write_text(data, encoding="utf-8")
    config = {
        "site_name": "Small",
        "theme": {"name": "material", "font": False, "features": ["navigation.instant"]},
        "plugins": [{"learning-roadmap": {"file": "roadmap.yml", "csp": True, "search": True}}],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config | changes), encoding="utf-8")
    # Nothing is kept of a site that is built once.
    with patch.dict(os.environ, {SWITCH: "0"}):
        loaded = load_config(str(folder / "mkdocs.yml"))
        loaded.plugins.on_startup(command="build", dirty=False)
        build(loaded)
    return folder / "site"


def placed(folder: Path, site: Path, *paths: str) -> Path:
    """A folder that holds a site under several paths."""
    for path in paths:
        shutil.copytree(site, folder / path)
    shutil.copy(site / "sitemap.xml", folder / "sitemap.xml")
    return folder


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a log; a browser may cache them for ``max_age`` seconds."""

    max_age = 0

    def __init__(self, *arguments: Any, max_age: int = 0, **named: Any) -> None:
        self.max_age = max_age
        super().__init__(*arguments, **named)

    def end_headers(self) -> None:
        if self.max_age:
            self.send_header("Cache-Control", f"max-age={self.max_age}")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


class Server(ThreadingTCPServer):
    """Answers several requests at once and ends with the tests."""

    allow_reuse_address = True
    daemon_threads = True
    # A browser opens many connections at once; one that finds no room here is tried again only after seconds.
    request_queue_size = 128


@contextmanager
def served(folder: Path, max_age: int = 0) -> Iterator[str]:
    """The address of a site that was built for ``http://127.0.0.1/``."""
    with Server(("127.0.0.1", 0), partial(Quiet, directory=folder, max_age=max_age)) as running:
        address = f"http://127.0.0.1:{running.server_address[1]}"
        name_address(folder, address)
        threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
        yield address
        running.shutdown()


def name_address(folder: Path, address: str) -> None:
    """Material goes to a page without a request for it only inside the site_url that its sitemap names."""
    sitemap = folder / "sitemap.xml"
    # The port of a time before stands there when the same site is served again.
    sitemap.write_text(re.sub(r"http://127\.0\.0\.1(:\d+)?/", f"{address}/", sitemap.read_text(encoding="utf-8")), encoding="utf-8")
    (folder / "sitemap.xml.gz").unlink(missing_ok=True)


def deploy(built: Path, live: Path, address: str) -> None:
    """Put another version of a site in the place of the one that is served. As hosts do, it leaves none of the old files."""
    next_one = live.with_name(f"{live.name}-next")
    shutil.copytree(built, next_one)
    name_address(next_one, address)
    # By its clock this server tells whether a browser has the newest; two versions that are built in one second must differ.
    later = max(path.stat().st_mtime for path in live.rglob("*")) + 10
    for path in next_one.rglob("*"):
        os.utime(path, (later, later))
    old = live.with_name(f"{live.name}-old")
    live.rename(old)
    next_one.rename(live)
    shutil.rmtree(old)

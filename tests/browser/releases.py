"""Releases of one small site at one address: a deployment is a change of `now`. No cache stands between."""

from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Route

from tests.browser.sites import small_site

ORIGIN = "http://127.0.0.1"
FIRST = """\
format: 2
id: bread
title: Bread
phases:
- id: dough
  title: Dough
  duration: 2 weeks
  sections:
  - id: basics
    title: Basics
    topics:
    - {id: folding, title: Folding}
    - {id: kneading, title: Kneading}
    - {id: shaping, title: Shaping}
    - {id: salt, title: Salt}
    - {id: proving, title: Proving}
    - {id: retarding, title: Retarding}
- id: oven
  title: Oven
  duration: 1 week
  sections:
  - id: heat
    title: Heat
    topics:
    - {id: steam, title: Steam}
    - {id: stone, title: Stone}
    - {id: scoring, title: Scoring}
- id: table
  title: Table
  duration: 1 week
  sections:
  - id: serving
    title: Serving
    topics:
    - {id: slicing, title: Slicing}
"""
CHANGED = """
format: 2
id: ai-engineer
title: Changed
phases:
- id: one
  title: One
  sections:
  - id: section
    title: Section
    topics:
    - {id: whole, title: Whole}
    - {id: left-half, title: Left half}
    - {id: right-half, title: Right half}
    - {id: same, title: Renamed entirely}
history:
- {id: part-a, was: merged, into: [whole]}
- {id: part-b, was: merged, into: [whole]}
- {id: both-halves, was: split, into: [left-half, right-half]}
- {id: dropped, was: retired, reason: nobody needs it}
"""
BEFORE = """
format: 2
id: ai-engineer
title: Before
phases:
- id: one
  title: One
  sections:
  - id: section
    title: Section
    topics:
    - {id: part-a, title: Part A}
    - {id: part-b, title: Part B}
    - {id: both-halves, title: Both halves}
    - {id: same, title: Named so}
    - {id: dropped, title: Dropped}
"""


class Releases:
    """Builds releases and answers for the one that is out."""

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

"""Releases of one small site at one address: a deployment is a change of `now`. No cache stands between."""

from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Route

from tests.browser.sites import small_site

ORIGIN = "http://127.0.0.1"


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

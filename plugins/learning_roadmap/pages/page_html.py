"""The HTML of pages, in the cache until it is needed: that of all pages would be most of what a large site has in memory."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from learning_roadmap.cache import Cache, key_of
from learning_roadmap.pages.page import Page

# Renders pages, each with its HTML.
Render = Callable[[], Iterable[Page]]


class PageHtml:
    """The HTML of pages by their paths, in UTF-8, in which a page needs half of the memory."""

    def __init__(self, cache: Cache, finish: Callable[[str], str]) -> None:
        self._cache = cache
        self._finish = finish
        self._encoded: dict[str, bytes] = {}
        self._stored: dict[str, tuple[str, Render]] = {}

    def add(self, page: Page, key: str, render: Render, *, is_stored: bool) -> Page:
        """Add a page, and return it without its HTML.

        Args:
            key: of the page, and of those that are rendered together with it.
            is_stored: whether an earlier build has stored its HTML.
        """
        html_key = key_of(key, page.path)
        if is_stored or self._cache.put("html", html_key, page.html.encode()):
            self._stored[page.path] = html_key, render
        else:
            self._encoded[page.path] = page.html.encode()
        return replace(page, html="")

    def __getitem__(self, path: str) -> str:
        if path not in self._encoded:
            key, render = self._stored[path]
            if (encoded := self._cache.get("html", key)) is not None:
                return self._finish(encoded.decode())
            # Somebody has deleted the cache in the meantime.
            self._encoded |= {page.path: page.html.encode() for page in render()}
        return self._finish(self._encoded[path].decode())

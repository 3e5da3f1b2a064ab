"""A page's table of contents for MkDocs and its entries for Material's search. Both print these as HTML."""

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.contrib.search.search_index import SearchIndex
from mkdocs.structure.toc import AnchorLink, TableOfContents

from learning_roadmap.pages import Heading, Page


def table_of_contents(page: Page) -> TableOfContents:
    """The table of contents of a page."""
    contents = TableOfContents([_anchor(heading) for heading in page.toc])
    contents.items[0].active = True  # type: ignore[attr-defined]  # as mkdocs.structure.toc does
    return contents


def _anchor(heading: Heading) -> AnchorLink:
    link = AnchorLink(Markup(escape(heading.title)), heading.id, heading.level)
    link.children = [_anchor(child) for child in heading.children]
    return link


def search_entries(page: Page, url: str) -> Iterable[dict[str, str]]:
    """The search entries of a page: one for each row, and one for the page itself."""
    for entry in page.search:
        location = f"{url}#{entry.anchor}" if entry.anchor else url
        text = " · ".join(filter(None, (*entry.names, entry.text)))
        # Search prints both as HTML.
        yield {"location": location, "title": _escaped(entry.title), "text": _escaped(text)}


def add_search_entries(page: Page, url: str, config: MkDocsConfig) -> None:
    """Add the entries of a page to Material's search index: one for each row, instead of one for each heading.

    Material's index is not a public interface; ``tests/pages/test_contract.py`` tests what we rely on.
    """
    for plugin in config.plugins.values():
        entries = getattr(getattr(plugin, "search_index", None), "entries", None)
        if isinstance(entries, list):
            entries.extend(search_entries(page, url))


def unescape_titles(config: MkDocsConfig) -> None:
    """Unescape the titles in the index of MkDocs' own search, whose script escapes them itself."""
    for plugin in config.plugins.values():
        plain_titles(getattr(plugin, "search_index", None))


def plain_titles(index: Any) -> None:
    """Unescape the titles in an index of MkDocs' own search, which escapes them itself. Material's index has HTML titles and is left alone."""
    if isinstance(index, SearchIndex):
        for entry in index._entries:
            if isinstance(entry["title"], Markup):
                entry["title"] = entry["title"].unescape()


def _escaped(text: str) -> str:
    return str(escape(text))

"""A page's table of contents as MkDocs wants it, and its entries as Material's search wants them. Both print HTML."""

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup, escape
from mkdocs.contrib.search.search_index import SearchIndex
from mkdocs.structure.toc import AnchorLink, TableOfContents

from learning_roadmap.pages import Heading, Page


def table_of_contents(made: Page) -> TableOfContents:
    """The table of contents of a page."""
    contents = TableOfContents([_anchor(heading) for heading in made.toc])
    contents.items[0].active = True  # type: ignore[attr-defined]  # as mkdocs.structure.toc does
    return contents


def _anchor(heading: Heading) -> AnchorLink:
    link = AnchorLink(Markup(escape(heading.title)), heading.id, heading.level)
    link.children = [_anchor(child) for child in heading.children]
    return link


def search_entries(made: Page, url: str) -> Iterable[dict[str, str]]:
    """What search finds of a page: one entry for each row, and one for the page itself."""
    for entry in made.search:
        location = f"{url}#{entry.anchor}" if entry.anchor else url
        # Search prints both as HTML.
        yield {"location": location, "title": _plain(entry.title), "text": _plain(entry.text)}


def plain_titles(index: Any) -> None:
    """Titles in an index of MkDocs' own search as text. Material has an index of another kind, whose titles are HTML."""
    if isinstance(index, SearchIndex):
        for entry in index._entries:
            if isinstance(entry["title"], Markup):
                entry["title"] = entry["title"].unescape()


def _plain(text: str) -> str:
    return str(escape(text))

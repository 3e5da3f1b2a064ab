"""What the client searches in a site: its generated and its hand-written pages."""

from collections.abc import Collection, Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from learning_roadmap.cache import Cache
from learning_roadmap.mkdocs_plugin.site_search import searched_pages, sources_of
from learning_roadmap.mkdocs_plugin.urls import url_of
from learning_roadmap.pages import Page, SearchedPage, search_data, search_part


def searched_text(files: Files, config: MkDocsConfig, pages: Collection[Page]) -> str:
    """All that the search entries depend on.

    Args:
        pages: the generated pages.
    """
    return search_data(_generated(config, pages)) + sources_of(files.documentation_pages())


def write_search_entries(path: str, files: Files, config: MkDocsConfig, pages: Mapping[str, Page], cache: Cache) -> None:
    """Write the part of the client with the search entries, when all pages are read."""
    own_pages = [file.page for file in files.documentation_pages() if file.page and file.src_uri not in pages]
    entries = search_data([*_generated(config, pages.values()), *searched_pages(own_pages, cache)])
    if file := files.get_file_from_path(path):
        file.content_string = search_part(path, entries)


def _generated(config: MkDocsConfig, pages: Collection[Page]) -> list[SearchedPage]:
    url = url_of(config)
    return [SearchedPage(url(page.path), page.title, page.search) for page in pages if page.search]

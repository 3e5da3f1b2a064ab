"""A roadmap as pages: path, title, HTML, table of contents and search entries. Knows no MkDocs."""

from mkdocs_roadmap.pages.build import GROUPS, build_pages
from mkdocs_roadmap.pages.client_files import LOADED, MOVED, STYLES, client_files
from mkdocs_roadmap.pages.moved import MovedPage, moved_pages
from mkdocs_roadmap.pages.page import Heading, Page, SearchEntry, Settings
from mkdocs_roadmap.pages.snippets import Snippets, UnknownName

__all__ = [
    "GROUPS",
    "LOADED",
    "MOVED",
    "STYLES",
    "Heading",
    "MovedPage",
    "Page",
    "SearchEntry",
    "Settings",
    "Snippets",
    "UnknownName",
    "build_pages",
    "client_files",
    "moved_pages",
]

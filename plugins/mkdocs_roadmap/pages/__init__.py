"""A roadmap as pages: path, title, HTML, table of contents and search entries. Knows no MkDocs."""

from mkdocs_roadmap.pages.build import GROUPS, build_pages
from mkdocs_roadmap.pages.build_mark import build_mark, is_ours
from mkdocs_roadmap.pages.client_files import LISTED, Client, make_client
from mkdocs_roadmap.pages.moved import MovedPage, moved_pages
from mkdocs_roadmap.pages.page import Heading, Page, SearchEntry, Settings
from mkdocs_roadmap.pages.snippets import Snippets, UnknownName

__all__ = [
    "GROUPS",
    "LISTED",
    "Client",
    "Heading",
    "MovedPage",
    "Page",
    "SearchEntry",
    "Settings",
    "Snippets",
    "UnknownName",
    "build_mark",
    "build_pages",
    "is_ours",
    "make_client",
    "moved_pages",
]

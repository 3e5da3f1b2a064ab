"""A roadmap as pages: path, title, HTML, table of contents and search entries. Knows no MkDocs."""

from learning_roadmap.pages.build import FORMER_GROUPS, GROUPS, build_pages
from learning_roadmap.pages.build_mark import build_mark, is_ours
from learning_roadmap.pages.client_files import LISTED, Client, make_client
from learning_roadmap.pages.page import Heading, Page, SearchEntry, Settings
from learning_roadmap.pages.redirects import RedirectPage, redirect_pages
from learning_roadmap.pages.snippets import Snippets, UnknownName

__all__ = [
    "FORMER_GROUPS",
    "GROUPS",
    "LISTED",
    "Client",
    "Heading",
    "Page",
    "RedirectPage",
    "SearchEntry",
    "Settings",
    "Snippets",
    "UnknownName",
    "build_mark",
    "build_pages",
    "is_ours",
    "make_client",
    "redirect_pages",
]

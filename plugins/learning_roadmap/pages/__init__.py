"""A roadmap as pages: path, title, HTML, table of contents and search entries. Knows no MkDocs."""

from learning_roadmap.pages.anchors import page_path, web_address
from learning_roadmap.pages.bibliography import bibliography, bibtex, csl_json
from learning_roadmap.pages.build import FORMER_GROUPS, GROUPS, build_pages
from learning_roadmap.pages.build_mark import build_mark, is_ours
from learning_roadmap.pages.client_files import LISTED, Client, make_client
from learning_roadmap.pages.client_scripts import ASSETS, STYLES
from learning_roadmap.pages.last_change import last_change
from learning_roadmap.pages.license import license_notice
from learning_roadmap.pages.navigation import UnknownGroup, expand_navigation, group_entries, groups_in
from learning_roadmap.pages.page import Heading, Page, SearchEntry, Settings
from learning_roadmap.pages.printed import NAME
from learning_roadmap.pages.redirects import RedirectPage, redirect_pages
from learning_roadmap.pages.rendering import TEMPLATES, text_function
from learning_roadmap.pages.snippets import PIECES, Snippets, UnknownName, coded, for_markdown

__all__ = [
    "ASSETS",
    "FORMER_GROUPS",
    "GROUPS",
    "LISTED",
    "NAME",
    "PIECES",
    "STYLES",
    "TEMPLATES",
    "Client",
    "Heading",
    "Page",
    "RedirectPage",
    "SearchEntry",
    "Settings",
    "Snippets",
    "UnknownGroup",
    "UnknownName",
    "bibliography",
    "bibtex",
    "build_mark",
    "build_pages",
    "coded",
    "csl_json",
    "expand_navigation",
    "for_markdown",
    "group_entries",
    "groups_in",
    "is_ours",
    "last_change",
    "license_notice",
    "make_client",
    "page_path",
    "redirect_pages",
    "text_function",
    "web_address",
]

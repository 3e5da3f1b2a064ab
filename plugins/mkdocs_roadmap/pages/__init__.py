"""A roadmap as pages: path, title, HTML, table of contents and search entries. Knows no MkDocs."""

from mkdocs_roadmap.pages.build import build_pages
from mkdocs_roadmap.pages.client_data import client_data
from mkdocs_roadmap.pages.client_scripts import SCRIPTS, STYLE, script, style
from mkdocs_roadmap.pages.data_json import data_json, schema_json
from mkdocs_roadmap.pages.desk_data import desk_data
from mkdocs_roadmap.pages.moved import MovedPage, moved_pages
from mkdocs_roadmap.pages.page import Heading, Page, SearchEntry, Settings
from mkdocs_roadmap.pages.places import places_data
from mkdocs_roadmap.pages.snippets import Snippets, UnknownName

__all__ = [
    "SCRIPTS",
    "STYLE",
    "Heading",
    "MovedPage",
    "Page",
    "SearchEntry",
    "Settings",
    "Snippets",
    "UnknownName",
    "build_pages",
    "client_data",
    "data_json",
    "desk_data",
    "moved_pages",
    "places_data",
    "schema_json",
    "script",
    "style",
]

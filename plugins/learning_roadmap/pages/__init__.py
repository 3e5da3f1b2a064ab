"""A roadmap as pages: path, title, HTML, table of contents and search entries. Knows no MkDocs."""

from learning_roadmap.pages.anchors import page_path, web_address
from learning_roadmap.pages.bibliography import bibliography, bibtex, csl_json
from learning_roadmap.pages.build import FORMER_GROUPS, GROUPS, build_pages
from learning_roadmap.pages.build_mark import build_mark, is_ours
from learning_roadmap.pages.cached_pages import CachedPages, cached_pages, cached_snippet, cached_texts
from learning_roadmap.pages.client_files import LISTED, Client, make_client, search_part
from learning_roadmap.pages.client_scripts import ASSETS, STYLES, styles_in
from learning_roadmap.pages.crawlers import DATA_FILES, llms_text, robots_text, without_private
from learning_roadmap.pages.data_json import DATA, data_json
from learning_roadmap.pages.head import CardImage, PageHead, summary_of, with_head
from learning_roadmap.pages.job_renderer import Facts, Rendered
from learning_roadmap.pages.last_change import last_change
from learning_roadmap.pages.license import license_notice
from learning_roadmap.pages.linked_data import breadcrumbs, course
from learning_roadmap.pages.made_texts import MakeText, RememberedTexts, made
from learning_roadmap.pages.navigation import UnknownGroup, expand_navigation, group_entries, groups_in
from learning_roadmap.pages.news import FEED_FILE, feed, feed_title
from learning_roadmap.pages.offline import MANIFEST, WORKER, manifest, offline_files, offline_page, removing_worker_script, worker_script
from learning_roadmap.pages.page import Heading, Page, SearchEntry, Settings
from learning_roadmap.pages.page_keys import options_key, rest_key, site_key
from learning_roadmap.pages.printed import NAME
from learning_roadmap.pages.redirects import RedirectPage, redirect_pages
from learning_roadmap.pages.rendering import TEMPLATES, keep_compiled, text_function
from learning_roadmap.pages.search_data import SearchedPage, search_data
from learning_roadmap.pages.snippets import PIECES, Snippets, UnknownName, coded, for_markdown

__all__ = [
    "ASSETS",
    "DATA",
    "DATA_FILES",
    "FEED_FILE",
    "FORMER_GROUPS",
    "GROUPS",
    "LISTED",
    "MANIFEST",
    "NAME",
    "PIECES",
    "STYLES",
    "TEMPLATES",
    "WORKER",
    "CachedPages",
    "CardImage",
    "Client",
    "Facts",
    "Heading",
    "MakeText",
    "Page",
    "PageHead",
    "RedirectPage",
    "RememberedTexts",
    "Rendered",
    "SearchEntry",
    "SearchedPage",
    "Settings",
    "Snippets",
    "UnknownGroup",
    "UnknownName",
    "bibliography",
    "bibtex",
    "breadcrumbs",
    "build_mark",
    "build_pages",
    "cached_pages",
    "cached_snippet",
    "cached_texts",
    "coded",
    "course",
    "csl_json",
    "data_json",
    "expand_navigation",
    "feed",
    "feed_title",
    "for_markdown",
    "group_entries",
    "groups_in",
    "is_ours",
    "keep_compiled",
    "last_change",
    "license_notice",
    "llms_text",
    "made",
    "make_client",
    "manifest",
    "offline_files",
    "offline_page",
    "options_key",
    "page_path",
    "redirect_pages",
    "removing_worker_script",
    "rest_key",
    "robots_text",
    "search_data",
    "search_part",
    "site_key",
    "styles_in",
    "summary_of",
    "text_function",
    "web_address",
    "with_head",
    "without_private",
    "worker_script",
]

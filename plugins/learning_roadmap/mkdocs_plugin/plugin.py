"""The MkDocs plugin: adds the roadmap's pages to MkDocs, the navigation and Material's search."""

import atexit
import gc
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage

from learning_roadmap.cache import Cache, ReadPieces, cache_of
from learning_roadmap.mkdocs_plugin.contents import add_search_entries, unescape_titles
from learning_roadmap.mkdocs_plugin.csp import policy, with_policy
from learning_roadmap.mkdocs_plugin.escaping import escape_pages, escape_site, escape_stripped
from learning_roadmap.mkdocs_plugin.frame_process import frame_process
from learning_roadmap.mkdocs_plugin.frames import Frames, content_mark, has_frames, strips_search, with_content, without_search
from learning_roadmap.mkdocs_plugin.generated_files import add_client, add_pages, add_redirects, list_client
from learning_roadmap.mkdocs_plugin.generated_page import fill_page
from learning_roadmap.mkdocs_plugin.guide_files import SiteGuides, printed_texts
from learning_roadmap.mkdocs_plugin.languages import without_home_links
from learning_roadmap.mkdocs_plugin.large_html import LargeHtml
from learning_roadmap.mkdocs_plugin.metadata import Metadata
from learning_roadmap.mkdocs_plugin.nav_items import RememberedItems, remember_items
from learning_roadmap.mkdocs_plugin.nav_names import with_nav_names
from learning_roadmap.mkdocs_plugin.navigation import ExpandedNavigation, handwritten_pages
from learning_roadmap.mkdocs_plugin.other_navigation import missing_pages, navigation_plugin
from learning_roadmap.mkdocs_plugin.other_plugins import refuse_incompatible, report_limits
from learning_roadmap.mkdocs_plugin.page_parts import before_content, with_names, with_styles
from learning_roadmap.mkdocs_plugin.permalinks import with_permalink_names
from learning_roadmap.mkdocs_plugin.plugin_options import LearningRoadmapConfig
from learning_roadmap.mkdocs_plugin.prefetch import without_prefetch
from learning_roadmap.mkdocs_plugin.reference import reference_pages
from learning_roadmap.mkdocs_plugin.renamed import refuse_former_modules
from learning_roadmap.mkdocs_plugin.search_entries import searched_text, write_search_entries
from learning_roadmap.mkdocs_plugin.site_roadmap import SiteRoadmap, load_site_roadmap, project_folder, site_settings
from learning_roadmap.mkdocs_plugin.site_search import add_search, remove_unused
from learning_roadmap.mkdocs_plugin.template_values import printed_values, set_template_values
from learning_roadmap.mkdocs_plugin.theme import THEME, add_license, add_theme, disable_tooltips, footer, remove_slow_rule, remove_source_maps
from learning_roadmap.mkdocs_plugin.watched import watch
from learning_roadmap.mkdocs_plugin.worker import write_worker
from learning_roadmap.model import RoadmapIndex
from learning_roadmap.pages import (
    ASSETS,
    TEMPLATES,
    CachedPages,
    Client,
    MakeText,
    Page,
    RememberedTexts,
    Rendered,
    Settings,
    build_mark,
    cached_pages,
    cached_texts,
    data_json,
    is_ours,
    keep_compiled,
    license_notice,
    made,
    make_client,
    redirect_pages,
    rest_key,
    site_key,
    styles_in,
)

# Python's collector of cycles runs after so many new containers, and for older ones after so many of its runs.
COLLECTED = (100_000, 50, 100)

log = get_plugin_logger("learning-roadmap")


class LearningRoadmapPlugin(BasePlugin[LearningRoadmapConfig]):
    """Adds a roadmap's pages, data and client to a site. The macros read its attributes.

    Attributes:
        version: a short hash of the data as written, the same in every language.
        make_text: makes texts that an earlier build may have made.
        large_html: what macros write.
    """

    # Only so that a second one is refused with our reason instead of being called a mistake.
    supports_multiple_instances = True

    index: RoadmapIndex
    settings: Settings
    client: Client
    make_text: MakeText
    version: str
    _cache: Cache
    _cached: CachedPages
    _frames: Frames | None
    _metadata: Metadata
    _files: Files

    def __init__(self) -> None:
        refuse_former_modules()
        self.large_html = LargeHtml()
        self._is_served = False
        self._roadmap: SiteRoadmap | None = None
        self._read_pieces: ReadPieces = {}
        self._pages: dict[str, Page] = {}
        self._rendered: Rendered = {}
        self._texts = RememberedTexts()
        self._expanded_navigation = ExpandedNavigation()
        self._guides = SiteGuides()
        self._redirects: dict[str, str] = {}
        self._navigation: Navigation | None = None
        self._client_folder: TemporaryDirectory[str] | None = None
        self._policy = ""
        self._mark = ""
        self._frame_process = ExitStack()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether the site is served. A plugin with this method is also kept from build to build."""
        self._is_served = command == "serve"
        if not self._is_served:
            # A build makes millions of containers, hardly one of them in a cycle, and the process ends with it: its last collection
            # would go through all of them for nothing.
            gc.set_threshold(*COLLECTED)
            atexit.register(gc.freeze)
            # MkDocs tells nobody of an interrupt.
            atexit.register(self._frame_process.close)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the data, so that macros can use it from the first page on."""
        refuse_incompatible(self, config)
        report_limits(config, has_policy=self.config.csp)
        escape_site(config)
        add_theme(config)
        if disable_tooltips(config):
            log.info("the theme's feature content.tooltips is off: it would render titles from the roadmap as HTML")
        if self.config.search:
            add_search(config)
        self._cache = cache_of(project_folder(config))
        # A served site is built again and again in one process.
        self._roadmap = load_site_roadmap(self.config, config, self._cache, self._roadmap, self._read_pieces if self._is_served else None)
        self.index, data = self._roadmap.index, self._roadmap.data
        self._original = data.roadmap
        # The collector would go through the roadmap again and again, which is there until the build ends.
        gc.freeze()
        self.version = data.version
        add_license(config, license_notice(data.roadmap, self._roadmap.strings))
        self.settings = site_settings(self.config, config, self._roadmap, is_served=self._is_served)
        path, *own_texts = self._roadmap.files
        watch(config, (path, TEMPLATES, THEME, ASSETS, path.parent / "sources", *own_texts))
        return config

    # Before plugins that work on files (redirects, literate-nav), so that they see our files.
    @event_priority(50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add pages, data and assets, and expand the navigation's placeholders."""
        own_pages = handwritten_pages(files)
        self._make_pages(files, config)
        scripts = self._frames.marked(self.client.scripts) if self._frames else self.client.scripts
        list_client(config, self.client.styles, scripts)
        remove_source_maps(files)
        remove_slow_rule(files)
        if self.config.search:
            remove_unused(files)
            # Its text is written when all pages are read: see on_env.
            self.client.files[self.client.search_entries] = ""
        add_pages(files, config, self._pages, self._expanded_navigation.groups(config), has_frames=self._frames is not None)
        self._client_folder = TemporaryDirectory(prefix="roadmap-")
        data = self._texts.parts(self._original, data_json) if self._is_served else data_json(self._original)
        add_client(files, config, self.client, data, Path(self._client_folder.name))
        self._redirects = add_redirects(files, config, redirect_pages(self.index, self.settings, self.client.redirect_script))
        self._add_printed(files, config)
        self._expanded_navigation.expand(config, files, own_pages, self._pages.values())
        return files

    def _make_pages(self, files: Files, config: MkDocsConfig) -> None:
        """Make the pages and the client. Not earlier: other plugins may change how addresses are written, and both contain addresses."""
        rest = rest_key(self.index, self.settings)
        self.make_text = cached_texts(self.index, self._cache, rest)
        self._cached = cached_pages(self.index, self.settings, self._cache, self._rendered if self._is_served else None, self._fill_cache)
        self._pages, self._rendered = self._cached.pages, self._cached.rendered
        # As information, like what the study guide lacks: it must not fail a strict build.
        for page in self._pages.values():
            for notice in page.notices:
                log.info("%s: %s", page.path, notice)
        searched = searched_text(files, config, self._pages.values()) if self.config.search else ""
        whole_text = self._texts.of(self.index, site_key(self.index, rest)) if self._is_served else made
        self.client = make_client(self.index, self.settings, searched, self._original, self.make_text, whole_text)
        # A served site has no build id: pages that "--dirty" does not rebuild would look like another version.
        self._mark = build_mark("" if self._is_served else self.client.build, self.settings.strings)
        self._frames = Frames(self._cache, {"data": self.version, "scripts": self.client.build}) if has_frames(config) else None

    def _fill_cache(self) -> None:
        """Make the client's texts, except for those that are not kept, for the cache alone."""

        def text(name: str, make: Callable[[], str]) -> str:
            self.make_text(name, make)
            return ""

        make_client(self.index, self.settings, "", self._original, text, lambda *_: "")

    def _add_printed(self, files: Files, config: MkDocsConfig) -> None:
        """Add what is typeset, and what the site says of itself to others."""
        printed = printed_texts(self.index, self._original, self.settings, has_fonts=bool(self.config.guide_fonts))
        if self.config.guide and self.index.roadmap.phases:
            self._guides.add(files, self.config, config, printed, self.settings, self._cache.folder, is_served=self._is_served)
        self._metadata = Metadata(config, self.index, self.settings, self._pages, self._cached.facts)
        # A served site is not linked to from elsewhere: pictures of it would be made for nobody.
        card_texts = printed if self.config.cards and not self._is_served else None
        self._metadata.add_files(files, self._cache.folder, map(Path, self.config.guide_fonts), card_texts)

    # Last, after other plugins have changed the navigation.
    @event_priority(-100)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Remember the navigation. Its titles are escaped once all of them are known."""
        if (name := navigation_plugin(config)) and not any(page.file.src_uri in self._pages for page in nav.pages):
            log.warning("%s", missing_pages(name, config))
        self._navigation = nav
        return nav

    # Last, when the macros have run.
    @event_priority(-100)
    def on_page_markdown(self, markdown: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        """Take large HTML of macros out of a page, before Markdown reads it."""
        return self.large_html.take_out(markdown, config)

    # First: nobody should see a page without its HTML.
    @event_priority(100)
    def _put_back_html(self, html: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        return self.large_html.put_back(html, page, config, files)

    # Early, so that plugins that work on the content see the final page.
    @event_priority(50)
    def _replace_content(self, html: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        """Replace what MkDocs rendered from a generated page's empty source with the page's HTML, headings and anchors."""
        generated = self._pages.get(page.file.src_uri)
        if generated is None:
            self._metadata.describe(page, html)
            html = with_permalink_names(html, self.settings.strings)
            return self._mark + html if is_ours(html) else html
        facts = self._cached.facts[generated.path]
        fill_page(page, generated, facts, self.settings)
        text = content_mark(has_title=facts.has_title) if self._frames else self._cached.html[generated.path]
        return self._mark + text if facts.is_ours else text

    on_page_content = CombinedEvent(_put_back_html, _replace_content)

    def _prepare_templates(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Escape what the theme prints, and write the search entries of all pages."""
        self._files = files
        keep_compiled(env, self._cache)
        if self._navigation and not self._frames:
            remember_items(env, RememberedItems(self._navigation))
        escape_stripped(env)
        site_footer = footer(self.index, self._frames.mark("data") if self._frames else self.version, self.settings, files)
        set_template_values(env, config, files, self.settings, site_footer, self._pages, has_search=self.config.search)
        if self.config.search:
            write_search_entries(self.client.search_entries, files, config, self._pages, self._cache)
        escape_pages(files, self._navigation)
        self._metadata.remember_titles(files)
        if self._frames and self._navigation:
            values = printed_values(env, config, files, self.settings, self._pages)
            # A served site is mostly built again, with few frames that are missing.
            start = None if self._is_served else partial(self._start_frame_process, env, config, files, self._navigation)
            self._frames.prepare(env, config, self._navigation, values, with_names, start)
        return env

    def _start_frame_process(self, env: Environment, config: MkDocsConfig, files: Files, nav: Navigation, current: SitePage) -> None:
        generated = [file.page for file in files.documentation_pages() if file.page and file.src_uri in self._pages]
        self._frame_process.enter_context(frame_process(generated, current, env, config, nav, files, self._cache))

    # Last, when other plugins have added what their templates need.
    @event_priority(-100)
    def _compute_policy(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Compute the policy of the theme's pages. ``serve`` injects its own script into each page, so a served site has no policy."""
        self._policy = policy(reference_pages(env, config, files)) if self.config.csp and not self._is_served else ""
        if self._policy:
            for address, html in self._redirects.items():
                if file := files.get_file_from_path(address):
                    file.content_string = with_policy(html, self._policy)
        return env

    on_env = CombinedEvent(_prepare_templates, _compute_policy)

    def on_page_context(self, context: Any, *, page: SitePage, config: MkDocsConfig, nav: Any) -> Any:
        """Add our entries to Material's search index, and correct the address of the home page."""
        if page.file.dest_uri == "index.html" and self.settings.site_url:
            # MkDocs writes index.html. Not in the site map, with which Material compares the links.
            page.canonical_url = self.settings.site_url
        if generated := self._pages.get(page.file.src_uri):
            add_search_entries(generated, page.url, config)
        return context

    def on_post_page(self, html: str, *, page: SitePage, config: MkDocsConfig) -> str:
        """Put what it says of itself, and the policy, into a page."""
        content = page.content or ""
        facts = self._cached.facts.get(page.file.src_uri)
        if facts:
            page.content = ""  # It is in the page, which MkDocs writes next.
            if self._frames:
                content = with_content(content, self._text_of(page, config))
        html = self._frames.resolved(html) if self._frames else with_names(html)
        html = before_content(html, lambda start: self._metadata.head(start, page))
        marks = facts.styles if facts else styles_in(content)
        html = with_styles(html, page.url, [self.client.page_styles[mark] for mark in marks])
        if self._policy:
            html = with_policy(without_prefetch(html), self._policy)
        return self._frames.complete(html, page, content) if self._frames else html

    def _text_of(self, page: SitePage, config: MkDocsConfig) -> str:
        text = self._cached.html[page.file.src_uri]
        return without_search(text) if strips_search(config) else text

    def on_post_template(self, text: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Put the policy into a static page of the theme, such as 404.html, and take private pages out of the site map."""
        if self._frames:
            text = self._frames.resolved(text)
        if template_name == "sitemap.xml":
            return self._metadata.sitemap(text, self._files)
        if not template_name.endswith(".html"):
            return text
        text = with_nav_names(without_home_links(text))
        return with_policy(text, self._policy) if self._policy else text

    # Before the plugin that writes the index.
    @event_priority(50)
    def _unescape_titles(self, *, config: MkDocsConfig) -> None:
        """Unescape the titles in the index of MkDocs' own search, whose script escapes them itself."""
        unescape_titles(config)

    # Last, when other plugins have written and changed their files.
    @event_priority(-100)
    def _write_worker(self, *, config: MkDocsConfig) -> None:
        write_worker(config, self.settings, self.client)

    @event_priority(-100)
    def _clean_up(self, *, config: MkDocsConfig) -> None:
        """Let go of what the build needed."""
        self._frame_process.close()
        gc.unfreeze()
        if self._frames:
            self._frames.store_items()
        self._cache.trim()
        if self._client_folder:
            self._client_folder.cleanup()

    on_post_build = CombinedEvent(_unescape_titles, _write_worker, _clean_up)

    def on_build_error(self, *, error: Exception) -> None:
        """Stop the second process, and delete what was not copied."""
        self._frame_process.close()
        if self._client_folder:
            self._client_folder.cleanup()

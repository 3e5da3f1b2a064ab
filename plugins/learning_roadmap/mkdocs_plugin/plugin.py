"""The MkDocs plugin: adds the roadmap's pages to MkDocs, the navigation and Material's search."""

import gc
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils import get_relative_url, nest_paths

from learning_roadmap.cache import Cache, LoadedRoadmap, cache_of, key_of, load_cached
from learning_roadmap.diagnostics import ProblemsFound, Severity, as_report, printable
from learning_roadmap.mkdocs_plugin.contents import plain_titles, search_entries, table_of_contents
from learning_roadmap.mkdocs_plugin.csp import policy, with_policy
from learning_roadmap.mkdocs_plugin.escaping import escape_pages, escape_site, escape_stripped
from learning_roadmap.mkdocs_plugin.frames import Frames, content_mark, has_frames, strips_search, with_content, without_search
from learning_roadmap.mkdocs_plugin.generated_page import GeneratedPage
from learning_roadmap.mkdocs_plugin.guide_files import guide_files, printed_texts
from learning_roadmap.mkdocs_plugin.languages import alternates, language_roots, without_home_links
from learning_roadmap.mkdocs_plugin.large_html import LargeHtml
from learning_roadmap.mkdocs_plugin.metadata import CARDS, Metadata
from learning_roadmap.mkdocs_plugin.nav_items import remember_items
from learning_roadmap.mkdocs_plugin.nav_names import with_nav_names
from learning_roadmap.mkdocs_plugin.other_navigation import expand_files, missing_pages, navigation_plugin
from learning_roadmap.mkdocs_plugin.other_plugins import blocked_scripts, refuse_incompatible, theme_notice
from learning_roadmap.mkdocs_plugin.permalinks import with_permalink_names
from learning_roadmap.mkdocs_plugin.plugin_options import LearningRoadmapConfig
from learning_roadmap.mkdocs_plugin.prefetch import without_prefetch
from learning_roadmap.mkdocs_plugin.reference import reference_pages
from learning_roadmap.mkdocs_plugin.renamed import refuse_former_modules
from learning_roadmap.mkdocs_plugin.site_search import add_search, remove_unused, searched_pages, sources_of, suggestion_form
from learning_roadmap.mkdocs_plugin.theme import THEME, add_theme, footer, remove_source_maps
from learning_roadmap.mkdocs_plugin.urls import edit_url, relative_url, url_of
from learning_roadmap.mkdocs_plugin.watched import watch
from learning_roadmap.model import Roadmap, RoadmapIndex, all_labels, in_language
from learning_roadmap.pages import (
    ASSETS,
    LISTED,
    TEMPLATES,
    WORKER,
    CachedPages,
    Client,
    MakeText,
    Page,
    RememberedTexts,
    Rendered,
    SearchedPage,
    Settings,
    UnknownGroup,
    build_mark,
    cached_pages,
    cached_texts,
    expand_navigation,
    group_entries,
    groups_in,
    is_ours,
    keep_compiled,
    license_notice,
    made,
    make_client,
    offline_files,
    offline_page,
    options_key,
    redirect_pages,
    removing_worker_script,
    search_data,
    search_part,
    site_key,
    styles_in,
    text_function,
    worker_script,
)
from learning_roadmap.strings import LANGUAGES, Strings, load_strings

# on_page_content writes the page; no other plugin should process its source.
SOURCE = "---\nrender_macros: false\nsearch:\n  exclude: true\n---\n"

# Where Material's pages begin with their content, after the navigation.
CONTENT = 'class="md-content"'


def with_names(html: str) -> str:
    """A page whose theme's part has names, and says nothing wrong of languages."""
    start, separator, rest = html.partition(CONTENT)
    return with_nav_names(without_home_links(start)) + separator + rest


log = get_plugin_logger("learning-roadmap")


class LearningRoadmapPlugin(BasePlugin[LearningRoadmapConfig]):
    """Adds a roadmap's pages, data and client to a site."""

    # Only so that a second one is refused with our reason instead of being called a mistake.
    supports_multiple_instances = True

    index: RoadmapIndex
    settings: Settings
    client: Client
    make_text: MakeText
    _cache: Cache
    _cached: CachedPages
    _frames: Frames | None
    _metadata: Metadata
    _files: Files

    def __init__(self) -> None:
        refuse_former_modules()
        self._pages: dict[str, Page] = {}
        self._data: LoadedRoadmap | None = None
        self._original: Roadmap
        self.version = ""
        self._original_nav: Any = None
        self._expanded_nav: Any = None
        self._redirect_pages: dict[str, str] = {}
        self._guides: dict[str, bytes] = {}
        self._navigation: Navigation | None = None
        self._policy = ""
        self._mark = ""
        self._is_served = False
        self._rendered: Rendered = {}
        self._texts = RememberedTexts()
        self.large_html = LargeHtml()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether the site is served. A plugin with this method is also kept from build to build."""
        self._is_served = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the data, so that macros can use it from the first page on."""
        refuse_incompatible(self, config)
        # As information: the pages can be used without the styles.
        if notice := theme_notice(config):
            log.info("%s", notice)
        if self.config.csp and (warning := blocked_scripts(config)):
            log.warning("%s", warning)
        escape_site(config)
        add_theme(config)
        if self.config.search:
            add_search(config)
        folder = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        path = folder / self.config.file
        self._cache = cache_of(folder)
        try:
            # A served site is built again and again in one process.
            data = load_cached(path, self._cache, self._data)
        except ProblemsFound as error:
            report = as_report((problem, Severity.ERROR) for problem in error.problems)
            raise PluginError(printable(f"cannot load the roadmap:\n{report}")) from None
        for warning in data.warnings:
            log.warning("%s", printable(warning))
        strings = self._strings(folder, self._language(config))
        # After a change of a comment, all that was made from the roadmap can stay.
        if self._data and data.version == self._data.version and data.roadmap == self._data.roadmap:
            data = replace(data, roadmap=self._data.roadmap)
        if not self._data or data.roadmap is not self._data.roadmap or strings.language != self.settings.strings.language:
            self.index = RoadmapIndex(in_language(data.roadmap, strings.language) if strings.language in data.languages else data.roadmap)
        self._data = data
        self._original = data.roadmap
        # The collector would go through the roadmap again and again, which is there until the build ends.
        gc.freeze()
        # Of the data as written, the same in every language.
        self.version = data.version
        notice = license_notice(data.roadmap, strings)
        # A second build may pass in the configuration of the first.
        if notice and notice not in (config.copyright or ""):
            config.copyright = f"{config.copyright}<br>{notice}" if config.copyright else notice
        site_url = f"{config.site_url.rstrip('/')}/" if config.site_url else ""
        self.settings = Settings(
            relative_url(config),
            edit_url(config, self.config.edit_url, path, data.lines),
            self.config.scope,
            strings,
            site_url,
            # A served site changes all the time.
            is_offline=self.config.offline and not self._is_served,
            # Of the theme, because it writes the beginning of each page.
            language=str(config.theme.get("language") or strings.language),
            languages=language_roots(config),
        )
        own_texts = [folder / self.config.strings] if self.config.strings else []
        watch(config, (path, TEMPLATES, THEME, ASSETS, path.parent / "sources", *own_texts))
        return config

    def _language(self, config: MkDocsConfig) -> str:
        theme_language = str(config.theme.get("language", ""))
        return self.config.language or (theme_language if theme_language in LANGUAGES else LANGUAGES[0])

    def _strings(self, folder: Path, language: str) -> Strings:
        try:
            return load_strings(folder / self.config.strings if self.config.strings else None, all_labels(), language)
        except ProblemsFound as error:
            raise PluginError(printable(f"cannot load the site's own texts:\n{error}")) from None

    # Before plugins that work on files (redirects, literate-nav), so that they see our files.
    @event_priority(50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add pages, data and assets, and expand the navigation's placeholders."""
        own_pages = [file.src_uri for file in files.documentation_pages() if file.inclusion is not InclusionLevel.NOT_IN_NAV]
        key = site_key(self.index, self.settings)
        self._cached = cached_pages(self.index, self.settings, self._cache, key, self._rendered)
        self._rendered = self._cached.rendered
        self._pages = self._cached.pages
        # As information, like what the study guide lacks: it must not fail a strict build.
        for page in self._pages.values():
            for notice in page.notices:
                log.info("%s: %s", page.path, notice)
        # Not earlier: other plugins may change how addresses are written, and the client's data contains addresses.
        searched = self._searched(files, config) if self.config.search else ""
        self.make_text = cached_texts(self.index, self._cache, key)
        whole_text = self._texts.of(key_of(key, self.version)) if self._is_served else made
        self.client = make_client(self.index, self.settings, searched, self._original, self.make_text, whole_text)
        # A served site has no build id: pages that "--dirty" does not rebuild would look like another version.
        self._mark = build_mark("" if self._is_served else self.client.build, self.settings.strings)
        self._frames = Frames(self._cache, {"data": self.version, "scripts": self.client.build}) if has_frames(config) else None
        # First, so that a site's own files override them. A second build may pass in the entries of the first.
        scripts = self._frames.marked(self.client.scripts) if self._frames else self.client.scripts
        for entries, new_entries in ((config.extra_css, self.client.styles), (config.extra_javascript, scripts)):
            entries[:] = [*new_entries, *(entry for entry in entries if not str(entry).startswith(LISTED))]
        # A second build may pass in the navigation that the first one expanded.
        if config.nav is not self._expanded_nav or config.nav is None:
            self._original_nav = config.nav
        in_navigation = groups_in(self._original_nav)
        remove_source_maps(files)
        contents = dict.fromkeys(self._pages, SOURCE) | self.client.files
        if self.config.search:
            remove_unused(files)
            # Its text is written when all pages are read: see on_env.
            contents[self.client.search_entries] = ""
        for path, content in contents.items():
            if files.get_file_from_path(path):
                raise PluginError(f"{config.docs_dir}/{path}: a generated page has the same path — rename this page")
            file = File.generated(config, path, content=content.encode())
            if path in self._pages and self._pages[path].group not in in_navigation:
                file.inclusion = InclusionLevel.NOT_IN_NAV
            if path in self._pages and self._frames:
                GeneratedPage(None, file, config)
            files.append(file)
        # MkDocs has them now, in UTF-8.
        self.client.files.clear()
        contents.clear()
        self._redirect_pages = self._redirects(files, config)
        printed = printed_texts(self.index, self._original, self.settings, has_fonts=bool(self.config.guide_fonts))
        if self.config.guide and self.index.roadmap.phases:
            # A served site keeps those of its first build: to lay them out again would take longer than all its pages.
            if not self._guides or not self._is_served:
                self._guides = dict(guide_files(self.config, config, printed, self.settings, self._cache.folder))
            for path, document in self._guides.items():
                files.append(File.generated(config, path, content=document))
        self._metadata = Metadata(config, self.index, self.settings, self._pages)
        # A served site is not linked to from elsewhere: pictures of it would be made for nobody.
        fonts = map(Path, self.config.guide_fonts)
        card_texts = printed if self.config.cards and not self._is_served else None
        self._metadata.add_files(files, self._cache.folder, fonts, card_texts)
        if name := navigation_plugin(config):
            expand_files(name, config, files, self._pages.values())
            if self._original_nav is None:  # the plugin finds our pages among the files
                return files
        nav = [*nest_paths(own_pages), *group_entries(self._pages.values())] if self._original_nav is None else self._original_nav
        try:
            config.nav = self._expanded_nav = expand_navigation(nav, self._pages.values())
        except UnknownGroup as error:
            raise PluginError(f"{error} — {error.fix}") from None
        return files

    def _searched(self, files: Files, config: MkDocsConfig) -> str:
        """All that the search entries depend on."""
        return search_data(self._searched_pages(config)) + sources_of(files.documentation_pages())

    def _searched_pages(self, config: MkDocsConfig) -> list[SearchedPage]:
        """The generated pages as they are searched."""
        url = url_of(config)
        return [SearchedPage(url(page.path), page.title, page.search) for page in self._pages.values() if page.search]

    def _redirects(self, files: Files, config: MkDocsConfig) -> dict[str, str]:
        """Add redirect pages as files, outside of navigation, search and site map. A site's own page at an address takes precedence."""
        taken = {file.dest_uri for file in files}
        redirects: dict[str, str] = {}
        for page in redirect_pages(self.index, self.settings, self.client.redirect_script):
            address = File(page.path, None, config.site_dir, config.use_directory_urls).dest_uri
            if address not in taken:
                redirects[address] = page.html
                files.append(File.generated(config, address, content=page.html))
        return redirects

    # Last, after other plugins have changed the navigation.
    @event_priority(-100)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Remember the navigation. Its titles are escaped once all of them are known."""
        if (name := navigation_plugin(config)) and not any(page.file.src_uri in self._pages for page in nav.pages):
            log.warning("%s", missing_pages(name, config))
        self._navigation = nav
        return nav

    def _prepare_templates(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Escape what the theme prints, and write the search entries of all pages."""
        keep_compiled(env, self._cache)
        if self._navigation:
            remember_items(env, self._navigation)
        escape_stripped(env)
        env.globals["roadmap_text"] = text_function(self.settings.strings)
        env.globals["roadmap_is_offline"] = self.settings.is_offline
        env.globals["roadmap_alternates"] = lambda page: list(alternates(config, page, self._pages))
        env.globals["roadmap_footer"] = footer(self.index, self._frames.mark("data") if self._frames else self.version, self.settings, files)
        if self.config.search:
            env.globals["roadmap_suggest"] = suggestion_form(config)
            topics = files.get_file_from_path("topics.md")
            env.globals["roadmap_all_topics"] = topics.url if topics else ""
            own_pages = [file.page for file in files.documentation_pages() if file.page and file.src_uri not in self._pages]
            entries = search_data([*self._searched_pages(config), *searched_pages(own_pages, self._cache)])
            if file := files.get_file_from_path(self.client.search_entries):
                file.content_string = search_part(self.client.search_entries, entries)
        escape_pages(files, self._navigation)
        self._metadata.remember_titles(files)
        self._files = files
        if self._frames and self._navigation:
            printed = {name: value for name, value in env.globals.items() if name.startswith("roadmap_") and not callable(value)}
            languages = [list(alternates(config, file.page, self._pages)) for file in files.documentation_pages()]
            self._frames.prepare(env, config, self._navigation, repr((options_key(self.settings), printed, languages)), with_names)
        return env

    # Last, when other plugins have added what their templates need.
    @event_priority(-100)
    def _compute_policy(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Compute the policy of the theme's pages. ``serve`` injects its own script into each page, so a served site has no policy."""
        self._policy = policy(reference_pages(env, config, files)) if self.config.csp and not self._is_served else ""
        if self._policy:
            for address, html in self._redirect_pages.items():
                if file := files.get_file_from_path(address):
                    file.content_string = with_policy(html, self._policy)
        return env

    on_env = CombinedEvent(_prepare_templates, _compute_policy)

    def on_post_page(self, html: str, *, page: SitePage, config: MkDocsConfig) -> str:
        """Put what it says of itself, and the policy, into a page."""
        content = page.content or ""
        facts = self._cached.facts.get(page.file.src_uri)
        if facts:
            page.content = ""  # It is in the page, which MkDocs writes next.
            if self._frames:
                text = self._cached.html[page.file.src_uri]
                content = with_content(content, without_search(text) if strips_search(config) else text)
        html = self._frames.resolved(html) if self._frames else with_names(html)
        # All that this changes comes before the content, which is most of a page.
        start, separator, rest = html.partition(CONTENT)
        html = self._metadata.head(start, page) + separator + rest
        for mark in facts.styles if facts else styles_in(content):
            address = get_relative_url(self.client.page_styles[mark], page.url)
            html = html.replace("</head>", f'<link rel="stylesheet" href="{address}"></head>', 1)
        if self._policy:
            html = with_policy(without_prefetch(html), self._policy)
        return with_content(html, content) if self._frames else html

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
        # MkDocs and Material print titles and descriptions unescaped, unless they are Markup.
        page.title = page.meta["title"] = escape(generated.title)
        page.meta["description"] = escape(generated.description)
        if generated.is_wide:
            page.meta["hide"] = ["toc", "navigation"] if generated.is_alone else ["toc"]
        page.toc = table_of_contents(generated)
        facts = self._cached.facts[generated.path]
        page.present_anchor_ids = set(facts.anchors)
        page.edit_url = self.settings.edit(generated.entry) if generated.entry else None
        text = content_mark(has_title=facts.has_title) if self._frames else self._cached.html[generated.path]
        return self._mark + text if facts.is_ours else text

    on_page_content = CombinedEvent(_put_back_html, _replace_content)

    def on_page_context(self, context: Any, *, page: SitePage, config: MkDocsConfig, nav: Any) -> Any:
        """Add our entries to Material's search index: one for each row, instead of one for each heading.

        Material's index is not a public interface; ``tests/pages/test_contract.py`` tests what we rely on.
        """
        if page.file.dest_uri == "index.html" and self.settings.site_url:
            # MkDocs writes index.html. Not in the site map, with which Material compares the links.
            page.canonical_url = self.settings.site_url
        if generated := self._pages.get(page.file.src_uri):
            for plugin in config.plugins.values():
                entries = getattr(getattr(plugin, "search_index", None), "entries", None)
                if isinstance(entries, list):
                    entries.extend(search_entries(generated, page.url))
        return context

    # Before the plugin that writes the index.
    @event_priority(50)
    def _unescape_titles(self, *, config: MkDocsConfig) -> None:
        """Unescape the titles in the index of MkDocs' own search, whose script escapes them itself."""
        gc.unfreeze()
        self._cache.trim()
        for plugin in config.plugins.values():
            plain_titles(getattr(plugin, "search_index", None))

    # Last, when other plugins have written and changed their files.
    @event_priority(-100)
    def _write_worker(self, *, config: MkDocsConfig) -> None:
        """Write the service worker. A site without one has one that removes that of an earlier build."""
        site = Path(config.site_dir)
        text = removing_worker_script()
        if self.settings.is_offline:
            addresses = [*map(str, (*config.extra_css, *config.extra_javascript)), *self.client.scripts, self.client.redirect_script]
            text = worker_script(offline_files(site, ignored=[CARDS]), addresses, offline_page(self.settings))
        (site / WORKER).write_text(text, encoding="utf-8")

    on_post_build = CombinedEvent(_unescape_titles, _write_worker)

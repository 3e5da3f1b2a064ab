"""The MkDocs plugin: hands the pages of the core to MkDocs, Material's search and the navigation."""

from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config import base
from mkdocs.config import config_options as options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils import get_build_datetime, nest_paths

from learning_roadmap.datafile import load
from learning_roadmap.diagnostics import ProblemsFound, printable
from learning_roadmap.guide import GUIDE_FILE, NotPrintable, Options, cached_guide
from learning_roadmap.mkdocs_plugin.contents import plain_titles, search_entries, table_of_contents
from learning_roadmap.mkdocs_plugin.csp import policy, with_policy
from learning_roadmap.mkdocs_plugin.escaping import escape_pages, escape_site, escape_stripped
from learning_roadmap.mkdocs_plugin.prefetch import without_prefetch
from learning_roadmap.mkdocs_plugin.reference import reference_pages
from learning_roadmap.mkdocs_plugin.urls import edit_url, relative_url, url_of
from learning_roadmap.model import RoadmapIndex, all_labels
from learning_roadmap.pages import (
    ASSETS,
    GROUPS,
    LISTED,
    TEMPLATES,
    Client,
    Page,
    Settings,
    UnknownGroup,
    build_mark,
    build_pages,
    expand_navigation,
    group_entries,
    is_ours,
    make_client,
    page_path,
    redirect_pages,
    text_function,
)
from learning_roadmap.strings import Strings, load_strings

# The page is written in on_page_content; no other plugin is to read anything into its source.
SOURCE = "---\nrender_macros: false\nsearch:\n  exclude: true\n---\n"

log = get_plugin_logger("learning-roadmap")


class LearningRoadmapConfig(base.Config):
    """Options under ``plugins: - learning-roadmap:`` in mkdocs.yml."""

    file = options.Type(str, default="content/roadmap.yml")
    """The data file, relative to mkdocs.yml."""

    edit_url = options.Type(str, default="")
    """Where the data file can be edited, with ``{line}`` in it; made from repo_url and edit_uri when empty."""

    guide = options.Type(bool, default=False)
    """Whether the site gets a study guide in PDF, at study-guide.pdf."""

    guide_fonts = options.ListOfItems(options.Dir(exists=True), default=[])
    """Folders with fonts for signs that the study guide's own fonts have not, relative to mkdocs.yml."""

    scope = options.Type(str, default="")
    """What browsers keep progress under, instead of the site's path: for a site that moves, or has several paths."""

    strings = options.Type(str, default="")
    """A JSON file with words of the site's own for the texts that learners see, relative to mkdocs.yml."""

    csp = options.Type(bool, default=False)
    """Whether every page gets a Content-Security-Policy."""


class LearningRoadmapPlugin(BasePlugin[LearningRoadmapConfig]):
    """Adds a roadmap's pages, data and client to a site."""

    index: RoadmapIndex
    settings: Settings
    client: Client

    def __init__(self) -> None:
        self._pages: dict[str, Page] = {}
        self._given_nav: Any = None
        self._written_nav: Any = None
        self._redirect_pages: dict[str, str] = {}
        self._navigation: Navigation | None = None
        self._policy = ""
        self._mark = ""
        self._is_served = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remembers what the build is for; that there is this method keeps the plugin from build to build."""
        self._is_served = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Loads the data, so that the macros can use it from the first page on."""
        escape_site(config)
        folder = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        path = folder / self.config.file
        try:
            data = load(path)
        except ProblemsFound as problems:
            raise PluginError(printable(f"cannot load the roadmap:\n{problems}")) from None
        for warning in data.warnings:
            log.warning("%s", printable(str(warning)))
        strings = self._strings(folder)
        self.index = RoadmapIndex(data.roadmap)
        self.settings = Settings(relative_url(config), edit_url(config, self.config.edit_url, path, data.lines), self.config.scope, strings)
        for watched in (path, TEMPLATES, ASSETS, path.parent / "sources", *([folder / self.config.strings] if self.config.strings else [])):
            if watched.exists() and str(watched) not in config.watch:
                config.watch.append(str(watched))
        return config

    def _strings(self, folder: Path) -> Strings:
        try:
            return load_strings(folder / self.config.strings if self.config.strings else None, all_labels())
        except ProblemsFound as problems:
            raise PluginError(printable(f"cannot load the site's own texts:\n{problems}")) from None

    # Before plugins that work on files (redirects, literate-nav), so that they see ours.
    @event_priority(50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Adds pages, data and assets, and puts the pages where the navigation asks for them."""
        own = [file.src_uri for file in files.documentation_pages() if file.inclusion is not InclusionLevel.NOT_IN_NAV]
        self._pages = {page.path: page for page in build_pages(self.index, self.settings)}
        # Only now do the other plugins agree on how addresses are written, which the client's data holds and its names depend on.
        self.client = make_client(self.index, self.settings)
        # While it is served, a page that is not built anew ("--dirty") is no page of another version.
        self._mark = build_mark("" if self._is_served else self.client.build, self.settings.strings)
        # In front, so that a site's own files come last and win; a second build may hand us the entries of the first.
        for entries, ours in ((config.extra_css, self.client.styles), (config.extra_javascript, self.client.scripts)):
            entries[:] = [*ours, *(entry for entry in entries if not str(entry).startswith(LISTED))]
        contents = dict.fromkeys(self._pages, SOURCE) | self.client.files
        for path, content in contents.items():
            if files.get_file_from_path(path):
                raise PluginError(f"{config.docs_dir}/{path}: a generated page has the same path — rename this page")
            made = File.generated(config, path, content=content.encode())
            if path in self._pages and self._pages[path].group not in GROUPS:
                made.inclusion = InclusionLevel.NOT_IN_NAV
            files.append(made)
        self._redirect_pages = self._redirects(files, config)
        if self.config.guide and self.index.roadmap.phases:
            files.append(File.generated(config, GUIDE_FILE, content=self._guide(config)))
        # A second build may hand us the navigation that we wrote in the first.
        if config.nav is not self._written_nav or config.nav is None:
            self._given_nav = config.nav
        given = [*nest_paths(own), *group_entries(self._pages.values())] if self._given_nav is None else self._given_nav
        try:
            config.nav = self._written_nav = expand_navigation(given, self._pages.values())
        except UnknownGroup as unknown:
            raise PluginError(f"{unknown} — {unknown.fix}") from None
        return files

    def _redirects(self, files: Files, config: MkDocsConfig) -> dict[str, str]:
        """Adds the pages at old addresses, as files: in no navigation, search or site map. A site's own page there wins."""
        taken = {file.dest_uri for file in files}
        made: dict[str, str] = {}
        for page in redirect_pages(self.index, self.settings, self.client.moved):
            address = File(page.path, None, config.site_dir, config.use_directory_urls).dest_uri
            if address not in taken:
                made[address] = page.html
                files.append(File.generated(config, address, content=page.html))
        return made

    def _guide(self, config: MkDocsConfig) -> bytes:
        url = url_of(config)
        pages = tuple((phase.id, url(page_path("phases", phase.id))) for phase in self.index.roadmap.phases)
        wanted = Options(
            day=get_build_datetime().date(),
            site=config.site_url or None,
            pages=pages,
            fonts=tuple(map(Path, self.config.guide_fonts)),
            strings=self.settings.strings,
        )
        folder = Path(config.config_file_path).parent / ".cache" / "roadmap"
        # Not a warning of MkDocs: a sign that no font has is no reason to fail a strict build.
        try:
            return cached_guide(self.index, wanted, folder, lambda text: log.info("study guide: %s", printable(text)))
        except NotPrintable as error:
            raise PluginError(printable(str(error))) from None

    # Last, when other plugins have said what they want of the theme.
    @event_priority(-100)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Remembers the navigation, whose titles are escaped once all of them are known."""
        self._navigation = nav
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Escapes what the theme prints, and makes the policy of its pages.

        ``serve`` writes a script of its own into each page: no policy there.
        """
        escape_stripped(env)
        env.globals["roadmap_text"] = text_function(self.settings.strings)
        escape_pages(files, self._navigation)
        self._policy = policy(reference_pages(env, config, files)) if self.config.csp and not self._is_served else ""
        if self._policy:
            for address, html in self._redirect_pages.items():
                if file := files.get_file_from_path(address):
                    file.content_string = with_policy(html, self._policy)
        return env

    def on_post_page(self, html: str, *, page: SitePage, config: MkDocsConfig) -> str:
        """Puts the policy into a page."""
        return with_policy(without_prefetch(html), self._policy) if self._policy else html

    def on_post_template(self, text: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Puts the policy into a page that no document stands behind, such as 404.html."""
        return with_policy(text, self._policy) if self._policy and template_name.endswith(".html") else text

    # Early, so that plugins that work on the content see the page as it will be.
    @event_priority(50)
    def on_page_content(self, html: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        """Puts a generated page's HTML, headings and anchors in place of what MkDocs made of its empty source."""
        made = self._pages.get(page.file.src_uri)
        if made is None:
            return self._mark + html if is_ours(html) else html
        # MkDocs and Material print titles and descriptions unescaped, save where they meet Markup.
        page.title = page.meta["title"] = escape(made.title)
        page.meta["description"] = escape(made.description)
        if made.is_wide:
            page.meta["hide"] = ["toc"]
        page.toc = table_of_contents(made)
        page.present_anchor_ids = set(made.anchors)
        page.edit_url = self.settings.edit(made.entry) if made.entry else None
        return self._mark + made.html if is_ours(made.html) else made.html

    def on_page_context(self, context: Any, *, page: SitePage, config: MkDocsConfig, nav: Any) -> Any:
        """Gives Material's search our entries: one for each row, instead of one for each heading.

        Material's index is no public interface; ``tests/pages/test_contract.py`` says what we need of it.
        """
        if made := self._pages.get(page.file.src_uri):
            for plugin in config.plugins.values():
                entries = getattr(getattr(plugin, "search_index", None), "entries", None)
                if isinstance(entries, list):
                    entries.extend(search_entries(made, page.url))
        return context

    # Before the plugin that writes the index.
    @event_priority(50)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Takes the escapes out of the titles in the index of MkDocs' own search, whose script escapes what it shows."""
        for plugin in config.plugins.values():
            plain_titles(getattr(plugin, "search_index", None))

"""Frames of pages: all that the theme writes around their contents, kept from build to build.

Rendering Material's templates is half of the work on a page, and while titles and options stay the same, so does the result. The contents and
the items of the navigation are put into the frames afterwards. What changes with every build, such as the build id in addresses, is a mark.

Other plugins may read or change anything, so only sites whose plugins are known to leave pages alone have frames: see :func:`has_frames`.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from learning_roadmap.cache import Cache, code_key, key_of
from learning_roadmap.mkdocs_plugin.nav_items import RememberedItems, remember_items
from learning_roadmap.mkdocs_plugin.site_search import SearchInHeader

# Plugins that neither read the contents of our pages nor write into a page.
PLUGINS = frozenset({"learning-roadmap", "macros", "material/search"})
PACKAGES = ("mkdocs", "mkdocs-material", "jinja2", "markupsafe")
# Options that no template prints, or that differ from one process to the next.
NOT_PRINTED = frozenset(
    {"nav", "pages", "exclude_docs", "draft_docs", "not_in_nav", "site_dir", "dev_addr", "hooks", "watch", "validation", "mdx_configs", "strict"}
    | {"theme", "plugins", "markdown_extensions", "config_file_path"}
)
# What a site's own templates may ask of contents, of other pages, of the time, or of options that are not printed.
ELSEWHERE = re.compile(
    r"""[.]content\b|[.]markdown\b|\[\s*["'](?:content|markdown)\b|\bpages\b|(?:build|update)_date"""
    # A template can change the content when it is printed, too, without naming it.
    r"|\b(?:super|self[.]\w+)\(\)\s*\||\{%[-+]?\s*(?:filter\b|call\b|set\s+\w+\s*[-+|%])"
    rf"|\bconfig[.](?:{'|'.join(sorted(NOT_PRINTED - {'theme', 'plugins'}))})\b"
)
# Files in the folders of a theme that no template includes
NO_TEXT = (
    *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".woff", ".woff2", ".ttf", ".otf", ".pyc"),
    *(".mp3", ".mp4", ".ogg", ".webm", ".pdf", ".zip", ".gz"),
)
# An object without a value of its own, as Python prints it
OBJECT = re.compile(r" at 0x[0-9a-f]+")
# The variables of a page's template
CONTEXT = frozenset({"nav", "pages", "base_url", "extra_css", "extra_javascript", "mkdocs_version", "build_date_utc", "config", "page"})
# In place of the content. Material adds a title to a page whose content has no main heading.
CONTENT, HEADED_CONTENT = "\x01content\x01", "<h1\x01content\x01"
# A mark goes through filters for addresses and for HTML.
MARK = "roadmap-mark-{}"
# As in Material's plugin
SEARCH = re.compile(r"\s?data-search-\w+=\"[^\"]+\"")
# Frames and items, in one build. With many items at the top of the navigation, or in many folders, they grow with the square of its pages.
MAX_BYTES = 128 * 2**20


def has_frames(config: MkDocsConfig) -> bool:
    """Whether frames of pages can be used again: with Material, and without plugins, hooks and templates that look at contents or other pages."""
    if config.theme.name != "material" or not PLUGINS.issuperset(config.plugins) or config.hooks:
        return False
    custom = Path(config.theme.custom_dir) if config.theme.custom_dir else None
    return custom is None or not any(ELSEWHERE.search(file.read_text("utf-8", "replace")) for file in _templates(custom))


class Frames:
    """The frames of one build.

    Args:
        marked: texts that differ from build to build, by the names of their marks.
    """

    def __init__(self, cache: Cache, marked: dict[str, str]) -> None:
        self._cache = cache
        self._marked = {MARK.format(name): text for name, text in marked.items()}
        self._key = ""
        self._finish: Callable[[str], str] = str
        self._nav: Navigation | None = None
        self._items: RememberedItems | None = None
        self._room = MAX_BYTES
        self._when_missing: Callable[[Page], None] | None = None

    def marked(self, texts: Iterable[str]) -> list[str]:
        """Texts with marks in place of the texts of this build."""
        marked: list[str] = []
        for text in texts:
            for mark, inner in self._marked.items():
                text = text.replace(inner, mark)
            marked.append(text)
        return marked

    def mark(self, name: str) -> str:
        """What stands in a frame for one of the texts."""
        return MARK.format(name)

    def resolved(self, text: str) -> str:
        """A text with the texts of this build in place of their marks."""
        for mark, inner in self._marked.items():
            text = text.replace(mark, inner)
        return text

    def prepare(
        self,
        env: Environment,
        config: MkDocsConfig,
        nav: Navigation,
        options: str,
        finish: Callable[[str], str],
        when_missing: Callable[[Page], None] | None = None,
    ) -> None:
        """Let the templates of a site render frames. Call it when all titles are known, and before the templates are loaded.

        Args:
            options: all else that templates print.
            finish: what is done with every frame that is rendered, and with the items of the navigation. It depends on nothing but them.
            when_missing: is called with the page whose frame is the first that is not found, if no earlier build has stored the items.
        """
        self._finish = finish
        self._items = RememberedItems(nav, has_marks=True, finish=finish, resolve=self.resolved)
        remember_items(env, self._items)
        settings = repr([(name, value) for name, value in sorted(config.items()) if name not in NOT_PRINTED])
        theme = repr((sorted(config.theme.static_templates), sorted(config.theme.items(), key=lambda item: item[0])))
        plugins = repr([(name, dict(plugin.config)) for name, plugin in config.plugins.items() if name != "learning-roadmap"])
        toc = repr(config.mdx_configs.get("toc"))
        described = (settings, theme, plugins, toc, repr(list(_described([*nav.items, *filter(None, [nav.homepage])]))), options)
        templates = (part for folder in config.theme.dirs for file in _templates(Path(folder)) for part in (str(file), file.read_bytes()))
        self._nav = nav
        if not any(map(OBJECT.search, described)):
            self._key = key_of(code_key(), *map(version, PACKAGES), *described, *templates)
            stored = self._cache.get("nav", self._key)
            self._items.load(stored)
            self._when_missing = when_missing if stored is None else None
        # A template that is loaded already is of another class.
        if env.cache is not None:
            env.cache.clear()
        env.template_class = _template_class(self)

    def render(self, name: str, context: dict[str, Any], render: Callable[[], str]) -> str:
        """A page without its content, which :meth:`complete` puts in; any other template as it is."""
        page = context.get("page")
        # Other navigations are those of pages for reference.
        if context.get("nav") is not self._nav or self._items is None or not isinstance(page, Page) or page.content is None:
            return render()
        content, has_title = page.content, "<h1" in page.content
        key = self._key_of_page(name, context, page, has_title)
        if key and (stored := self._cache.get("frame", key)) and self._items.knows(frame := stored.decode(), page):
            self._room -= len(stored)
            return frame
        if key and self._when_missing:
            when_missing, self._when_missing = self._when_missing, None
            when_missing(page)
        page.content = content_mark(has_title=has_title)
        try:
            frame = self._finish(render())
        finally:
            page.content = content
        encoded = frame.encode()
        self._room -= len(encoded)
        if key and self._room > 0:
            self._cache.put("frame", key, encoded)
        return frame

    def complete(self, html: str, page: Page, content: str) -> str:
        """A frame with the items of its navigation and its content, which are most of a page."""
        parts = split_at_content(html)
        return content.join(self._items.put_in(part, page) for part in parts) if self._items else content.join(parts)

    def store_items(self) -> None:
        """Keep the items for the next build, when all pages are rendered."""
        if self._items and self._key and (items := self._items.stored()) and len(items) < self._room:
            self._cache.put("nav", self._key, items)

    def _key_of_page(self, name: str, context: dict[str, Any], page: Page, has_title: bool) -> str:
        """The key of a page's frame; empty if it depends on something that has no key."""
        shown = (page.title, page.meta, list(map(_anchor, page.toc)), page.canonical_url, page.edit_url)
        described = repr((name, page.file.src_uri, page.url, page.is_homepage, has_title, *shown))
        return key_of(self._key, described) if self._key and context.keys() <= CONTEXT and not OBJECT.search(described) else ""


def content_mark(*, has_title: bool) -> str:
    """What stands in a frame for the content."""
    return HEADED_CONTENT if has_title else CONTENT


def strips_search(config: MkDocsConfig) -> bool:
    """Whether the theme's own search removes its attributes from contents, when it has read them."""
    search = config.plugins.get("material/search")
    return search is not None and not isinstance(search, SearchInHeader) and bool(search.config.enabled)


def without_search(html: str) -> str:
    """A content as the theme's own search leaves it."""
    # The pattern is slow, and few pages have any of it.
    return SEARCH.sub("", html) if "data-search-" in html else html


def with_content(html: str, content: str) -> str:
    """A page with its content."""
    return content.join(split_at_content(html))


def split_at_content(html: str) -> list[str]:
    """What comes before and after the content; twice, where a theme prints it twice."""
    return html.split(HEADED_CONTENT if HEADED_CONTENT in html else CONTENT)


def _template_class(frames: Frames) -> type[Template]:
    class Frame(Template):
        def render(self, *args: Any, **kwargs: Any) -> str:
            context = dict(*args, **kwargs)
            return frames.render(self.name or "", context, lambda: super(Frame, self).render(context))

    return Frame


def _templates(folder: Path) -> Iterator[Path]:
    """The files in a folder of a theme that templates can include, whatever their names; without the icons and assets that Material brings."""
    has_icons = not (folder / "mkdocs_theme.yml").exists()
    seen: set[str] = set()
    # Templates are found through links, too. A link may lead to a folder around it.
    for path, folders, files in os.walk(folder, followlinks=True):
        seen.add(os.path.realpath(path))
        folders[:] = sorted(
            name for name in folders if (has_icons or name not in (".icons", "assets")) and os.path.realpath(os.path.join(path, name)) not in seen
        )
        yield from (file for name in sorted(files) if not name.lower().endswith(NO_TEXT) and (file := Path(path, name)).is_file())


def _described(items: Iterable[Any]) -> Iterator[object]:
    """All that a theme shows of the items of a navigation."""
    for item in items:
        shown = (type(item).__name__, item.title, getattr(item, "url", None), getattr(item, "meta", None), getattr(item, "is_index", None))
        yield (*shown, list(_described(item.children or ())))


def _anchor(anchor: Any) -> object:
    return anchor.title, anchor.id, anchor.level, list(map(_anchor, anchor.children))

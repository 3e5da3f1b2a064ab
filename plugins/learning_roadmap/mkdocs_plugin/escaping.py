"""Escape names, titles and descriptions, so that every template prints them as text.

MkDocs renders its themes without autoescape, and the themes print the same value in three ways: unchanged, also in
attributes (``aria-label="{{ config.site_name }}"``); through ``| e``; and through ``| striptags``, which turns
``&lt;`` back into ``<``. A fully escaped :class:`~markupsafe.Markup` is correct in the first two, and ``striptags`` is
replaced by a filter that escapes its result.
"""

from collections.abc import Iterable
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

SITE_FIELDS = ("site_name", "site_description", "site_author")
PAGE_FIELDS = ("title", "subtitle", "description", "author")


def text_as_html(value: Any) -> Any:
    """A text escaped for HTML, quotes included. Any other value, and text that is marked as HTML, is returned unchanged.

    Character references are decoded first: authors write ``&amp;`` because MkDocs prints these values as HTML.

    >>> text_as_html('Learn Go" onfocus="x'), text_as_html("R&amp;D"), text_as_html("R&D")
    (Markup('Learn Go&#34; onfocus=&#34;x'), Markup('R&amp;D'), Markup('R&amp;D'))
    """
    if not isinstance(value, str) or hasattr(value, "__html__"):
        return value
    return escape(Markup(value).unescape())


def escape_site(config: MkDocsConfig) -> None:
    """Escape the site's name, description and author in the configuration."""
    for name in SITE_FIELDS:
        config[name] = text_as_html(config[name])


def escape_pages(files: Files, nav: Navigation | None) -> None:
    """Escape every title and description. Call it when all pages are read and none is written."""
    for file in files.documentation_pages():
        if page := file.page:
            page.title = _page_title(page)
            for name in PAGE_FIELDS:
                if name in page.meta:
                    page.meta[name] = text_as_html(page.meta[name])
    if nav is not None:
        _escape_items(nav.items)


def _page_title(page: Page) -> Any:
    """The title of a page: taken from its heading, without the HTML that macros put there."""
    heading = striptags(getattr(page, "_title_from_render", None) or "")
    return heading if isinstance(page.title, str) and heading == striptags(page.title) else text_as_html(page.title)


def _escape_items(items: Iterable[Any]) -> None:
    for item in items:
        if isinstance(item, Section | Link):
            item.title = text_as_html(item.title)
        if isinstance(item, Section):
            _escape_items(item.children)


def escape_stripped(env: Environment) -> None:
    """Replace the filter ``striptags`` by one whose result is escaped."""
    env.filters["striptags"] = striptags


def striptags(value: object) -> Markup:
    """HTML without its tags, as HTML.

    >>> striptags("<b>a</b> &lt;/title>&lt;script>")
    Markup('a &lt;/title&gt;&lt;script&gt;')
    """
    return escape(Markup(value).striptags())

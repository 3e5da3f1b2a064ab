"""Names, titles and descriptions as text, whatever template prints them.

MkDocs renders its themes without autoescape, and the themes print the same value in three ways: as it is, within an
attribute too (``aria-label="{{ config.site_name }}"``); through ``| e``; and through ``| striptags``, which turns
``&lt;`` back into ``<``. A value that is :class:`~markupsafe.Markup` and wholly escaped is right in the first two, and
``striptags`` is replaced by one that escapes what it has stripped.
"""

from collections.abc import Iterable
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

OF_SITE = ("site_name", "site_description", "site_author")
OF_PAGE = ("title", "subtitle", "description", "author")


def text_as_html(value: Any) -> Any:
    """A text as HTML that shows it, quotes escaped too. Anything that is no text, or is known to be HTML, stays.

    Character references are read first: those who know that MkDocs prints these values as HTML have written ``&amp;``.

    >>> text_as_html('Learn Go" onfocus="x'), text_as_html("R&amp;D"), text_as_html("R&D")
    (Markup('Learn Go&#34; onfocus=&#34;x'), Markup('R&amp;D'), Markup('R&amp;D'))
    """
    if not isinstance(value, str) or hasattr(value, "__html__"):
        return value
    return escape(Markup(value).unescape())


def escape_site(config: MkDocsConfig) -> None:
    """Makes text of what the configuration says about the site."""
    for name in OF_SITE:
        config[name] = text_as_html(config[name])


def escape_pages(files: Files, nav: Navigation | None) -> None:
    """Makes text of every title and description; to be called when all pages are read, and none is written."""
    for file in files.documentation_pages():
        if page := file.page:
            page.title = _title(page)
            for name in OF_PAGE:
                if name in page.meta:
                    page.meta[name] = text_as_html(page.meta[name])
    if nav is not None:
        _escape_items(nav.items)


def _title(page: Page) -> Any:
    """The title of a page: that of its heading without the HTML that macros put into it."""
    heading = striptags(getattr(page, "_title_from_render", None) or "")
    return heading if isinstance(page.title, str) and heading == striptags(page.title) else text_as_html(page.title)


def _escape_items(items: Iterable[Any]) -> None:
    for item in items:
        if isinstance(item, Section | Link):
            item.title = text_as_html(item.title)
        if isinstance(item, Section):
            _escape_items(item.children)


def escape_stripped(env: Environment) -> None:
    """Gives an environment a filter ``striptags`` whose result can be printed."""
    env.filters["striptags"] = striptags


def striptags(value: object) -> Markup:
    """HTML without its tags, as HTML.

    >>> striptags("<b>a</b> &lt;/title>&lt;script>")
    Markup('a &lt;/title&gt;&lt;script&gt;')
    """
    return escape(Markup(value).striptags())

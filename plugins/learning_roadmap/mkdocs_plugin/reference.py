"""The theme's pages with nothing in them: what its templates bring along, and no word of any content."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import get_relative_url, is_error_template


def reference_pages(env: Environment, config: MkDocsConfig, files: Files) -> Iterator[str]:
    """Each template that pages use, at each depth at which they lie, and the pages that the theme makes by itself.

    A theme may write the way to the site's root into its scripts, so they differ from depth to depth.
    """
    wanted: dict[tuple[str, str], str] = {}
    for file in files.documentation_pages():
        template = (file.page.meta.get("template") if file.page else None) or "main.html"
        wanted.setdefault((template, get_relative_url(".", file.url)), file.src_uri)
    for (template, _), path in wanted.items():
        page = _empty(path, config)
        yield env.get_template(template).render(get_context(_nowhere(page), [], config, page))
    for name in config.theme.static_templates:
        if name.endswith(".html"):
            base = urlsplit(config.site_url or "/").path if is_error_template(name) else get_relative_url(".", name)
            yield env.get_template(name).render(get_context(_nowhere(_empty("index.md", config)), [], config, base_url=base))


def _empty(path: str, config: MkDocsConfig) -> Page:
    page = Page("", File.generated(config, path, content=""), config)
    page.content = page.markdown = ""
    page.meta = {}
    page.toc = TableOfContents([])
    return page


def _nowhere(home: Page) -> Navigation:
    nav = Navigation([], [])
    # Themes link to it without asking whether there is one.
    nav.homepage = home
    return nav

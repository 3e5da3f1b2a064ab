"""The theme's pages rendered without content: only what the templates themselves contain."""

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
    """Each template that pages use, at each depth of their paths, and the theme's static pages.

    A theme may write the path to the site's root into its scripts, so they differ with the depth.
    """
    path_of: dict[tuple[str, str], str] = {}
    for file in files.documentation_pages():
        template = (file.page.meta.get("template") if file.page else None) or "main.html"
        path_of.setdefault((template, get_relative_url(".", file.url)), file.src_uri)
    for (template, _), path in path_of.items():
        page = _empty_page(path, config)
        yield env.get_template(template).render(get_context(_empty_navigation(page), [], config, page))
    for name in config.theme.static_templates:
        if name.endswith(".html"):
            base = urlsplit(config.site_url or "/").path if is_error_template(name) else get_relative_url(".", name)
            yield env.get_template(name).render(get_context(_empty_navigation(_empty_page("index.md", config)), [], config, base_url=base))


def _empty_page(path: str, config: MkDocsConfig) -> Page:
    page = Page("", File.generated(config, path, content=""), config)
    page.content = page.markdown = ""
    page.meta = {}
    page.toc = TableOfContents([])
    return page


def _empty_navigation(home: Page) -> Navigation:
    nav = Navigation([], [])
    # Themes link to the homepage without checking that it exists.
    nav.homepage = home
    return nav

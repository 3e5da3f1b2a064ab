"""The theme's pages rendered without content: only what the templates themselves contain."""

from collections.abc import Iterator
from copy import copy
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import get_relative_url, is_error_template

from learning_roadmap.mkdocs_plugin.generated_page import GeneratedPage


def reference_pages(env: Environment, config: MkDocsConfig, files: Files) -> Iterator[str]:
    """Each template that pages use, at each depth of their paths, and the theme's static pages.

    A theme may write the path to the site's root into its scripts, so they differ with the depth.
    """
    file_of: dict[tuple[str, str], File] = {}
    for file in files.documentation_pages():
        template = (file.page.meta.get("template") if file.page else None) or "main.html"
        file_of.setdefault((template, get_relative_url(".", file.url)), file)
    for (template, _), file in file_of.items():
        page = _without_content(file, config)
        yield env.get_template(template).render(get_context(_empty_navigation(page), [], config, page))
    for name in config.theme.static_templates:
        if name.endswith(".html"):
            base = urlsplit(config.site_url or "/").path if is_error_template(name) else get_relative_url(".", name)
            yield env.get_template(name).render(get_context(_empty_navigation(_empty_page("index.md", config)), [], config, base_url=base))


def _without_content(file: File, config: MkDocsConfig) -> Page:
    """A page at the same address. Another plugin's kind of page, such as a blog post, keeps what the plugin's template reads from it."""
    if file.page is None or type(file.page) in (Page, GeneratedPage):
        return _empty_page(file.src_uri, config)
    page = copy(file.page)
    page.title = ""
    return _emptied(page)


def _empty_page(path: str, config: MkDocsConfig) -> Page:
    return _emptied(Page("", File.generated(config, path, content=""), config))


def _emptied(page: Page) -> Page:
    page.content = page.markdown = ""
    page.meta = {}
    page.toc = TableOfContents([])
    return page


def _empty_navigation(home: Page) -> Navigation:
    nav = Navigation([], [])
    # Themes link to the homepage without checking that it exists.
    nav.homepage = home
    return nav

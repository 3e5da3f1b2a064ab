"""What is added to pages that the theme has rendered: names of parts, styles, and what they say of themselves."""

from collections.abc import Callable, Iterable

from mkdocs.utils import get_relative_url

from learning_roadmap.mkdocs_plugin.languages import without_home_links
from learning_roadmap.mkdocs_plugin.nav_names import with_nav_names

# Where Material's pages begin with their content, after the navigation.
CONTENT = 'class="md-content"'


def before_content(html: str, change: Callable[[str], str]) -> str:
    """A page with a change of what comes before the content, which is most of a page."""
    start, separator, rest = html.partition(CONTENT)
    return change(start) + separator + rest


def with_names(html: str) -> str:
    """A page whose navigation has names, and that announces no home page as its translation."""
    return before_content(html, lambda start: with_nav_names(without_home_links(start)))


def with_styles(html: str, url: str, styles: Iterable[str]) -> str:
    """A page that loads some more styles, by their addresses in the site."""
    for style in styles:
        html = html.replace("</head>", f'<link rel="stylesheet" href="{get_relative_url(style, url)}"></head>', 1)
    return html

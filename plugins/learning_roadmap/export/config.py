"""The export's mkdocs.yml: only options that MkDocs, ProperDocs and Zensical all understand."""

import re
from collections.abc import Iterable, Sequence
from html import unescape
from pathlib import PurePosixPath
from typing import Any

import yaml

from learning_roadmap.diagnostics import Problem, ProblemsFound
from learning_roadmap.export.markdown import as_html, without_braces
from learning_roadmap.export.site_config import SiteConfig
from learning_roadmap.model import Roadmap
from learning_roadmap.pages import Page, UnknownGroup, expand_navigation, group_entries, groups_in, license_notice
from learning_roadmap.strings import Strings

TITLE_MARKUP = re.compile('[<>"{]')

CONFIG_HEADER = """# Written by 'roadmap export'. Build the site with one of:
#   mkdocs build        (needs mkdocs-material)
#   properdocs build    (needs mkdocs-material)
#   zensical build
"""


def config_text(
    roadmap: Roadmap,
    site: SiteConfig,
    own: Iterable[str],
    pages: Sequence[Page],
    css: Sequence[str],
    scripts: Sequence[str],
    strings: Strings,
) -> str:
    """The text of mkdocs.yml; ``own`` are the paths of the pages written by hand.

    Raises:
        ProblemsFound: when the site's navigation names an unknown group.
    """
    config: dict[str, Any] = {"site_name": as_html(site.name or roadmap.title)}
    if description := site.description or roadmap.description:
        config["site_description"] = as_html(description)
    try:
        nav = expand_navigation(navigation(own, pages) if site.nav is None else site.nav, pages, _nav_title)
    except UnknownGroup as error:
        raise ProblemsFound([Problem(site.place_of(error.entry), "REF-UNKNOWN", str(error), error.fix)]) from None
    config |= {
        "docs_dir": "docs",
        # The links in the pages are written for these addresses.
        "use_directory_urls": False,
        "theme": {
            "name": "material",
            "font": False,
            "features": ["navigation.indexes", "navigation.top", "search.highlight", "toc.follow"],
        },
        "nav": nav,
        "not_in_nav": "".join(f"/{page.path}\n" for page in pages if page.group not in groups_in(site.nav)),
        "plugins": ["search"],
        "markdown_extensions": [
            "admonition",
            "attr_list",
            "tables",
            "pymdownx.highlight",
            "pymdownx.superfences",
            {"toc": {"permalink": "#", "permalink_title": as_html(strings.text("pages.home.section_link"))}},
        ],
        "extra_css": list(css),
        "extra_javascript": list(scripts),
    }
    if notice := license_notice(roadmap, strings):
        config["copyright"] = without_braces(notice)
    return CONFIG_HEADER + yaml.safe_dump(config, sort_keys=False, allow_unicode=True, width=1000)


def navigation(own: Iterable[str], pages: Sequence[Page]) -> list[Any]:
    """Pages written by hand, then each group. The pages themselves contain their titles.

    >>> navigation(["index.md", "more/a.md"], [])
    ['index.md', {'More': ['more/a.md']}]
    """
    return [*_nested(sorted(own, key=lambda path: (PurePosixPath(path).name != "index.md", path))), *group_entries(pages)]


def _nav_title(text: str) -> str:
    """A title as the generators' themes print it. Only titles with markup are escaped, because some themes escape titles again."""
    return as_html(unescape(text)) if TITLE_MARKUP.search(text) else text


def _nested(paths: Iterable[str], depth: int = 0) -> list[Any]:
    entries: list[Any] = []
    folders: dict[str, list[str]] = {}
    for path in paths:
        parts = PurePosixPath(path).parts
        if len(parts) == depth + 1:
            entries.append(path)
        else:
            folders.setdefault(parts[depth], []).append(path)
    for name, inner in folders.items():
        entries.append({as_html(name.replace("-", " ").replace("_", " ").capitalize()): _nested(inner, depth + 1)})
    return entries

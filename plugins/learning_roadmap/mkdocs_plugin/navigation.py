"""The navigation: ``roadmap:<group>`` stands for the pages of that group."""

from collections.abc import Mapping
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.utils import nest_paths

from learning_roadmap.pages import FORMER_GROUPS, GROUPS, Page

PLACEHOLDER = "roadmap:"


def default_navigation(own: list[str], pages: Mapping[str, Page]) -> list[Any]:
    """The navigation of a site that gives none: its own pages, and then every group by the title of its first page."""
    titles = {page.group: page.title for page in reversed(list(pages.values()))}
    return [*nest_paths(own), *({titles[group]: PLACEHOLDER + group} for group in GROUPS if group in titles)]


def expanded(nav: Any, pages: Mapping[str, Page]) -> Any:
    """The navigation with each placeholder replaced by the pages of its group.

    A group of one page becomes that page; an empty one vanishes, and with it a section that holds nothing else.

    Raises:
        PluginError: for a group that there is not.
    """
    if isinstance(nav, list):
        return [entry for inner in nav if (entry := expanded(inner, pages))]
    if isinstance(nav, dict):
        return {title: inner for title, entry in nav.items() if (inner := expanded(entry, pages))}
    if not isinstance(nav, str) or not nav.startswith(PLACEHOLDER):
        return nav
    group = nav.removeprefix(PLACEHOLDER)
    group = FORMER_GROUPS.get(group, group)
    if group not in GROUPS:
        known = ", ".join(PLACEHOLDER + name for name in GROUPS)
        raise PluginError(f"nav: there is no '{nav}' (use one of {known})")
    paths = [path for path, page in pages.items() if page.group == group]
    return paths if len(paths) > 1 else "".join(paths)

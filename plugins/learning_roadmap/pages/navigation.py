"""The navigation of a site. The placeholder ``roadmap:<group>`` is replaced by the pages of that group."""

from collections.abc import Callable, Iterable
from typing import Any

from learning_roadmap.pages.build import FORMER_GROUPS, GROUPS, OPTIONAL_GROUPS
from learning_roadmap.pages.page import Page

PREFIX = "roadmap:"


class UnknownGroup(LookupError):
    """A navigation asks with ``entry`` for a group of pages that does not exist. ``fix`` lists those that do."""

    def __init__(self, entry: str) -> None:
        super().__init__(f"nav: unknown group '{entry}'")
        self.entry = entry
        self.fix = "use one of: " + ", ".join(PREFIX + group for group in GROUPS)


def group_entries(pages: Iterable[Page]) -> list[Any]:
    """A navigation of every group that has pages, by the title of its first page, for a site that does not write its own."""
    titles = {page.group: page.title for page in reversed(list(pages))}
    return [{titles[group]: PREFIX + group} for group in GROUPS if group in titles]


def groups_in(nav: Any) -> frozenset[str]:
    """The groups whose pages belong into a navigation: all but those that may be missing in it and are; all if there is none.

    >>> "map" in groups_in(None), "map" in groups_in([{"Map": "roadmap:map"}]), "map" in groups_in(["index.md"])
    (True, True, False)
    """
    missing = OPTIONAL_GROUPS if nav is not None else frozenset()
    return frozenset(GROUPS) - {group for group in missing if f"'{PREFIX}{group}'" not in repr(nav)}


def expand_navigation(nav: Any, pages: Iterable[Page], title: Callable[[str], str] = str) -> Any:
    """The navigation with each placeholder replaced by the paths of its group's pages, and each title passed through ``title``.

    A group of one page becomes that page; an empty group is removed, and with it a section that contains nothing else.

    Raises:
        UnknownGroup: for a placeholder that names no group.
    """
    paths: dict[str, list[str]] = {group: [] for group in GROUPS}
    for page in pages:
        if page.group in paths:
            paths[page.group].append(page.path)

    def expand(entry: Any) -> Any:
        if isinstance(entry, list):
            expanded = [expand(inner) for inner in entry]
            # A placeholder in a list is replaced by its pages.
            return [page for inner in expanded for page in (inner if isinstance(inner, list) else [inner]) if page]
        if isinstance(entry, dict):
            return {title(name): inner for name, value in entry.items() if (inner := expand(value))}
        if not isinstance(entry, str) or not entry.startswith(PREFIX):
            return entry
        group = entry.removeprefix(PREFIX)
        group = FORMER_GROUPS.get(group, group)
        if group not in paths:
            raise UnknownGroup(entry)
        return paths[group] if len(paths[group]) > 1 else "".join(paths[group])

    return expand(nav)

"""The navigation in mkdocs.yml, with pages in the place of the roadmap's groups."""

from collections.abc import Collection
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.utils import nest_paths

from learning_roadmap.mkdocs_plugin.other_navigation import expand_files, navigation_plugin
from learning_roadmap.pages import Page, UnknownGroup, expand_navigation, group_entries, groups_in


def handwritten_pages(files: Files) -> list[str]:
    """The paths of the pages that a navigation may list, before generated ones are added."""
    return [file.src_uri for file in files.documentation_pages() if file.inclusion is not InclusionLevel.NOT_IN_NAV]


class ExpandedNavigation:
    """The navigation of a configuration. A second build may pass in the one that the first has expanded."""

    def __init__(self) -> None:
        self._original: Any = None
        self._expanded: Any = None

    def groups(self, config: MkDocsConfig) -> Collection[str]:
        """The roadmap's groups that the configuration lists."""
        if config.nav is not self._expanded or config.nav is None:
            self._original = config.nav
        return groups_in(self._original)

    def expand(self, config: MkDocsConfig, files: Files, own_pages: list[str], pages: Collection[Page]) -> None:
        """Put pages in the place of groups, after :meth:`groups`; without a navigation, list all pages.

        Args:
            own_pages: from :func:`handwritten_pages`.

        Raises:
            PluginError: for an unknown group.
        """
        if name := navigation_plugin(config):
            expand_files(name, config, files, pages)
            if self._original is None:  # the plugin finds our pages among the files
                return
        nav = [*nest_paths(own_pages), *group_entries(pages)] if self._original is None else self._original
        try:
            config.nav = self._expanded = expand_navigation(nav, pages)
        except UnknownGroup as error:
            raise PluginError(f"{error} — {error.fix}") from None

"""The former names of the plugin and of its module. They only report the new ones."""

import sys
from importlib.abc import MetaPathFinder
from typing import Any

from mkdocs.config import base
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin

FORMER_MODULES = ("mkdocs_roadmap", "mkdocs_roadmap.macros")
MACROS = "learning_roadmap.mkdocs_plugin.macros"


class NoOptions(base.Config):
    """No options: they are never read."""


class RenamedPlugin(BasePlugin[NoOptions]):
    """The plugin that ``plugins: - roadmap`` loads since the real one is called ``learning-roadmap``."""

    def load_config(self, options: Any, config_file_path: str | None = None) -> Any:
        """Refuse the former name before any option is read.

        Raises:
            PluginError: always.
        """
        raise PluginError(
            "The plugin 'roadmap' of this package is now called 'learning-roadmap'. In mkdocs.yml, write '- learning-roadmap:' under plugins; "
            f"its options are the same. The module of its macros is '{MACROS}'."
        )


class FormerModules(MetaPathFinder):
    """Answers an import of the former module, from the list of macros or from a hook, with the new name.

    Otherwise the macros plugin would recommend to install a package of that name, which belongs to somebody else.
    """

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        """Never finds a module.

        Raises:
            PluginError: for the former module.
        """
        if name in FORMER_MODULES:
            raise PluginError(
                f"The module '{FORMER_MODULES[0]}' of this package is now called 'learning_roadmap'. In mkdocs.yml, and in hooks and macros "
                f"of your own, write '{MACROS}' in place of '{FORMER_MODULES[1]}'."
            )


def refuse_former_modules() -> None:
    """Answer every later import of the former module with the new name."""
    if not any(isinstance(finder, FormerModules) for finder in sys.meta_path):
        sys.meta_path.append(FormerModules())

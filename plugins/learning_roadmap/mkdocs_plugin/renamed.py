"""The plugin under its former name. It only reports the new name."""

from typing import Any

from mkdocs.config import base
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin


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
            "its options are the same. The module of its macros is 'learning_roadmap.mkdocs_plugin.macros'."
        )

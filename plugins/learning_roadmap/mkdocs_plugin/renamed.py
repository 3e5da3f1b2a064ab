"""The plugin under its former name: it only says what to write instead."""

from typing import Any

from mkdocs.config import base
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin


class NoOptions(base.Config):
    """None: whatever is written there, the answer is the same."""


class RenamedPlugin(BasePlugin[NoOptions]):
    """What ``plugins: - roadmap`` finds since the plugin is called ``learning-roadmap``."""

    def load_config(self, options: Any, config_file_path: str | None = None) -> Any:
        """Refuses the former name before any option is looked at.

        Raises:
            PluginError: always.
        """
        raise PluginError(
            "The plugin 'roadmap' of this package is now called 'learning-roadmap'. In mkdocs.yml, write '- learning-roadmap:' under plugins; "
            "its options are the same. The module of its macros is 'learning_roadmap.mkdocs_plugin.macros'."
        )

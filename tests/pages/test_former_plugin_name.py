"""A configuration with the former name of the plugin gets an error with the new name."""

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from tests.pages.conftest import Project


@pytest.mark.parametrize("entry", ["roadmap", {"roadmap": {"file": "content/roadmap.yml"}}])
def test_the_former_plugin_name_is_an_error_with_the_new_name(project: Project, entry: object) -> None:
    with pytest.raises(PluginError, match="is now called 'learning-roadmap'"):
        load_config(str(project(plugins=["search", entry]) / "mkdocs.yml"))

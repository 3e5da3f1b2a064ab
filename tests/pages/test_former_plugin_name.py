"""A configuration with the former name of the plugin or of its module gets an error with the new name."""

import subprocess
import sys

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from tests.families import family
from tests.pages.conftest import Project


@pytest.mark.parametrize("entry", ["roadmap", {"roadmap": {"file": "content/roadmap.yml"}}])
def test_the_former_plugin_name_is_an_error_with_the_new_name(project: Project, entry: object) -> None:
    with pytest.raises(PluginError, match="is now called 'learning-roadmap'"):
        load_config(str(project(plugins=["search", entry]) / "mkdocs.yml"))


FORMER: dict[str, dict[str, object]] = {
    "macros": {"plugins": ["search", "learning-roadmap", {"macros": {"modules": ["mkdocs_roadmap.macros"]}}]},
    "macros before the plugin": {"plugins": ["search", {"macros": {"modules": ["mkdocs_roadmap.macros"]}}, "learning-roadmap"]},
    "hook": {"hooks": ["hook.py"]},
    "macros of the site": {"plugins": ["search", "learning-roadmap", {"macros": {"module_name": "hook"}}]},
}


# Each is a process: one where another plugin imports it before ours is there, and one where MkDocs does.
@pytest.mark.parametrize("name", family(FORMER, "macros before the plugin", "hook"))
def test_the_former_module_is_answered_with_the_new_one(project: Project, name: str) -> None:
    folder = project(**FORMER[name])
    (folder / "hook.py").write_text("from mkdocs_roadmap.macros import define_env\n", "utf-8")
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build"], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "The module 'mkdocs_roadmap' of this package is now called 'learning_roadmap'." in done.stderr
    assert "'learning_roadmap.mkdocs_plugin.macros'" in done.stderr
    assert "Traceback" not in done.stderr and "pip install" not in done.stderr

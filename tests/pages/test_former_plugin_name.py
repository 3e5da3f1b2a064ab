"""A configuration with the former name of the plugin or of its module gets an error with the new name."""

import subprocess
import sys

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from tests.pages.conftest import Project


@pytest.mark.parametrize("entry", ["roadmap", {"roadmap": {"file": "content/roadmap.yml"}}])
def test_the_former_plugin_name_is_an_error_with_the_new_name(project: Project, entry: object) -> None:
    with pytest.raises(PluginError, match="is now called 'learning-roadmap'"):
        load_config(str(project(plugins=["search", entry]) / "mkdocs.yml"))


@pytest.mark.parametrize(
    "changes",
    [
        {"plugins": ["search", "learning-roadmap", {"macros": {"modules": ["mkdocs_roadmap.macros"]}}]},
        {"plugins": ["search", {"macros": {"modules": ["mkdocs_roadmap.macros"]}}, "learning-roadmap"]},
        {"hooks": ["hook.py"]},
        {"plugins": ["search", "learning-roadmap", {"macros": {"module_name": "hook"}}]},
    ],
    ids=["macros", "macros before the plugin", "hook", "macros of the site"],
)
def test_the_former_module_is_answered_with_the_new_one(project: Project, changes: dict[str, object]) -> None:
    folder = project(**changes)
    (folder / "hook.py").write_text("from mkdocs_roadmap.macros import define_env\n", "utf-8")
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build"], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "The module 'mkdocs_roadmap' of this package is now called 'learning_roadmap'." in done.stderr
    assert "'learning_roadmap.mkdocs_plugin.macros'" in done.stderr
    assert "Traceback" not in done.stderr and "pip install" not in done.stderr

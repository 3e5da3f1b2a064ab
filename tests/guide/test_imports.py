"""The guide and the pages do not import each other."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(("package", "sibling"), [("guide", "pages"), ("pages", "guide")])
def test_the_guide_does_not_import_the_pages_package(package: str, sibling: str) -> None:
    code = f"import sys, learning_roadmap.{package}; print([name for name in sys.modules if name.startswith('learning_roadmap.{sibling}')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"

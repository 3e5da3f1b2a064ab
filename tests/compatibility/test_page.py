"""The page of other plugins names those that are tested, in the versions that are tested, and no others."""

import re

import yaml

from tests.compatibility.test_plugins import SITES
from tests.paths import ROOT

PAGE = (ROOT / "content" / "pages" / "engine" / "compatibility.md").read_text("utf-8")
ROWS = re.findall(r"^\| (`[^|]*) \| ([\d.]+) \|", PAGE, re.MULTILINE)
LOCK = dict(re.findall(r"^([a-z0-9-]+)==([^ ]+)", (ROOT / ".ci" / "locks" / "compatibility.txt").read_text("utf-8"), re.MULTILINE))


def test_the_plugins_of_the_page_are_those_that_are_tested() -> None:
    listed = {"i18n" if name == "static-i18n" else name for names, _ in ROWS for name in re.findall(r"`([a-z0-9-]+)`", names)}
    configured = [yaml.safe_load(plugin) for site in SITES.values() for plugin in site.plugins]
    tested = {plugin if isinstance(plugin, str) else next(iter(plugin)) for plugin in configured} | {"search"}
    assert listed == tested - {"learning-roadmap"}


def test_the_versions_of_the_page_are_those_that_are_tested() -> None:
    assert len(ROWS) > 10
    for names, version in ROWS:
        name = "material" if "Material" in names else re.findall(r"`([a-z0-9-]+)`", names)[0]
        packages = [package for package in (name, f"mkdocs-{name}", f"mkdocs-{name}-plugin") if package in LOCK]
        assert [LOCK[package] for package in packages] == [version], names
    assert f"ProperDocs {LOCK['properdocs'].rpartition('.')[0]} " in PAGE

"""A served site is built again and again by one plugin, and after any change it is the one that a new plugin makes without a cache."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from learning_roadmap.cache import SWITCH
from learning_roadmap.model import RoadmapIndex
from tests.families import family
from tests.pages.conftest import MACROS, Project
from tests.pages.test_frames import files, with_text

URL = "http://127.0.0.1:8000/"
# What changes while the site is served, and whether the roadmap stays the same.
CHANGES = {
    "a comment": (with_text("content/roadmap.yml", "\nphases:", "\n# A comment.\nphases:"), True),
    "a page": (with_text("content/pages/index.md", "There are", "Here are"), True),
    "a text": (with_text("content/roadmap.yml", "      summary: ", "      summary: Again "), False),
    "a topic": (with_text("content/roadmap.yml", "      title: ", "      title: Again "), False),
    "an option": (with_text("mkdocs.yml", "site_name: Test", "site_name: Test & more\nrepo_url: https://a.example/b\nedit_uri: c/"), True),
    "a line": (with_text("content/roadmap.yml", "\nphases:", "\n# Another comment.\nphases:"), True),
}
# Of the data, of a page and of the options.
CHOSEN = family(CHANGES, "a comment", "a page", "a topic", "an option")


@pytest.fixture
def kept_plugins() -> Iterator[dict[str, object]]:
    """The plugins that MkDocs keeps from build to build."""
    kept = MkDocsConfig.plugins.plugin_cache  # type: ignore[attr-defined]
    before = dict(kept)
    kept.clear()
    yield kept
    kept.clear()
    kept.update(before)


def serve(folder: Path) -> dict[str, bytes]:
    """Build once, as ``mkdocs serve`` does."""
    config = load_config(str(folder / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    config.site_url = URL
    build(config, serve_url=URL)
    return files(folder / "site")


def test_after_any_change_a_served_site_is_that_of_a_clean_build(
    project: Project, kept_plugins: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    folder = project(plugins=[{"learning-roadmap": {"search": True}}, {"macros": MACROS}], watch=["content"])
    serve(folder)
    made: list[RoadmapIndex] = []
    make = RoadmapIndex.__init__
    monkeypatch.setattr(RoadmapIndex, "__init__", lambda self, roadmap: made.append(self) or make(self, roadmap))
    for name in CHOSEN:
        change, is_same_roadmap = CHANGES[name]
        change(folder)
        made.clear()
        served = serve(folder)
        assert (not made) == is_same_roadmap, name
        plugins = dict(kept_plugins)
        kept_plugins.clear()
        with monkeypatch.context() as clean:
            clean.setenv(SWITCH, "0")
            assert serve(folder) == served, name
        kept_plugins.update(plugins)

"""The navigation of a page is the one that Material renders, though most of its items are rendered once for many pages."""

from pathlib import Path

import pytest
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import get_navigation
from mkdocs.utils import normalize_url, templates

from learning_roadmap.mkdocs_plugin.nav_items import remember_items

MORE = [f"phases/{letter}.md" for letter in "cdefghij"]
NAV = [
    "index.md",
    {"Phases": ["phases/index.md", "phases/a.md", "phases/b.md", *MORE, {"Deeper": ["phases/a/inside.md", "other/x.md"]}]},
    {"Elsewhere": [{"Far": "https://example.org/"}, {"Near": "phases/b/"}, "other/y.md"]},
]
PATHS = ["index.md", "phases/index.md", "phases/a.md", "phases/b.md", *MORE, "phases/a/inside.md", "other/x.md", "other/y.md", "lone/z.md"]
PARTIAL = '{% import "partials/language.html" as lang with context %}{% include "partials/nav.html" %}'


def navigations(config: MkDocsConfig, *, remembered: bool) -> list[str]:
    """The navigation on every page."""
    files = Files([File(path, None, config.site_dir, config.use_directory_urls) for path in PATHS])
    nav = get_navigation(files, config)
    env = config.theme.get_env()
    if remembered:
        remember_items(env, nav)
    pages = [file.page for file in files if file.page]
    for page in pages:
        page.title = page.file.src_uri
    rendered = []
    for page in pages:
        page.active = True
        rendered.append(env.from_string(PARTIAL).render({**get_context(nav, files, config, page), "features": config.theme["features"]}))
        page.active = False
    return rendered


@pytest.mark.parametrize("directories", [False, True], ids=["file-urls", "directory-urls"])
@pytest.mark.parametrize("features", [[], ["navigation.prune", "navigation.indexes"], ["navigation.tabs", "navigation.sections"]], ids=str)
@pytest.mark.parametrize("nav", [NAV, [*NAV, {"Again": ["phases/a.md"]}]], ids=["a tree", "a page in two sections"])
def test_the_navigation_is_that_of_material(
    features: list[str], directories: bool, nav: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = {"name": "material", "features": features}
    config = load_config(site_name="Test", docs_dir=str(tmp_path), theme=theme, nav=nav, use_directory_urls=directories, plugins=[])
    addresses: list[str] = []
    monkeypatch.setattr(templates, "normalize_url", lambda path, **where: addresses.append(path) or normalize_url(path, **where))
    plain = navigations(config, remembered=False)
    count = len(addresses)
    assert navigations(config, remembered=True) == plain
    assert len(addresses) - count < count * 0.8 or nav is not NAV

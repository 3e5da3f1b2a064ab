"""A site with ``csp: true`` has one policy for all pages, which depends on the theme and not on the content."""

import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from learning_roadmap.mkdocs_plugin.csp import policy
from tests.pages.conftest import MACROS, Project, build_site, page_at

pytestmark = pytest.mark.slow

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
PLUGINS = ["search", {"learning-roadmap": {"csp": True}}, {"macros": MACROS}]
SNEAKED = "# Home\n\n<script>sneaked()</script>\n\n<style>p { color: red }</style>\n"


def policies(site: Path) -> set[str]:
    found: set[str] = set()
    for path in site.rglob("*.html"):
        (one,) = META.findall(path.read_text("utf-8"))
        found.add(one)
    return found


@pytest.mark.parametrize("directory_urls", [False, True])
def test_every_page_has_the_same_policy_and_it_allows_every_script_of_the_theme(project: Project, directory_urls: bool) -> None:
    site = build_site(project(plugins=PLUGINS, use_directory_urls=directory_urls, site_url="https://example.org/map/"))
    (one,) = policies(site)
    assert "<meta http-equiv" in (site / "404.html").read_text("utf-8")
    for path in site.rglob("*.html"):
        allowed = set(policy([path.read_text("utf-8")]).split("; ")[1].split())
        assert allowed <= set(one.split("; ")[1].split()), path


def test_inline_scripts_of_handwritten_pages_are_not_allowed(project: Project) -> None:
    clean = policies(build_site(project(plugins=PLUGINS, index="# Home")))
    site = build_site(project(plugins=PLUGINS, index=SNEAKED))
    assert policies(site) == clean
    assert "sneaked()" in page_at(site, "index")


def test_without_the_option_there_is_no_policy(site: Path) -> None:
    assert not any(META.search(path.read_text("utf-8")) for path in site.rglob("*.html"))


def test_a_page_under_mkdocs_serve_has_no_policy(project: Project) -> None:
    # `mkdocs serve` puts a script into every page.
    folder = project(plugins=PLUGINS)
    config = load_config(str(folder / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    assert not META.search((folder / "site" / "index.html").read_text("utf-8"))


def test_no_page_requests_a_prefetch_that_its_policy_refuses(project: Project) -> None:
    # Firefox fetches what rel="next" names, and "default-src 'none'" refuses it: once on every page.
    index = '# Home\n\n`<link rel="next" href="x">`\n'
    site = build_site(project(plugins=PLUGINS, index=index))
    pages = {path: path.read_text("utf-8").partition("</head>") for path in site.rglob("*.html")}
    assert not any('rel="next"' in head for head, _, _ in pages.values())
    assert sum('<link rel="next-page" href="' in head for head, _, _ in pages.values()) >= 10
    assert sum('<link rel="prev" href="' in head for head, _, _ in pages.values()) >= 10
    assert 'rel="next"' in pages[site / "index.html"][2]


def test_without_a_policy_the_prefetch_is_kept(site: Path) -> None:
    assert any('<link rel="next" href="' in path.read_text("utf-8") for path in site.rglob("*.html"))

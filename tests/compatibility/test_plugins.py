"""Sites with other plugins and themes, built in an environment that has them: `make test-all`.

ROADMAP_COMPATIBILITY names its Python. What content/pages/engine/compatibility.md says of each plugin is tested here.
"""

import base64
import hashlib
import os
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.pages.conftest import SMALL
from tests.paths import ROOT

PYTHON = os.environ.get("ROADMAP_COMPATIBILITY", "")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not PYTHON, reason="ROADMAP_COMPATIBILITY names no Python")]

PAGES = {"index.md": "# Home\n", "notes/index.md": "# Notes\n", "notes/a.md": "---\ntags: [x]\n---\n# Note A\n"}
POST = {"blog/index.md": "# Blog\n", "blog/posts/a.md": "---\ndate: 2026-01-01\n---\n# Post\n\nText\n"}
LANGUAGES = "{docs_structure: suffix, languages: [{locale: en, name: English, default: true}, {locale: de, name: Deutsch}]}"
OURS = "learning-roadmap: {file: roadmap.yml}"
POLICY = "learning-roadmap: {file: roadmap.yml, csp: true}"
NAV = "nav: [index.md, notes/index.md, notes/a.md, {Road: roadmap:phases}, roadmap:topics]"
# What the navigation of a home page links to.
ALL = ("phases/foundations", "topics", "dashboard", "notes/a")
SOME = ("phases/foundations", "topics", "notes/a")


@dataclass(frozen=True)
class Site:
    """A site with other plugins, and what its navigation has; or why it is not built."""

    plugins: tuple[str, ...] = ()
    files: dict[str, str] = field(default_factory=dict)
    links: tuple[str, ...] = ALL
    more: str = ""
    theme: str = "material"
    refusal: str = ""
    ours: str = POLICY


def navigation(name: str, text: str) -> dict[str, str]:
    return {name: text}


SITES = {
    "alone": Site(more=NAV, links=SOME),
    "mkdocs": Site(theme="mkdocs"),
    "readthedocs": Site(theme="readthedocs", ours=OURS),
    "readthedocs with a policy": Site(theme="readthedocs", refusal="leave out the option csp"),
    "tags": Site(("tags",)),
    "blog": Site(("blog",), POST),
    "redirects": Site(("redirects: {redirect_maps: {old.md: phases/index.md}}",)),
    "minify": Site(("minify: {minify_html: true, minify_js: true, minify_css: true}",)),
    "glightbox": Site(("glightbox",), ours=OURS),
    "glightbox with a policy": Site(("glightbox",), refusal="leave out one of the two"),
    "section-index": Site(("section-index",)),
    "mike": Site(("mike",)),
    "offline": Site(("offline",)),
    "awesome-nav": Site(("awesome-nav",)),
    "awesome-nav with a file": Site(("awesome-nav",), navigation(".nav.yml", "nav: [index.md, notes, Road: roadmap:phases, roadmap:topics]"), SOME),
    "awesome-pages": Site(("awesome-pages",)),
    "awesome-pages with a file": Site(("awesome-pages",), navigation(".pages", "nav: [index.md, notes, Road: phases, topics.md]"), SOME),
    "awesome-pages with a placeholder": Site(
        ("awesome-pages",), navigation(".pages", "nav: [index.md, roadmap:phases]"), refusal="write 'phases' in place of 'roadmap:phases'"
    ),
    "literate-nav": Site(("literate-nav",)),
    "literate-nav with a file": Site(
        ("literate-nav",),
        navigation("SUMMARY.md", "* [Home](index.md)\n* [Notes](notes/)\n* [Road](roadmap:phases)\n* [Topics](roadmap:topics)\n"),
        SOME,
    ),
    "literate-nav without the roadmap": Site(
        ("literate-nav",), navigation("SUMMARY.md", "* [Home](index.md)\n"), refusal="has no page of the roadmap — add them to SUMMARY.md, such as"
    ),
    "i18n": Site((f"i18n: {LANGUAGES}",), refusal="Run 'roadmap export'"),
    "two roadmaps": Site((OURS,), refusal="A site has one roadmap"),
    "ten plugins": Site(
        ("tags", "blog", "redirects: {redirect_maps: {old.md: phases/index.md}}",
         "glightbox", "mike", "awesome-nav", "privacy: {enabled: false}", "minify", "offline"),
        POST,
        ours=OURS,
    ),
}  # fmt: skip


class Page(HTMLParser):
    """The links and inline scripts of a page, and its policy."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.scripts: list[str] = []
        self.policy = ""
        self._is_script = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "a":
            self.links.add(re.sub(r"(/|/index\.html|\.html)?(#.*)?$", "", values.get("href") or ""))
        if (values.get("http-equiv") or "").lower() == "content-security-policy":
            self.policy = values.get("content") or ""
        self._is_script = tag == "script" and "src" not in values and values.get("type") in (None, "text/javascript")

    def handle_data(self, data: str) -> None:
        if self._is_script:
            self.scripts.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._is_script = False


def build(folder: Path, site: Site, urls: str, generator: str) -> subprocess.CompletedProcess[str]:
    for path, text in (PAGES | site.files).items():
        (folder / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "docs" / path).write_text(text, "utf-8")
    shutil.copy(SMALL, folder / "roadmap.yml")
    lines = ["site_name: X", "site_url: https://example.org/x/", f"use_directory_urls: {urls}", f"theme: {{name: {site.theme}}}", site.more]
    lines += ["plugins:", *(f"  - {plugin}" for plugin in ("search", site.ours, *site.plugins))]
    (folder / "mkdocs.yml").write_text("\n".join(lines) + "\n", "utf-8")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONPATH": str(ROOT / "plugins")}
    command = [PYTHON, "-m", generator, "build", "--strict", "-f", "mkdocs.yml"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def accepted(tmp_path: Path, site: Site, urls: str, generator: str) -> None:
    done = build(tmp_path, site, urls, generator)
    assert "Traceback" not in done.stderr
    if site.refusal:
        assert done.returncode == 1 and site.refusal in done.stderr
        return
    assert done.returncode == 0, done.stderr
    home = Page((tmp_path / "site" / "index.html").read_text("utf-8"))
    assert set(site.links) <= home.links
    phase = next((tmp_path / "site").glob("phases/foundations*/index.html"), tmp_path / "site/phases/foundations.html").read_text("utf-8")
    assert "topic-vectors" in phase and "rm-topic" in phase
    for page in (home, Page(phase)):
        assert bool(page.policy) == (site.ours == POLICY)
        for script in page.scripts if page.policy else ():
            assert base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() in page.policy, script


@pytest.mark.parametrize("name", SITES)
def test_a_site_with_other_plugins_is_built(tmp_path: Path, name: str) -> None:
    accepted(tmp_path, SITES[name], "true", "mkdocs")


@pytest.mark.parametrize("name", ["alone", "mkdocs", "readthedocs", "awesome-nav with a file", "literate-nav with a file", "ten plugins"])
def test_addresses_that_name_files_work_as_well(tmp_path: Path, name: str) -> None:
    accepted(tmp_path, SITES[name], "false", "mkdocs")


@pytest.mark.parametrize("name", ["alone", "awesome-nav with a file", "ten plugins"])
def test_properdocs_builds_the_same(tmp_path: Path, name: str) -> None:
    accepted(tmp_path, SITES[name], "true", "properdocs")

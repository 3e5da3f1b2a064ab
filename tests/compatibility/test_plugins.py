"""Sites with other plugins and themes, built in an environment that has them: `make test-all`.

ROADMAP_COMPATIBILITY names its Python. What content/pages/engine/compatibility.md says of each plugin is tested here.
"""

import base64
import hashlib
import os
import re
import shutil
import subprocess
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

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
    is_first: bool = True  # whether ours is before the others in the list of plugins


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
    "section-index and awesome-nav": Site(("section-index", "awesome-nav")),
    "blog, awesome-nav and section-index, the blog as a page": Site(
        ("blog", "awesome-nav", "section-index"),
        POST | navigation(".nav.yml", "nav: [index.md, notes, Blog: blog/index.md, Road: roadmap:phases, '*']"),
    ),
    "blog and section-index, the blog as a page": Site(
        ("blog", "section-index"), POST, SOME, "nav: [index.md, notes/a.md, {Blog: blog/index.md}, {Road: roadmap:phases}, roadmap:topics]"
    ),
    "blog and navigation.indexes": Site(("blog", "awesome-nav"), POST, theme="material, features: [navigation.indexes]"),
    "social": Site(("social",), ours=OURS),
    "privacy": Site(("privacy: {assets: false}",)),
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
    if "social" in site.plugins:
        _put_fonts(folder / ".cache" / "plugin" / "social" / "fonts" / "Roboto")
    lines = ["site_name: X", "site_url: https://example.org/x/", f"use_directory_urls: {urls}", f"theme: {{name: {site.theme}}}", site.more]
    plugins = ("search", site.ours, *site.plugins) if site.is_first else ("search", *site.plugins, site.ours)
    lines += ["plugins:", *(f"  - {plugin}" for plugin in plugins)]
    (folder / "mkdocs.yml").write_text("\n".join(lines) + "\n", "utf-8")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONPATH": str(ROOT / "plugins")}
    command = [PYTHON, "-m", generator, "build", "--strict", "-f", "mkdocs.yml"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def _put_fonts(folder: Path) -> None:
    """What the plugin would download: any font, under the names of the styles that its pictures need."""
    command = [PYTHON, "-c", "import mkdocs; print(mkdocs.__path__[0])"]
    package = Path(subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip())
    folder.mkdir(parents=True)
    for style in ("Regular", "Bold"):
        shutil.copy(package / "themes/readthedocs/css/fonts/fontawesome-webfont.ttf", folder / f"{style}.ttf")


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


@pytest.mark.parametrize("name", [name for name, site in SITES.items() if not site.refusal])
def test_addresses_that_name_files_work_as_well_with_ours_after_the_others(tmp_path: Path, name: str) -> None:
    accepted(tmp_path, replace(SITES[name], is_first=False), "false", "mkdocs")


@pytest.mark.parametrize("name", [name for name, site in SITES.items() if not site.refusal and site.plugins])
def test_the_order_of_plugins_does_not_matter(tmp_path: Path, name: str) -> None:
    accepted(tmp_path, replace(SITES[name], is_first=False), "true", "mkdocs")


@pytest.mark.parametrize("is_with_ours", [True, False])
def test_blog_and_section_index_fail_by_themselves_if_the_blog_is_a_section(tmp_path: Path, is_with_ours: bool) -> None:
    """Not because of this plugin. If this test fails, they have been repaired: then the page needs no advice on it."""
    done = build(tmp_path, Site(("blog", "section-index"), POST, ours=OURS if is_with_ours else "tags"), "true", "mkdocs")
    assert done.returncode == 1 and "assert isinstance(view, View)" in done.stderr


def test_an_export_is_built_in_several_languages(tmp_path: Path) -> None:
    """The steps of the page, in order."""
    assert build(tmp_path, Site(), "true", "mkdocs").returncode == 0
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "plugins")}
    command = [PYTHON, "-m", "learning_roadmap", "export", "plain", "--data", "roadmap.yml", "--pages", "docs"]
    subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True)
    shutil.copytree(tmp_path / "plain" / "docs", tmp_path / "docs", dirs_exist_ok=True)
    exported = yaml.load((tmp_path / "plain" / "mkdocs.yml").read_text("utf-8"), yaml.BaseLoader)
    settings = {name: exported[name] for name in ("extra_css", "extra_javascript", "not_in_nav", "nav") if name in exported}
    i18n = yaml.safe_load(LANGUAGES)
    config = {"site_name": "X", "site_url": "https://example.org/x/", "theme": {"name": "material"}, "plugins": ["search", {"i18n": i18n}]} | settings
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    shutil.rmtree(tmp_path / "site")
    environment |= {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    done = subprocess.run([PYTHON, "-m", "mkdocs", "build", "--strict"], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for page in ("phases/foundations/index.html", "de/phases/foundations/index.html"):
        assert "topic-vectors" in (tmp_path / "site" / page).read_text("utf-8")


def test_mike_deploys_versions_that_share_progress(tmp_path: Path) -> None:
    """From a clone to the branch of another repository, as in a workflow."""
    origin, clone = tmp_path / "origin.git", tmp_path / "clone"
    identity = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org"}
    environment = {**os.environ, **identity, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONPATH": str(ROOT / "plugins")}
    environment["PATH"] = os.pathsep.join([str(Path(PYTHON).parent), os.environ["PATH"]])  # it calls mkdocs

    def run(*command: str, folder: Path = clone) -> str:
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True).stdout

    run("git", "init", "--quiet", "--bare", str(origin), folder=tmp_path)
    run("git", "clone", "--quiet", str(origin), str(clone), folder=tmp_path)
    assert build(clone, Site(("mike",), ours="learning-roadmap: {file: roadmap.yml, scope: roads}"), "true", "mkdocs").returncode == 0
    shutil.rmtree(clone / "site")
    run("git", "add", "--all")
    run("git", "commit", "--quiet", "--message", "A site")
    for version, alias in (("1.0", "old"), ("2.0", "latest")):
        run(str(Path(PYTHON).parent / "mike"), "deploy", "--push", version, alias)
    files = run("git", "ls-tree", "-r", "--name-only", "gh-pages", folder=origin).split("\n")
    assert {"versions.json", "1.0/phases/foundations/index.html", "2.0/phases/foundations/index.html", "2.0/roadmap.json"} <= set(files)
    scoped = run("git", "grep", "-l", '"scope": *"roads"', "gh-pages", folder=origin)
    assert all(f"gh-pages:{version}/" in scoped for version in ("1.0", "2.0"))


@pytest.mark.parametrize("name", ["alone", "awesome-nav with a file", "ten plugins"])
def test_properdocs_builds_the_same(tmp_path: Path, name: str) -> None:
    accepted(tmp_path, SITES[name], "true", "properdocs")

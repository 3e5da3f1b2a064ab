"""The language of a site: its texts, its titles, its data, and the switch to the other languages."""

import json
import re
from html import unescape
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from tests.pages.conftest import Project, build_site
from tests.pages.webpage import see

DATA = """
format: 2
id: bread
title: Bread
language: en
phases:
- id: dough
  title: Dough
  translations:
  - {language: zh, title: 面团}
  sections:
  - id: basics
    title: Basics
    topics:
    - {id: kneading, title: Kneading, summary: By hand., translations: [{language: zh, title: 揉面, summary: 用手。}]}
    - {id: proving, title: Proving, summary: Wait., check: [{ask: Why wait?, answer: It rises.}]}
"""
REMOVED = """
history:
- {id: oven, kind: phase, was: retired, reason: no oven}
"""
PLUGINS = [{"learning-roadmap": {"cards": False}}, {"macros": {"modules": ["learning_roadmap.mkdocs_plugin.macros"]}}]
CHINESE = {"name": "material", "language": "zh", "font": False, "custom_dir": str(Path(__file__).parents[2] / "overrides")}
URL = "https://example.org/bread/"
HEADING_LINK = re.compile(r'<a class="headerlink"[^>]*>')
ALTERNATES = [
    {"name": "English", "link": "../index.html", "lang": "en", "docs_dir": "english"},
    {"name": "简体中文", "link": "index.html", "lang": "zh", "docs_dir": "content/pages"},
]


@pytest.fixture(scope="module")
def chinese(project: Project) -> Path:
    extra = {"extra": {"alternate": ALTERNATES}, "site_url": f"{URL}zh/", "markdown_extensions": [{"toc": {"permalink": "#"}}]}
    folder = project(DATA + REMOVED, "# 首页", theme=CHINESE, plugins=PLUGINS, use_directory_urls=False, **extra)
    (folder / "content" / "pages" / "own.md").write_text("# 中文", encoding="utf-8")
    (folder / "english").mkdir()
    (folder / "english" / "index.md").write_text("# Home", encoding="utf-8")
    return build_site(folder)


def test_every_link_to_a_heading_says_what_it_links_to(chinese: Path) -> None:
    """Also on handwritten pages, where Markdown would call all of them "#"."""
    links = [link for name in ("own.html", "phases/dough.html") for link in HEADING_LINK.findall((chinese / name).read_text("utf-8"))]
    assert len(links) == 2 and {re.sub(r'.* aria-label="([^"]*)".*', r"\1", link) for link in links} == {"“中文”的链接", "“Basics”的链接"}


def text_of(path: Path) -> str:
    return " ".join("".join(see(path.read_text("utf-8")).text).split())


def test_the_language_of_the_theme_is_that_of_the_pages(chinese: Path) -> None:
    page = chinese / "phases" / "dough.html"
    assert '<html lang="zh"' in page.read_text("utf-8")
    text = text_of(page)
    assert "面团" in text and "揉面" in text and "用手。" in text and "又称 Kneading" in text
    assert "Proving" in text, "what is not translated stays"
    assert "第 1 阶段，共 1 个" in text


def test_texts_that_are_not_translated_say_their_language(chinese: Path) -> None:
    html = (chinese / "phases" / "dough.html").read_text("utf-8")
    assert '<p class="rm-summary" lang="en">Wait.</p>' in html and '<p class="rm-summary">用手。</p>' in html
    assert '<summary lang="en">Why wait?</summary><p lang="en">It rises.</p>' in html


def test_the_published_data_is_as_written(chinese: Path) -> None:
    data = json.loads((chinese / "roadmap.json").read_text("utf-8"))
    assert data["phases"][0]["title"] == "Dough"
    assert data["phases"][0]["translations"] == [{"language": "zh", "title": "面团"}]


def test_the_switch_leads_to_the_same_page(chinese: Path) -> None:
    def links(path: str) -> list[str]:
        tags = re.findall(r'<a [^>]*class="md-select__link"[^>]*>', (chinese / path).read_text("utf-8"))
        return [unescape(re.findall(r'href="([^"]*)"', tag)[0]) for tag in tags]

    assert links("phases/dough.html") == ["../../phases/dough.html", "../phases/dough.html"]
    assert links("404.html") == ["/bread/zh/../index.html", "/bread/zh/index.html"]
    assert links("index.html") == ["./../index.html", "./index.html"]
    assert links("own.html") == ["./../index.html", "./own.html"], "pages by hand may be missing in the other language"


def test_search_engines_are_told_the_same_page_in_each_language(chinese: Path) -> None:
    def languages(path: str) -> dict[str, str]:
        return dict(re.findall(r'<link rel="alternate ?" hreflang="([^"]*)" href="([^"]*)">', (chinese / path).read_text("utf-8")))

    assert languages("phases/dough.html") == {"en": f"{URL}phases/dough.html", "zh": f"{URL}zh/phases/dough.html"}
    assert languages("index.html") == {"en": f"{URL}index.html", "zh": f"{URL}zh/index.html"}
    assert languages("own.html") == languages("dashboard/plan.html") == {}, "in one language only, or private"
    assert all('<link rel="alternate" href="' not in path.read_text("utf-8") for path in chinese.rglob("*.html")), "none of the home pages"
    assert (chinese / "robots.txt").read_text("utf-8").split("Sitemap: ")[1:] == [f"{URL}zh/sitemap.xml\n", f"{URL}sitemap.xml\n"]


def test_a_redirect_page_is_in_the_language(chinese: Path) -> None:
    html = (chinese / "phases" / "oven.html").read_text("utf-8")
    assert '<html lang="zh">' in html and "已从路线图中移除" in html


def test_an_option_overrules_the_language_of_the_theme(project: Project) -> None:
    site = build_site(project(DATA, "# Home", theme=CHINESE, plugins=[{"learning-roadmap": {"language": "en"}}]))
    assert "Phase 1 of 1" in text_of(site / "phases" / "dough" / "index.html")


def test_an_unknown_language_is_refused(project: Project, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(Abort):
        build_site(project(DATA, "# Home", plugins=[{"learning-roadmap": {"language": "xx"}}]))


def test_the_guide_is_in_english_where_its_fonts_lack_the_characters(project: Project, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    site = build_site(project(DATA, "# 首页", theme=CHINESE, plugins=[{"learning-roadmap": {"guide": True}}]))
    assert (site / "study-guide.pdf").stat().st_size > 10_000
    assert "study guide: in English" in caplog.text

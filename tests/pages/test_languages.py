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
    - {id: proving, title: Proving}
"""
PLUGINS = [{"learning-roadmap": {}}, {"macros": {"modules": ["learning_roadmap.mkdocs_plugin.macros"]}}]
CHINESE = {"name": "material", "language": "zh", "font": False, "custom_dir": str(Path(__file__).parents[2] / "overrides")}
ALTERNATES = [{"name": "English", "link": "../index.html", "lang": "en"}, {"name": "简体中文", "link": "index.html", "lang": "zh"}]


@pytest.fixture(scope="module")
def chinese(project: Project) -> Path:
    return build_site(project(DATA, "# 首页", theme=CHINESE, plugins=PLUGINS, extra={"alternate": ALTERNATES}, use_directory_urls=False))


def text_of(path: Path) -> str:
    return " ".join("".join(see(path.read_text("utf-8")).text).split())


def test_the_language_of_the_theme_is_that_of_the_pages(chinese: Path) -> None:
    page = chinese / "phases" / "dough.html"
    assert '<html lang="zh"' in page.read_text("utf-8")
    text = text_of(page)
    assert "面团" in text and "揉面" in text and "用手。" in text and "又称 Kneading" in text
    assert "Proving" in text, "what is not translated stays"
    assert "第 1 阶段，共 1 个" in text


def test_the_published_data_is_as_written(chinese: Path) -> None:
    data = json.loads((chinese / "roadmap.json").read_text("utf-8"))
    assert data["phases"][0]["title"] == "Dough"
    assert data["phases"][0]["translations"] == [{"language": "zh", "title": "面团"}]


def test_the_switch_leads_to_the_same_page(chinese: Path) -> None:
    def links(path: str) -> list[str]:
        tags = re.findall(r'<a [^>]*class="md-select__link"[^>]*>', (chinese / path).read_text("utf-8"))
        return [unescape(re.findall(r'href="([^"]*)"', tag)[0]) for tag in tags]

    assert links("phases/dough.html") == ["../../phases/dough.html", "../phases/dough.html"]
    assert links("404.html") == ["/../index.html", "/index.html"]
    assert links("index.html") == ["./../index.html", "./index.html"], "pages by hand may be missing in the other language"


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

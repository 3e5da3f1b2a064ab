"""The published site builds without a warning, its links resolve, and its study guide is complete."""

import json
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page

from learning_roadmap.datafile import DataFile
from learning_roadmap.guide import Options, make_guide
from learning_roadmap.model.index import RoadmapIndex
from tests.browser.page import until
from tests.guide.guides import MM, letters_off_the_paper, plain, text_of
from tests.pages.webpage import broken_links

pytestmark = pytest.mark.slow


def test_every_link_resolves(site: Path) -> None:
    assert broken_links(site) == []


def test_every_topic_is_in_the_published_data(site: Path, published: DataFile) -> None:
    data = json.loads((site / "roadmap.json").read_text("utf-8"))
    assert [phase["id"] for phase in data["phases"]] == [phase.id for phase in published.roadmap.phases]


def test_a_phase_of_projects_says_how_many_it_has(site: Path, published: DataFile) -> None:
    portfolio = published.roadmap.phases[-1]
    assert not any(section.topics for section in portfolio.sections)
    count = sum(len(section.projects) for section in portfolio.sections)
    assert f">{count} projects<" in (site / "index.html").read_text("utf-8")


def test_the_study_guide_contains_every_topic_uncut(published: DataFile) -> None:
    index = RoadmapIndex(published.roadmap)
    guide = make_guide(index, Options(date(2026, 1, 15), site="https://example.org/roadmap/"))
    assert guide.warnings == ()
    assert letters_off_the_paper(guide.pdf, 8 * MM) == []
    text = plain(text_of(guide.pdf))
    assert [topic.title for topic in index.topics.values() if plain(topic.title) not in text] == []


def test_every_page_opens_without_a_policy_violation(page: Page, site: Path) -> None:
    paths = [path for path in site.rglob("*.html") if path.name != "404.html"]
    english = [path for path in paths if not path.is_relative_to(site / "zh")]
    # The policy is that of the English pages: one page of each folder is enough.
    chinese = {path.parent: path for path in paths if path.is_relative_to(site / "zh")}.values()
    for path in sorted((*english, *chinese)):
        page.goto(path.as_uri())
        until(page, "globalThis.roadmap?.progressBars")

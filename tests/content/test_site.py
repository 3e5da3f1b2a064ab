"""The published site builds without a warning, its links resolve, and its study guide is complete."""

import json
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page

from learning_roadmap.datafile import DataFile
from learning_roadmap.guide import GUIDE_FILE
from learning_roadmap.model.index import RoadmapIndex
from tests.browser.page import until
from tests.content.conftest import CONTENT
from tests.families import family
from tests.guide.guides import MM, letters_off_the_paper, plain
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


def test_the_study_guide_contains_every_topic_uncut(site: Path, published: DataFile) -> None:
    pdf = (site / GUIDE_FILE).read_bytes()
    assert letters_off_the_paper(pdf, 8 * MM) == []
    # All of the guide has hundreds of pages; this library reads them in a thirtieth of the time.
    text = plain("\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)))
    topics = RoadmapIndex(published.roadmap).topics.values()
    assert [topic.title for topic in topics if plain(topic.title) not in text] == []


def test_every_page_opens_without_a_policy_violation(page: Page, site: Path) -> None:
    paths = sorted(path for path in site.rglob("*.html") if path.name != "404.html")
    # The policy is one for all pages: `make test` opens all that people have written in English for learners, and the home page in Chinese.
    # `tests/browser/test_policy.py` opens a page of every kind of entry.
    written = {site / f"{page.stem}.html" for page in (CONTENT / "pages").glob("*.md")} | {site / "zh" / "index.html"}
    for path in family(paths, *(path for path in paths if path in written)):
        page.goto(path.as_uri())
        until(page, "globalThis.roadmap?.progressBars")

"""The home page, the Sources page, the foot of pages and the page for addresses that do not exist."""

import posixpath
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from learning_roadmap.model import Project as LearningProject
from learning_roadmap.model import Roadmap, RoadmapIndex, Topic
from learning_roadmap.pages import Settings, Snippets, build_pages, last_change
from learning_roadmap.pages.agreement import Agreements
from learning_roadmap.pages.map_filters import map_filters
from tests.pages.conftest import Project, build_site, page_at

SETTINGS = Settings(lambda here, there: posixpath.relpath(there, posixpath.dirname(here) or "."))
DATA = """
format: 2
id: small
title: Small
phases:
- id: one
  title: One
  sections:
  - id: first
    title: First
    topics:
    - {id: alpha, title: Alpha, hours: 3, named: [NAMED]}
    - {id: beta, title: Beta, hours: 2.5}
"""


def index_of(text: str) -> RoadmapIndex:
    # Without types for days: the data file has text.
    return RoadmapIndex(Roadmap.model_validate(yaml.load(text, yaml.BaseLoader)))


def index_with(documents: int, naming: int) -> RoadmapIndex:
    """A roadmap of two topics and some documents, of which some name the first topic."""
    named = ", ".join(f"{{document: d{number}, line: 1, words: Alpha}}" for number in range(naming))
    text = DATA.replace("NAMED", named)
    text += "documents:\n" if documents else ""
    for number in range(documents):
        outline = "\n  outline:\n  - {line: 1, kind: topic, text: Alpha}" if number < naming else ""
        text += f"- id: d{number}\n  title: Document {number}\n  file: d{number}.md{outline}\n"
    return index_of(text)


def welcome(index: RoadmapIndex, guide: str = "", poster: str = "") -> str:
    return Snippets("index.md", index, SETTINGS).welcome(guide, poster)


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


@pytest.mark.parametrize(("documents", "enough"), [(0, 0), (1, 0), (2, 2), (3, 3), (5, 3), (6, 3)])
def test_documents_agree_on_the_topics_of_the_core(documents: int, enough: int) -> None:
    assert Agreements(index_with(documents, 0)).enough == enough


def test_agreement_counts_the_topics_that_each_document_names() -> None:
    index = index_with(3, 3)
    agreement = Agreements(index).of(index.roadmap.phases[0])
    assert (agreement.topics, dict(agreement.named), agreement.agreed, agreement.sources) == (2, {"d0": 1, "d1": 1, "d2": 1}, 1, 3)
    assert Agreements(index).of() == agreement


def test_the_home_page_the_map_and_the_rows_of_a_phase_filter_the_same_topics() -> None:
    """A topic with subtopics counts as these, for the documents that name none of them."""
    index = index_with(3, 3)
    [section] = index.roadmap.phases[0].sections
    alpha, beta = section.topics
    parts = (Topic(id="gamma", title="Gamma"), Topic(id="delta", title="Delta"))
    named = beta.model_copy(update={"topics": parts, "named": alpha.named})
    phase = index.roadmap.phases[0].model_copy(update={"sections": (section.model_copy(update={"topics": (alpha, named)}),)})
    project = LearningProject(id="build", title="Build", topics=("beta",))
    index = RoadmapIndex(index.roadmap.model_copy(update={"phases": (phase,), "projects": (project,)}))
    html = next(page.html for page in build_pages(index, SETTINGS) if page.path == "phases/one.md")
    assert re.findall(r'id="topic-(\w+)"[^>]* data-rm-core', html) == ["alpha", "gamma", "delta"]
    assert Agreements(index).of().agreed == 3
    assert re.findall(r'id="topic-(\w+)"[^>]* data-rm-project', html) == ["gamma", "delta"]
    assert (map_filters(index).core, map_filters(index).projects) == ("0-3", "1-3")


def test_the_home_page_says_where_to_begin_and_what_it_rests_on() -> None:
    html = welcome(index_with(3, 3), "study-guide.pdf", "roadmap-poster.pdf")
    assert html.startswith('<div class="rm-welcome"') and "data-rm-welcome" in html
    assert 'href="phases/one.md"' in html and 'href="study-guide.pdf"' in html and 'href="roadmap-poster.pdf"' in html
    assert "Merged from 3 sources 1 topic in at least 3 of them No account" in words(html)


def test_without_sources_it_claims_none() -> None:
    html = welcome(index_with(0, 0))
    assert "source" not in html and "No account" in html and "PDF" not in html
    assert "at least" not in welcome(index_with(1, 1))


def test_without_phases_there_is_nowhere_to_begin() -> None:
    assert welcome(index_of("format: 2\nid: small\ntitle: Small\n")) == ""


def test_the_last_change_is_the_last_day_that_the_data_names() -> None:
    assert last_change(index_with(1, 1)) == ""
    checked = "papers:\n- {id: p, title: P, checked: {on: 2026-03-04, in: arXiv}}\n- {id: q, title: Q, checked: {on: 2025-12-31, in: arXiv}}\n"
    assert last_change(index_of(DATA.replace("NAMED", "") + checked)) == "2026-03-04"


def test_the_sources_page_counts_what_each_source_names() -> None:
    index = index_with(3, 2)
    html = next(page.html for page in build_pages(index, SETTINGS) if page.path == "documents/index.md")
    table = ElementTree.fromstring(re.findall("<table.*?</table>", html, re.DOTALL)[0])
    rows = [[" ".join("".join(cell.itertext()).split()) for cell in row] for row in table.iter("tr")]
    assert rows[1] == ["One", "2", "1", "1", "–", "–"] and rows[-1][0] == "Whole roadmap"
    widths = [rect.get("width") for rect in table.iter("rect") if rect.get("class") == "rm-share-named"]
    assert widths[:3] == ["50", "50", "50"]
    assert "style=" not in html


def test_of_many_sources_the_page_counts_how_many_name_a_topic() -> None:
    def header_and_first_row(documents: int) -> list[list[str]]:
        pages = build_pages(index_with(documents, 4), SETTINGS)
        html = next(page.html for page in pages if page.path == "documents/index.md")
        table = ElementTree.fromstring(re.findall("<table.*?</table>", html, re.DOTALL)[0])
        return [[" ".join("".join(cell.itertext()).split()) for cell in row] for row in list(table.iter("tr"))[:2]]

    assert [len(row) for row in header_and_first_row(12)] == [15, 15]
    assert header_and_first_row(13) == [["Phase", "Topics", "Sources", "In at least 3"], ["One", "2", "4", "1"]]


def test_nodes_of_the_map_show_hours_and_sources() -> None:
    html = Snippets("index.md", index_with(3, 2), SETTINGS).map()
    assert html.count('class="rm-dot-named"') == 2 * 2 * 2 and html.count('class="rm-dot-silent"') == 2 * 2
    assert 'data-hours="5.5"' in html and "<title>2 of 3 sources</title>" in html
    assert "rm-dot" not in Snippets("index.md", index_with(1, 1), SETTINGS).map(), "one source agrees with itself"
    assert ">4/7<" in Snippets("index.md", index_with(7, 4), SETTINGS).map().replace("&#47;", "/")


def test_every_page_ends_with_license_data_and_version(site: Path) -> None:
    for name in ("index", "phases/foundations", "map"):
        foot = page_at(site, name).partition('<div class="md-copyright rm-footer">')[2]
        assert re.search(r"Version [0-9a-f]{7}</p>", foot) and "roadmap.json" in foot and "Privacy" not in foot


def test_the_icon_is_ours(site: Path) -> None:
    assert 'type="image/svg+xml" href="assets/images/favicon.svg"' in page_at(site, "index")
    ElementTree.parse(site / "assets" / "images" / "favicon.svg")
    assert (site / "assets" / "images" / "favicon.png").read_bytes().startswith(b"\x89PNG")


def test_an_address_that_does_not_exist_leads_on(project: Project) -> None:
    html = (build_site(project()) / "404.html").read_text("utf-8")
    main = html.partition('<div class="rm-missing">')[2].partition("</article>")[0]
    assert "Page not found" in main and main.count("<li>") > 1
    assert 'class="md-button' not in main


def test_a_site_s_own_overrides_come_first(project: Project, tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text('{% extends "main.html" %}{% block content %}<h1>Mine</h1>{% endblock %}', "utf-8")
    theme = {"name": "material", "font": False, "custom_dir": str(tmp_path)}
    assert "<h1>Mine</h1>" in (build_site(project(theme=theme)) / "404.html").read_text("utf-8")


def test_other_themes_are_left_alone(project: Project) -> None:
    site = build_site(project(theme={"name": "mkdocs"}))
    assert "rm-footer" not in (site / "index.html").read_text("utf-8") and not (site / "assets" / "images" / "favicon.svg").exists()

"""The core: pages from a roadmap, without MkDocs."""

import json
import posixpath
import subprocess
import sys
from pathlib import Path

import pytest

from learning_roadmap.datafile import load, parse
from learning_roadmap.model.index import RoadmapIndex, walk_outline
from learning_roadmap.pages import Page, Settings, Snippets, UnknownName, build_pages
from learning_roadmap.pages.client_data import client_data
from learning_roadmap.pages.client_files import make_client
from learning_roadmap.pages.data_json import data_json, schema_json
from learning_roadmap.text.decode import DecodedText
from tests.pages.conftest import SMALL
from tests.pages.webpage import see


def relative(here: str, there: str) -> str:
    return posixpath.relpath(there, posixpath.dirname(here) or ".")


SETTINGS = Settings(relative, lambda id: f"https://example.org/edit#{id}")


@pytest.fixture(scope="module")
def pages(index: RoadmapIndex) -> dict[str, Page]:
    return {page.path: page for page in build_pages(index, SETTINGS)}


def test_there_is_a_page_for_each_phase_document_and_kind(pages: dict[str, Page]) -> None:
    assert list(pages) == [
        "dashboard/index.md", "dashboard/path.md", "dashboard/placement.md", "dashboard/plan.md", "dashboard/remaining.md", "dashboard/journal.md",
            "dashboard/certificate.md", "dashboard/changes.md", "dashboard/backup.md", "dashboard/print.md",
        "dashboard/shared.md",
        "map.md",
        "phases/index.md", "phases/foundations.md", "phases/deep-learning.md",
        "documents/index.md", "documents/alpha.md", "documents/beta.md",
        "topics.md", "resources.md", "papers.md", "projects.md", "roles/index.md", "roles/engineer.md", "milestones.md",
        "routine.md", "tips.md", "certifications.md", "tracking.md",
    ]  # fmt: skip


def test_an_empty_roadmap_has_no_pages() -> None:
    roadmap = parse(DecodedText("x.yml", ("format: 2", "id: x", "title: X")), Path("x.yml")).roadmap
    assert build_pages(RoadmapIndex(roadmap), SETTINGS) == []


def test_every_heading_of_a_table_of_contents_is_on_its_page(pages: dict[str, Page]) -> None:
    for page in pages.values():
        waiting = list(page.toc)
        while waiting:
            heading = waiting.pop()
            assert heading.id in page.anchors, page.path
            waiting.extend(heading.children)


def test_element_ids_are_unique_on_each_page(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert [id for id, times in see(page.html).ids.items() if times > 1] == [], page.path


def test_search_entries_point_to_rows(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert {entry.anchor for entry in page.search} - {""} <= page.anchors, page.path


def test_anchors_are_ids_of_elements() -> None:
    html = '<h1 id="a">id="b"</h1><a title="an id=" id="c" data-id="d">'
    anchors = Page("a.md", "phases", "A", html, "", (), ()).anchors
    assert {"a", "c"} <= anchors
    assert not {"b", "d"} & anchors


def test_a_topic_is_found_by_each_of_its_names_and_wordings(pages: dict[str, Page]) -> None:
    found = {entry.anchor: " ".join((entry.title, *entry.names, entry.text)) for entry in pages["phases/foundations.md"].search}
    assert "GD" in found["topic-gradient-descent"]
    assert "Vectors and matrices" in found["topic-matrices"]


def test_a_topic_has_a_checkbox_on_each_page_that_shows_it(pages: dict[str, Page]) -> None:
    holding = [path for path, page in pages.items() if "vectors" in see(page.html).ticks]
    assert holding == ["dashboard/print.md", "phases/foundations.md", "documents/alpha.md", "documents/beta.md"]


def test_an_item_that_names_two_topics_shows_both(pages: dict[str, Page]) -> None:
    html = pages["documents/beta.md"].html
    row = html[html.index('id="line-5"') : html.index('id="line-7"')]
    assert "Vectors and matrices" in row
    assert set(see(row).ticks) == {"vectors", "matrices"}


def test_every_line_of_a_document_is_on_its_page(pages: dict[str, Page], index: RoadmapIndex) -> None:
    for document in index.roadmap.documents:
        page = pages[f"documents/{document.id}.md"]
        text = " ".join("".join(see(page.html).text).split())
        for item in walk_outline(document.outline):
            assert f"line-{item.line}" in page.anchors
            assert " ".join(item.text.split()) in text


def test_resources_and_papers_link_back_to_topics(pages: dict[str, Page]) -> None:
    for path in ("resources.md", "papers.md"):
        assert "phases/deep-learning.md#topic-attention" in see(pages[path].html).links


def test_a_row_links_to_its_sources_and_to_the_data_file(pages: dict[str, Page]) -> None:
    links = see(pages["phases/foundations.md"].html).links
    assert "../documents/beta.md#line-5" in links
    assert "https://example.org/edit#vectors" in links


def test_without_a_repository_there_are_no_edit_links(index: RoadmapIndex) -> None:
    assert all("rm-edit" not in page.html for page in build_pages(index, Settings(relative)))


def test_text_from_the_data_is_escaped(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert see(page.html).scripts == 0
    assert "Attention <script>alert(1)</script> {{ 7*7 }}" in see(pages["documents/beta.md"].html).text


def test_bars_and_the_client_count_the_same(pages: dict[str, Page], index: RoadmapIndex) -> None:
    text = client_data(index)
    data = json.loads(text.removeprefix("globalThis.roadmapMap=").removesuffix(";\n"))
    assert data["site"] == "small"
    assert data["leaves"] == ["vectors", "matrices", "gradient-descent", "attention"]
    assert data["sets"]["document:beta"] == [[0, 2], [3, 4]]
    optional = {position for start, end in data["optional"] for position in range(start, end)}
    positions = {scope: {position for start, end in ranges for position in range(start, end)} for scope, ranges in data["sets"].items()}
    sizes = {scope: len(inside - optional or inside) for scope, inside in positions.items()}
    shown = {scope: size for page in pages.values() for scope, size in see(page.html).scopes.items()}
    assert shown == sizes


def test_a_configured_scope_is_passed_to_the_client(index: RoadmapIndex) -> None:
    assert '"site":"small","scope":"our school"' in client_data(index, "our school")
    assert '"scope"' not in client_data(index)


def test_the_client_knows_the_page_of_paths(index: RoadmapIndex) -> None:
    files = make_client(index, Settings(lambda page, target: f"from {page} to {target}")).files
    [text] = [text for path, text in files.items() if "/map." in path]
    assert '"path":"from index.md to dashboard/path.md"' in text


def test_only_milestones_that_take_something_link_to_a_path(pages: dict[str, Page]) -> None:
    assert "#goal=" not in pages["milestones.md"].html
    assert "dashboard/path.md#goal=chatbot" in pages["projects.md"].html


def test_the_published_data_is_the_roadmap(index: RoadmapIndex) -> None:
    text = b"".join(data_json(index.roadmap)).decode()
    assert text == index.roadmap.model_dump_json(exclude_defaults=True, indent=1).decode() + "\n"
    assert type(index.roadmap).model_validate_json(text) == index.roadmap
    assert text == b"".join(data_json(load(SMALL).roadmap)).decode()
    assert json.loads(schema_json())["title"] == "Roadmap"


def test_an_unknown_name_gets_a_suggestion(index: RoadmapIndex) -> None:
    snippets = Snippets("index.md", index, SETTINGS)
    with pytest.raises(UnknownName, match=r"unknown topic 'atention' — did you mean 'attention'\?"):
        snippets.topic("atention")
    with pytest.raises(UnknownName, match="'foundations'"):
        snippets.progress("fundations")
    with pytest.raises(UnknownName, match="'topics'"):
        snippets.count("topic")


def test_the_core_does_not_import_mkdocs() -> None:
    code = "import learning_roadmap.pages, sys; sys.exit(any(name.split('.')[0] == 'mkdocs' for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

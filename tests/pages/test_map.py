"""The page with the map: a picture, and a list that says the same."""

import posixpath
import subprocess
import sys
from xml.etree import ElementTree

import pytest

from learning_roadmap.model import RoadmapIndex
from learning_roadmap.pages import Page, Settings, Snippets, build_pages, groups_in
from tests.pages.conftest import Project, build_site, page_at
from tests.picture.maps import index_of

INDEX = index_of({"one": ["a", "b"], "two": ["c"], "three": []}, {"b": ["a"], "c": ["a", "b"]})
SETTINGS = Settings(lambda here, there: posixpath.relpath(there, posixpath.dirname(here) or "."))
START_UP = "import sys, learning_roadmap.mkdocs_plugin.plugin, learning_roadmap.cli.main; print('pygraphviz' in sys.modules)"


def map_page(index: RoadmapIndex) -> Page:
    return next(page for page in build_pages(index, SETTINGS) if page.path == "map.md")


def pictures(html: str) -> list[ElementTree.Element]:
    begin, end = html.index("<figure"), html.index("</figure>") + len("</figure>")
    return list(ElementTree.fromstring(html[begin:end]).findall("div"))


def test_both_pictures_link_to_every_phase_and_section() -> None:
    html = map_page(INDEX).html
    for picture in pictures(html):
        assert sorted(link.get("{http://www.w3.org/1999/xlink}href") or "" for link in picture.iter("a")) == [
            "phases/one.md", "phases/one.md#section-a", "phases/one.md#section-b",
            "phases/three.md", "phases/two.md", "phases/two.md#section-c",
        ]  # fmt: skip
    assert [picture.get("class") for picture in pictures(html)] == ["rm-picture-wide", "rm-picture-narrow"]


def test_the_list_says_the_same() -> None:
    html = map_page(INDEX).html
    entries = ElementTree.fromstring(html[html.index('<ol class="rm-map-list">') :])
    words = [" ".join(" ".join(item.itertext()).split()) for item in entries.iter("li")]
    assert words[1:4] == [
        "A 1 topic Opens up: B",
        "B 1 topic Prerequisites: A Opens up: C",
        "Two 1 topic Prerequisites: One C 1 topic Prerequisites: B",
    ]
    assert words[0].startswith("One 2 topics Opens up: Two")
    assert words[5] == "Three"
    links = [link.get("href") for link in entries.iter("a")]
    assert len(links) == len(set(links)) == 6, "one tab stop for each phase and section"


def test_without_prerequisites_the_page_says_so() -> None:
    assert "states no prerequisites" in map_page(index_of({"one": ["a", "b"]})).html
    assert "states no prerequisites" not in map_page(INDEX).html


def test_without_graphviz_the_list_remains(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    # What was laid out once is remembered for a roadmap.
    page = map_page(RoadmapIndex(INDEX.roadmap))
    assert "<svg" not in page.html and "built without Graphviz" in page.html
    assert page.html.count("<li") == 6
    assert len(page.notices) == 1 and "Graphviz" in page.notices[0]
    monkeypatch.undo()
    assert not map_page(INDEX).notices


def test_a_build_without_graphviz_says_so_and_succeeds(project: Project, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    with caplog.at_level("INFO", logger="mkdocs"):
        site = build_site(project())
    assert "map.md: This site was built without Graphviz" in caplog.text
    assert "rm-map-list" in (site / "map" / "index.html").read_text("utf-8")


def test_a_hand_written_page_can_show_the_picture() -> None:
    html = Snippets("deep/page.md", INDEX, SETTINGS).map()
    assert "\n" not in html
    assert 'xlink:href="../phases/one.md#section-a"' in html and 'href="../map.md#map-list"' in html
    assert len(pictures(html)) == 2
    assert Snippets("index.md", index_of({}), SETTINGS).map() == ""


def test_the_macro_survives_markdown(project: Project) -> None:
    site = build_site(project(index="# Home\n\nBefore.\n\n{{ map() }}\n\nAfter.\n"))
    html = page_at(site, "index")
    assert len(pictures(html)) == 2
    assert html.count('class="rm-node rm-node-section"') == 4
    assert "<p>After.</p>" in html


def test_a_navigation_that_does_not_name_the_map_still_builds(project: Project) -> None:
    nav = ["index.md", {"Phases": "roadmap:phases"}, *(f"roadmap:{group}" for group in sorted(groups_in(None) - {"map", "phases"}))]
    site = build_site(project(nav=nav))
    assert (site / "map" / "index.html").exists()
    assert 'href="../map/"' in page_at(site, "phases/index"), "the page of phases links to it"


def test_importing_the_plugin_or_the_command_does_not_load_graphviz() -> None:
    run = subprocess.run([sys.executable, "-c", START_UP], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"

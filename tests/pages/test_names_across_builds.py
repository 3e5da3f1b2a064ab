"""A page may meet the scripts of another build, in a cache or an open tab: the names that they look for stay.

See "Deployments" in ARCHITECTURE.md.
"""

import re
from pathlib import Path

import pytest

from learning_roadmap.model.index import RoadmapIndex
from learning_roadmap.pages.client_files import make_client
from learning_roadmap.pages.page import Settings
from tests.pages.conftest import Project, build_site, page_at

VIEWS = {
    "dashboard/index": "desk",
    "dashboard/path": "path",
    "dashboard/plan": "plan",
    "dashboard/remaining": "left",
    "dashboard/journal": "journal",
    "dashboard/certificate": "certificate",
    "dashboard/changes": "changes",
    "dashboard/backup": "keep",
    "dashboard/print": "print",
    "dashboard/shared": "shared",
    "milestones": "milestones",
    "routine": "routine",
}
ROW = re.compile(
    r'<div class="rm-row"><label class="rm-check"><input type="checkbox" class="rm-tick" data-tick="(?P<id>[^"]+)"[^>]*> '
    r'<span class="rm-title">[^<]+</span></label>.*?<button type="button" class="rm-more" data-entry="(?P=id)"'
)
BAR = re.compile(
    r'<div class="rm-progress" data-scope="(?P<scope>[^"]+)"><progress [^>]*></progress> <span class="rm-count">[^<]*</span> ?'
    r'(?P<link><a class="rm-left" href="[^"]+"><span class="rm-left-count">)?'
)


@pytest.mark.parametrize(("page", "view"), VIEWS.items(), ids=lambda value: str(value))
def test_the_frame_of_a_view(site: Path, page: str, view: str) -> None:
    html = page_at(site, page)
    assert re.findall('data-rm-desk="([^"]*)"', html) == [view]
    assert re.search('<p class="rm-off" data-rm-build="[0-9a-f]{12}"', html)


@pytest.mark.parametrize("page", ["dashboard/index", "dashboard/path", "dashboard/remaining", "dashboard/backup"])
def test_the_text_that_a_view_replaces(site: Path, page: str) -> None:
    assert '<p class="rm-empty">' in page_at(site, page)


def test_rows_and_bars(site: Path) -> None:
    html = page_at(site, "phases/foundations")
    assert len(ROW.findall(html)) == html.count('class="rm-more"') > 3
    bars = list(BAR.finditer(html))
    assert len(bars) == html.count('class="rm-progress"') > 1
    # A topic's link to what remains is among its details.
    assert all(bool(bar["link"]) != bar["scope"].startswith("topic:") for bar in bars)
    assert "remaining" in html.partition('class="rm-about-text"')[2]


def test_what_the_panel_the_folds_and_the_filters_look_for(site: Path) -> None:
    html = page_at(site, "phases/foundations")
    details = re.findall(r'<li class="rm-(?:topic|entry) rm-calm" id="[^"]+" data-rm-kind="[a-z]+"[^>]*>', html)
    assert len(details) == html.count('class="rm-more"') == html.count('rm-about"><summary>') == html.count('<div class="rm-about-text">') > 3
    sections = html.count('<section class="rm-section" data-rm-section="')
    assert sections == html.count('<div class="rm-section-head">') == html.count('class="rm-section-body" data-rm-body>') > 0
    inside = html.partition('<div class="rm-sections">')[2].partition('<nav class="rm-neighbours"')[0]
    assert inside.count('<section class="rm-section" data-rm-section="') == sections
    for name in ('data-rm-ring="phase:', 'data-rm-filter="state"', "data-rm-folds", "data-rm-keys", "data-rm-matches"):
        assert html.count(name) == 1, name


def test_the_map(site: Path) -> None:
    html = page_at(site, "map")
    boxes = [part.partition("</a>")[0] for part in html.split('<a class="rm-node ')[1:]]
    assert all('data-rm-node="' in box for box in boxes)
    counted = [box for box in boxes if "rm-node-count" in box]
    assert len(counted) == 8, "two phases and two sections, in two variants"
    for name in ('<rect class="rm-node-track" ', '<rect class="rm-node-fill" ', '<text class="rm-node-count" '):
        assert all(name in box for box in counted), name
    assert html.count('<span class="rm-node-count">') == 4


def test_the_hours_of_the_map(site: Path) -> None:
    boxes = [part.partition("</a>")[0] for part in page_at(site, "map").split('<a class="rm-node ')[1:]]
    assert [box for box in boxes if re.search('<text class="rm-node-hours" data-hours="[0-9.]+"', box)]


def test_the_printed_page(site: Path) -> None:
    html = page_at(site, "dashboard/print")
    names = ('class="rm-print"', 'class="rm-list"', 'class="rm-tally" data-scope="', 'data-rm-head="', "<div data-rm-rest>", 'data-rm-goal="')
    for name in names:
        assert name in html, name


def test_the_names_that_show_and_hide(site: Path) -> None:
    style = (site / "assets" / "roadmap" / "roadmap.css").read_text("utf-8")
    for name in ("html.rm-on", "html.rm-failed", ".rm-off", ".rm-hidden", ".rm-noprint"):
        assert name in style, name


def test_the_search_dialog(project: Project) -> None:
    html = (build_site(project(plugins=[{"learning-roadmap": {"search": True}}])) / "index.html").read_text("utf-8")
    assert re.search(r'<button type="button" class="rm-search-button" data-rm-search [^>]*aria-label="[^"]+"', html)
    for name in ('<dialog class="rm-search" ', '<input class="rm-search-input" ', '<p class="rm-search-status" ', '<ul class="rm-search-list" '):
        assert html.count(name) == 1, name
    assert html.count('<div class="rm-search-none"></div>') == 1


def test_cached_redirect_pages_find_their_script(index: RoadmapIndex) -> None:
    client = make_client(index, Settings(lambda here, there: there))
    assert client.redirect_script.startswith("assets/roadmap/redirect.js?v=")
    assert client.files["assets/roadmap/moved.js"] == client.files["assets/roadmap/redirect.js"]

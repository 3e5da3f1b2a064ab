"""The site as MkDocs builds it."""

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from learning_roadmap.datafile import load
from learning_roadmap.diagnostics.rules import RULES
from learning_roadmap.model.index import RoadmapIndex
from learning_roadmap.pages import Client, Settings, make_client
from tests.families import family
from tests.pages.conftest import ROOT, SMALL, Project, build_site, page_at
from tests.pages.webpage import broken_links, see

pytestmark = pytest.mark.slow


def test_every_link_and_anchor_resolves(site: Path) -> None:
    assert broken_links(site) == []


def test_no_page_requests_anything_from_another_site(site: Path) -> None:
    for path in site.rglob("*.html"):
        seen = see(path.read_text("utf-8"))
        assert [address for address in seen.assets if "//" in address] == [], path


def test_tables_of_contents_list_our_entries(site: Path) -> None:
    assert 'href="#section-mathematics" class="md-nav__link"' in page_at(site, "phases/foundations")


def test_search_results_point_to_rows(site: Path) -> None:
    entries = json.loads((site / "search" / "search_index.json").read_text("utf-8"))["docs"]
    found = next(entry for entry in entries if entry["title"] == "Gradient descent")
    assert "GD" in found["text"]
    path, _, anchor = found["location"].partition("#")
    target = site / path
    file = target / "index.html" if target.is_dir() else target
    assert see(file.read_text("utf-8")).ids[anchor] == 1
    locations = [entry["location"] for entry in entries]
    assert len(locations) == len(set(locations))
    assert path in locations, "Material groups rows under the entry of their page"


def test_data_schema_client_and_assets_are_published(site: Path) -> None:
    assert json.loads((site / "roadmap.json").read_text("utf-8"))["id"] == "small"
    assert (site / "roadmap.schema.json").is_file()
    page = page_at(site, "phases/foundations")
    assets = {address.rsplit("/", 1)[1] for address in see(page).assets if "assets/roadmap/" in address}
    # A page loads the loader and the style, each by the hash of what it holds; the loader knows the rest.
    build = re.search(r'data-rm-build="([0-9a-f]{12})"', page)
    style = hashlib.sha256((site / "assets" / "roadmap" / "roadmap.css").read_bytes()).hexdigest()[:12]
    assert build and assets == {f"loader.js?v={build[1]}", f"roadmap.css?v={style}"}
    loader = (site / "assets" / "roadmap" / "loader.js").read_text("utf-8")
    manifest = json.loads(loader.partition("\n")[0].removeprefix("globalThis.roadmapManifest=").removesuffix(";"))
    assert manifest["build"] == build[1]
    parts = {f"{name}.{hash}.js" for name, hash in manifest["parts"].items()}
    assert manifest["parts"].keys() == {
        "map",
        "core",
        "topics",
        "questions",
        "locations",
        "summaries",
        "graph",
        "reasons",
        "paths",
        "certificates",
        "map-filters",
        "strings",
        "panel",
        "dashboard-strings",
        "filters",
        "share-map",
        "upkeep",
        "dashboard",
        "backup",
    }
    assert {path.name for path in (site / "assets" / "roadmap").iterdir()} == parts | {
        "loader.js",
        "core.js",
        "redirect.js",
        "moved.js",
        "roadmap.css",
        "document.css",
        "picture.css",
        "print.css",
        "shares.css",
    }
    # What pages from before the loader ask for.
    assert (site / "assets" / "roadmap" / "core.js").read_text("utf-8") == loader


def test_no_rule_of_the_theme_is_about_all_elements_while_the_colours_are_set(site: Path) -> None:
    (style,) = (site / "assets" / "stylesheets").glob("palette.*.css")
    assert "data-md-color-primary" in style.read_text("utf-8")
    assert "data-md-color-switching" not in style.read_text("utf-8")


def test_tooltips_that_show_text_as_html_are_switched_off(project: Project, caplog: pytest.LogCaptureFixture) -> None:
    theme = {"name": "material", "font": False, "features": ["navigation.tabs", "content.tooltips"]}
    with caplog.at_level("INFO", logger="mkdocs"):
        home = (build_site(project(theme=theme)) / "index.html").read_text("utf-8")
    assert '"navigation.tabs"' in home and "content.tooltips" not in home
    assert "content.tooltips is off" in caplog.text


def test_every_page_with_checkboxes_or_bars_names_its_build(site: Path) -> None:
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")
        seen = see(html)
        assert html.count("data-rm-build=") == (1 if seen.ticks or seen.scopes or "data-rm-desk=" in html else 0), path
    assert "data-rm-build=" in (site / "index.html").read_text("utf-8")
    assert "have not been loaded" not in (site / "search" / "search_index.json").read_text("utf-8")


def test_the_build_id_depends_on_the_data_only(tmp_path: Path) -> None:
    def client(data: str) -> Client:
        (tmp_path / "roadmap.yml").write_text(data, "utf-8")
        return make_client(RoadmapIndex(load(tmp_path / "roadmap.yml").roadmap), Settings(lambda _, there: there))

    data = SMALL.read_text("utf-8")
    builds = [client(text) for text in (data, data, data.replace("title: Vectors", "title: Arrows"))]
    assert builds[0] == builds[1] != builds[2]
    one, other = ({name for name in client.files if re.search(r"\.[0-9a-f]{12}\.js$", name)} for client in (builds[0], builds[2]))
    # Names of topics are in topics.js alone: only that gets another name.
    assert {name.split(".")[0] for name in one ^ other} == {"assets/roadmap/topics"}


def test_macros_print_ticks_bars_and_links(site: Path) -> None:
    seen = see((site / "index.html").read_text("utf-8"))
    assert seen.ticks == {"attention": 1}
    assert seen.scopes["all"] == 3, "one is optional"
    assert seen.scopes["topic:linear-algebra"] == 2
    assert any(link.endswith("#resource-fast-ai") for link in seen.links)
    assert "There are 3 topics" in "".join(seen.text)


def test_nothing_is_written_outside_the_site(project: Project) -> None:
    folder = project()
    before = sorted(folder.rglob("*"))
    build_site(folder)
    allowed = {"site", ".cache"}
    assert sorted(path for path in folder.rglob("*") if path.relative_to(folder).parts[0] not in allowed) == before


def test_a_second_build_in_one_process_follows_the_data(project: Project) -> None:
    folder = project(index="# Home")
    config = load_config(str(folder / "mkdocs.yml"))
    build(config)
    first = {path.relative_to(folder) for path in (folder / "site").rglob("*")}
    data = folder / "content" / "roadmap.yml"
    build(config)
    assert {path.relative_to(folder) for path in (folder / "site").rglob("*")} == first
    data.write_text(data.read_text("utf-8").replace("id: foundations", "id: groundwork"), "utf-8")
    build(config)
    assert (folder / "site" / "phases" / "groundwork" / "index.html").is_file()
    page = page_at(folder / "site", "phases/groundwork")
    assets = [address.rsplit("/", 1)[1] for address in see(page).assets if "assets/roadmap/" in address]
    # Of each build's loader and style only the newest are left, and what the page says of itself goes with them.
    assert len(assets) == 2
    assert f'data-rm-build="{assets[1].removeprefix("loader.js?v=")}"' in page
    assert broken_links(folder / "site") == []


def test_two_builds_are_byte_identical(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    sites = [build_site(project()) for _ in range(2)]
    trees = [{path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file() and path.suffix != ".gz"} for site in sites]
    assert trees[0] == trees[1]


def test_serve_watches_data_templates_and_assets(project: Project) -> None:
    folder = project()
    config = load_config(str(folder / "mkdocs.yml"))
    config.plugins.on_config(config)
    package = ROOT / "plugins" / "learning_roadmap"
    assert {str(folder / "content" / "roadmap.yml"), str(package / "templates"), str(package / "assets")} <= set(config.watch)


def test_the_navigation_places_page_groups(project: Project) -> None:
    site = build_site(project(nav=[{"Start": "index.md"}, {"Road": "roadmap:phases"}, {"Rest": ["roadmap:tips"]}],
                              validation={"omitted_files": "ignore"}))  # fmt: skip
    seen = see((site / "index.html").read_text("utf-8"))
    assert "Road" in [text.strip() for text in seen.text]
    assert {"phases/", "phases/deep-learning/", "tips/"} <= set(seen.links)
    assert "papers/" not in seen.links


def test_an_empty_page_group_disappears_from_the_navigation(project: Project) -> None:
    tips = "tips:\n- {id: code-daily, title: Code daily, reason: Habit beats talent}\n"
    data = SMALL.read_text("utf-8").replace(tips, "")
    site = build_site(project(data=data, nav=["index.md", {"Advice": ["roadmap:tips"]}], validation={"omitted_files": "ignore"}))
    assert "Advice" not in (site / "index.html").read_text("utf-8")


ERRORS: dict[str, tuple[dict[str, object], str]] = {
    "a group": (
        {"nav": ["index.md", "roadmap:phasen"]},
        "unknown group 'roadmap:phasen' — use one of: roadmap:dashboard, roadmap:map, roadmap:phases",
    ),
    "the data": ({"data": "format: 2\nid: x\n"}, "content/roadmap.yml:1:1"),
    "no file": ({"plugins": ["search", {"learning-roadmap": {"file": "content/none.yml"}}], "index": "# Home"}, "content/none.yml:1:1"),
    "a macro": (
        {"index": '{{ topic("atention") }}'},
        "index.md: {{ topic(\"atention\") }}: unknown topic 'atention' — did you mean 'attention'?",
    ),
}


# Each is a process: an error of the data, which stops the build before its pages, and one of a page.
@pytest.mark.parametrize("name", family(ERRORS, "the data", "a macro"))
def test_an_error_is_reported_once_without_a_traceback(project: Project, name: str) -> None:
    changes, said = ERRORS[name]
    folder = project(**changes)
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build"], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.count(said) == 1
    assert "Traceback" not in done.stderr


def test_a_page_at_the_address_of_a_generated_page_is_an_error(project: Project) -> None:
    folder = project()
    (folder / "content" / "pages" / "tips.md").write_text("# Mine", "utf-8")
    with pytest.raises(Abort):
        build_site(folder)


def test_edit_links_point_to_the_line(project: Project) -> None:
    site = build_site(project(repo_url="https://example.org/me/map", edit_uri="edit/main/content/pages/"))
    line = next(n for n, text in enumerate(SMALL.read_text("utf-8").splitlines(), 1) if "id: gradient-descent" in text)
    assert f"https://example.org/me/map/edit/main/content/roadmap.yml#L{line}" in see(page_at(site, "phases/foundations")).links
    assert 'data-md-component="source"' not in page_at(site, "phases/foundations")


def test_properdocs_builds_the_same_site(project: Project) -> None:
    folder = project()
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "properdocs", "build", "--strict", "-f", "mkdocs.yml"],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert broken_links(folder / "site") == []
    assert "topic-vectors" in page_at(folder / "site", "phases/foundations")


def test_the_page_of_checks_has_a_row_for_every_code(project: Project) -> None:
    folder = project(index="# Checks\n\n{{ rules() }}\n")
    seen = see((build_site(folder) / "index.html").read_text("utf-8"))
    assert all(seen.ids[code.lower()] == 1 for code in RULES)
    assert "SCH-FIELD" in "".join(seen.text) and "duplicates" in seen.ids

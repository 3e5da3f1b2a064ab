"""The option ``search``: what a site gets in place of the theme's search."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from learning_roadmap.mkdocs_plugin.page_sections import page_sections
from tests.pages.conftest import Project, build_site

ON = {"learning-roadmap": {"search": True}}
ENTRIES = re.compile(r"globalThis\.roadmapSearchEntries=(.*);\n}\);\n$", re.DOTALL)


def entries_file(site: Path) -> Path:
    (path,) = (site / "assets" / "roadmap").glob("search-entries.*.js")
    return path


def entries_of(site: Path) -> dict[str, Any]:
    match = ENTRIES.search(entries_file(site).read_text("utf-8"))
    assert match
    data: dict[str, Any] = json.loads(match[1])
    return data


def page_of(data: dict[str, Any], url: str) -> Any:
    (page,) = (page for page in data["pages"] if page[0] == url)
    return page


def test_entries_and_handwritten_sections_are_searched(project: Project) -> None:
    index = "# Home & away\n\nStart *here*.\n\n## Second\n\nMore `code`, a<br>b.\n"
    data = entries_of(build_site(project(plugins=[ON], index=index)))
    _, title, boost, entries = page_of(data, "")
    assert (title, boost) == ("Home & away", 1)
    assert entries == [["Home & away", 0, "", "Start here."], ["Second", 0, "second", "More code, a b."]]
    titles = [entry[0] for page in data["pages"] for entry in page[3]]
    assert len(titles) > 10 and ["topic", "topic"] in data["kinds"]


def test_front_matter_can_exclude_and_demote_a_page(project: Project) -> None:
    folder = project(plugins=[ON], index="---\nsearch: {boost: 0.5}\n---\n\n# Home\n")
    (folder / "content" / "pages" / "hidden.md").write_text("---\nsearch: {exclude: true}\n---\n\n# Hidden\n", "utf-8")
    data = entries_of(build_site(folder))
    assert page_of(data, "")[2] == 0.5
    assert [page for page in data["pages"] if page[0].startswith("hidden")] == []


@pytest.mark.parametrize("value", ["true", "[]", "{boost: high}"])
def test_other_front_matter_changes_nothing(project: Project, value: str) -> None:
    folder = project(plugins=[ON], index=f"---\nsearch: {value}\n---\n\n# Home\n")
    assert page_of(entries_of(build_site(folder)), "")[2] == 1


def test_the_theme_gets_the_dialog_and_loses_its_own_search(project: Project) -> None:
    site = build_site(project(plugins=[ON]))
    html = (site / "index.html").read_text("utf-8")
    assert html.count('<dialog class="rm-search"') == 1 and "md-search" not in html
    assert not (site / "search").exists()
    scripts = [path.relative_to(site).as_posix() for path in (site / "assets" / "javascripts").rglob("*.js")]
    assert len(scripts) == 1 and scripts[0].startswith("assets/javascripts/bundle.")


def test_without_the_option_nothing_of_it_is_in_the_site(project: Project) -> None:
    site = build_site(project(plugins=["search", "learning-roadmap"]))
    assert "rm-search" not in (site / "index.html").read_text("utf-8")
    assert [path.name for path in (site / "assets" / "roadmap").glob("search*")] == []
    assert (site / "search" / "search_index.json").exists()


def test_a_changed_page_changes_the_name_of_the_entries_and_the_build(project: Project) -> None:
    folder = project(plugins=[ON], index="# Home\n\nOne.\n")
    site = build_site(folder)
    first, loader = entries_file(site).name, (site / "assets" / "roadmap" / "loader.js").read_text("utf-8")
    assert first.split(".")[1] in loader
    assert entries_file(build_site(folder)).name == first
    (folder / "content" / "pages" / "index.md").write_text("# Home\n\nTwo.\n", "utf-8")
    site = build_site(folder)
    assert entries_file(site).name != first
    assert (site / "assets" / "roadmap" / "loader.js").read_text("utf-8") != loader


@pytest.mark.parametrize("repo_url", ["", "https://git.example/learn/map"])
@pytest.mark.parametrize("has_form", [False, True])
def test_the_form_needs_a_repository_that_has_it(project: Project, repo_url: str, has_form: bool) -> None:
    folder = project(plugins=[ON], repo_url=repo_url)
    if has_form:
        (folder / ".github" / "ISSUE_TEMPLATE").mkdir(parents=True)
        (folder / ".github" / "ISSUE_TEMPLATE" / "suggest-topic.yml").write_text("name: Topic\n", "utf-8")
    html = (build_site(folder) / "index.html").read_text("utf-8")
    expected = 'data-suggest="https://git.example/learn/map/issues/new?template=suggest-topic.yml"'
    assert (expected in html) == ("data-suggest" in html) == bool(repo_url and has_form)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"plugins": ["search", ON]}, "two searches"),
        ({"plugins": [ON], "theme": {"name": "mkdocs"}}, "needs the theme material"),
        ({"plugins": [ON], "theme": {"name": "readthedocs"}}, "needs the theme material"),
    ],
    ids=["plugin", "mkdocs", "readthedocs"],
)
def test_it_is_refused_where_it_cannot_work(project: Project, caplog: pytest.LogCaptureFixture, changes: dict[str, Any], message: str) -> None:
    with pytest.raises(Abort):
        build_site(project(**changes))
    assert message in caplog.text


def test_two_builds_of_one_configuration_are_identical(project: Project) -> None:
    folder = project(plugins=[ON])
    config = load_config(str(folder / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    texts = []
    for _ in range(2):
        build(config)
        texts.append((Path(config.site_dir) / "index.html").read_text("utf-8"))
    assert texts[0] == texts[1] and texts[0].count("rm-search-button") == 1


def test_hidden_text_is_not_searched() -> None:
    html = (
        '<p class="rm-off">Scripts<br>failed <b>here</b></p><p>Seen</p><script>no</script>'
        '<h2 id="a">A<a class="headerlink" href="#a">#</a></h2><ul><li>one</li><li>two</li></ul><h3>No id</h3>'
    )
    sections = [(section.anchor, section.title, section.text) for section in page_sections(html)]
    assert sections == [("", "", "Seen"), ("a", "A", "one two No id")]

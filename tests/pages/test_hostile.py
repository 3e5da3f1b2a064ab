"""Text from the data stays text: on the page, in its title, the navigation, the table of contents and the search."""

import json
from pathlib import Path

import pytest

from tests.pages.conftest import Project, build_site, page_at
from tests.pages.hostile import EVIL, hostile_data
from tests.pages.webpage import broken_links, see

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def hostile(project: Project) -> Path:
    index = (
        "# Home\n\n{{ phases() }}\n\n{{ documents() }}\n\n"
        '- {{ topic("gradient-descent") }}\n\n{{ resource("fast-ai") }}\n\n'
        '| a |\n|---|\n| {{ phase("foundations") }} |\n\n{{ progress("foundations") }}\n'
    )
    extensions = [
        "attr_list",
        "md_in_html",
        "tables",
        "pymdownx.emoji",
        "pymdownx.magiclink",
        "pymdownx.betterem",
        "smarty",
    ]
    return build_site(project(data=hostile_data(), index=index, markdown_extensions=extensions))


def test_no_payload_runs(hostile: Path, project: Project) -> None:
    clean = build_site(project(index="# Home"))
    scripts = see(page_at(clean, "tips")).scripts
    of_redirect = see(page_at(clean, "desk/plan")).scripts
    for path in hostile.rglob("*.html"):
        seen = see(path.read_text("utf-8"))
        assert seen.scripts == (of_redirect if "desk" in path.parts else scripts), path
        assert "49" not in "".join(seen.text).replace("#49", ""), path


def test_a_payload_is_shown_as_text_on_the_page_and_in_its_title(hostile: Path) -> None:
    html = page_at(hostile, "phases/foundations")
    text = see(html).text
    assert text.count(EVIL) >= 4  # heading, section, topic, summary
    assert f"{EVIL} - Test" in text  # <title>
    assert any(part.strip() == EVIL for part in text)  # navigation and contents


def test_a_payload_is_shown_as_text_by_macros(hostile: Path) -> None:
    text = see((hostile / "index.html").read_text("utf-8")).text
    assert text.count(EVIL) >= 5  # card, goal, document, topic, resource, phase


def test_a_payload_is_escaped_for_search(hostile: Path) -> None:
    entries = json.loads((hostile / "search" / "search_index.json").read_text("utf-8"))["docs"]
    ours = [entry for entry in entries if "alert(1)" in entry["title"] + entry["text"]]
    assert ours
    assert all("<script" not in entry["title"] + entry["text"] for entry in ours)


def test_links_still_resolve(hostile: Path) -> None:
    assert broken_links(hostile) == []

"""An export built by other site generators, without our plugin."""

import json
from pathlib import Path

import pytest

from learning_roadmap.export.tree import relative
from learning_roadmap.model.index import RoadmapIndex
from learning_roadmap.pages import Settings, build_pages, make_client
from tests.export.conftest import Build
from tests.families import family
from tests.pages.conftest import SMALL as SMALL
from tests.pages.conftest import index as index
from tests.pages.hostile import EVIL, hostile_data
from tests.pages.webpage import broken_links, see

pytestmark = pytest.mark.slow

# All that could see markup where there is none.
EXTENSIONS = ("md_in_html", "pymdownx.betterem", "pymdownx.emoji", "pymdownx.magiclink", "pymdownx.tilde", "smarty", "footnotes", "abbr", "def_list")


# Both generators run the same extensions: without them nothing sees more markup than with them.
@pytest.fixture(scope="module", params=family([(), EXTENSIONS], EXTENSIONS), ids=lambda extensions: "all-extensions" if extensions else "plain")
def hostile(request: pytest.FixtureRequest, generator: str, build_export: Build) -> Path:
    quoted = json.dumps(EVIL)
    data = hostile_data().replace("title: A small roadmap", f"title: {quoted}")
    data = data.replace("description: Two phases, enough to see every part of a page.", f"description: {quoted}")
    return build_export(generator, data, request.param)


def test_every_link_and_anchor_resolves(exported: Path) -> None:
    assert broken_links(exported) == []


def test_pages_keep_all_their_text(exported: Path, index: RoadmapIndex) -> None:
    for page in build_pages(index, Settings(relative)):
        wanted, seen = see(page.html), see((exported / page.path).with_suffix(".html").read_text("utf-8"))
        assert page.anchors <= seen.ids.keys(), page.path
        assert all(seen.ids[anchor] == 1 for anchor in page.anchors), page.path
        assert (wanted.ticks, wanted.scopes) == (seen.ticks, seen.scopes), page.path
        assert set(wanted.links) <= set(seen.links), page.path
        text = " ".join("".join(seen.text).split())
        assert all(" ".join(part.split()) in text for part in wanted.text), page.path


def test_headings_are_in_the_table_of_contents(exported: Path) -> None:
    html = (exported / "phases" / "foundations.html").read_text("utf-8")
    assert 'href="#section-mathematics" class="md-nav__link"' in html


def test_no_page_requests_anything_from_another_site(exported: Path) -> None:
    for path in exported.rglob("*.html"):
        assert [address for address in see(path.read_text("utf-8")).assets if "//" in address] == [], path


def test_data_and_client_are_exported(exported: Path, index: RoadmapIndex) -> None:
    assert json.loads((exported / "roadmap.json").read_text("utf-8"))["id"] == "small"
    client = make_client(index, Settings(relative))
    held = {path.name for path in (exported / "assets" / "roadmap").iterdir()}
    assert held == {Path(name).name for name in client.files if name.startswith("assets/")}
    loaded = [address for address in see((exported / "topics.html").read_text("utf-8")).assets if "assets/roadmap/" in address]
    assert [address.rsplit("/", 1)[1] for address in loaded] == [
        Path(name).name for name in (*client.styles, *client.page_styles.values(), *client.scripts)
    ]


def test_pages_with_checkboxes_or_bars_name_their_build(exported: Path, index: RoadmapIndex) -> None:
    mark = f'data-rm-build="{make_client(index, Settings(relative)).build}"'
    for path in exported.rglob("*.html"):
        html = path.read_text("utf-8")
        seen = see(html)
        assert html.count(mark) == (1 if seen.ticks or seen.scopes or "data-rm-desk=" in html else 0), path
    assert mark in (exported / "hand.html").read_text("utf-8")


def test_handwritten_pages_are_exported(exported: Path) -> None:
    seen = see((exported / "hand.html").read_text("utf-8"))
    assert seen.ticks == {"attention": 1} and seen.scopes == {"all": 3}
    assert "{{ as it is }}" in seen.text
    assert "phases/foundations.html#topic-vectors" in [link.removeprefix("./") for link in seen.links]
    assert not (exported / ".hidden.html").exists()


def test_no_payload_runs(hostile: Path, exported: Path) -> None:
    for path in hostile.rglob("*.html"):
        seen = see(path.read_text("utf-8"))
        assert seen.scripts == see((exported / path.relative_to(hostile)).read_text("utf-8")).scripts, path
        assert "49" not in "".join(seen.text).replace("#49", ""), path


def test_a_payload_is_shown_as_text_on_the_page_and_in_its_title(hostile: Path) -> None:
    html = (hostile / "phases" / "foundations.html").read_text("utf-8")
    text = see(html).text
    assert text.count(EVIL) >= 4  # heading, section, topic, summary
    assert f"{EVIL} - {EVIL}" in text  # <title>, with the name of the site
    assert any(part.strip() == EVIL for part in text)  # navigation and contents
    assert EVIL in see((hostile / "documents" / "alpha.html").read_text("utf-8")).text


def test_links_still_resolve(hostile: Path) -> None:
    assert broken_links(hostile) == []

"""What we use of MkDocs and Material beyond their documentation. When one of these fails, look at plugin.py first."""

from pathlib import Path
from types import SimpleNamespace

from material.plugins.search.plugin import SearchIndex  # type: ignore[import-untyped]
from mkdocs.config import load_config
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc

from tests.pages.conftest import Project


def test_a_page_has_a_set_of_anchors_that_validation_reads() -> None:
    assert Page.present_anchor_ids is None
    assert "present_anchor_ids" in Page.validate_anchor_links.__code__.co_names


def test_a_page_takes_a_title() -> None:
    file = File("a.md", None, "site", True)
    config = load_config(site_name="x", docs_dir=str(Path(__file__).parent))
    page = Page(None, file, config)
    page.title = "Other"
    assert page.title == "Other"


def test_an_anchor_link_has_title_id_and_level() -> None:
    made = get_toc([{"level": 1, "id": "a", "name": "A", "children": []}])
    assert made.items[0].active is True  # type: ignore[attr-defined]
    link = AnchorLink("A", "a", 1)
    assert (link.title, link.url, link.level, link.children) == ("A", "#a", 1, [])


def test_materials_search_index_is_a_list_of_entries_to_which_we_may_append() -> None:
    index = SearchIndex(lang=["en"], separator="", pipeline=[], fields={})
    index.entries.append({"location": "a/#b", "title": "B", "text": ""})
    assert '"location":"a/#b"' in index.generate_search_index(None)


def test_materials_search_omits_pages_that_ask_for_it() -> None:
    page = SimpleNamespace(meta={"search": {"exclude": True}}, content="<h1 id='a'>A</h1>")
    index = SearchIndex(lang=["en"], separator="", pipeline=[], fields={})
    index.add_entry_from_context(page)
    assert index.entries == []


def test_the_search_plugin_of_a_site_holds_its_index_under_search_index(project: Project) -> None:
    config = load_config(str(project() / "mkdocs.yml"))
    config.plugins.on_config(config)
    indexes = [getattr(plugin, "search_index", None) for plugin in config.plugins.values()]
    assert [type(index) for index in indexes if index is not None] == [SearchIndex]

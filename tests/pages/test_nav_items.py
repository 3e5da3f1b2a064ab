"""The navigation of a page is the one that Material renders, though most of its items are rendered once for many pages."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Section, get_navigation
from mkdocs.utils import normalize_url, templates

from learning_roadmap.mkdocs_plugin.nav_items import RememberedItems, remember_items

MORE = [f"phases/{letter}.md" for letter in "cdefghij"]
NAV = [
    "index.md",
    {"Phases": ["phases/index.md", "phases/a.md", "phases/b.md", *MORE, {"Deeper": ["phases/a/inside.md", "other/x.md"]}]},
    {"Elsewhere": [{"Far": "https://example.org/"}, {"Near": "phases/b/"}, "other/y.md"]},
]
PATHS = ["index.md", "phases/index.md", "phases/a.md", "phases/b.md", *MORE, "phases/a/inside.md", "other/x.md", "other/y.md", "lone/z.md"]
PARTIAL = '{% import "partials/language.html" as lang with context %}{% include "partials/nav.html" %}'


@pytest.fixture(params=[[], ["navigation.prune", "navigation.indexes"], ["navigation.tabs", "navigation.sections"]], ids=str)
def features(request: pytest.FixtureRequest) -> list[str]:
    return list(request.param)


@pytest.fixture(params=[False, True], ids=["file-urls", "directory-urls"])
def configure(features: list[str], tmp_path: Path, request: pytest.FixtureRequest) -> Callable[[list[object]], MkDocsConfig]:
    theme = {"name": "material", "features": features}
    return lambda nav: load_config(site_name="Test", docs_dir=str(tmp_path), theme=theme, nav=nav, use_directory_urls=request.param, plugins=[])


class Site:
    """A site with a page for each of the paths."""

    def __init__(self, config: MkDocsConfig) -> None:
        self.config = config
        self.files = Files([File(path, None, config.site_dir, config.use_directory_urls) for path in PATHS])
        self.nav = get_navigation(self.files, config)
        self.env = config.theme.get_env()
        self.pages = [file.page for file in self.files if file.page]
        for page in self.pages:
            page.title = page.file.src_uri

    def navigations(self, partial: str = PARTIAL) -> list[str]:
        """The navigation on every page."""
        template = self.env.from_string(partial)
        rendered = []
        for page in self.pages:
            page.active = True
            rendered.append(template.render({**get_context(self.nav, self.files, self.config, page), "features": self.config.theme["features"]}))
            page.active = False
        return rendered


def with_marks(site: Site, **options: Callable[[str], str]) -> RememberedItems:
    items = RememberedItems(site.nav, has_marks=True, **options)
    remember_items(site.env, items)
    return items


@pytest.mark.parametrize("nav", [NAV, [*NAV, {"Again": ["phases/a.md"]}]], ids=["a tree", "a page in two sections"])
def test_the_navigation_is_that_of_material(
    configure: Callable[[list[object]], MkDocsConfig], nav: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    addresses: list[str] = []
    monkeypatch.setattr(templates, "normalize_url", lambda path, **where: addresses.append(path) or normalize_url(path, **where))
    plain = Site(configure(nav)).navigations()
    count = len(addresses)
    site = Site(configure(nav))
    remember_items(site.env, RememberedItems(site.nav))
    assert site.navigations() == plain
    assert len(addresses) - count < count * 0.8 or nav is not NAV


@pytest.mark.parametrize("is_nested", [False, True])
def test_a_section_that_a_hook_has_added_knows_its_active_pages(is_nested: bool, configure: Callable[[list[object]], MkDocsConfig]) -> None:
    def site() -> Site:
        added = Site(configure(["index.md", {"Phases": ["phases/a.md"]}]))
        pages = {page.file.src_uri: page for page in added.pages}
        # As hooks do it: MkDocs alone tells pages which section they are in.
        section = Section("Posts", [pages["other/x.md"], pages["other/y.md"]])
        (added.nav.items[1].children if is_nested else added.nav.items).append(section)
        return added

    expected, ours = site(), site()
    remember_items(ours.env, RememberedItems(ours.nav))
    assert ours.navigations() == expected.navigations()


def test_marks_stand_for_items_that_are_stored(configure: Callable[[list[object]], MkDocsConfig]) -> None:
    plain = Site(configure(NAV)).navigations()
    site = Site(configure(NAV))
    items = with_marks(site)
    marked = site.navigations()
    assert list(map(items.put_in, marked, site.pages)) == plain
    assert len("".join(marked)) < len("".join(plain)) * 0.8
    # In the next build, no page needs to be rendered.
    later = Site(configure(NAV))
    items_later = with_marks(later)
    having_marks = [(html, page) for html, page in zip(marked, later.pages, strict=True) if "\x01" in html]
    assert having_marks and not any(items_later.knows(html, page) for html, page in having_marks)
    items_later.load(items.stored())
    assert list(map(items_later.put_in, marked, later.pages)) == plain and items_later.stored() is None


def test_some_of_the_items_are_not_enough(configure: Callable[[list[object]], MkDocsConfig]) -> None:
    site = Site(configure(NAV))
    items = with_marks(site)
    marked = site.navigations()
    one = Site(configure(NAV))
    items_of_one = with_marks(one)
    phase = [page.file.src_uri for page in one.pages].index("phases/c.md")
    one.pages = one.pages[phase : phase + 1]
    one.navigations()
    assert items_of_one.knows(marked[phase], site.pages[phase])
    # The item of this page was not needed, and so not rendered, for the page itself.
    assert not items_of_one.knows(marked[phase + 1], site.pages[phase + 1])
    assert items.knows(marked[phase + 1], site.pages[phase + 1])


def test_a_theme_may_number_sections_as_it_likes(configure: Callable[[list[object]], MkDocsConfig]) -> None:
    partial = (
        '{% import "partials/language.html" as lang with context %}{% import "partials/nav-item.html" as item with context %}'
        '{% for nav_item in nav.items %}{{ item.render(nav_item, "same \x27<", 1) }}{{ item.render(nav_item, "other", 1) }}{% endfor %}'
    )
    plain = Site(configure(NAV)).navigations(partial)
    site = Site(configure(NAV))
    items = with_marks(site)
    assert list(map(items.put_in, site.navigations(partial), site.pages)) == plain


def test_what_differs_from_build_to_build_is_not_stored(configure: Callable[[list[object]], MkDocsConfig]) -> None:
    stored = None
    for build in ("first", "second"):
        site = Site(configure(NAV))
        for page in site.pages:
            page.title = "roadmap-mark-data"
        items = with_marks(site, finish=lambda html: html.replace("roadmap", "ours"), resolve=partial(re.sub, "ours-mark-data", build))
        items.load(stored)
        # What is on the page itself is finished and resolved by others.
        complete = [items.put_in(html, page).replace("roadmap-mark-data", build) for html, page in zip(site.navigations(), site.pages, strict=True)]
        site = Site(configure(NAV))
        for page in site.pages:
            page.title = build
        assert complete == site.navigations()
        assert (stored is None) == (build == "first") and (items.stored() is None) == (build == "second")
        stored = stored or items.stored()


def test_a_title_may_look_like_a_mark(configure: Callable[[list[object]], MkDocsConfig]) -> None:
    sites = [Site(configure(NAV)) for _ in range(2)]
    for site in sites:
        for page in site.pages:
            page.title = "\x010 1 0 __nav_2 1 True\x01 \x010 1 2\x01"
    plain = sites[0].navigations()
    items = with_marks(sites[1])
    assert list(map(items.put_in, sites[1].navigations(), sites[1].pages)) == plain

"""A site with frames from the cache is the one that a clean build makes, whatever has changed in between."""

import re
from collections.abc import Callable
from pathlib import Path

import material
import pytest
from mkdocs.config import load_config

from learning_roadmap.cache import SWITCH, Cache
from learning_roadmap.mkdocs_plugin.frames import has_frames
from tests.families import family
from tests.pages.conftest import MACROS, Project, build_site

FRAMES = "learning_roadmap.mkdocs_plugin.plugin.has_frames"
CONFIG = {"theme": {"name": "material", "font": False, "custom_dir": "theme", "features": ["navigation.instant"]}, "site_url": "https://a.example/"}


def files(site: Path) -> dict[str, bytes]:
    # The compressed site map contains the time.
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file() and path.suffix != ".gz"}


def with_text(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        file = folder / name
        text = file.read_text("utf-8") if file.exists() else ""
        assert old in text
        file.parent.mkdir(exist_ok=True)
        file.write_text(text.replace(old, new, 1) if old else text + new, "utf-8")

    return change


# What changes between builds, and whether all frames stay the same.
CHANGES = {
    "nothing": (lambda _: None, True),
    "a text": (with_text("content/roadmap.yml", "      summary: ", "      summary: Again "), True),
    "a topic": (with_text("content/roadmap.yml", "      title: ", "      title: Again "), True),
    "a phase": (with_text("content/roadmap.yml", "  title: ", "  title: Again "), False),
    "a page": (with_text("content/pages/index.md", "There are", "Here are"), True),
    "a heading": (with_text("content/pages/index.md", "# Home", "# Start"), False),
    "a new page": (with_text("content/pages/new.md", "", "---\nhide: [toc]\n---\nWithout a heading.\n"), False),
    "an option of a page": (with_text("content/pages/new.md", "hide: [toc]", "status: new"), False),
    "an option": (with_text("mkdocs.yml", "site_name: Test", "site_name: Test & more"), False),
    "a template": (with_text("theme/partials/copyright.html", "", "<p>{{ config.site_name }}</p>"), False),
    "a template that includes a text": (with_text("theme/partials/copyright.html", "<p>", "{% include 'linked/any.txt' %}<p>"), False),
    "an included text in a linked folder": (with_text("linked/any.txt", "first", "second"), False),
    "an icon": (with_text("theme/.icons/own.svg", "", "<svg></svg>"), False),
}


# Some of the data, of a page, of an option and of templates.
CHOSEN = family(CHANGES, "a topic", "a heading", "an option", "a template", "a template that includes a text", "an included text in a linked folder")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("plugins", "names"),
    [([{"learning-roadmap": {"search": True, "csp": True}}], CHOSEN), (["search", "learning-roadmap"], ["nothing", "a topic"])],
    ids=["own search", "search of the theme"],
)
def test_after_any_change_a_site_is_that_of_a_clean_build(
    plugins: list[object], names: list[str], project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    folder = project(plugins=[*plugins, {"macros": MACROS}], **CONFIG)
    (folder / "theme").mkdir()
    (folder / "linked").mkdir()
    (folder / "linked" / "any.txt").write_text("first", "utf-8")
    (folder / "theme" / "linked").symlink_to(folder / "linked")
    (folder / "linked" / "again").symlink_to(folder / "theme")
    build_site(folder)
    stored: list[str] = []
    put = Cache.put
    monkeypatch.setattr(Cache, "put", lambda self, kind, key, *content: stored.append(kind) or put(self, kind, key, *content))
    for name in names:
        change, has_same_frames = CHANGES[name]
        change(folder)
        stored.clear()
        warm = files(build_site(folder))
        assert ("frame" not in stored) == has_same_frames, name
        # Where the theme renders the contents, too.
        with monkeypatch.context() as clean:
            clean.setenv(SWITCH, "0")
            clean.setattr(FRAMES, lambda _: False)
            assert files(build_site(folder)) == warm, name


@pytest.mark.slow
def test_what_differs_from_build_to_build_may_be_in_items(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    folder = project(plugins=["learning-roadmap"], **CONFIG)
    source = (Path(material.__file__).parent / "templates" / "partials" / "nav-item.html").read_text("utf-8")
    # A template that looks at other pages would have no frames.
    source = re.sub(r"{% if nav_item[.]pages %}.*?{% endif %}\s*{% endif %}", "", source, flags=re.DOTALL)
    item = '<a href="{{ nav_item.url | url }}" class="md-nav__link">'
    assert item in source
    (folder / "theme" / "partials").mkdir(parents=True)
    (folder / "theme" / "partials" / "nav-item.html").write_text(source.replace(item, "{{ config.extra_javascript | join }}" + item), "utf-8")
    cold, warm = files(build_site(folder)), files(build_site(folder))
    navigation = cold["phases/index.html"].decode().partition("md-nav__list")[2].partition("md-content")[0]
    assert navigation.count("loader.js?v=") > 3
    [items] = (folder / ".cache" / "roadmap").glob("nav-*")
    items.unlink()
    without_items = files(build_site(folder))
    assert items.exists()
    monkeypatch.setattr(FRAMES, lambda _: False)
    assert files(build_site(folder)) == cold == warm == without_items


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, True),
        ({"plugins": ["learning-roadmap", "search"]}, True),
        ({"plugins": ["learning-roadmap", "offline"]}, False),
        ({"hooks": ["hook.py"]}, False),
        ({"theme": {"name": "mkdocs"}}, False),
    ],
    ids=str,
)
def test_sites_with_other_plugins_have_no_frames(changes: dict[str, object], expected: bool, project: Project) -> None:
    folder = (
        project(plugins=["learning-roadmap"], **{"theme": CONFIG["theme"]} | changes) if "plugins" not in changes else project(**CONFIG | changes)
    )
    (folder / "theme").mkdir()
    (folder / "hook.py").touch()
    config = load_config(str(folder / "mkdocs.yml"))
    assert has_frames(config) == expected


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ page.content | wordcount }}", False),
        ("{{ page['content'] | wordcount }}", False),
        ("{{ super() | replace('h2', 'h3') }}", False),
        ("{% filter upper %}{{ super() }}{% endfilter %}", False),
        ("{% set text %}{{ super() }}{% endset %}", False),
        ("{{ page.update_date }}", False),
        ("{{ config.site_dir }}", False),
        ('{% set name = config.site_name | upper %}<b class="md-content">{{ name }}</b>{{ super() }}', True),
    ],
    ids=str,
)
def test_sites_whose_templates_look_at_contents_have_no_frames(template: str, expected: bool, project: Project) -> None:
    folder = project(plugins=["learning-roadmap"], theme=CONFIG["theme"])
    (folder / "theme" / "partials").mkdir(parents=True)
    (folder / "theme" / "partials" / "any.txt").write_text(template, "utf-8")
    assert has_frames(load_config(str(folder / "mkdocs.yml"))) == expected

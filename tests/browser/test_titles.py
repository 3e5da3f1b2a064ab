"""Hostile names, titles and descriptions in each theme: every template shows them as text, without a policy."""

import os
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page

from learning_roadmap.datafile.write import one_line
from learning_roadmap.starter import ProjectOptions, new_project
from tests.browser.guarded_page import guarded_page, normalized
from tests.browser.payloads import PAYLOADS
from tests.browser.sites import served
from tests.families import family

THEMES = ("material", "mkdocs", "readthedocs")
# One of each way out of a text or an attribute.
SOME = (
    '" autofocus tabindex=1 onfocus="fired(N)',
    "' onmouseover='fired(N)' x='",
    '"><img src=x onerror=fired(N)>',
    "</title><script>fired(N)</script>",
    "&lt;/title&gt;&lt;script&gt;fired(N)&lt;/script&gt;",
    "&#34; onmouseover=&#34;fired(N)",
    "<b>R&D</b> & \"quotes\" 'n' &amp; &quot;references&quot; fired(N)",
    "*a* _b_ `c` [d](javascript:fired(N)) {: onclick=fired(N) }",
    "{{ 7*1111111 }} {% raw %} fired(N)",
    "--><script>fired(N)</script><!--",
    "<!-- --!><img src=x onerror=fired(N)>",
    "\\\"-fired(N)-\\\" ';fired(N);' ${fired(N)} </script>",
)
# Each theme has templates of its own and escapes by one rule: of the texts that leave an attribute, a title and a comment, each theme shows one
# here. `make test-all` shows every text in every theme.
# What nobody sees is refused before it is a title.
VISIBLE = tuple(payload for payload in PAYLOADS if "\u200b" not in payload)
CHOSEN = family(product(THEMES, (*SOME, *VISIBLE)), ("material", SOME[0]), ("mkdocs", SOME[3]), ("readthedocs", SOME[9]))
DATA = """format: 2
id: small
title: {title}
description: {description}

phases:

- id: one
  title: {phase}
  goal: {goal}
  sections:
  - id: first
    title: {section}
    topics:
    - id: topic
      title: {topic}
- id: two
  title: {other}
  sections:
  - id: second
    title: {section2}
    topics:
    - id: last
      title: {last}
"""
# What a browser puts in where nobody has written it.
PARSED = {("html",), ("head",), ("body",), ("tbody",)}
PLACES = ("site_name", "site_description", "site_author", "page_title", "page_description", "page_author", "heading", "nav", "nav_page",
          "title", "description", "phase", "goal", "section", "topic", "other", "section2", "last")  # fmt: skip
SEEN_BY_BROWSER = ("index.html", "stated.html", "macro.html", "phases/one.html", "phases/two.html", "404.html")
# A page whose front matter has a text in every place, one of a phase, and one of an address without a page. All pages are read in any case.
OPENED = family(SEEN_BY_BROWSER, "stated.html", "phases/one.html", "404.html")


@dataclass
class Shape(HTMLParser):
    """The elements of a page with the names of their attributes, its title, and what the site is called in attributes."""

    shapes: set[tuple[str, ...]] = field(default_factory=set)
    scripts: int = 0
    title: str = ""
    names: set[str] = field(default_factory=set)
    descriptions: list[str] = field(default_factory=list)
    _in_title: bool = False

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.shapes.add((tag, *sorted(values)))
        self.scripts += tag == "script"
        self._in_title = tag == "title" and not self.title
        if "md-logo" in (values.get("class") or ""):
            self.names |= {values.get("title") or "", values.get("aria-label") or ""}
        if tag == "meta" and values.get("name") == "description":
            self.descriptions.append(values.get("content") or "")

    def handle_endtag(self, tag: str) -> None:
        self._in_title = False

    def handle_data(self, data: str) -> None:
        self.title += data if self._in_title else ""


def shape(path: Path) -> Shape:
    found = Shape()
    found.feed(path.read_text("utf-8"))
    found.close()
    return found


def words(payload: str) -> dict[str, str]:
    made = {place: payload.replace("fired(N)", f"fired({number})") for number, place in enumerate(PLACES)}
    # Titles in front matter and navigation may be templates: mkdocs-macros runs them, and they are the owner's.
    # The script of the theme "mkdocs" fails on an anchor that begins with a digit, whatever it comes from.
    made["site_name"] = f"My {made['site_name']}"
    return made | {place: made[place].replace("{", "(").replace("}", ")") for place in ("page_title", "nav_page")}


def make(folder: Path, theme: str, said: dict[str, str]) -> Path:
    """The site that `roadmap init` makes for a title, in another theme and without a policy, with a text in every place."""
    made, _ = new_project(folder, ProjectOptions(title=said["site_name"]))
    quoted = {place: one_line(text) for place, text in said.items()}
    pages = folder / "content/pages"
    pages.mkdir(parents=True)
    (pages / "index.md").write_bytes(made["content/pages/index.md"].replace(b"(study-guide.pdf)", b"(stated.md)"))
    head = f"---\ntitle: {quoted['page_title']}\ndescription: {quoted['page_description']}\nauthor: {quoted['page_author']}\n---\n"
    (pages / "stated.md").write_text(f"{head}\n# Stated\n", "utf-8")
    (pages / "macro.md").write_text('# All of {{ topic("topic") }}\n\n## More of {{ phase("one") }}\n', "utf-8")
    coded = "".join(f"&#{ord(character)};" if not character.isalnum() else character for character in said["heading"])
    (pages / "heading.md").write_text(f"# Of {coded}\n\n## On {coded}\n", "utf-8")
    (folder / "content/roadmap.yml").write_text(DATA.format(**quoted), "utf-8")
    config: dict[str, Any] = yaml.load(made["mkdocs.yml"], yaml.BaseLoader)
    features = ["navigation.instant", "navigation.tabs", "navigation.path", "navigation.footer", "navigation.indexes", "toc.follow"]
    config |= {
        "site_url": "http://127.0.0.1/",
        "site_description": said["site_description"],
        "site_author": said["site_author"],
        "theme": {"name": theme, "font": False, "features": features} if theme == "material" else {"name": theme, "highlightjs": False},
        "use_directory_urls": False,
        "nav": ["index.md", {said["nav"]: ["stated.md", "macro.md"]}, {said["nav_page"]: "heading.md"}, {"Phases": "roadmap:phases"}],
        "plugins": [
            "search",
            {"learning-roadmap": {"file": "content/roadmap.yml"}},
            {"macros": {"modules": ["learning_roadmap.mkdocs_plugin.macros"]}},
        ],
    }
    for name in ("repo_url", "edit_uri", "validation", "extra", "markdown_extensions"):
        config.pop(name)
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config | {"markdown_extensions": ["attr_list", "tables"]}), "utf-8")
    loaded = load_config(str(folder / "mkdocs.yml"))
    loaded.plugins.on_startup(command="build", dirty=False)
    build(loaded)
    return folder / "site"


@pytest.fixture(scope="module")
def theme(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def twin(theme: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Shape]:
    """What the pages look like with harmless words in the same places."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    site = make(tmp_path_factory.mktemp("harmless"), theme, {place: f"harmless {number}" for number, place in enumerate(PLACES)})
    return {path.relative_to(site).as_posix(): shape(path) for path in site.rglob("*.html")}


def elements(page: Page) -> set[tuple[str, ...]]:
    """The elements of the page as the browser reads what was sent, in the manner of `Shape`."""
    found = [one.lower().rstrip("]").partition("[") for one in page.evaluate("structure()")]
    return {(name, *sorted(filter(None, attributes.split(",")))) for name, _, attributes in found}


@pytest.mark.parametrize(("theme", "payload"), CHOSEN, indirect=["theme"], ids=[f"{theme}-{number}" for number, (theme, _) in enumerate(CHOSEN)])
def test_a_title_is_shown_as_text_everywhere(tmp_path: Path, browser: Browser, theme: str, twin: dict[str, Shape], payload: str) -> None:
    said = words(payload)
    site = make(tmp_path, theme, said)
    shapes = {path.relative_to(site).as_posix(): shape(path) for path in site.rglob("*.html")}
    known = set().union(*(one.shapes for one in twin.values()))
    assert shapes.keys() == twin.keys()
    for name, found in shapes.items():
        assert found.shapes <= known, name
        assert found.scripts == twin[name].scripts, name
    # Neither cut, nor escaped twice.
    name = normalized(said["site_name"])
    # Whoever writes front matter or mkdocs.yml may write character references: that is how MkDocs prints it.
    for path, title in (("stated.html", unescape(said["page_title"])), ("phases/one.html", said["phase"]), ("phases/two.html", said["other"])):
        assert normalized(shapes[path].title) == f"{normalized(title)} - {name}"
    if theme == "material":
        assert shapes["index.html"].names == {said["site_name"]}
        assert shapes["stated.html"].descriptions == [unescape(said["page_description"])]
        assert shapes["404.html"].descriptions == [unescape(said["site_description"])]
    with served(site) as root, guarded_page(browser) as page:
        for path in OPENED:
            page.goto(f"{root}/{path}")
            page.evaluate("poke()")
            assert page.evaluate("happened") == [], path
            assert elements(page) <= known | PARSED, path
        assert "7777777" not in page.content()

"""Two sites with the same pages: ours, and Markdown task lists for Material alone."""

import html
import posixpath
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import yaml

from learning_roadmap.datafile import load
from learning_roadmap.datafile.write import write_roadmap
from learning_roadmap.model import Roadmap
from learning_roadmap.model.index import RoadmapIndex
from learning_roadmap.pages import Settings, build_pages

THEME = {"name": "material", "font": False, "features": ["navigation.instant", "navigation.prune"]}
EXTENSIONS = [{"toc": {"permalink": True}}, "attr_list", "md_in_html", {"pymdownx.tasklist": {"custom_checkbox": True}}]

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LISTS = frozenset({"ul", "ol", "dl"})
ITEMS = frozenset({"li", "dt", "dd"})
BLOCKS = (
    HEADINGS | LISTS | ITEMS | {"p", "div", "summary", "details", "fieldset", "legend", "section", "nav", "figcaption", "td", "th", "tr", "table"}
)
# What a person would not write by hand.
SKIPPED = frozenset({"svg", "script", "style", "template", "select", "button"})
VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})


def roadmap_site(roadmap: Roadmap, folder: Path, has_search: bool = False) -> Path:
    """A project of ours that holds nothing but a roadmap, with the theme's search or with our own."""
    pages = folder / "content" / "pages"
    pages.mkdir(parents=True)
    (pages / "index.md").write_text("# Home\n", encoding="utf-8")
    (folder / "content" / "roadmap.yml").write_text(write_roadmap(roadmap), encoding="utf-8")
    _configure(folder, "content/pages", [{"learning-roadmap": {"search": True}}] if has_search else ["search", "learning-roadmap"])
    return folder


def markdown_site(ours: Path, folder: Path) -> Path:
    """The pages of one of our projects as a person would write them: the same rows, words and links, ids by attribute lists."""
    pages = folder / "pages"
    pages.mkdir(parents=True)
    (pages / "index.md").write_text("# Home\n", encoding="utf-8")
    index = RoadmapIndex(load(ours / "content" / "roadmap.yml").roadmap)
    settings = Settings(lambda source, to: posixpath.relpath(to, posixpath.dirname(source) or "."), lambda id: None)
    for page in build_pages(index, settings):
        target = pages / page.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_as_markdown(page.html), encoding="utf-8")
    _configure(folder, "pages", ["search"])
    return folder


def hugo_site(markdown: Path, folder: Path) -> Path:
    """The Markdown pages of a site, for Hugo, with a layout of one line."""
    for page in (markdown / "pages").rglob("*.md"):
        path = page.relative_to(markdown / "pages")
        target = folder / "content" / path.with_name("_index.md" if path.name == "index.md" else path.name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("---\ntitle: Page\n---\n" + page.read_text("utf-8"), "utf-8")
    (folder / "hugo.toml").write_text(
        'baseURL = "/"\ndisableKinds = ["taxonomy", "term", "rss"]\n[markup.goldmark.renderer]\nunsafe = true\n', "utf-8"
    )
    for name in ("page", "home", "section"):
        layout = folder / "layouts" / f"{name}.html"
        layout.parent.mkdir(parents=True, exist_ok=True)
        layout.write_text("<!doctype html><title>{{ .Title }}</title><main>{{ .Content }}</main>", "utf-8")
    return folder


def eleventy_site(markdown: Path, folder: Path) -> Path:
    """The Markdown pages of a site, for Eleventy, with a layout of one line."""
    shutil.copytree(markdown / "pages", folder / "content")
    (folder / "content" / "content.json").write_text('{"layout": "page.html", "title": "Page"}', "utf-8")
    (folder / "content" / "_includes").mkdir()
    (folder / "content" / "_includes" / "page.html").write_text("<!doctype html><title>{{ title }}</title><main>{{ content }}</main>", "utf-8")
    # The pages contain no template.
    config = 'export const config = { markdownTemplateEngine: false, dir: { input: "content", output: "public" } };\n'
    (folder / "eleventy.config.mjs").write_text(config, "utf-8")
    return folder


def _configure(folder: Path, docs: str, plugins: list[Any]) -> None:
    config = {"site_name": "Bench", "docs_dir": docs, "theme": THEME, "plugins": plugins, "markdown_extensions": EXTENSIONS}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")


class _MarkdownWriter(HTMLParser):
    """Writes the content of a page as a person would: the same headings, lists, boxes, paragraphs, words and links."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self._inline: list[str] = []
        self._link = ""
        self._depth = 0
        self._starts_item = False
        self._box = ""
        self._skipped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag in SKIPPED or self._skipped:
            self._skipped += tag not in VOID
            return
        if tag in BLOCKS:
            self._end_block(tag)
        if tag in LISTS:
            self._depth += 1
        if tag in ITEMS:
            self._starts_item = True
            self._box = ""
            if id := attributes.get("id"):
                self._inline.append(f'<span id="{html.escape(id)}"></span>')
        elif tag == "input" and "rm-tick" in (attributes.get("class") or ""):
            self._box = "[ ] "
        elif tag in HEADINGS:
            self._inline.append("#" * int(tag[1]) + " ")
        elif tag == "a" and attributes.get("href"):
            self._link = attributes["href"] or ""
            self._inline.append("[")

    def handle_endtag(self, tag: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        if tag == "a" and self._link:
            self._inline.append(f"]({self._link})")
            self._link = ""
        if tag in BLOCKS:
            self._end_block(tag)
        if tag in LISTS:
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self._inline.append(re.sub(r"([\\`*_{}\[\]<>#|])", r"\\\1", re.sub(r"\s+", " ", data)))

    def _end_block(self, tag: str) -> None:
        words = "".join(self._inline).strip()
        self._inline.clear()
        if not words:
            return
        indent = "    " * max(self._depth - 1, 0)
        if self._starts_item:
            self.blocks.append(f"{indent}- {self._box}{words}")
            self._starts_item = False
        else:
            self.blocks.append(f"\n{'    ' * self._depth}{words}\n")


def _as_markdown(page: str) -> str:
    writer = _MarkdownWriter()
    writer.feed(page)
    writer.close()
    return "\n".join(writer.blocks) + "\n"

"""Two sites with the same pages: ours, and Markdown task lists for Material alone."""

import html
import posixpath
import re
from pathlib import Path

import yaml

from learning_roadmap.datafile import load
from learning_roadmap.datafile.write import write_roadmap
from learning_roadmap.model import Roadmap
from learning_roadmap.model.index import RoadmapIndex
from learning_roadmap.pages import Settings, build_pages

THEME = {"name": "material", "font": False, "features": ["navigation.instant", "navigation.prune"]}
EXTENSIONS = [{"toc": {"permalink": True}}, "attr_list", "md_in_html", {"pymdownx.tasklist": {"custom_checkbox": True}}]

# A heading, the beginning or end of a list, an item up to the next, or a paragraph.
ROW = re.compile(r"<h([1-6])[^>]*>(.*?)</h\1>|<(/?)(?:ul|ol)\b|<li\b([^>]*)>(.*?)(?=<li\b|<ul\b|<ol\b|</li>)|<p[^>]*>(.*?)</p>", re.DOTALL)


def roadmap_site(roadmap: Roadmap, folder: Path) -> Path:
    """A project of ours that holds nothing but a roadmap."""
    pages = folder / "content" / "pages"
    pages.mkdir(parents=True)
    (pages / "index.md").write_text("# Home\n", encoding="utf-8")
    (folder / "content" / "roadmap.yml").write_text(write_roadmap(roadmap), encoding="utf-8")
    _configure(folder, "content/pages", ["search", "learning-roadmap"])
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


def _configure(folder: Path, docs: str, plugins: list[str]) -> None:
    config = {"site_name": "Bench", "docs_dir": docs, "theme": THEME, "plugins": plugins, "markdown_extensions": EXTENSIONS}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")


def _as_markdown(page: str) -> str:
    """Headings, rows and their details of a page, as a person would write them."""
    lines: list[str] = []
    depth = -1
    for mark in ROW.finditer(page):
        level, heading, closes, attributes, row, text = mark.groups()
        if level:
            lines += ["", "#" * int(level) + " " + _words(heading), ""]
        elif closes is not None:
            depth += -1 if closes else 1
        elif row is not None:
            anchor = re.search(r'id="([^"]+)"', attributes)
            named = f'<span id="{anchor[1]}"></span>' if anchor else ""
            lines.append("    " * max(depth, 0) + ("- [ ] " if "rm-tick" in row else "- ") + named + (_words(row) or "–"))
        elif text and depth < 0:
            lines += ["", _words(text), ""]
    return "\n".join(lines) + "\n"


def _words(markup: str) -> str:
    """Words with their links; the permalinks of rows are what Material's `toc` and the anchors give."""
    parts = re.split(r'<a\b[^>]*?href="([^"]*)"[^>]*>(.*?)</a>', markup, flags=re.DOTALL)
    made = _plain(parts[0])
    for address, words, after in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        made += f"[{_plain(words).strip()}]({html.unescape(address)}) {_plain(after)}"
    return re.sub(r"\s+", " ", made).strip()


def _plain(markup: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>#|])", r"\\\1", re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", markup))))

"""Projects made of a hostile document, built without a policy by the plugin and from an export, opened in a browser."""

import os
from datetime import date
from pathlib import Path

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser

from learning_roadmap.datafile import load
from learning_roadmap.diagnostics.problem import ProblemsFound
from learning_roadmap.export import export_tree, read_site_config
from learning_roadmap.model.index import RoadmapIndex
from learning_roadmap.starter import ProjectOptions, new_project
from tests.browser.guarded_page import ODD, guarded_page
from tests.browser.sites import served
from tests.families import family
from tests.hostile_documents import DOCUMENTS, numbered

OPENED = {"index.html", "more.html", "phases", "documents", "topics.html", "projects.html", "resources.html", "404.html"}


def write(folder: Path, files: dict[str, bytes]) -> None:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def built(folder: Path, **changes: object) -> Path:
    config = yaml.load((folder / "mkdocs.yml").read_text("utf-8"), yaml.BaseLoader)
    config["theme"]["font"] = False
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config | {"site_url": "http://127.0.0.1/", "use_directory_urls": False} | changes), "utf-8")
    loaded = load_config(str(folder / "mkdocs.yml"))
    loaded.plugins.on_startup(command="build", dirty=False)
    build(loaded)
    return folder / "site"


# Two builds each, and all their pages: `make test` takes a document of addresses and elements, `make test-all` all of them.
@pytest.mark.parametrize("number", family(range(len(DOCUMENTS)), 48))
def test_a_hostile_document_is_shown_as_text(tmp_path: Path, browser: Browser, number: int) -> None:
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    source = tmp_path / "evil.md"
    source.write_text(numbered(number), "utf-8", newline="")
    try:
        made, _ = new_project(tmp_path / "new", ProjectOptions(source))
    except ProblemsFound:
        return  # tests/test_hostile_documents.py tests which ones, and their messages
    made["content/pages/index.md"] = made["content/pages/index.md"].replace(b"[Download the study guide (PDF)](study-guide.pdf){ .md-button }", b"")
    made["content/pages/more.md"] = b"# {{ documents() }} of {{ phases() }}\n\n## {{ count('topics') }}\n"
    write(tmp_path / "new", made)
    given = read_site_config(tmp_path / "new/mkdocs.yml")
    index = RoadmapIndex(load(tmp_path / "new/content/roadmap.yml").roadmap)
    write(tmp_path / "out", export_tree(index, tmp_path / "new/content/pages", date(2026, 1, 15), given))
    plugins = ["search", {"learning-roadmap": {"file": "content/roadmap.yml"}}, {"macros": {"modules": ["learning_roadmap.mkdocs_plugin.macros"]}}]
    for site in (built(tmp_path / "new", plugins=plugins, repo_url="", edit_uri=""), built(tmp_path / "out")):
        with served(site) as root, guarded_page(browser) as page:
            paths = sorted(path for path in site.rglob("*.html") if path.relative_to(site).parts[0] in OPENED)
            # The phases are of one kind, and the documents.
            first = {path.parent: path for path in reversed(paths) if path.stem != "index"}.values()
            for path in family(paths, *(path for path in paths if path.parent == site or path in first)):
                page.goto(f"{root}/{path.relative_to(site).as_posix()}")
                page.evaluate("poke()")
                assert page.evaluate("happened") == [], path
                assert page.evaluate("(odd) => document.querySelectorAll(odd).length", ODD) == 0, path
                assert "7777777" not in page.content(), path
                assert set(page.evaluate("schemes()")) <= {"http:", "https:", "data:"}, path

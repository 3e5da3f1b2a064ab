"""Custom strings of a site reach its pages, its client and its exports."""

import json
import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from mkdocs.exceptions import Abort
from pypdf import PdfReader

from learning_roadmap.datafile import load
from learning_roadmap.export import export_tree, read_site_config
from learning_roadmap.guide import Options, make_guide
from learning_roadmap.model.index import RoadmapIndex
from learning_roadmap.model.labels import all_labels
from learning_roadmap.strings import load_strings
from tests.pages.conftest import SMALL, Project, build_site, page_at

OWN = {"client": {"toast": {"undo": "Rückgängig"}}}


def with_words(project: Project, words: object) -> Path:
    folder = project(index="# Home\n", plugins=["search", {"learning-roadmap": {"strings": "words.json"}}])
    (folder / "words.json").write_text(json.dumps(words), encoding="utf-8")
    return folder


def client_words(text: str) -> object:
    return json.loads(text.partition("roadmapStrings=")[2].partition(";\n")[0])


def test_custom_strings_reach_the_client(project: Project) -> None:
    site = build_site(with_words(project, OWN))
    (part,) = (site / "assets" / "roadmap").glob("strings.*.js")
    assert client_words(part.read_text("utf-8"))["toast"]["undo"] == "Rückgängig"  # type: ignore[index]


def test_custom_strings_reach_pages_the_dashboard_and_the_guide(project: Project) -> None:
    words = {
        "pages": {
            "counts": {"topics": {"one": "{count} Thema", "other": "{count} Themen"}},
            "dashboard": {"plan": {"title": "<Plan> & Ziel"}},
        },
        "guide": {"contents": "Inhalt", "library": {"resources": "Quellen"}, "weekdays": {"monday": "Montag"}},
        "labels": {"Resources": "Quellen", "Courses": "Kurse"},
    }
    folder = with_words(project, words)
    site = build_site(folder)
    assert re.search(r"\d Themen", page_at(site, "phases/index"))
    assert '<h1 id="page-plan">&lt;Plan&gt; &amp; Ziel</h1>' in page_at(site, "dashboard/plan")
    assert 'id="page-resources">Quellen</h1>' in page_at(site, "resources") and ">Kurse<" in page_at(site, "resources")
    options = Options(date(2026, 1, 1), strings=load_strings(folder / "words.json", all_labels()))
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(make_guide(RoadmapIndex(load(SMALL).roadmap), options).pdf)).pages)
    assert "Inhalt" in text and "Contents" not in text and "Quellen" in text and "Kurse" in text


def test_invalid_custom_strings_stop_the_build(project: Project, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(Abort):
        build_site(with_words(project, {"klient": "x"}))
    assert "words.json:1:2: error: klient: unknown text" in caplog.text and "[STR-KEY]" in caplog.text


def test_custom_strings_reach_an_export(project: Project) -> None:
    folder = with_words(project, OWN)
    given = read_site_config(folder / "mkdocs.yml")
    assert given.strings == folder / "words.json"
    files = export_tree(RoadmapIndex(load(SMALL).roadmap), folder / "none", date(2026, 1, 1), given)
    (part,) = (text for path, text in files.items() if path.startswith("docs/assets/roadmap/strings."))
    assert client_words(part.decode())["toast"]["undo"] == "Rückgängig"  # type: ignore[index]


@pytest.mark.parametrize("plugins", [None, "search", ["learning-roadmap"], {"search": None}, [{"learning-roadmap": None}]], ids=repr)
def test_a_site_without_custom_strings_uses_the_catalogue(plugins: object, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump({"site_name": "x", "plugins": plugins}), encoding="utf-8")
    assert read_site_config(tmp_path / "mkdocs.yml").strings is None

"""The client's files as they are served."""

import re
from pathlib import Path

import pytest

from learning_roadmap.pages.client_scripts import ASSETS, PAGE_STYLES, PART_STYLES, SCRIPTS, STYLES, compact, script, style
from tests.paths import ROOT

MODULES = sorted((ROOT / "plugins/learning_roadmap/client").glob("*/*.ts"))


def test_every_script_of_the_client_is_served() -> None:
    assert sorted(SCRIPTS) == sorted(path.stem for path in ASSETS.rglob("*.js"))


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_is_served_in_strict_mode(name: str) -> None:
    assert script(name).startswith('"use strict";(()=>{')


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_module_has_a_description(path: Path) -> None:
    assert path.read_text("utf-8").startswith("/* ")


def test_the_style_is_served_without_comments() -> None:
    assert sorted([*STYLES, *PART_STYLES.values(), *PAGE_STYLES.values()]) == sorted(path.stem for path in ASSETS.rglob("*.css"))
    assert "/*" not in style() and style().count("{") == style().count("}")
    assert sum((ASSETS / f"{name}.css").read_text("utf-8").count("{") for name in STYLES) >= style().count("{") > 0


@pytest.mark.parametrize("name", STYLES)
def test_no_string_in_the_style_looks_like_a_comment(name: str) -> None:
    code = re.sub(r"/\*.*?\*/", "", (ASSETS / f"{name}.css").read_text("utf-8"), flags=re.DOTALL)
    assert not re.search(r"""(["'])[^"'\n]*(?:/\*|\*/)[^"'\n]*\1""", code)


@pytest.mark.parametrize("name", [*STYLES, *PART_STYLES.values()])
def test_no_style_makes_the_browser_look_at_a_whole_page_whenever_a_little_of_it_changes(name: str) -> None:
    css = compact((ASSETS / f"{name}.css").read_text("utf-8"))
    on_screen = re.sub(r"@media print\{(?:[^{}]|\{[^{}]*\})*\}", "", css)
    for inside in re.findall(r"\b(?:html|body)\b[^\s{}]*?:has\(([^{}]*?)\)[\s{:]", on_screen):
        # Children of children, with a name for each level: no descendants.
        assert re.fullmatch(r"(?:> [^\s>]+ ?)+", inside), inside


@pytest.mark.parametrize("path", [*MODULES, *sorted(ASSETS.rglob("*.js"))], ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_file_of_the_client_evaluates_text(path: Path) -> None:
    text = path.read_text("utf-8")
    # A method of the library that the search contains.
    text = re.sub(r"\}fetch\(\w,\w\)\{|\bthis\._index\.fetch\(", "", text)
    # Only the service worker requests files. It stores and hands on what it gets, and reads nothing of it.
    if "offline" in path.parts or path.stem == "service-worker":
        text = re.sub(r"\bfetch\((?:address, \{|request\)|\w,\{|\w\))", "", text)
    for name in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "fetch(",
        "XMLHttpRequest",
    ):
        assert name not in text, name
    # Nothing is loaded by an address that is made at run time; `typeof import("…")` names a type.
    assert not re.search(r"(?<!typeof )\bimport\(", text)

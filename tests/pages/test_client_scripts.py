"""What is served of the client: all of it, once, without what is only for who reads the files."""

import re
from pathlib import Path

import pytest

from learning_roadmap.pages.client_scripts import ASSETS, SCRIPTS, STYLES, script, style


def test_every_file_of_the_client_is_served_once() -> None:
    listed = [f"{folder}/{name}.js" for folder, names in SCRIPTS.items() for name in names]
    assert sorted(listed) == sorted(str(path.relative_to(ASSETS)) for path in ASSETS.rglob("*.js"))


@pytest.mark.parametrize("name", SCRIPTS)
def test_comments_stay_at_home(name: str) -> None:
    text = script(name)
    assert text.startswith('"use strict";\n(()=>{')
    assert "/*" not in text and not re.search(r"^\s*//", text, re.MULTILINE)


@pytest.mark.parametrize("path", sorted(ASSETS.rglob("*.js")), ids=lambda path: path.name)
def test_no_string_of_the_client_looks_like_a_comment(path: Path) -> None:
    code = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
    assert "/*" not in code and "*/" not in code
    assert path.read_text("utf-8").startswith("/* ") and '"use strict";\n' in path.read_text("utf-8")


def test_the_style_is_served_without_comments() -> None:
    assert sorted(STYLES) == sorted(path.stem for path in ASSETS.rglob("*.css"))
    assert "/*" not in style() and style().count("{") == style().count("}")


def test_no_file_of_the_client_reaches_for_what_could_run_a_text() -> None:
    for path in ASSETS.rglob("*.js"):
        text = path.read_text("utf-8")
        for name in (
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "new Function",
            "fetch(",
            "XMLHttpRequest",
            "import(",
        ):
            assert name not in text, f"{path.name}: {name}"

"""What is served of the client: comments stay at home, code goes out as it is."""

import re
from pathlib import Path

import pytest

from mkdocs_roadmap.pages.client_scripts import ASSETS, COMMENT, SCRIPTS, STYLES, script, style
from mkdocs_roadmap.pages.squeeze import pieces, squeeze


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


@pytest.mark.parametrize("path", sorted(ASSETS.rglob("*.js")), ids=lambda path: path.name)
def test_texts_and_patterns_of_the_client_keep_their_spaces(path: Path) -> None:
    code = COMMENT.sub("", path.read_text("utf-8"))
    before, after = pieces(code), pieces(squeeze(code))
    assert [piece for piece, is_literal in after if is_literal] == [piece for piece, is_literal in before if is_literal]
    bare = re.compile(r"\s|[,;](?=\s*[\])}])")
    assert bare.sub("", squeeze(code)) == bare.sub("", code)
    # What is no literal has none of their signs left: nothing was read as code that is not.
    assert not any(re.search(r"[\"'`]", piece) for piece, is_literal in before if not is_literal)


def test_the_style_is_served_without_comments_and_every_line_can_be_joined() -> None:
    assert sorted(STYLES) == sorted(path.stem for path in ASSETS.rglob("*.css"))
    for name in STYLES:
        code = re.sub(r"/\*.*?\*/", "", (ASSETS / f"{name}.css").read_text("utf-8"), flags=re.DOTALL)
        assert [line for line in code.splitlines() if line.strip() and line.rstrip()[-1] not in "{};,"] == []
        assert [text for text in re.findall(r'"[^"\n]*"', code) if re.search(r"[{};]|[,:] ", text)] == [], "no string holds what is joined"
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

"""Character references are treated like the characters themselves, at their line and column."""

from html.entities import html5
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from learning_roadmap.diagnostics.problem import ProblemsFound
from learning_roadmap.text.decode import BIDI, CONTROL, NONCHARACTER
from tests.command import roadmap
from tests.fuzz.targets import document, refused
from tests.sources.reader import read, texts

BREAKS = ["&NewLine;", "&#10;", "&#13;", "&#x0A;", "&#xd;", "&Tab;", "&#9;", "&#x85;", "&#133;", "&#x2028;", "&#x2029;"]
NEVER = [("&#0;", "ENC-CONTROL"), ("&#x7;", "ENC-CONTROL"), ("&#27;", "ENC-CONTROL"), ("&#12;", "ENC-CONTROL"), ("&#x9b;", "ENC-CONTROL"),
         ("&#x202e;", "UNI-BIDI"), ("&#8294;", "UNI-BIDI"), ("&#xfffe;", "ENC-NONCHAR"), ("&#x10FFFF;", "ENC-NONCHAR")]  # fmt: skip
ODD = [("&zwnj;", "UNI-HIDDEN"), ("&ZeroWidthSpace;", "UNI-HIDDEN"), ("&shy;", "UNI-HIDDEN"), ("&#xFEFF;", "UNI-HIDDEN"), ("&lrm;", "UNI-HIDDEN"),
       ("&rlm;", "UNI-HIDDEN"), ("&#xE0041;", "UNI-HIDDEN"),
       ("&#x430;", "UNI-MIXEDSCRIPT"), ("&#xD800;", "UNI-FFFD"), ("&#x110000;", "UNI-FFFD")]  # fmt: skip


@pytest.mark.parametrize("written", BREAKS)
def test_a_reference_that_breaks_a_line_becomes_a_space(tmp_path: Path, written: str) -> None:
    found = read(tmp_path, f"# My{written}map\n\n## Phase 1: One{written}two\n**Goal:** a{written}b\n- [ ] c{written}d\n\n  more{written}words\n")
    assert (found.title, texts(found)) == ("My map", ["My map", "One two", "a b", "c d more words"])


@pytest.mark.parametrize(("written", "code"), NEVER)
def test_a_reference_to_a_forbidden_character_is_refused_at_its_place(tmp_path: Path, written: str, code: str) -> None:
    lines = ["# Title", "", f"## Ph{written}ase", f"- [ ] `{written}` is code, {written} is none", "  and", f"  so{written}on", f"> quo{written}ted"]
    with pytest.raises(ProblemsFound) as caught:
        read(tmp_path, "\n".join(lines))
    assert {(one.code, one.line, one.column) for one in caught.value.problems} == {
        (code, 3, 6), (code, 4, len(f"- [ ] `{written}` is code, ") + 1), (code, 6, 5), (code, 7, 6)
    }  # fmt: skip
    assert all(f"written as '{written}'" in one.message for one in caught.value.problems)


@pytest.mark.parametrize(("written", "code"), ODD)
def test_a_reference_to_an_invisible_character_is_warned_about_at_its_place(tmp_path: Path, written: str, code: str) -> None:
    found = read(tmp_path, f"# Title\n\n- first\n- pass{written}word\n")
    assert [(one.code, one.line, one.column) for one in found.warnings] == [(code, 4, 7)]


def test_many_combining_marks_cause_one_warning(tmp_path: Path) -> None:
    assert [(one.code, one.line) for one in read(tmp_path, "# T\n- a" + "&#x301;" * 20 + "\n").warnings] == [("UNI-COMBINING", 2)]


@pytest.mark.parametrize("text", ["`&#10;&#x202e;`", "\\&#10;", "&amp;#x202e;", "&#10", "&nosuch;", "&nbsp;&eacute;&mdash;&#128512;"])
def test_harmless_references_cause_no_warning(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, f"# T\n- a {text} b\n").warnings == ()


def test_references_in_code_are_plain_text(tmp_path: Path) -> None:
    found = read(tmp_path, "# T\n- a\n\n```\n&#x202e; &#10;\n```\n")
    assert "&#x202e; &#10;" in texts(found)


def test_commands_report_references_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_text("# Bad&#x202e;\n\n- a&#0;\n", "utf-8")
    (tmp_path / "good.md").write_text("# Good&NewLine;map\n\n## Phase 1: A\n- b&#10;c\n", "utf-8")
    for command in (["import", "bad.md", "--data", "x.yml"], ["init", "new", "--document", "bad.md"], ["sources", "bad.md"]):
        done = roadmap(*command, cwd=tmp_path)
        assert done.returncode == 1
        assert "bad.md:1:6: error: " in done.stderr and "[UNI-BIDI]" in done.stderr
        assert "bad.md:3:4: error: " in done.stderr and "[ENC-CONTROL]" in done.stderr and "Traceback" not in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.md", "good.md"]
    for command in (
        ["import", "good.md", "--data", "x.yml"],
        ["init", "new", "--document", "good.md"],
        ["check", "--data", "new/content/roadmap.yml", "--sources", "new/content/sources"],
    ):
        assert roadmap(*command, cwd=tmp_path).returncode == 0
    assert "title: Good map\n" in (tmp_path / "x.yml").read_text("utf-8")


NAMED = sorted(name for name in html5 if name.endswith(";"))
REFERENCES = st.one_of(
    st.sampled_from(NAMED).map(lambda name: f"&{name}"),
    st.integers(0, 0x110001).map(lambda code: f"&#{code};"),
    st.integers(0, 0x300).map(lambda code: f"&#x{code:X};"),
    st.sampled_from([0x2000, 0x2028, 0x202E, 0x2066, 0xD800, 0xFDD0, 0xFE0F, 0xFEFF, 0xFFFF, 0xE0020]).map(lambda code: f"&#x{code:x};"),
)
PIECES = st.one_of(REFERENCES, st.sampled_from(["# ", "## Phase 1: ", "- ", "- [ ] ", "  - ", "\n", "\n\n", "**", "`", "a", "b, c", ": ", "[x](", ")",
                                                "https://a.example/", "> ",
                                                "| ", "1. ", "Goal: ", "![", "](", "<", ">", "\\", "&", "#", ";"]))  # fmt: skip


@given(st.lists(PIECES, max_size=24).map("".join))
@example("- &#32;")
@example("# &nbsp;\n- &zwnj;")
def test_any_document_with_any_reference_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    refused(document, text.encode(), tmp_path_factory.getbasetemp())


@given(st.sampled_from(NAMED))
def test_every_named_reference_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    character = html5[name]
    is_never = any(pattern.search(character) for pattern in (CONTROL, NONCHARACTER, BIDI))
    text = f"# T&{name}\n\n## Phase 1: a&{name}b\n- [ ] c&{name}\n- **d&{name}**: e\n"
    assert refused(document, text.encode(), tmp_path_factory.getbasetemp()) is is_never

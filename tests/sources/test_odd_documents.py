"""Invalid documents are refused with a reason; unusual ones are read with a warning and keep every line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learning_roadmap.diagnostics.problem import ProblemsFound
from learning_roadmap.model.index import walk_outline
from tests.sources.reader import read, texts

Codes = list[tuple[str, int]]
REFUSED: list[tuple[str, str | bytes, Codes]] = [
    ("nothing", "", [("MD-EMPTY", 1)]),
    ("blanks", " \n\n\t\n", [("MD-EMPTY", 1)]),
    ("Latin-1", "# D\n- a\n- caf\xe9\n".encode("latin-1"), [("ENC-UTF8", 3)]),
    ("UTF-16", "# D\n- a\n".encode("utf-16-le"), [("ENC-UTF16", 1)]),
    ("an overlong slash", b"# D\n- a\xc0\xafb\n", [("ENC-UTF8", 2)]),
    ("a terminal escape", "# D\n- \x1b[31mred\n", [("ENC-CONTROL", 2)]),
    ("a non-character", "# D\n- a\ufffe\n", [("ENC-NONCHAR", 2)]),
    ("text that runs backwards", "# D\n- a\u202eb\n", [("UNI-BIDI", 2)]),
    ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", [("ENC-BINARY", 1)]),
    ("a comment without end", "# D\n- a\n<!-- here\n- b\n", [("MD-COMMENT", 3)]),
    ("front matter without end", "---\ntitle: D\n- a\n", [("FM-OPEN", 1)]),
    ("a merge conflict", "# D\n<<<<<<< HEAD\n- a\n=======\n- b\n>>>>>>> x\n", [("VCS-CONFLICT", 2), ("VCS-CONFLICT", 4), ("VCS-CONFLICT", 6)]),
    ("lists nine deep", "# D\n" + "".join("  " * n + f"- level {n}\n" for n in range(9)), [("LIM-DEPTH", 10)]),
    ("lists sixty deep", "# D\n" + "".join("  " * n + f"- level {n}\n" for n in range(60)), [("LIM-DEPTH", 10)]),
    ("addresses that run scripts", "# D\n- [a](javascript:alert(1))\n- [b](&#106;avascript:1)\n- [c](data:text/html,x)\n",
     [("URL-SCHEME", 2), ("URL-SCHEME", 3), ("URL-SCHEME", 4)]),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_an_unreadable_document_is_refused_at_its_line(tmp_path: Path, content: str | bytes, expected: Codes) -> None:
    with pytest.raises(ProblemsFound) as caught:
        read(tmp_path, content)
    assert [(problem.code, problem.line) for problem in caught.value.problems] == expected
    assert all(problem.message and problem.fix for problem in caught.value.problems)


WARNED: list[tuple[str, str, Codes]] = [
    ("no title", "- a\n- b\n", [("MD-NOTITLE", 1)]),
    ("a level left out", "# D\n#### Deep\n- a\n", [("MD-HJUMP", 2)]),
    ("a rule that makes a heading", "# D\n\nsome words\n---\n- a\n", [("MD-SETEXT", 4)]),
    ("no space after #", "# D\n##Phase 1\n- a\n", [("MD-ATX", 2)]),
    ("an item without words", "# D\n- [ ]\n- b\n", [("MD-EMPTYTASK", 2)]),
    ("a reference to nothing", "# D\n- see [this][that]\n", [("MD-REF", 2)]),
    ("a lost character", "# D\n- a\ufffdb\n", [("UNI-FFFD", 2)]),
    ("only lost characters", "# D\n- \ufffd\n- b\n", [("UNI-FFFD", 2), ("MD-EMPTYTASK", 2)]),
    ("two scripts in one word", "# D\n- p\u0430ssword\n", [("UNI-MIXEDSCRIPT", 2)]),
    ("a pile of marks", "# D\n- a" + "\u0301" * 20 + "\n", [("UNI-COMBINING", 2)]),
    ("old line ends", "# D\r- a\r", [("EOL", 1)]),
    ("a very long item", "# D\n- " + "long " * 60 + "\n", [("LIM-TITLE", 2)]),
]


@pytest.mark.parametrize(("content", "expected"), [case[1:] for case in WARNED], ids=[case[0] for case in WARNED])
def test_an_odd_document_is_read_with_a_warning(tmp_path: Path, content: str, expected: Codes) -> None:
    assert [(warning.code, warning.line) for warning in read(tmp_path, content).warnings] == expected


def test_unicode_line_separators_do_not_shift_line_numbers(tmp_path: Path) -> None:
    reading = read(tmp_path, "# D\n- one\u2028two\n- four\n")
    assert [(item.line, item.text) for item in walk_outline(reading.outline)] == [(1, "D"), (2, "one two"), (3, "four")]


@pytest.mark.parametrize(
    "title",
    ["<script>alert(1)</script>", "{{ 7*7 }} {% raw %}", '" onfocus=alert(1) x="', "$5 and $10 \\input{x}", "::error::gotcha", "CON", "__proto__",
     "👩\u200d👩\u200d👧 🏳️\u200d🌈 👍🏽", "שלום", "--8<-- \"/etc/passwd\""],
)  # fmt: skip
def test_hostile_text_stays_text(tmp_path: Path, title: str) -> None:
    assert texts(read(tmp_path, f"# D\n- [ ] {title}\n"))[-1] == title.replace("__proto__", "proto").replace("\\input", "\\input")


def test_missing_final_newline_and_byte_order_mark_are_accepted(tmp_path: Path) -> None:
    assert texts(read(tmp_path, "\ufeff# D\n- a\n- b")) == ["D", "a", "b"]


def test_links_keep_their_parentheses(tmp_path: Path) -> None:
    (item,) = [item for item in walk_outline(read(tmp_path, "# D\n- [x](https://example.org/a_(b))\n").outline) if item.url]
    assert item.url == "https://example.org/a_(b)"


@pytest.mark.parametrize(("line", "text"), [("# (Beginner)", "(Beginner)"), ("## :", ":"), ("- :\n  - a", ":")])
def test_a_marker_without_words_stays_text(tmp_path: Path, line: str, text: str) -> None:
    assert text in texts(read(tmp_path, f"{line}\n"))


def test_code_is_not_a_list_item(tmp_path: Path) -> None:
    reading = read(tmp_path, "# D\n- a\n\n```\n- [ ] not an item\n```\n")
    assert reading.leaves == 1
    assert "- [ ] not an item" in texts(reading)


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    try:
        read(tmp_path_factory.getbasetemp(), text)
    except ProblemsFound as found:
        assert found.problems


LINES = [
    "# T", "## Phase 1: A", "- a, b (c, d)", "  - b", "1. **x**", "✅ **g**", "*Duration: 2 weeks*", "- **L:** x, y", "", "---", "> q", "```",
    "<!-- x -->", "| a |", "1️⃣ z", "- [ ] 1.1.1 n", "Goal: g", "____", "- p: ____",
]  # fmt: skip


@given(st.lists(st.sampled_from(LINES), max_size=14))
def test_any_document_keeps_every_line(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    text = "\n".join(lines)
    try:
        reading = read(tmp_path_factory.getbasetemp(), text)
    except ProblemsFound:
        return
    known = {item.line for item in walk_outline(reading.outline)} | {drop.line for drop in reading.dropped}
    words = {item.text for item in walk_outline(reading.outline)}
    for number, line in enumerate(lines, 1):
        if number not in known and line not in ("", "---", "```"):
            bare = line.lstrip("-> #1.|").strip(" |*")
            assert any(bare.split()[-1].strip("*") in text for text in words), (number, line)


@pytest.mark.parametrize("line", ["x" * 5000, "    " + "x" * 5000, "- " + "word " * 1000, "- a\n\n  " + "word " * 1000])
def test_text_over_the_limit_is_refused(tmp_path: Path, line: str) -> None:
    with pytest.raises(ProblemsFound, match="LIM-TEXT"):
        read(tmp_path, f"# D\n\n{line}\n")


@pytest.mark.parametrize("line", ["- " + "1." * 200 + "1 x", "- " + "9\ufe0f\u20e3" * 50 + " x", "## Phase " + "1" * 90 + ": x", "1" * 300 + ". x"])
def test_long_numbers_are_read(tmp_path: Path, line: str) -> None:
    assert texts(read(tmp_path, f"# D\n{line}\n"))

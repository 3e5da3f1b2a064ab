"""Garbled documents are repaired, and documents that only look garbled are not changed."""

import ftfy.bad_codecs  # noqa: F401  registers sloppy-windows-1252
import pytest
from hypothesis import given
from hypothesis import strategies as st

from learning_roadmap.sources.encoding import repair_encoding, repairs, suspicious
from tests.paths import DOCUMENTS, SOURCES

CODECS = ["mac_roman", "sloppy-windows-1252"]


def text_of(document: str) -> str:
    return (SOURCES / f"{document}.md").read_text(encoding="utf-8")


def garble(text: str, codec: str) -> str:
    return text.encode("utf-8").decode(codec)


@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_garbled_document_is_repaired(document: str, codec: str) -> None:
    text = text_of(document)
    assert repair_encoding(garble(text, codec)) == text


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_clean_document_is_not_changed(document: str) -> None:
    text = text_of(document)
    assert repair_encoding(text) == text


@pytest.mark.parametrize("codec", CODECS)
def test_a_document_garbled_twice_is_repaired(codec: str) -> None:
    text = "# 🚀 Roadmap\n- Aurélien Géron\n"
    assert repair_encoding(garble(garble(text, codec), codec)) == text


def test_a_document_pasted_from_several_is_repaired_line_by_line() -> None:
    clean = "- [ ] Bayes’ Theorem, São Paulo\n"
    first, second = "## 🚀 Overview\n- “quoted” item\n", "## ✅ Done\n- an arrow →\n"
    mixed = clean + garble(first, "mac_roman") + garble(second, "sloppy-windows-1252")
    assert repair_encoding(mixed) == clean + first + second


@pytest.mark.parametrize(
    "text",
    [
        "São Paulo: Ã© is what é looks like when broken",
        "ÀÉÎÕÜ — SÃO PAULO NÃO É",
        "naïve café, Ångström, π ≈ 3",
        "lost \ufffd sign: Ã©",
        "عربي ועברית 日本語 🚀",
    ],
)
def test_text_that_only_looks_garbled_is_not_changed(text: str) -> None:
    assert repair_encoding(text) == text


def test_unrepaired_suspicious_characters_are_reported() -> None:
    assert suspicious("AÇÃO, “Ã©” is how é looks when broken") == "Ã©"
    assert suspicious("São Paulo, 日本語, 🚀") is None


def test_each_repair_names_its_line_and_code_page() -> None:
    before = garble("# 🚀 One\nplain\n- Géron", "sloppy-windows-1252")
    found = repairs(before, repair_encoding(before))
    assert [(repair.line, repair.codec) for repair in found] == [(1, "Windows-1252"), (3, "Windows-1252")]


@given(st.text(alphabet=st.characters(blacklist_categories=("Cc", "Cs", "Cn"), blacklist_characters="\u2028\u2029\ufffd"), max_size=60))
def test_repair_undoes_garbling_of_whole_documents(text: str) -> None:
    document = f"# 🚀 {text}\n"
    assert repair_encoding(garble(document, "sloppy-windows-1252")) == document


@given(st.text(max_size=80))
def test_repair_never_fails_and_keeps_lines(text: str) -> None:
    mended = repair_encoding(text)
    assert len(repairs(text, mended)) <= text.count("\n") + text.count("\r") + 1

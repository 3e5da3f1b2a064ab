"""Fonts and glyphs: characters without a glyph, right-to-left text, and fonts that a project adds."""

import io
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pytest
import typst

from learning_roadmap.guide import NotPrintable, Options, make_guide
from learning_roadmap.guide.fonts import font_book
from learning_roadmap.guide.glyphs import Substitutes, without_glyph
from tests.guide.guides import DAY, boxes_of, guide_of, index_of, pages_of, small, text_of
from tests.guide.tiny_font import tiny_font

pytestmark = pytest.mark.slow

NONE = font_book(())


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("1️⃣ Start here", "1[U+20E3] Start here"),
        ("q⃝ circled", "q[U+20DD] circled"),
        ("\u0378 unassigned", "[U+0378] unassigned"),
        ("a\u1680b ogham space", "a[U+1680]b ogham space"),
        ("\ue000 private", "[U+E000] private"),
        ("👩‍💻 codes", "[U+1F469 U+1F4BB] codes"),
        ("机器 learns", "[U+673A][U+5668] learns"),
    ],
)
def test_a_character_without_a_glyph_is_printed_as_its_code_in_any_title(title: str, printed: str) -> None:
    guide = guide_of(index_of([{"id": "t", "title": title}], phase=title))
    assert printed in text_of(guide.pdf)
    assert len(guide.warnings) == 1 and "missing from the guide's fonts and printed as codes" in guide.warnings[0]


@pytest.mark.parametrize("text", ["q\u0301", "q\u0331", "naïve", "Ωмега", "R² → ≤", "no\ufeffbreak"])
def test_a_character_with_a_glyph_is_printed(text: str) -> None:
    guide = guide_of(index_of([{"id": "t", "title": text}]))
    assert "[U+" not in text_of(guide.pdf) and guide.warnings == ()


def test_a_character_that_fails_only_in_context_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("learning_roadmap.guide.compile.without_glyph", lambda texts, fonts: frozenset())
    guide = guide_of(index_of([{"id": "t", "title": "one 机 and \u0378"}]))
    assert "one [U+673A] and [U+0378]" in text_of(guide.pdf) and "2 characters are" in guide.warnings[0]


@pytest.mark.parametrize("count", [10, 1600])
def test_one_compilation_tries_all_characters(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    compilers = []

    def compiler(*arguments: Any, **options: Any) -> typst.Compiler:
        compilers.append(typst_compiler(*arguments, **options))
        return compilers[-1]

    typst_compiler = typst.Compiler
    monkeypatch.setattr(typst, "Compiler", compiler)
    assert len(without_glyph([chr(0x4E00 + number) for number in range(count)], NONE)) == count
    assert len(compilers) == 1


def test_one_warning_counts_the_missing_characters_and_shows_the_first() -> None:
    text = "x" * 100 + "".join(chr(0x4E00 + at) for at in range(20))
    warnings = Substitutes(frozenset(text) - {"x"}).warnings([text])
    assert len(warnings) == 1
    assert warnings[0].startswith("20 characters are missing") and "and 12 more" in warnings[0]
    assert "U+4E00 in '…" + "x" * 24 + "[U+4E00]" in warnings[0], "the excerpt holds the code"


def test_a_right_to_left_title_begins_at_the_right() -> None:
    pdf = guide_of(index_of([{"id": "a", "title": "עברית ‎(RTL) 2024"}, {"id": "b", "title": "Latin"}])).pdf
    boxes = boxes_of(pdf)
    assert boxes["topic-a"][0][1][0] > boxes["topic-b"][0][1][0] + 150


def test_scripts_that_the_fonts_render_badly_cause_a_warning() -> None:
    assert any("Devanagari" in warning for warning in guide_of(index_of([{"id": "t", "title": "हिन्दी"}])).warnings)


def test_fonts_of_a_folder_are_used(tmp_path: Path) -> None:
    (tmp_path / "own.ttf").write_bytes(tiny_font("Own Font", "中"))
    index = index_of([{"id": "t", "title": "Plain 中 only"}])
    assert font_book((tmp_path,)).names == ["Libertinus Serif", "Own Font"]
    guide = guide_of(index, fonts=(tmp_path,))
    assert guide.warnings == () and "Plain 中 only" in text_of(guide.pdf)
    assert "Plain [U+4E2D] only" in text_of(guide_of(index).pdf), "never a font of the system"


def test_a_missing_character_appears_as_its_code_on_every_page() -> None:
    pages = pages_of(guide_of(index_of([{"id": f"t{at}", "title": f"Topic {at} 中"} for at in range(5)])).pdf)
    assert sum(page.count("[U+4E2D]") for page in pages) >= 10, "in the rows and in the index"


def test_a_failure_without_a_substitute_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("learning_roadmap.guide.compile.unprintable", lambda _: None)
    monkeypatch.setattr("learning_roadmap.guide.compile.without_glyph", lambda texts, fonts: frozenset())
    with pytest.raises(NotPrintable, match="cannot typeset the study guide"):
        guide_of(index_of([{"id": "t", "title": "中"}]))


def test_all_fonts_are_embedded(pdf: bytes) -> None:
    file = pikepdf.open(io.BytesIO(pdf))
    fonts = [one for one in file.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"]
    assert fonts and all(any(key in font for key in ("/FontFile", "/FontFile2", "/FontFile3")) for font in fonts)
    simple = [one for one in file.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font" and "/DescendantFonts" not in one]
    assert all("/FontDescriptor" in font for font in simple), "none is one of the 14 that a reader must have"


def test_a_character_without_a_glyph_is_reported_and_printed_as_its_code() -> None:
    guide = make_guide(small(["Plain 中文", "Emoji 😀", "ok", "naïve Ωмега → ²"]), Options(DAY))
    assert len(guide.warnings) == 1 and guide.warnings[0].startswith(
        "3 characters are missing from the guide's fonts and printed as codes: U+4E2D in 'Plain [U+4E2D]文'"
    )
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(guide.pdf)).pages)
    assert "[U+1F600]" in text and "naïve Ωмега → ²" in text

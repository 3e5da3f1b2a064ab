"""Every page number is written in its own place, or the guide fails: zeros are never left."""

import string

import pypdfium2
import pytest

from learning_roadmap.guide import NotPrintable, numbers
from learning_roadmap.guide.page_content import PageContent
from tests.guide.guides import MM, guide_of, index_of
from tests.guide.test_contents import links

LETTERS = string.ascii_letters + "".join(map(chr, (*range(0x391, 0x3A2), *range(0x3B1, 0x3C9), *range(0x410, 0x450), *range(0x100, 0x130))))
PHASES = [
    {"id": f"p{at}", "title": f"{at}: {LETTERS}", "sections": [{"id": f"s{at}", "title": "S", "topics": [
        {"id": f"t{at}", "title": LETTERS, "needs": [{"topic": "t0", "reason": LETTERS}] if at else []}]}]}
    for at in range(3)
]  # fmt: skip


@pytest.mark.parametrize("two_sided", [True, False])
def test_numbers_of_links_and_pages_are_correct_after_many_different_letters(two_sided: bool) -> None:
    """A character is written in another form if it is not among the first 128 of its font."""
    pdf = guide_of(index_of(phases=PHASES), two_sided=two_sided).pdf
    found = links(pdf)
    assert len(found) > 15 and [(text, target) for _, text, target in found if int(text.split()[-1]) != target] == []
    feet = [page.get_textpage().get_text_bounded(top=15 * MM) for page in pypdfium2.PdfDocument(pdf)]
    assert [foot for foot in feet if foot] == [str(number) for number, foot in enumerate(feet, 1) if foot]
    assert feet[0] == "" and feet.count("") == (3 if two_sided else 1), "the cover and blank pages"


TEXT = "q 1 0 0 -1 10 20 cm/c0 cs 0 0 0 scn\nBT 0 Tr/f1 8 Tf 1 0 0 -1 0 0 Tm%s\nET\nQ"
FOOTER = "/Artifact<</Attached[/Bottom]/Subtype/Footer/Type/Pagination>>BDC\n%s\nEMC"


def content(*marked: str, footer: str = TEXT % "[(\\000\\003\\000\\003)]TJ") -> PageContent:
    marks = (f"/Span<</MCID {number}>>BDC\n{body}\nEMC" for number, body in enumerate(marked))
    return PageContent("".join((*marks, FOOTER % footer)).encode(), digits=2)


FORMS = ("[(\\000\\003\\000\\003)]TJ", "[(\\000\\n\\000\\012)]TJ", "[<01810181>]TJ", "[(\\000\\))-5<0029>]TJ", "[(\\000a\\000a)]TJ", "<01810181>Tj")


def test_zeros_that_are_written_one_by_one_are_recognized() -> None:
    """A glyph of several characters says which one it is."""
    zero = "/Span<</ActualText(0)>>BDC 0 Tr/f1 8 Tf 1 0 0 -1 %s 0 Tm(\\000\\024)Tj\nEMC"
    zeros = f"q 1 0 0 -1 10 20 cm/c0 cs 0 0 0 scn\nBT{zero % 0}{zero % 4}\nET\nQ"
    page = content(f"{TEXT % '(a)Tj'}\n{zeros}", footer=zeros)
    assert page.write_number([0], 7, moves_words=False) and page.write_footer(2, 0)
    assert "ActualText" not in page.edited().decode() and page.edited().count(b"/Digits 8 Tf") == 2


@pytest.mark.parametrize("zeros", FORMS)
def test_zeros_are_recognized_in_every_form(zeros: str) -> None:
    page = content(TEXT % "[(\\000\\004\\000\\005)]TJ", TEXT % zeros)
    assert page.write_number([0, 1], 7, moves_words=True)
    written = page.edited().decode()
    assert zeros not in written.split("/Artifact")[0] and "/Digits 8 Tf" in written
    assert written.count("q 1 0 0 -1 13.720 20 cm") == 2, "the words before move, too"


def test_a_title_that_looks_like_zeros_stays() -> None:
    page = content(TEXT % "[(\\000\\004\\000\\004)]TJ" + "\n" + TEXT % "[(\\000\\003\\000\\003)]TJ")
    assert page.write_number([0], 12, moves_words=False)
    assert b"(\\000\\004\\000\\004)" in page.edited() and page.edited().count(b"/Digits") == 1


@pytest.mark.parametrize("body", ["", TEXT % "[(\\000\\003)]TJ", (TEXT % "[(\\000\\003\\000\\003)]TJ").replace("Tm", "Td"), "BT (00) Tj ET"])
def test_a_page_of_another_form_is_not_written(body: str) -> None:
    assert not content(body).write_number([0], 7, moves_words=True) and not content().write_number([0], 7, moves_words=True)
    assert not content(footer=body).write_footer(2, 0)
    two = content()
    assert not PageContent(two.edited() * 2, digits=2).write_footer(2, 0)


@pytest.mark.parametrize(
    ("was", "is_", "words"),
    [
        (b"/Span<</MCID", b"/Span<</Lang(en)/MCID", "has no place for its page number"),
        (b"/Subtype/Footer", b"/Subtype/Header", "the number of page 1 has no place"),
    ],
)
def test_a_guide_without_a_place_for_a_number_fails(was: bytes, is_: bytes, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = numbers._stream
    monkeypatch.setattr(numbers, "_stream", lambda page: stream(page).replace(was, is_))
    with pytest.raises(NotPrintable, match=words):
        guide_of(index_of([{"id": "t", "title": "T"}]))

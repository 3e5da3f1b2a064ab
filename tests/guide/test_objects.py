"""Files of Typst become one, with no other change than the numbers of references, and every reader opens it."""

import io
from typing import Any

import pikepdf
import pytest
import typst

from learning_roadmap.guide import NotPrintable
from learning_roadmap.guide.bookmarks import headings_of
from learning_roadmap.guide.join import JoinedFile
from learning_roadmap.guide.links import encoded, read_link
from learning_roadmap.guide.objects import Objects, PartFile
from tests.guide.guides import guide_of, index_of

TITLE = 'A (1 0 R (2 0 R) \\) 3 0 R "'


def file_with(title: str) -> bytes:
    pdf = typst.Compiler(b"#heading(sys.inputs.title)", ignore_system_fonts=True, sys_inputs={"title": title}).compile(format="pdf", timestamp=0)
    assert isinstance(pdf, bytes)
    return pdf


def opened(pdf: bytes) -> Any:
    file = pikepdf.open(io.BytesIO(pdf), attempt_recovery=False)
    assert file.check_pdf_syntax() == []
    return file


@pytest.mark.parametrize("title", [TITLE, "(1 0 R)", ")(1 0 R", "1 0 R", "/Title(x)/Next 1 0 R", "中 ü <>"])
def test_strings_that_look_like_objects_stay(title: str) -> None:
    joined = JoinedFile(PartFile(file_with("First")))
    part = PartFile(file_with(title))
    assert [(heading.title, heading.level) for heading in headings_of(part)[0]] == [(title, 1)]
    joined.add(part)
    with opened(joined.finish()) as file:
        assert [str(item.Title) for item in (file.Root.Outlines.First, file.Root.Outlines.Last)] == ["First", title]
        elements = list(file.Root.StructTreeRoot.K[0].K)
        assert [str(element.T) for element in elements] == ["First", title] and elements[1].P.objgen == file.Root.StructTreeRoot.K[0].objgen
        assert len(file.pages) == 2 and all(b"T" in page.Contents.read_bytes() for page in file.pages)


def test_a_file_of_another_form_is_refused() -> None:
    pdf = file_with("First")
    with pikepdf.open(io.BytesIO(pdf)) as file:
        file.save(target := io.BytesIO(), object_stream_mode=pikepdf.ObjectStreamMode.generate)
    for other in (target.getvalue(), pdf.replace(b"\n3 0 obj", b"\n 3 0 obj")):
        with pytest.raises(NotPrintable, match="the typesetter has"):
            Objects().add_file(PartFile(other))
    with pytest.raises(NotPrintable, match="a link in another form"):
        read_link(1, 2, b"<</Type/Annot/Subtype/Link/Rect[0 0 0 0]/Dest 3 0 R>>", 0)
    with pytest.raises(NotPrintable, match="a string without an end"):
        read_link(1, 2, b"<</A<</Type/Action/S/URI/URI(x(y)>>/F 4/StructParent 0>>", 0)


@pytest.mark.parametrize("words", ["x", "(", ")(", "\\", "a\\)b", "é", "中\n", "\x00\r"])
def test_texts_are_written_as_pdf_strings(words: str) -> None:
    assert str(pikepdf.Object.parse(encoded(words))) == words


def test_a_guide_is_a_file_without_errors_or_unused_objects() -> None:
    """And its links, titles and fields are those of the data, whatever characters these contain."""
    title = "T (1 0 R) \\ )] >> é 中"
    resource = {"id": "r", "title": title, "kind": "book", "url": "https://example.org/a(b(c))/é"}
    with opened(guide_of(index_of([{"id": "t", "title": title, "read": [{"resource": "r"}]}], resources=[resource])).pdf) as file:
        used: set[tuple[int, int]] = set()
        left: list[Any] = [file.trailer]
        while left:
            item = left.pop()
            values = list(item) if isinstance(item, pikepdf.Array) else [value for _, value in item.items()]
            for value in values:
                if isinstance(value, pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream) and value.objgen not in used:
                    used |= {value.objgen} if value.is_indirect else set()
                    left.append(value)
        kinds = (pikepdf.Dictionary, pikepdf.Array)
        assert [item for item in file.objects if isinstance(item, kinds) and item.objgen not in used] == [], "what only a part needs is left out"
        addresses = {str(link.A.URI) for page in file.pages for link in page.obj.get("/Annots", []) if "/A" in link}
        assert any("a(b(c))" in address for address in addresses)

"""Several files of Typst become one, with no other change than the numbers of references."""

import io

import pikepdf
import pytest
import typst

from learning_roadmap.guide import NotPrintable
from learning_roadmap.guide.concatenate import concatenate

TITLE = 'A (1 0 R (2 0 R) \\) 3 0 R "'


def file_with(title: str) -> bytes:
    pdf = typst.Compiler(b"#heading(sys.inputs.title)", ignore_system_fonts=True, sys_inputs={"title": title}).compile(format="pdf", timestamp=0)
    assert isinstance(pdf, bytes)
    return pdf


@pytest.mark.parametrize("title", [TITLE, "(1 0 R)", ")(1 0 R", "1 0 R"])
def test_strings_that_look_like_references_stay(title: str) -> None:
    joined, catalogs = concatenate([file_with("First"), file_with(title)])
    with pikepdf.open(joined, attempt_recovery=False) as file:
        assert str(file.Root.Outlines.First.Title) == "First"
        later = file.get_object(catalogs[1], 0)
        assert str(later.Outlines.First.Title) == title and later.Pages.Kids[0].Type == "/Page"
        assert b"Tj" in later.Pages.Kids[0].Contents.read_bytes() or b"TJ" in later.Pages.Kids[0].Contents.read_bytes()


def test_a_file_of_another_form_is_refused() -> None:
    pdf = file_with("First")
    with pikepdf.open(io.BytesIO(pdf)) as file:
        file.save(target := io.BytesIO(), object_stream_mode=pikepdf.ObjectStreamMode.generate)
    for other in (target.getvalue(), pdf.replace(b"\n3 0 obj", b"\n 3 0 obj")):
        with pytest.raises(NotPrintable, match="the typesetter has"):
            concatenate([pdf, other])

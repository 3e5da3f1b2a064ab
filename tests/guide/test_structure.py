"""The structure tree as a screen reader walks it."""

import io
from typing import Any

import pikepdf
import pypdf
import pytest

from tests.guide.guides import boxes_of, elements, guide_of, index_of

TOPICS: list[dict[str, Any]] = [
    {"id": "a", "title": "Alpha", "topics": [{"id": "b", "title": "Beta", "topics": [{"id": "c", "title": "Gamma"}]}, {"id": "d", "title": "Delta"}]},
    {"id": "e", "title": "Epsilon", "summary": "Is a letter."},
]


def test_topics_are_nested_lists_and_each_field_labels_its_item() -> None:
    pdf = guide_of(index_of(TOPICS)).pdf
    depths = {str(one.Alt): (above.count("/L"), above[-2:]) for one, above in elements(pdf) if one.S == "/Form" and "Notes" not in str(one.Alt)}
    assert depths == {title: (depth, ("/LI", "/Lbl")) for title, depth in {"Alpha": 1, "Beta": 2, "Gamma": 3, "Delta": 2, "Epsilon": 1}.items()}
    items = [[str(kid.S) for kid in one.K] for one, _ in elements(pdf) if one.S == "/LI" and one.K[0].S == "/Lbl"]
    assert items.count(["/Lbl", "/LBody"]) >= 5


def test_form_fields_are_read_in_their_place() -> None:
    fields = [{"id": "x", "title": "Learned"}, {"id": "y", "title": "Mood", "choices": ["Good", "Bad"]}]
    more = {
        "milestones": [{"id": "m", "title": "Half a year", "months": 6, "goals": [{"id": "g", "title": "Goal"}]}],
        "routine": [{"id": "r", "title": "Morning", "items": [{"id": "i", "title": "Read"}]}],
        "forms": [{"id": "f", "title": "Review", "fields": fields}],
    }
    order = [str(one.S) if one.S != "/Form" else str(one.Alt) for one, _ in elements(guide_of(index_of(TOPICS, **more)).pdf)]
    heads = [at for at, kind in enumerate(order) if kind == "/H1"]
    said = [at for at, kind in enumerate(order) if not kind.startswith(("/", "Notes on"))]
    assert order.index("Epsilon") < order.index("Half a year, target date") < order.index("Goal") < order.index("Read, Monday")
    assert order.index("Read, Sunday") < order.index("Learned") < order.index("Mood: Good")
    assert max(said) < heads[-1], "none is left for the end"
    assert all(above[-1] != "/Document" for one, above in elements(guide_of(index_of(TOPICS, **more)).pdf) if one.S == "/Form")


def test_the_structure_tree_is_consistent() -> None:
    """Every element names the one that holds it, and marked content the element that the parent tree says."""
    pdf = guide_of(index_of(TOPICS)).pdf
    file = pikepdf.open(io.BytesIO(pdf))

    def walk(node: Any) -> None:
        for kid in node.K if isinstance(node.get("/K"), pikepdf.Array) else [node.get("/K")]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                assert kid.P.objgen == node.objgen, kid.S
                walk(kid)

    walk(file.Root.StructTreeRoot)
    assert not [one for one, _ in elements(pdf) if one.S == "/Figure" and str(one.get("/Alt", "")).startswith("field:")]


def test_the_map_is_a_figure_with_a_description() -> None:
    phases = [
        {"id": "one", "title": "First", "sections": [{"id": "s", "title": "S", "topics": [{"id": "a", "title": "A"}]}]},
        {"id": "two", "title": "Second", "sections": [{"id": "t", "title": "T", "topics": [{"id": "b", "title": "B", "needs": [{"topic": "a"}]}]}]},
    ]
    pdf = guide_of(index_of(phases=phases)).pdf
    figures = [str(one.Alt) for one, _ in elements(pdf) if one.S == "/Figure"]
    assert figures == ["The chapters in order: 1. First; 2. Second (after 1)"] * 2, "the overview, and the picture with sections"


def test_parts_form_one_document() -> None:
    """Their contents list all chapters, and ids that were unique in each part are unique in the file."""
    topics = [[{"id": f"t{at}", "title": f"T{at}", "hours": 2, "needs": [{"topic": "t0"}] if at else []}] for at in range(2)]
    phases = [{"id": f"p{at}", "title": f"Phase {at}", "sections": [{"id": f"s{at}", "title": f"S{at}", "topics": topics[at]}]} for at in range(2)]
    routine = [{"id": "r", "title": "Morning", "items": [{"id": "i", "title": "Read"}]}]
    pdf = guide_of(index_of(phases=phases, routine=routine)).pdf
    lines = [
        str(next(kid.Obj.Contents for kid in one.K if isinstance(kid, pikepdf.Dictionary)))
        for one, above in elements(pdf)
        if one.S == "/Link" and above[-2:] == ("/TOC", "/TOCI")
    ]
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    titles = [str(entry.title) for item in reader.outline for entry in (item if isinstance(item, list) else [item])]  # type: ignore[union-attr]
    assert [line.rpartition(", page ")[0] for line in lines] == titles
    ids = [str(one.ID) for one, _ in elements(pdf) if "/ID" in one]
    heads = [str(id) for one, _ in elements(pdf) if one.S == "/TD" for it in one.get("/A", []) for id in it.get("/Headers", [])]
    assert len(ids) == len(set(ids)) >= 10 and set(heads) <= set(ids)
    assert not [one for one, _ in elements(pdf) if "/Pg" not in one and one.S == "/Link"]


def test_field_names_are_unique() -> None:
    """An entry that is printed twice gets a field name that no id can have."""
    projects = [{"id": "p", "title": "Build"}, {"id": "p-2", "title": "Build more"}]
    sections = [
        {"id": f"s{at}", "title": "S", "projects": ["p", "p-2"] if at else ["p"], "topics": [{"id": f"t{at}", "title": "T"}]} for at in range(2)
    ]
    pdf = guide_of(index_of(phases=[{"id": "one", "title": "One", "sections": sections}], projects=projects)).pdf
    names = list(boxes_of(pdf))
    assert sorted(name for name in names if "project" in name) == ["project-p", "project-p-2", "project-p_2"]


@pytest.mark.slow
def test_the_pdf_is_tagged_and_declares_it(pdf: bytes) -> None:
    file = pikepdf.open(io.BytesIO(pdf))
    assert file.Root.MarkInfo.Marked is True or bool(file.Root.MarkInfo.Marked)
    assert str(file.Root.Lang) == "en"
    assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
    with file.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "AI engineer roadmap: Study guide"

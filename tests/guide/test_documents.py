"""A guide in the order of a document: its headings, its nesting, and only its own content."""

from typing import Any

import pytest

from learning_roadmap.guide import Options
from learning_roadmap.guide.chapters import Row
from learning_roadmap.guide.document_order import document_chapters
from learning_roadmap.model import Roadmap
from learning_roadmap.model.index import RoadmapIndex
from tests.guide.guides import DAY, INDEX, elements, guide_of, pages_of, text_of

pytestmark = pytest.mark.slow


def named(id: str, line: int, document: str = "d", **more: Any) -> dict[str, Any]:
    title = id.replace("-", " ").capitalize()
    return {"id": id, "title": title, "named": [{"document": document, "line": line, "words": title}], **more}


def item(line: int, kind: str, text: str, *items: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"line": line, "kind": kind, "text": text, "items": list(items), **more}


def index(*outline: dict[str, Any], topics: list[dict[str, Any]], **more: Any) -> RoadmapIndex:
    documents = [
        {"id": "d", "title": "The document", "file": "d.md", "level": "Beginner to Advanced", "outline": list(outline)},
        {"id": "e", "title": "Another", "file": "e.md"},
    ]
    phases = [{"id": "one", "title": "One", "sections": [{"id": "s", "title": "S", "topics": topics}]}]
    return RoadmapIndex(Roadmap.model_validate({"format": 2, "id": "x", "title": "X", "phases": phases, "documents": documents, **more}))


def shape(row: Row) -> Any:
    return [row.title, *map(shape, row.rows)] if row.rows else row.title


FLAT = [item(1, "title", "Title"), item(3, "phase", "The way", *(item(at, "topic", f"T{at}") for at in range(10, 20)), number="1")]


def test_a_single_phase_keeps_its_title_and_topics_are_not_chapters() -> None:
    made = index(*FLAT, topics=[named(f"t{at}", at) for at in range(10, 20)])
    chapters = document_chapters(made, made.documents["d"], Options(DAY))
    assert [chapter.title for chapter in chapters] == ["Phase 1: The way"]
    assert [row.title for row in chapters[0].rows()] == [f"T{at}" for at in range(10, 20)]
    pdf = guide_of(made, document="d", sources=True).pdf
    assert len(pages_of(pdf)) <= 5
    heads = [str(one.get("/T", one.S)) for one, _ in elements(pdf) if str(one.S) in ("/H1", "/H2")]
    assert len(heads) == 5, "how to use it, contents, the phase, index, and what is said where"


def test_topics_without_a_heading_are_one_chapter() -> None:
    made = index(item(1, "title", "T", item(2, "topic", "A"), item(3, "topic", "B")), topics=[named("a", 2), named("b", 3)])
    assert [chapter.title for chapter in document_chapters(made, made.documents["d"], Options(DAY))] == ["The document"]


def test_lists_stay_nested_and_a_line_that_only_groups_topics_is_printed() -> None:
    algebra = item(4, "topic", "Linear Algebra", item(5, "topic", "Vectors"), item(6, "topic", "Matrices"))
    tools = item(7, "topic", "Tools of the trade", item(8, "topic", "NumPy"))
    made = index(
        item(3, "phase", "Base", algebra, tools), topics=[named("linear-algebra", 4), named("vectors", 5), named("matrices", 6), named("numpy", 8)]
    )
    chapter = document_chapters(made, made.documents["d"], Options(DAY))[0]
    assert [shape(row) for row in chapter.parts[0].rows] == [["Linear algebra", "Vectors", "Matrices"], ["Tools of the trade", "Numpy"]]
    pdf = guide_of(made, document="d").pdf
    depths = {str(one.Alt): above.count("/L") for one, above in elements(pdf) if one.S == "/Form"}
    assert depths["Linear algebra"] == 1 and depths["Vectors"] == 2
    assert "Tools of the trade" in text_of(pdf)


def test_real_documents_keep_their_nesting() -> None:
    rows = [row for chapter in document_chapters(INDEX, INDEX.documents["deep-learning"], Options(DAY)) for row in chapter.rows()]
    algebra = next(row for row in rows if row.title == "Linear Algebra")
    assert [row.title for row in algebra.rows][:2] == ["Vectors", "Matrices"]


def test_level_duration_and_goal_of_a_document_are_printed() -> None:
    phase = item(3, "phase", "P", item(4, "duration", "3 weeks"), item(5, "goal", "Know the base."), item(6, "topic", "A"), level="Beginner")
    text = text_of(guide_of(index(item(2, "duration", "9 months"), phase, topics=[named("a", 6)]), document="d").pdf)
    for said in ("Beginner to Advanced", "9 months", "Beginner · 3 weeks", "Know the base."):
        assert said in text
    assert "source document" not in text


def test_only_activities_of_the_document_are_printed() -> None:
    both = [named("own", 20), named("foreign", 5, "e")]
    more: dict[str, Any] = {
        "papers": both,
        "resources": [{**one, "id": "r-" + one["id"], "kind": "book"} for one in both],
        "tips": [{**one, "id": "tip-" + one["id"], "title": "Tip " + one["title"]} for one in both],
        "milestones": [
            named("mixed", 5, "e", months=1, goals=[named("goal-own", 21), named("goal-foreign", 6, "e")]),
            named("milestone-foreign", 7, "e", months=2, goals=[]),
        ],
        "forms": [named("form-foreign", 8, "e", fields=[named("field-foreign", 9, "e")])],
    }
    pages = pages_of(guide_of(index(*FLAT, topics=[named(f"t{at}", at) for at in range(10, 20)], **more), document="d").pdf)
    text = "\n".join(pages)
    assert "oreign" not in text and "Another" not in text
    assert "Own" in text and "Mixed" in text and "Goal own" in text and "Tip Own" in text


def test_a_phase_and_a_document_together_are_refused() -> None:
    with pytest.raises(ValueError, match="cannot be combined"):
        Options(DAY, phase="mlops", document="deep-learning")


def test_provenance_in_a_guide_to_one_phase_has_a_key_of_documents() -> None:
    text = text_of(guide_of(INDEX, phase="mlops", sources=True).pdf)
    assert "Sources for each topic" in text
    assert all(f"{letter} {document.title}" in text for letter, document in zip("ABCDE", INDEX.roadmap.documents, strict=True))

"""Long lists are laid out in several parts: nothing is lost or said twice."""

import io
from typing import Any

import pypdf
import pytest

from learning_roadmap.guide import parts
from tests.families import family
from tests.guide.guides import boxes_of, guide_of, index_of, pages_of, plain

RANGE = range(30)
READ = [{"resource": f"r{at}"} for at in RANGE]
TOPICS: list[dict[str, Any]] = [
    {"id": f"t{at}", "title": f"Topic {at}", "read": READ[at:], "papers": [f"p{at}"], "check": [{"ask": f"Ask {at}?", "answer": f"Answer {at}."}]}
    for at in RANGE
]
MORE: dict[str, Any] = {
    "resources": [{"id": f"r{at}", "title": f"Resource {at}", "kind": "book" if at < 20 else "course"} for at in RANGE],
    "papers": [{"id": f"p{at}", "title": f"Paper {at}"} for at in RANGE],
    "tips": [{"id": "tip", "title": "The tip"}],
}


def outline(pdf: bytes) -> list[str]:
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    return [str(entry.title) for item in reader.outline for entry in (item if isinstance(item, list) else [item])]  # type: ignore[union-attr]


# A two-sided guide has blank pages, too.
@pytest.mark.parametrize("two_sided", family([False, True], True))
def test_a_list_in_several_parts_has_all_entries_and_each_heading_once(two_sided: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    index = index_of(TOPICS, **MORE)
    whole = guide_of(index, two_sided=two_sided).pdf
    monkeypatch.setattr(parts, "PART_BYTES", 1500)
    split = guide_of(index, two_sided=two_sided).pdf
    assert outline(split) == outline(whole)
    assert {name for name in boxes_of(split) if not name.startswith("notes-")} == {name for name in boxes_of(whole) if not name.startswith("notes-")}
    pages = pages_of(split)
    assert len(pages) > len(pages_of(whole)) + 5
    words = plain("".join(pages))
    for at in RANGE:
        assert all(f"{kind}{at}" in words for kind in ("Resource", "Paper", "Answer", "Topic"))
    assert sum(page.startswith("Resources") for page in pages) > 2, "each part has the heading of its chapter"

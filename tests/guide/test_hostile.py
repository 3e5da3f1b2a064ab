"""Hostile and very long texts in every place and every variant of the guide."""

from typing import Any

import pytest

from learning_roadmap.guide import PaperSize
from tests.families import family
from tests.guide.guides import HOSTILE, LONG, MM, RoadmapIndex, guide_of, index_of, letters_off_the_paper, plain, text_of

pytestmark = pytest.mark.slow

ODD = [" --- dash -- ... \"quotes\" 'x' ~ tilde", "1. numbered + plus - minus / term: def"]
TEXTS = [*HOSTILE, LONG, "تعلم الآلة (CNN) 2024", "Zażółć gęślą jaźń", *ODD]
ASKED: list[dict[str, Any]] = [
    {},
    {"large": True, "paper": PaperSize.LETTER},
    {"two_sided": True},
    {"phase": "one"},
    {"document": "d", "large": True},
    {"answers": False, "two_sided": True, "large": True},
]
# The one with most options has the narrowest columns.
CHOSEN = family(ASKED, ASKED[-1])


def everywhere() -> RoadmapIndex:
    """Each of the texts in each place that takes one."""

    def entries(prefix: str, **more: Any) -> list[dict[str, Any]]:
        named = [{"document": "d", "line": 1, "words": "x"}]
        return [{"id": f"{prefix}{at}", "title": text, "named": named, **more} for at, text in enumerate(TEXTS)]

    url = "https://example.org/" + "very-long-path_segment/" * 12
    topics = [
        {**one, "also": [TEXTS[at - 1]], "summary": TEXTS[at - 2], "hours": 2.5, "needs": [{"topic": "t1", "reason": TEXTS[at - 3]}],
         "check": [{"ask": TEXTS[at - 4], "answer": TEXTS[at - 5]}, {"ask": LONG, "answer": TEXTS[at - 6]}]}
        for at, one in enumerate(entries("t", level="beginner"))
    ]  # fmt: skip
    status = {"is": "renamed", "since": "2024-02", "successor": LONG, "entry": "paper1", "note": LONG}
    topics[0]["topics"] = entries("inner")
    topics[0]["read"] = [{"resource": "resource1"}, *({"resource": "resource2", "part": f"part{at}"} for at in range(len(TEXTS)))]
    topics[0] |= {"papers": [f"paper{at}" for at in range(len(TEXTS))], "status": status, "preferred": True}
    parts = [{"id": f"part{at}", "title": text, "at": "very-long-path_segment/" * 9 + f"{at}"} for at, text in enumerate(TEXTS)]
    work = {"topics": ["t1", "t2"], "done": LONG, "hours": 2.5}
    sections = [{"id": "s", "title": LONG, "optional": True, "choose_one": True, "topics": topics, "practice": entries("practice", **work),
                 "summary": LONG, "needs": [{"topic": "other", "reason": LONG}]}]  # fmt: skip
    other = {"id": "u", "title": LONG, "topics": entries("other")[:1]}
    other["topics"][0]["id"] = "other"
    outline = [{"line": 1, "kind": "phase", "text": LONG, "level": TEXTS[-1][:40]}]
    return index_of(
        title=LONG,
        description=LONG,
        hours_per_week=10,
        license={"name": LONG, "url": url},
        phases=[
            {"id": "one", "title": LONG, "goal": LONG, "duration": LONG, "sections": sections},
            {"id": "two", "title": LONG, "sections": [other]},
        ],
        projects=entries("project", summary=LONG, **work),
        resources=entries("resource", kind="book", url=url, authors=TEXTS, purpose=LONG, parts=parts, license=LONG, access="paid", language="de"),
        papers=entries("paper", url=url, authors=TEXTS, year=2020, must_read=True, venue=LONG, why=LONG, status=status),
        disagreements=entries("disagreement", positions=[{"document": "d", "line": 1, "says": LONG}], choice=LONG, reason=LONG),
        roles=entries("role", summary=LONG, skills=[{"entry": "u", "reason": LONG}, {"entry": "other", "reason": LONG, "optional": True}]),
        milestones=[{"id": "m", "title": LONG, "months": 3, "named": topics[0]["named"], "goals": entries("goal")}],
        routine=[{"id": "r", "title": LONG, "hours": "1-2 hours", "items": entries("habit")}],
        forms=[{"id": "f", "title": LONG, "fields": [*entries("field"), *entries("choice", choices=TEXTS)]}],
        tips=entries("tip", reason=LONG),
        certifications=entries("certificate", provider=LONG, optional=True),
        conferences=entries("conference"),
        outcomes=entries("outcome", roles=TEXTS),
        documents=[{"id": "d", "title": LONG, "file": "d.md", "level": LONG, "outline": outline}],
    )


@pytest.mark.parametrize("options", CHOSEN)
def test_nothing_is_cut_off_with_long_or_hostile_texts(options: dict[str, Any]) -> None:
    pages = (("one", "phases/one.html"),)
    guide = guide_of(everywhere(), site="https://example.org/" + "long/" * 20, pages=pages, **options)
    assert letters_off_the_paper(guide.pdf, 8 * MM) == []
    text = plain(text_of(guide.pdf))
    for one in HOSTILE:
        assert plain(one) in text, one
    assert "root:x:0" not in text

"""A guide to learn from: what a topic is, what it needs, what to read, questions with answers, and what counts as done."""

import re
from typing import Any

import pikepdf
import pytest

from tests.guide.guides import elements, guide_of, index_of, pages_of, text_of, web_links

pytestmark = pytest.mark.slow

QUESTIONS = [{"ask": f"Question {at}?", "answer": f"Because of {at}."} for at in range(1, 4)]
TOPICS: list[dict[str, Any]] = [
    {
        "id": "a", "title": "Alpha", "summary": "Run `pip list` first.", "level": "beginner", "hours": 2, "check": QUESTIONS[:2],
        "read": [{"resource": "r", "part": "one"}, {"resource": "r", "part": "two"}, {"resource": "paid"}], "papers": ["p"],
        "topics": [
            {"id": "b", "title": "Beta", "check": QUESTIONS[2:],
             "status": {"is": "renamed", "since": "2024-02", "successor": "Gamma", "entry": "c"}},
        ],
    },
    {"id": "c", "title": "Gamma", "needs": [{"topic": "a", "reason": "it reads `x`"}], "papers": ["q"]},
]  # fmt: skip
MORE: dict[str, Any] = {
    "resources": [
        {"id": "r", "title": "The book", "kind": "book", "url": "https://example.org/book/", "access": "free", "license": "CC BY 4.0",
         "parts": [{"id": "one", "title": "Part one", "at": "one.html#first"}, {"id": "two", "title": "Part two", "at": "two.html"},
                   {"id": "unused", "title": "Unused", "at": "unused.html"}]},
        {"id": "paid", "title": "Paid course", "kind": "course", "access": "paid"},
    ],
    "papers": [
        {"id": "q", "title": "Later", "authors": ["Laurens van der Maaten", "Geoffrey Hinton"], "year": 2008, "venue": "JMLR", "doi": "10.1000/182"},
        {"id": "p", "title": "Earlier", "authors": ["Ashish Vaswani", "Noam Shazeer", "et al."], "year": 2017, "venue": "NeurIPS",
         "arxiv": "1706.03762", "why": "It removed recurrence.", "must_read": True},
        {"id": "unread", "title": "Unread"},
    ],
}  # fmt: skip


def flowing(pdf: bytes) -> str:
    return " ".join(text_of(pdf).split())


def page_with(pdf: bytes, title: str) -> int:
    return next(at for at, page in enumerate(pages_of(pdf), 1) if page.startswith(title))


def test_a_topic_names_what_to_read_with_links_and_pages() -> None:
    pdf = guide_of(index_of(TOPICS, **MORE)).pdf
    text, resources, papers = flowing(pdf), page_with(pdf, "Resources"), page_with(pdf, "Papers")
    assert f"Read: The book: Part one p. {resources}, Part two p. {resources}; Paid course (paid) p. {resources}" in text
    assert f"Paper: Earlier (Vaswani et al., 2017) p. {papers}" in text and "(van der Maaten and Hinton, 2008)" in text
    addresses = web_links(pdf)
    for address in ("https://example.org/book/one.html#first", "https://arxiv.org/abs/1706.03762", "https://doi.org/10.1000/182"):
        assert addresses.count(address) >= 2, "in the topic and in the chapter"
    assert "p. 000" not in text, "every reference has a page"


def test_an_article_that_is_its_own_part_is_named_once() -> None:
    article = {
        "id": "x",
        "title": "Article",
        "kind": "article",
        "url": "https://example.org/",
        "parts": [{"id": "x", "title": "Article", "at": "x.html"}],
    }
    pdf = guide_of(index_of([{"id": "t", "title": "T", "read": [{"resource": "x", "part": "x"}]}], resources=[article])).pdf
    assert f"Read: Article p. {page_with(pdf, 'Resources')}" in flowing(pdf) and web_links(pdf).count("https://example.org/x.html") >= 2


def test_papers_are_in_reading_order_with_their_data() -> None:
    pdf = guide_of(index_of(TOPICS, **MORE)).pdf
    page = " ".join(pages_of(pdf)[page_with(pdf, "Papers") - 1].split())
    topic = page_with(pdf, "One")
    assert page.index("Earlier") < page.index("Later") < page.index("More papers") < page.index("Unread")
    assert "Earlier · must read Ashish Vaswani, Noam Shazeer, et al. NeurIPS, 2017 · arXiv:1706.03762 It removed recurrence." in page
    assert "JMLR, 2008 · doi:10.1000/182" in page and f"For: Alpha p. {topic}" in page


def test_resources_list_the_parts_that_topics_use() -> None:
    pdf = guide_of(index_of(TOPICS, **MORE)).pdf
    page = " ".join(pages_of(pdf)[page_with(pdf, "Resources") - 1].split())
    assert "free · CC BY 4.0 · example.org/book/ " in page and "Unused" not in page
    assert f"Part one one.html#first p. {page_with(pdf, 'One')}" in page


def test_a_page_is_named_once_for_all_topics_on_it() -> None:
    topics = [{"id": f"t{at}", "title": f"T {at}", "read": [{"resource": "r", "part": "one"}]} for at in range(3)]
    pdf = guide_of(index_of(topics, **MORE)).pdf
    assert flowing(pdf).count(f"one.html#first p. {page_with(pdf, 'One')}") == 1
    assert f"p. {page_with(pdf, 'One')}, p. {page_with(pdf, 'One')}" not in flowing(pdf)


@pytest.mark.parametrize("answers", [True, False])
def test_questions_and_answers_refer_to_each_other(answers: bool) -> None:
    pdf = guide_of(index_of(TOPICS, **MORE), answers=answers).pdf
    text = flowing(pdf)
    assert "1.1 Question 1?" in text and "1.2 Question 2?" in text and "1.3 Question 3?" in text
    if answers:
        page = page_with(pdf, "Answers")
        assert f"Question 2? Answers: p. {page}" in text and f"Question 3? Answer: p. {page}" in text
        said = " ".join(pages_of(pdf)[page - 1].split())
        assert f"Alpha p. {page_with(pdf, 'One')} 1.1 Because of 1. 1.2 Because of 2. Beta" in said
    else:
        assert "Because" not in text and "Answer" not in text and "answers" not in text


def test_the_back_reference_is_the_page_of_the_question() -> None:
    topic = {"id": "a", "title": "Alpha", "summary": "Words of a long summary. " * 150, "check": QUESTIONS}
    topics = [topic, {**topic, "id": "b", "title": "Beta"}, {**topic, "id": "c", "title": "Gamma"}, {**topic, "id": "d", "title": "Delta"}]
    pages = pages_of(guide_of(index_of(topics)).pdf)
    answers = " ".join(next(page for page in pages if page.startswith("Answers")).split())
    for number, title in enumerate(("Alpha", "Beta", "Gamma", "Delta")):
        first = f"1.{3 * number + 1} "
        place = next(at for at, page in enumerate(pages, 1) if re.search(rf"{re.escape(first)}\s*Question", page))
        assert f"{title} p. {place} {first}" in answers


def test_code_in_backticks_is_tagged_as_code() -> None:
    pdf = guide_of(index_of(TOPICS, **MORE)).pdf
    assert "Run pip list first." in flowing(pdf) and "`" not in text_of(pdf)
    assert any(str(one.S) == "/Code" for one, _ in elements(pdf))
    unpaired = guide_of(index_of([{"id": "a", "title": "A", "summary": "One ` alone"}])).pdf
    assert "One ` alone" in text_of(unpaired)


def test_a_changed_name_is_explained() -> None:
    pdf = guide_of(index_of(TOPICS, **MORE)).pdf
    assert f"Renamed in February 2024; successor: Gamma p. {page_with(pdf, 'One')}" in flowing(pdf)


def test_paragraphs_of_a_topic_are_in_its_list_item() -> None:
    pdf = guide_of(index_of(TOPICS, **MORE)).pdf
    kinds = [
        [str(kid.S) for kid in one.K if isinstance(kid, pikepdf.Dictionary)]
        for one, above in elements(pdf)
        if one.S == "/LBody" and one.P.K[0].S == "/Lbl" and str(one.P.K[0].K[-1].S) == "/Form"
    ]
    assert kinds[0] == ["/P"] * 6 + ["/L"], "title, summary, reading, paper and two questions; then the subtopic"
    assert kinds[1] == ["/P"] * 3, "title, status and question"


def test_sections_and_exercises_say_what_they_need_and_when_they_are_done() -> None:
    practice = [{"id": "x", "title": "Build it", "hours": 3, "topics": ["a"], "done": "95 % pass"}]
    section = {
        "id": "s",
        "title": "S",
        "summary": "What it is about.",
        "needs": [{"topic": "z", "reason": "its base"}],
        "topics": TOPICS,
        "practice": practice,
    }
    first = {"id": "zero", "title": "Zero", "sections": [{"id": "base", "title": "Base", "topics": [{"id": "z", "title": "Zed"}]}]}
    project = {"id": "y", "title": "Bigger", "summary": "A whole thing.", "done": "It runs", "topics": ["c"]}
    index = index_of(phases=[first, {"id": "one", "title": "One", "sections": [section]}], projects=[project], **MORE)
    pdf = guide_of(index).pdf
    text = flowing(pdf)
    assert f"What it is about. Prerequisites of this section: Zed (its base) p. {page_with(pdf, 'Zero')}" in text
    assert f"Build it · 3 h Done when: 95 % pass Uses: Alpha p. {page_with(pdf, 'One')}" in text
    assert f"Bigger A whole thing. Done when: It runs Uses: Gamma p. {page_with(pdf, 'One')}" in text
    assert f"Prerequisites: Zero p. {page_with(pdf, 'Zero')}" in text, "the chapter needs what its section needs"


def test_a_guide_to_one_phase_contains_what_its_topics_refer_to() -> None:
    text = flowing(guide_of(index_of(TOPICS, **MORE), phase="one").pdf)
    assert "Earlier" in text and "The book" in text and "Unread" not in text


def test_hours_are_summed_by_chapter() -> None:
    sections = [{"id": "s", "title": "S", "topics": TOPICS, "practice": [{"id": "x", "title": "X", "hours": 9}]}]
    phases = [{"id": "one", "title": "One", "duration": "6-8 weeks", "sections": sections}, {"id": "two", "title": "Two"}]
    text = flowing(guide_of(index_of(phases=phases, hours_per_week=10, **MORE)).pdf)
    assert "Weeks are for 10 hours of study and exercises a week" in text
    assert "1. One 2 9 2 6-8 weeks 2. Two – – – Total 2 9 2" in text
    without = flowing(guide_of(index_of(TOPICS, **MORE)).pdf)
    assert "1. One 2 – Total 2 –" in without and "Weeks" not in without
    assert "Hours" not in flowing(guide_of(index_of([{"id": "t", "title": "T"}])).pdf)


def test_disagreements_and_the_license_are_printed() -> None:
    disagreement = {
        "id": "x", "title": "PyTorch or TensorFlow", "choice": "PyTorch first.", "reason": "It is used more.",
        "positions": [{"document": "d", "line": 55, "says": "PyTorch is preferred."}],
    }  # fmt: skip
    license = {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}
    index = index_of(TOPICS, **MORE, disagreements=[disagreement], documents=[{"id": "d", "title": "Document", "file": "d.md"}], license=license)
    pdf = guide_of(index, sources=True).pdf
    text = flowing(pdf)
    assert "PyTorch or TensorFlow • PyTorch is preferred. Document, line 55 This roadmap: PyTorch first. Reason: It is used more." in text
    assert "Where the documents disagree" in text
    assert "Content licensed under CC BY 4.0 (creativecommons.org/licenses/by/4.0/)" in flowing(pdf) and license["url"] in web_links(pdf)

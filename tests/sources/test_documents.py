"""The five documents are read correctly."""

from collections.abc import Iterator
from functools import lru_cache

import pytest

from learning_roadmap.model import OutlineItem
from learning_roadmap.model.index import walk_outline
from learning_roadmap.sources import Reading, read_document
from tests.paths import DOCUMENTS, SOURCES

COMPLETE, ENGINEER, DEEP, WEEKS, MACHINE = DOCUMENTS


@lru_cache
def reading(document: str) -> Reading:
    return read_document(SOURCES / f"{document}.md")


def line(document: str, number: int) -> OutlineItem:
    return next(item for item in walk_outline(reading(document).outline) if item.line == number)


@pytest.mark.parametrize(("document", "leaves"), DOCUMENTS.items())
def test_each_document_has_its_number_of_leaves(document: str, leaves: int) -> None:
    assert reading(document).leaves == leaves


# (document, line, kind, text or its beginning): the structural features of the documents, one by one.
FEATURES = [
    (ENGINEER, 1, "introduction", "A complete roadmap"),
    (WEEKS, 4, "introduction", "A guide in steps"),
    (COMPLETE, 2, "tagline", "The whole way"),
    (WEEKS, 3, "section", "Overview"),
    (ENGINEER, 5, "step", "Fundamentals of Mathematics & Programming"),
    (ENGINEER, 125, "step", "Real-World Projects & Portfolio"),
    (COMPLETE, 26, "phase", "Foundation (Mathematics & Programming)"),
    (DEEP, 3, "phase", "Foundations"),
    (WEEKS, 8, "month", "Foundations of Mathematics and Python for ML"),
    (WEEKS, 50, "week", "Supervised Learning Algorithms"),
    (WEEKS, 115, "week", "Final Project - Build an End-to-End AI System"),
    (MACHINE, 7, "phase", "Foundations of Mathematics & Programming"),
    (MACHINE, 89, "phase", "Ethical AI & Responsible ML"),
    (DEEP, 5, "goal", "Know the mathematics"),
    (COMPLETE, 27, "duration", "6-8 weeks"),
    (COMPLETE, 522, "duration", "Ongoing"),
    (COMPLETE, 694, "routine", "Morning (1-2 hours)"),
    (COMPLETE, 29, "section", "Mathematics Fundamentals"),
    (COMPLETE, 30, "topic", "Linear Algebra"),
    (COMPLETE, 31, "topic", "Vectors and matrices"),
    (WEEKS, 12, "topic", "Vectors, Matrices, and Matrix Operations"),
    (WEEKS, 11, "label", "Topics to Learn"),
    (WEEKS, 15, "label", "Practice"),
    (WEEKS, 16, "practice", "Implement vector and matrix operations using NumPy"),
    (WEEKS, 116, "label", "Topics to Review"),
    (DEEP, 7, "topic", "Linear Algebra"),
    (MACHINE, 8, "section", "Mathematics"),
    (ENGINEER, 13, "section", "Programming Basics"),
    (ENGINEER, 16, "topic", "SQL: Queries, Joins, Indexing, Normalization"),
    (ENGINEER, 6, "label", "Key Concepts"),
    (ENGINEER, 110, "label", "Specialized AI Areas"),
    (DEEP, 55, "topic", "PyTorch (preferred)"),
    (COMPLETE, 697, "routine-item", "Math problem solving (if applicable)"),
    (COMPLETE, 573, "project", "House price prediction (regression)"),
    (COMPLETE, 609, "project", "GitHub profile optimization"),
    (ENGINEER, 128, "project", "Fraud Detection"),
    (COMPLETE, 660, "milestone", "3-Month Goal"),
    (COMPLETE, 688, "milestone-goal", "Ready for top AI engineering roles"),
    (COMPLETE, 726, "tip", "Don't Skip MLOps: "),
    (COMPLETE, 735, "form-field", "Phase 1: [ ] Not Started"),
    (COMPLETE, 747, "form-field", "Current Phase: ____"),
    (COMPLETE, 752, "form", "Monthly Review"),
    (COMPLETE, 762, "certification", "TensorFlow Developer Certificate"),
    (ENGINEER, 141, "certification", "Certifications: TensorFlow Developer"),
    (ENGINEER, 142, "conference", "Conferences: NeurIPS"),
    (COMPLETE, 622, "course", "Andrew Ng's Machine Learning (Coursera)"),
    (MACHINE, 99, "course", "Online Courses: Coursera"),
    (WEEKS, 131, "course", "Fast.ai Practical Deep Learning"),
    (WEEKS, 133, "documentation", "Scikit-Learn Official Documentation"),
    (COMPLETE, 631, "book", '"Hands-On Machine Learning" by Aurélien Géron'),
    (WEEKS, 128, "book", "Deep Learning with Python by François Chollet"),
    (COMPLETE, 639, "paper", '"Attention Is All You Need" (Transformers)'),
    (COMPLETE, 651, "community", "Reddit (r/MachineLearning"),
    (DEEP, 162, "tool", "Weights & Biases, TensorBoard (for experiment tracking)"),
    (MACHINE, 100, "challenge", "Projects & Challenges: Kaggle"),
    (DEEP, 150, "topic", "Contribute to Open Source & Research"),
    (ENGINEER, 147, "summary", "Mathematics & Programming Fundamentals"),
    (ENGINEER, 152, "summary", "MLOps & Deployment"),
    (ENGINEER, 158, "outcome", "Target Outcome: Become an Advanced AI Engineer"),
    (COMPLETE, 773, "updated", "January 15, 2026"),
    (COMPLETE, 771, "closing", "Remember: "),
    (WEEKS, 138, "closing", "Enjoy"),
    (MACHINE, 105, "closing", "Happy Learning!"),
]  # fmt: skip


@pytest.mark.parametrize(("document", "number", "kind", "text"), FEATURES)
def test_every_line_has_its_kind_and_words(document: str, number: int, kind: str, text: str) -> None:
    item = line(document, number)
    assert (item.kind.value, item.text[: len(text)]) == (kind, text)


def test_numbers_levels_marks_and_links_are_kept() -> None:
    assert line(COMPLETE, 31).number == "1.1.1.1"
    assert line(MACHINE, 89).number == "10"
    assert line(WEEKS, 50).number == "5"
    assert line(DEEP, 3).level == "Beginner"
    assert line(DEEP, 83).level is None
    assert reading(MACHINE).level == "Beginner to Advanced"
    assert line(ENGINEER, 109).optional and line(ENGINEER, 34).optional and line(COMPLETE, 760).optional
    assert line(WEEKS, 131).url == "https://course.fast.ai/"
    assert reading(COMPLETE).updated == "January 15, 2026"


def test_every_line_is_in_the_outline_or_dropped_with_a_reason() -> None:
    """Every line with words is in the outline, or on the list of what is dropped, with its reason."""
    for document in DOCUMENTS:
        found = reading(document)
        read_lines = {item.line for item in walk_outline(found.outline)} | {drop.line for drop in found.dropped}
        text = (SOURCES / f"{document}.md").read_text(encoding="utf-8").splitlines()
        assert [number for number, words in enumerate(text, 1) if words.strip() and number not in read_lines] == []


def test_only_separators_contents_and_chat_are_dropped() -> None:
    assert {drop.reason for document in DOCUMENTS for drop in reading(document).dropped} == {
        "rule", "table of contents", "question from a chat",
    }  # fmt: skip


def test_words_and_numbers_of_every_line_are_kept() -> None:
    """Each word of a line is in its item's text, number, level or address."""
    for document in DOCUMENTS:
        text = (SOURCES / f"{document}.md").read_text(encoding="utf-8").splitlines()
        for item in walk_outline(reading(document).outline):
            item_words = " ".join(filter(None, (item.text, item.number, item.level, item.url, item.kind.value))).casefold()
            lost = [word for word in words_of(text[item.line - 1]) if word not in item_words]
            assert lost in ([], ["final"], ["last"], ["goal"]), (document, item.line, lost)


def words_of(markdown: str) -> Iterator[str]:
    import re

    for word in re.findall(r"[^\W_]+", markdown.casefold()):
        if not word.isdigit() or len(word) > 2:
            yield word

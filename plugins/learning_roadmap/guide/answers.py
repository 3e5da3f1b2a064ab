"""The answers to the questions, at the end of the guide."""

from typing import Any

from learning_roadmap.guide.chapters import Chapter
from learning_roadmap.guide.edition import Data, Edition
from learning_roadmap.guide.text import prose


def answers(edition: Edition) -> list[Data]:
    """The answers by chapter and topic, with the numbers of their questions."""
    chapters = ({"title": chapter.title, "topics": _answers_of(chapter, edition)} for chapter in edition.chapters)
    return [chapter for chapter in chapters if chapter["topics"]]


def _answers_of(chapter: Chapter, edition: Edition) -> list[list[Any]]:
    return [
        [
            topic.id,
            topic.title,
            [[number, prose(question.answer)] for number, question in zip(edition.question_numbers[topic.id], topic.check, strict=True)],
        ]
        for topic in chapter.topics()
        if topic.check
    ]

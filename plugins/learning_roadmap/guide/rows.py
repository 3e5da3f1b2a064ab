"""Topics as a flat list of rows, each with its depth."""

from collections.abc import Iterable, Iterator
from typing import Any

from learning_roadmap.guide.chapters import Row
from learning_roadmap.guide.edition import Edition
from learning_roadmap.guide.topics import topic_data
from learning_roadmap.model import Topic

MAX_SHORT_ROW = 300


def topic_rows(rows: Iterable[Row], edition: Edition) -> list[dict[str, Any]]:
    """The rows of some topics."""
    return [
        {"depth": depth, "keep": keep, "title": row.title, "topic": topic_data(row.topic, edition) if row.topic else None}
        for row, depth, keep in flat_rows(tuple(rows))
    ]


def flat_rows(rows: tuple[Row, ...], depth: int = 0) -> Iterator[tuple[Row, int, bool]]:
    """All rows, parents first: each with its depth, and whether it is kept with the next one."""
    for position, row in enumerate(rows):
        # A parent is never the last row of a column, and its last subtopic never alone at the top of the next.
        has_to_keep = bool(row.rows) or (depth > 0 and position == len(rows) - 2 and not rows[-1].rows)
        yield row, depth, has_to_keep and _is_short(row.topic)
        yield from flat_rows(row.rows, depth + 1)


def _is_short(topic: Topic | None) -> bool:
    """Whether a row takes few lines. Keeping a long one with the next could leave most of a column empty."""
    if topic is None:
        return True
    texts = [topic.summary or "", *(need.reason or "" for need in topic.needs), *(question.ask for question in topic.check)]
    references = len(topic.needs) + len(topic.read) + len(topic.papers)
    return sum(map(len, texts)) + 40 * references <= MAX_SHORT_ROW

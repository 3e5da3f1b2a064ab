"""Topics as a flat list of rows, each with its depth."""

from collections.abc import Iterable, Iterator
from typing import Any

from learning_roadmap.guide.chapters import Row
from learning_roadmap.guide.options import Options
from learning_roadmap.guide.text import unbreakable
from learning_roadmap.model import Resource, RoadmapIndex, Topic, word_for

MAX_SHORT_ROW = 300


def topic_rows(rows: Iterable[Row], index: RoadmapIndex, printed_ids: set[str], options: Options) -> list[dict[str, Any]]:
    """The rows of some topics.

    Args:
        printed_ids: ids of the topics in this guide.
    """
    return [
        {"depth": depth, "keep": keep, "title": row.title, "topic": _topic_data(row.topic, index, printed_ids, options) if row.topic else None}
        for row, depth, keep in _flatten(tuple(rows), 0)
    ]


def _flatten(rows: tuple[Row, ...], depth: int) -> Iterator[tuple[Row, int, bool]]:
    for position, row in enumerate(rows):
        # A parent is never the last row of a column, and its last subtopic never alone at the top of the next.
        has_to_keep = bool(row.rows) or (depth > 0 and position == len(rows) - 2 and not rows[-1].rows)
        yield row, depth, has_to_keep and _is_short(row.topic)
        yield from _flatten(row.rows, depth + 1)


def _is_short(topic: Topic | None) -> bool:
    """Whether a row takes few lines. Keeping a long one with the next could leave most of a column empty."""
    return topic is None or len(topic.summary or "") + sum(len(need.reason or "") + 40 for need in topic.needs) <= MAX_SHORT_ROW


def _topic_data(topic: Topic, index: RoadmapIndex, printed_ids: set[str], options: Options) -> dict[str, Any]:
    material: dict[str, list[str]] = {}
    for id in index.material_of.get(topic.id, ()):
        entry = index.located[id].entry
        mark = options.text("library.first_choice") if isinstance(entry, Resource) and entry.preferred else ""
        material.setdefault(options.label(word_for(entry)).capitalize(), []).append(entry.title + (f" ({mark})" if mark else ""))
    return {
        "id": topic.id,
        "also": list(topic.also),
        "marks": marks(topic, options),
        "summary": topic.summary or "",
        "needs": [
            {
                "id": need.topic if need.topic in printed_ids else "",
                "title": index.topics[need.topic].title,
                "reason": need.reason or "",
            }
            for need in topic.needs
        ],
        "material": [[kind, names] for kind, names in material.items()],
    }


def marks(topic: Topic, options: Options) -> list[str]:
    """The short labels of a topic: level, optional, hours."""
    hours = options.text("topic.hours", hours=f"{topic.hours:g}") if topic.hours else None
    level = options.label(topic.level) if topic.level else None
    return [unbreakable(mark) for mark in (level, options.text("topic.optional") if topic.optional else None, hours) if mark]

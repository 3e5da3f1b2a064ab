"""Topics as rows: one after the other, each with its depth."""

from collections.abc import Iterable, Iterator
from typing import Any

from learning_roadmap.guide.chapters import Row
from learning_roadmap.guide.options import Options
from learning_roadmap.guide.text import together
from learning_roadmap.model import Resource, RoadmapIndex, Topic, word_for

SHORT = 300


def topic_rows(rows: Iterable[Row], index: RoadmapIndex, here: set[str], options: Options) -> list[dict[str, Any]]:
    """The rows of some topics.

    Args:
        here: ids of the topics that stand in this guide.
    """
    return [
        {"depth": depth, "keep": keep, "title": row.title, "topic": _topic(row.topic, index, here, options) if row.topic else None}
        for row, depth, keep in _walk(tuple(rows), 0)
    ]


def _walk(rows: tuple[Row, ...], depth: int) -> Iterator[tuple[Row, int, bool]]:
    for at, row in enumerate(rows):
        # What holds topics is not left behind at the foot of a column, and the last of them not alone on top of the next.
        wanted = bool(row.rows) or (depth > 0 and at == len(rows) - 2 and not rows[-1].rows)
        yield row, depth, wanted and _is_short(row.topic)
        yield from _walk(row.rows, depth + 1)


def _is_short(topic: Topic | None) -> bool:
    """Whether a row takes a few lines. A long one that must stay with the next would leave most of a column empty."""
    return topic is None or len(topic.summary or "") + sum(len(need.reason or "") + 40 for need in topic.needs) <= SHORT


def _topic(topic: Topic, index: RoadmapIndex, here: set[str], options: Options) -> dict[str, Any]:
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
                "id": need.topic if need.topic in here else "",
                "title": index.topics[need.topic].title,
                "reason": need.reason or "",
            }
            for need in topic.needs
        ],
        "material": [[kind, names] for kind, names in material.items()],
    }


def marks(topic: Topic, options: Options) -> list[str]:
    """What is said of a topic in a word or two."""
    hours = options.text("topic.hours", hours=f"{topic.hours:g}") if topic.hours else None
    return [together(mark) for mark in (topic.level, options.text("topic.optional") if topic.optional else None, hours) if mark]

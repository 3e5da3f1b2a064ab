"""When the data last changed, as far as the data itself says."""

from collections.abc import Iterator
from functools import cache, lru_cache

from learning_roadmap.model import Record, RoadmapIndex

# Fields that contain a day, and that only some entries have.
DAYS = ("added", "on", "published")


@lru_cache(maxsize=1)
def last_change(index: RoadmapIndex) -> str:
    """The last day that the data names, such as 2026-11-21: of an addition, a removal, or a check of an address. Empty if it names none."""
    return max(_days(index), default="")


def _days(index: RoadmapIndex) -> Iterator[str]:
    entries = (located.entry for located in index.located.values())
    for record in (index.roadmap, *index.roadmap.history, *entries):
        for name in _fields_with_days(type(record)):
            if value := getattr(record, name):
                yield str(value.on if name == "checked" else value)


@cache
def _fields_with_days(kind: type[Record]) -> list[str]:
    return [name for name in (*DAYS, "checked") if name in kind.model_fields]

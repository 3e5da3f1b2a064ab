"""When the data last changed, as far as the data itself says."""

from collections.abc import Iterator
from functools import lru_cache

from learning_roadmap.model import RoadmapIndex, fields_in

# Fields that contain a day, and that only some entries have.
DAYS = ("added", "on", "published")


@lru_cache(maxsize=1)
def last_change(index: RoadmapIndex) -> str:
    """The last day that the data names, such as 2026-11-21: of an addition, a removal, or a check of an address. Empty if it names none."""
    return max(_days(index), default="")


def _days(index: RoadmapIndex) -> Iterator[str]:
    entries = (located.entry for located in index.located.values())
    for record in (index.roadmap, *index.roadmap.history, *entries):
        fields = fields_in(type(record))
        for name in (*DAYS, "checked"):
            if name in fields and (value := getattr(record, name)):
                yield str(value.on if name == "checked" else value)

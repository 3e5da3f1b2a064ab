"""What pages depend on, as keys for a cache.

Most of a roadmap's text is summaries and questions, and only the page of their phase shows them. So the page of a phase depends on the
phase, and every page on the rest of the roadmap without these texts: after a change of a summary or a question, one page is rendered. Pages
are stored without the numbers of lines in the data file, which a new line changes for all entries after it.
"""

import json
from dataclasses import fields
from functools import lru_cache
from importlib.metadata import version
from typing import Any

from learning_roadmap.cache import code_key, key_of
from learning_roadmap.model import RoadmapIndex
from learning_roadmap.pages.page import Settings

# The fields of topics on which not every page depends, as pydantic leaves them out
LOCAL_FIELDS: dict[str, Any] = {"title": True, "summary": True, "check": True}
# Texts of topics that are deeper inside others count as the rest of the roadmap.
DEPTH = 4
# The libraries that determine the HTML of pages and the picture of the map
LIBRARIES = ("jinja2", "markupsafe", "pygraphviz")


def options_key(settings: Settings) -> str:
    """The key of the settings, except for addresses."""
    return key_of(*(repr(getattr(settings, field.name)) for field in fields(settings) if field.name not in ("relative", "edit")))


def site_key(index: RoadmapIndex, rest: str) -> str:
    """The key of everything that pages show, except for summaries and questions, and for the templates' own text.

    Args:
        rest: the :func:`rest_key`.
    """
    return key_of(rest, *titles_of(index).values())


def rest_key(index: RoadmapIndex, settings: Settings) -> str:
    """The same without the titles of topics."""
    # Where pages are depends on the site.
    addresses = json.dumps([settings.relative("index.md", path) for path in ("index.md", "phases/index.md", "phases/a.md")])
    # Pages are stored with places for the addresses of edit links, but an entry without such an address has no link.
    without_link = json.dumps([id for id in index.located if not settings.edit(id)])
    return key_of(code_key(), *map(version, LIBRARIES), addresses, without_link, options_key(settings), _key_without_local_fields(index))


# A served site is built again and again, mostly from the same roadmap.
@lru_cache(maxsize=1)
def _key_without_local_fields(index: RoadmapIndex) -> str:
    return key_of(index.roadmap.model_dump_json(exclude=_local_fields(), exclude_defaults=True))


def titles_of(index: RoadmapIndex) -> dict[str, str]:
    """The titles of all topics, by their ids."""
    return {id: topic.title for id, topic in index.topics.items()}


@lru_cache(maxsize=1)
def phase_keys(index: RoadmapIndex) -> dict[str, str]:
    """The key of each phase with all that it holds, by its id."""
    return {phase.id: key_of(phase.model_dump_json(exclude_defaults=True)) for phase in index.roadmap.phases}


def _local_fields() -> dict[str, Any]:
    """The fields that are left out, as pydantic wants them."""
    topics = LOCAL_FIELDS
    for _ in range(DEPTH):
        topics = {**LOCAL_FIELDS, "topics": {"__all__": topics}}
    return {"phases": {"__all__": {"sections": {"__all__": {"summary": True, "topics": {"__all__": topics}}}}}}

"""Which topics' titles are read while a page is rendered: so a changed title renders only the pages that show it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from learning_roadmap.model import Entry, Topic

# The slot of the title, which reads it from an entry
TITLE: Any = Entry.title


class _RecordedTitle:
    """In place of the title of topics: records whose title is read."""

    def __init__(self, ids: set[str]) -> None:
        self._ids = ids

    def __get__(self, topic: Topic | None, _: type[Topic]) -> str:
        if topic is None:
            raise AttributeError("title")
        self._ids.add(topic.id)
        title: str = TITLE.__get__(topic)
        return title

    def __set__(self, topic: Topic, title: str) -> None:
        TITLE.__set__(topic, title)


@contextmanager
def titles_read() -> Iterator[set[str]]:
    """Record the ids of the topics whose titles are read. The rest of a page's inputs, such as sums and references, is not recorded, because
    most of it comes from all topics at once.
    """
    ids = set[str]()
    setattr(Topic, "title", _RecordedTitle(ids))  # noqa: B010
    try:
        yield ids
    finally:
        delattr(Topic, "title")

"""Search entries: each entry with all of its names and the wording of every document."""

from collections.abc import Iterable, Iterator

from learning_roadmap.model import Entry, kind_of
from learning_roadmap.pages.page import SearchEntry
from learning_roadmap.pages.view import View


def search_entry_of(entry: Entry, view: View, *more: str) -> SearchEntry:
    """The search entry of an entry; ``more`` is additional text."""
    seen = {entry.title.casefold()}
    texts: list[str] = []
    for text in (*entry.also, *more, *(source.words for source in entry.named)):
        if text and text.casefold() not in seen:
            seen.add(text.casefold())
            texts.append(text)
    return SearchEntry(entry.title, " · ".join(texts), view.anchor(entry))


def search_entries_of(entries: Iterable[Entry], view: View) -> list[SearchEntry]:
    """The search entries of several entries, with their searched fields."""
    return [search_entry_of(entry, view, *_searched(entry)) for entry in entries]


def _searched(entry: Entry) -> Iterator[str]:
    for name in kind_of(entry).search_fields:
        value = getattr(entry, name)
        yield from value if isinstance(value, tuple) else [value] if value else []

"""Search entries: each entry with all of its names and the wording of every document."""

from collections.abc import Iterable, Iterator

from learning_roadmap.model import Entry, Phase, kind_of, word_for
from learning_roadmap.pages.page import SearchEntry
from learning_roadmap.pages.view import View


def search_entries_of(entries: Iterable[Entry], view: View) -> list[SearchEntry]:
    """The search entries of several entries, with their searched fields."""
    return [_search_entry_of(entry, view) for entry in entries]


def names_of(entry: Entry) -> tuple[str, ...]:
    """The other names of an entry, and the wordings of the documents, each once."""
    return tuple(_new((*entry.also, *(source.words for source in entry.named)), {entry.title.casefold()}))


def _search_entry_of(entry: Entry, view: View) -> SearchEntry:
    names = names_of(entry)
    texts = _new(_searched(entry), {entry.title.casefold(), *(name.casefold() for name in names)})
    # A phase is a page of its own.
    holders = (holder.title for holder in view.index.located[entry.id].ancestors if not isinstance(holder, Phase))
    return SearchEntry(
        entry.title,
        " · ".join(texts),
        view.anchor(entry),
        kind_of(entry).name,
        view.label(word_for(entry)),
        names,
        " › ".join(holders),
    )


def _new(texts: Iterable[str], seen: set[str]) -> Iterator[str]:
    """The texts that are not in ``seen``, which grows."""
    for text in texts:
        if text and text.casefold() not in seen:
            seen.add(text.casefold())
            yield text


def _searched(entry: Entry) -> Iterator[str]:
    for name in kind_of(entry).search_fields:
        value = getattr(entry, name)
        yield from value if isinstance(value, tuple) else [value] if value else []

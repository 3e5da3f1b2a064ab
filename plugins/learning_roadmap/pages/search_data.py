"""What the client searches: every entry of the roadmap, and every section of the other pages."""

from collections.abc import Iterable
from dataclasses import dataclass

from learning_roadmap.pages.client_data import assignment
from learning_roadmap.pages.page import SearchEntry


@dataclass(frozen=True)
class SearchedPage:
    """A page as it is searched.

    Attributes:
        url: its address relative to the site's root.
        title: plain text.
        boost: 1, or less for a page that is to come after others.
    """

    url: str
    title: str
    entries: tuple[SearchEntry, ...]
    boost: float = 1


def search_data(pages: Iterable[SearchedPage]) -> str:
    """The text of ``search-entries.js``: pages, and the entries of each. An empty field at the end of an entry is left out."""
    kinds: dict[tuple[str, str], int] = {}
    records = []
    for page in pages:
        entries = [_record(entry, kinds.setdefault((entry.kind, entry.label), len(kinds))) for entry in page.entries]
        records.append([page.url, page.title, page.boost, entries])
    return assignment("roadmapSearchEntries", {"kinds": list(kinds), "pages": records})


def _record(entry: SearchEntry, kind: int) -> list[object]:
    record: list[object] = [entry.title, kind, entry.anchor, entry.text, entry.names, entry.place]
    while not record[-1]:
        record.pop()
    return record

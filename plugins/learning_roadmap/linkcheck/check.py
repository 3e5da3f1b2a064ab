"""Check every URL of a roadmap once: several hosts at a time, and one request at a time for each host."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlsplit

from learning_roadmap.datafile import DataFile, placed_entries, records, text_of, texts
from learning_roadmap.linkcheck.http import Answer, request

MAX_CONCURRENT_HOSTS = 8


@dataclass(frozen=True)
class Link:
    """A URL in the data file: its line and the entry it belongs to."""

    url: str
    line: int
    id: str
    title: str


def links_of(data: DataFile) -> list[Link]:
    """Every URL in the data file, in reading order, each once."""
    links: dict[str, Link] = {}
    for entry in placed_entries(data.tree):
        for url, mark in texts(entry.block, "url"):
            links.setdefault(url, Link(url, mark[0], entry.id or "", entry.title))
        for part in records(entry.block, "parts"):
            url = text_of(entry.block, "url") + text_of(part, "at")
            links.setdefault(url, Link(url, part.mark[0], entry.id or "", f"{entry.title}: {text_of(part, 'title')}"))
    return list(links.values())


def check_links(links: list[Link], progress: Callable[[str], None], get_answer: Callable[[str], Answer] = request) -> Iterator[tuple[Link, Answer]]:
    """Each link with its answer, in the order of the links."""
    links_of_host: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        links_of_host[urlsplit(link.url).hostname or ""].append(link)

    def check_host(links: list[Link]) -> list[tuple[Link, Answer]]:
        return [(link, get_answer(link.url)) for link in links]

    answers: dict[str, Answer] = {}
    with ThreadPoolExecutor(MAX_CONCURRENT_HOSTS) as pool:
        for number, checked in enumerate(pool.map(check_host, links_of_host.values()), 1):
            progress(f"checked {number} of {len(links_of_host)} hosts")
            answers |= {link.url: answer for link, answer in checked}
    yield from ((link, answers[link.url]) for link in links)

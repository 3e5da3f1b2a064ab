"""Every address of a roadmap is asked for once, a few at a time, and never one host twice at once."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlsplit

from learning_roadmap.datafile import DataFile, placed_entries, texts
from learning_roadmap.linkcheck.http import Answer, ask

AT_ONCE = 8


@dataclass(frozen=True)
class Link:
    """An address in the data file: its line and the entry it belongs to."""

    url: str
    line: int
    id: str
    title: str


def links_of(data: DataFile) -> list[Link]:
    """Every address of an entry, in reading order, each once."""
    found: dict[str, Link] = {}
    for entry in placed_entries(data.tree):
        for url, mark in texts(entry.block, "url"):
            found.setdefault(url, Link(url, mark[0], entry.id or "", entry.title))
    return list(found.values())


def look(links: list[Link], progress: Callable[[str], None], asked: Callable[[str], Answer] = ask) -> Iterator[tuple[Link, Answer]]:
    """Each link with its answer, in the order of the links."""
    hosts: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        hosts[urlsplit(link.url).hostname or ""].append(link)

    def one_host(of_host: list[Link]) -> list[tuple[Link, Answer]]:
        return [(link, asked(link.url)) for link in of_host]

    answers: dict[str, Answer] = {}
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for number, done in enumerate(pool.map(one_host, hosts.values()), 1):
            progress(f"asked {number} of {len(hosts)} hosts")
            answers |= {link.url: answer for link, answer in done}
    yield from ((link, answers[link.url]) for link in links)

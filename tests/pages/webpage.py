"""Reads built HTML: ids, addresses, elements."""

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


@dataclass
class Seen(HTMLParser):
    """What a page holds."""

    ids: Counter[str] = field(default_factory=Counter)
    links: list[str] = field(default_factory=list)
    assets: list[str] = field(default_factory=list)
    ticks: Counter[str] = field(default_factory=Counter)
    scopes: dict[str, int] = field(default_factory=dict)
    scripts: int = 0
    text: list[str] = field(default_factory=list)
    _scope: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids[values["id"]] += 1
        if "href" in values and tag == "a":
            self.links.append(values["href"])
        elif "href" in values and values.get("rel") != "canonical":
            self.assets.append(values["href"])
        if "src" in values:
            self.assets.append(values["src"])
        if "data-tick" in values:
            self.ticks[values["data-tick"]] += 1
        if "data-scope" in values:
            self._scope = values["data-scope"]
        if tag == "progress" and self._scope:
            self.scopes[self._scope] = int(values["max"])
        self.scripts += tag == "script"

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def see(text: str) -> Seen:
    """Parse a page."""
    seen = Seen()
    seen.feed(text)
    seen.close()
    return seen


def broken_links(site: Path) -> list[str]:
    """Every address of a page or asset that leads nowhere; external links are not followed.

    The client shows the path to the entry that ``#goal=`` names; such an entry has an anchor on some page, after the name of its kind.
    """
    pages = {path: see(path.read_text("utf-8")) for path in site.rglob("*.html") if path.name != "404.html"}
    entries = {id.partition("-")[2] for seen in pages.values() for id in seen.ids}
    found = []
    for path, seen in pages.items():
        for address in (*seen.links, *seen.assets):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            target = path if not parts.path else (path.parent / unquote(parts.path)).resolve()
            if target.is_dir():
                target /= "index.html"
            if not target.is_file():
                found.append(f"{path.relative_to(site)}: {address}")
            elif parts.fragment.startswith("goal="):
                if (target.parent.name != "path" and target.name != "path.html") or parts.fragment.removeprefix("goal=") not in entries:
                    found.append(f"{path.relative_to(site)}: {address} (no such goal)")
            elif parts.fragment and unquote(parts.fragment) not in pages[target].ids:
                found.append(f"{path.relative_to(site)}: {address} (no such anchor)")
    return found

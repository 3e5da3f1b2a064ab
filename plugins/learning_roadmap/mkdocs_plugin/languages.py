"""The languages of a site, which ``extra.alternate`` lists as for Material: the addresses of one page in each of them.

Every language is a site of its own, and all of them are built from one roadmap. So the pages made from the data are in all of them.
Handwritten pages are in another language if they are in its folder of pages, which ``docs_dir`` names there.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as SitePage

# Material announces the home pages as the other languages of every page.
HOME_LINK = re.compile(r'<link rel="alternate" href="[^"]*" hreflang="[^"]*">\s*')


@dataclass(frozen=True)
class Alternate:
    """A language of the site.

    Attributes:
        name: as the switch shows it, such as 简体中文.
        language: its code.
        path: of the page in this language, relative to the root of the site that is built; of the home page where there is no such page.
        is_same_page: whether this language has the page.
    """

    name: str
    language: str
    path: str
    is_same_page: bool

    def address(self, root: str) -> str:
        """The address of the page, as seen from where ``root`` leads to the root of the site."""
        return self.path if self.path.startswith("/") or "://" in self.path else f"{root.rstrip('/')}/{self.path}"


def alternates(config: MkDocsConfig, page: SitePage | None, generated: Iterable[str]) -> Iterator[Alternate]:
    """The languages of a site, as seen from one of its pages; None for a page of the theme, such as 404.html.

    Args:
        generated: paths of the pages that are made from the data.
    """
    for entry in _entries(config):
        home = str(entry.get("link", ""))
        own = page is not None and (page.file.src_uri in generated or _has_page(config, entry, page.file.src_uri))
        path = _folder(home) + page.url if page is not None and own else home
        yield Alternate(str(entry.get("name", "")), str(entry.get("lang", "")), path, own)


def absolute_alternates(config: MkDocsConfig, page: SitePage, generated: Iterable[str]) -> list[tuple[str, str]]:
    """The languages and absolute addresses of a page, for search engines; empty if only one language has it."""
    if not config.site_url:
        return []
    site = f"{config.site_url.rstrip('/')}/"
    pages = [(one.language, urljoin(site, one.path)) for one in alternates(config, page, generated) if one.is_same_page]
    return pages if len(pages) > 1 else []


def sitemaps(config: MkDocsConfig) -> list[str]:
    """Absolute addresses of the site maps of all languages. The site's address must be known."""
    site = f"{(config.site_url or '').rstrip('/')}/"
    return list(dict.fromkeys(urljoin(site, f"{root}sitemap.xml") for root in ("", *language_roots(config))))


def language_roots(config: MkDocsConfig) -> tuple[str, ...]:
    """The roots of the site in each of its languages, as seen from its own; empty for a site in one language."""
    return tuple(_folder(str(entry.get("link", ""))) for entry in _entries(config))


def without_home_links(html: str) -> str:
    """A page without Material's links to the home pages in other languages: they would be announced as translations of it."""
    return HOME_LINK.sub("", html)


def _entries(config: MkDocsConfig) -> list[dict[str, Any]]:
    listed = config.extra.get("alternate")
    return [entry for entry in listed if isinstance(entry, dict)] if isinstance(listed, list) else []


def _folder(link: str) -> str:
    """The path of a folder, from that of its home page."""
    return link.removesuffix("index.html")


def _has_page(config: MkDocsConfig, entry: dict[str, Any], path: str) -> bool:
    if "docs_dir" not in entry:
        return False
    folder = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
    return (folder / str(entry["docs_dir"]) / path).is_file()

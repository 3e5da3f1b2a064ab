"""How the site presents itself elsewhere: heads of pages, pictures for previews, and files for programs that read the site."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as SitePage

from learning_roadmap.guide import CARD_SIZE, SITE_CARD, Card, cached_cards, site_cards
from learning_roadmap.mkdocs_plugin.languages import absolute_alternates, sitemaps
from learning_roadmap.model import RoadmapIndex
from learning_roadmap.pages import (
    DATA_FILES,
    FEED_FILE,
    MANIFEST,
    CardImage,
    Facts,
    Page,
    PageHead,
    Settings,
    breadcrumbs,
    course,
    feed,
    feed_title,
    llms_text,
    manifest,
    robots_text,
    summary_of,
    with_head,
    without_private,
)
from learning_roadmap.strings import Strings

CARDS = "assets/cards"


@dataclass
class Metadata:
    """What a site says of itself. Without an absolute address of the site, only what needs none.

    Attributes:
        pages: the generated pages by their paths.
        facts: what a site has to know of them besides their text, by their paths.
    """

    config: MkDocsConfig
    index: RoadmapIndex
    settings: Settings
    pages: dict[str, Page]
    facts: dict[str, Facts]
    _titles: dict[str, str] = field(default_factory=dict)
    _cards: dict[str, Card] = field(default_factory=dict)

    @property
    def _language(self) -> str:
        return self.settings.language

    @property
    def _has_feed(self) -> bool:
        return bool(self.settings.site_url and self.index.roadmap.published)

    def add_files(self, files: Files, cache: Path, fonts: Iterable[Path], card_texts: tuple[RoadmapIndex, Strings] | None) -> None:
        """Add what is not a page. A site's own file at an address takes precedence.

        Args:
            card_texts: the roadmap and the texts for the pictures, which may be in another language than the site; None for no pictures.
        """
        if card_texts and self.settings.site_url:
            index, strings = card_texts
            is_own = index is self.index
            cards = site_cards(index, strings, _plain(self.config.site_name) if is_own else index.roadmap.title)
            language = self._language if is_own else strings.language
            pictures = cached_cards(cards, len(index.roadmap.phases), tuple(fonts), cache, language)
            self._cards = {card.name: card for card in cards if card.name in pictures}
            for name, picture in pictures.items():
                self._add(files, f"{CARDS}/{name}.png", picture)
        if self._has_feed:
            self._add(files, FEED_FILE, feed(self.index, self.settings, self._language).encode())
        if self.settings.site_url:
            self._add(files, "robots.txt", robots_text(sitemaps(self.config)).encode())
        if self.settings.is_offline and self.config.theme.name == "material":
            text = manifest(self.settings, _plain(self.config.site_name), _plain(self.config.site_description), self._language)
            self._add(files, MANIFEST, text.encode())
        data = [path for path in DATA_FILES if files.get_file_from_path(path)]
        llms = llms_text(self.index, self.settings, _plain(self.config.site_name), self.pages.values(), data)
        self._add(files, "llms.txt", llms.encode())

    def _add(self, files: Files, path: str, content: bytes) -> None:
        if files.get_file_from_path(path) is None:
            files.append(File.generated(self.config, path, content=content))

    def describe(self, page: SitePage, html: str) -> None:
        """Give one of the site's own pages a description, if it has none: its first paragraph. The home page has that of the site."""
        is_described = page.meta.get("description") or (page.is_homepage and self.config.site_description)
        if not is_described and (summary := summary_of(html)):
            page.meta["description"] = escape(summary)

    def remember_titles(self, files: Files) -> None:
        """Remember the titles of all pages, for the way to each. Call it when all pages are read."""
        self._titles = {file.src_uri: _plain(file.page.title) for file in files.documentation_pages() if file.page}

    def head(self, html: str, page: SitePage) -> str:
        """A page with what it says of itself in its head."""
        generated = self.pages.get(page.file.src_uri)
        name, site = _plain(self.config.site_name), self.settings.site_url
        is_private = generated is not None and generated.is_private
        nodes: list[str] = []
        if site and not is_private:
            if page.is_homepage:
                nodes.append(course(self.index, self.settings, name))
            elif generated:
                nodes += self.facts[generated.path].nodes
            nodes += breadcrumbs(self._way(page, name))
        head = PageHead(
            title=name if page.is_homepage else _plain(page.title),
            description=_plain(page.meta.get("description") or self.config.site_description),
            site_name=name,
            url=page.canonical_url or "" if site else "",
            is_private=is_private,
            image=self._image(generated),
            feed=self.settings.absolute(FEED_FILE) if self._has_feed else "",
            feed_title=feed_title(self.index, self.settings),
            languages=[] if is_private else absolute_alternates(self.config, page, self.pages),
            nodes=nodes,
        )
        return with_head(html, head)

    def _image(self, generated: Page | None) -> CardImage | None:
        name = f"phase-{generated.entry}" if generated and generated.group == "phases" and generated.entry else SITE_CARD
        card = self._cards.get(name) or self._cards.get(SITE_CARD)
        if card is None:
            return None
        return CardImage(self.settings.absolute(f"{CARDS}/{card.name}.png"), *CARD_SIZE, f"{card.title} – {card.below}")

    def _way(self, page: SitePage, site_name: str) -> list[tuple[str, str]]:
        """The names and addresses of the pages that lead to a page: the home page, then the first page of each of its folders."""
        if page.is_homepage:
            return []
        path = page.file.src_uri
        folders = path.split("/")[:-1]
        parents = [f"{'/'.join(folders[: depth + 1])}{suffix}" for depth in range(len(folders)) for suffix in ("/index.md", ".md")]
        way = [(self._titles[parent], self.settings.absolute(parent)) for parent in parents if parent in self._titles and parent != path]
        return [(site_name, self.settings.site_url), *way, (_plain(page.title), page.canonical_url or self.settings.absolute(path))]

    def sitemap(self, text: str, files: Files) -> str:
        """The site map without private pages."""
        pages = (file.page for file in files.documentation_pages() if file.src_uri in self.pages and self.pages[file.src_uri].is_private)
        return without_private(text, {str(escape(page.canonical_url or page.abs_url or "")) for page in pages if page})


def _plain(text: object) -> str:
    """A title or description as plain text."""
    return Markup(str(text or "")).unescape()

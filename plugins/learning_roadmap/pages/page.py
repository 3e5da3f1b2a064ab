"""A finished page, and the settings that pages depend on."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin

from learning_roadmap.strings import Strings, english

# The groups of pages that only show what the browser has stored.
PRIVATE_GROUPS = frozenset({"dashboard", "shared"})
ID = 'id="'


@dataclass(frozen=True)
class Heading:
    """An entry of the table of contents. The title is plain text."""

    title: str
    id: str
    level: int
    children: tuple["Heading", ...] = ()


@dataclass(frozen=True)
class SearchEntry:
    """A search result. All fields are plain text.

    Attributes:
        text: what is searched besides the names.
        anchor: empty for the page itself.
        kind: the kind of the entry; empty for a page.
        label: the word for the entry, such as "book"; empty for a page.
        names: other names, and the wordings of the documents.
        place: the titles of what holds the entry on its page.
    """

    title: str
    text: str
    anchor: str = ""
    kind: str = ""
    label: str = ""
    names: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True)
class Page:
    """A page of the site.

    Attributes:
        path: its path as a source file, such as ``phases/foundations.md``.
        group: its group in the navigation, such as ``phases``.
        description: one sentence of plain text, for search engines.
        entry: id of the entry that the page is about, if any.
        is_wide: whether it hides the table of contents to use its width.
        is_alone: whether it is the only page of its group, so that a list of the pages of the group beside it says nothing.
        notices: what this page lacks, for those who build the site.
    """

    path: str
    group: str
    title: str
    html: str
    description: str
    toc: tuple[Heading, ...]
    search: tuple[SearchEntry, ...]
    entry: str | None = None
    is_wide: bool = False
    is_alone: bool = False
    notices: tuple[str, ...] = ()

    @property
    def is_private(self) -> bool:
        """Whether it only shows what the browser has stored, so that search engines should not list it."""
        return self.group in PRIVATE_GROUPS

    @property
    def anchors(self) -> frozenset[str]:
        """Every id on the page."""
        # Templates write all attributes and escape all text, so no id contains a quote. A pattern takes seven times as long.
        html, ids = self.html, set()
        start = html.find(ID)
        while start >= 0:
            begin = start + len(ID)
            if html[start - 1 : start].isspace():
                ids.add(html[begin : html.find('"', begin)])
            start = html.find(ID, begin)
        return frozenset(ids)


def _no_edit_link(_: str) -> str | None:
    return None


@dataclass(frozen=True)
class Settings:
    """Settings that depend on the site.

    Attributes:
        relative: the address of the page at the second path, as seen from the page at the first.
        edit: the address where an entry's lines in the data file can be edited; None where there is none.
        scope: the prefix of stored progress; empty for the site's path.
        strings: the texts of the pages and of the client.
        site_url: the address of the published site, with a slash at its end; empty if it is not known.
        is_offline: whether browsers store the site, to read it offline.
        language: the language of the pages.
        languages: the roots of the site in each of its languages, as seen from its own; empty for a site in one language.
    """

    relative: Callable[[str, str], str]
    edit: Callable[[str], str | None] = _no_edit_link
    scope: str = ""
    strings: Strings = field(default_factory=english)
    site_url: str = ""
    is_offline: bool = False
    language: str = "en"
    languages: tuple[str, ...] = ()

    def absolute(self, path: str) -> str:
        """The absolute address of a page, or of another file by its path in the site. The site's address must be known."""
        return urljoin(self.site_url, self.relative("index.md", path) if path.endswith(".md") else path)

    def with_absolute_addresses(self) -> "Settings":
        """Settings for what is read outside of the site, such as a feed. The site's address must be known."""
        return replace(self, relative=lambda _, there: self.absolute(there))

"""The address of each entry: its page and anchor."""

from functools import cached_property

from learning_roadmap.model import Entry, Paper, Phase, RoadmapIndex, kind_of, walk_outline

# With more papers there is a page for each phase, so that no page gets too heavy.
PAPERS_ON_A_PAGE = 120


def page_path(group: str, id: str) -> str:
    """The path of the page of one entry. The name ``index`` is reserved for the group's first page.

    >>> page_path("phases", "foundations"), page_path("phases", "index")
    ('phases/foundations.md', 'phases/index-.md')
    """
    return f"{group}/{id}-.md" if id == "index" else f"{group}/{id}.md"


def web_address(path: str, directory_urls: bool) -> str:
    """The address of a page relative to the site, as MkDocs writes it.

    >>> web_address("phases/mlops.md", False), web_address("phases/mlops.md", True), web_address("phases/index.md", True)
    ('phases/mlops.html', 'phases/mlops/', 'phases/')
    """
    bare = path.removesuffix(".md")
    if not directory_urls:
        return f"{bare}.html"
    return bare.removesuffix("index") if bare.rpartition("/")[2] == "index" else f"{bare}/"


class Addresses:
    """Finds the page and anchor of entries and of document lines."""

    def __init__(self, index: RoadmapIndex) -> None:
        self._index = index

    @cached_property
    def _lines(self) -> dict[str, frozenset[int]]:
        return {document.id: frozenset(item.line for item in walk_outline(document.outline)) for document in self._index.roadmap.documents}

    def anchor(self, entry: Entry) -> str:
        """The id of an entry's element on its page."""
        return f"{kind_of(entry).name}-{entry.id}"

    def home(self, entry: Entry) -> tuple[str, str]:
        """Path and anchor of an entry."""
        if isinstance(entry, Paper) and (phase := self.phase_of_paper(entry)):
            return page_path("papers", phase.id), self.anchor(entry)
        kind = kind_of(entry)
        if kind.has_own_page:
            return page_path(kind.list_name, entry.id), self.anchor(entry)
        path = f"{kind.page}.md" if kind.page else page_path("phases", self._index.phase_of[entry.id].id)
        return path, self.anchor(entry)

    def phase_of_paper(self, paper: Paper) -> Phase | None:
        """The phase on whose page of papers a paper is: that of its first topic. None if all papers, or those without topics, are on one page."""
        topic = next(iter(self._index.topics_of.get(paper.id, ())), None)
        return self._index.phase_of[topic] if topic and len(self._index.roadmap.papers) > PAPERS_ON_A_PAGE else None

    def line(self, document: str, line: int) -> tuple[str, str]:
        """Path and anchor of a document's line; no anchor when its outline has no such line."""
        anchor = f"line-{line}" if line in self._lines.get(document, ()) else ""
        return page_path("documents", document), anchor

"""Snippets for hand-written pages: a topic with its box, a progress bar, a link, a list, a count."""

import re
from collections.abc import Iterable, Mapping
from html import unescape
from typing import TypeVar

from learning_roadmap.diagnostics import FAMILIES, did_you_mean
from learning_roadmap.model import KINDS, Entry, Paper, Phase, Resource, RoadmapIndex, Section, Topic, statistics
from learning_roadmap.pages.agreement import Agreements
from learning_roadmap.pages.anchors import Addresses
from learning_roadmap.pages.dashboard import FRAMES, dashboard_path
from learning_roadmap.pages.last_change import last_change
from learning_roadmap.pages.map import map_of
from learning_roadmap.pages.page import Settings
from learning_roadmap.pages.view import View

# The template of all snippets
SNIPPETS = "snippets.html"
PIECES = re.compile(r"<[^>]*>|[^<]+")
ATTRIBUTE = re.compile(r'="([^"]*)"')

T = TypeVar("T")


class UnknownName(LookupError):
    """A page asks for something that the roadmap does not have."""

    def __init__(self, what: str, name: str, names: Iterable[str]) -> None:
        self.message = f"unknown {what} '{name}'"
        self.fix = did_you_mean(name, names, "use an id of the data file")
        super().__init__(f"{self.message} — {self.fix}")


class Snippets:
    """The snippets for one page. Each is HTML that Markdown leaves unchanged.

    Raises:
        UnknownName: for an id that is not in the roadmap.
    """

    def __init__(self, path: str, index: RoadmapIndex, settings: Settings) -> None:
        self.path = path
        self._view = View(path, index, Addresses(index), settings)
        self._index = index

    def topic(self, id: str) -> str:
        """A topic with its tick and a link to its row."""
        return self._piece("topic", entry=_lookup(self._index.topics, id, "topic"))

    def resource(self, id: str) -> str:
        """A link to a resource."""
        return self._link(id, "resource", Resource)

    def paper(self, id: str) -> str:
        """A link to a paper."""
        return self._link(id, "paper", Paper)

    def phase(self, id: str) -> str:
        """A link to a phase."""
        return self._link(id, "phase", Phase)

    def progress(self, id: str | None = None) -> str:
        """A bar: of a phase, a section, a topic with parts or a document; of everything without an id."""
        if id is None:
            size = len(self._view.work("all").to_learn)
            return self._piece("progress", scope="all", size=size, name=self._view.words("progress.whole_roadmap"))
        scopes: dict[str, Entry] = {
            key: located.entry
            for key, located in self._index.located.items()
            if isinstance(located.entry, Phase | Section) or (isinstance(located.entry, Topic) and located.entry.topics)
        }
        if id not in scopes and id in self._index.documents:
            document = self._index.documents[id]
            size = self._view.document_size(document)
            return self._piece("progress", scope=f"document:{id}", size=size, name=document.title)
        entry = _lookup(scopes, id, "phase, section, topic with subtopics, or document", self._index.documents)
        assert isinstance(entry, Phase | Section | Topic)
        scope = self._view.anchor(entry).replace("-", ":", 1)
        return self._piece("progress", scope=scope, size=self._view.size(entry), name=entry.title)

    def phases(self) -> str:
        """All phases with goal, duration and bar."""
        return self._piece("phases")

    def map(self) -> str:
        """The picture of the map, and a link to the list that says the same; nothing while there are no phases."""
        return self._piece("map", map=map_of(self._view)) if self._index.roadmap.phases else ""

    def documents(self) -> str:
        """All documents with their counts and bars."""
        return self._piece("documents")

    def welcome(self, guide: str = "", poster: str = "") -> str:
        """Where to begin and what the roadmap rests on; for a learner who has begun, where to continue. Nothing while there is no phase.

        Args:
            guide: the address of the study guide, if there is one.
            poster: the address of the poster, if there is one.
        """
        if not self._index.roadmap.phases:
            return ""
        has_placement = any(frame.name == "placement" for frame in FRAMES)
        agreements = Agreements(self._index)
        return self._piece(
            "welcome",
            placement=dashboard_path("placement") if has_placement else "",
            enough=agreements.enough,
            agreed=agreements.of().agreed,
            updated=last_change(self._index),
            guide=guide,
            poster=poster,
        )

    def start(self) -> str:
        """A button to the first phase; nothing while there is none."""
        return self._piece("start") if self._index.roadmap.phases else ""

    def rules(self) -> str:
        """Every rule of `roadmap check`, in families, each with its code as an anchor."""
        return "\n\n".join(f"## {family.title}\n\n{self._piece('rules', family=family)}" for family in FAMILIES)

    def statistics(self) -> str:
        """How complete the roadmap is, as a table."""
        return self._piece("statistics", figures=statistics(self._index))

    def count(self, what: str) -> int:
        """How many there are: ``topics`` counts those to learn, like the bars, and ``optional`` the rest of those that are ticked."""
        counts = {kind.list_name: len(self._index.of_kind[kind.name]) for kind in KINDS}
        all_work = self._view.work("all")
        counts |= {"topics": len(all_work.to_learn), "optional": len(all_work.optional), "exercises": len(all_work.exercises)}
        counts |= {"documents": len(self._index.documents)}
        return _lookup(counts, what, "count of")

    def _link(self, id: str, what: str, kind: type[Entry]) -> str:
        entries = {key: located.entry for key, located in self._index.located.items() if isinstance(located.entry, kind)}
        return self._piece("link", entry=_lookup(entries, id, what))

    def _piece(self, piece: str, **values: object) -> str:
        return for_markdown(self._view.render(SNIPPETS, piece=piece, **values))


def _lookup(table: Mapping[str, T], name: str, what: str, more: Iterable[str] = ()) -> T:
    if name not in table:
        raise UnknownName(what, name, (*table, *more))
    return table[name]


def for_markdown(html: str) -> str:
    """HTML on one line without anything that Markdown or an extension could read as markup.

    >>> for_markdown('<b title="a_b">*x* &lt;</b>')
    '<b title="a_b">&#42;x&#42; &#60;</b>'
    """
    line = " ".join(html.split())
    return "".join(
        ATTRIBUTE.sub(lambda match: f'="{coded(unescape(match[1]), " -./#:_")}"', piece) if piece.startswith("<") else coded(unescape(piece), " ")
        for piece in PIECES.findall(line)
    )


def coded(text: str, plain: str) -> str:
    """``text`` with every character as a character reference, except letters, digits and those in ``plain``.

    >>> coded("a_b {c}", " ")
    'a&#95;b &#123;c&#125;'
    """
    return "".join(character if character.isalnum() or character in plain else f"&#{ord(character)};" for character in text)

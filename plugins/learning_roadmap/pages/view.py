"""What templates can look up while they render one page: links relative to it, and relations of entries."""

from collections.abc import Iterable

from learning_roadmap.model import (
    Document,
    Entry,
    OutlineItem,
    Phase,
    Project,
    Provenance,
    RoadmapIndex,
    Section,
    Topic,
    kind_of,
    word_for,
)
from learning_roadmap.pages.anchors import Addresses, page_path
from learning_roadmap.pages.page import Settings
from learning_roadmap.pages.rendering import TextFunction, render, text_function


class View:
    """The roadmap as seen from the page at ``path``."""

    def __init__(self, path: str, index: RoadmapIndex, addresses: Addresses, settings: Settings) -> None:
        self.path = path
        self.index = index
        self.addresses = addresses
        self._settings = settings
        self._relative: dict[str, str] = {path: ""}

    @property
    def text(self) -> TextFunction:
        """Looks up a text of the pages and returns it as HTML."""
        return text_function(self._settings.strings)

    def words(self, key: str, /, **values: object) -> str:
        """A text of the pages, as plain text."""
        return self._settings.strings.text(f"pages.{key}", **values)

    def label(self, word: str) -> str:
        """A label, in the site's own wording if it has one."""
        return self._settings.strings.label(word)

    def render(self, template: str, **values: object) -> str:
        """The HTML of a template, rendered for this page."""
        return render(template, view=self, text=self.text, **values)

    def at(self, path: str) -> "View":
        """The same roadmap, seen from another page."""
        return View(path, self.index, self.addresses, self._settings)

    def page(self, path: str, anchor: str = "") -> str:
        """Address of a page, or of an anchor on it."""
        if path not in self._relative:
            self._relative[path] = self._settings.relative(self.path, path)
        if anchor:
            return f"{self._relative[path]}#{anchor}"
        return self._relative[path] or self._settings.relative(self.path, path)

    def to(self, entry: Entry) -> str:
        """Address of an entry; for a phase, that of its page."""
        path, anchor = self.addresses.home(entry)
        return self.page(path, "" if isinstance(entry, Phase) else anchor)

    def document(self, document: Document) -> str:
        """Address of a document's page."""
        return self.page(page_path("documents", document.id))

    def line(self, source: Provenance) -> str:
        """Address of the line that a provenance names."""
        return self.page(*self.addresses.line(source.document, source.line))

    def anchor(self, entry: Entry) -> str:
        """The id of an entry's element on its page."""
        return self.addresses.anchor(entry)

    def edit(self, entry: Entry) -> str | None:
        """Where the entry's lines can be edited."""
        return self._settings.edit(entry.id)

    def size(self, entry: Phase | Section | Topic) -> int:
        """How many topics count within an entry."""
        return len(self.index.leaves_of(entry))

    def document_size(self, document: Document) -> int:
        """How many topics count for a document."""
        return len(self.index.leaves_of_document[document.id])

    def wordings(self, entry: Entry) -> list[tuple[Document, list[Provenance]]]:
        """The wordings of an entry by document, in the order of the documents."""
        wordings: dict[str, list[Provenance]] = {}
        for source in entry.named:
            wordings.setdefault(source.document, []).append(source)
        return [(document, wordings[document.id]) for document in self.index.roadmap.documents if document.id in wordings]

    def topics(self, ids: Iterable[str]) -> list[Topic]:
        """Topics by their ids."""
        return [self.index.topics[id] for id in ids if id in self.index.topics]

    def topics_of(self, entry: Entry) -> list[Topic]:
        """The topics that refer to an entry, or that it refers to."""
        if kind_of(entry).is_material:
            return self.topics(self.index.topics_of.get(entry.id, ()))
        return self.topics(getattr(entry, "topics", ()))

    def material(self, topic: Topic) -> list[tuple[str, list[Entry]]]:
        """A topic's resources and papers, by kind."""
        entries_by_kind: dict[str, list[Entry]] = {}
        for id in self.index.material_of.get(topic.id, ()):
            if located := self.index.located.get(id):
                entries_by_kind.setdefault(self.label(word_for(located.entry)), []).append(located.entry)
        return list(entries_by_kind.items())

    def phase_of(self, entry: Entry) -> Phase | None:
        """The phase that holds an entry."""
        return self.index.phase_of.get(entry.id)

    def projects_of(self, phase: Phase) -> list[Project]:
        """The projects that use topics of a phase."""
        return [project for project in self.index.roadmap.projects if any(self.index.phase_of.get(topic) is phase for topic in project.topics)]

    def projects(self, section: Section) -> list[Project]:
        """The projects that are built in a section, in its order."""
        by_id = {project.id: project for project in self.index.roadmap.projects}
        return [by_id[id] for id in section.projects]

    def named_by(self, document: str, item: OutlineItem) -> tuple[Entry, ...]:
        """The entries that a document's line names."""
        return self.index.named_at.get((document, item.line), ())

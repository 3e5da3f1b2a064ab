"""What templates can look up while they render one page: links relative to it, and relations of entries."""

from collections.abc import Iterable
from urllib.parse import urljoin

from markupsafe import Markup

from learning_roadmap.model import (
    Access,
    Coverage,
    Document,
    Entry,
    Level,
    Milestone,
    OutlineItem,
    Paper,
    Phase,
    Position,
    Project,
    Provenance,
    Resource,
    ResourcePart,
    RoadmapIndex,
    Section,
    Status,
    Topic,
    Work,
    kind_of,
    phase_time,
    section_hours,
    walk_topics,
    word_for,
    work,
)
from learning_roadmap.pages.agreement import CORE, is_core
from learning_roadmap.pages.anchors import Addresses, page_path
from learning_roadmap.pages.bibliography import authors_of, csl_name
from learning_roadmap.pages.map_filters import has_project
from learning_roadmap.pages.page import Settings
from learning_roadmap.pages.rendering import TextFunction, render, text_function
from learning_roadmap.pages.rounding import rounded


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

    @property
    def language(self) -> str:
        """The language of the pages."""
        return self._settings.language

    @property
    def foreign(self) -> Markup:
        """The attribute of a text that is not translated; empty if it is in the language of the page, or its language is not known."""
        own = self.index.roadmap.language
        return Markup(' lang="{}"').format(own) if own and own != self.language else Markup("")

    def foreign_summary(self, entry: Entry) -> Markup:
        """The same for the summary of an entry."""
        is_translated = any(one.summary for one in entry.translations if one.language == self._settings.strings.language)
        return Markup("") if is_translated else self.foreign

    @property
    def site_url(self) -> str:
        """The address of the published site; empty if it is not known."""
        return self._settings.site_url

    @property
    def is_offline(self) -> bool:
        """Whether browsers store the site, to read it offline."""
        return self._settings.is_offline

    def file(self, path: str) -> str:
        """Address of another file of the site. Its path is relative to the site's root."""
        root = self.page("index.md") if self.path != "index.md" else self._settings.relative("index.md", "index.md")
        return urljoin(root, path)

    def to(self, entry: Entry) -> str:
        """Address of an entry; if it has a page of its own, that of the page."""
        path, anchor = self.addresses.home(entry)
        return self.page(path, "" if kind_of(entry).has_own_page else anchor)

    def path_to(self, entry: Entry) -> str | None:
        """Address of the path that leads to an entry, which the client shows. None for a milestone whose goals cover nothing."""
        if isinstance(entry, Milestone) and not any(goal.covers for goal in entry.goals):
            return None
        return self.page("dashboard/path.md", f"goal={entry.id}")

    def document(self, document: Document) -> str:
        """Address of a document's page."""
        return self.page(page_path("documents", document.id))

    def line(self, source: Provenance | Position) -> str:
        """Address of the line that a provenance or a position names."""
        return self.page(*self.addresses.line(source.document, source.line or 0))

    def anchor(self, entry: Entry) -> str:
        """The id of an entry's element on its page."""
        return self.addresses.anchor(entry)

    def edit(self, entry: Entry) -> str | None:
        """Where the entry's lines can be edited."""
        return self._settings.edit(entry.id)

    def duration(self, phase: Phase) -> str:
        """The duration that the roadmap states for a phase; else the weeks that its hours take, if all of them are known."""
        time = phase_time(self.index, phase)
        if phase.duration or not time.weeks or time.timed.count < time.timed.total:
            return phase.duration or ""
        return self.words("counts.weeks", count=rounded(time.weeks))

    def number(self, phase: Phase) -> int:
        """The number of a phase, from 1."""
        return self.index.phase_numbers[phase.id]

    def size(self, entry: Phase | Section | Topic) -> int:
        """How many topics there are to learn within an entry."""
        return len(work(self.index, entry).to_learn)

    def document_size(self, document: Document) -> int:
        """How many topics there are to learn for a document."""
        return len(work(self.index, document).to_learn)

    def work(self, scope: str) -> Work:
        """What a bar counts: ``all``, or such as ``phase:foundation``."""
        kind, _, id = scope.partition(":")
        if kind == "all":
            return work(self.index)
        entry = self.index.documents[id] if kind == "document" else self.index.located[id].entry
        assert isinstance(entry, Phase | Section | Topic | Document)
        return work(self.index, entry)

    def wordings(self, entry: Entry) -> list[tuple[Document, list[Provenance]]]:
        """The wordings of an entry by document, in the order of the documents."""
        wordings: dict[str, list[Provenance]] = {}
        for source in entry.named:
            wordings.setdefault(source.document, []).append(source)
        return [(self.index.documents[id], wordings[id]) for id in sorted(wordings, key=self.index.document_numbers.__getitem__)]

    def topics(self, ids: Iterable[str]) -> list[Topic]:
        """Topics by their ids."""
        return [self.index.topics[id] for id in ids if id in self.index.topics]

    def topics_of(self, entry: Entry) -> list[Topic]:
        """The topics that refer to an entry, or that it refers to."""
        if kind_of(entry).is_material:
            return self.topics(self.index.topics_of.get(entry.id, ()))
        return self.topics(getattr(entry, "topics", ()))

    def entry(self, id: str) -> Entry:
        """An entry by its id."""
        return self.index.located[id].entry

    def fate(self, status: Status) -> str:
        """What has become of something, and since when."""
        return self.words(f"status.since.{status.fate}", since=status.since) if status.since else self.words(f"status.{status.fate}")

    def readings(self, resource: Resource) -> list[tuple[ResourcePart | None, tuple[Topic, ...]]]:
        """The parts of a resource with the topics that are learned from each; then, with None, those that need it as a whole."""
        readers = self.index.readers_of
        by_part: list[tuple[ResourcePart | None, tuple[Topic, ...]]] = [(part, readers.get((resource.id, part.id), ())) for part in resource.parts]
        shown = {topic.id for _, topics in by_part for topic in topics}
        whole = tuple(topic for topic in self.topics_of(resource) if topic.id not in shown or topic in readers.get((resource.id, None), ()))
        return [*by_part, (None, whole)] if whole else by_part

    @property
    def core_size(self) -> int:
        """In how many documents a topic of the core is."""
        return CORE

    def is_core(self, entry: Entry) -> bool:
        """Whether an entry is of the core."""
        return is_core(self.index, entry)

    def has_project(self, entry: Entry) -> bool:
        """Whether a project uses an entry."""
        return has_project(self.index, entry)

    def is_free(self, resource: Resource) -> bool:
        """Whether a resource is free for everyone, or nothing else is known."""
        return resource.access in (None, Access.FREE)

    def word_for(self, entry: Entry) -> str:
        """The name of an entry's kind."""
        return self.label(word_for(entry))

    def coverage(self, coverage: Coverage) -> str:
        """What a coverage counts, in words."""
        return self.words(f"coverage.{coverage.of}.{coverage.name}")

    def section_hours(self, section: Section) -> float:
        """The hours of a section; 0 if they are not known."""
        return section_hours(section)

    def citation(self, paper: Paper) -> str:
        """The first author and the year of a paper; empty if it has neither."""
        names, has_others = authors_of(paper)
        name = csl_name(names[0]) if names else {}
        family = " ".join(filter(None, (name.get("non-dropping-particle"), name.get("family", name.get("literal")))))
        if len(names) > 1 or has_others:
            family = self.words("row.and_others", author=family)
        return ", ".join(filter(None, (family, str(paper.year or ""))))

    def papers_of(self, topic: Topic) -> list[Paper]:
        """The papers of a topic, in its order."""
        entries = (self.index.located[id].entry for id in topic.papers)
        return [entry for entry in entries if isinstance(entry, Paper)]

    def other_material(self, topic: Topic) -> list[tuple[str, list[Entry]]]:
        """The material of a topic that is neither among its readings nor among its papers, by kind."""
        shown = {*topic.papers, *(link.resource for link in topic.read)}
        entries_by_kind: dict[str, list[Entry]] = {}
        for id in self.index.material_of.get(topic.id, ()):
            if id not in shown and (located := self.index.located.get(id)):
                entries_by_kind.setdefault(self.label(word_for(located.entry)), []).append(located.entry)
        return list(entries_by_kind.items())

    def phase_of(self, entry: Entry) -> Phase | None:
        """The phase that holds an entry."""
        return self.index.phase_of.get(entry.id)

    def projects_of(self, phase: Phase) -> list[Project]:
        """The projects that use topics of a phase."""
        topics = (topic for section in phase.sections for topic in walk_topics(section.topics))
        ids = {project.id for topic in topics for project in self.projects_with(topic)}
        return [project for project in self.index.roadmap.projects if project.id in ids]

    def projects_with(self, entry: Entry) -> tuple[Project, ...]:
        """The projects that use an entry."""
        return self.index.projects_using.get(entry.id, ())

    def levels(self, phase: Phase) -> list[Level]:
        """The levels of a phase's topics, from the lowest."""
        levels = {topic.level for section in phase.sections for topic in walk_topics(section.topics)}
        return [level for level in Level if level in levels]

    def projects(self, section: Section) -> list[Project]:
        """The projects that are built in a section, in its order."""
        return [project for id in section.projects if isinstance(project := self.entry(id), Project)]

    def named_by(self, document: str, item: OutlineItem) -> tuple[Entry, ...]:
        """The entries that a document's line names."""
        return self.index.named_at.get((document, item.line), ())

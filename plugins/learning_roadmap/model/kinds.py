"""The one table of entry kinds. Whatever the engine knows of a kind as such stands in its record here, or follows from it.

How to add a kind
-----------------

Podcasts, say: each has a title, a host and an address, serves some topics, and is ticked when it was heard.

1. Its class goes to :mod:`learning_roadmap.model.entries`::

    class Podcast(Entry):
        \"\"\"A podcast worth hearing.\"\"\"

        host: Text | None = Field(default=None, description="Who speaks.")
        url: Url | None = Field(default=None, description="Its web address.")
        topics: tuple[Id, ...] = Field(default=(), description="Topics it speaks of.")

2. Its record goes to :data:`KINDS`, where it is to stand in a navigation::

    Kind(
        "podcast", "podcasts", Podcast, heading="Podcasts", page="podcasts", about="Something to hear on the way.",
        is_ticked=True, is_material=True, details=("host",), search_fields=("host",), refers_to=TOPICS,
    ),

That is all. A data file may now have a list ``podcasts:``, with its fields in the JSON Schema; unknown fields, ids that stand twice and topics
that are not there are found; ``roadmap add podcast`` has an option for each field, and ``rename``, ``move``, ``merge``, ``split``, ``retire``
and ``diff`` know it; a page lists what there is, with boxes, search entries and links to and from topics; navigation, export, study guide and
"My guide" have it too.

What a kind may want beyond that, each by itself:

- *A page that looks different*: a function in ``pages``, named in ``pages/build.py``. A chapter of its own in the study guide: in ``guide``.
- *A name in Python*: ``roadmap.podcasts`` is there; a type checker wants it declared in :class:`learning_roadmap.model.roadmap.RoadmapLists`.
- *A holder*: name it in ``parents``, and give the holder's class the list. What a phase, section or milestone holds is drawn by the
  template of its page.
- *Documents that bring it*: an :class:`~learning_roadmap.model.documents.ItemKind` in ``lines``, a heading in ``sources/headings.py`` that
  opens a list of such lines, and where a line says more than a title, a case in ``merge/kinds.py``.

``tests/model/test_kinds.py`` says what a record lacks; ``tests/model/test_new_kind.py`` adds this very kind and tries all of the above.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from learning_roadmap.model.documents import ItemKind
from learning_roadmap.model.entries import (
    Certification,
    Conference,
    Entry,
    Form,
    FormField,
    Goal,
    Milestone,
    Outcome,
    Paper,
    Practice,
    Project,
    Resource,
    ResourceKind,
    RoutineBlock,
    RoutineItem,
    Tip,
)
from learning_roadmap.model.topics import Phase, Section, Topic


@dataclass(frozen=True, eq=False)
class Kind:
    """A kind of entry.

    Attributes:
        name: in messages, commands and tombstones, and before the id in an anchor: ``podcast-<id>``.
        list_name: the list that holds such entries, in the data file and as a field of the holder's class.
        model: the class.
        heading: title of a list of them.
        page: the page that lists them, and its group in a navigation; nothing where each stands on the page of its phase.
        page_title: of that page, where it is not the heading.
        about: what the page is for, in a sentence.
        label: what one is called in a sentence; its name, if nothing else is said.
        parents: kinds that can hold it; none where the roadmap itself does.
        refers_to: fields with ids of other entries, and the kinds these may be of.
        is_material: whether a topic lists those that serve it.
        is_ticked: whether a learner ticks it.
        is_ticked_in_documents: whether it has its box on the page of a document, too, and not just a link.
        has_unique_title: whether two with one title are most likely one.
        has_own_chapter: whether the study guide and "My guide" draw it in a way of its own, not as a list.
        details: fields that are printed after the title.
        search_fields: fields that search looks into, beside all names.
        lines: what lines of documents become one.
        is_covered: whether each such line must be in the roadmap.
        commas: what commas mean in such a line: nothing, a list, or a list unless they belong to a title.
        may_become: kinds of the successors it may have; its own, if nothing else is said.
    """

    name: str
    list_name: str
    model: type[Entry]
    heading: str
    page: str = ""
    page_title: str = ""
    about: str = ""
    label: str = ""
    parents: tuple[str, ...] = ()
    refers_to: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    is_material: bool = False
    is_ticked: bool = False
    is_ticked_in_documents: bool = False
    has_unique_title: bool = False
    has_own_chapter: bool = False
    details: tuple[str, ...] = ()
    search_fields: tuple[str, ...] = ()
    lines: tuple[ItemKind, ...] = ()
    is_covered: bool = True
    commas: Literal["text", "list", "title"] = "text"
    may_become: tuple[str, ...] = ()


TOPICS = {"topics": ("topic",)}
MAP = ("phase", "section", "topic")
RESOURCE_LINES = tuple(ItemKind(kind.value) for kind in ResourceKind)

# In the order in which a navigation lists them; what others hold comes after its holder.
KINDS: tuple[Kind, ...] = (
    Kind("phase", "phases", Phase, "Phases", has_own_chapter=True, has_unique_title=True, may_become=MAP),
    Kind(
        "section", "sections", Section, "Sections",
        parents=("phase",), refers_to={"projects": ("project",)}, may_become=MAP,
    ),
    Kind(
        "topic", "topics", Topic, "Topics",
        parents=("section", "topic"), refers_to={"resources": ("resource",), "papers": ("paper",)},
        is_ticked=True, is_ticked_in_documents=True, has_unique_title=True, search_fields=("summary",),
        lines=(ItemKind.TOPIC,), commas="list",
    ),
    Kind(
        "practice", "practice", Practice, "Practice",
        label="exercise", parents=("section",), refers_to=TOPICS, is_ticked=True, is_ticked_in_documents=True, lines=(ItemKind.PRACTICE,),
    ),
    Kind(
        "resource", "resources", Resource, "Resources",
        page="resources", about="Courses, books, documentation, tools and communities.", has_own_chapter=True,
        refers_to=TOPICS, is_material=True, is_ticked=True, has_unique_title=True,
        details=("authors", "provider", "purpose"), search_fields=("purpose", "provider"),
        lines=RESOURCE_LINES, commas="title",
    ),
    Kind(
        "paper", "papers", Paper, "Papers",
        page="papers", about="Research papers, and the topics they belong to.", has_own_chapter=True,
        refers_to=TOPICS, is_material=True, is_ticked=True, has_unique_title=True,
        details=("authors", "year"), lines=(ItemKind.PAPER,), commas="title",
    ),
    Kind(
        "project", "projects", Project, "Projects",
        page="projects", about="Things to build, by how demanding they are.", has_own_chapter=True,
        refers_to=TOPICS, is_ticked=True, is_ticked_in_documents=True, has_unique_title=True, lines=(ItemKind.PROJECT,), commas="list",
    ),
    Kind(
        "milestone", "milestones", Milestone, "Milestones",
        page="milestones", about="What to have reached, and when.", has_own_chapter=True, lines=(ItemKind.MILESTONE,),
    ),
    Kind(
        "goal", "goals", Goal, "Goals",
        page="milestones", parents=("milestone",), is_ticked=True, lines=(ItemKind.MILESTONE_GOAL,),
        refers_to={"covers": (*MAP, "practice", "project")},
    ),
    Kind(
        "routine", "routine", RoutineBlock, "Routine",
        page="routine", about="Habits for the day and the week.", has_own_chapter=True, lines=(ItemKind.ROUTINE,),
    ),
    Kind("habit", "items", RoutineItem, "Habits", page="routine", parents=("routine",), details=("condition",), lines=(ItemKind.ROUTINE_ITEM,)),
    Kind(
        "tip", "tips", Tip, "Tips",
        page="tips", about="Advice for the way.", has_own_chapter=True, details=("reason",), search_fields=("reason",), lines=(ItemKind.TIP,),
    ),
    Kind(
        "certification", "certifications", Certification, "Certifications",
        page="certifications", page_title="Certifications and outcomes",
        about="Certificates to earn, conferences to follow, and where the road leads.",
        details=("provider",), search_fields=("provider",), lines=(ItemKind.CERTIFICATION,), commas="list",
    ),
    Kind("conference", "conferences", Conference, "Conferences", page="certifications", lines=(ItemKind.CONFERENCE,), commas="list"),
    Kind("outcome", "outcomes", Outcome, "Outcomes", page="certifications", details=("roles",), lines=(ItemKind.OUTCOME,), is_covered=False),
    Kind(
        "form", "forms", Form, "Tracking sheets",
        page="tracking", about="Sheets to print and fill in.", has_own_chapter=True, lines=(ItemKind.FORM,),
    ),
    Kind("field", "fields", FormField, "Fields", page="tracking", parents=("form",), lines=(ItemKind.FORM_FIELD,)),
)  # fmt: skip

KIND: Mapping[str, Kind] = {kind.name: kind for kind in KINDS}
KIND_OF_LIST: Mapping[str, str] = {kind.list_name: kind.name for kind in KINDS}
KIND_OF_LINE: Mapping[ItemKind, Kind] = {line: kind for kind in KINDS for line in kind.lines}
# Lines with a box on the page of their document: they stand in lists, even when they hold something.
TICKED_LINES = frozenset(line for line, kind in KIND_OF_LINE.items() if kind.is_ticked_in_documents)
# Those that the roadmap itself holds.
OUTER_KINDS: tuple[Kind, ...] = tuple(kind for kind in KINDS if not kind.parents)
# Fields with ids of other entries, whatever entry they stand in, and the kinds that these may be of.
REFERENCES: Mapping[str, tuple[str, ...]] = {name: kinds for kind in KINDS for name, kinds in kind.refers_to.items()}
_KIND_OF_MODEL: Mapping[type[Entry], Kind] = {kind.model: kind for kind in KINDS}
_INNER_KINDS: Mapping[str, tuple[Kind, ...]] = {
    holder.name: tuple(kind for kind in KINDS if holder.name in kind.parents) for holder in KINDS
}  # fmt: skip


def kind_of(entry: Entry) -> Kind:
    """The kind of an entry.

    >>> kind_of(Tip(id="a", title="A")).name
    'tip'
    """
    return _KIND_OF_MODEL[type(entry)]


def inner_kinds(kind: Kind) -> tuple[Kind, ...]:
    """The kinds that one of this kind can hold.

    >>> [inner.name for inner in inner_kinds(KIND["section"])]
    ['topic', 'practice']
    """
    return _INNER_KINDS[kind.name]


def parts_of(entry: Entry) -> Iterator[Entry]:
    """What an entry holds, in the order of the table: a section's topics, then its exercises."""
    for kind in inner_kinds(kind_of(entry)):
        yield from getattr(entry, kind.list_name)


def with_parts(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Entries, each followed by all that it holds."""
    for entry in entries:
        yield entry
        yield from with_parts(parts_of(entry))

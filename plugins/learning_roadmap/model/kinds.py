"""The table of entry kinds: one record for each kind that a roadmap can hold. All other lists of kinds follow from it.

How to add a kind
-----------------

As an example, podcasts. A podcast has a title, a host and an address, belongs to some topics, and is ticked once heard.

1. Add a class to :mod:`learning_roadmap.model.entries`::

    @record
    class Podcast(Entry):
        \"\"\"A podcast worth hearing.\"\"\"

        host: Text | None = field(default=None, description="Speaker.")
        url: Url | None = field(default=None, description="Web address.")
        topics: tuple[Id, ...] = field(default=(), description="Topics that it covers.")

2. Add a record to :data:`KINDS`, at its place in the navigation::

    Kind(
        "podcast", "podcasts", entries.Podcast, heading="Podcasts",
        page="podcasts", about="Podcasts to listen to along the way.",
        refers_to=TOPICS, is_material=True,
        is_ticked=True,
        details=("host",), search_fields=("host",),
    ),

3. Run ``roadmap schema``, which writes the JSON Schema anew.

That is all. The data file can now have a list ``podcasts:``. It is validated, checked and compared like any other list;
``roadmap add podcast`` has an option for each field, ``set`` changes each, and ``list``, ``show``, ``rename``, ``move``,
``merge``, ``split`` and ``retire`` work on podcasts. They get a page with boxes, links to and from their topics, and search
entries, a group in the navigation, and a chapter in the study guide, in "My progress" and in the learner's Markdown export.

Optional steps, each independent of the others:

- **A different page**: write a function in ``pages`` and add it to ``PAGES`` in ``pages/build.py``.
- **A page for each entry**: set ``has_own_page``, give ``page`` the name of the list, and add the pages in ``build_pages``.
- **A chapter of its own** in the study guide and in "My progress": set ``has_own_chapter`` and draw it there.
- **Typed access**: ``roadmap.podcasts`` exists; for type checkers, declare it in ``RoadmapLists`` in ``model/roadmap.py``.
- **A kind that another kind holds**: set ``parents``, and give the parent's class the list. On pages of list kinds its
  entries are nested in their parent; what a phase, section, milestone, routine or form holds is drawn by the page's template.
- **Import from documents**: add an ``ItemKind`` and list it in ``lines``; add a row to ``sources/rules/lists.py`` for the
  headings over such items. If an item says more than its title, add a case to ``merge/extract_fields.py``.

``tests/model/test_kinds.py`` reports what a record lacks. ``tests/model/test_new_kind.py`` adds the podcasts above and
tries everything this page promises.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from learning_roadmap.model import entries, topics
from learning_roadmap.model.documents import ItemKind
from learning_roadmap.model.entries import Entry, ResourceKind


@dataclass(frozen=True, eq=False)
class Kind:
    """A kind of entry.

    Attributes:
        name: used in messages, commands and tombstones, and as the prefix of anchors (``podcast-<id>``).
        list_name: the list in the data file, which is also the field of the parent's class.
        model: the class of its entries.
        heading: the title of a list of them.
        label: one of them in running text; defaults to ``name``.
        parents: the kinds that can hold it; none if the roadmap itself holds it.
        page: the page that lists them, and its group in the navigation; empty if they are on the page of their phase.
        page_title: the title of that page; defaults to ``heading``.
        about: one sentence that describes the page.
        has_own_page: whether each of them has a page of its own, in a folder with the name of the list.
        has_own_chapter: whether the study guide and "My progress" have a layout made for it, instead of a list.
        details: fields printed after the title.
        search_fields: fields that are searched, in addition to the names.
        is_ticked: whether learners tick it.
        is_ticked_in_documents: whether it has a box on document pages, too, and not only a link.
        refers_to: fields that hold ids of other entries, and the kinds these may have. ``needs.topic`` is the field ``topic`` of the
            records in ``needs``.
        is_material: whether topics list them: those that a topic refers to, and those that refer to it with ``topics``.
        has_unique_title: whether two entries with the same title are reported as possible duplicates.
        may_become: the kinds of its successors after a merge or split; defaults to its own.
        lines: the kinds of document lines that become such an entry.
        is_covered: whether every such line must have an entry.
        commas: how commas in such a line are read: as plain text, as separators, or as separators outside a title.
    """

    name: str
    list_name: str
    model: type[Entry]
    heading: str
    label: str = ""
    parents: tuple[str, ...] = ()
    page: str = ""
    page_title: str = ""
    about: str = ""
    has_own_page: bool = False
    has_own_chapter: bool = False
    details: tuple[str, ...] = ()
    search_fields: tuple[str, ...] = ()
    is_ticked: bool = False
    is_ticked_in_documents: bool = False
    refers_to: "References" = field(default_factory=dict)
    is_material: bool = False
    has_unique_title: bool = False
    may_become: tuple[str, ...] = ()
    lines: tuple[ItemKind, ...] = ()
    is_covered: bool = True
    commas: Literal["text", "list", "title"] = "text"


References = Mapping[str, tuple[str, ...]]
TOPICS: References = {"topics": ("topic",)}
NEEDS: References = {"needs.topic": ("topic",)}
STATUS: References = {"status.entry": ("topic", "resource", "paper", "certification")}
MAP = ("phase", "section", "topic")
# What a goal or a role can consist of.
TO_LEARN = (*MAP, "practice", "project")
RESOURCE_LINES = tuple(line for line in ItemKind if line.value in {kind.value for kind in ResourceKind})

# In the order of the navigation. An inner kind follows its parent.
KINDS: tuple[Kind, ...] = (
    Kind(
        "phase", "phases", topics.Phase, heading="Phases", has_own_chapter=True, has_own_page=True, has_unique_title=True, may_become=MAP,
    ),
    Kind(
        "section", "sections", topics.Section, heading="Sections", parents=("phase",), refers_to={**NEEDS, "projects": ("project",)}, may_become=MAP,
        search_fields=("summary",),
    ),
    Kind(
        "topic", "topics", topics.Topic, heading="Topics", parents=("section", "topic"),
        refers_to={**NEEDS, "read.resource": ("resource",), "papers": ("paper",), **STATUS},
        is_ticked=True, is_ticked_in_documents=True, has_unique_title=True,
        search_fields=("summary",),
        may_become=("topic", "practice", "project"),
        lines=(ItemKind.TOPIC,), commas="list",
    ),
    Kind(
        "practice", "practice", entries.Practice, heading="Practice", label="exercise", parents=("section",),
        refers_to=TOPICS,
        is_ticked=True, is_ticked_in_documents=True,
        may_become=("practice", "topic", "project"),
        lines=(ItemKind.PRACTICE,),
    ),
    Kind(
        "resource", "resources", entries.Resource, heading="Resources",
        page="resources", about="Courses, books, documentation, tools and communities.", has_own_chapter=True,
        refers_to=STATUS, is_material=True,
        is_ticked=True, has_unique_title=True,
        details=("authors", "provider", "purpose"), search_fields=("purpose", "provider", "authors"),
        lines=RESOURCE_LINES, commas="title",
    ),
    Kind(
        "paper", "papers", entries.Paper, heading="Papers",
        page="papers", about="Research papers, and the topics they belong to.", has_own_chapter=True,
        refers_to=STATUS, is_material=True,
        is_ticked=True, has_unique_title=True,
        details=("authors", "year", "venue"), search_fields=("authors",),
        lines=(ItemKind.PAPER,), commas="title",
    ),
    Kind(
        "project", "projects", entries.Project, heading="Projects",
        page="projects", about="Projects to build, by difficulty.", has_own_chapter=True,
        refers_to=TOPICS,
        is_ticked=True, is_ticked_in_documents=True, has_unique_title=True,
        lines=(ItemKind.PROJECT,), commas="list",
    ),
    Kind(
        "role", "roles", entries.Role, heading="Roles",
        page="roles", about="Jobs to prepare for, and what each of them takes.", has_own_chapter=True, has_own_page=True,
        refers_to={"skills.entry": TO_LEARN}, has_unique_title=True,
        search_fields=("summary",),
    ),
    Kind(
        "milestone", "milestones", entries.Milestone, heading="Milestones",
        page="milestones", about="What to achieve, and by when.", has_own_chapter=True,
        lines=(ItemKind.MILESTONE,),
    ),
    Kind(
        "goal", "goals", entries.Goal, heading="Goals", parents=("milestone",),
        page="milestones",
        refers_to={"covers": TO_LEARN},
        is_ticked=True,
        lines=(ItemKind.MILESTONE_GOAL,),
    ),
    Kind(
        "routine", "routine", entries.RoutineBlock, heading="Routine",
        page="routine", about="Habits for the day and the week.", has_own_chapter=True,
        lines=(ItemKind.ROUTINE,),
    ),
    Kind(
        "habit", "items", entries.RoutineItem, heading="Habits", parents=("routine",),
        page="routine",
        lines=(ItemKind.ROUTINE_ITEM,),
    ),
    Kind(
        "tip", "tips", entries.Tip, heading="Tips",
        page="tips", about="Advice on learning.", has_own_chapter=True,
        details=("reason",), search_fields=("reason",),
        lines=(ItemKind.TIP,),
    ),
    Kind(
        "certification", "certifications", entries.Certification, heading="Certifications",
        page="certifications", page_title="Certifications and outcomes",
        about="Certifications, conferences and job outcomes.",
        refers_to=STATUS,
        details=("provider",), search_fields=("provider",),
        lines=(ItemKind.CERTIFICATION,), commas="list",
    ),
    Kind(
        "conference", "conferences", entries.Conference, heading="Conferences",
        page="certifications",
        lines=(ItemKind.CONFERENCE,), commas="list",
    ),
    Kind(
        "outcome", "outcomes", entries.Outcome, heading="Outcomes",
        page="certifications",
        details=("roles",),
        lines=(ItemKind.OUTCOME,), is_covered=False,
    ),
    Kind(
        "disagreement", "disagreements", entries.Disagreement, heading="Disagreements",
        page="disagreements", page_title="Where the documents disagree",
        about="Questions on which the documents disagree, and what this roadmap chose.",
        details=("choice", "reason"), search_fields=("choice", "reason"),
    ),
    Kind(
        "form", "forms", entries.Form, heading="Tracking sheets",
        page="tracking", about="Sheets to print and fill in.", has_own_chapter=True,
        lines=(ItemKind.FORM,),
    ),
    Kind(
        "field", "fields", entries.FormField, heading="Fields", parents=("form",),
        page="tracking",
        lines=(ItemKind.FORM_FIELD,),
    ),
)  # fmt: skip

KIND: Mapping[str, Kind] = {kind.name: kind for kind in KINDS}
KIND_OF_LIST: Mapping[str, str] = {kind.list_name: kind.name for kind in KINDS}
KIND_OF_LINE: Mapping[ItemKind, Kind] = {line: kind for kind in KINDS for line in kind.lines}
# Lines with a box on document pages. They are list items even if other lines are nested below them.
TICKED_LINES = frozenset(line for line, kind in KIND_OF_LINE.items() if kind.is_ticked_in_documents)
# Kinds that the roadmap itself holds.
OUTER_KINDS: tuple[Kind, ...] = tuple(kind for kind in KINDS if not kind.parents)
# Fields that hold ids of other entries, in any kind, and the kinds these may have; as in ``refers_to``.
REFERENCES: Mapping[str, tuple[str, ...]] = {name: kinds for kind in KINDS for name, kinds in kind.refers_to.items()}
# The field of a topic that refers to a kind of material.
MATERIAL_FIELDS: Mapping[str, str] = {
    kinds[0]: name for name, kinds in KIND["topic"].refers_to.items() if len(kinds) == 1 and KIND[kinds[0]].is_material
}  # fmt: skip
_KIND_OF_MODEL: Mapping[type[Entry], Kind] = {kind.model: kind for kind in KINDS}
_INNER_KINDS: Mapping[str, tuple[Kind, ...]] = {
    holder.name: tuple(kind for kind in KINDS if holder.name in kind.parents) for holder in KINDS
}  # fmt: skip


def kind_of(entry: Entry) -> Kind:
    """The kind of an entry.

    >>> kind_of(entries.Tip(id="a", title="A")).name
    'tip'
    """
    return _KIND_OF_MODEL[type(entry)]


def inner_kinds(kind: Kind) -> tuple[Kind, ...]:
    """The kinds that an entry of this kind can hold.

    >>> [inner.name for inner in inner_kinds(KIND["section"])]
    ['topic', 'practice']
    """
    return _INNER_KINDS[kind.name]


def ids_in(fields: Any, reference: str) -> list[str]:
    """The ids in one of the fields that refer to others, of an entry or of its plain values.

    >>> ids_in({"needs": [{"topic": "a", "reason": "why"}], "papers": ["b"]}, "needs.topic")
    ['a']
    """
    name, _, inner = reference.partition(".")
    value = fields.get(name) if isinstance(fields, Mapping) else getattr(fields, name, None)
    if not inner:
        return list(value or ())
    records = value if isinstance(value, list | tuple) else [value] if value else []
    ids = (record.get(inner) if isinstance(record, Mapping) else getattr(record, inner) for record in records)
    return [id for id in ids if id]


def parts_of(entry: Entry) -> Iterator[Entry]:
    """The parts of an entry, in the order of the table: a section's topics, then its exercises."""
    for kind in inner_kinds(kind_of(entry)):
        yield from getattr(entry, kind.list_name)


def with_parts(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Entries, each followed by all of its parts."""
    for entry in entries:
        yield entry
        yield from with_parts(parts_of(entry))

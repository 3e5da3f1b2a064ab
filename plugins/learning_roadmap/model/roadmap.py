"""The roadmap: a list for each top-level kind of entry, the history of ids, and the documents."""

from types import GenericAlias
from typing import TYPE_CHECKING, Literal, TypeVar

from learning_roadmap.model.documents import Document
from learning_roadmap.model.entries import (
    Certification,
    Conference,
    Disagreement,
    Form,
    Milestone,
    Outcome,
    Paper,
    Project,
    Provenance,
    Resource,
    Role,
    RoutineBlock,
    Tip,
)
from learning_roadmap.model.fields import Day, Id, Language, Text, Url, WeeklyHours
from learning_roadmap.model.kinds import KINDS, OUTER_KINDS
from learning_roadmap.model.records import Record, field, record
from learning_roadmap.model.topics import Phase

# Type checkers cannot evaluate the names in the table.
if TYPE_CHECKING:
    KindName = str
else:
    KindName = Literal[tuple(kind.name for kind in KINDS)]


# The version of the data file's format.
FORMAT = 2


@record
class License(Record):
    """The license of the roadmap's content."""

    name: Text
    url: Url | None = None


@record
class Tombstone(Record):
    """A removed entry and what became of it. Learners' progress moves to its successors."""

    id: Id
    was: Literal["retired", "merged", "split"] = field(description="What became of it.")
    kind: KindName | None = field(default=None, description="Kind of the removed entry. The page of a phase or role redirects to its successor.")
    into: tuple[Id, ...] = field(default=(), description="Successors; none if it was retired.")
    on: Day | None = field(default=None, description="Day of the change, if the roadmap was published. Set by commands.", examples=["2026-11-22"])
    reason: Text | None = field(default=None, description="Reason for the change.")
    named: tuple[Provenance, ...] = field(default=(), description="Sources of a retired entry, so that an import does not bring it back.")


Lists = TypeVar("Lists", bound=Record)


def with_all_lists(declared: type[Lists]) -> type[Lists]:
    """The class with a field for each of :data:`OUTER_KINDS`: those it declares, then the others."""
    for kind in OUTER_KINDS:
        if kind.list_name not in declared.__annotations__:
            declared.__annotations__[kind.list_name] = GenericAlias(tuple, (kind.model, ...))
            setattr(declared, kind.list_name, ())
    return declared


@record
@with_all_lists
class RoadmapLists(Record):
    """The roadmap's own fields and its lists.

    Lists that Python code uses by name are declared here for type checkers; the others come from the table of kinds.
    """

    format: int = field(ge=FORMAT, le=FORMAT, description=f"Format version of this file: {FORMAT}.")
    id: Id
    title: Text
    description: Text | None = None
    language: Language | None = field(default=None, description="Language of the titles and texts. Pages in another language say so of each text.")
    license: License | None = field(default=None, description="License of the content.")
    published: Day | None = field(
        default=None, description="Day of the first publication. With it, commands record the day of each change.", examples=["2026-11-22"]
    )
    hours_per_week: WeeklyHours | None = field(default=None, description="Hours of study in a week that durations assume.")
    phases: tuple[Phase, ...] = ()
    projects: tuple[Project, ...] = ()
    resources: tuple[Resource, ...] = ()
    papers: tuple[Paper, ...] = ()
    roles: tuple[Role, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    routine: tuple[RoutineBlock, ...] = ()
    tips: tuple[Tip, ...] = ()
    certifications: tuple[Certification, ...] = ()
    conferences: tuple[Conference, ...] = ()
    forms: tuple[Form, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()


@record
class Roadmap(RoadmapLists):
    """A roadmap: the entries, the history of removed ones, and the documents that they come from."""

    history: tuple[Tombstone, ...] = field(default=(), description="Removed entries. Their ids are never used again.")
    documents: tuple[Document, ...] = ()

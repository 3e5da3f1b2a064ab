"""What a roadmap is: frozen, typed values that know no files, no HTML and no MkDocs."""

from learning_roadmap.model.documents import Document, ItemKind, OutlineItem
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
    Prerequisite,
    Project,
    Provenance,
    Resource,
    ResourceKind,
    RoutineBlock,
    RoutineItem,
    Tip,
)
from learning_roadmap.model.roadmap import Roadmap, Tombstone
from learning_roadmap.model.topics import Phase, Section, Topic

__all__ = [
    "Certification",
    "Conference",
    "Document",
    "Entry",
    "Form",
    "FormField",
    "Goal",
    "ItemKind",
    "Milestone",
    "Outcome",
    "OutlineItem",
    "Paper",
    "Phase",
    "Practice",
    "Prerequisite",
    "Project",
    "Provenance",
    "Resource",
    "ResourceKind",
    "Roadmap",
    "RoutineBlock",
    "RoutineItem",
    "Section",
    "Tip",
    "Tombstone",
    "Topic",
]

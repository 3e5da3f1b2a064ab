"""The appendices of a guide: projects, milestones, forms, lists, disagreements, index, sources."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from learning_roadmap.guide.edition import Data, Edition
from learning_roadmap.guide.options import Options
from learning_roadmap.guide.status import status_note
from learning_roadmap.guide.text import address_pieces, prose, unbreakable
from learning_roadmap.model import (
    KIND,
    OUTER_KINDS,
    TIER_HEADINGS,
    Certification,
    Entry,
    Form,
    FormField,
    Outcome,
    Practice,
    Project,
    Roadmap,
    Role,
    Topic,
    details_of,
    kind_of,
    marks_of,
    with_parts,
)

# Kinds with a chapter here, though not in "My progress".
OWN_CHAPTERS = (KIND["disagreement"],)
# Characters of sources that fit after a title in half a page's width.
SHORT_SOURCES = 24

# Fields with these words get short answers.
SHORT_ANSWER = re.compile(r"\b(?:date|day|start|end|due|deadline|target|phase|topic|name)\b", re.IGNORECASE)


def ticked_item(entry: Entry) -> Data:
    """The id and title of an entry that is ticked."""
    return {"id": entry.id, "title": entry.title}


def task(entry: Practice | Project, edition: Edition) -> Data:
    """An exercise or project: what it is, its topics, hours, and what counts as done."""
    hours = [unbreakable(edition.options.text("topic.hours", hours=f"{entry.hours:g}"))] if entry.hours else []
    return {
        **ticked_item(entry),
        "marks": hours,
        "summary": prose(entry.summary or "") if isinstance(entry, Project) else "",
        "topics": edition.topic_list(entry.topics),
        "done": prose(entry.done or ""),
    }


def roles(edition: Edition) -> list[Data]:
    """The roles with their skills. Topics have their pages."""

    def skills(role: Role, optional: bool) -> list[Data]:
        return [
            {
                "id": skill.entry if skill.entry in edition.topic_ids else "",
                "title": edition.index.located[skill.entry].entry.title,
                "reason": prose(skill.reason or ""),
            }
            for skill in role.skills
            if skill.optional is optional
        ]

    return [
        {"title": role.title, "summary": prose(role.summary or ""), "required": skills(role, False), "optional": skills(role, True)}
        for role in edition.roadmap.roles
    ]


def milestones(roadmap: Roadmap, options: Options) -> list[Data]:
    """The milestones with their goals, soonest first."""
    ordered = sorted(roadmap.milestones, key=lambda milestone: milestone.months)
    return [
        {
            "title": milestone.title,
            "months": options.text("milestones.after", count=milestone.months),
            "goals": [ticked_item(goal) for goal in milestone.goals],
        }
        for milestone in ordered
    ]


def routine(roadmap: Roadmap) -> list[Data]:
    """The parts of the day with their habits."""
    return [
        {
            "title": block.title,
            "hours": block.hours or "",
            "items": [item.title + (f" ({item.condition})" if item.condition else "") for item in block.items],
        }
        for block in roadmap.routine
        if block.items
    ]


def lists(edition: Edition) -> list[list[Any]]:
    """Entries that are not ticked, such as certifications and outcomes, with their details."""
    groups = ((title, [entry for entry in entries if not kind_of(entry).is_ticked]) for title, entries in _without_chapter(edition))
    return [[title, [_listed_entry(entry, edition) for entry in entries]] for title, entries in groups if entries]


def collections(edition: Edition) -> list[Data]:
    """Ticked entries without their own chapter, by kind."""
    groups = ((title, [entry for entry in entries if kind_of(entry).is_ticked]) for title, entries in _without_chapter(edition))
    return [{"title": title, "entries": [_ticked_entry(entry, edition.options) for entry in entries]} for title, entries in groups if entries]


def _without_chapter(edition: Edition) -> list[tuple[str, list[Entry]]]:
    kinds = [kind for kind in OUTER_KINDS if not kind.has_own_chapter and kind not in OWN_CHAPTERS]
    return [(edition.options.label(kind.heading), [*with_parts(getattr(edition.roadmap, kind.list_name))]) for kind in kinds]


def _listed_entry(entry: Entry, edition: Edition) -> list[Any]:
    if isinstance(entry, Outcome) and entry.roles:
        return [f"{entry.title}: {', '.join(entry.roles)}", "", None]
    status = status_note(entry.status, edition) if isinstance(entry, Certification) else None
    return [entry.title, ", ".join((*details_of(entry), *map(edition.options.label, marks_of(entry)))), status]


def _ticked_entry(entry: Entry, options: Options) -> Data:
    """A ticked entry with its details and address."""
    url = getattr(entry, "url", None) or ""
    return {
        **ticked_item(entry),
        "field": f"{kind_of(entry).name}-{entry.id}",
        "meta": " · ".join(details_of(entry)),
        "source": "",
        "marks": [*map(options.label, marks_of(entry))],
        "url": url,
        "address": address_pieces(url),
        "status": None,
        "text": "",
        "topics": [],
        "parts": [],
    }


def disagreements(edition: Edition) -> list[Data]:
    """What the documents say about each question, and what the roadmap chose."""
    titles = {document.id: document.title for document in edition.index.roadmap.documents}
    return [
        {
            "title": entry.title,
            "positions": [
                [
                    titles.get(position.document, position.document),
                    position.line if edition.options.sources and position.line else 0,
                    prose(position.says),
                ]
                for position in entry.positions
            ],
            "choice": prose(entry.choice or ""),
            "reason": prose(entry.reason or ""),
        }
        for entry in edition.roadmap.disagreements
    ]


def forms(roadmap: Roadmap) -> list[Data]:
    """Forms with their fields."""
    return [
        {
            "title": form.title,
            "fields": [
                {
                    "id": field.id,
                    "title": field.title,
                    "choices": list(field.choices),
                    "lines": _line_count(field, form),
                }
                for field in form.fields
            ],
        }
        for form in roadmap.forms
        if form.fields
    ]


def _line_count(field: FormField, form: Form) -> int:
    """The number of lines of a blank: one for a short answer; the others share two thirds of a page."""
    if SHORT_ANSWER.search(field.title):
        return 1
    long_fields = sum(not other_field.choices and not SHORT_ANSWER.search(other_field.title) for other_field in form.fields)
    return max(3, min(8, 16 // max(long_fields, 1)))


def projects(edition: Edition) -> list[Data]:
    """The projects that are in no chapter, by tier."""
    options = edition.options
    in_chapters = {project.id for chapter in edition.chapters for part in chapter.parts for project in part.projects}
    others = [project for project in edition.roadmap.projects if project.id not in in_chapters]
    groups = [(options.label(heading), [project for project in others if project.tier is tier]) for tier, heading in TIER_HEADINGS.items()]
    groups.append((options.text("projects.more"), [project for project in others if project.tier is None]))
    return [
        {"title": heading, "projects": [task(project, edition) for project in tier_projects]} for heading, tier_projects in groups if tier_projects
    ]


def index(topics: Iterable[Topic]) -> list[Data]:
    """Every topic by its title and by each of its alternative names."""
    entries = {(name, topic.id): name == topic.title for topic in topics for name in (topic.title, *topic.also)}
    ordered = sorted(entries.items(), key=lambda item: (item[0][0].casefold(), item[0][1]))
    return [{"title": name, "id": id, "is_title": is_title} for (name, id), is_title in ordered]


def sources_by_topic(topics: Iterable[Topic], documents: Sequence[str]) -> list[list[Any]]:
    """For each topic, the documents that mention it (numbered from 0) with the lines, and whether they fit half a line."""
    document_number = {id: number for number, id in enumerate(documents)}
    rows: list[list[Any]] = []
    for topic in topics:
        lines: dict[int, list[str]] = {}
        for source in topic.named:
            if source.document in document_number:
                lines.setdefault(document_number[source.document], []).append(str(source.line))
        if lines:
            references: list[tuple[int, str]] = [(number, ", ".join(line_numbers)) for number, line_numbers in sorted(lines.items())]
            rows.append([topic.title, references, sum(len(line_list) + 4 for _, line_list in references) <= SHORT_SOURCES])
    return rows

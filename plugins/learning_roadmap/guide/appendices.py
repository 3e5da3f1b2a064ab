"""What stands behind the chapters of a guide: projects, milestones, sheets, lists, index, provenance."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from learning_roadmap.guide.options import Options
from learning_roadmap.guide.text import address_pieces
from learning_roadmap.model import (
    OUTER_KINDS,
    RESOURCE_HEADINGS,
    TIER_HEADINGS,
    Entry,
    Form,
    FormField,
    Outcome,
    Roadmap,
    Topic,
    details_of,
    kind_of,
    marks_of,
    with_parts,
)

Data = dict[str, Any]
# Places that fit behind a name in half a page's width.
SHORT_PLACES = 24

# What is asked with these words is answered in a word or two.
SHORT = re.compile(r"\b(?:date|day|start|end|due|deadline|target|phase|topic|name)\b", re.IGNORECASE)


def named(entry: Entry) -> Data:
    """What is ticked."""
    return {"id": entry.id, "title": entry.title}


def milestones(roadmap: Roadmap, options: Options) -> list[Data]:
    """Soonest first."""
    ordered = sorted(roadmap.milestones, key=lambda one: one.months)
    return [
        {"title": one.title, "months": options.text("milestones.after", count=one.months), "goals": [named(goal) for goal in one.goals]}
        for one in ordered
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


def lists(roadmap: Roadmap, options: Options) -> list[list[Any]]:
    """What is only named, such as certifications and outcomes. Each line with what is said of it."""
    groups = ((title, [entry for entry in entries if not kind_of(entry).is_ticked]) for title, entries in _without_chapter(roadmap, options))
    return [[title, [_line(entry, options) for entry in entries]] for title, entries in groups if entries]


def collections(roadmap: Roadmap, options: Options) -> list[Data]:
    """What is ticked and has no chapter of its own, by kind."""
    groups = ((title, [entry for entry in entries if kind_of(entry).is_ticked]) for title, entries in _without_chapter(roadmap, options))
    return [{"title": title, "entries": [_work(entry, options) for entry in entries]} for title, entries in groups if entries]


def _without_chapter(roadmap: Roadmap, options: Options) -> list[tuple[str, list[Entry]]]:
    return [(options.label(kind.heading), [*with_parts(getattr(roadmap, kind.list_name))]) for kind in OUTER_KINDS if not kind.has_own_chapter]


def _line(entry: Entry, options: Options) -> list[str]:
    if isinstance(entry, Outcome) and entry.roles:
        return [f"{entry.title}: {', '.join(entry.roles)}", ""]
    return [entry.title, ", ".join((*details_of(entry), *map(options.label, marks_of(entry))))]


def _work(entry: Entry, options: Options) -> Data:
    """Something to learn from, to be ticked; with its address, if it has one."""
    url = getattr(entry, "url", None) or ""
    return {
        **named(entry),
        "field": f"{kind_of(entry).name}-{entry.id}",
        "meta": " · ".join(details_of(entry)),
        "marks": [*map(options.label, marks_of(entry))],
        "url": url,
        "address": address_pieces(url),
    }


def forms(roadmap: Roadmap) -> list[Data]:
    """Sheets with their blanks and choices."""
    return [
        {
            "title": form.title,
            "fields": [
                {
                    "id": field.id,
                    "title": field.title,
                    "choices": list(field.choices),
                    "lines": _lines(field, form),
                }
                for field in form.fields
            ],
        }
        for form in roadmap.forms
        if form.fields
    ]


def _lines(field: FormField, form: Form) -> int:
    """How many lines a blank gets: one for a day or a name; the others share a page, each with room to write."""
    if SHORT.search(field.title):
        return 1
    sharing = sum(not one.choices and not SHORT.search(one.title) for one in form.fields)
    return max(3, min(8, 24 // max(sharing, 1)))


def projects(roadmap: Roadmap, walked: set[str], options: Options) -> list[Data]:
    """The projects that no chapter has had, by tier."""
    left = [one for one in roadmap.projects if one.id not in walked]
    groups = [(options.label(words), [one for one in left if one.tier is tier]) for tier, words in TIER_HEADINGS.items()]
    groups.append((options.text("projects.more"), [one for one in left if one.tier is None]))
    return [{"title": words, "projects": [named(one) for one in found]} for words, found in groups if found]


def papers(roadmap: Roadmap) -> list[Data]:
    ordered = sorted(roadmap.papers, key=lambda paper: (not paper.must_read, paper.title.casefold()))
    return [
        {
            **named(paper),
            "by": ", ".join(paper.authors),
            "year": str(paper.year or ""),
            "url": paper.url or "",
            "address": address_pieces(paper.url or ""),
            "must": paper.must_read,
        }
        for paper in ordered
    ]


def resources(roadmap: Roadmap, options: Options) -> list[Data]:
    groups = ((options.label(words), [one for one in roadmap.resources if one.kind is kind]) for kind, words in RESOURCE_HEADINGS.items())
    return [{"title": words, "entries": [_work(one, options) for one in found]} for words, found in groups if found]


def index(topics: Iterable[Topic]) -> list[Data]:
    """Every topic by its title and by each of its other names."""
    entries = {(name, topic.id): name == topic.title for topic in topics for name in (topic.title, *topic.also)}
    ordered = sorted(entries.items(), key=lambda item: (item[0][0].casefold(), item[0][1]))
    return [{"title": name, "id": id, "is_title": is_title} for (name, id), is_title in ordered]


def sources(topics: Iterable[Topic], documents: Sequence[str]) -> list[list[Any]]:
    """For each topic the documents that mention it, by their numbers from 0, with the lines; and whether that is short."""
    number = {id: at for at, id in enumerate(documents)}
    rows: list[list[Any]] = []
    for topic in topics:
        lines: dict[int, list[str]] = {}
        for source in topic.named:
            if source.document in number:
                lines.setdefault(number[source.document], []).append(str(source.line))
        if lines:
            places: list[tuple[int, str]] = [(at, ", ".join(found)) for at, found in sorted(lines.items())]
            rows.append([topic.title, places, sum(len(where) + 4 for _, where in places) <= SHORT_PLACES])
    return rows

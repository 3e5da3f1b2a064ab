"""Everything that a guide prints, as plain data: the template only lays it out."""

import hashlib
from collections.abc import Iterable
from typing import Any

from mkdocs_roadmap.guide.chapters import Chapter, Part, chapters
from mkdocs_roadmap.guide.options import Options
from mkdocs_roadmap.guide.text import breakable, printed_address
from mkdocs_roadmap.model import Entry, Phase, Roadmap, Topic
from mkdocs_roadmap.model.atlas import Atlas, walk_topics
from mkdocs_roadmap.pages.library import RESOURCES, TIERS
from mkdocs_roadmap.pages.rendering import kind_of, plural

Data = dict[str, Any]


def content(atlas: Atlas, options: Options) -> Data:
    """The data of a guide.

    Raises:
        KeyError: when the options name a phase or document that is not there.
    """
    roadmap = atlas.roadmap
    walked = chapters(atlas, options.phase, options.document)
    topics = [topic for chapter in walked for part in chapter.parts for topic in walk_topics(part.topics)]
    is_whole = options.phase is None
    counted = sum(not topic.topics for topic in topics)
    return {
        "title": roadmap.title,
        "subtitle": _subtitle(atlas, options),
        "description": roadmap.description or "",
        "day": [options.day.year, options.day.month, options.day.day],
        "edition": edition(roadmap),
        "paper": str(options.paper),
        "two_sided": options.two_sided,
        "large": options.large,
        "site": printed_address(options.site) if options.site else "",
        "counts": [plural(len(walked), "chapter"), plural(counted, "topic"), *([plural(len(roadmap.documents), "source document")] if roadmap.documents else [])],
        "chapters": [_chapter(chapter, number, atlas, {topic.id for topic in topics}) for number, chapter in enumerate(walked, 1)],
        "projects": _projects(roadmap) if is_whole else [],
        "milestones": [
            {"title": one.title, "months": plural(one.months, "month"), "goals": [_named(goal) for goal in one.goals]}
            for one in sorted(roadmap.milestones, key=lambda one: one.months)
        ] if is_whole else [],
        "routine": [
            {"title": block.title, "hours": block.hours or "", "items": [breakable(item.title) + (f" ({item.condition})" if item.condition else "") for item in block.items]}
            for block in roadmap.routine
        ] if is_whole else [],
        "forms": [
            {"id": form.id, "title": form.title, "fields": [{"id": field.id, "title": field.title, "choices": list(field.choices)} for field in form.fields]}
            for form in roadmap.forms
        ] if is_whole else [],
        "papers": _papers(roadmap) if is_whole else [],
        "resources": _resources(roadmap) if is_whole else [],
        "certifications": [[one.title, one.provider or ""] for one in roadmap.certifications] if is_whole else [],
        "tips": [[tip.title, tip.reason or ""] for tip in roadmap.tips] if is_whole else [],
        "index": _index(topics),
        "documents": [document.title for document in roadmap.documents],
        "said": _said(atlas, topics),
    }  # fmt: skip


def edition(roadmap: Roadmap) -> str:
    """A short name for just this state of the data."""
    return hashlib.sha256(roadmap.model_dump_json(exclude_defaults=True).encode()).hexdigest()[:7]


def _subtitle(atlas: Atlas, options: Options) -> str:
    if options.document is not None:
        return f"In the order of “{atlas.documents[options.document].title}”"
    if options.phase is not None:
        return next(phase.title for phase in atlas.roadmap.phases if phase.id == options.phase)
    return "Study guide"


def _named(entry: Entry) -> Data:
    return {"id": entry.id, "title": breakable(entry.title)}


def _chapter(chapter: Chapter, number: int, atlas: Atlas, here: set[str]) -> Data:
    phase = chapter.phase
    facts = [phase.level, phase.duration, "optional" if phase.optional else None] if phase else []
    size = sum(not topic.topics for part in chapter.parts for topic in walk_topics(part.topics))
    return {
        "id": phase.id if phase else f"part-{number}",
        "title": breakable(chapter.title),
        "number": number,
        "facts": [*(fact for fact in facts if fact), plural(size, "topic")],
        "goal": (phase.goal if phase else None) or "",
        "first": [breakable(one.title) for one in _phases_before(phase, atlas)] if phase else [],
        "page": f"phases/{phase.id}" if phase else "",
        "parts": [_part(part, atlas, here) for part in chapter.parts],
    }


def _phases_before(phase: Phase, atlas: Atlas) -> Iterable[Phase]:
    """The other phases that hold something this one needs."""
    found = {
        atlas.phase_of[need.topic].id: atlas.phase_of[need.topic]
        for section in phase.sections
        for topic in walk_topics(section.topics)
        for need in topic.needs
    }  # fmt: skip
    return [one for one in found.values() if one is not phase]


def _part(part: Part, atlas: Atlas, here: set[str]) -> Data:
    marks = [word for word, holds in (("optional", part.optional), ("one of these is enough", part.choose_one)) if holds]
    return {
        "title": breakable(part.title),
        "marks": marks,
        "topics": [_topic(topic, atlas, here) for topic in part.topics],
        "practice": [_named(one) for one in part.practice],
        "projects": [_named(one) for one in part.projects],
    }


def _topic(topic: Topic, atlas: Atlas, here: set[str]) -> Data:
    material: dict[str, list[str]] = {}
    for id in (*atlas.resources_of.get(topic.id, ()), *atlas.papers_of.get(topic.id, ())):
        entry = atlas.sites[id].entry
        material.setdefault(kind_of(entry).capitalize(), []).append(breakable(entry.title))
    return {
        "id": topic.id,
        "title": breakable(topic.title),
        "also": [breakable(name) for name in topic.also],
        "marks": [mark for mark in (topic.level, "optional" if topic.optional else None, f"{topic.hours:g} h" if topic.hours else None) if mark],
        "summary": breakable(topic.summary or ""),
        "needs": [
            {"id": need.topic if need.topic in here else "", "title": breakable(atlas.topics[need.topic].title), "reason": need.reason or ""}
            for need in topic.needs
        ],
        "material": [[kind, names] for kind, names in material.items()],
        "topics": [_topic(inner, atlas, here) for inner in topic.topics],
    }  # fmt: skip


def _projects(roadmap: Roadmap) -> list[Data]:
    groups = [(words, [one for one in roadmap.projects if one.tier is tier]) for tier, words in TIERS.items()]
    groups.append(("More projects", [one for one in roadmap.projects if one.tier is None]))
    return [{"title": words, "projects": [_named(one) for one in found]} for words, found in groups if found]


def _papers(roadmap: Roadmap) -> list[Data]:
    ordered = sorted(roadmap.papers, key=lambda paper: (not paper.must_read, paper.title.casefold()))
    return [
        {**_named(paper), "by": ", ".join(paper.authors), "year": str(paper.year or ""), "url": paper.url or "", "address": printed_address(paper.url or ""), "must": paper.must_read}
        for paper in ordered
    ]  # fmt: skip


def _resources(roadmap: Roadmap) -> list[Data]:
    return [
        {
            "title": words,
            "entries": [
                {
                    **_named(one),
                    "meta": breakable(" · ".join(filter(None, (", ".join(one.authors), one.provider, one.purpose)))),
                    "url": one.url or "",
                    "address": printed_address(one.url or ""),
                }
                for one in roadmap.resources
                if one.kind is kind
            ],
        }
        for kind, words in RESOURCES.items()
        if any(one.kind is kind for one in roadmap.resources)
    ]


def _index(topics: Iterable[Topic]) -> list[Data]:
    """Every topic by its title and by each of its other names."""
    entries = {(name, topic.id): name == topic.title for topic in topics for name in (topic.title, *topic.also)}
    ordered = sorted(entries.items(), key=lambda item: (item[0][0].casefold(), item[0][1]))
    return [{"title": breakable(name), "id": id, "is_title": is_title} for (name, id), is_title in ordered]


def _said(atlas: Atlas, topics: Iterable[Topic]) -> list[list[Any]]:
    """For each topic the lines on which each document names it."""
    documents = [document.id for document in atlas.roadmap.documents]
    rows = []
    for topic in topics:
        lines = {id: ", ".join(str(source.line) for source in topic.named if source.document == id) for id in documents}
        if any(lines.values()):
            rows.append([breakable(topic.title), [lines[id] for id in documents]])
    return rows

"""Everything that a guide prints, as plain data: the template only lays it out."""

import hashlib
from collections.abc import Iterable

from mkdocs_roadmap.guide import appendices
from mkdocs_roadmap.guide.appendices import Data, named
from mkdocs_roadmap.guide.chapters import Chapter, Part, chapters
from mkdocs_roadmap.guide.options import Options
from mkdocs_roadmap.guide.text import breakable, printed_address
from mkdocs_roadmap.model import Phase, Roadmap, Topic
from mkdocs_roadmap.model.atlas import Atlas, walk_topics
from mkdocs_roadmap.pages.rendering import kind_of, plural


def content(atlas: Atlas, options: Options) -> Data:
    """The data of a guide.

    Raises:
        KeyError: when the options name a phase or document that is not there.
    """
    roadmap = atlas.roadmap
    walked = chapters(atlas, options.phase, options.document)
    topics = [topic for chapter in walked for part in chapter.parts for topic in walk_topics(part.topics)]
    counts = [plural(len(walked), "chapter"), plural(sum(not topic.topics for topic in topics), "topic")]
    if roadmap.documents:
        counts.append(plural(len(roadmap.documents), "source document"))
    here = {topic.id for topic in topics}
    said = [
        (breakable(chapter.title), appendices.said((topic for part in chapter.parts for topic in walk_topics(part.topics)), list(atlas.documents)))
        for chapter in walked
    ]
    # A guide to one phase is that phase, and nothing that goes along with the whole road.
    extras = Roadmap(format=1, id=roadmap.id, title=roadmap.title) if options.phase else roadmap
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
        "counts": counts,
        "chapters": [_chapter(chapter, number, atlas, here) for number, chapter in enumerate(walked, 1)],
        "projects": appendices.projects(extras, {one.id for chapter in walked for part in chapter.parts for one in part.projects}),
        "milestones": appendices.milestones(extras),
        "routine": appendices.routine(extras),
        "forms": appendices.forms(extras),
        "papers": appendices.papers(extras),
        "resources": appendices.resources(extras),
        "certifications": [[one.title, one.provider or ""] for one in extras.certifications],
        "lists": appendices.lists(extras),
        "tips": [[tip.title, tip.reason or ""] for tip in extras.tips],
        "index": appendices.index(topics),
        "documents": [document.title for document in roadmap.documents],
        "said": [[title, rows] for title, rows in said if rows],
    }


def edition(roadmap: Roadmap) -> str:
    """A short name for just this state of the data."""
    return hashlib.sha256(roadmap.model_dump_json(exclude_defaults=True).encode()).hexdigest()[:7]


def _subtitle(atlas: Atlas, options: Options) -> str:
    if options.document is not None:
        return f"In the order of “{atlas.documents[options.document].title}”"
    if options.phase is not None:
        return next(phase.title for phase in atlas.roadmap.phases if phase.id == options.phase)
    return "Study guide"


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
        "practice": [named(one) for one in part.practice],
        "projects": [named(one) for one in part.projects],
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

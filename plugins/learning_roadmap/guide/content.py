"""Everything that a guide prints, as plain data: the layout only lays it out."""

import hashlib
from collections.abc import Iterable, Sequence

from learning_roadmap.guide import appendices
from learning_roadmap.guide.appendices import Data, named
from learning_roadmap.guide.chapters import Chapter, Part, phase_chapters
from learning_roadmap.guide.document_order import document_chapters, said_of, unwrapped
from learning_roadmap.guide.options import Options
from learning_roadmap.guide.rows import topic_rows
from learning_roadmap.guide.scope import extras
from learning_roadmap.guide.text import address_pieces, breakable, together
from learning_roadmap.model import Document, ItemKind, Phase, Roadmap, RoadmapIndex, plural, walk_topics

LONGEST_MAP = 4000


def content(index: RoadmapIndex, options: Options) -> Data:
    """The data of a guide.

    Raises:
        KeyError: when the options name a phase or document that is not there.
    """
    roadmap = index.roadmap
    document = index.documents[options.document] if options.document is not None else None
    walked = document_chapters(index, document) if document else phase_chapters(index, options.phase)
    topics = [topic for chapter in walked for topic in chapter.topics()]
    sources = [document] if document else list(roadmap.documents)
    along = extras(roadmap, options)
    here = {topic.id for topic in topics}
    made = [_chapter(chapter, number, walked, here, index, options) for number, chapter in enumerate(walked, 1)]
    said = [(breakable(chapter.title), appendices.said(chapter.topics(), [one.id for one in sources])) for chapter in walked]
    names = {place.document for topic in topics for place in topic.named}
    return {
        "title": breakable(roadmap.title),
        "subtitle": breakable(_subtitle(index, options)),
        "description": breakable(roadmap.description or ""),
        "day": [options.day.year, options.day.month, options.day.day],
        "edition": edition(roadmap),
        "paper": str(options.paper),
        "two_sided": options.two_sided,
        "large": options.large,
        "site": options.site or "",
        "site_pieces": address_pieces(options.site or ""),
        "has_codes": any(chapter["url"] for chapter in made),
        "counts": _counts(walked, sources, document),
        "chapters": made,
        "projects": appendices.projects(along, {one.id for chapter in walked for part in chapter.parts for one in part.projects}),
        "milestones": appendices.milestones(along),
        "routine": appendices.routine(along),
        "forms": appendices.forms(along),
        "papers": appendices.papers(along),
        "resources": appendices.resources(along),
        "collections": appendices.collections(along),
        "lists": appendices.lists(along),
        "tips": [[breakable(tip.title), breakable(tip.reason or "")] for tip in along.tips],
        "index": appendices.index(topics),
        "documents": [[at, breakable(one.title)] for at, one in enumerate(sources) if one.id in names],
        "said": [[title, rows] for title, rows in said if rows],
        "map_words": _map_words(made),
    }  # fmt: skip


def edition(roadmap: Roadmap) -> str:
    """A short name for just this state of the data."""
    return hashlib.sha256(roadmap.model_dump_json(exclude_defaults=True).encode()).hexdigest()[:7]


def _subtitle(index: RoadmapIndex, options: Options) -> str:
    if options.document is not None:
        return f"In the order of “{index.documents[options.document].title}”"
    if options.phase is not None:
        return next(phase.title for phase in index.roadmap.phases if phase.id == options.phase)
    return "Study guide"


def _counts(walked: Sequence[Chapter], sources: Sequence[Document], document: Document | None) -> list[str]:
    """What the cover says of the whole."""
    counts = [plural(len(walked), "chapter"), plural(sum(chapter.size for chapter in walked), "topic")]
    if document:
        level = document.level or next((item.level for item in document.outline if item.kind is ItemKind.TITLE and item.level), None)
        counts += [fact for fact in (level, *said_of(unwrapped(document.outline), ItemKind.DURATION)) if fact]
    elif sources:
        counts.append(plural(len(sources), "source document"))
    return [together(breakable(fact)) for fact in counts]


def _chapter(chapter: Chapter, number: int, walked: Sequence[Chapter], here: set[str], index: RoadmapIndex, options: Options) -> Data:
    phase = chapter.phase
    numbers = {one.phase.id: at for at, one in enumerate(walked, 1) if one.phase}
    page = dict(options.pages).get(phase.id) if phase and options.site else None
    url = f"{(options.site or '').rstrip('/')}/{page}" if page else ""
    return {
        "id": phase.id if phase else f"part-{number}",
        "title": breakable(chapter.title),
        "number": number,
        "facts": [together(breakable(fact)) for fact in (*chapter.facts, plural(chapter.size, "topic"))],
        "goal": breakable(chapter.goal),
        "first": [
            {"id": one.id, "title": breakable(one.title), "number": numbers.get(one.id, 0)}
            for one in (_phases_before(phase, index) if phase else ())
        ],
        "url": url,
        "url_pieces": address_pieces(url),
        "parts": [_part(part, index, here) for part in chapter.parts],
    }  # fmt: skip


def _phases_before(phase: Phase, index: RoadmapIndex) -> Iterable[Phase]:
    """The other phases that hold something this one needs."""
    found = {
        index.phase_of[need.topic].id: index.phase_of[need.topic]
        for section in phase.sections
        for topic in walk_topics(section.topics)
        for need in topic.needs
    }  # fmt: skip
    return [one for one in found.values() if one is not phase]


def _map_words(made: Sequence[Data]) -> str:
    """The picture of the map for those who do not see it."""
    said = []
    for chapter in made:
        before = [str(one["number"]) for one in chapter["first"] if one["number"]]
        after = f" (comes after {' and '.join(before)})" if before else ""
        said.append(f"{chapter['number']}. {chapter['title']}{after}")
    words = "The chapters in their order: " + "; ".join(said)
    return words if len(words) <= LONGEST_MAP else words[: LONGEST_MAP - 1] + "…"


def _part(part: Part, index: RoadmapIndex, here: set[str]) -> Data:
    marks = [word for word, holds in (("optional", part.optional), ("one of these is enough", part.choose_one)) if holds]
    return {
        "title": breakable(part.title),
        "level": part.level,
        "marks": marks,
        "rows": topic_rows(part.rows, index, here),
        "practice": [named(one) for one in part.practice],
        "projects": [named(one) for one in part.projects],
    }

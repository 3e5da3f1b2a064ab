"""Everything that a guide prints, as plain data: the layout only lays it out."""

import hashlib
from collections.abc import Iterable, Sequence

from learning_roadmap.guide import appendices
from learning_roadmap.guide.appendices import Data, named
from learning_roadmap.guide.chapters import Chapter, Part, phase_chapters
from learning_roadmap.guide.document_order import document_chapters, said_of, unwrapped
from learning_roadmap.guide.options import Options
from learning_roadmap.guide.rows import topic_rows
from learning_roadmap.guide.scope import in_scope
from learning_roadmap.guide.text import address_pieces, together
from learning_roadmap.model import Document, ItemKind, Phase, Roadmap, RoadmapIndex, walk_topics

LONGEST_MAP = 4000
MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")


def content(index: RoadmapIndex, options: Options) -> Data:
    """The data of a guide.

    Raises:
        KeyError: when the options name a phase or document that is not there.
    """
    roadmap = index.roadmap
    document = index.documents[options.document] if options.document is not None else None
    walked = document_chapters(index, document, options) if document else phase_chapters(index, options)
    topics = [topic for chapter in walked for topic in chapter.topics()]
    sources = [document] if document else list(roadmap.documents)
    activities = in_scope(roadmap, options)
    here = {topic.id for topic in topics}
    chapters = [_chapter(chapter, number, walked, here, index, options) for number, chapter in enumerate(walked, 1)]
    sources_by_chapter = [(chapter.title, appendices.sources(chapter.topics(), [one.id for one in sources])) for chapter in walked]
    names = {place.document for topic in topics for place in topic.named}
    return {
        "title": roadmap.title,
        "subtitle": _subtitle(index, options),
        "description": roadmap.description or "",
        "strings": options.strings.section("guide"),
        "day": [options.day.year, options.day.month, options.day.day],
        "version": options.text("cover.version", version=version(roadmap), date=_date(options)),
        "paper": str(options.paper),
        "two_sided": options.two_sided,
        "large": options.large,
        "site": options.site or "",
        "site_pieces": address_pieces(options.site or ""),
        "has_codes": any(chapter["url"] for chapter in chapters),
        "counts": _counts(walked, sources, document, options),
        "chapters": chapters,
        "projects": appendices.projects(activities, {one.id for chapter in walked for part in chapter.parts for one in part.projects}, options),
        "milestones": appendices.milestones(activities, options),
        "routine": appendices.routine(activities),
        "forms": appendices.forms(activities),
        "papers": appendices.papers(activities),
        "resources": appendices.resources(activities, options),
        "collections": appendices.collections(activities, options),
        "lists": appendices.lists(activities, options),
        "tips": [[tip.title, tip.reason or ""] for tip in activities.tips],
        "index": appendices.index(topics),
        "documents": [[at, one.title] for at, one in enumerate(sources) if one.id in names],
        "sources": [[title, rows] for title, rows in sources_by_chapter if rows],
        "map_words": _map_words(chapters, options),
    }  # fmt: skip


def version(roadmap: Roadmap) -> str:
    """A short name for just this state of the data."""
    return hashlib.sha256(roadmap.model_dump_json(exclude_defaults=True).encode()).hexdigest()[:7]


def _date(options: Options) -> str:
    month = options.text(f"months.{MONTHS[options.day.month - 1]}")
    return options.text("cover.date", day=options.day.day, month=month, year=options.day.year)


def _subtitle(index: RoadmapIndex, options: Options) -> str:
    if options.document is not None:
        return options.text("subtitle.document", document=index.documents[options.document].title)
    if options.phase is not None:
        return next(phase.title for phase in index.roadmap.phases if phase.id == options.phase)
    return options.text("subtitle.whole")


def _counts(walked: Sequence[Chapter], sources: Sequence[Document], document: Document | None, options: Options) -> list[str]:
    """What the cover says of the whole."""
    counts = [options.text("cover.chapters", count=len(walked)), options.text("cover.topics", count=sum(chapter.size for chapter in walked))]
    if document:
        level = document.level or next((item.level for item in document.outline if item.kind is ItemKind.TITLE and item.level), None)
        counts += [fact for fact in (level, *said_of(unwrapped(document.outline), ItemKind.DURATION)) if fact]
    elif sources:
        counts.append(options.text("cover.documents", count=len(sources)))
    return [together(fact) for fact in counts]


def _chapter(chapter: Chapter, number: int, walked: Sequence[Chapter], here: set[str], index: RoadmapIndex, options: Options) -> Data:
    phase = chapter.phase
    numbers = {one.phase.id: at for at, one in enumerate(walked, 1) if one.phase}
    page = dict(options.pages).get(phase.id) if phase and options.site else None
    url = f"{(options.site or '').rstrip('/')}/{page}" if page else ""
    return {
        "id": phase.id if phase else f"part-{number}",
        "title": chapter.title,
        "number": number,
        "facts": [together(fact) for fact in (*chapter.facts, options.text("cover.topics", count=chapter.size))],
        "goal": chapter.goal,
        "first": [
            {"id": one.id, "title": one.title, "number": numbers.get(one.id, 0)}
            for one in (_phases_before(phase, index) if phase else ())
        ],
        "url": url,
        "url_pieces": address_pieces(url),
        "parts": [_part(part, index, here, options) for part in chapter.parts],
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


def _map_words(chapters: Sequence[Data], options: Options) -> str:
    """The picture of the map for those who do not see it."""
    parts = []
    for chapter in chapters:
        number, title = chapter["number"], chapter["title"]
        before = options.text("map.and").join(str(one["number"]) for one in chapter["first"] if one["number"])
        if before:
            parts.append(options.text("map.chapter_after", number=number, title=title, chapters=before))
        else:
            parts.append(options.text("map.chapter", number=number, title=title))
    words = options.text("map.alt", chapters="; ".join(parts))
    return words if len(words) <= LONGEST_MAP else words[: LONGEST_MAP - 1] + "…"


def _part(part: Part, index: RoadmapIndex, here: set[str], options: Options) -> Data:
    marks = [word for word, holds in ((options.text("topic.optional"), part.optional), (options.text("topic.choose_one"), part.choose_one)) if holds]
    return {
        "title": part.title,
        "level": part.level,
        "marks": marks,
        "rows": topic_rows(part.rows, index, here, options),
        "practice": [named(one) for one in part.practice],
        "projects": [named(one) for one in part.projects],
    }

"""Everything that a guide prints, as plain data for the layout."""

import hashlib
from collections.abc import Iterable, Sequence

from learning_roadmap.guide import appendices
from learning_roadmap.guide.appendices import Data, ticked_item
from learning_roadmap.guide.chapters import Chapter, Part, phase_chapters
from learning_roadmap.guide.document_order import document_chapters, line_texts, unwrapped
from learning_roadmap.guide.options import Options
from learning_roadmap.guide.rows import topic_rows
from learning_roadmap.guide.scope import in_scope
from learning_roadmap.guide.text import address_pieces, unbreakable
from learning_roadmap.model import Document, ItemKind, Phase, Roadmap, RoadmapIndex, walk_topics

MAX_MAP_TEXT = 4000
MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")


def content(index: RoadmapIndex, options: Options) -> Data:
    """The data of a guide.

    Raises:
        KeyError: when the options name an unknown phase or document.
    """
    roadmap = index.roadmap
    document = index.documents[options.document] if options.document is not None else None
    chapters = document_chapters(index, document, options) if document else phase_chapters(index, options)
    topics = [topic for chapter in chapters for topic in chapter.topics()]
    sources = [document] if document else list(roadmap.documents)
    activities = in_scope(roadmap, options)
    printed_ids = {topic.id for topic in topics}
    chapter_data = [_chapter(chapter, number, chapters, printed_ids, index, options) for number, chapter in enumerate(chapters, 1)]
    sources_by_chapter = [(chapter.title, appendices.sources_by_topic(chapter.topics(), [source.id for source in sources])) for chapter in chapters]
    names = {source.document for topic in topics for source in topic.named}
    in_chapters = {project.id for chapter in chapters for part in chapter.parts for project in part.projects}
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
        "has_codes": any(chapter["url"] for chapter in chapter_data),
        "counts": _counts(chapters, sources, document, options),
        "chapters": chapter_data,
        "projects": appendices.projects(activities, in_chapters, options),
        "milestones": appendices.milestones(activities, options),
        "routine": appendices.routine(activities),
        "forms": appendices.forms(activities),
        "papers": appendices.papers(activities),
        "resources": appendices.resources(activities, options),
        "collections": appendices.collections(activities, options),
        "lists": appendices.lists(activities, options),
        "tips": [[tip.title, tip.reason or ""] for tip in activities.tips],
        "index": appendices.index(topics),
        "documents": [[number, source.title] for number, source in enumerate(sources) if source.id in names],
        "sources": [[title, rows] for title, rows in sources_by_chapter if rows],
        "map_words": _map_words(chapter_data, options),
    }  # fmt: skip


def version(roadmap: Roadmap) -> str:
    """A short hash of the data."""
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


def _counts(chapters: Sequence[Chapter], sources: Sequence[Document], document: Document | None, options: Options) -> list[str]:
    """The counts on the cover."""
    counts = [options.text("cover.chapters", count=len(chapters)), options.text("cover.topics", count=sum(chapter.size for chapter in chapters))]
    if document:
        level = document.level or next((item.level for item in document.outline if item.kind is ItemKind.TITLE and item.level), None)
        counts += [fact for fact in (level, *line_texts(unwrapped(document.outline), ItemKind.DURATION)) if fact]
    elif sources:
        counts.append(options.text("cover.documents", count=len(sources)))
    return [unbreakable(fact) for fact in counts]


def _chapter(chapter: Chapter, number: int, chapters: Sequence[Chapter], printed_ids: set[str], index: RoadmapIndex, options: Options) -> Data:
    phase = chapter.phase
    numbers = {other.phase.id: other_number for other_number, other in enumerate(chapters, 1) if other.phase}
    page = dict(options.pages).get(phase.id) if phase and options.site else None
    url = f"{(options.site or '').rstrip('/')}/{page}" if page else ""
    return {
        "id": phase.id if phase else f"part-{number}",
        "title": chapter.title,
        "number": number,
        "facts": [unbreakable(fact) for fact in (*chapter.facts, options.text("cover.topics", count=chapter.size))],
        "goal": chapter.goal,
        "first": [
            {"id": other.id, "title": other.title, "number": numbers.get(other.id, 0)}
            for other in (_phases_before(phase, index) if phase else ())
        ],
        "url": url,
        "url_pieces": address_pieces(url),
        "parts": [_part(part, index, printed_ids, options) for part in chapter.parts],
    }  # fmt: skip


def _phases_before(phase: Phase, index: RoadmapIndex) -> Iterable[Phase]:
    """The other phases with prerequisites of this one."""
    phases = {
        index.phase_of[need.topic].id: index.phase_of[need.topic]
        for section in phase.sections
        for topic in walk_topics(section.topics)
        for need in topic.needs
    }  # fmt: skip
    return [other for other in phases.values() if other is not phase]


def _map_words(chapters: Sequence[Data], options: Options) -> str:
    """The alternative text for the picture of the map."""
    parts = []
    for chapter in chapters:
        number, title = chapter["number"], chapter["title"]
        before = options.text("map.and").join(str(phase["number"]) for phase in chapter["first"] if phase["number"])
        if before:
            parts.append(options.text("map.chapter_after", number=number, title=title, chapters=before))
        else:
            parts.append(options.text("map.chapter", number=number, title=title))
    words = options.text("map.alt", chapters="; ".join(parts))
    return words if len(words) <= MAX_MAP_TEXT else words[: MAX_MAP_TEXT - 1] + "…"


def _part(part: Part, index: RoadmapIndex, printed_ids: set[str], options: Options) -> Data:
    marks = [
        word for word, applies in ((options.text("topic.optional"), part.optional), (options.text("topic.choose_one"), part.choose_one)) if applies
    ]
    return {
        "title": part.title,
        "level": part.level,
        "marks": marks,
        "rows": topic_rows(part.rows, index, printed_ids, options),
        "practice": [ticked_item(entry) for entry in part.practice],
        "projects": [ticked_item(entry) for entry in part.projects],
    }

"""Everything that a guide prints, as plain data for the layout."""

from collections.abc import Iterable, Sequence
from datetime import date

from learning_roadmap.guide import appendices
from learning_roadmap.guide.answers import answers
from learning_roadmap.guide.chapters import Chapter, Part, phase_chapters
from learning_roadmap.guide.document_order import document_chapters, line_texts, unwrapped
from learning_roadmap.guide.edition import Data, Edition
from learning_roadmap.guide.hours import hours_table
from learning_roadmap.guide.identity import colours
from learning_roadmap.guide.library import best_resources, papers, resources
from learning_roadmap.guide.options import Options
from learning_roadmap.guide.picture import picture
from learning_roadmap.guide.rows import topic_rows
from learning_roadmap.guide.scope import in_scope
from learning_roadmap.guide.status import month_name
from learning_roadmap.guide.text import address_pieces, prose, unbreakable
from learning_roadmap.model import Document, ItemKind, Phase, Roadmap, RoadmapIndex, data_version, kind_of, section_hours, to_learn, walk_topics
from learning_roadmap.picture import section_graph

MAX_MAP_TEXT = 4000


def content(index: RoadmapIndex, options: Options, *, draw: bool = True) -> Data:
    """The data of a guide.

    Args:
        draw: whether to draw the picture of the map, or to say only what it would show.

    Raises:
        KeyError: when the options name an unknown phase or document.
    """
    roadmap = index.roadmap
    document = index.documents[options.document] if options.document is not None else None
    chapters = document_chapters(index, document, options) if document else phase_chapters(index, options)
    topics = [topic for chapter in chapters for topic in chapter.topics()]
    edition = Edition(index, options, chapters, in_scope(roadmap, topics, options))
    sources = [document] if document else list(roadmap.documents)
    chapter_data = [_chapter(chapter, number, edition) for number, chapter in enumerate(chapters, 1)]
    sources_by_chapter = [
        (chapter.title, appendices.sources_by_topic(chapter.topics(), [source.id for source in sources]))
        for chapter in (chapters if options.sources else ())
    ]
    names = {source.document for topic in topics for source in topic.named}
    return {
        **cover(edition, sources, document),
        "codes": [[part["code"], part["url"]] for chapter in chapter_data for part in (chapter, *chapter["parts"]) if part["url"]],
        "hours": hours_table(edition),
        "chapters": chapter_data,
        "projects": appendices.projects(edition),
        "roles": appendices.roles(edition),
        "milestones": appendices.milestones(edition.roadmap, options),
        "routine": appendices.routine(edition.roadmap),
        "forms": appendices.forms(edition.roadmap),
        "papers": papers(edition),
        "resources": resources(edition),
        "collections": appendices.collections(edition),
        "lists": appendices.lists(edition),
        "tips": [[tip.title, tip.reason or ""] for tip in edition.roadmap.tips],
        "disagreements": appendices.disagreements(edition),
        "has_questions": any(topic.check for topic in topics),
        "answers": answers(edition) if options.answers else [],
        "index": appendices.index(topics),
        "documents": [[number, source.title] for number, source in enumerate(sources) if source.id in names],
        "sources": [[title, rows] for title, rows in sources_by_chapter if rows],
        "map_words": _map_words(chapter_data, options),
        "picture": picture(edition) if draw else repr(section_graph(index)),
    }


def cover(edition: Edition, sources: Sequence[Document], document: Document | None = None) -> Data:
    """What is printed on the cover, and the style of all pages."""
    index, options, roadmap = edition.index, edition.options, edition.index.roadmap
    return {
        "title": roadmap.title,
        "subtitle": _subtitle(index, options),
        "description": roadmap.description or "",
        "strings": options.strings.section("guide"),
        "day": [options.day.year, options.day.month, options.day.day] if options.day else None,
        "version": _version(roadmap, options),
        "license": _license(roadmap),
        "paper": str(options.paper),
        "two_sided": options.two_sided,
        "large": options.large,
        "notes": str(options.notes),
        "colours": colours(),
        "site": options.site or "",
        "site_pieces": address_pieces(options.site or ""),
        "counts": _counts(index, edition.chapters, sources, document, options),
    }


def _version(roadmap: Roadmap, options: Options) -> str:
    """The version of the data, with the day of its last change if that is known."""
    if options.day is None:
        return options.text("cover.undated", version=data_version(roadmap))
    return options.text("cover.version", version=data_version(roadmap), date=date_text(options.day, options))


def date_text(day: date, options: Options) -> str:
    """A day in words."""
    return options.text("cover.date", day=day.day, month=month_name(day.month, options), year=day.year)


def _license(roadmap: Roadmap) -> Data | None:
    if roadmap.license is None:
        return None
    return {"name": roadmap.license.name, "url": roadmap.license.url or "", "address": address_pieces(roadmap.license.url or "")}


def _subtitle(index: RoadmapIndex, options: Options) -> str:
    if options.document is not None:
        return options.text("subtitle.document", document=index.documents[options.document].title)
    if options.phase is not None:
        return next(phase.title for phase in index.roadmap.phases if phase.id == options.phase)
    return options.text("subtitle.whole")


def _counts(index: RoadmapIndex, chapters: Sequence[Chapter], sources: Sequence[Document], document: Document | None, options: Options) -> list[str]:
    """The counts on the cover."""
    counted = to_learn(index, list({row.topic.id: row.topic for chapter in chapters for row in chapter.rows() if row.topic and row.counts}.values()))
    counts = [options.text("cover.chapters", count=len(chapters)), options.text("cover.topics", count=len(counted))]
    if document:
        level = document.level or next((item.level for item in document.outline if item.kind is ItemKind.TITLE and item.level), None)
        counts += [fact for fact in (level, *line_texts(unwrapped(document.outline), ItemKind.DURATION)) if fact]
    elif sources:
        counts.append(options.text("cover.documents", count=len(sources)))
    return [unbreakable(fact) for fact in counts]


def _chapter(chapter: Chapter, number: int, edition: Edition) -> Data:
    phase, options = chapter.phase, edition.options
    numbers = {other.phase.id: other_number for other_number, other in enumerate(edition.chapters, 1) if other.phase}
    page = dict(options.pages).get(phase.id) if phase and options.site else None
    url = f"{(options.site or '').rstrip('/')}/{page}" if page else ""
    return {
        "id": phase.id if phase else f"part-{number}",
        "title": chapter.title,
        "number": number,
        "facts": [unbreakable(fact) for fact in (*chapter.facts, options.text("cover.topics", count=len(chapter.to_learn(edition.index))))],
        "goal": chapter.goal,
        "first": [
            {"id": other.id, "title": other.title, "number": numbers.get(other.id, 0)}
            for other in (_phases_before(phase, edition.index) if phase else ())
        ],
        "url": url,
        "url_pieces": address_pieces(url),
        "code": f"code-{number}.svg",
        "parts": [_part(part, url, f"code-{number}-{position}.svg", edition) for position, part in enumerate(chapter.parts, 1)],
    }  # fmt: skip


def _phases_before(phase: Phase, index: RoadmapIndex) -> Iterable[Phase]:
    """The other phases with prerequisites of this one."""
    needs = [need for section in phase.sections for need in section.needs]
    needs += [need for section in phase.sections for topic in walk_topics(section.topics) for need in topic.needs]
    phases = {index.phase_of[need.topic].id: index.phase_of[need.topic] for need in needs}
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


def _part(part: Part, chapter_url: str, code: str, edition: Edition) -> Data:
    options, section = edition.options, part.section
    marks = [
        word for word, applies in ((options.text("topic.optional"), part.optional), (options.text("topic.choose_one"), part.choose_one)) if applies
    ]
    return {
        "title": part.title,
        "level": part.level,
        "marks": marks,
        "notes": f"notes-section-{section.id}" if section else f"notes-{code.partition('.')[0]}",
        "facts": facts_of(part, edition),
        "summary": prose(section.summary or "") if section else "",
        "best": best_resources(part, edition),
        "needs": edition.needs_list(section.needs) if section else [],
        "url": f"{chapter_url}#{kind_of(section).name}-{section.id}" if section and chapter_url else "",
        "code": code,
        "rows": topic_rows(part.rows, edition),
        "practice": [appendices.task(entry, edition) for entry in part.practice],
        "projects": [appendices.task(entry, edition) for entry in part.projects],
    }


def facts_of(part: Part, edition: Edition) -> list[str]:
    """How many topics a part has to learn, and its hours."""
    options, topics = edition.options, [row.topic for row in part.walk() if row.topic]
    needed = to_learn(edition.index, [row.topic for row in part.walk() if row.topic and row.counts])
    hours = section_hours(part.section) if part.section else sum(topic.hours or 0 for topic in topics)
    facts = [options.text("cover.topics", count=len(needed))] if needed else []
    return [unbreakable(fact) for fact in (*facts, *([options.text("topic.hours", hours=f"{hours:g}")] if hours else []))]

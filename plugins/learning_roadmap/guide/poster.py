"""What a poster prints, as plain data for the layout: the whole roadmap on one page."""

from collections.abc import Iterator

from learning_roadmap.guide.chapters import Part, phase_chapters
from learning_roadmap.guide.content import cover, facts_of
from learning_roadmap.guide.edition import Data, Edition
from learning_roadmap.guide.options import Options, PaperSize
from learning_roadmap.guide.rows import flat_rows
from learning_roadmap.guide.text import unbreakable
from learning_roadmap.model import RoadmapIndex, phase_hours

# In millimetres: four sheets of the paper of the guide.
SIZES = {PaperSize.A4: (420.0, 594.0), PaperSize.LETTER: (431.8, 558.8)}


def poster_content(index: RoadmapIndex, options: Options) -> Data:
    """The data of a poster of the whole roadmap."""
    edition = Edition(index, options, phase_chapters(index, options), index.roadmap)
    width, height = SIZES[options.paper]
    chapters = [
        {
            "number": number,
            "title": chapter.title,
            "facts": [options.text("cover.topics", count=len(chapter.to_learn(index))), *_hours(phase_hours(chapter.phase), options)],
            "parts": [_part(part, edition) for part in chapter.parts],
        }
        for number, chapter in enumerate(edition.chapters, 1)
        if chapter.phase
    ]
    return {
        **cover(edition, [*index.roadmap.documents]),
        "poster": {"width": width, "height": height},
        "codes": [["code.svg", options.site]] if options.site else [],
        "chapters": chapters,
    }


def _hours(hours: float, options: Options) -> list[str]:
    return [unbreakable(options.text("topic.hours", hours=f"{hours:g}"))] if hours else []


def _part(part: Part, edition: Edition) -> Data:
    return {"title": part.title, "facts": facts_of(part, edition), "rows": [*_rows(part, edition)]}


def _rows(part: Part, edition: Edition) -> Iterator[Data]:
    """The topics, exercises and projects of a part."""
    for row, depth, _ in flat_rows(part.rows):
        if row.topic:
            yield {"field": f"topic-{row.topic.id}", "title": row.title, "depth": depth, "optional": edition.index.is_optional(row.topic)}
    for entry in part.practice:
        yield {"field": f"practice-{entry.id}", "title": entry.title, "depth": 0, "optional": False}
    for project in part.projects:
        yield {"field": f"project-{project.id}", "title": project.title, "depth": 0, "optional": False}
